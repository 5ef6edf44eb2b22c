"""Names of persons compared: which spellings can be one person's."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "las", "los", "le", "van", "von", "der", "den", "ter", "bin",
    "ibn", "bint", "al", "el", "y", "e", "st", "san",
})  # fmt: skip
SPELLED = 5  # letters from which a part may be spelled in two ways
LONG = 7  # letters from which a surname alone may be spelled in two ways
_VOWELS = frozenset("aeiouyj'")
_ENDINGS = {"y": "i", "j": "i"}
_STYLES = frozenset({"mr", "mrs", "ms", "dr", "sir", "jr", "sr", "iii", "ii"})
REIGNING = frozenset({"sheikh", "sheikha", "king", "queen", "prince", "princess", "emperor", "empress", "sultan", "emir", "pope"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A name without diacritics, case and doubtful signs, for comparison: "Óscar Arias" gives "oscar arias"."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(kept.casefold().replace("-", " ").replace(".", " ").split())


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The telling parts of a person's name: without particles and styles."""
    words = fold(name).split()
    kept = tuple(word for word in words if word not in _PARTICLES and word not in _STYLES)
    kept = kept[1:] if len(kept) > 1 and kept[0] in REIGNING else kept  # "Sheikh Sabah", "King Osric"
    return kept or tuple(words)


def is_by_given_name(name: str) -> bool:
    """Whether a name is a style of those who are called by their given names, with one: "Sheikh Sabah", "King Osric"."""
    words = fold(name).split()
    return len(words) > 1 and words[0] in REIGNING and len(parts(name)) == 1


def may_be_one(short: str, long: str) -> bool:
    """Whether the shorter name can be the longer one's: its parts in the same order, a given name only with more."""
    one, other = sorted((parts(short), parts(long)), key=len)
    if one == other or (len(one) > 1 and "".join(one) == "".join(other)):
        return True  # "Amir Soltan" and "Amirsoltan"
    if len(one) == 1:
        return _single(one[0], other)
    return _in_order(one, other) and (_alike(one[0], other[0]) or _contiguous(one, other))


def spelled_otherwise(name: str, other: str) -> bool:
    """Whether two full names differ in the spelling of one part alone: "Isaias Tekle" and "Issaias Tekle", "Volodymyr" and "Volodimir"."""
    pairs = list(zip(parts(name), parts(other), strict=False))
    unlike = [pair for pair in pairs if pair[0] != pair[1]]
    if len(parts(name)) != len(parts(other)) or len(pairs) < 2 or len(unlike) != 1:
        return False
    one, two = unlike[0]
    given = one == parts(name)[0]
    endings = not given or _ENDINGS.get(one[-1], one[-1]) == _ENDINGS.get(two[-1], two[-1])  # "Maria" is not "Mario"
    return min(len(one), len(two)) >= SPELLED and endings and one[0] == two[0] and _sounds(one) == _sounds(two)


def sounds_alike(one: str, other: str) -> bool:
    """Whether two surnames are one in two spellings: "zelensky" and "zelenskyy"."""
    return min(len(one), len(other)) >= LONG and one[:3] == other[:3] and _sounds(one) == _sounds(other)


def _sounds(word: str) -> str:
    """The consonants of a part, doubled ones once."""
    single = "".join(sign for i, sign in enumerate(word) if sign != word[i - 1 : i])
    return "".join(sign for sign in single if sign not in _VOWELS)


def _single(word: str, name: tuple[str, ...]) -> bool:
    """A surname alone: last or first part, or one of the two surnames of a long name."""
    if len(word) == 1:
        return False
    if len(name) <= 2:
        return word in name
    return word in name[1:] or word == name[0]


def _in_order(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    rest = iter(other)
    return all(any(_alike(word, candidate) for candidate in rest) for word in one)


def _alike(word: str, other: str) -> bool:
    """The same part, or its initial."""
    return word == other or (min(len(word), len(other)) == 1 and word[0] == other[0])


def _contiguous(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(other[k : k + len(one)] == one for k in range(len(other) - len(one) + 1))


def full_names(names: Iterable[str]) -> list[str]:
    """The names with several parts, or all where there is none: those that tell one person from another of the same surname."""
    ordered = sorted(names)
    return [name for name in ordered if len(parts(name)) > 1] or ordered


def keys(name: str) -> tuple[str, ...]:
    """Blocking keys: the parts that may stand for the person alone, and how a long surname sounds."""
    found = tuple(word for word in parts(name) if len(word) > 1)
    sound = ("~" + _sounds(found[-1]),) if found and len(found[-1]) >= LONG else ()
    return tuple(dict.fromkeys((*found, *sound)))
