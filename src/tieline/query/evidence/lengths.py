"""The length of time in a sentence that a question asks for."""

import re

from tieline.late import regex
from tieline.model.time import TimeMention
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.cover import Hit
from tieline.query.evidence.pick import Pick, closeness, held
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.view import Passage, View

TIE = 0.93
_AWAY = regex(r"\b(?:after|before|later|earlier|ago|from now|early|late)\b", re.I)  # lengths that lie between two things
_EACH = regex(r"an? (?:hour|day|week|month|year)", re.I)  # "4,000 tons a year"

# How seldom something was so, and not how long it lasts: "her second visit in six years".
_RARE = regex(
    r"\b(?:first|second|third|fourth|fifth|only|\w+est)\b[^,;.]{0,60}\bin (?:more than |nearly |almost |about |over |at least )?$", re.I
)


# A term set for something, and not how long it lasts: "will complain within 30 days".
_WITHIN = regex(r"\b(?:within|inside|in less than|in under|every|each) (?:the |a )?$", re.I)
_TERM = regex(r"\b(?:within|how soon|how often|how quickly|how fast|notice|deadline|take|takes|took)\b", re.I)
# How far a thing reaches, and not how long it lasts.
_OF_THING = regex(
    r"^\W*how long (?:is|are|was|were|will|would) (?:the|a|an|its|their|this|that|be) (?:[\w'’-]+ ){0,4}?"
    r"(?:\w*line|road|\w*way|bridge|tunnel|border"
    r"|frontier|river|canal|wall|fence|route|corridor|cable|\w*coast|track|link|stretch|section|dam|pier|runway|train)s?"
    r"(?: (?:be|between|from|to|of|over|under|across|that|which)\b[^?]*)?\W*$",
    re.I,
)


def pick_length(view: View, query: Query, asked: Sought, hit: Hit) -> Pick | None:
    """The length of time that stands nearest to what is asked; None where the sentence gives none."""
    passage = hit.passage
    if _OF_THING.match(query.text):
        return None
    told = _of_noun(view, asked, passage)
    if told:
        return Pick(told.text, told.timex3.value or told.text)
    lengths = [m for m in passage.times if m.timex3.type == "DURATION" and m.time is None and not _EACH.fullmatch(m.text)]
    if not _AWAY.search(query.text):
        text = passage.document.text
        lengths = [m for m in lengths if not _AWAY.search(m.text) and not _AWAY.match(text[m.end : m.end + 12].lstrip(" -"))]
    before = ((m, passage.document.text[passage.fact.start : m.start]) for m in lengths)
    lengths = [m for m, text in before if not _RARE.search(text) and (_TERM.search(query.text) or not _WITHIN.search(text))]
    ranked = sorted(
        ((closeness(view, asked, passage, m.start, m.end), -m.start, m) for m in lengths), key=lambda one: one[:2], reverse=True
    )
    if not ranked:
        return None
    best = ranked[0][2]
    rivals = [m for score, _, m in ranked[1:] if score >= TIE * ranked[0][0]]
    return Pick(best.text, best.timex3.value or best.text, sure=not rivals, held=held(view, asked, passage, best.start, best.end))


def _of_noun(view: View, asked: Sought, passage: Passage) -> TimeMention | None:
    """The length that stands right before the noun asked about: "a four-day state visit", "eleven months of talks"."""
    head = asked.frame.subject.head if asked.frame else None
    if head is None:
        return None
    found = []
    for mention in passage.times:
        behind = stems(passage.document.text[mention.end : min(mention.end + 50, passage.fact.end)])[:4]
        at = next((n for n, word in enumerate(behind) if word == head or word in view.lexicon.nouns.get(head, ())), None)
        if mention.timex3.type == "DURATION" and mention.time is None and at is not None and not set(behind[:at]) & _CUT:
            found.append(mention)
    return found[0] if len(found) == 1 else None


_CUT = frozenset(
    ("to", "in", "for", "on", "by", "from", "after", "before", "and", "or", "at", "unless", "if", "when", "while", "that", "until", "as")
)
