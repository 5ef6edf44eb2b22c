"""Words without accents, for comparison inside one text."""

import unicodedata
from functools import lru_cache

_ARTICLES = ("al-", "el-", "ul-", "ash-", "as-", "an-", "ar-", "ad-", "at-", "az-")


def bare(word: str) -> str:
    """A word in small letters, without accents and without the Arabic article: "Al-Sisi" and "el-Sisi" give "sisi"."""
    name = plain(word)
    return next((name[len(one) :] for one in _ARTICLES if name.startswith(one) and len(name) > len(one) + 2), name)


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """A word in small letters and without accents: "Erdoğan" gives "erdogan"."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
