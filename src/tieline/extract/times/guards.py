"""What must hold around the words of a rule: the difference between a time and its look-alikes."""

import re
from collections.abc import Callable

from tieline.extract.times.captures import Captures, plain
from tieline.extract.times.numbered import is_numbered, names_event
from tieline.late import regex

Guard = Callable[[str, int, int, Captures], bool]
GUARDS: dict[str, Guard] = {}
PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "by",
        "of",
        "from",
        "until",
        "till",
        "before",
        "after",
        "during",
        "around",
        "through",
        "throughout",
        "between",
        "to",
        "for",
        "and",
        "circa",
        "about",
        "late",
        "early",
        "mid",
        "or",
        "as",
        "back",
        "than",
        "on",
        "at",
        "beginning",
        "starting",
        "ending",
        "over",
        "within",
        "into",
        "again",
        "only",
        "ago",
        "the",
        "till",
        "upto",
    ]
)
RANGE_AFTER = regex(r"\s?[-–—/]\s?(?:1\d|20)\d\d(?!\d|[.,-]\d)")
RANGE_BEFORE = regex(r"(?<![\d-])(?:1\d|20)\d\d\s?[-–—/]\s?$")
YEAR_LEADS = PREPOSITIONS | {"the", "its", "his", "her", "their", "our", "last", "that", "this"}
UNITS_AFTER = regex(
    r"\s?(?:%|percent|per cent|people|persons|troops|men|women|children|soldiers|dead|km|kilomet|miles?|metres?|meters?|feet"
    r"|tons?|tonnes|dollars?|euros?|pounds?|yuan|pesos?"
    r"|points?|votes?|seats?|MW|GW|kg|workers|employees|jobs|students|companies|firms|cars|units|barrels|vehicles|million|billion"
    r"|copies|tickets|shares|homes|houses|planes|aircraft|tanks"
    r"|ships|islands|hectares|acres|passengers|members|visitors|tourists|containers|cases|refugees|civilians|casualties|prisoners"
    r"|others|more|or so|yards|hours|days|calories|sq)\b",
    re.IGNORECASE,
)
_NUMBERED = regex(
    r"(?:[$€£#№§]|\b(?:no\.?|nos\.?|number|desk|extension|ext\.?|tel\.?|phone|fax|page|pages|pp?\.|flight|route|resolution|article|law|act|decree|chapter|section|room"
    r"|channel|model|version|windows|boeing|airbus|lot|box|suite"
    r"|highway|file|docket|bill|vol\.?|serial|regulation|directive|reg|order|case|figure|table|about|some|nearly|almost|over"
    r"|approximately|us\$|rs\.?))[\s:\-]?\s?$",
    re.IGNORECASE,
)
_LISTED = regex(r"\b1\d{3}(?:, | and |, and )$")
_NAMED = regex(r"[a-z,] [A-Z][a-z]+ $")
_LAST_WORD = regex(r"([^\W\d_]+)[\s\"'“‘`(]*$")
_LEAD_THE = regex(r"([^\W\d_]+)\s{1,4}the\s{1,4}$", re.IGNORECASE)
_NEXT_WORD = regex(r"[\s\"'”’)]*([^\W\d_]+)")


def guard(function: Guard) -> Guard:
    """Register a guard under its name, for `guard = "name"` in a rule."""
    GUARDS[function.__name__] = function
    return function


def before(text: str, start: int) -> str:
    """The word before, in lower case, or nothing."""
    found = _LAST_WORD.search(text[max(0, start - 30) : start])
    return found[1].lower() if found else ""


def after(text: str, end: int) -> str:
    """The word after, as written, or nothing; only across blanks."""
    found = _NEXT_WORD.match(text, end, min(len(text), end + 40))
    return found[1] if found else ""


def before_the(text: str, start: int) -> str:
    """The word before the article before a place, in lower case, or nothing."""
    found = _LEAD_THE.search(text[max(0, start - 34) : start])
    return found[1].lower() if found else ""


