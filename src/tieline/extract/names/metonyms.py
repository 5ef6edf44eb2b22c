"""Whether a capital stands for its government: "Quito said", "talks with Vienna", "Seoul and Ottawa signed"."""

from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.pieces import Piece
from tieline.extract.names.scan import Scan
from tieline.model.token import Token

_PARTNER = ("with", "between", "against", "by", "towards", "toward")
_OPENING = frozenset((
    "", ",", ".", ";", ":", '"', "“", "”", "that", "as", "when", "had", "if", "but", "and", "while", "whether", "because", "after", "since",
    "what", "which",
))  # fmt: skip
_NO_VERB = ("and", "'s")
_NO_SUBJECT = frozenset(("a", "an", "its", "their", "his", "her", "our", "or", "and", "this", "that", "between", "with", "by", "for", "on"))
_NO_DEED = frozenset(("based", "located", "situated", "flooded", "surrounded", "ended"))  # of a town, not of a government
ASIDE = 14  # tokens in which an aside behind a capital ends
_OF_PLACE = frozenset(("the", "a", "an", "where", "home", "capital", "and", "or", "once", "now", "whose"))  # what is told of a city
_HELPING = frozenset(("is", "was", "has", "had"))
_ADVERBS = frozenset(
    ("not", "to", "also", "already", "now", "repeatedly", "never", "long", "yet", "since", "always", "due", "expected", "considering")
)
_OWNED = frozenset(
    ("a", "an", "the", "no", "some", "many", "few", "more", "about", "only", "its", "been", "two", "three", "four", "several")
)
_NO_STEP = frozenset(("and", "also", "lies", "remained", "looked", "came", "went", "became"))


def acts(scan: Scan, piece: Piece, lex: Lexicon) -> bool:
    """Whether a capital is a subject, or a partner in relations, and no mere place."""
    tokens = scan.tokens
    before = tokens[piece.start - 1].lower if piece.start else ""
    if scan.weak or (before in lex.words["places.before"] and before != "from"):
        return False
    if before in _PARTNER or (before == "and" and _linked(tokens, piece.start, lex)):
        return True
    if before != "and" and _speaks(tokens, piece.end, lex) and (before in _OPENING or _plain(tokens, piece.start, lex)):
        return True
    if before != "and" and before in _OPENING and _set_off(scan, piece, lex):
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


def _set_off(scan: Scan, piece: Piece, lex: Lexicon) -> bool:
    """Whether a verb of acting stands behind an aside: "Quito, for its part, denied it", "Quito, which has banned the sale, said"."""
    tokens, k = scan.tokens, piece.end
    if k + 2 >= len(tokens) or tokens[k].text != "," or not tokens[k + 1].text.islower() or tokens[k + 1].lower in _OF_PLACE:
        return False
    if tokens[k + 1].lower == "which":
        return _takes_step(tokens, k + 2, lex)
    closing = next((m for m in range(k + 2, min(k + ASIDE, len(tokens) - 1)) if tokens[m].text in ",.;"), None)
    return closing is not None and tokens[closing].text == "," and _takes_step(tokens, closing + 1, lex)


def _takes_step(tokens: Sequence[Token], k: int, lex: Lexicon) -> bool:
    """Whether a verb that tells of no mere state stands at a token: "will host", "has banned"; not "has two bridges", "was full"."""
    word, after = tokens[k].lower, tokens[k + 1].lower if k + 1 < len(tokens) else ""
    if word in _HELPING:
        return after in _ADVERBS or (word in ("has", "had") and after.isalpha() and after not in _OWNED)
    return word not in _NO_STEP and _speaks(tokens, k, lex)


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
