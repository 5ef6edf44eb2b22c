"""When four digits are a year, two digits a short one, and "the 90s" a decade."""

import re

from tieline.extract.times.captures import Captures
from tieline.extract.times.guards.words import after, before, guard
from tieline.extract.times.numbered import is_numbered
from tieline.late import regex

RANGE_AFTER = regex(r"\s?[-–—/]\s?(?:1\d|20)\d\d(?!\d|[.,-]\d)")
RANGE_BEFORE = regex(r"(?<![\d-])(?:1\d|20)\d\d\s?[-–—/]\s?$")
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
_LISTED = regex(r"\b1\d{3}(?:, | and |, and )$|\b(?:from|between) 1\d{3} (?:to|until|through|and) $")
_RESULTS = frozenset(("earnings", "profits", "results", "revenues", "sales", "exports", "imports", "losses", "figures"))  # of a year
_NAMED = regex(r"[a-z,] [A-Z][a-z]+ $")
_LEADS_COUNTS = frozenset(("of", "to", "about", "than", "over", "for", "by", "the", "and", "from", "at"))  # "of 2000 tons"


@guard
def bare_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """A number of four digits that is a year: not counted, priced or numbered things."""
    lead = text[max(0, start - 14) : start]
    if is_numbered(text, *caps.place("year"), caps) or _is_numbered_thing(lead, caps) or _is_glued(text, end, lead):
        return False
    if RANGE_AFTER.match(text, end) or RANGE_BEFORE.search(lead):
        return True
    if _in_a_name(text, end, lead, caps) or _counts(text, start, end, caps):
        return False
    return _stands_as_year(text, start, end, caps)


def _is_numbered_thing(lead: str, caps: Captures) -> bool:
    """Behind "No.", "flight", "about", a currency: "resolution 1973"."""
    return bool(_NUMBERED.search(lead)) and not caps.has("part") and "year" not in lead.lower()


def _is_glued(text: str, end: int, lead: str) -> bool:
    """Part of a longer number, code or share: "AB/2010", "2010%"."""
    before_it = lead[-2:-1]
    if lead[-1:] in ("/", ".", "+", "=", "_") and before_it.isalnum():
        return True
    return text[end : end + 1] in ("%", "°", "/", "_", "@") or text[end : end + 2] in ("-a", "th")


def _in_a_name(text: str, end: int, lead: str, caps: Captures) -> bool:
    """Part of a model's name, a score or an address: "Tavor-2010", "12-2010", "1900 Harbour Street"."""
    if re.search(r"[A-Za-z]-$", lead) and not caps.has("part"):
        return True
    return bool(re.search(r"(?<!\d)\d{1,3}-$", lead) or re.match(r"\s(?:Street|Avenue|Road|Boulevard|Drive)\b", text[end : end + 12]))


def _counts(text: str, start: int, end: int, caps: Captures) -> bool:
    """A number of things: "1950 miles", "2000 settlers"."""
    word, nxt = before(text, start), after(text, end)
    plural = re.fullmatch(r"[a-z]{3,}s", nxt) and nxt not in caps.words["year_end"] and nxt not in _RESULTS and text[end : end + 1] == " "
    if plural and word not in caps.words["year_lead"] and word not in caps.words["year_owner"]:
        return True
    led = word in caps.words["year_lead"] and word not in _LEADS_COUNTS
    return bool(UNITS_AFTER.match(text, end)) and not led


def _stands_as_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """What no word beside it takes for something else: a year if it lies near our time, or if a word leads to it."""
    year = caps.year() or 0
    lead = text[max(0, start - 14) : start]
    follows = UNITS_AFTER.match(text, end)
    word, nxt = before(text, start), after(text, end)
    if _LISTED.search(text[max(0, start - 24) : start]) and not follows:
        return True
    opens = not lead.strip() or re.search(r"[.!?]\s{1,2}$|\n$", lead)
    if opens and nxt in ("was", "saw", "brought", "marked", "is") and year >= 1500:
        return True
    if 1900 <= year <= 2100:
        return not (_NAMED.search(text[max(0, start - 24) : start]) and nxt[:1].isupper())
    if word == "the" and year >= 1500 and not follows:
        return True
    return (word in caps.words["year_lead"] and word not in caps.words["count_lead"]) or lead[-1:] == "("


@guard
def short_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """Two digits with an apostrophe: '82."""
    return text[caps.place("yy")[0]] in "'’" and before(text, start) in caps.words["year_lead"]


_DEGREES = regex(r"\b(?:temperatures?|highs?|lows?|degrees|aged|ages)\b", re.IGNORECASE)


@guard
def decade(text: str, start: int, end: int, caps: Captures) -> bool:
    """1990s, or 90s after the."""
    words = caps.text("decade") or ""
    if len(words) <= 4 and before(text, start) in ("his", "her", "their", "my", "your", "our"):
        return False  # "in her early 40s"
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
def year_pair(text: str, start: int, end: int, caps: Captures) -> bool:
    """2008-10 as two years, not a month of one."""
    return text[end : end + 1] not in ("-", "/")


@guard
def next_year(text: str, start: int, end: int, caps: Captures) -> bool:
    """1999/2000: two years that follow one another, and no serial number."""
    return caps.ordinal("last") == (caps.year() or 0) + 1 and text[end : end + 1] not in ("-", "/") and text[start - 1 : start] != "/"