@guard
def bare_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """A number of four digits that is a year: not counted, priced or numbered things."""
    if is_numbered(text, *caps.place("year"), caps):
        return False
    lead = text[max(0, start - 14) : start]
    if _NUMBERED.search(lead) and not caps.has("part") and "year" not in lead.lower():
        return False
    if (
        lead[-1:] in ("-", "/", ".", ",", "+", "=", "_")
        and not lead[-2:-1].isspace()
        and lead[-2:-1] != "-"
        and lead[-2:-1].isalnum()
        and lead[-1:] not in ",-"
    ):
        return False
    if text[end : end + 1] in ("%", "°", "/", "_", "@") or text[end : end + 2] in ("-a", "th"):
        return False
    year = caps.year() or 0
    follows = UNITS_AFTER.match(text, end)
    word = before(text, start)
    if RANGE_AFTER.match(text, end) or RANGE_BEFORE.search(lead):
        return True
    if (
        (re.search(r"[A-Za-z]-$", lead) and not caps.has("part"))
        or re.search(r"(?<!\d)\d{1,3}-$", lead)
        or re.match(r"\s(?:Street|Avenue|Road|Boulevard|Drive)\b", text[end : end + 12])
    ):
        return False
    nxt = after(text, end)
    if (
        re.fullmatch(r"[a-z]{3,}s", nxt)
        and nxt
        not in (
            "this",
            "thus",
            "does",
            "plus",
            "elections",
            "talks",
            "comes",
            "brings",
            "marks",
            "begins",
            "ends",
            "starts",
            "sees",
            "looks",
            "remains",
            "was",
            "has",
            "is",
            "Games",
            "olympics",
            "across",
        )
        and word not in YEAR_LEADS
        and text[end : end + 1] == " "
    ):
        return False
    if follows and (word not in PREPOSITIONS or word in ("of", "to", "about", "than", "over", "for", "by", "the", "and", "from", "at")):
        return False
    if _LISTED.search(lead) and not follows:
        return True
    if (not lead.strip() or re.search(r"[.!?]\s{1,2}$|\n$", lead)) and nxt in ("was", "saw", "brought", "marked", "is") and year >= 1500:
        return True
    if 1900 <= year <= 2100:
        return not (_NAMED.search(text[max(0, start - 24) : start]) and nxt[:1].isupper())
    if word == "the" and year >= 1500 and not follows:
        return True
    return (word in PREPOSITIONS and word not in UNSURE) or lead[-1:] == "("


UNSURE = frozenset(("about", "than", "over", "the", "at", "to", "on", "only"))


@guard
def bare_month(text: str, start: int, end: int, caps: Captures) -> bool:
    """A month alone: "may" and "march" only where written as names and led by what leads a time."""
    place = caps.place("month")
    name = text[place[0] : place[1]]
    if not name[:1].isupper() or names_event(text, end, caps):
        return False
    low = name.lower().rstrip(".")
    if low in ("mar", "jan", "jun", "dec", "sep", "oct", "nov", "apr", "aug", "jul", "feb", "sept") and not name.endswith("."):
        return before(text, start) in PREPOSITIONS
    if low not in ("may", "march", "august", "april", "june"):
        return True
    word, nxt = before(text, start), after(text, end)
    if caps.has("part"):
        return True
    if low in ("april", "june", "august"):
        return not (nxt[:1].isupper() and word not in PREPOSITIONS)
    leads = word in PREPOSITIONS or word in ("last", "next", "this", "until", "each", "every")
    if name.isupper() and len(name) > 2 and not leads:
        return False
    if leads and nxt[:1].isupper() and low == "march" and word in ("the", "of", "and"):
        return False
    if word in ("the", "as", "for") or not leads:
        return _month_by_place(text, place[0], end, caps)
    return True


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
def bare_weekday(text: str, start: int, end: int, caps: Captures) -> bool:
    """A weekday alone, written as a name; short forms only with a point or a preposition."""
    place = caps.place("weekday")
    name = text[place[0] : place[1]]
    low = name.lower().rstrip(".")
    if name[:1].isupper() and _day_called(text, start, end, caps):
        return False
    if len(low) > 5:
        return name[:1].isupper() or before(text, start) in ("on", "by", "since", "until", "this", "every")
    return (
        name[:1].isupper() and (before(text, start) in ("on", "by", "until", "since") or name.endswith(".")) and low not in ("sun", "sat")
    ) or (low in ("sun", "sat", "wed") and before(text, start) == "on" and name[:1].isupper())


