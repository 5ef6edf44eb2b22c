"""When a weekday, a day of a month or an hour is meant."""

import re

from tieline.extract.times.captures import Captures
from tieline.extract.times.guards.chat import chatty
from tieline.extract.times.guards.words import after, before, guard
from tieline.extract.times.numbered import names_event
from tieline.late import regex

DAY_LEADS = frozenset(("on", "by", "until", "since"))
PLAIN = frozenset(("this", "thus", "does", "towards"))  # words in -s that are no plural


@guard
def bare_weekday(text: str, start: int, end: int, caps: Captures) -> bool:
    """A weekday alone, written as a name; short forms only with a point or a preposition."""
    place = caps.place("weekday")
    name = text[place[0] : place[1]]
    low = name.lower().rstrip(".")
    if name[:1].isupper() and _day_called(text, start, end, caps):
        return False
    if len(low) > 5:
        return name[:1].isupper() or before(text, start) in ("on", "by", "since", "until", "this", "every")
    lead = before(text, start)
    if name[:1].isupper():
        return (lead in DAY_LEADS or name.endswith(".")) and (low not in ("sun", "sat") or lead == "on")
    return (lead in DAY_LEADS or lead in ("or", "and", "til", "till", "from", "to", "abt") or caps.has("daypart")) and chatty(
        text, start, end, caps
    )


def _day_called(text: str, start: int, end: int, caps: Captures) -> bool:
    """Whether the weekday is part of a name: "Black Wednesday", "the Sunday Times"."""
    lead = text[max(0, start - 8) : start].split()
    called = bool(lead) and lead[-1][0].isupper() and lead[-1].lower() in caps.words["day_name"]
    follows = after(text, end)
    return called or names_event(text, end, caps) or (follows[:1].isupper() and follows.lower() in caps.words["day_paper"])


@guard
def named_weekday(text: str, start: int, end: int, caps: Captures) -> bool:
    """No short form in small letters that is a word behind a subject: "which last sat in 2012"."""
    low, high = caps.place("weekday")
    return text[low:high] not in ("sat", "sun", "wed") or chatty(text, start, end, caps)


@guard
def next_date(text: str, start: int, end: int, caps: Captures) -> bool:
    """Next 6 April: ahead or this year's, and nothing counted after it."""
    if caps.has("pair") and "/" not in (caps.text("pair") or ""):
        return caps.has("weekday") and caps.word("which") >= 0
    back = (
        caps.has("month") and caps.text("which") == "last" and not caps.has("weekday") and before(text, start) not in ("at", "the", "not")
    )
    return (back or caps.word("which") >= 0) and text[end : end + 1] not in ("-", "/", "%")


@guard
def clock(text: str, start: int, end: int, caps: Captures) -> bool:
    """Digits that tell the hour: with a colon, am, pm or UTC; with a point only after at."""
    words = caps.text("clock") or ""
    if re.search(r"\b(?:ratio|score|odds)\b[^.;]{0,16}$", text[max(0, start - 24) : start]):
        return False
    if before(text, start) in ("in", "of") and words.replace(":", "").replace(".", "").isdigit():
        return False  # how long a race took
    zoned = words[:4].isdigit() and words[-2:] in ("st", "dt")  # "0930 EST"
    if ":" in words or "m" in words or "utc" in words or "gmt" in words or "h" in words or zoned:
        return text[max(0, start - 1) : start] not in (":", ".", "-", "/") and text[end : end + 1] != ":"
    return (
        "." in words and before(text, start) == "at" and after(text, end).lower() not in ("percent", "per", "million", "billion", "dollars")
    )


@guard
def day_of_month(text: str, start: int, end: int, caps: Captures) -> bool:
    """The 24th as a day: of a month, or with nothing counted after it."""
    if caps.has("which") or caps.has("told"):
        return True
    day = caps.text("day") or ""
    following = text[end : end + 1]
    word = after(text, end)
    if not day[0].isdigit() or following == "-":
        return False
    return before(text, start) in ("on", "by", "until", "from", "and", "of", "before", "after", "since", "to", "till", "around") and (
        following in (".", ",", ";", ")", "?", "!", "")
        or word.lower() in ("and", "the", "to", "when", "as", "but", "with", "in", "at", "by", "a", "after", "for", "until", "of")
        or (word in caps.words["day_subject"] and before(text, start) == "on")
    )


@guard
def day_of_stay(text: str, start: int, end: int, caps: Captures) -> bool:
    """On the second day, of a stay or with nothing said of what it is a day."""
    of = text[end : end + 40].lower().split()
    stay = of[:1] != ["of"] or any(word.strip(".,;'’s") in caps.words["stay_noun"] for word in of[1:6])
    return before(text, start) == "on" and stay and text[end : end + 1] not in ("-", "'", "’")


@guard
def weekday_day(text: str, start: int, end: int, caps: Captures) -> bool:
    """Monday 21, with nothing counted after the number, and no first time told: "on Tuesday, the first by a minister"."""
    word = after(text, end)
    place = caps.place("weekday")
    if "," in text[start:end] and text[end - 1 : end].isalpha() and text[start:end].rsplit(" ", 1)[-1].isalpha() and word:
        return False
    return (text[place[0]].isupper() or " the " in text[start:end]) and (word == "" or word.lower() in caps.words["day_end"])


HEAD = 80  # blanks before the first word of a text


@guard
def pair(text: str, start: int, end: int, caps: Captures) -> bool:
    """7/6 as a date: with its weekday, or after on; a point only so too."""
    if text[start - 1 : start] in ("$", "€", "£", "/", "-") or text[end : end + 1] in ("%", "/", "-"):
        return False
    words = caps.text("pair") or ""
    if caps.has("weekday") or caps.has("which"):
        return True
    if "/" not in words:
        return before(text, start) == "on" and after(text, end) == ""
    if words == "9/11" and before(text, start) != "on":
        return False  # the attacks
    one, other = (int(part) for part in words.split("/"))
    return before(text, start) in ("on", "by", "until", "since") or (one > 1 and other > 12 and start <= HEAD and not text[:start].strip())


def _counts(text: str, start: int, end: int) -> bool:
    """Whether a number of two digits counts what stands behind it, and is no year: "from July 28, 10 days after"."""
    word = after(text, end)
    return text[start].isdigit() and end - start == 2 and len(word) > 3 and word.islower() and word.endswith("s") and word not in PLAIN


@guard
def weekday_date(text: str, start: int, end: int, caps: Captures) -> bool:
    """A weekday before a date belongs to it unless a line break parts them without a comma; a price is no day."""
    if text[max(0, start - 2) : start].strip() in ("$", "€", "£") or names_event(text, end, caps):
        return False
    if caps.has("year") and _counts(text, *caps.place("year")):
        return False
    if not caps.has("weekday"):
        return True
    place = caps.place("weekday")
    return not (place[0] == start and re.match(r"[^\S\n]*\n", text[place[1] : place[1] + 4]))


_ENTRY_LEAD = regex(r"(?:^|\n)[ \t]*(?:[-*•–·][ \t]*)?\**$")


@guard
def heads_entry(text: str, start: int, end: int, caps: Captures) -> bool:
    """A date that heads an entry of a chronology: at the start of a line, a point or a dash behind it ("1967, 5 June. ...")."""
    closed = text[end - 1] == "." or text[end : end + 2].lstrip(" *")[:1] in tuple(".:-–—(")
    return closed and _ENTRY_LEAD.search(text[max(0, start - 12) : start]) is not None
