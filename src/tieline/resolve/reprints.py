"""The same report in two houses: which texts say in most of their sentences what another one says."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tieline.model.issue import Issue
from tieline.model.mention import Reading

SHORTEST = 6  # words of a sentence that counts: shorter ones are anybody's
FEWEST = 3  # sentences that must be shared
SHORT = 2  # sentences of a notice that another text repeats as a whole
SHARE = 0.75  # of the sentences of the shorter text
LATEST = dt.timedelta(days=6)  # after the original; what stands again a week later in the same words is a notice that comes every week


def find_reprints(readings: Sequence[Reading]) -> dict[str, str]:
    """The original of each text that repeats another one, its lead too: the earliest by its stated day, else the first by id.

    A sentence leads only to the first text that has it, so the cost grows with the text.
    """
    first: dict[str, str] = {}
    own: dict[str, list[str]] = {}
    days: dict[str, dt.date | None] = {}
    found: dict[str, str] = {}
    for reading in sorted(readings, key=_order):
        document = reading.article.document
        name, keys = document.id, sentence_keys(one.text for one in reading.article.sentences if one.zone == "prose")
        own[name], days[name] = keys, document.published.earliest if document.published else None
        shared = Counter(first[key] for key in keys if key in first)
        for other, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:1]:
            whole = count >= SHORT and count == len(keys) == len(own[other])
            enough = whole or (count >= FEWEST and count >= SHARE * min(len(keys), len(own[other])))
            if enough and keys[0] in own[other] and own[other][0] in keys and _near(days[name], days[other]):
                found[name] = other
        for key in keys:
            first.setdefault(key, found.get(name, name))
    return found


def _near(day: dt.date | None, original: dt.date | None) -> bool:
    return day is None or original is None or day - original <= LATEST


def sentence_keys(sentences: Iterable[str]) -> list[str]:
    """What stands for each sentence in comparisons: its words alone; short ones are left out."""
    words = (["".join(sign for sign in word if sign.isalnum()) for word in one.lower().split()] for one in sentences)
    plain = ([word for word in one if word] for one in words)
    return list(dict.fromkeys(" ".join(one) for one in plain if len(one) >= SHORTEST))


def reprint_issues(reprints: Mapping[str, str]) -> Iterator[Issue]:
    """A word to the user on each text that repeats another."""
    for name, original in sorted(reprints.items()):
        yield Issue(kind="duplicate", message=f"{name}: the same report as {original}; counted as one report with two sources.")


def _order(reading: Reading) -> tuple[bool, str, str]:
    document = reading.article.document
    day = document.published.earliest if document.published else None
    return (day is None, day.isoformat() if day else "", document.id)
