"""Events: the frames of the rules, found in clauses, noun phrases and patterns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tieline.extract.events.absent import absent, supposed
from tieline.extract.events.anniversaries import anniversaries
from tieline.extract.events.building import mention_of
from tieline.extract.events.classes import Classes, classes_of
from tieline.extract.events.cues import HEADS
from tieline.extract.events.echoes import Model, echoes
from tieline.extract.events.enumerations import enumerated, listed_noun, repeated
from tieline.extract.events.focus import Focus
from tieline.extract.events.frames import Frames, frames_of
from tieline.extract.events.gapping import gapped, joined, shortened
from tieline.extract.events.infinitives import is_purpose
from tieline.extract.events.noun_hits import noun_hits, visiting
from tieline.extract.events.pattern_hits import pattern_hits
from tieline.extract.events.postponed import in_its_place, moved, postponed
from tieline.extract.events.qualifier_rules import Qualifiers, qualifiers_of
from tieline.extract.events.scene import Hit, Scene
from tieline.extract.events.statements import Speech, attribute, speech_of
from tieline.extract.events.story import Story
from tieline.extract.events.talk import Talk
from tieline.extract.events.timing import instead
from tieline.extract.events.verb_hits import verb_hits
from tieline.extract.events.visit_nouns import staying
from tieline.extract.events.words import Words, words_of
from tieline.extract.syntax.clauses import clauses
from tieline.extract.syntax.grammar import Grammar, grammar_of
from tieline.extract.syntax.units import lay_out, mark
from tieline.model.mention import EventMention, Reading
from tieline.model.span import Span
from tieline.model.time import TimeMention
from tieline.model.token import Sentence
from tieline.rules.load import Rulebook

SKIPPED = frozenset(("header", "byline", "dateline", "prefix", "footer", "link", "speaker"))
TOLD_ONCE = frozenset(("meeting", "summit", "aid", "investment", "trade_deal"))
RESTATED = frozenset(("dispute", "investment", "aid", "trade_deal"))
OCCASIONS = frozenset(("visit", "meeting", "summit"))
ASKING = frozenset(
    ("will", "would", "did", "does", "do", "is", "are", "was", "has", "have", "can", "could", "should", "when", "why", "how", "what", "who")
)
OUTCOME = "dispute.killed"
BEHIND, KNOWN = 3, 5  # words before talks that open a sentence; sentences within which they were told
LONGEST = 500  # units of one sentence that are read; no sentence of a newspaper is longer


@dataclass(frozen=True, eq=False)
class Tools:
    """The compiled knowledge that reading events needs."""

    grammar: Grammar
    classes: Classes
    frames: Frames
    qualifiers: Qualifiers
    speech: Speech
    words: Words


def tools_of(rulebook: Rulebook) -> Tools:
    """The compiled knowledge of a rulebook."""
    return Tools(
        grammar_of(rulebook), classes_of(rulebook), frames_of(rulebook), qualifiers_of(rulebook), speech_of(rulebook), words_of(rulebook)
    )


def read_events(reading: Reading, rulebook: Rulebook) -> tuple[EventMention, ...]:
    """The events that an article tells of, sentence by sentence."""
    tools = tools_of(rulebook)
    marks = mark(reading)
    focus = Focus()
    found: list[EventMention] = []
    talk, story = Talk(), Story()
    for sentence, row in zip(reading.article.sentences, marks.by_sentence, strict=True):
        if sentence.zone in SKIPPED:
            continue
        units = lay_out(sentence, row, tools.grammar)[:LONGEST]
        kinds = tools.classes.along(units)
        if _asks(sentence):
            focus.pass_over(sentence.index, units, kinds)  # "And the air services accord?" "It was suspended in May."
            continue
        scene = Scene(sentence, units, clauses(units, tools.grammar), focus, kinds, tools.words)
        scene.said_at = talk.at
        said = talk.take(scene, tools.speech)
        story.open_entry(scene)
        scene.entry = story.entry_of(scene)
        told = [
            (mention if mention.years_before else story.date(scene, mention, hit), hit)
            for mention, hit in _events(scene, tools, story.models)
        ]
        told = [(mention, hit) for mention, hit in told if not _behind_known(scene, hit, found)]
        story.close(scene, told)
        story.settle(scene, found, told)
        story.keep(scene, told)
        found += attribute([mention for mention, _ in told], said)
        found += said
        focus.pass_over(sentence.index, units, kinds)
    return tuple(sorted(found, key=lambda e: (e.trigger, e.rule)))


def _same_type(scene: Scene, hit: Hit, frames: Frames) -> bool:
    """Whether the theme of a verb would tell of an event of the same type once more: "upheld the ruling"."""
    word = scene.units[hit.theme].lower if hit.theme is not None else ""
    return any(phrase.frame.type == hit.frame.type for phrase in frames.nouns.get(word, ()))


def _apposed(scene: Scene, hit: Hit, found: list[Hit]) -> bool:
    """Whether a noun only names again what a verb told: "met on Tuesday, their first meeting since May"."""
    k = hit.trigger[0] - 1
    while k > 0 and scene.units[k].tag in ("determiner", "noun", "number", "adverb", "pronoun"):
        k -= 1
    same = any(one.frame.type == hit.frame.type and one.trigger[1] <= k for one in found)
    return same and scene.units[k].text == "," and k + 1 < hit.trigger[0]


def _same_trip(scene: Scene, hit: Hit, found: list[Hit]) -> bool:
    """Whether a noun only says of what kind the journey of the verb is: "arrives in Lima on Thursday on a two-day visit"."""
    if hit.frame.type != "visit" or not any(one.frame.type == "visit" and one.clause is hit.clause for one in found):
        return False
    k = hit.trigger[0] - 1
    while k > 0 and (scene.units[k].tag in ("noun", "number", "adverb", "time") or scene.units[k].lower in ("a", "an")):
        k -= 1
    return scene.units[k].lower in ("on", "for") and scene.units[k + 1].lower in ("a", "an")


def _tells_what(hit: Hit, other: Hit) -> bool:
    """Whether another event is what somebody agreed to: "agreed to suspend the works", "agreed to begin talks"."""
    clause = other.clause
    return (
        other is not hit and clause is not None and (clause is hit.clause or (clause.kind == "infinitive" and clause.parent is hit.clause))
    )


def _habit(hit: Hit) -> bool:
    """Whether a verb tells of what is done as a rule: "buys most of its oil from Orsenda"."""
    verb = hit.clause.verb if hit.clause is not None and not hit.nominal else None
    return verb is not None and verb.form == "present" and not (verb.modal or verb.perfect or verb.progressive or verb.passive)


def _only_figures(scene: Scene, hit: Hit, mention: EventMention) -> bool:
    """Whether goods sold abroad are told as a figure of a month or a year: "exported goods worth 5 million dollars in 2019"."""
    verb = hit.clause.verb if hit.clause is not None and not hit.nominal else None
    if mention.type != "trade_deal" or verb is None or mention.status != "occurred":
        return False
    wares = any(u.lower in scene.words["wares"] for u in scene.units[verb.end : verb.end + 5])
    if verb.lemma not in scene.words["trading"] and not (wares and verb.lemma in scene.words["trading_sums"]):
        return False
    told = next((u.mention for u in scene.units if u.span == mention.time), None)
    return not isinstance(told, TimeMention) or told.time is None or told.time.grain not in ("day", "week", "hour", "minute")


def _only_described(scene: Scene, hit: Hit, mention: EventMention, hits: Sequence[Hit]) -> bool:
    """Whether a participle without a time only says who built what another verb tells of: "the bridge, built by Orsenda, was opened"."""
    clause = hit.clause
    if mention.type != "project" or mention.time is not None or clause is None or hit.nominal or clause.kind != "participle":
        return False
    return any(other is not hit and other.frame.type == "project" and other.clause is not clause for other in hits)


def _restated(scene: Scene, hit: Hit, mention: EventMention, before: Sequence[Model]) -> bool:
    """Whether a participle without doer and time only names again what was told: "The duties imposed will range from 6 to 9 percent"."""
    clause = hit.clause
    if clause is None or hit.nominal or mention.time is not None or hit.theme is None or mention.type not in RESTATED:
        return False
    verb = clause.verb
    described = hit.theme in clause.subject and verb.end - verb.start == 1 and scene.units[verb.head].form("part") is not None
    doer = any(p.preposition == "by" for p in clause.after)
    return described and not doer and any(one.hit.frame is hit.frame for one in before)


def _is_wont(scene: Scene, hit: Hit, mention: EventMention) -> bool:
    """Whether a visit or a meeting is told as a habit: "visited Lima whenever they were in the region", "meet regularly"."""
    clause = hit.clause
    since = mention.time is not None and mention.time_role == "since"
    if mention.type not in OCCASIONS or clause is None or (mention.time is not None and not since):
        return False
    told = {u.lower for u in scene.units[clause.verb.end : max(hit.theme or 0, hit.trigger[1])]}
    if clause.verb.form == "present" and not clause.verb.modal and told & scene.words["habitual"]:
        return True  # "Since 2007 both hold yearly meetings"
    if clause.link == "whenever" or any(c.parent is clause and c.link == "whenever" for c in scene.clauses):
        return True
    near = {u.lower for u in scene.units[max(0, clause.verb.start - 1) : clause.verb.end + 1]}
    behind = {u.lower for u in scene.units[clause.verb.end : clause.right]}
    return bool(near & scene.words["habitual"]) or "whenever" in behind


def _is_regretted(hit: Hit) -> bool:
    """Whether words only deplore what was done: "Ties should never have been cut" tells neither that they were nor that they were not."""
    verb = hit.clause.verb if hit.clause is not None and not hit.nominal else None
    return verb is not None and verb.modal == "should" and verb.perfect and verb.negated


def _only_for_talks(scene: Scene, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether talks only say what a meeting or a visit was for: "met in Lima for talks hosted by the premier"."""
    if hit.frame.type != "negotiation" or hit.frame.stage or hit.theme is None:
        return False
    led = any(u.lower == "for" for u in scene.units[max(0, hit.theme - 3) : hit.theme])
    return led and any(other.frame.type in OCCASIONS and other.trigger[1] <= hit.theme for other in hits)


