"""Whether a capitalised word can be part of a name."""

from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.runs import is_capital
from tieline.model.token import Token


def ends_name(tokens: Sequence[Token], k: int, floor: int, lex: Lexicon) -> bool:
    """Whether a word before a comma ends a longer name: "from Orsetal Steel, Transport Minister X said"."""
    while k > floor and tokens[k - 1].lower in lex.words["titles.inside"]:
        k -= 1
    before = tokens[k - 1] if k > floor else None
    return before is not None and is_name(before, lex) and not lex.countries.at(tokens, k - 1)


def is_name(token: Token, lex: Lexicon) -> bool:
    """Whether a capitalised word can be (part of) a name: no weekday, no "The", no "In"."""
    return (
        is_capital(token)
        and token.text.isalpha()
        and not (lex.has("strange.words", token.lower) or lex.has("strange.openers", token.lower))
    )


def _may_open(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a word belongs to a name that goes on after it: "Foreign" in "Foreign Office"."""
    return is_name(tokens[i], lex) or (i > 0 and is_capital(tokens[i]) and lex.has("titles.inside", tokens[i].lower))


def name_start(tokens: Sequence[Token], i: int, floor: int, lex: Lexicon) -> int:
    """The first of the capitalised words that end at a token."""
    while i - 1 >= floor and _may_open(tokens, i - 1, lex) and tokens[i].start - tokens[i - 1].end <= 1:
        i -= 1
    return i
