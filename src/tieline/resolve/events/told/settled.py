"""Times and statuses settled between the events of a sentence, before anything is resolved."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tieline.model.mention import EventMention, Reading
from tieline.model.span import Span
from tieline.resolve.events.told.asked import answered
from tieline.resolve.events.told.face_to_face import as_meeting

_YEAR = re.compile(r"\b\d{4}\b")
_ASIDE = re.compile(r",[^,.;:]{3,80},")
LEANING = frozenset({"since", "after", "before", "following", "until"})
ARTICLES = ("a", "an", "the", "their", "its")
OPENING = frozenset({"started", "launched"})
SECOND = frozenset({"was", "were", "is", "are", "has", "had"})
OCCASIONS = frozenset({"visit", "meeting", "summit"})
BEHIND = frozenset({"after", "following", "since"})
FIRSTS = frozenset({"first", "only"})
REACH = 32  # characters before the noun or verb of an occasion that may count it
LEANT = 3  # words before an event of which one may say that another leans on it


def settled(reading: Reading, words: Mapping[str, frozenset[str]]) -> Reading:
    """The reading with times and statuses settled between the events of a sentence.

    A time goes to the nearest of two events of one kind that different people do; a noun that is the subject of "will" lies ahead.
    """
    near: dict[Span | None, list[EventMention]] = {}
    for mention in reading.events:
        if mention.time:
            near.setdefault(mention.time, []).append(mention)
    found = []
    for mention in reading.events:
        rivals = near[mention.time] if mention.time else []
        own = _without_time(mention) if mention.shift is None and _is_of_another(mention, rivals, reading) else mention
        found.append(answered(as_meeting(_broken(_ahead(own, reading)), reading, words), reading))
    return replace(reading, events=tuple(found))


def _broken(mention: EventMention) -> EventMention:
    """The mention as that of a rupture where two are told to have had no relations since a day."""
    if mention.type != "diplomatic_ties" or mention.status != "denied" or mention.time is None or mention.time_role != "since":
        return mention
    why = "no relations since a day means that they were broken off then"
    return replace(mention, stage="severed", status="occurred", past=True, time_role="at", reasons=(*mention.reasons, why))


def _is_of_another(mention: EventMention, rivals: Sequence[EventMention], reading: Reading) -> bool:
    """Whether the time of an event is that of another event, or of the agreement that it is about."""
    alike = [one for one in rivals if (one.type, one.stage) == (mention.type, mention.stage)]
    nearer = any(not one.together and _between(one, mention) and one.arguments != mention.arguments for one in alike)
    if (
        nearer
        or _dates_the_last(mention, reading)
        or _dates_the_deal(mention, reading)
        or _of_first_half(mention, reading)
        or _dates_the_start(mention, rivals)
    ):
        return True
    return any(_leans_on(mention, rival, reading) for rival in rivals)


def _without_time(mention: EventMention) -> EventMention:
    """The mention without its time, nor the words before its verb that only lead over from that time."""
    time, span = mention.time, mention.span
    if time and span.start <= time.start and time.end <= mention.trigger.start:
        span = Span(mention.trigger.start, span.end)
    return replace(mention, time=None, span=span)


def _between(rival: EventMention, mention: EventMention) -> bool:
    return mention.time is not None and mention.trigger.end <= rival.trigger.start and rival.trigger.end <= mention.time.start


def _of_first_half(mention: EventMention, reading: Reading) -> bool:
    """Whether a sum stands in a second half that has no time: "began in 2012 and was paid for by a loan of 5 million dollars"."""
    if mention.type not in ("investment", "aid") or mention.time is None or mention.time.end > mention.trigger.start:
        return False
    words = reading.article.text[mention.time.end : mention.trigger.start].lower().split()
    return "and" in words[:2] and bool(set(words) & SECOND)


def _dates_the_start(mention: EventMention, rivals: Sequence[EventMention]) -> bool:
    """Whether a time is that of a beginning told before it: "began in 2012 and ended early" does not say when it ended."""
    if mention.time is None or mention.stage in OPENING or mention.trigger.start < mention.time.end:
        return False
    starts = [one for one in rivals if one.stage in OPENING and one.type == mention.type]
    return any(one.trigger.end <= mention.time.start for one in starts)


def _leans_on(mention: EventMention, rival: EventMention, reading: Reading) -> bool:
    """Whether a time is that of another event, since or after which this one was: "has hung fire since the rounds of 2003"."""
    if mention.time is None or rival is mention or rival.stage == mention.stage or not _between(rival, mention):
        return False
    words = reading.article.text[mention.trigger.end : rival.trigger.start].lower().split()
    return any(word in LEANING for word in words[-LEANT:])


def _dates_the_last(mention: EventMention, reading: Reading) -> bool:
    """Whether a time is that of an occasion before: "his first visit to Tavonia since 2012", "the second, after that of 2012"."""
    if mention.time is None or mention.type not in OCCASIONS:
        return False
    text = reading.article.text
    led = text[: mention.time.start][-REACH:].lower().replace(",", " ").split()
    if led[-1:] != ["since"]:
        return led[-1:] in (["of"], ["in"]) and led[-2:-1] in (["that"], ["one"], ["first"]) and bool(BEHIND & set(led[-4:-2]))
    words = text[max(mention.trigger.start - REACH, 0) : mention.time.start].lower().split()
    return bool(FIRSTS & set(words))


def _dates_the_deal(mention: EventMention, reading: Reading) -> bool:
    """Whether a time belongs to the name of an agreement, as in "the agreement of 2004 remains in force"."""
    deal, time = mention.agreement, mention.time
    if deal is None or time is None or mention.stage in (None, "signed", "concluded") or mention.trigger.start < time.end:
        return False
    text = reading.article.text
    led = text[: time.start].lower().split()[-1:]  # "the 2004 treaty"; "On 3 May treaties took effect" tells of none of 3 May
    named = bool(led) and (led[0] in ARTICLES or led[0].endswith(("'s", "’s")))
    before = named and time.end < deal.start and text[time.end : deal.start] == " "
    return text[deal.end : time.start] == " of " or deal.contains(time) or before


def _ahead(mention: EventMention, reading: Reading) -> EventMention:
    """The mention as planned where "will" stands right before its verb or after it ("the inauguration on Thursday will open a route")."""
    text = reading.article.text
    aside = _ASIDE.match(text, mention.span.end)  # "the opening of the port on Thursday, if all goes well, will ..."
    end = aside.end() if aside else mention.span.end
    after = text[end : end + 8].split()
    before = text[max(mention.trigger.start - 8, 0) : mention.trigger.start].split()
    dated = mention.time is not None and _YEAR.search(text[mention.time.start : mention.time.end]) is not None
    ahead = (after[:1] == ["will"] and not dated and not mention.past) or before[-1:] == ["will"]
    return replace(mention, status="planned") if mention.status == "occurred" and ahead else mention
