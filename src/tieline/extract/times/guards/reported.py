"""Guards of the periods that reports are about."""

import re

from tieline.extract.times.captures import Captures
from tieline.extract.times.compound import in_falling_size
from tieline.extract.times.guards.lengths import calendar_unit, length
from tieline.extract.times.guards.months import month_name
from tieline.extract.times.guards.words import after, before, guard
from tieline.late import regex


@guard
def that_time(text: str, start: int, end: int, caps: Captures) -> bool:
    """By that time; "that time" alone may be an occasion."""
    return before(text, start) in caps.words["moment_lead"]


@guard
def one_single(text: str, start: int, end: int, caps: Captures) -> bool:
    """A single day, week or longer."""
    return not (caps.text("unit") or "s").endswith("s") and text[end : end + 1] != "-"


@guard
def closed_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """A plural unit that nothing is joined to."""
    return text[end : end + 1] not in ("-", "'", "’")


@guard
def month_spoken(text: str, start: int, end: int, caps: Captures) -> bool:
    """September the third; not "September, the third monthly decline"."""
    if "," in text[start:end] and " the " in text[start:end] and after(text, end).islower():
        return False
    return month_name(text, start, end, caps)


@guard
def year_end(text: str, start: int, end: int, caps: Captures) -> bool:
    """Year-end, the year's end; "year end" in two words only where nothing that it describes follows."""
    joined = "-" in text[start:end] or "'" in text[start:end] or "’" in text[start:end]
    return calendar_unit(text, start, end, caps) and (
        joined or after(text, end) == "" or after(text, end).lower() in caps.words["unit_end"]
    )


_GAME = regex(
    r"\b(?:\d{1,3}-\d{1,3}|points?|yards?|touchdowns?|goals?|scor(?:e|ed|es|ing)|rebounds?|halftime|quarterback|baskets?|layup)\b"
)
_BUSINESS = regex(
    r"[$%€£]|\b(?:percent|profits?|sales|revenues?|earnings|income|growth|grew|loss|economy|million|billion|shares?|output|trade|exports?|imports?|shipments|orders|turnover|deficit|surplus)\b",
    re.IGNORECASE,
)


@guard
def no_game(text: str, start: int, end: int, caps: Captures) -> bool:
    """A quarter of a year; not of a game, where the sentence tells a score and no amounts."""
    if caps.has("year") or caps.has("which") or caps.has("told"):
        return True
    around = text[max(0, start - 90) : end + 60]
    if "fiscal" in text[start:end].lower() or "financial" in text[start:end].lower():
        return True
    return _GAME.search(around) is None or _BUSINESS.search(around) is not None


_BEGUN = regex(r"\b(?:in|into|enter(?:s|ed|ing)?|for|now in)\s{1,3}$", re.IGNORECASE)
_PERIOD = regex(r"\s{1,3}(?:of|as|in (?:office|power))\b|[-–]")


@guard
def own_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """The unit that something is in or enters now; not one told of long ago ("in his first year")."""
    first = (caps.text("nth") or "") in ("first", "1st", "last", "final")
    return not first and _BEGUN.search(text[max(0, start - 14) : start]) is not None and _PERIOD.match(text, end) is None


@guard
def some_time(text: str, start: int, end: int, caps: Captures) -> bool:
    """How long something went on: "for some time", not "some time ago"."""
    return before(text, start) == "for" and after(text, end) not in ("ago", "in", "between", "around", "next", "this", "last")


@guard
def from_to(text: str, start: int, end: int, caps: Captures) -> bool:
    """Two numbers of one unit: "60 to 90 days", "between 60 and 90 days"."""
    first, last = caps.number("n"), caps.number("n2")
    if first is None or last is None or first >= last or not length(text, start, end, caps):
        return False
    return " and " not in text[start:end] or before(text, start) == "between"


@guard
def this_time(text: str, start: int, end: int, caps: Captures) -> bool:
    """At this time; not "at this time last year" or "of year"."""
    return after(text, end).lower() not in ("last", "next", "of", "a", "each", "every", "around", "yesterday", "tomorrow")


@guard
def half_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """The second half, where amounts are told and no score."""
    around = text[max(0, start - 90) : end + 60]
    return _GAME.search(around) is None and _BUSINESS.search(around) is not None and after(text, end).lower() != "of"


@guard
def of_day(text: str, start: int, end: int, caps: Captures) -> bool:
    """In the morning; not "the morning of 4 May" or "the evening news"."""
    word = after(text, end)
    return text[end : end + 1] != "-" and (
        word == "" or word.lower() in caps.words["unit_end"] or word.lower() in ("when", "he", "she", "they", "the", "police")
    )


@guard
def last_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """Over the last year, as long as that; not "during the last week of May"."""
    return caps.text("unit") in ("day", "week", "month", "year", "decade", "century") and after(text, end).lower() not in ("of", "in")


@guard
def participle(text: str, start: int, end: int, caps: Captures) -> bool:
    """For the quarter ended Dec. 31; not "its third quarter ended Dec. 31", which tells a day."""
    return "that" in text[start:end].split() or before(text, start) in caps.words["period_lead"]


@guard
def added_lengths(text: str, start: int, end: int, caps: Captures) -> bool:
    """Two years and a month; not "40 hours a week", which says how often."""
    between = text[caps.place("unit")[1] : caps.place("n2")[0]]
    if caps.text("n2") in ("a", "an") and not between.strip():
        return False
    return in_falling_size(caps) and length(text, start, end, caps)
