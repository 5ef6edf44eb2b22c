"""Events: the frames of the rules, found in clauses, noun phrases and patterns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tieline.extract.anniversaries import anniversaries
from tieline.extract.classes import Classes, classes_of
from tieline.extract.clauses import CLAUSE_TAKERS, Clause, Phrase, clauses
from tieline.extract.enumerations import enumerated
from tieline.extract.focus import Focus
from tieline.extract.frames import Frame, Frames, NounPhrase, VerbPhrase, frames_of
from tieline.extract.gapping import gapped
from tieline.extract.grammar import Grammar, grammar_of
from tieline.extract.nouns import attached, is_actor, level, modifiers, ordinal, phrase_start
from tieline.extract.postponed import moved, postponed
from tieline.extract.qualifiers import Qualifiers, qualifiers_of, status_of
from tieline.extract.scene import Hit, Scene
from tieline.extract.statements import Said, Speech, attribute, continued, in_quotes, speech_of, statements, tells_of_past, widen
from tieline.extract.timing import LIGHT, clause_time, dated, instead, place_of, time_of
from tieline.extract.units import Unit, lay_out, mark
from tieline.model.mention import ActorMention, Argument, EventMention, Reading
from tieline.model.span import Span
from tieline.model.token import Sentence
from tieline.rules.load import Rulebook

SKIPPED = frozenset(("header", "byline", "dateline", "prefix", "footer", "link", "speaker"))
LONGEST = 500  # units of one sentence that are read; no sentence of a newspaper is longer
TRANSPARENT = frozenset((
    "set", "series", "number", "slew", "array", "batch", "package", "pair", "total", "version", "part", "phase", "stage", "stretch",
    "section", "text", "draft", "range",
))  # fmt: skip
AIMS = frozenset((
    "negotiations", "talks", "agreement", "plan", "plans", "proposal", "effort", "efforts", "bid", "attempt", "project", "need",
    "right", "pledge",
    "programme", "program", "initiative", "pact", "deal", "study", "time", "way", "chance", "opportunity", "wish", "desire",
))  # fmt: skip
BROUGHT_ABOUT = frozenset(
    ("agree", "manage", "help", "come", "go", "begin", "start", "choose", "continue", "decide", "vote", "move", "proceed", "allow")
)
PERSONS = frozenset(("he", "she", "they"))
PERSONAL = frozenset(("visit", "meeting", "summit", "statement"))
VISITS = frozenset(("visit", "trip", "tour"))
ABOUT_AGREEMENTS = frozenset(("agreement", "negotiation", "trade_deal", "investment", "aid", "partnership"))
BACK = frozenset((
    "it", "they", "them", "this", "these", "both", "one", "which", "that", "those", "first", "second", "third", "fourth",
    "latter", "former", "other",
    "original",
))  # fmt: skip


@dataclass(frozen=True, eq=False)
class Tools:
    """The compiled knowledge that reading events needs."""

    grammar: Grammar
    classes: Classes
    frames: Frames
    qualifiers: Qualifiers
    speech: Speech


@dataclass
class Talk:
    """Who speaks, from sentence to sentence: what a paragraph has said before its speaker is named, and a quotation that goes on."""

    last: Said | None = None
    open: list[tuple[Span, bool]] = field(default_factory=list)
    paragraph: int = -1
    at: Span | None = None

    def take(self, scene: Scene, speech: Speech) -> list[EventMention]:
        """The statements of the next sentence."""
        if scene.sentence.paragraph != self.paragraph:
            self.open, self.paragraph = [], scene.sentence.paragraph
        said = list(statements(scene, speech))
        if said:
            self.at = next((one.mention.time for one in reversed(said) if one.mention.time), self.at)
            found = [widen(one, self.open) for one in said]
            self.last, self.open = said[-1], []
            return found
        if self.last is not None and scene.units and in_quotes(scene.units):
            return [continued(scene, self.last)]
        self.open.append((Span(scene.sentence.start, scene.sentence.end), tells_of_past(scene.clauses)))
        return []


def tools_of(rulebook: Rulebook) -> Tools:
    """The compiled knowledge of a rulebook."""
    return Tools(grammar_of(rulebook), classes_of(rulebook), frames_of(rulebook), qualifiers_of(rulebook), speech_of(rulebook))


def read_events(reading: Reading, rulebook: Rulebook) -> tuple[EventMention, ...]:
    """The events that an article tells of, sentence by sentence."""
    tools = tools_of(rulebook)
    marks = mark(reading)
    focus = Focus()
    found: list[EventMention] = []
    talk = Talk()
    for sentence, row in zip(reading.article.sentences, marks.by_sentence, strict=True):
        if sentence.zone in SKIPPED or _asks(sentence):
            continue
        units = lay_out(sentence, row, tools.grammar)[:LONGEST]
        kinds = tools.classes.along(units)
        scene = Scene(sentence, units, clauses(units), focus, kinds)
        scene.said_at = talk.at
        said = talk.take(scene, tools.speech)
        found += attribute(list(_events(scene, tools)), said)
        found += said
        focus.pass_over(sentence.index, units, kinds)
    return tuple(sorted(found, key=lambda e: (e.trigger, e.rule)))


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence of an interviewer asks: nothing in it is asserted."""
    return sentence.zone == "question" and sentence.text.rstrip(' \n"”').endswith("?")


