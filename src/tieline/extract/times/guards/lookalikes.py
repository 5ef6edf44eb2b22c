"""More of what must hold around the words of a rule: names and counts that look like times."""

import re

from tieline.extract.times.captures import Captures
from tieline.extract.times.guards.words import after, before, guard
from tieline.extract.times.guards.years import UNITS_AFTER
from tieline.extract.times.numbered import is_numbered, names_event
from tieline.late import regex

_BETWEEN = regex(r"\bbetween(?: the)?\s{1,4}$", re.IGNORECASE)


def between(text: str, start: int) -> bool:
    """Whether "between" leads the expression."""
    return _BETWEEN.search(text[max(0, start - 16) : start]) is not None


@guard
def range_and(text: str, start: int, end: int, caps: Captures) -> bool:
    """Two ends joined by "and" only after "between"."""
    joint = text[caps.place("first")[1] : caps.place("last")[0]].lower()
    return "and" not in joint.split() or between(text, start)


@guard
def two_months(text: str, start: int, end: int, caps: Captures) -> bool:
    """Two months or days joined by "and" where they share a year or "between" leads; bare months only as names."""
    names = [text[slice(*caps.place(name))] for name in ("first", "month", "month2", "last") if caps.has(name)]
    if not all(name[0].isupper() or not name[0].isalpha() or len(name) > 5 for name in names):
        return False
    shared = any(caps.has(name) for name in ("year", "which", "told"))
    return shared or range_and(text, start, end, caps)


@guard
def holiday(text: str, start: int, end: int, caps: Captures) -> bool:
    """A holiday that is not part of the name of an event: "the Good Friday Agreement"."""
    return not names_event(text, end, caps)


@guard
def known_day(text: str, start: int, end: int, caps: Captures) -> bool:
    """A day whose name stands for one year, where what follows tells so."""
    return after(text, end).lower() in caps.words["known_after"] and before(text, start) != "on"


@guard
def numeric(text: str, start: int, end: int, caps: Captures) -> bool:
    """A date in numbers: eight digits together only where nothing numbered leads them."""
    low, high = caps.place("numeric")
    return high - low != 8 or not text[low:high].isdigit() or not is_numbered(text, low, high, caps)


@guard
def called(text: str, start: int, end: int, caps: Captures) -> bool:
    """A word that tells how often or when, not as part of a name: "the Daily Herald", "the Twentieth Century Fund"."""
    return not (text[end - 1 : end].isalpha() and _is_name(text, start, end) and after(text, end)[:1].isupper())


def _is_name(text: str, start: int, end: int) -> bool:
    words = text[start:end].split()
    return all(word[0].isupper() for word in words if word not in ("the", "of")) and words[-1].lower() not in ("bc", "bce", "ad", "ce")


_AMOUNT = regex(
    r"(?:\d|\b(?:dollars?|euros?|crowns?|pounds?|yen|yuan|hundred|thousand|million|billion|per ?cent))"
    r"(?:\s(?!was|is|were|in|on|for|after|at|from|by|had|has)[a-z]{2,14}){0,3}\s$",
    re.IGNORECASE,
)


@guard
def rate(text: str, start: int, end: int, caps: Captures) -> bool:
    """A unit after an amount and what is counted, and with nothing that continues a date: "5 crowns a month"."""
    follows = after(text, end).lower()
    return (
        bool(_AMOUNT.search(text[max(0, start - 48) : start]))
        and follows not in ("later", "earlier", "ago", "after", "before", "and", "of")
        and (text[end : end + 1] != "-")
    )


@guard
def times_a_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """So many times a unit, no compound after it; "once a day later" is none."""
    return text[end : end + 1] != "-" and after(text, end).lower() not in ("later", "earlier", "ago")


@guard
def week_on(text: str, start: int, end: int, caps: Captures) -> bool:
    """A week on Tuesday, where nothing is said that took so long."""
    return text[start:end].lower().startswith("a ") and (
        not after(text, end) or after(text, end).lower() in ("in", "at", "to", "and", "with")
    )


@guard
def singular(text: str, start: int, end: int, caps: Captures) -> bool:
    """No plural, no name after it."""
    return text[end : end + 1] not in ("-", "s")


