"""Titles and names brought together: "Chinese President Hu Jintao", "the Quillaran ambassador, Rosa Idrun", "Yue Yunxia, a researcher"."""

from collections.abc import Sequence
from dataclasses import dataclass

from tieline.extract.pieces import Piece
from tieline.extract.titles import Title
from tieline.model.token import Token

_CLAUSE = frozenset(["said", "says", "told", "added", "was", "is", "has", "had", "will", "would", "who", "and"])


@dataclass(frozen=True)
class Person:
    """A name with the title beside it, as tokens: the whole from `start` to `end`, the name from `first` to `last`."""

    start: int
    end: int
    first: int
    last: int
    title: Title


def join_titles(tokens: Sequence[Token], pieces: Sequence[Piece], titles: Sequence[Title]) -> tuple[list[Person], list[Title]]:
    """Persons whose title stands beside their name, and the titles that are left alone."""
    names = {piece.start: piece for piece in pieces if piece.kind in ("unknown", "country") and _can_name(piece)}
    ends = {piece.end: piece for piece in pieces if piece.kind == "unknown"}
    persons: list[Person] = []
    used: set[int] = set()
    for title in titles:
        if title.plural and not title.counterpart:
            continue
        person = _after(tokens, title, names, used) or _before(tokens, title, ends, names, used)
        if person:
            persons.append(person)
            used.add(person.first)
    joined = {person.title for person in persons}
    return persons, [title for title in titles if title not in joined]


def _can_name(piece: Piece) -> bool:
    """An unknown word, or a name shared with a country ("Chad", "Jordan")."""
    return piece.kind == "unknown" or bool(piece.mark and piece.mark.place and piece.mark.place.cased and piece.mark.place.use == "name")


def _after(tokens: Sequence[Token], title: Title, names: dict[int, Piece], used: set[int]) -> Person | None:
    """The name right after a title, or after a comma where the title has a determiner or owner."""
    piece = names.get(title.own_end) or names.get(title.end)
    if piece and piece.kind == "unknown" and piece.start not in used:
        return Person(title.start, piece.end, piece.start, piece.end, title)
    comma = title.end < len(tokens) and tokens[title.end].text == ","
    piece = names.get(title.end + 1) if comma else None
    if not piece or piece.kind != "unknown" or piece.start in used or not (title.lead or title.owner or title.of):
        return None
    if piece.end < len(tokens) and tokens[piece.end].text not in ',.;:)—–-"”' and tokens[piece.end].lower not in _CLAUSE:
        return None
    return Person(title.start, piece.end, piece.start, piece.end, title)


def _before(tokens: Sequence[Token], title: Title, ends: dict[int, Piece], names: dict[int, Piece], used: set[int]) -> Person | None:
    """The name before ", chairman of ...": an apposition after it."""
    if title.start < 2 or tokens[title.start - 1].text not in (",", "—", "–", "("):
        return None
    piece = ends.get(title.start - 1)
    if not piece or piece.start in used or names.get(title.own_end) or names.get(title.end):
        return None
    if not (title.lead or title.owner or title.of or tokens[title.start - 1].text == ","):
        return None
    return Person(piece.start, title.end, piece.start, piece.end, title)
