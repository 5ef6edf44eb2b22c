"""One sentence as its names are being read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tieline.extract.names.groups import Group
from tieline.extract.names.marks import Mark
from tieline.extract.names.people import Person
from tieline.extract.names.pieces import Piece
from tieline.extract.names.title import Title
from tieline.model.token import Sentence, Token


@dataclass
class Scan:
    """One sentence as it is being read."""

    sentence: Sentence
    tokens: Sequence[Token]
    weak: bool
    marks: list[Mark] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
