"""Events: the frames of the rules, found in clauses, noun phrases and patterns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieline.extract.events.building import mention_of
from tieline.extract.events.carried.echoes import Model
from tieline.extract.events.carried.story import Story
from tieline.extract.events.frame.focus import Focus
from tieline.extract.events.frame.infinitives import is_purpose
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.left_out import Candidate, is_left_out
from tieline.extract.events.speech.statements import attribute
from tieline.extract.events.speech.talk import Talk
from tieline.extract.events.status.cues import tells_on
from tieline.extract.events.told_hits import hits_of
from tieline.extract.events.tools import Tools, tools_of
from tieline.extract.events.when.timing import instead
from tieline.extract.syntax.clauses import clauses
from tieline.extract.syntax.units import lay_out, mark
from tieline.model.mention import EventMention, Reading
from tieline.model.span import Span
from tieline.model.token import Sentence
from tieline.rules.load import Rulebook

SKIPPED = frozenset(("header", "byline", "dateline", "prefix", "footer", "link", "speaker"))
ASKING = frozenset(
    ("will", "would", "did", "does", "do", "is", "are", "was", "has", "have", "can", "could", "should", "when", "why", "how", "what", "who")
)
AT_TALKS = frozenset(("exchange", "discuss", "review"))
BEHIND, KNOWN = 3, 5  # words before talks that open a sentence; sentences within which they were told
LONGEST = 500  # units of one sentence that are read; no sentence of a newspaper is longer


def read_events(reading: Reading, rulebook: Rulebook) -> tuple[EventMention, ...]:
    """The events that an article tells of, sentence by sentence."""
    tools = tools_of(rulebook)
    marks = mark(reading)
    focus = Focus()
    found: list[EventMention] = []
    talk, story = Talk(), Story()
    retold = -1  # the paragraph in which somebody's words about what would be done go on
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
        scene.retold = retold == sentence.paragraph
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
        retold = sentence.paragraph if tells_on(scene) else -1
        focus.pass_over(sentence.index, units, kinds)
    return tuple(sorted(found, key=lambda e: (e.trigger, e.rule)))


def _events(scene: Scene, tools: Tools, before: Sequence[Model]) -> Iterator[tuple[EventMention, Hit]]:
    """The events that a sentence tells of, each with its hit."""
    hits = hits_of(scene, tools.frames, before)
    for hit in hits:
        mention = mention_of(scene, hit, tools.classes, tools.qualifiers)
        if is_left_out(Candidate(scene, hit, mention, hits, before)):
            continue
        if scene.sentence.zone == "question" and mention.status in ("planned", "expected"):
            mention = replace(mention, status="hypothetical", reasons=("put to somebody in a question",))
        if mention.status != "occurred" or not is_purpose(scene, hit):
            yield from _with_former(scene, hit, mention)


def _with_former(scene: Scene, hit: Hit, mention: EventMention) -> Iterator[tuple[EventMention, Hit]]:
    """An event, and as cancelled the one of the other date that it was to have had."""
    yield mention, hit
    former = instead(scene, hit)
    if former is not None:
        span = Span(mention.span.start, max(mention.span.end, former.end))
        yield replace(mention, span=span, status="cancelled", time=former, time_role="at", reasons=("another date instead",)), hit


def _opens(hit: Hit) -> bool:
    """Whether talks told by a noun stand at the beginning of a sentence."""
    return hit.nominal and hit.trigger[0] <= BEHIND


def _goes_on(hit: Hit) -> bool:
    """Whether a verb only tells what was done at talks: "During the talks, the two sides exchanged views"."""
    return not hit.nominal and hit.clause is not None and hit.clause.verb.lemma in AT_TALKS


def _behind_known(scene: Scene, hit: Hit, found: Sequence[EventMention]) -> bool:
    """Whether a sentence only opens with talks told before: "After the meeting, the two ministers signed ..."."""
    if hit.frame.type not in ("meeting", "negotiation") or hit.time is not None or not (_opens(hit) or _goes_on(hit)):
        return False
    lead = [u.lower for u in scene.units[: max(hit.trigger[0], BEHIND)]]
    if lead[:1] not in (["after"], ["following"], ["during"], ["at"]) or lead[1:2] not in (["the"], ["their"]):
        return False
    recent = (one for one in reversed(found) if scene.sentence.index - one.sentence <= KNOWN)
    return any(one.type in ("meeting", "summit", "negotiation") and one.status == "occurred" for one in recent)


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence asks: nothing in it is asserted."""
    asked = sentence.text.rstrip(' \n"”').endswith("?")
    first = next((token.lower for token in sentence.tokens if token.text[0].isalpha()), "")
    return asked and (sentence.zone == "question" or (sentence.zone in ("prose", "list") and first in ASKING))
