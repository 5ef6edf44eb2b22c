"""The words that announce a time: cheap to look for, so that what holds none need not be read for times."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from tieline.kept import once, program_key
from tieline.late import regex
from tieline.rules.load import Rulebook, shipped

FOLDER = "en/time"
TABLES = ("month", "weekday", "weekdays", "unit", "shortunit", "season", "daypart", "tens", "holiday", "feast", "known", "announcing")
WORD = regex(r"\d+|[^\W\d_]+")
_SLOT = regex(r"<[^<>]*>")
_LETTERS = regex(r"[^\W\d_]{1,4}")
_HOUR = regex(r"[^\S\n]?(?:[ap]\.?m|s)\b", re.IGNORECASE)
_SIGNS = frozenset(":/-.'’")
_SUFFIXES = frozenset(
    {
        "st",
        "nd",
        "rd",
        "th",
        "s",
        "am",
        "pm",
        "a",
        "p",
        "hrs",
        "bc",
        "utc",
        "gmt",
        "r",
        "er",
        "min",
        "mins",
        "hr",
        "sec",
        "secs",
        "wk",
        "wks",
        "mth",
        "mths",
        "yr",
        "yrs",
    }
)
Tokens = Sequence[tuple[int, str]]


def may_name_times(text: str, book: Rulebook | None = None) -> bool:
    """Whether a text has a word or number that announces a time."""
    return next_trigger(text, tokens_of(text), 0, _triggers(book or shipped())) >= 0


@lru_cache(maxsize=2)
def _triggers(book: Rulebook) -> frozenset[str]:
    """The triggers of a rulebook, read once by a process; those of the shipped one are kept between runs."""
    if book.extra is not None:
        return triggers_of(book)
    return once(f"triggers-{program_key()}", lambda: triggers_of(book), instead_of="triggers-*")


def tokens_of(text: str, low: int = 0, high: int | None = None) -> Tokens:
    """The words and numbers of a stretch of text with their places, in lower case."""
    return [(found.start(), found[0].lower()) for found in WORD.finditer(text, low, len(text) if high is None else high)]


def next_trigger(text: str, tokens: Tokens, i: int, triggers: frozenset[str]) -> int:
    """The number of the first token from `i` on that announces a time; -1 where none does."""
    for j in range(i, len(tokens)):
        place, word = tokens[j]
        if word in triggers or (word[0].isdigit() and _telling(text, place, word)):
            return j
    return -1


def triggers_of(book: Rulebook) -> frozenset[str]:
    """The announcing words of a rulebook."""
    phrases: Iterable[Mapping[str, object]] = (
        entries for _, table in book.tables(FOLDER) for name, entries in table.items() if name in TABLES
    )
    return _own_words(book).union(*(_telling_words(phrase.lower()) for entries in phrases for phrase in entries))


def _own_words(book: Rulebook) -> frozenset[str]:
    """The words of the patterns that a user adds: nothing is known of them but that they tell a time."""
    if book.extra is None:
        return frozenset()
    known = {rule.id for rule in shipped().rules(FOLDER)}
    patterns = (str(rule.fields.get("pattern", "")) for rule in book.rules(FOLDER) if rule.id not in known)
    return frozenset(word for pattern in patterns for word in WORD.findall(_SLOT.sub(" ", pattern).lower()) if len(word) > 2)


def _telling_words(phrase: str) -> Iterable[str]:
    """The first and the longest word of a phrase; "the" of "the holidays" announces nothing."""
    words = WORD.findall(phrase)
    return {word for word in (*words[:1], max(words, key=len, default="")) if word != "the"}


def _telling(text: str, place: int, word: str) -> bool:
    """Whether digits may be a year, a day with its suffix, or a written date or hour."""
    if len(word) in (4, 8):
        return True
    if len(word) > 4:
        return False
    end = place + len(word)
    after = text[end : end + 1]
    letters = _LETTERS.match(text, end)
    return (
        after in _SIGNS
        or _HOUR.match(text, end) is not None
        or (letters is not None and letters[0].lower() in _SUFFIXES)
        or (place > 0 and text[place - 1] in "'’")
    )
