"""Statements: who says what, to whom, on whose report; and which events stand inside somebody's words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tieline.extract.events.frame.dates import dated, role
from tieline.extract.events.speech.words_said import trim, words_said
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import POSSESSIVES, is_actor
from tieline.extract.syntax.unit import QUOTES, Unit
from tieline.model.mention import Argument, EventMention
from tieline.model.span import Span
from tieline.rules.load import Rulebook

if TYPE_CHECKING:
    from tieline.extract.events.frame.scene import Scene

RULE = "statement.said"
SPEAKERS = frozenset(("person", "organization", "company", "country", "group", "unknown"))


@dataclass(frozen=True, eq=False)
class Speech:
    """The verbs of speech."""

    verbs: frozenset[str]
    wishes: frozenset[str]


@dataclass(frozen=True)
class Said:
    """A statement while its sentence is read: the speaker's place, the event, and the paragraph."""

    mention: EventMention
    speaker: Span
    paragraph: int
    trailing: bool


@lru_cache(maxsize=4)
def speech_of(rulebook: Rulebook) -> Speech:
    """The verbs of speech of a rulebook."""
    table: Mapping[str, str] = {}
    for _, content in rulebook.tables("en/events"):
        table = content.get("speech", table)
    return Speech(frozenset(table.get("verbs", "").split()), frozenset(table.get("wishes", "").split()))


def statements(scene: "Scene", speech: Speech) -> list[Said]:
    """The statements of one sentence; wishes that stand inside somebody's words are part of those."""
    found: list[tuple[Said, bool]] = []
    for clause in scene.clauses:
        lemmas = set(clause.verb.lemmas)
        passive = clause.verb.passive or any(u.lower == "by" for u in scene.units[clause.verb.end : clause.verb.end + 1])
        if passive and lemmas & scene.words["announcing"]:
            found += [(said, False) for said in _announced(scene, clause)]
        elif lemmas & (speech.verbs | speech.wishes):
            said = _statement(scene, clause, speech)
            if said:
                found.append((said, not lemmas & speech.verbs))
    plain = [said.mention for said, wish in found if not wish]
    kept = [said for said, wish in found if not (wish and any(m.content and m.content.contains(said.mention.trigger) for m in plain))]
    return kept or list(_according(scene))


def _statement(scene: "Scene", clause: Clause, speech: Speech) -> Said | None:
    units, verb = scene.units, clause.verb
    wish = not set(verb.lemmas) & speech.verbs
    if clause.kind == "infinitive" or verb.modal or (verb.negated and wish) or _no_speech(scene, clause):
        return None
    speaker, reporter = _quoted(scene, clause)
    quoted = speaker is not None
    speaker = speaker if speaker is not None else _speaker(scene, clause)
    if speaker is None or (wish and verb.form == "present" and "country" in scene.kinds[speaker]):
        return None
    content, trailing = words_said(scene, clause, speaker, quoted=quoted)
    if content is None:
        return None
    when = _time(scene, clause, speaker)
    beside = speaker <= verb.end + 1
    low, high = (min(speaker, verb.start), max(speaker, verb.end - 1)) if beside else (verb.start, verb.end - 1)
    mention = EventMention(
        span=Span(units[low].start, units[high].end),
        trigger=Span(units[verb.start].start, units[verb.end - 1].end),
        sentence=scene.sentence.index,
        rule=RULE,
        type="statement",
        status="denied" if verb.negated else "occurred",
        arguments=tuple(_arguments(scene, clause, speaker)),
        time=units[when[0]].span if when else None,
        time_role=when[1] if when else "at",
        content=content,
        asserted_by=units[reporter].span if reporter is not None else None,
        past=verb.form == "past",
    )
    return Said(mention, units[speaker].span, scene.sentence.paragraph, trailing)


