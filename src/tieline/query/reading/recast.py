"""The last question put again with another question word, in the order that its grammar asks for: "where was the pact signed?"."""

import re

from tieline.late import regex
from tieline.query.reading.antecedents import Topic
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import NOWHERE

_AUX = r"(?:did|does|do|had|has|have|will|would|can|could|should|must|may|might|is|are|was|were)"
_ASKED = (
    r"(?:(?:in|on|at|from|since|until|by|for|over|under|within|to|as of|with|against) )?"
    r"(?:whom|when|where|why|how(?: (?:long|often|far|soon))?|(?:what|which|how many) [a-z]+)"
)
_GIVES = regex(rf"(?:{_ASKED}|since when|until when|by when)", re.I)  # asks for a time, a place, a reason or a measure
# what goes with no verb
_MEASURED = regex(r"\W*(?:\w+ )?(?:what|which) (?:rate|price|cost|interest|year|day|date|month|time|place|city)\b", re.I)
_LED = regex(r"(?:about|on|in|at|to|for|with|from|by|against|of|into|over|after|before)\b", re.I)
_FIRST = regex(rf"\b{_AUX}(?=\s)", re.I)
_ONE_WORD = regex(
    r"\s*(?P<done>[a-z]+ed|built|met|bought|sold|led|paid|lent|sent|held|made|won|left|found|cut|set|brought|sought|read)\s*", re.I
)


def recast(topic: Topic, words: str) -> str | None:
    """The last question with another question word before it; None where that stands in no other order there."""
    frame = frame_of(topic.view, topic.query) if _GIVES.fullmatch(words) else None
    if frame is None or frame.copular:
        return None
    if frame.asks == "subject":
        return _of_deed(topic, frame, words)
    return _of_clause(topic, frame, words) if frame.asks == "object" or _MEASURED.match(topic.query.text) else None


def _of_deed(topic: Topic, frame: Frame, words: str) -> str | None:
    """What was done to the thing that somebody did something to: "where?" after "who signed the pact?"."""
    thing, text = frame.rest.span, topic.query.text
    before = text[topic.query.asked.end : thing.start].split()
    verb = _ONE_WORD.fullmatch(before[-1]) if thing != NOWHERE and before and not _LED.match(text, thing.start) else None
    return f"{words} was {text[thing.start : thing.end]} {verb['done']}?" if verb else None


def _of_clause(topic: Topic, frame: Frame, words: str) -> str | None:
    """The clause of a question behind what it asked for: "over how many years?" after "at what rate did Togo lend the money?"."""
    subject, text = frame.subject.span, topic.query.text.rstrip(" ?")
    found = list(_FIRST.finditer(text, 0, subject.start)) if subject != NOWHERE else []
    if not found:
        return None
    wanted = frame.wanted.span
    noun = text[wanted.start : wanted.end] if wanted != NOWHERE and frame.asks == "object" and not _MEASURED.match(text) else ""
    return f"{words} {text[found[-1].start() :]}{' ' * bool(noun)}{noun}?"
