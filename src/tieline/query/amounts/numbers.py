"""The numbers of a sentence, with their scales and units."""

import re
from dataclasses import replace

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
    "crore": 10_000_000,
    "lakh": 100_000,
    "dozen": 12,
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
_TENS = "|".join(word for word, value in WORDS.items() if value % 10 == 0 and value > 10)
_ONES = "|".join(word for word, value in WORDS.items() if value < 10)
_CODES = (
    "EUR|USD|GBP|NOK|SEK|DKK|ISK|CHF|JPY|CNY|RMB|INR|PKR|BDT|LKR|NPR|AUD|NZD|CAD|SGD|HKD|MYR|IDR|THB|PHP|VND|KRW|TWD|ZAR|NGN|KES|UGX|TZS"
    "|GHS|XOF|XAF|MAD|DZD|TND|EGP|SAR|AED|QAR|KWD|BHD|OMR|ILS|TRY|RUB|UAH|PLN|CZK|HUF|RON|BGN|HRK|RSD|BRL|ARS|CLP|COP|PEN|MXN|UYU|BOB"
    "|CFA|DM|TL|FFr|SFr|BFr|[NSD]kr|[NSD]Kr|IR|Dhs?|KSh|USh|TSh|Tk|Rp|RM|Pts|Esc|Bs"
)
_SIGN = rf"(?:US|S|NZ|A|C|HK|R|MX|NT|T|J|Z|N|G|B|EC|F)\$|\b(?-i:Rs\.?|{_CODES})|[$€£¥₹₩₽₦₺₪₫₱฿₴]"
NUMBER = regex(
    r"(?:(?<!\w)|(?=[\d$€£¥₹₩₽₦₺₪₫₱฿₴]))"  # not within a word, but for its digits
    r"(?P<q>(?:more than|over|nearly|almost|about|around|some|at least|up to|under|less than|approximately|roughly) )?"
    rf"(?:(?P<sign>{_SIGN}) ?)?(?P<vague>{_VAGUE})?(?P<n>\d(?:[\d,]*\d)?(?:\.\d+)?(?!\d|(?:st|nd|rd|th)\b)"
    rf"|\b(?:{_TENS})[- ](?:{_ONES})\b|(?<!\w-)\b(?:{_SPELT})\b(?!-(?:{_ONES})\b)"
    r"|\b(?:half an?|an?)(?= (?:hundred|thousand|million|billion|dozen)\b))?"
    r"(?:[ \u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|crore|lakh|dozen|bln|mln|tln|bn|mn|tn)\b"
    r"|(?(sign)[ \u00a0]?|)(?P<short>[mk])\b)?"
    rf"(?:[ \u00a0-]?(?P<unit>{_UNITS}|(?(n)(?-i:{_CODES})\b|(?!))))?",
    re.I,
)
CODE = regex(_CODES, re.I)  # a code for money
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
        if any(s < end and start < e for s, e in dates) or _of_name(passage.text, match):
            continue
        found.append(Number(start, end, match[0].strip(), value_of(match), unit_of(match)))
    return [_completed(passage, one, found[n + 1]) if n + 1 < len(found) else one for n, one in enumerate(found)]


def _of_name(text: str, match: re.Match[str]) -> bool:
    """Whether digits stand behind a letter, as in the name of a model: "A380", "F-16"."""
    at = match.start("n")
    if not match["n"] or match["sign"] or not match["n"][0].isdigit():
        return False
    return text[at - 1 : at].isalpha() or bool(_MODEL.search(text[max(at - 4, 0) : at]))


def counts_time(passage: Passage, number: Number) -> bool:
    """Whether a number counts days, months or years: "five months after the signing"."""
    return bool(_LENGTH.match(passage.document.text, number.end))


_LENGTH = regex(r"[- ](?:full |more )?(?:minute|hour|day|week|month|year|decade)s?\b", re.I)
_MODEL = regex(r"(?<!\w)(?-i:[A-Z]{1,2})-$")
_TO = regex(r"\s?(?:to|and|or|[-–])\s?")
_SCALE = regex(r"\b(?:million|billion|trillion|crore|lakh|bln|mln|tln|bn|mn|tn)\b|(?<=\d)m\b", re.I)
_PLAIN = regex(r"(?:[^\W\d]+ ){0,3}\d{1,3}(?:\.\d+)?")
THOUSAND = 1000


def _completed(passage: Passage, one: Number, after: Number) -> Number:
    """A number with the scale and unit that it leaves to the next: "from 140 to 96 million euros", "200,000 to 85,000 francs"."""
    between = passage.document.text[one.end : after.start]
    if one.unit is not None or one.value is None or after.value is None or not _TO.fullmatch(between):
        return one
    scale = _SCALE.search(after.words)
    if scale and not _SCALE.search(one.words) and one.value < THOUSAND and _PLAIN.fullmatch(one.words):
        size = _SCALES[scale[0].lower()]
        return replace(one, value=_whole(one.value * size), words=f"{one.words} {scale[0]}", unit=after.unit)
    return replace(one, unit=after.unit) if one.value >= THOUSAND or not scale else one


def _whole(value: float) -> float | int:
    near = round(value, 6)  # 4.1 million is no 4,099,999.9999999995
    return int(near) if near == int(near) else near


def value_of(match: re.Match[str]) -> float | int | None:
    """The value of a number, its scale included; None for "tens of thousands"."""
    if match["vague"] or not match["n"]:
        return None
    base = float(match["n"].replace(",", "")) if match["n"][0].isdigit() else _spelt(match["n"].lower())
    base *= _SCALES.get((match["scale"] or match["short"] or "").lower(), 1)
    return _whole(base)


def _spelt(words: str) -> float:
    """The value of a number in words: "twenty-five", "half a" of "half a million"."""
    if words.endswith(("a", "an")):
        return 0.5 if words.startswith("half") else 1.0
    return float(sum(WORDS[word] for word in re.split(r"[- ]", words)))


def unit_of(match: re.Match[str]) -> str | None:
    """The unit of a number: "money" and "percent" for all their names."""
    unit = (match["unit"] or "").lower()
    if match["sign"] or MONEY.fullmatch(unit) or (unit and CODE.fullmatch(unit)):
        return "money"
    return {"percent": "percent", "per cent": "percent", "pct": "percent", "%": "percent"}.get(unit, unit or None)