def _day_called(text: str, start: int, end: int, caps: Captures) -> bool:
    """Whether the weekday is part of a name: "Black Wednesday", "the Sunday Times"."""
    lead = text[max(0, start - 8) : start].split()
    called = bool(lead) and lead[-1][0].isupper() and lead[-1].lower() in caps.words["day_name"]
    follows = after(text, end)
    return called or names_event(text, end, caps) or (follows[:1].isupper() and follows.lower() in caps.words["day_paper"])


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
        return not (follows[:1].isupper() and text[place[0]].isupper() and word not in SEASON_LEADS)
    if word == "the":
        word = before_the(text, place[0])
        return word in SEASON_LEADS and not (low == "fall" and after(text, end).lower() == "of")
    return word in ("in", "by", "until", "since", "during")


SEASON_LEADS = frozenset(("in", "by", "during", "until", "since", "through"))


@guard
def short_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """Two digits with an apostrophe: '82."""
    return text[caps.place("yy")[0]] in "'’" and before(text, start) in PREPOSITIONS | {"since"}


_DEGREES = regex(r"\b(?:temperatures?|highs?|lows?|degrees|aged|ages)\b", re.IGNORECASE)


@guard
def decade(text: str, start: int, end: int, caps: Captures) -> bool:
    """1990s, or 90s after the."""
    words = caps.text("decade") or ""
    if len(words) <= 4 and _DEGREES.search(text[max(0, start - 50) : start]):
        return False
    return (
        len(words) > 4
        or before(text, start) == "and"
        or text[start : start + 3].lower() in ("the", "mid")
        or "'" in words
        or caps.has("part")
    )


@guard
def singular_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """One unit: "last year", not "last years"; no minutes or seconds."""
    if not caps.has("unit"):
        return not text[start:end].lower().startswith("the")
    unit = caps.text("unit") or ""
    if caps.text("which") in ("past", "the past") or (unit in ("decade", "century") and caps.text("which") == "the last"):
        return False
    return not unit.endswith("s") and unit not in ("minute", "hour") and text[end : end + 2] not in ("-o", "-l")


@guard
def past_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """The past year: one unit, and no name such as "the past year's" things."""
    return not caps.has("unit") or one_unit(text, start, end, caps)


@guard
def one_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """One unit: "the year after", not "the years after"."""
    unit = caps.text("unit") or ""
    follows = after(text, end)
    return not unit.endswith("s") and (follows == "" or follows.islower()) and before(text, start) != "to"


# "75 hours of video" is how much there is, not how long something took.
_CONTENT = regex(r"\s{1,3}of\s{1,3}(?:video|music|audio|film|footage|programming|content|material|tapes?|recordings?)\b")


@guard
def length(text: str, start: int, end: int, caps: Captures) -> bool:
    """A number of units: "a day" counts only where nothing else follows the hyphen."""
    if text[end : end + 1] in ("-", "–") and text[end + 1 : end + 4].lower() not in ("lon", "old"):
        return False
    words = caps.text("n") or ""
    unit = caps.text("unit") or ""
    if words == "a" and unit == "day" and after(text, end) in ("job", "jobs", "trip", "nursery", "school", "care", "labourer", "laborer"):
        return False
    if unit in ("hours", "minutes") and _CONTENT.match(text, end):
        return False
    if unit in ("quarter", "quarters", "second", "seconds", "nights", "night") and words in ("a", "one", "three"):
        return False
    if words in ("a", "an") and (unit.endswith("s") or before(text, start) in ("twice", "once", "times")):
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
        after(text, end) == "" or after(text, end).lower() in caps.words["length_end"]
    )


