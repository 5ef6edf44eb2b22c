"""The slots of time patterns: what may fill them, and what it means."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

from tieline.rules.scan import SlotKind

BLANK = r"(?:[^\S\n]{1,4}\n?[^\S\n]{0,4}|\n[^\S\n]{0,4})"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d|:\d)(?![.,/]\d)"
WHOLE = r"(?<!\bmay)(?<!\bjune)(?<!\bjuly)"  # the short names that are no short forms
YEAR = r"(?:1\d|20|21)\d\d(?!\d)(?![.,]\d)"
SUFFIXES = ("st", "nd", "rd", "th")
SMALL = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
CENTURIES = "(?:sixteen|seventeen|eighteen|nineteen|twenty)"
HALVES = r"(?:[ap]\.m\b\.?|[ap]m\b)"  # of a day
ZONES = ("est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "ist", "jst")
CLOCK = (
    rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?:hrs|h)?(?:{BLANK}?{HALVES})?|\d{{1,2}}{BLANK}?{HALVES}|\d{{4}}{BLANK}?(?:hrs|hours|UTC|GMT|[ECMP][SD]T|BST|IST|JST)\b)"
    rf"(?:{BLANK}(?:UTC|GMT|[ECMP][SD]?T|CES?T|BST|IST|JST|hours|hrs?)\b|Z\b)?(?!\d)"
)
Words = Mapping[str, Mapping[str, Any]]


def slot_kinds(words: Words) -> dict[str, SlotKind]:
    """All slots by name, made from the word tables."""
    kinds = {name: _vocabulary(table) for name, table in words.items()}
    for name in ("month", "weekday"):  # a point belongs to a short form only: "Nov. 22", but "on Thursday." and "on 28 June."
        kinds[name] = SlotKind(kinds[name].regex + rf"(?:(?<!\w{{5}}){WHOLE}\.(?=[\s\d,\-]))?", kinds[name].phrases)
    return kinds | _counts(words) | _ordinals(words, kinds["ordinal"]) | _years() | _dates(words) | _spoken() | _short(words)


def _counts(words: Words) -> dict[str, SlotKind]:
    """Numbers of days, months and years, in figures and in words, halves among them."""
    half = rf"(?:{BLANK}and{BLANK}(?:a{BLANK})?half|-and-a-half)"
    spelled = rf"(?:half{BLANK}an?|{_spelled(words['number'])}{half}?)"
    regex = rf"(?:\d{{1,3}}(?:,\d{{3}}|\.\d{{1,2}})?(?![\d.,]\d)(?:(?:{BLANK}|-)1/2)?|{spelled})"
    spelled_words = (*words["number"], "hundred")
    phrases = (
        *_digits(1, 2, 3),
        *_pairs(_digits(1, 2, 3), _digits(1, 2, 3)),
        *spelled_words,
        *_pairs((*spelled_words, "half"), (*spelled_words, "and")),
    )
    return {"n": SlotKind(regex, phrases), "num": SlotKind(r"\d{1,2}(?![\d])", _digits(1, 2))}


def _ordinals(words: Words, ordinal: SlotKind) -> dict[str, SlotKind]:
    """Places in a row, and days of a month told so."""
    ordinals = (*words["ordinal"], *_pairs(("twenty", "thirty"), words["ordinal"]))
    tens = r"(?:twenty|thirty)[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    counted = _vocabulary({word: number for word, number in words["ordinal"].items() if number > 0})
    figures = _pairs(_digits(1, 2), SUFFIXES)
    dayth = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"
    return {
        "nth": SlotKind(rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{tens}|{ordinal.regex})", (*ordinals, *figures)),
        "dayth": SlotKind(rf"(?:{dayth}|{tens}|{counted.regex})", (*ordinals, *figures)),
        "day": SlotKind(rf"(?:{dayth}|{DAY})", (*_digits(1, 2), *figures)),
    }


def _years() -> dict[str, SlotKind]:
    """Years, whole and short, with their era, and decades."""
    era = r"(?-i:B\.\s?C(?:\.(?:\s?E\.)?|\b)|BCE?|A\.\s?D(?:\.|\b)|AD|C\.\s?E\.|CE|bce?)"
    return {
        "year": SlotKind(YEAR, _digits(4)),
        "yy": SlotKind(r"(?:['’]\d\d|\d\d)(?!\d)(?![.,]\d)", _digits(2)),
        "eratic": SlotKind(r"(?:1\d{3}|20\d\d|[1-9]\d{0,2})(?!\d)", _digits(1, 2, 3, 4)),
        "era": SlotKind(era, ("b c", "bc", "bce", "a d", "ad", "c e", "ce")),
        "anno": SlotKind(r"(?-i:A\.\s?D\.|AD)", ("a d", "ad")),
        "decade": SlotKind(r"(?:(?:1\d|20)\d0['’]?s|['’]?[1-9]0['’]?s)", _pairs(_digits(2, 4), "s")),
    }


def _dates(words: Words) -> dict[str, SlotKind]:
    """Dates and times of day in figures, and a month written together with its day."""
    iso = r"(?:19|20|1\d)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?)?(?![\d])(?!-\d)"
    numeric = (
        r"\d{4}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:3[01]|[12]\d|0?[1-9])",
        r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)",
        r"\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)",
        r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)",
        r"(?:19|20)\d{6}",
    )
    months = "|".join(sorted((name for name in words["month"] if len(name) > 2), key=lambda one: (-len(one), one)))
    return {
        "iso": SlotKind(iso, _pairs(_digits(4), _digits(2))),
        "numeric": SlotKind(rf"(?:{'|'.join(numeric)})(?![\d/])(?![-.]\d)", ("77777777", *_pairs(_digits(1, 2, 4), _digits(1, 2)))),
        "pair": SlotKind(r"\d{1,2}[/.-]\d{1,2}(?![\d])(?![./-]\d)", _pairs(_digits(1, 2), _digits(1, 2))),
        "glued": SlotKind(rf"(?:{months})(?:3[01]|[12]\d|0?[1-9])(?![\w:])(?![.,/-]\d)", _pairs(words["month"], _digits(1, 2))),
        "monthyear": SlotKind(r"(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/])", _pairs(_digits(1, 2), _digits(4))),
        "clock": SlotKind(
            CLOCK, (*_pairs(_digits(1, 2), ("77", "a", "p", "am", "pm")), *_pairs(_digits(4), ("hrs", "hours", "utc", "gmt", *ZONES)))
        ),
    }


def _spoken() -> dict[str, SlotKind]:
    """Years as they are spoken: "nineteen eighty-four", "two thousand and nine"."""
    two = rf"(?:(?:{TENS})(?:[\s-](?:{SMALL}))?|{TEENS}|{SMALL})"
    year = rf"(?:two{BLANK}thousand(?:{BLANK}(?:and{BLANK})?{two})?|{CENTURIES}{BLANK}(?:hundred{BLANK}(?:and{BLANK})?)?{two})(?!\w)"
    below = ("twenty", "thirty")
    return {
        "spoken": SlotKind(
            rf"(?:(?:twenty|thirty)[\s-](?:{SMALL})|{TEENS}|twenty|thirty)(?!\w)",
            (*TEENS.split("|"), *below, *_pairs(below, SMALL.split("|"))),
        ),
        "spokenyear": SlotKind(
            year,
            (
                "two thousand",
                *_pairs(("sixteen", "seventeen", "eighteen", "nineteen", "twenty"), ["hundred", *f"{SMALL}|{TEENS}|{TENS}".split("|")]),
            ),
        ),
    }


def _short(words: Words) -> dict[str, SlotKind]:
    """Lengths, quarters and fiscal years as signs: "45mins", "Q3", "FY2024"."""
    return {
        "gluedlength": SlotKind(r"\d{1,3}(?:mins?|hrs?|secs?|wks?|mths?|yrs?)(?![\w-])", _pairs(_digits(1, 2, 3), words["shortunit"])),
        "qsign": SlotKind(r"(?-i:[QH][1-4]|[1-4][QH])(?!\w)", ("q 7", "h 7", "7 q", "7 h")),
        "fysign": SlotKind(rf"(?-i:FY){BLANK}?['’]?(?:(?:19|20)\d\d|\d\d)(?!\d)", ("fy 7777", "fy 77")),
    }


def _vocabulary(table: Mapping[str, Any]) -> SlotKind:
    words = sorted(table, key=lambda one: (-len(one), one))
    regex = "|".join(re.escape(word).replace("\\ ", BLANK).replace(" ", BLANK).replace("'", "['’]") for word in words)
    return SlotKind(rf"(?:{regex})(?!\w)", tuple(words))


def _digits(*counts: int) -> tuple[str, ...]:
    """A number of so many digits, for each count."""
    return tuple("7" * count for count in counts)


def _pairs(firsts: Iterable[str], seconds: Iterable[str]) -> tuple[str, ...]:
    """Each of the first words before each of the second."""
    return tuple(f"{first} {second}" for first, second in product(firsts, seconds))


def _spelled(table: Mapping[str, Any]) -> str:
    """A number in words as it is said: "twenty-five", "one hundred and four", "a hundred"; not "two three"."""

    def one_of(low: int, high: int) -> str:
        return "|".join(word for word, count in table.items() if low <= count < high and word not in ("a", "an"))

    below = rf"(?:(?:{one_of(20, 100)})(?:[\s-](?:{one_of(1, 10)}))?|{one_of(10, 20)}|{one_of(1, 10)})"
    return rf"(?:(?:(?:{below}|an?){BLANK})?hundred(?:{BLANK}(?:and{BLANK})?{below})?|{below}|an?)(?!\w)"
