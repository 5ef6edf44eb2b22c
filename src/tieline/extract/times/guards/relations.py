"""When a word such as "later", "soon", "current" or "the past" tells a time."""

from tieline.extract.times.captures import Captures
from tieline.extract.times.guards.words import after, before, guard


@guard
def later_on(text: str, start: int, end: int, caps: Captures) -> bool:
    """Later, alone: not "later than", nor a part of another expression."""
    word, lead = after(text, end).lower(), before(text, start)
    return word not in ("than", "in", "this", "that", "on", "stages", "life", "years") and lead not in ("sooner", "or", "no", "not", "much")


@guard
def adjective(text: str, start: int, end: int, caps: Captures) -> bool:
    """Current or future before a thing or after the: no electric current, no futures market."""
    low = text[start:end].lower()
    if text[end : end + 1] == "-" or (text[start].isupper() and before(text, start) not in ("", "the")):
        return False
    if before(text, start) in ("electric", "electrical", "alternating", "ocean"):
        return False
    if low == "future":
        return True
    return after(text, end).islower() and after(text, end) not in ("account", "accounts", "affairs", "of", "and", "in", "from")


@guard
def past(text: str, start: int, end: int, caps: Captures) -> bool:
    """The past, with nothing after it that it counts."""
    low = text[start:end].lower()
    if low == "recently" and before(text, start) == after(text, end) == "as":
        return False
    if not low.endswith("past"):
        return True
    return before(text, start) in ("in", "of", "from", "about") and (
        after(text, end) == "" or after(text, end).lower() in caps.words["past_end"] or after(text, end)[:1].isupper()
    )


@guard
def no_anniversary(text: str, start: int, end: int, caps: Captures) -> bool:
    """No part of "ten years to the day after"."""
    return before(text, start) != "to"


@guard
def soon(text: str, start: int, end: int, caps: Captures) -> bool:
    """Soon, neither compared nor joined to what it comes before: "as soon as", "too soon", "soon after", "soon-to-be"."""
    if not text[start:end].lower().endswith("soon"):
        return True
    return (
        text[end : end + 1] != "-"
        and before(text, start) not in ("as", "too", "so", "how", "no", "not")
        and after(text, end).lower() not in ("as", "after", "afterward", "afterwards", "enough", "before")
    )


@guard
def earlier(text: str, start: int, end: int, caps: Captures) -> bool:
    """A year before, with nothing after that it is counted from."""
    if text[start:end].lower().endswith("earlier") and after(text, end) in ("this", "last", "in", "today"):
        return False  # "the flattest in a decade earlier this week"
    if not text[start:end].lower().endswith("before"):
        return True
    follows = text[end : end + 6].strip()[:1]
    return not follows.isdigit() and (
        after(text, end) == "" or after(text, end).lower() in ("and", "but", "in", "at", "when", "by", "to", "while")
    )


@guard
def no_feast(text: str, start: int, end: int, caps: Captures) -> bool:
    """The new year, not the holiday: "the New Year's party", "the new year holiday"."""
    return text[start:end].endswith("new year") and text[end : end + 1] not in ("'", "’", "-") and after(text, end) not in _FEAST


_FEAST = ("celebration", "celebrations", "day", "eve", "festival", "holiday", "holidays", "honours", "message", "party", "speech")
_ENDS = (".", ",", ";", ")", "!", "?", "")


@guard
def alone(text: str, start: int, end: int, caps: Captures) -> bool:
    """Overnight as an adverb: no overnight train, no name."""
    word = after(text, end)
    follows = word == "" or word.lower() in caps.words["unit_end"] or word.lower() in ("in", "into", "after", "when", "for")
    return text[start].islower() and text[end : end + 1] != "-" and (text[end : end + 1] in _ENDS or follows or caps.has("weekday"))


@guard
def comes(text: str, start: int, end: int, caps: Captures) -> bool:
    """Come November: at the head of a sentence or clause, the month written as a name."""
    lead = text[max(0, start - 2) : start].strip()
    return (
        lead in ("", ".", ",", ";", "“", '"', "—", "–", "-")
        and (not caps.has("ahead") or text[caps.place("ahead")[0]].isupper())
        and text[end : end + 1] in (",", " ")
    )


@guard
def weekday_week(text: str, start: int, end: int, caps: Captures) -> bool:
    """Sunday week, after what leads a day, with nothing after that it would describe."""
    word = after(text, end)
    return before(text, start) in ("on", "until", "till", "by", "from", "before", "since", "for") and (
        word == "" or word.lower() in caps.words["day_end"]
    )


@guard
def same_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """Next or last at the end of its clause, this year named before."""
    ends = text[end : end + 1] in (".", ",", ";", ")", "") or after(text, end).lower() in ("and", "as", "from", "to")
    return ends and before(text, start) not in (
        "at",
        "come",
        "comes",
        "came",
        "the",
        "to",
        "be",
        "is",
        "was",
        "do",
        "does",
        "happen",
        "happens",
    )
