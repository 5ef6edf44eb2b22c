"""The shortest words that tell an event, where one sentence tells several of its kind."""

import re
from collections.abc import Set

from tieline.model.mention import Article, EventMention, Reading
from tieline.model.span import Span

EDGE = " ,;:\n\t\u00a0"


def cores(reading: Reading) -> dict[int, list[tuple[Span, str]]]:
    """By sentence, the trigger of each event with the time that follows it, in order, with the type of the event."""
    found: dict[int, list[tuple[Span, str]]] = {}
    for mention in reading.events:
        found.setdefault(mention.sentence, []).append((_core(mention), mention.type))
    return {index: sorted(set(spans)) for index, spans in found.items()}


def _core(mention: EventMention) -> Span:
    time = mention.time
    near = time is not None and mention.trigger.end <= time.start <= mention.trigger.end + 40
    return Span(mention.trigger.start, time.end if near and time else mention.trigger.end)


def trimmed(mention: EventMention, around: list[tuple[Span, str]], article: Article, tails: Set[str] = frozenset()) -> Span:
    """The span of an event without the neighbours of its type: "signed in 2011 and ratified in 2012" tells two."""
    if not mention.span.touches(mention.trigger):
        return mention.span  # a second half without a verb of its own
    full = _core(mention)
    others = [span for span, kind in around if kind == mention.type and span != full]
    own = mention.trigger if any(mention.trigger.end <= one.start < full.end for one in others) else full
    before = [one.end for one in others if one.start < mention.trigger.start and one.end <= own.start]
    start = max([mention.span.start, *before, *(_shared(mention, end) for end in before)])
    end = min([mention.span.end, *(one.start for one in others if one.start >= own.end)])
    start, end = min(start, mention.trigger.start), max(end, mention.trigger.end)
    text = article.text
    start = _after_and(text, start, mention.trigger.start) if start > mention.span.start else start
    while start < mention.trigger.start and text[start] in EDGE:
        start += 1
    if end < mention.span.end:
        end = _without_tail(text, mention.trigger.end, end, tails)
    while end > mention.trigger.end and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end)


def _without_tail(text: str, floor: int, end: int, tails: Set[str]) -> int:
    """The end of words cut off before a neighbour, without the small words that lead over to it: "since two"."""
    found = list(re.finditer(r"\S+", text[floor:end]))
    while found and found[-1][0].lower().strip(",;") in tails:
        end = floor + found.pop().start()
    return end


def _shared(mention: EventMention, end: int) -> int:
    """Where the agreement ends that stands behind another verb and before this one: it is part of what that verb tells."""
    deal = mention.agreement
    return deal.end if deal and end <= deal.start and deal.end <= mention.trigger.start else 0


def _after_and(text: str, start: int, trigger: int) -> int:
    """The place behind the last "and" before a verb, if nothing that could be its subject stands before that word."""
    found = text.rfind(" and ", start, trigger)
    return start if found < 0 or any(char.isupper() for char in text[start:found]) else found + 5