@guard
def calendar_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """One month, quarter, year or longer."""
    return caps.text("unit") in ("week", "month", "quarter", "year", "decade", "century")


@guard
def iso_month(text: str, start: int, end: int, caps: Captures) -> bool:
    """2007-04 is a month; "the 2008-09 season" and "fiscal 2008-09" are two years."""
    words = caps.text("iso") or ""
    if len(words) != 7 or (int(words[2:4]) + 1) % 100 != int(words[5:]):
        return True
    return after(text, end).lower() not in caps.words["yearly"] and before(text, start) not in caps.words["yearly"]


@guard
def next_date(text: str, start: int, end: int, caps: Captures) -> bool:
    """Next 6 April: ahead or this year's, and nothing counted after it."""
    if caps.has("pair") and "/" not in (caps.text("pair") or ""):
        return caps.has("weekday") and caps.word("which") >= 0
    return caps.word("which") >= 0 and text[end : end + 1] not in ("-", "/", "%")


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
def per(text: str, start: int, end: int, caps: Captures) -> bool:
    """A week after twice, or after an amount: how often, not how long."""
    if text[start : start + 3].lower() == "per":
        return True
    return before(text, start) in ("twice", "once", "times")


@guard
def clock(text: str, start: int, end: int, caps: Captures) -> bool:
    """Digits that tell the hour: with a colon, am, pm or UTC; with a point only after at."""
    words = caps.text("clock") or ""
    if re.search(r"\b(?:ratio|score|odds)\b[^.;]{0,16}$", text[max(0, start - 24) : start]):
        return False
    if before(text, start) in ("in", "of") and words.replace(":", "").replace(".", "").isdigit():
        return False  # how long a race took
    if ":" in words or "m" in words or "utc" in words or "gmt" in words or "h" in words:
        return text[max(0, start - 1) : start] not in (":", ".", "-", "/") and text[end : end + 1] != ":"
    return (
        "." in words and before(text, start) == "at" and after(text, end).lower() not in ("percent", "per", "million", "billion", "dollars")
    )


@guard
def year_pair(text: str, start: int, end: int, caps: Captures) -> bool:
    """2008-10 as two years, not a month of one."""
    return text[end : end + 1] not in ("-", "/")


@guard
def next_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """1999/2000: two years that follow one another, and no serial number."""
    return caps.ordinal("last") == (caps.year() or 0) + 1 and text[end : end + 1] not in ("-", "/") and text[start - 1 : start] != "/"


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
    )


PAST_ENDS = frozenset(
    ("and", "but", "the", "as", "when", "by", "to", "it", "they", "we", "he", "she", "that", "this", "with", "has", "have")
)


@guard
def past(text: str, start: int, end: int, caps: Captures) -> bool:
    """The past, with nothing after it that it counts."""
    low = text[start:end].lower()
    if low == "recently" and before(text, start) == after(text, end) == "as":
        return False
    if not low.endswith("past"):
        return True
    return before(text, start) in ("in", "of", "from", "about") and (
        after(text, end) == "" or after(text, end).lower() in PAST_ENDS or after(text, end)[:1].isupper()
    )


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


@guard
def weekday_day(text: str, start: int, end: int, caps: Captures) -> bool:
    """Monday 21, with nothing counted after the number."""
    word = after(text, end)
    place = caps.place("weekday")
    return (text[place[0]].isupper() or " the " in text[start:end]) and (word == "" or word.lower() in WEAK)


