"""The shortest words that tell an event, where one sentence tells several of its kind."""

import re
from collections.abc import Set
from dataclasses import replace

from tieline.model.mention import Article, EventMention, Reading
from tieline.model.span import Span
from tieline.resolve.asked import answered

LEANING = frozenset({"since", "after", "before", "following", "until"})
SECOND = frozenset({"was", "were", "is", "are", "has", "had"})
LEANT = 3  # words before an event of which one may say that another leans on it
_YEAR = re.compile(r"\b\d{4}\b")
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


def settled(reading: Reading) -> Reading:
    """The reading with times and statuses settled between the events of a sentence.

    A time goes to the nearest of two events of one kind that different people do; a noun that is the subject of "will" lies ahead.
    """
    claims: dict[tuple[Span, str, str | None], list[EventMention]] = {}
    near: dict[Span | None, list[EventMention]] = {}
    for mention in reading.events:
        if mention.time:
            claims.setdefault((mention.time, mention.type, mention.stage), []).append(mention)
            near.setdefault(mention.time, []).append(mention)
    found = []
    for mention in reading.events:
        rivals = claims[mention.time, mention.type, mention.stage] if mention.time else []
        nearer = any(not rival.together and _between(rival, mention) and rival.arguments != mention.arguments for rival in rivals)
        own = (
            nearer
            or _dates_the_deal(mention, reading)
            or _of_first_half(mention, reading)
            or any(_leans_on(mention, rival, reading) for rival in near.get(mention.time, ()))
        )
        found.append(answered(_ahead(replace(mention, time=None) if own else mention, reading), reading))
    return replace(reading, events=tuple(found))


def _between(rival: EventMention, mention: EventMention) -> bool:
    return mention.time is not None and mention.trigger.end <= rival.trigger.start and rival.trigger.end <= mention.time.start


def _of_first_half(mention: EventMention, reading: Reading) -> bool:
    """Whether a sum stands in a second half that has no time: "began in 2012 and was paid for by a loan of 5 million dollars"."""
    if mention.type not in ("investment", "aid") or mention.time is None or mention.time.end > mention.trigger.start:
        return False
    words = reading.article.text[mention.time.end : mention.trigger.start].lower().split()
    return "and" in words[:2] and bool(set(words) & SECOND)


def _leans_on(mention: EventMention, rival: EventMention, reading: Reading) -> bool:
    """Whether a time is that of another event, since or after which this one was: "has been stuck since two rounds in 2006"."""
    if mention.time is None or rival is mention or rival.stage == mention.stage or not _between(rival, mention):
        return False
    words = reading.article.text[mention.trigger.end : rival.trigger.start].lower().split()
    return any(word in LEANING for word in words[-LEANT:])


def _dates_the_deal(mention: EventMention, reading: Reading) -> bool:
    """Whether a time belongs to the name of an agreement, as in "the agreement of 2004 remains in force"."""
    deal, time = mention.agreement, mention.time
    if deal is None or time is None or mention.stage in (None, "signed", "concluded") or mention.trigger.start < time.end:
        return False
    text = reading.article.text
    return text[deal.end : time.start] == " of " or deal.contains(time) or (time.end < deal.start and text[time.end : deal.start] == " ")


def _ahead(mention: EventMention, reading: Reading) -> EventMention:
    """The mention as planned where "will" stands right before its verb or after it ("the inauguration on Thursday will open a route")."""
    text = reading.article.text
    after = text[mention.span.end : mention.span.end + 8].split()
    before = text[max(mention.trigger.start - 8, 0) : mention.trigger.start].split()
    dated = mention.time is not None and _YEAR.search(text[mention.time.start : mention.time.end]) is not None
    ahead = (after[:1] == ["will"] and not dated) or before[-1:] == ["will"]
    return replace(mention, status="planned") if mention.status == "occurred" and ahead else mention
