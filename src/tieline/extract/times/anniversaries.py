"""Anniversaries: the year from which they count, as a step in the derivation of the date on which they fall."""

from tieline.extract.times.captures import Words, ordinal_of
from tieline.late import regex
from tieline.model.time import TimeMention

WORD = "anniversary"
REACH = 160
_COUNT = regex(r"([\w-]{2,24})\s{1,3}$")
_STOP = regex(r"[.!?;]\s|\n")
GRAINS = ("day", "part", "week", "month", "quarter", "season", "half", "year")


def with_foundings(mentions: list[TimeMention], text: str, words: Words) -> list[TimeMention]:
    """The mentions, those that date a numbered anniversary telling the year that it fixes: "the 40th anniversary this year"."""
    place = text.find(WORD)
    if place < 0:
        return mentions
    found, i = list(mentions), 0
    while place >= 0:
        while i < len(found) and found[i].start < place:
            i += 1
        count, k = _count(text, place, words), _dating(found, i, place, text)
        if count and k is not None:
            found[k] = _founded(found[k], count)
        place = text.find(WORD, place + 1)
    return found


def _count(text: str, place: int, words: Words) -> int | None:
    match = _COUNT.search(text[max(0, place - 44) : place])
    if match is None:
        return None
    said = match[1].lower()
    counts = said[0].isdigit() and said[-1].isalpha()
    count = ordinal_of(said, words) if counts or said.rsplit("-", 1)[-1] in words["ordinal"] else None
    return count if count and 0 < count < 1000 else None


def _dating(mentions: list[TimeMention], i: int, place: int, text: str) -> int | None:
    """Which mention dates the anniversary: the next in its sentence, else the one before it."""
    if i < len(mentions) and _near(text, place, mentions[i].start) and _single(mentions[i]):
        return i
    if i and _near(text, mentions[i - 1].end, place) and _single(mentions[i - 1]):
        return i - 1
    return None


def _near(text: str, low: int, high: int) -> bool:
    return high - low <= REACH and _STOP.search(text, low, high) is None


def _single(mention: TimeMention) -> bool:
    """Whether the mention is one time of one year."""
    time = mention.time
    if time is None or time.earliest is None or time.latest is None or time.grain not in GRAINS:
        return False
    return time.earliest.year == time.latest.year


def _founded(mention: TimeMention, count: int) -> TimeMention:
    time = mention.time
    if time is None or time.earliest is None or time.earliest.year <= count:
        return mention
    step = f"an anniversary of {count} years in {time.earliest.year} counts from {time.earliest.year - count}"
    return mention.model_copy(update={"time": time.model_copy(update={"derivation": (*time.derivation, step)})})
