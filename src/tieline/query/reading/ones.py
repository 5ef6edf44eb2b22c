"""A question whose "one" is put as the noun that it stands for: "was the Lima meeting before the Quito one?"."""

import re

from tieline.late import regex
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.words import stem

# "one" behind a word that singles it out; "which one", "no one" and "one of them" stand for nothing named before
_ONE = regex(
    r"\b(?P<of>(?:the|that|his|her|its|their|[\w.'’-]+['’]s)\s+(?:[\w.'’-]+\s+){0,3}?)(?<!\bwhich )(?<!\bno )(?<!\bevery )(?<!\bthis )"
    r"(?<!\bthe )(?<!\bthat )ones?\b(?!\s+(?:of|who|that|which)\b|['’-])",
    re.I,
)


def with_nouns(lexicon: Lexicon, text: str) -> str:
    """A question with the noun for an event in the place of each "one" that stands for it; itself where none is named before."""
    found = _ONE.search(text)
    while found:
        noun = _noun_before(lexicon, text[: found.start()])
        if noun is None:
            return text
        text = f"{text[: found.end('of')]}{noun}{text[found.end() :]}"
        found = _ONE.search(text)
    return text


def _noun_before(lexicon: Lexicon, text: str) -> str | None:
    """The last noun for an event, in the singular."""
    words: list[str] = [word for word in re.findall(r"[a-z]+", text.lower()) if stem(word) in lexicon.kinds_of_events]
    if not words:
        return None
    return words[-1].removesuffix("s") if not words[-1].endswith(("ss", "talks")) else words[-1]
