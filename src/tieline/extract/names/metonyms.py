"""Whether a capital stands for its government: "Quito said", "talks with Vienna", "Seoul and Ottawa signed"."""

from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.pieces import Piece
from tieline.extract.names.scan import Scan
from tieline.model.token import Token

_PARTNER = ("with", "between", "against", "by", "towards", "toward")
_OPENING = ("", ",", '"', "“", "that", "as", "when", "had", "if", ".", ";", "but", "and", "while", "whether", "because", "after", "since")
_NO_VERB = ("and", "'s")


def acts(scan: Scan, piece: Piece, lex: Lexicon) -> bool:
    """Whether a capital is a subject, or a partner in relations, and no mere place."""
    tokens = scan.tokens
    before = tokens[piece.start - 1].lower if piece.start else ""
    if scan.weak or (before in lex.words["places.before"] and before != "from"):
        return False
    if before in _PARTNER or (before == "and" and _linked(tokens, piece.start, lex)):
        return True
    if _speaks(tokens, piece.end, lex) and before in _OPENING and before != "and":
        return True
    return _paired(scan, piece, lex)


def _paired(scan: Scan, piece: Piece, lex: Lexicon) -> bool:
    """Whether the capitals or states of a pair act together: "Seoul and Ottawa have concluded"."""
    tokens = scan.tokens
    other = next((one for one in scan.pieces if piece.end + 1 == one.start or one.end + 1 == piece.start), None)
    first, last = (other, piece) if other and other.end < piece.start else (piece, other)
    if first is None or last is None or not (first.mark and first.mark.place and last.mark and last.mark.place):
        return False
    before = tokens[first.start - 1].lower if first.start else ""
    apart = first.mark.place.country != last.mark.place.country and "demonym" not in (first.mark.place.use, last.mark.place.use)
    return apart and tokens[first.end].lower == "and" and before in _OPENING and (_speaks(tokens, last.end, lex) or _past(tokens, last.end))


def _speaks(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    return i < len(tokens) and tokens[i].lower in lex.words["verbs.speech"] and tokens[i].lower not in _NO_VERB


def _past(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].lower.endswith("ed") and len(tokens[i].text) > 4


def _linked(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    return any(lex.has("clues.link", token.lower) for token in tokens[max(i - 5, 0) : i])