WEAK = frozenset(
    [
        "and",
        "at",
        "in",
        "with",
        "for",
        "to",
        "by",
        "on",
        "from",
        "the",
        "a",
        "an",
        "as",
        "when",
        "but",
        "or",
        "we",
        "i",
        "you",
        "he",
        "she",
        "they",
        "it",
        "is",
        "was",
    ]
)


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


@guard
def offset(text: str, start: int, end: int, caps: Captures) -> bool:
    """A length before or after something that follows; "a day from" is left to other rules."""
    return bool(after(text, end)) or text[end : end + 2].strip().isdigit()


@guard
def no_anniversary(text: str, start: int, end: int, caps: Captures) -> bool:
    """No part of "ten years to the day after"."""
    return before(text, start) != "to"


@guard
def the_unit(text: str, start: int, end: int, caps: Captures) -> bool:
    """The day, the year: with nothing after that says which one."""
    unit = text[start:end].lower().split()[-1]
    word, lead = after(text, end).lower(), before(text, start)
    sign = text[end : end + 1]
    if sign in ("-", "'", "’") or (lead in ("of", "all") and unit == "day" and sign not in (".", "!", ",")):
        return False
    closed = sign in (".", ",", ";", "!", "?", ")", "") or word in UNIT_ENDS or text[end : end + 2].strip().isdigit()
    if unit == "day":
        return closed and (lead in DAY_LEADS or lead.endswith("ing") or lead.endswith("ed"))
    return closed and lead in ("for", "in", "of", "during", "throughout", "over") and word not in ("before", "after")


UNIT_ENDS = frozenset(
    ("at", "with", "in", "and", "as", "to", "by", "up", "down", "after", "before", "but", "while", "was", "were", "is", "rose", "fell",
     "has", "had", "from", "on", "lower", "higher", "little", "unchanged", "flat", "mixed", "slightly", "sharply", "nearly", "almost",
     "about", "off", "ahead", "below", "above", "near", "around")
)  # fmt: skip
DAY_LEADS = frozenset(
    ("on", "for", "during", "of", "in", "late", "earlier", "ended", "end", "ends", "finish", "closed", "close", "through", "start")
)


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
    if not text[start:end].lower().endswith("before"):
        return True
    follows = text[end : end + 6].strip()[:1]
    return not follows.isdigit() and (
        after(text, end) == "" or after(text, end).lower() in ("and", "but", "in", "at", "when", "by", "to", "while")
    )


@guard
def weekday_date(text: str, start: int, end: int, caps: Captures) -> bool:
    """A weekday before a date belongs to it unless a line break parts them without a comma; a price is no day."""
    if text[max(0, start - 2) : start].strip() in ("$", "€", "£") or names_event(text, end, caps):
        return False
    if not caps.has("weekday"):
        return True
    place = caps.place("weekday")
    return not (place[0] == start and re.match(r"[^\S\n]*\n", text[place[1] : place[1] + 4]))


@guard
def in_length(text: str, start: int, end: int, caps: Captures) -> bool:
    """In two weeks; not the first in eight years, nor once in three years."""
    words = text[max(0, start - 40) : start].lower().split()
    return not any(
        word.strip(",")
        in (
            "first",
            "second",
            "third",
            "fourth",
            "once",
            "twice",
            "time",
            "times",
            "visit",
            "largest",
            "biggest",
            "highest",
            "lowest",
            "worst",
            "best",
        )
        for word in words[-5:]
    )


_ENTRY_LEAD = regex(r"(?:^|\n)[ \t]*(?:[-*•–·][ \t]*)?\**$")


@guard
def heads_entry(text: str, start: int, end: int, caps: Captures) -> bool:
    """A date that heads an entry of a chronology: at the start of a line, a point or a dash behind it ("1967, 5 June. ...")."""
    closed = text[end - 1] == "." or text[end : end + 2].lstrip(" *")[:1] in tuple(".:-–—(")
    return closed and _ENTRY_LEAD.search(text[max(0, start - 12) : start]) is not None