def _events(scene: Scene, tools: Tools) -> Iterator[EventMention]:
    hits = list(postponed(scene, tools.frames)) + list(moved(scene, tools.frames))
    hits += list(anniversaries(scene, dict(tools.frames.by_id)))
    for hit in hits:
        scene.used.update(range(*hit.trigger))
    found = [hit for clause in scene.clauses if clause.verb.head not in scene.used for hit in _verb_hits(scene, clause, tools)]
    for hit in found:
        scene.used.update(range(*hit.trigger))
        if hit.theme is not None and hit.frame.type in ("meeting", "summit"):
            scene.used.add(hit.theme)
    hits += found
    second = list(gapped(scene, found))
    scene.gap = min((hit.trigger[0] for hit in second), default=scene.gap)
    hits += second
    hits += list(_noun_hits(scene, tools))
    hits += list(_visiting(scene, tools.frames))
    hits += list(_pattern_hits(scene, tools))
    hits += list(enumerated(scene, tools.frames))
    for hit in hits:
        mention = _mention(scene, hit, tools)
        if scene.sentence.zone == "question" and mention.status in ("planned", "expected"):
            mention = replace(mention, status="hypothetical", reasons=("put to somebody in a question",))
        if mention.status != "occurred" or not _purpose(scene, hit):
            yield mention
            former = instead(scene, hit)
            if former is not None:
                yield replace(mention, status="cancelled", time=former, time_role="at", reasons=("another date instead",))


# ---------------------------------------------------------------- verbs


def _verb_hits(scene: Scene, clause: Clause, tools: Tools) -> list[Hit]:
    """The frames that fit a clause: the closest one, and others for further objects ("established ties and a partnership")."""
    found: list[Hit] = []
    lemmas = (*clause.verb.lemmas, "be") if clause.verb.passive else clause.verb.lemmas
    for lemma in lemmas:
        for phrase in tools.frames.verbs.get(lemma, ()):
            hit = _fit(scene, clause, phrase, tools)
            if hit is not None and found and _pronoun(scene, found[0]) and (not _pronoun(scene, hit) or _later(hit, found[0])):
                found[0] = hit
            elif hit is not None and (not found or _joined(scene, found[0], hit)):
                found.append(hit)
    return found


def _pronoun(scene: Scene, hit: Hit) -> bool:
    return hit.theme is not None and scene.units[hit.theme].span != hit.theme_span


def _later(one: Hit, other: Hit) -> bool:
    """Whether a pronoun's thing was spoken of more lately in the one reading than in the other."""
    return one.theme_span is not None and other.theme_span is not None and one.theme_span > other.theme_span


def _joined(scene: Scene, one: Hit, other: Hit) -> bool:
    """Whether the themes of two hits of one verb are joined by "and"."""
    if one.theme is None or other.theme is None or one.theme == other.theme or one.frame.type == other.frame.type:
        return False
    low, high = sorted((one.theme, other.theme))
    between = scene.units[low + 1 : high]
    return any(u.tag == "coordinator" for u in between) and not any(u.tag in ("preposition", "verb") for u in between)


