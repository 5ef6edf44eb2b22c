"""The numbers of a sentence, with their scales and units."""

import re

from tieline.late import regex
from tieline.light import dataclass
from tieline.query.view import Passage

WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "mln": 1_000_000,
    "mn": 1_000_000,
    "m": 1_000_000,
    "k": 1_000,
    "tln": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
}
_MONEY = (
    "u.s. dollars|us dollars|dollars|dollar|dlrs|dlr|euros|euro|yuan|renminbi|soles|pounds|sterling|crowns|thalers|pesos|rupees|rand"
    "|francs|marks|yen|won|shillings|lira|roubles|rubles|rials|riyals|dirhams|baht|ringgit|kronor|kroner|reais|naira"
    "|stg|pound|franc|rouble|ruble|peso|krona|krone|forints?|zlotys?|dinars?|dinar|taka|birr|kwacha|cedis?|ouguiyas?|guilders|lire|rupee"
    "|shilling|hryvnias?|tenge|soms?|manats?|lari|leva|lei|escudos?|pesetas?|florins?|drachmas?|schillings?|ducats?|cruzeiros?|australes|dram|kyats?|riels?|tugriks?"
)
_UNITS = (
    r"percent|per cent|pct|%|(?:" + _MONEY.replace(".", r"\.") + r")\b|km\b|kilomet(?:re|er)s?|miles?|tons|tonnes|hectares|megawatts?|mw\b"
)
_VAGUE = (
    r"(?:tens|hundreds|dozens|scores) of (?:thousands|millions|hundreds|billions)|(?:tens|hundreds|dozens|scores|thousands|millions)(?= of)"
)
_SPELT = "|".join(sorted(WORDS, key=lambda word: (-len(word), word)))
_SIGN = r"(?:US|S|NZ|A|C|HK|R|MX)\$|\b(?-i:Rs\.?|RM|Rp|Tk|KSh|EUR|USD|GBP)|[$€£¥₹₩₽]"
NUMBER = regex(
    r"(?P<q>(?:more than|over|nearly|almost|about|around|some|at least|up to|under|less than|approximately|roughly) )?"
    rf"(?:(?P<sign>{_SIGN}) ?)?(?P<vague>{_VAGUE})?(?P<n>\d(?:[\d,]*\d)?(?:\.\d+)?(?!\d|(?:st|nd|rd|th)\b)"
    rf"|\b(?:{_SPELT})\b(?!-))?"
    r"(?:[ \u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|bln|mln|tln|bn|mn|tn)\b|(?P<short>[mk])\b)?"
    rf"(?:[ \u00a0-]?(?P<unit>{_UNITS}))?",
    re.I,
)
MONEY = regex(rf"(?:{_MONEY.replace('.', '[.]')})", re.I)  # a word for money


@dataclass(frozen=True)
class Number:
    """A number in a sentence, with its words and place (in the document)."""

    start: int
    end: int
    words: str
    value: float | int | None
    unit: str | None


def numbers(passage: Passage) -> list[Number]:
    """The numbers of a sentence that are not parts of dates."""
    found = []
    dates = [(t.start, t.end) for t in passage.times if t.timex3.type in ("DATE", "TIME")]
    for match in NUMBER.finditer(passage.text):
        if not (match["n"] or match["vague"]):
            continue
        start = passage.fact.start + match.start()
        end = passage.fact.start + match.end()
        if any(s < end and start < e for s, e in dates):
            continue
        found.append(Number(start, end, match[0].strip(), value_of(match), unit_of(match)))
    return found


def value_of(match: re.Match[str]) -> float | int | None:
    """The value of a number, its scale included; None for "tens of thousands"."""
    if match["vague"] or not match["n"]:
        return None
    base = float(match["n"].replace(",", "")) if match["n"][0].isdigit() else float(WORDS[match["n"].lower()])
    base *= _SCALES.get((match["scale"] or match["short"] or "").lower(), 1)
    return int(base) if base == int(base) else base


def unit_of(match: re.Match[str]) -> str | None:
    """The unit of a number: "money" and "percent" for all their names."""
    unit = (match["unit"] or "").lower()
    if match["sign"] or MONEY.fullmatch(unit):
        return "money"
    return {"percent": "percent", "per cent": "percent", "pct": "percent", "%": "percent"}.get(unit, unit or None)
