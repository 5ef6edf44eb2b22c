"""When a month or season alone is one: no "may", no "march", no fall from power."""

import re

from tieline.extract.times.captures import Captures, plain
from tieline.extract.times.guards.words import after, before, before_the, guard
from tieline.extract.times.numbered import names_event
from tieline.late import regex


@guard
def bare_month(text: str, start: int, end: int, caps: Captures) -> bool:
    """A month alone: "may" and "march" only where written as names and led by what leads a time."""
    place = caps.place("month")
    name = text[place[0] : place[1]]
    low = name.lower().rstrip(".")
    if names_event(text, end, caps) or not (name[:1].isupper() or _typed_small(text, start, end, low)):
        return False
    if low in ("mar", "jan", "jun", "dec", "sep", "oct", "nov", "apr", "aug", "jul", "feb", "sept") and not name.endswith("."):
        if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
            return False  # "the Mar-a-Lago estate"
        lead = before(text, start)
        if after(text, end)[:1].isupper() and lead not in ("in", "since", "until", "last"):
            return False  # "and Jan Orsen"
        return lead in caps.words["year_lead"]
    if low not in ("may", "march", "august", "april", "june"):
        return True
    word, nxt = before(text, start), after(text, end)
    if caps.has("part"):
        return True
    if low in ("april", "june", "august"):
        return not (nxt[:1].isupper() and word not in caps.words["year_lead"])
    leads = word in caps.words["year_lead"] or word in ("last", "next", "this", "until", "each", "every")
    if name.isupper() and len(name) > 2 and not leads:
        return False
    if leads and nxt[:1].isupper() and low == "march" and word in ("the", "of", "and"):
        return False
    if word in ("the", "as", "for") or not leads:
        return _month_by_place(text, place[0], end, caps)
    return True


def _typed_small(text: str, start: int, end: int, low: str) -> bool:
    """Whether a month written small is one: all that stands between "in" or "since" and a stop, "his visit in march."."""
    lead = before(text, start)
    closed = lead in ("in", "since", "until", "till", "last", "next") and not after(text, end)
    return closed and (low == "may" or len(low) > 3)


def _month_by_place(text: str, start: int, end: int, caps: Captures) -> bool:
    """May or March after a small word, where no person and no procession is meant: "its March report", "as early as May"."""
    lead, nxt, low = _SMALL.search(text[max(0, start - 24) : start]), after(text, end), text[start : caps.place("month")[1]].lower()
    if lead is None and not before(text, start) and text[end : end + 1] == " " and nxt in caps.words["monthly"]:
        return True
    if lead is None and low == "may":
        return not before(text, start) and _A_MONTH.match(text, end) is not None
    if lead is None:
        return low == "march" and not before(text, start) and nxt in ("was", "is", "has", "had", "will", "saw", "brought")
    if lead[1] == "for" or (lead[1] == "as" and re.search(r"as (?:early|late|recently|soon) as\s$", text[max(0, start - 18) : start])):
        return True
    return lead[1] not in ("as", "but", "that", "when", "if", "while") and nxt[:1].islower() and nxt not in caps.words["no_month"]


_A_MONTH = regex(  # "May was the strongest month", but "May was the guest of the month" only of a minister
    r"\s(?:was|is|saw|brought|marked|became)\s(?:the|a|an|its|their|our|another)\s(?:(?!last|next|this|past)[\w-]{1,20}\s){0,4}?month\b"
    r"(?!\s(?:ago|later|earlier|before|after))"
)
_SMALL = regex(r"\b([a-z]{1,12}(?:'s|’s)?)\s$")


@guard
def bare_season(text: str, start: int, end: int, caps: Captures) -> bool:
    """A season alone: spring and fall only where led by what leads a time."""
    place = caps.place("season")
    low = text[place[0] : place[1]].lower()
    if caps.has("part"):
        return True
    word = before(text, place[0])
    follows = after(text, end)
    if follows.lower() in caps.words["no_season"] or (text[end : end + 1] == "-" and follows == ""):
        return False
    if low in ("winter", "summer", "autumn"):
        return not (follows[:1].isupper() and text[place[0]].isupper() and word not in caps.words["season_lead"])
    if word == "the":
        word = before_the(text, place[0])
        return word in caps.words["season_lead"] and not (low == "fall" and after(text, end).lower() == "of")
    return word in ("in", "by", "until", "since", "during")


@guard
def iso_month(text: str, start: int, end: int, caps: Captures) -> bool:
    """2007-04 is a month; "the 2008-09 season" and "fiscal 2008-09" are two years."""
    words = caps.text("iso") or ""
    if len(words) != 7 or (int(words[2:4]) + 1) % 100 != int(words[5:]):
        return True
    return after(text, end).lower() not in caps.words["yearly"] and before(text, start) not in caps.words["yearly"]


@guard
def month_name(text: str, start: int, end: int, caps: Captures) -> bool:
    """A month or season after last, next, the following: a month is written as a name."""
    if not caps.has("month"):
        if caps.text("season") == "fall" and after(text, end) in ("of", "from"):
            return False  # "the same fall from power"
        return caps.text("season") not in ("fall", "spring") or (caps.text("which") or caps.text("told") or "") not in (
            "the past",
            "past",
            "that",
            "same",
        )
    place = caps.place("month")
    name = text[place[0] : place[1]]
    if re.match(r"\s{1,2}\d{1,2}\b", text[end : end + 5]) and caps.text("which") == "last" and place[1] == end:
        return False  # "it will last Nov. 22-23"
    return name[:1].isupper() or plain(name).rstrip(".") not in ("may", "march", "mar", "sep", "dec", "jan", "jun")