def _fit(scene: Scene, clause: Clause, phrase: VerbPhrase, tools: Tools) -> Hit | None:
    verb, units = clause.verb, scene.units
    if clause.kind == "infinitive" and _aim(units, clause):
        return None
    rest = _rest(scene, clause, phrase)
    if rest is None:
        return None
    end, level_found = rest
    frame = phrase.frame
    narrow = frame.narrow.get(phrase.lemma)
    if phrase.use == "does":
        if verb.passive or (clause.kind == "participle" and verb.form != "ing"):
            theme = _theme(scene, clause.subject, frame)
            agents = [(frame.agent_role, p.head) for p in clause.after if p.preposition == "by" and is_actor(units[p.head])]
        else:
            theme = _theme(scene, _objects(scene, clause, end, phrase), frame)
            agents = _agents(scene, clause, frame)
            if theme is None and clause.kind == "relative" and clause.subject != clause.antecedent:
                theme = _theme(scene, clause.antecedent, frame)
            if theme is None and _bare_participle(scene, clause):
                theme = _theme(scene, clause.subject, frame)
                agents = [(frame.agent_role, p.head) for p in clause.after if p.preposition == "by" and is_actor(units[p.head])]
            if (
                theme is None
                and phrase.lemma in frame.loose
                and not any(p.preposition is None and p.head >= end and units[p.head].tag != "number" for p in clause.after[:2])
            ):
                span = scene.focus.last(frame.theme, scene.sentence.index, units, scene.kinds, verb.start)
                theme = (None, span) if span else None
        if theme is None:
            return None
        if narrow and not any(narrow in scene.kinds[k] for k in clause.subject + [p.head for p in clause.after if p.preposition == "by"]):
            return None
    elif phrase.use == "happens":
        if verb.passive and phrase.lemma != "be":
            return None
        theme, agents = _happening(scene, clause, frame, end, phrase.lemma)
        if theme is None and frame.theme and frame.type != "visit":
            return None
        if frame.type == "visit" and (not agents or verb.modal in ("can", "could")):
            return None
    else:
        partner = any(p.preposition == "with" and scene.kinds[p.head] & {"person", "group"} for p in clause.after)
        if verb.passive or not (_several(scene, clause.subject) or partner):
            return None
        theme, agents = (None, None), _agents(scene, clause, frame)
    if frame.agent and not _agent_ok(scene, clause, frame):
        return None
    head, span = theme if theme is not None else (None, None)
    return Hit(
        frame,
        (verb.start, end),
        clause,
        head,
        span,
        tuple(agents),
        level_found,
        words=(phrase.lemma, *(u.lower for u in units[verb.end : end])),
    )


def _aim(units: Sequence[Unit], clause: Clause) -> bool:
    """Whether an infinitive only says what a thing is for: "negotiations to upgrade the accord", "a plan to build a port"."""
    before = units[clause.verb.start - 1] if clause.verb.start else None
    if before is None or before.tag not in ("noun", "agreement"):
        return False
    if clause.parent is not None and clause.parent.verb.lemma in CLAUSE_TAKERS:
        return False
    heads = {u.lower for u in units[max(0, clause.verb.start - 8) : clause.verb.start]}
    return before.lower in AIMS or (before.tag == "agreement" and not heads & {"first", "last", "only", "second"})


def _purpose(scene: Scene, hit: Hit) -> bool:
    """Whether an event is only what something was done for: "flew to Lima to sign the accord" does not tell of a signing."""
    clause = hit.clause
    if hit.nominal or clause is None or clause.kind != "infinitive" or clause.parent is None:
        return False
    parent = clause.parent
    before = {u.lower for u in scene.units[max(0, clause.verb.start - 8) : clause.verb.start]}
    return parent.verb.lemma not in BROUGHT_ABOUT and not before & {"first", "last", "only", "second"}


def _bare_participle(scene: Scene, clause: Clause) -> bool:
    """Whether a verb without auxiliary may be read as a passive: "launched in May and concluded in June"."""
    verb = clause.verb
    return (
        verb.end - verb.start == 1
        and scene.units[verb.head].form("part") is not None
        and not any(p.preposition is None and scene.units[p.head].tag != "time" for p in clause.after[:1])
    )


