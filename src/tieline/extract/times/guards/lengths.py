"""When a number of units is a length, and when a unit alone is one of the calendar."""

import re

from tieline.extract.times.captures import Captures
from tieline.extract.times.guards.words import after, before, guard
from tieline.late import regex

_OF_A_THING = regex(r"\s{1,3}of\s{1,3}(?:the|an?|his|her|its|their|our|my|this|that|[a-z]{4,20})\b")


def _the(text: str, start: int, caps: Captures) -> bool:
    """Whether an article or owner stands before last or next: "reports last week of a plan" has none."""
    return (caps.text("which") or "").startswith("the ") or before(text, start) in ("the", "his", "her", "its", "their", "our", "my")


@guard
def singular_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """One unit: "last year", not "last years"; no minutes or seconds."""
    if not caps.has("unit"):
        return not text[start:end].lower().startswith("the")
    unit = caps.text("unit") or ""
    if caps.text("which") in ("past", "the past") or (unit in ("decade", "century") and caps.text("which") == "the last"):
        return False
    if unit == "day" and caps.word("which") == -1:
        return False  # of a stay: "On the last day they signed"
    if _the(text, start, caps) and caps.word("which") in (-1, 1) and _OF_A_THING.match(text, end):
        return False  # of something else than the calendar: "the last month of the war"
    return not unit.endswith("s") and unit not in ("minute", "hour") and text[end : end + 2] not in ("-o", "-l")


_LASTS = frozenset(
    ("to", "will", "would", "may", "might", "could", "can", "should", "must", "shall", "not", "n't", "did", "typically", "usually")
)


@guard
def no_verb_last(text: str, start: int, end: int, caps: Captures) -> bool:
    """The last three days, not what lasts them: "talks may last three days"."""
    return text[start : start + 4] != "last" or before(text, start) not in _LASTS


@guard
def past_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """The past year: one unit, and no name such as "the past year's" things."""
    return not caps.has("unit") or one_unit(text, start, end, caps)


# "on the first day of the month after both have notified" is a rule for a date, and no date.
_DAY_OF = regex(r"\bday of\s{1,3}$", re.IGNORECASE)


@guard
def one_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """One unit: "the year after", not "the years after"."""
    unit = caps.text("unit") or ""
    follows = after(text, end)
    if follows and _DAY_OF.search(text[max(0, start - 30) : start]):
        return False
    return not unit.endswith("s") and (follows == "" or follows.islower()) and before(text, start) != "to"


# "75 hours of video" is how much there is, not how long something took.
_CONTENT = regex(r"\s{1,3}of\s{1,3}(?:video|music|audio|film|footage|programming|content|material|tapes?|recordings?)\b")


# "a day of mourning" is what a day is kept as, not how long something took
_DAY_FOR = regex(
    r"\s{1,3}of\s{1,3}(?:national\s)?(?:mourning|prayers?|remembrance|rest|rage|anger|action|thanksgiving|celebrations?|fasting|infamy)\b"
)


_MEASURES = ("of", "after", "before", "later", "earlier", "ago", "is", "was", "long", "in", "per")
_HOPES = (
    "will",
    "would",
    "may",
    "might",
    "could",
    "can",
    "that",
    "hope",
    "hoped",
    "hopes",
    "must",
    "should",
    "shall",
    "and",
    "then",
    "when",
)


def _once(text: str, start: int, end: int) -> bool:
    """Whether "one day" tells that something happened or will, not how long it took: "One day he left", "they may one day meet"."""
    if "-" in text[start:end]:
        return False
    lead = before(text, start)
    if lead in _HOPES:
        return True
    return text[start].isupper() and after(text, end).lower() not in _MEASURES


@guard
def length(text: str, start: int, end: int, caps: Captures) -> bool:
    """A number of units: "a day" counts only where nothing else follows the hyphen."""
    if text[end : end + 1] in ("-", "–") and text[end + 1 : end + 4].lower() not in ("lon", "old"):
        return False
    words = caps.text("n") or ""
    unit = caps.text("unit") or ""
    if words == "a" and unit == "day" and after(text, end) in ("job", "jobs", "trip", "nursery", "school", "care", "labourer", "laborer"):
        return False
    if words == "a" and unit == "day" and _DAY_FOR.match(text, end):
        return False
    if unit in ("hours", "minutes") and _CONTENT.match(text, end):
        return False
    if unit in ("quarter", "quarters", "second", "seconds") and words in ("a", "one", "three"):
        return False
    if unit in ("nights", "night") and words in ("a", "one"):
        return False
    if words == "one" and unit == "day" and _once(text, start, end):
        return False
    if words in ("a", "an") and (caps.has("felt") or unit.endswith("s") or before(text, start) in ("twice", "once", "times")):
        return False
    return not (words.replace(".", "").replace(",", "").isdigit() and text[max(0, start - 1) : start] in ("$", "€", "£", "."))


