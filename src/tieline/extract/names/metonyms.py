"""Whether a capital stands for its government: "Quito said", "talks with Vienna", "Seoul and Ottawa signed"."""

from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.pieces import Piece
from tieline.extract.names.scan import Scan
from tieline.model.token import Token

_PARTNER = ("with", "between", "against", "by", "towards", "toward")
_OPENING = frozenset(
    (
        "",
        ",",
        ".",
        ";",
        ":",
        '"',
        "“",
        "”",
        "that",
        "as",
        "when",
        "had",
        "if",
        "but",
        "and",
        "while",
        "whether",
        "because",
        "after",
        "since",
    )
)
_NO_VERB = ("and", "'s")
_NO_SUBJECT = frozenset(("a", "an", "its", "their", "his", "her", "our", "or", "and", "this", "that", "between", "with", "by", "for", "on"))
_NO_DEED = frozenset(("based", "located", "situated", "flooded", "surrounded", "ended"))  # of a town, not of a government


def acts(scan: Scan, piece: Piece, lex: Lexicon) -> bool:
    """Whether a capital is a subject, or a partner in relations, and no mere place."""
    tokens = scan.tokens
    before = tokens[piece.start - 1].lower if piece.start else ""
    if scan.weak or (before in lex.words["places.before"] and before != "from"):
        return False
    if before in _PARTNER or (before == "and" and _linked(tokens, piece.start, lex)):
        return True
    if _speaks(tokens, piece.end, lex) and before != "and" and (before in _OPENING or _plain(tokens, piece.start, lex)):
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
    return apart and tokens[first.end].lower == "and" and before in _OPENING and _speaks(tokens, last.end, lex)


def _speaks(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    return i < len(tokens) and tokens[i].lower not in _NO_VERB and (tokens[i].lower in lex.words["verbs.speech"] or _past(tokens, i))


def _plain(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a common word stands before, and no place is told with it: "speculation Moscow was", not "in central London was"."""
    near = [token.text for token in tokens[max(i - 3, 0) : i]]
    return bool(near) and near[-1].isalpha() and near[-1].islower() and not (_NO_SUBJECT | lex.words["places.before"]) & set(near)


def _past(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].lower.endswith("ed") and len(tokens[i].text) > 4 and tokens[i].lower not in _NO_DEED


def _linked(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    return any(lex.has("clues.link", token.lower) for token in tokens[max(i - 5, 0) : i])