def _agent_ok(scene: Scene, clause: Clause, frame: Frame) -> bool:
    if clause.verb.passive:
        return any("actor" in scene.kinds[p.head] for p in clause.after if p.preposition == "by") or frame.type != "meeting"
    return any(scene.kinds[k] & frame.agent or scene.units[k].tag in frame.agent for k in clause.subject)


def _rest(scene: Scene, clause: Clause, phrase: VerbPhrase) -> tuple[int, str | None] | None:
    """Where the words of a verb phrase end in this clause; None where they are not there."""
    start = clause.verb.head if phrase.lemma == "be" and clause.verb.lemma != "be" else clause.verb.end
    inside = scene.units[clause.verb.start : clause.verb.head]
    if phrase.rest is not None and any(u.tag == "adverb" and u.lower == phrase.rest.source for u in inside):
        return start, None
    if phrase.rest is None:
        return start, None
    units = scene.units
    last = clause.right if phrase.split and not clause.verb.passive else min(start + 3, clause.right)
    for k in range(start, max(last, start) + 1):
        if k > start and not phrase.split and units[k - 1].tag not in ("adverb", "time"):
            break
        if k < len(units):
            match = phrase.rest.match(units, k, lambda kind, tokens, i: _slot(scene, kind, i))  # type: ignore[arg-type]
            if match:
                at = match.tokens("level")
                return match.end, scene.units[at[1] - 1].lower if at else None
    return None


def _slot(scene: Scene, kind: str, i: int) -> Iterator[tuple[int, object]]:
    k = i
    while k < len(scene.units) and k < i + 7:
        if kind in scene.kinds[k]:
            yield k + 1, scene.units[k].span
        if (
            scene.units[k].tag not in ("determiner", "noun", "number", "verb", "adverb", "time", "quantity", "actor", "'s")
            and scene.units[k].text != "-"
        ):
            break
        k += 1


def _objects(scene: Scene, clause: Clause, end: int, phrase: VerbPhrase) -> list[int]:
    """The heads of the direct object, or of what follows the last preposition of the verb phrase."""
    found: list[int] = []
    inside = phrase.split
    for p in clause.after:
        if not inside and p.head < end:
            continue
        if found and p.preposition is not None and p.preposition != "of":
            break
        if p.preposition is None or (not found and phrase.rest is not None and p.head >= end):
            if scene.units[p.head].tag != "time":
                found.append(p.head)
        elif p.preposition == "of" and found and scene.units[found[-1]].lower in TRANSPARENT | {"signing", "construction"}:
            found.append(p.head)
        elif not found:
            break
    return found


def _theme(scene: Scene, heads: Sequence[int], frame: Frame) -> tuple[int | None, Span | None] | None:
    """The first head of a class that the frame wants; a pronoun stands for what was spoken of last."""
    if not frame.theme:
        return None, None
    for k in heads:
        if scene.kinds[k] & frame.theme:
            return k, scene.units[k].span
        partitive = k + 1 < len(scene.units) and scene.units[k + 1].lower == "of"
        if scene.units[k].lower in BACK and not partitive:
            span = scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, k)
            if span:
                return k, span
        if scene.units[k].lower in TRANSPARENT:
            for _, other in _of(scene, k):
                if scene.kinds[other] & frame.theme:
                    return other, scene.units[other].span
    return None


def _of(scene: Scene, head: int) -> Iterator[tuple[str, int]]:
    k = head + 1
    if k < len(scene.units) and scene.units[k].lower in ("of", "on", "for"):
        while k + 1 < len(scene.units) and k < head + 9:
            k += 1
            if scene.kinds[k]:
                yield "of", k
            if scene.units[k].tag in ("sign", "verb", "preposition", "be", "modal"):
                break