def _only_outcome(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a participle only tells what came of a fight told before it: "exchanged fire on Sunday, killing two guards"."""
    clause = hit.clause
    if hit.frame.id != OUTCOME or hit.nominal or clause is None or clause.kind != "participle" or clause.verb.form != "ing":
        return False
    return any(other is not hit and other.frame.type == "dispute" and other.trigger[1] <= clause.verb.start for other in hits)


def _behind_known(scene: Scene, hit: Hit, found: Sequence[EventMention]) -> bool:
    """Whether a sentence only opens with talks told before: "After the meeting, the two ministers signed ..."."""
    if not hit.nominal or hit.frame.type not in ("meeting", "negotiation") or hit.trigger[0] > BEHIND or hit.time is not None:
        return False
    lead = [u.lower for u in scene.units[: hit.trigger[0]]]
    if lead[:1] not in (["after"], ["following"], ["during"], ["at"]) or lead[1:2] not in (["the"], ["their"]):
        return False
    recent = (one for one in reversed(found) if scene.sentence.index - one.sentence <= KNOWN)
    return any(one.type in ("meeting", "summit", "negotiation") and one.status == "occurred" for one in recent)


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence asks: nothing in it is asserted."""
    asked = sentence.text.rstrip(' \n"”').endswith("?")
    first = next((token.lower for token in sentence.tokens if token.text[0].isalpha()), "")
    return asked and (sentence.zone == "question" or (sentence.zone in ("prose", "list") and first in ASKING))


def _with_guests(off: Sequence[Hit], found: Sequence[Hit]) -> list[Hit]:
    """The visits put off, with those who were to come: "was to have come in May, but the visit was put off"."""
    told = [hit for hit in found if hit.frame.type == "visit"]
    kept = []
    for hit in off:
        before = next((one for one in reversed(told) if one.trigger[1] <= hit.trigger[0]), None)
        if hit.frame.type != "visit" or hit.agents or before is None:
            kept.append(hit)
        elif hit.status != "cancelled" or hit.time is not None or (before.clause is not None and before.clause.verb.modal != "was to"):
            kept.append(replace(hit, agents=before.agents))
    return kept


def _before_gap(scene: Scene, hit: Hit) -> Hit:
    """A hit without those who belong to the second half behind it."""
    if hit.nominal or hit.clause is None or hit.clause.verb.end > scene.gap:
        return hit
    return replace(hit, agents=tuple((role, k) for role, k in hit.agents if k < scene.gap))


def _events(scene: Scene, tools: Tools, before: Sequence[Model]) -> Iterator[tuple[EventMention, Hit]]:
    hits = list(postponed(scene, tools.frames)) + list(moved(scene, tools.frames))
    hits += list(anniversaries(scene, dict(tools.frames.by_id)))
    for hit in hits:
        scene.used.update(range(*hit.trigger))
    put_off = len(hits)
    found = [hit for clause in scene.clauses if clause.verb.head not in scene.used for hit in verb_hits(scene, clause, tools.frames)]
    for hit in found:
        scene.used.update(range(*hit.trigger))
        talks = hit.theme is not None and bool(scene.kinds[hit.theme] & {"talks", "round"})
        if hit.theme is not None and (talks or hit.frame.type in TOLD_ONCE or _same_type(scene, hit, tools.frames)):
            scene.used.add(hit.theme)
    found = in_its_place(scene, found)
    hits += found
    hits = [*_with_guests(hits[:put_off], found), *hits[put_off:]]
    second = [*gapped(scene, found), *shortened(scene, found)]
    scene.gap = min((hit.trigger[0] for hit in second), default=scene.gap)
    if second:
        hits = [_before_gap(scene, hit) for hit in hits]
    hits += second
    echoed = [hit for hit in echoes(scene, found, before) if not any(hit.clause is other.clause for other in found)]
    hits += [*echoed, *shortened(scene, echoed)]
    hits += list(absent(scene, tools.frames)) + list(supposed(scene, tools.frames))
    nominal = [hit for hit in noun_hits(scene, tools.frames) if not _apposed(scene, hit, found) and not _same_trip(scene, hit, found)]
    hits += nominal
    scene.used.update(hit.theme for hit in nominal if hit.theme is not None and hit.frame.type in TOLD_ONCE)
    hits += [*visiting(scene, tools.frames), *staying(scene, tools.frames)]
    hits += list(pattern_hits(scene, tools.frames))
    one_by_one = list(enumerated(scene, tools.frames))
    noun = listed_noun(scene) if one_by_one else None
    hits = [*(hit for hit in hits if noun is None or (hit.theme != noun and hit.trigger[0] != noun)), *one_by_one]
    hits += [other for hit in hits for other in joined(scene, hit)]
    for hit in [*hits, *repeated(scene, hits)]:
        mention = mention_of(scene, hit, tools.classes, tools.qualifiers)
        if _only_for_talks(scene, hit, hits) or _only_outcome(hit, hits):
            continue
        if (hit.frame.dated and mention.time is None) or _is_wont(scene, hit, mention) or _is_regretted(hit):
            continue
        if (
            hit.frame.certain
            and mention.time is None
            and (mention.status == "hypothetical" or (_habit(hit) and scene.sentence.zone not in HEADS))
        ):
            continue
        if _only_figures(scene, hit, mention) or _only_described(scene, hit, mention, hits):
            continue
        if _restated(scene, hit, mention, before):
            continue
        if hit.frame.lone and any(_tells_what(hit, other) for other in hits):
            continue
        if scene.sentence.zone == "question" and mention.status in ("planned", "expected"):
            mention = replace(mention, status="hypothetical", reasons=("put to somebody in a question",))
        if mention.status != "occurred" or not is_purpose(scene, hit):
            yield mention, hit
            former = instead(scene, hit)
            if former is not None:
                span = Span(mention.span.start, max(mention.span.end, former.end))
                yield replace(mention, span=span, status="cancelled", time=former, time_role="at", reasons=("another date instead",)), hit
