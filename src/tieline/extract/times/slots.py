"""The slots of time patterns: what may fill them, and what it means."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from tieline.rules.scan import SlotKind, numbers

BLANK = r"(?:[^\S\n]{1,4}\n?[^\S\n]{0,4}|\n[^\S\n]{0,4})"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?![\d:])(?![.,/]\d)"
YEAR = r"(?:1\d|20|21)\d\d(?!\d)(?![.,]\d)"
Words = Mapping[str, Mapping[str, Any]]


def slot_kinds(words: Words) -> dict[str, SlotKind]:
    """All slots by name, made from the word tables."""
    kinds = {name: _vocabulary(table) for name, table in words.items()}
    for name in ("month", "weekday"):  # a point belongs to a short form only: "Nov. 22", but "on Thursday."
        kinds[name] = SlotKind(kinds[name].regex + r"(?:(?<!\w{5})\.(?=[\s\d,\-]))?", kinds[name].firsts, kinds[name].phrases)
    number = kinds["number"]
    half = rf"(?:{BLANK}and{BLANK}(?:a{BLANK})?half|-and-a-half)"
    spelled = rf"(?:half{BLANK}an?|{_spelled(words['number'])}{half}?)"
    kinds["n"] = SlotKind(
        rf"(?:\d{{1,3}}(?:,\d{{3}}|\.\d{{1,2}})?(?![\d.,]\d)(?:{BLANK}1/2)?|{spelled})", number.firsts | numbers(1, 2, 3) | {"half"}
    )
    ordinal = kinds["ordinal"]
    tens = r"(?:twenty|thirty)[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    ordinals = ordinal.firsts | {"twenty", "thirty"}
    kinds["nth"] = SlotKind(rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{tens}|{ordinal.regex})", ordinals | numbers(1, 2))
    counted = _vocabulary({word: number for word, number in words["ordinal"].items() if number > 0})
    kinds["dayth"] = SlotKind(
        rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|{tens}|{counted.regex})", counted.firsts | {"twenty", "thirty"} | numbers(1, 2)
    )
    kinds["day"] = SlotKind(rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|{DAY})", numbers(1, 2))
    kinds["year"] = SlotKind(YEAR, numbers(4))
    kinds["yy"] = SlotKind(r"(?:['’]\d\d|\d\d)(?!\d)(?![.,]\d)", numbers(2))
    kinds["eratic"] = SlotKind(r"(?:1\d{3}|20\d\d|[1-9]\d{0,2})(?!\d)", numbers(1, 2, 3, 4))
    kinds["era"] = SlotKind(r"(?:B\.?C\.?(?:E\.?)?|A\.?D\.?|CE)", frozenset({"b", "bc", "bce", "a", "ad", "ce", "c"}))
    kinds["iso"] = SlotKind(
        r"(?:19|20|1\d)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?)?(?![\d])(?!-\d)", numbers(4)
    )
    numeric = (
        r"\d{4}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:3[01]|[12]\d|0?[1-9])",
        r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)",
        r"\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)",
        r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)",
        r"(?:19|20)\d{6}",
    )
    kinds["numeric"] = SlotKind(rf"(?:{'|'.join(numeric)})(?![\d/])(?![-.]\d)", numbers(1, 2, 4, 8))
    kinds["clock"] = SlotKind(
        rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?:hrs|h)?(?:{BLANK}?[ap]\.?m\b\.?)?|\d{{1,2}}{BLANK}?[ap]\.?m\b\.?|\d{{4}}{BLANK}?(?:hrs|hours|UTC|GMT))"
        rf"(?:{BLANK}(?:UTC|GMT|EST|EDT|PST|PDT|CET|BST|hours|hrs?)\b|Z\b)?(?!\d)",
        numbers(1, 2, 4),
    )
    kinds["decade"] = SlotKind(r"(?:(?:1\d|20)\d0['’]?s|['’]?[1-9]0['’]?s)", numbers(2, 4))
    small = "one|two|three|four|five|six|seven|eight|nine"
    teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    tens_word = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    two = rf"(?:(?:{tens_word})(?:[\s-](?:{small}))?|{teens}|{small})"
    kinds["spoken"] = SlotKind(
        rf"(?:(?:twenty|thirty)[\s-](?:{small})|{teens}|twenty|thirty)(?!\w)", frozenset([*teens.split("|"), "twenty", "thirty"])
    )
    kinds["spokenyear"] = SlotKind(
        rf"(?:two{BLANK}thousand(?:{BLANK}(?:and{BLANK})?{two})?|(?:sixteen|seventeen|eighteen|nineteen|twenty){BLANK}(?:hundred{BLANK}(?:and{BLANK})?)?{two})(?!\w)",
        frozenset(["two", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]),
    )
    kinds["pair"] = SlotKind(r"\d{1,2}[/.-]\d{1,2}(?![\d])(?![./-]\d)", numbers(1, 2))
    kinds["num"] = SlotKind(r"\d{1,2}(?![\d])", numbers(1, 2))
    return kinds


def _vocabulary(table: Mapping[str, Any]) -> SlotKind:
    words = sorted(table, key=lambda one: (-len(one), one))
    regex = "|".join(re.escape(word).replace("\\ ", BLANK).replace(" ", BLANK).replace("'", "['’]") for word in words)
    return SlotKind(rf"(?:{regex})(?!\w)", first_words(words), tuple(words))


def _spelled(table: Mapping[str, Any]) -> str:
    """A number in words as it is said: "twenty-five", "one hundred and four", "a hundred"; not "two three"."""

    def one_of(low: int, high: int) -> str:
        return "|".join(word for word, count in table.items() if low <= count < high and word not in ("a", "an"))

    below = rf"(?:(?:{one_of(20, 100)})(?:[\s-](?:{one_of(1, 10)}))?|{one_of(10, 20)}|{one_of(1, 10)})"
    return rf"(?:(?:(?:{below}|an?){BLANK})?hundred(?:{BLANK}(?:and{BLANK})?{below})?|{below}|an?)(?!\w)"


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The letters with which each phrase begins, as the scanner sees them."""
    found = (re.match(r"[^\W\d_]+", phrase) for phrase in phrases)
    return frozenset(match[0] for match in found if match)