def _happening(
    scene: Scene, clause: Clause, frame: Frame, end: int, lemma: str
) -> tuple[tuple[int | None, Span | None] | None, list[tuple[str, int]]]:
    if frame.type == "visit":
        far = len(scene.units) if lemma != "be" else end + 3
        place = next((p.head for p in clause.after if end - 1 <= p.head < far and "destination" in scene.kinds[p.head]), None)
        agents = [(frame.agent_role, k) for k in clause.subject if scene.kinds[k] & frame.agent or scene.units[k].lower in PERSONS]
        told = any(scene.units[k].lower in (*VISITS, "home") for k in range(clause.verb.end, end))
        timed = (
            lemma in ("come", "arrive")
            and clause_time(scene, clause) is not None
            and any("person" in scene.kinds[k] for k in clause.subject)
        )
        found = (place, scene.units[place].span) if place is not None else None
        return found, agents if place is not None or told or timed else []
    if not frame.theme:
        return (None, None), _agents(scene, clause, frame)
    return _theme(scene, clause.subject, frame), _around(scene, clause.subject, clause.verb.start, frame)


def _several(scene: Scene, subject: Sequence[int]) -> bool:
    actors = [k for k in subject if is_actor(scene.units[k])]
    return (
        len(actors) > 1
        or any("delegates" in scene.kinds[k] for k in subject)
        or any(getattr(scene.units[k].mention, "plural", False) for k in actors)
    )


def _agents(scene: Scene, clause: Clause, frame: Frame) -> list[tuple[str, int]]:
    found = [(frame.agent_role, k) for k in clause.subject if is_actor(scene.units[k])]
    for k in clause.subject:
        if not is_actor(scene.units[k]):
            found += [(frame.agent_role, m) for m in modifiers(scene.units, k) if is_actor(scene.units[m])]
    found += [
        (frame.agent_role, p.head)
        for p in clause.before
        if p.preposition in ("of", "from", "between", "and") and is_actor(scene.units[p.head])
    ]
    return found


def _around(scene: Scene, heads: Sequence[int], end: int, frame: Frame) -> list[tuple[str, int]]:
    """The actors in the noun phrase of a theme."""
    found: list[tuple[str, int]] = []
    for k in heads:
        found += [("party", m) for m in modifiers(scene.units, k) if is_actor(scene.units[m])]
        found += [
            ("party", m)
            for preposition, m in attached(scene.units, k, end)
            if preposition in ("between", "with", "of", "and", "from", "to", "among")
        ]
    return found


# ---------------------------------------------------------------- nouns


def _noun_hits(scene: Scene, tools: Tools) -> Iterator[Hit]:
    for k, unit in enumerate(scene.units):
        if k in scene.used or unit.tag not in ("noun", "verb") or unit.lower not in tools.frames.nouns:
            continue
        if unit.tag == "verb" and any(c.verb.start <= k < c.verb.end for c in scene.clauses):
            continue
        for phrase in tools.frames.nouns[unit.lower]:
            hit = _noun_fit(scene, k, phrase)
            if hit:
                yield hit
                break


def _pattern_hits(scene: Scene, tools: Tools) -> Iterator[Hit]:
    """Forms without a verb: "the accord, in force since 2011"."""
    for frame, pattern in tools.frames.patterns:
        match = pattern.search(scene.units, lambda kind, tokens, i: _slot(scene, kind, i))  # type: ignore[arg-type]
        if match is None:
            continue
        at = match.tokens("theme")
        start = at[1] - 1 if at else match.start
        if any(k in scene.used for k in range(start, match.end)):
            continue
        theme = at[1] - 1 if at else next((k for k in range(match.start, match.end) if scene.kinds[k] & frame.theme), None)
        span = (
            scene.units[theme].span
            if theme is not None
            else scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, match.start)
        )
        if frame.theme and span is None:
            continue
        when = next((scene.units[k].span for k in range(start, match.end) if dated(scene.units[k])), None)
        if when is not None:
            parties = tuple(_around(scene, [start], start + 1, frame))
            yield Hit(frame, (start, match.end), None, theme, span, parties, nominal=True, time=when)
            continue
        agents = [(frame.agent_role, m) for m in (_home_subject(scene, match.start)) if is_actor(scene.units[m])]
        yield Hit(frame, (start, match.end), _home(scene, start), theme, span, tuple(agents), nominal=True)


