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
Words = Mapping[str, Mapping[str, Any]]


def slot_kinds(words: Words) -> dict[str, SlotKind]:
    """All slots by name, made from the word tables."""
    kinds = {name: _vocabulary(table) for name, table in words.items()}
    for name in ("month", "weekday"):  # a point belongs to a short form only: "Nov. 22", but "on Thursday." and "on 28 June."
        kinds[name] = SlotKind(kinds[name].regex + rf"(?:(?<!\w{{5}}){WHOLE}\.(?=[\s\d,\-]))?", kinds[name].phrases)
    half = rf"(?:{BLANK}and{BLANK}(?:a{BLANK})?half|-and-a-half)"
    spelled = rf"(?:half{BLANK}an?|{_spelled(words['number'])}{half}?)"
    spelled_words = (*words["number"], "hundred")
    kinds["n"] = SlotKind(
        rf"(?:\d{{1,3}}(?:,\d{{3}}|\.\d{{1,2}})?(?![\d.,]\d)(?:{BLANK}1/2)?|{spelled})",
        (
            *_digits(1, 2, 3),
            *_pairs(_digits(1, 2, 3), _digits(1, 2, 3)),
            *spelled_words,
            *_pairs((*spelled_words, "half"), (*spelled_words, "and")),
        ),
    )
    ordinal = kinds["ordinal"]
    ordinals = (*words["ordinal"], *_pairs(("twenty", "thirty"), words["ordinal"]))
    tens = r"(?:twenty|thirty)[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    kinds["nth"] = SlotKind(rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{tens}|{ordinal.regex})", (*ordinals, *_pairs(_digits(1, 2), SUFFIXES)))
    counted = _vocabulary({word: number for word, number in words["ordinal"].items() if number > 0})
    kinds["dayth"] = SlotKind(
        rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|{tens}|{counted.regex})", (*ordinals, *_pairs(_digits(1, 2), SUFFIXES))
    )
    kinds["day"] = SlotKind(rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|{DAY})", (*_digits(1, 2), *_pairs(_digits(1, 2), SUFFIXES)))
    kinds["year"] = SlotKind(YEAR, _digits(4))
    kinds["yy"] = SlotKind(r"(?:['’]\d\d|\d\d)(?!\d)(?![.,]\d)", _digits(2))
    kinds["eratic"] = SlotKind(r"(?:1\d{3}|20\d\d|[1-9]\d{0,2})(?!\d)", _digits(1, 2, 3, 4))
    kinds["era"] = SlotKind(
        r"(?-i:B\.\s?C(?:\.(?:\s?E\.)?|\b)|BCE?|A\.\s?D(?:\.|\b)|AD|C\.\s?E\.|CE|bce?)", ("b c", "bc", "bce", "a d", "ad", "c e", "ce")
    )
    kinds["anno"] = SlotKind(r"(?-i:A\.\s?D\.|AD)", ("a d", "ad"))
    kinds["iso"] = SlotKind(
        r"(?:19|20|1\d)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?)?(?![\d])(?!-\d)",
        _pairs(_digits(4), _digits(2)),
    )
    numeric = (
        r"\d{4}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:3[01]|[12]\d|0?[1-9])",
        r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)",
        r"\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)",
        r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)",
        r"(?:19|20)\d{6}",
    )
    kinds["numeric"] = SlotKind(rf"(?:{'|'.join(numeric)})(?![\d/])(?![-.]\d)", ("77777777", *_pairs(_digits(1, 2, 4), _digits(1, 2))))
    kinds["clock"] = SlotKind(
        rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?:hrs|h)?(?:{BLANK}?(?:[ap]\.m\b\.?|[ap]m\b))?|\d{{1,2}}{BLANK}?(?:[ap]\.m\b\.?|[ap]m\b)|\d{{4}}{BLANK}?(?:hrs|hours|UTC|GMT))"
        rf"(?:{BLANK}(?:UTC|GMT|[ECMP][SD]?T|CES?T|BST|IST|JST|hours|hrs?)\b|Z\b)?(?!\d)",
        (*_pairs(_digits(1, 2), ("77", "a", "p", "am", "pm")), *_pairs(_digits(4), ("hrs", "hours", "utc", "gmt"))),
    )
    kinds["decade"] = SlotKind(r"(?:(?:1\d|20)\d0['’]?s|['’]?[1-9]0['’]?s)", _pairs(_digits(2, 4), "s"))
    small = "one|two|three|four|five|six|seven|eight|nine"
    teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    tens_word = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    two = rf"(?:(?:{tens_word})(?:[\s-](?:{small}))?|{teens}|{small})"
    kinds["spoken"] = SlotKind(
        rf"(?:(?:twenty|thirty)[\s-](?:{small})|{teens}|twenty|thirty)(?!\w)",
        (*teens.split("|"), "twenty", "thirty", *_pairs(("twenty", "thirty"), small.split("|"))),
    )
    kinds["spokenyear"] = SlotKind(
        rf"(?:two{BLANK}thousand(?:{BLANK}(?:and{BLANK})?{two})?|(?:sixteen|seventeen|eighteen|nineteen|twenty){BLANK}(?:hundred{BLANK}(?:and{BLANK})?)?{two})(?!\w)",
        (
            "two thousand",
            *_pairs(
                ("sixteen", "seventeen", "eighteen", "nineteen", "twenty"), ["hundred", *"|".join((small, teens, tens_word)).split("|")]
            ),
        ),
    )
    kinds["pair"] = SlotKind(r"\d{1,2}[/.-]\d{1,2}(?![\d])(?![./-]\d)", _pairs(_digits(1, 2), _digits(1, 2)))
    months = "|".join(sorted((name for name in words["month"] if len(name) > 2), key=lambda one: (-len(one), one)))
    kinds["glued"] = SlotKind(rf"(?:{months})(?:3[01]|[12]\d|0?[1-9])(?![\w:])(?![.,/-]\d)", _pairs(words["month"], _digits(1, 2)))
    kinds["monthyear"] = SlotKind(r"(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/])", _pairs(_digits(1, 2), _digits(4)))
    kinds["gluedlength"] = SlotKind(r"\d{1,3}(?:mins?|hrs?|secs?|wks?|mths?|yrs?)(?![\w-])", _pairs(_digits(1, 2, 3), words["shortunit"]))
    kinds["qsign"] = SlotKind(r"(?-i:[QH][1-4]|[1-4][QH])(?!\w)", ("q 7", "h 7", "7 q", "7 h"))
    kinds["fysign"] = SlotKind(rf"(?-i:FY){BLANK}?['’]?(?:(?:19|20)\d\d|\d\d)(?!\d)", ("fy 7777", "fy 77"))
    kinds["num"] = SlotKind(r"\d{1,2}(?![\d])", _digits(1, 2))
    return kinds


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