def _announced(scene: "Scene", clause: Clause) -> Iterator[Said]:
    """What was made known by somebody on a day: "the change, announced by President Mahama on 6 June"."""
    units, verb = scene.units, clause.verb
    speaker = next((p.head for p in clause.after if p.preposition == "by" and _can_speak(scene, p.head)), None)
    when = _time(scene, clause, speaker) if speaker is not None else None
    if speaker is None or when is None or verb.negated or verb.modal or when[0] < verb.start:
        return
    yield Said(
        EventMention(
            span=Span(units[verb.start].start, units[when[0]].end),
            trigger=Span(units[verb.start].start, units[verb.end - 1].end),
            sentence=scene.sentence.index,
            rule=RULE,
            type="statement",
            arguments=(Argument("speaker", units[speaker].span),),
            time=units[when[0]].span,
            time_role=when[1],
        ),
        units[speaker].span,
        scene.sentence.paragraph,
        trailing=False,
    )


def _no_speech(scene: "Scene", clause: Clause) -> bool:
    """Whether nothing is said by a verb of speech: "recalled its ambassador", "called off his trip", "wrote off the debt"."""
    end = clause.verb.end
    if end < len(scene.units) and scene.units[end].lower == "off":
        return True
    if clause.verb.lemma == "call":
        return _pays_a_call(scene, clause)
    return clause.verb.lemma == "recall" and any("diplomat" in scene.kinds[p.head] for p in clause.after if p.preposition is None)


def _pays_a_call(scene: "Scene", clause: Clause) -> bool:
    """Whether somebody only goes to see somebody: "called on the premier on Monday", which asks nothing of him."""
    on = any(p.preposition in ("on", "upon") and "person" in scene.kinds[p.head] for p in clause.after[:2])
    asks = any(c.parent is clause and c.kind == "infinitive" for c in scene.clauses) or any(p.preposition == "for" for p in clause.after)
    return on and not asks


def _arguments(scene: "Scene", clause: Clause, speaker: int) -> dict[Argument, None]:
    """The speaker, those who speak with him, and those spoken to, in this order."""
    units = scene.units
    found = [("speaker", speaker)]
    if speaker in clause.subject:
        found += [("speaker", k) for k in clause.subject if _can_speak(scene, k)]
    if set(clause.verb.lemmas) & scene.words["addressing"]:
        found += [
            ("addressee", p.head) for p in clause.after[:1] if p.preposition is None and _can_speak(scene, p.head) and p.head != speaker
        ]
    found += [("addressee", p.head) for p in clause.after[:2] if p.preposition == "to" and _can_speak(scene, p.head)]
    return {Argument(role, units[k].span): None for role, k in found}


def _time(scene: "Scene", clause: Clause, speaker: int) -> tuple[int, str] | None:
    """When it was said: a time between speaker and verb, right behind them, or at the head of the sentence."""
    units = scene.units
    last = max(speaker, clause.verb.end - 1)
    near = [*range(speaker + 1, clause.verb.start), *range(last + 1, min(last + 6, len(units)))]
    for k in near:
        if k > last and (units[k].lower == "that" or units[k].tag in ("verb", "be", "modal", "have")):
            break
        if dated(units[k]) and (k < last + 3 or units[k - 1].lower in ("on", "in", "last")) and role(scene, k) == "at":
            return k, "at"
    lead = next((k for k in range(min(3, len(units))) if dated(units[k])), None)
    return (lead, role(scene, lead)) if lead is not None and lead < clause.verb.start and clause.kind == "main" else None


def _quoted(scene: "Scene", clause: Clause) -> tuple[int | None, int | None]:
    """Speaker and reporter of "Xi was quoted by Lin as saying"."""
    parent = clause.parent
    if parent is None or clause.verb.form != "ing" or not parent.verb.passive or not set(parent.verb.lemmas) & scene.words["quoting"]:
        return None, None
    speaker = next((k for k in parent.subject if _can_speak(scene, k)), None)
    return speaker, next((p.head for p in parent.after if p.preposition == "by" and _can_speak(scene, p.head)), None)