def _home_subject(scene: Scene, k: int) -> list[int]:
    home = _home(scene, k)
    return home.subject if home is not None else []


def _noun_fit(scene: Scene, k: int, phrase: NounPhrase) -> Hit | None:
    end = k + 1
    if phrase.rest is not None:
        match = phrase.rest.match(scene.units, end, lambda kind, tokens, i: _slot(scene, kind, i))  # type: ignore[arg-type]
        if match is None:
            return None
        end = match.end
    frame, clause = phrase.frame, _home(scene, k)
    if frame.nominal == "visit":
        return _visit_noun(scene, k, end, frame, clause)
    if frame.nominal == "between two":
        return _meeting_noun(scene, k, end, frame, clause)
    if frame.nominal == "light":
        subject = clause is not None and k in clause.subject and clause.verb.lemma in LIGHT
        return Hit(frame, (k, end), clause, None, None, tuple(_noun_agents(scene, k, frame)), nominal=True) if subject else None
    if frame.nominal == "free" and not scene.kinds[k] & frame.theme:
        return None
    if frame.nominal == "free":
        present = tuple(_noun_agents(scene, k, frame))
        near = any(dated(u) for u in (*scene.units[max(0, k - 4) : k], *scene.units[end : end + 5]))
        return Hit(frame, (k, end), clause, None, None, present, nominal=True) if present or near else None
    theme = next((m for _, m in _of_chain(scene, end) if scene.kinds[m] & frame.theme), None)
    if theme is None:
        back = [m for m in range(max(0, k - 3), k) if scene.kinds[m] & frame.theme and scene.units[m].tag in ("noun", "agreement")]
        theme = back[-1] if back else None
    if theme is None:
        span = scene.focus.last(frame.theme, scene.sentence.index, scene.units, scene.kinds, k) if phrase.bare or _its(scene, k) else None
        return Hit(frame, (k, end), clause, k, span, (), nominal=True) if span else None
    agents = _around(scene, [theme], len(scene.units), frame) + _noun_agents(scene, k, frame)
    return Hit(frame, (k, end), clause, theme, scene.units[theme].span, tuple(agents), nominal=True)


def _visiting(scene: Scene, frames: Frames) -> Iterator[Hit]:
    """The visit in "the visiting prime minister"."""
    frame = frames.by_id.get("visit.paid")
    for k, unit in enumerate(scene.units):
        if frame is not None and is_actor(unit) and "visiting" in unit.lower.split()[:2]:
            yield Hit(frame, (k, k + 1), None, None, None, (("guest", k),), nominal=True, status="ongoing")


def _its(scene: Scene, k: int) -> bool:
    return k > 0 and scene.units[k - 1].lower in ("its", "their")


def _of_chain(scene: Scene, end: int) -> Iterator[tuple[str, int]]:
    """The nouns behind a nominal trigger: "conclusion of substantial negotiations to upgrade the pact"."""
    units = scene.units
    if end >= len(units) or units[end].lower not in ("of", "for", "on", "to"):
        return
    for m in range(end + 1, min(end + 9, len(units))):
        if units[m].tag in ("sign", "be", "modal", "relative", "subordinator"):
            return
        if m > end + 1 and units[m].tag == "preposition":
            return
        yield units[end].lower, m


def _home(scene: Scene, k: int) -> Clause | None:
    """The clause in which a word stands."""
    inside = [c for c in scene.clauses if c.left <= k < c.right]
    around = [c for c in scene.clauses if k in c.subject and c.verb.finite and c.kind != "relative"]
    holding = [c for c in inside if c.verb.start < k or k in c.subject or c.kind != "participle"]
    return next(iter([c for c in around if c.left <= k] or holding or around or inside), None)


def _noun_agents(scene: Scene, k: int, frame: Frame) -> list[tuple[str, int]]:
    found = [(frame.agent_role, m) for m in modifiers(scene.units, k) if is_actor(scene.units[m])]
    found += [
        (frame.agent_role, m)
        for preposition, m in attached(scene.units, k, len(scene.units))
        if preposition in ("between", "by", "with", "among", "of")
    ]
    return found


