"""Runs of capitals parted where the name of a body ends and an office or a person's name begins: "Bank of Orsenda Governor Ila Moor"."""

from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.marks import Mark
from tieline.extract.names.runs import is_capital
from tieline.model.token import Token

MOST = 4  # words of a person's name
_LINKS = ("of", "for", "on", "the", "and", "&", "de", "la")
_TABLES = ("organizations.heads", "organizations.companies", "places.heads", "things.heads", "titles.inside", "things.numerals")


def part_names(tokens: Sequence[Token], runs: Sequence[tuple[int, int]], marks: Sequence[Mark], lex: Lexicon) -> list[tuple[int, int]]:
    """The runs, those of a body with an office or a name behind it as two."""
    found: list[tuple[int, int]] = []
    for start, end in runs:
        place = _office(tokens, start, end, lex) or _name(tokens, start, end, marks, lex)
        found.extend([(start, place), (place, end)] if place else [(start, end)])
    return found


def _office(tokens: Sequence[Token], start: int, end: int, lex: Lexicon) -> int | None:
    """Where an office with its holder begins behind a body that is called by "of" or "for"."""
    head = body_head(tokens, start, end, lex)
    if head is None:
        return None
    for k in range(head + 3, end - 1):
        hit = lex.titles.at(tokens, k)
        if not hit or hit[1] == "style" or not is_capital(tokens[k]) or tokens[k - 1].lower in _LINKS or hit[0] >= end:
            continue
        first = k - (tokens[k - 1].lower in ("deputy", "vice", "acting", "former", "chief", "senior"))
        return first if _is_person(tokens, hit[0], end, lex) else None
    return None


def body_head(tokens: Sequence[Token], start: int, end: int, lex: Lexicon) -> int | None:
    """The head word of a body inside a run whose name goes on with "of" or "for"."""
    heads = (k for k in range(start, end - 1) if tokens[k + 1].lower in ("of", "for"))
    return next((k for k in heads if lex.has("organizations.heads", tokens[k].lower)), None)


def _name(tokens: Sequence[Token], start: int, end: int, marks: Sequence[Mark], lex: Lexicon) -> int | None:
    """Where a person's name begins behind a body: "Chamber of Trade of Orsenda Ila Moor", "head of the Trade Council Ila Moor"."""
    head = body_head(tokens, start, end, lex)
    if head is not None:
        of = (
            m for m in marks if head < m.start and m.end < end and m.place and m.place.use == "name" and tokens[m.start - 1].lower in _LINKS
        )
        place = next((m.end for m in of), None)
        return place if place and _is_person(tokens, place, end, lex) else None
    last = next((k for k in range(end - 3, start, -1) if lex.has("organizations.heads", tokens[k].lower)), None)
    if last is None or not _is_person(tokens, last + 1, end, lex) or any(m.end > last + 1 and m.start < end for m in marks):
        return None
    return last + 1 if lex.has("given.any", tokens[last + 1].lower) or _led(tokens, start, lex) else None


def _led(tokens: Sequence[Token], start: int, lex: Lexicon) -> bool:
    """Whether an office and "of the" stand before a run: "co-chairman of the"."""
    k = start - 1 - (start > 1 and tokens[start - 1].lower == "the")
    return k > 0 and tokens[k].lower in ("of", "for") and lex.titles.value(tokens[k - 1].lower) is not None


def _is_person(tokens: Sequence[Token], k: int, end: int, lex: Lexicon) -> bool:
    """Whether the rest of a run can be a person's name: two words or more, none of which names bodies, places or things."""
    words = [token for token in tokens[k:end] if token.text[0].isalpha() and token.text[0].isupper() and len(token.text) > 1]
    if not 1 < len(words) <= MOST or tokens[k].start - tokens[k - 1].end > 1:
        return False
    return not any(lex.has(table, token.lower) for token in words for table in _TABLES) and not any(token.text.isupper() for token in words)
