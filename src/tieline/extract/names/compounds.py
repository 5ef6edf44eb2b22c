"""Names of states in two words put together as one token: "San Torvo", "Al-Zahir", "Samar Islands"."""

from collections.abc import Sequence, Set

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.title_names import is_name
from tieline.model.token import Token


def compounded(tokens: Sequence[Token], taken: Set[str], lex: Lexicon) -> Sequence[Token]:
    """The tokens of a sentence with names of two words as one. `taken` are words that belong to other names."""
    first, last = lex.words["compounds.first"], lex.words["compounds.last"]
    if not any(token.text[0].isupper() and (token.lower in first or token.lower in last) for token in tokens):
        return tokens
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        article = before is not None and before.text == "-" and len(found) > 1 and found[-2].lower in ("al", "el")
        if article and token.text[0].isupper() and token.start == found[-2].end + 1:
            found[-2:] = [_joined(found[-2], token, "-")]
        elif before and _joins(before, token, taken, lex):
            found[-1] = _joined(before, token, " ")
        else:
            found.append(token)
    return found


def _joins(before: Token, token: Token, taken: Set[str], lex: Lexicon) -> bool:
    """Whether two words with capitals are one name: the first opens such names, or the second closes them."""
    if not (before.text[0].isupper() and token.text[0].isupper() and token.start == before.end + 1):
        return False
    if before.lower in lex.words["compounds.first"]:
        return token.lower not in taken and is_name(token, lex)
    return token.lower in lex.words["compounds.last"] and before.lower not in taken and is_name(before, lex)


def _joined(one: Token, other: Token, sign: str) -> Token:
    text = f"{one.text}{sign}{other.text}"
    return Token(one.start, other.end, text, text.lower())