@guard
def bare_length(text: str, start: int, end: int, caps: Captures) -> bool:
    """A plural unit alone, where it measures a time: "took years", "for months", "years of war", "the following weeks"."""
    if " " in text[start:end].strip():
        return True
    if text[end : end + 1] == "\n":
        return before(text, start) in caps.words["length_lead"]
    if after(text, end) == "of" and text[start].isupper():  # "Years of war left it poor"
        return text[start + 1 :][:1].islower() and text[start : start + 3] in ("Day", "Wee", "Mon", "Yea", "Dec", "Cen")
    if (
        after(text, end) == "of" and text[start:end].lower() != "minutes" and before(text, start) not in caps.words["no_length"]
    ):  # "ends months of talks"
        return before(text, start) != ""
    if after(text, end).lower() == "apart":  # "struck minutes apart"
        return True
    if after(text, end).lower() in ("after", "before"):  # "She resigned, hours after the vote"
        return before(text, start) in caps.words["length_lead"] or text[max(0, start - 2) : start].strip()[-1:] in (
            "",
            ",",
            ";",
            "-",
            "–",
            "—",
            ".",
            ")",
        )
    return before(text, start) in caps.words["length_lead"] and (
        before(text, start) == "within" or after(text, end) == "" or after(text, end).lower() in caps.words["length_end"]
    )


@guard
def calendar_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """One month, quarter, year or longer."""
    return caps.text("unit") in ("week", "month", "quarter", "year", "decade", "century")


@guard
def per(text: str, start: int, end: int, caps: Captures) -> bool:
    """A week after twice, or after an amount: how often, not how long."""
    if text[start : start + 3].lower() == "per":
        return True
    return before(text, start) in ("twice", "once", "times")


_COUNTED = regex(r"\d(?: (?:thousand|million|billion))?(?: (?!in\b|on\b|for\b|was\b|is\b)[A-Za-z]{2,14}){1,5} $")  # "300 trucks a month"


@guard
def offset(text: str, start: int, end: int, caps: Captures) -> bool:
    """A length before or after what follows; "for three days from" is a stay, "20,000 tonnes of tea a year from" a rate."""
    length = text[start:end].lower()
    if length.endswith(" from") and (before(text, start) == "for" or (length.startswith("a ") and _COUNTED.search(text[:start][-60:]))):
        return False
    return bool(after(text, end)) or text[end : end + 2].strip().isdigit()


@guard
def the_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """The day, the year: with nothing after that says which one."""
    unit = text[start:end].lower().split()[-1]
    word, lead = after(text, end).lower(), before(text, start)
    sign = text[end : end + 1]
    if sign in ("-", "'", "’") or (lead in ("of", "all") and unit == "day" and sign not in (".", "!", ",")):
        return False
    closed = sign in (".", ",", ";", "!", "?", ")", "") or word in caps.words["unit_end"] or text[end : end + 2].strip().isdigit()
    if unit == "day":
        return closed and (lead in caps.words["day_lead"] or lead.endswith("ing") or lead.endswith("ed"))
    return closed and lead in ("for", "in", "of", "during", "throughout", "over") and word not in ("before", "after")


# "the sharpest fall in six decades" says since when, not until when
_MOST = regex(
    r"\b(?:the|its|their|his|her|a)\s(?:(?:second|third)[\s-])?(?:[a-z]{2,12}(?<!inter)(?<!requ)(?<!cont)(?<!arr)est|most|least|first)"
    r"\s(?:(?!will\b|would\b|is\b|are\b|may\b|could\b)[\w'’%,.-]{1,20}\s){0,8}$"
)


@guard
def in_length(text: str, start: int, end: int, caps: Captures) -> bool:
    """In two weeks; not the first in eight years, nor once in three years."""
    words = text[max(0, start - 40) : start].lower().split()
    if _MOST.search(text[max(0, start - 90) : start]):
        return False
    if after(text, end).lower() == "ago":
        return False  # "was sworn in nine days ago"
    return not any(word.strip(",") in caps.words["no_deadline"] for word in words[-5:])