def _visit_noun(scene: Scene, k: int, end: int, frame: Frame, clause: Clause | None) -> Hit | None:
    guests = [
        m
        for m in modifiers(scene.units, k)
        if scene.kinds[m] & {"person", "group", "unknown", "organization"} or scene.units[m].lower in ("his", "her", "their")
    ]
    places: list[int] = []
    for preposition, m in attached(scene.units, k, min(len(scene.units), k + 14)):
        if preposition in ("to", "in", "of") and "destination" in scene.kinds[m]:
            places.append(m)
        elif preposition in ("by", "of") and "person" in scene.kinds[m]:
            guests.append(m)
    if not guests:
        return None
    agents = [("guest", m) for m in guests if is_actor(scene.units[m]) or scene.units[m].lower in ("his", "her", "their")]
    place = places[0] if places else None
    return Hit(frame, (k, end), clause, place, scene.units[place].span if place is not None else None, tuple(agents), nominal=True)


def _meeting_noun(scene: Scene, k: int, end: int, frame: Frame, clause: Clause | None) -> Hit | None:
    agents = _noun_agents(scene, k, frame)
    people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    several = len(people) > 1 or any(getattr(scene.units[m].mention, "plural", False) for m in people)
    return Hit(frame, (k, end), clause, None, None, tuple(agents), nominal=True) if several else None


# ---------------------------------------------------------------- mentions


def _mention(scene: Scene, hit: Hit, tools: Tools) -> EventMention:
    units, frame = scene.units, hit.frame
    timing = time_of(scene, hit)
    place = place_of(scene, hit)
    arguments = _arguments(scene, hit)
    agreement = _agreement(scene, hit)
    kind = (
        next((tools.classes.types[c] for c in sorted(scene.kinds[hit.theme]) if c in tools.classes.types), None)
        if hit.theme is not None
        else None
    )
    type_ = (
        kind
        if kind and frame.type == "agreement" and frame.stage in ("signed", "initialled", "proposed", "cancelled", "concluded")
        else frame.type
    )
    status, reasons = (hit.status, ("put off",)) if hit.status else status_of(scene, hit, tools.qualifiers)
    head = hit.trigger[0] if hit.nominal else (hit.clause.verb.head if hit.clause else hit.trigger[0])
    return EventMention(
        span=_span(scene, hit, timing[0] if timing else None),
        trigger=Span(units[hit.trigger[0]].start, units[hit.trigger[1] - 1].end),
        sentence=scene.sentence.index,
        rule=frame.id,
        type=type_,
        stage=frame.stage_if.get(status, frame.stage),
        status=status,
        arguments=arguments,
        time=timing[0] if timing else None,
        time_role=timing[1] if timing else "at",
        place=place,
        agreement=agreement,
        level=_without_article(hit.level) or (level(units, head) if hit.nominal else _visit_level(scene, hit)),
        ordinal=ordinal(units, head) if hit.nominal else None,
        reasons=reasons,
        years_before=hit.years,
        topic=hit.theme_span if frame.type == "project" else None,
    )


def _without_article(words: str | None) -> str | None:
    return words.removeprefix("a ").removeprefix("the ") if words else None


def _agreement(scene: Scene, hit: Hit) -> Span | None:
    """The agreement that an event is about; for talks, the one that they are on: "negotiations on a free trade pact"."""
    if hit.frame.type not in ABOUT_AGREEMENTS or hit.theme_span is None:
        return None
    if hit.level:
        named = [k for k in range(*hit.trigger) if "partnership" in scene.kinds[k]]
        return scene.units[named[-1]].span if named else hit.theme_span
    if hit.theme is None or not scene.kinds[hit.theme] & {"talks", "round"}:
        return hit.theme_span
    units, wanted = scene.units, frozenset(("agreement",))
    for k in range(hit.theme + 1, min(hit.theme + 10, len(units))):
        if wanted & scene.kinds[k]:
            return units[k].span
        if units[k].tag in ("sign", "be", "modal", "have", "relative") or (units[k].tag == "verb" and not units[k].form("base", "ing")):
            break
    before = [k for k in range(max(0, hit.theme - 2), hit.theme) if scene.kinds[k] & wanted]
    if before:
        return units[before[-1]].span
    return scene.focus.last(wanted, scene.sentence.index, units, scene.kinds, hit.theme)