def _can_speak(scene: "Scene", k: int) -> bool:
    unit = scene.units[k]
    if unit.lower in POSSESSIVES:
        return False
    return (is_actor(unit) and bool(scene.kinds[k] & SPEAKERS)) or unit.lower in ("he", "she", "they")


def _speaker(scene: "Scene", clause: Clause) -> int | None:
    """The subject of a verb of speech, or the name right behind it ("said Yue Yunxia")."""
    units, verb = scene.units, clause.verb
    if verb.passive or (clause.kind == "participle" and verb.form != "ing" and verb.lemma in scene.words["charging"]):
        return None  # "two envoys accused of spying" accuse nobody
    before = units[verb.start - 1].text if verb.start else ""
    turned = verb.end < len(units) and _can_speak(scene, verb.end) and (before in (",", "") or before in QUOTES)
    if turned and verb.form != "ing" and not any(k >= clause.left and _can_speak(scene, k) for k in clause.subject):
        return verb.end
    return next((k for k in clause.subject if _can_speak(scene, k)), None)


def _according(scene: "Scene") -> Iterator[Said]:
    """Statements by "according to": "..., according to Lin", "According to Lin, ..."."""
    units = scene.units
    for k in range(len(units) - 2):
        if units[k].lower == "according" and units[k + 1].lower == "to" and _can_speak(scene, k + 2):
            text, base = scene.sentence.text, scene.sentence.start
            front = k > 2
            content = trim(text, base, 0, units[k].start - base) if front else trim(text, base, units[k + 2].end - base, len(text))
            if content is None:
                return
            mention = EventMention(
                span=Span(units[k].start, units[k + 2].end), trigger=Span(units[k].start, units[k + 1].end), sentence=scene.sentence.index,
                rule=RULE, type="statement", arguments=(Argument("speaker", units[k + 2].span),), content=content,
            )  # fmt: skip
            yield Said(mention, units[k + 2].span, scene.sentence.paragraph, front)
            return


def widen(said: Said, before: Sequence[tuple[Span, bool]]) -> EventMention:
    """A statement with the sentences before it that are still the speaker's words (span, whether they tell of the past)."""
    mention = said.mention
    if not said.trailing or mention.content is None:
        return mention
    start = mention.content.start
    for span, past in reversed(before):
        if past:
            break
        start = span.start
    return replace(mention, content=Span(start, mention.content.end))


def tells_of_past(clauses: Sequence[Clause]) -> bool:
    """Whether a sentence reports events rather than views: a finite verb in the past stands in it."""
    return any(c.verb.finite and c.verb.form == "past" and not c.verb.modal for c in clauses)


def in_quotes(units: Sequence[Unit]) -> bool:
    """Whether a sentence is a quotation from end to end."""
    words = [u for u in units if u.tag != "sign"]
    return bool(words) and units[0].text in QUOTES and all(u.quoted for u in words)


def continued(scene: "Scene", last: Said) -> EventMention:
    """A sentence that is all quotation goes on with the last speaker's words."""
    units = scene.units
    span = Span(units[0].start, units[-1].end)
    return EventMention(
        span=span, trigger=span, sentence=scene.sentence.index, rule=RULE, type="statement",
        arguments=(Argument("speaker", last.speaker),), content=span, reasons=("quotation goes on",),
    )  # fmt: skip


def attribute(events: Sequence[EventMention], said: Sequence[EventMention]) -> list[EventMention]:
    """The events that stand in somebody's words get the speaker as their source."""
    found: list[EventMention] = []
    for event in events:
        source = next((s for s in said if s.content and s.content.contains(event.trigger) and s.trigger != event.trigger), None)
        speaker = next((a.span for a in source.arguments if a.role == "speaker"), None) if source else None
        found.append(replace(event, asserted_by=speaker) if speaker and event.asserted_by is None else event)
    return found