@guard
def closed(text: str, start: int, end: int, caps: Captures) -> bool:
    """With nothing after that it is counted from: "the Friday before, they met"."""
    return not after(text, end) or after(text, end).lower() in ("and", "but", "in", "at", "when", "they", "he", "she", "it", "to", "with")


@guard
def plain_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """A year behind what says how much of it: nothing counted after it."""
    return not UNITS_AFTER.match(text, end) and not re.match(r"\s[a-z]{3,}s\b|[,.]\d", text[end : end + 20])


@guard
def about_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """About a year: "circa 1850"; after "about" only behind what was made or began then, with nothing counted after it."""
    if text[start].lower() == "c":
        return True
    lead, follows = before(text, start), after(text, end)
    made = lead in (
        "built",
        "born",
        "began",
        "died",
        "from",
        "since",
        "until",
        "founded",
        "dated",
        "dating",
        "dates",
        "made",
        "written",
        "in",
        "of",
    )
    return made and (not follows or follows.lower() in ("and", "to", "by", "in", "for", "when", "as", "with", "but", "or", "the", "until"))


@guard
def quarter_sign(text: str, start: int, end: int, caps: Captures) -> bool:
    """Q3 with a year, or led by what leads a time, or before a result."""
    if text[end : end + 1] == "-":
        return False
    if caps.has("year") or caps.has("which") or caps.has("told"):
        return True
    quarter = "q" in text[start:end].lower()
    return (quarter and before(text, start) in caps.words["time_lead"] and not after(text, end)[:1].isupper()) or after(
        text, end
    ).lower() in caps.words["result"]


@guard
def half_result(text: str, start: int, end: int, caps: Captures) -> bool:
    """The first half before a result: "first-half profit"."""
    return after(text, end).lower() in caps.words["result"]


@guard
def month_of_numbers(text: str, start: int, end: int, caps: Captures) -> bool:
    """A month by its number, after what leads a time."""
    lead = text[max(0, start - 14) : start].lower()
    return before(text, start) in ("in", "since", "from", "until", "to", "for", "of", "by") and not lead.rstrip().endswith(
        ("no.", "law of")
    )


@guard
def clock_words(text: str, start: int, end: int, caps: Captures) -> bool:
    """An hour in words: with o'clock, or after what leads an hour."""
    said = text[start:end].lower()
    clear = "clock" in said or said.startswith(("half past", "quarter", "a quarter")) or "minutes" in said
    return (clear or before(text, start) in ("at", "by", "until", "till", "around", "about", "since", "before", "after")) and after(
        text, end
    ).lower() not in ("people", "percent", "votes")


@guard
def early_hours(text: str, start: int, end: int, caps: Captures) -> bool:
    """A part of the day: after what leads one, not the dawn of an age nor a name."""
    said = text[start:end].lower()
    if " " in said:
        return after(text, end).lower() != "of"
    return (
        text[start].islower()
        and before(text, start) in ("at", "before", "after", "by", "until", "till", "from", "since")
        and after(text, end).lower() not in ("of", "raid", "prayers")
    )


@guard
def whole_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """As long as a unit: with nothing after that says which one."""
    words = text[start:end].lower().split()
    if words[0] == "all" and words[-1] not in ("day", "night", "week", "year", "month", "morning", "afternoon", "evening"):
        return False
    return (
        text[end : end + 1] not in ("-", "'", "’")
        and after(text, end).lower() not in ("of", "that")
        and words[0] in ("all", "a", "an", "the")
    )


@guard
def apostrophe(text: str, start: int, end: int, caps: Captures) -> bool:
    """A year of two digits with its apostrophe."""
    return text[caps.place("year")[0]] in "'’"


@guard
def at_noon(text: str, start: int, end: int, caps: Captures) -> bool:
    """Noon; midday only after what leads a time."""
    return (
        text[start : start + 3].lower() != "mid"
        or text[start : start + 4].lower() == "midn"
        or before(text, start) in caps.words["time_lead"]
        or before(text, start) in ("at", "around", "about", "till")
    )