def _visit_level(scene: Scene, hit: Hit) -> str | None:
    for k in range(*hit.trigger):
        if scene.units[k].lower in VISITS:
            return level(scene.units, k)
    if hit.frame.type == "visit" and hit.clause is not None:
        behind = [k for k in range(hit.clause.verb.end, hit.clause.right) if scene.units[k].lower in VISITS]
        return level(scene.units, behind[0]) if behind else None
    return None


def _arguments(scene: Scene, hit: Hit) -> tuple[Argument, ...]:
    found: dict[Span, str] = {}
    for role, k in hit.agents:
        found.setdefault(scene.units[k].span, role)
    if hit.frame.theme_role and hit.theme is not None:
        found.setdefault(scene.units[hit.theme].span, hit.frame.theme_role)
    if hit.clause is not None and not hit.nominal:
        for role, k in _others(scene, hit, hit.clause):
            found.setdefault(scene.units[k].span, role)
    if hit.frame.type not in PERSONAL:
        for span in _states_inside(scene, hit, set(found)):
            found.setdefault(span, "party")
    return tuple(Argument(role, span) for span, role in found.items() if role != "party" or not _mere_place(scene, span))


def _mere_place(scene: Scene, span: Span) -> bool:
    """Whether a party would be a town or a river, which is none."""
    return any(
        u.span == span and isinstance(u.mention, ActorMention) and (u.mention.form, u.mention.kind) == ("name", "place")
        for u in scene.units
    )


def _states_inside(scene: Scene, hit: Hit, spans: set[Span]) -> Iterator[Span]:
    """The states named inside an agreement's name or an actor's words: "the Ghana-Togo accord", "a Togolese brewer"."""
    for unit in scene.units:
        if unit.span in spans or (hit.theme_span is not None and unit.span == hit.theme_span):
            for mention in unit.inner:
                if isinstance(mention, ActorMention) and mention.kind == "country":
                    yield mention.span


ROLES = {
    "with": "party",
    "between": "party",
    "by": "agent",
    "of": "party",
    "from": "party",
    "to": "party",
    "against": "patient",
    "for": "recipient",
    "among": "party",
}


def _others(scene: Scene, hit: Hit, clause: Clause) -> Iterator[tuple[str, int]]:
    """Further actors of the clause: with whom, between whom, against whom; and those inside the theme's noun phrase."""
    if hit.theme is not None and hit.frame.type != "visit":
        for k in modifiers(scene.units, hit.theme):
            if is_actor(scene.units[k]):
                yield "party", k
        if not clause.left <= hit.theme < clause.right:
            for preposition, k in attached(scene.units, hit.theme, len(scene.units)):
                if preposition in ("with", "between", "of", "and"):
                    yield "party", k
    for p in clause.after:
        if is_actor(scene.units[p.head]) and p.preposition in ROLES and p.head != hit.theme and not clause.verb.end <= scene.gap < p.head:
            if hit.frame.type == "visit" and p.preposition not in ("with",):
                continue
            yield ROLES[p.preposition], p.head


def _span(scene: Scene, hit: Hit, time: Span | None) -> Span:
    """The shortest run of words that holds trigger, theme, subject and time."""
    units = scene.units
    places = [*range(*hit.trigger)]
    low, high = hit.trigger
    if hit.clause is not None and not hit.nominal:
        low = hit.clause.left
    reach = low - 12 if hit.nominal or hit.clause is None or hit.clause.kind in ("relative", "participle") else low
    if hit.theme is not None and hit.theme >= reach:
        places += [hit.theme, phrase_start(units, hit.theme, max(0, reach))]
    places += [k for _, k in hit.agents if k >= reach]
    if hit.clause is not None and not hit.nominal:
        places += [k for k in hit.clause.subject if k >= low]
        places += [phrase_start(units, k, low) for k in hit.clause.subject if k >= low]
    places += [k for k, unit in enumerate(units) if unit.span == time]
    start, end = min(places), max(places)
    return Span(units[start].start, units[max(end, high - 1)].end)


__all__ = ["Hit", "Phrase", "Scene", "Tools", "read_events", "tools_of"]
