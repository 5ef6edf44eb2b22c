"""Words without accents, for comparison inside one text."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """A word in small letters and without accents: "Erdoğan" gives "erdogan"."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
