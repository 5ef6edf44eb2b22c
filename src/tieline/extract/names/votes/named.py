"""A name that is no known one, where it stands, and what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tieline.extract.names.gazetteer import Lexicon, firm_of
from tieline.extract.names.pieces import Piece
from tieline.extract.names.scan import Scan
from tieline.model.mention import Article
from tieline.model.token import Token

LONGEST = 4  # parts of a person's name: "Fernando da Piedade Dias dos Santos" has four
ARTICLES = ("the", "a", "an")


def words_of(article: Article, tokens: Sequence[Token], start: int, end: int) -> str:
    """The words of some tokens on one line, apostrophes straight."""
    return " ".join(article.text[tokens[start].start : tokens[end - 1].end].replace("’", "'").split())


def owner_start(scan: Scan, start: int) -> int:
    """Where the country begins that owns a name ("Spain's Josep Borrell"); the place of the name itself where none does."""
    if not start or scan.tokens[start - 1].lower != "'s":
        return start
    return next((mark.start for mark in scan.marks if mark.place and mark.end == start - 1), start)


@dataclass(frozen=True)
class Named:
    """One piece of a sentence as a name that is to be judged."""

    scan: Scan
    piece: Piece
    words: str
    lex: Lexicon

    @property
    def own(self) -> Sequence[Token]:
        """The tokens of the name."""
        return self.scan.tokens[self.piece.start : self.piece.end]

    @property
    def behind(self) -> Sequence[Token]:
        """The tokens after the name, as far as anything is read there."""
        return self.scan.tokens[self.piece.end : self.piece.end + 9]

    @property
    def several(self) -> bool:
        """Whether the name has several words."""
        return " " in self.words

    def lower(self, k: int) -> str:
        """A token of the sentence in small letters, "" outside it."""
        return self.scan.tokens[k].lower if 0 <= k < len(self.scan.tokens) else ""

    @cached_property
    def before(self) -> str:
        """The word right before the name."""
        return self.lower(self.piece.start - 1)

    @cached_property
    def after(self) -> str:
        """The word right after the name, or after an adverb of time behind it: "Ila Moor now says"."""
        word = self.lower(self.piece.end)
        return self.lower(self.piece.end + 1) if self.lex.has("verbs.adverbs", word) else word

    @cached_property
    def first(self) -> str:
        """The first word of the name."""
        return self.lower(self.piece.start)

    @cached_property
    def owner_start(self) -> int:
        """Where the country begins that owns the name."""
        return owner_start(self.scan, self.piece.start)

    @property
    def before_owner(self) -> str:
        """The word right before the name and the country that owns it."""
        return self.lower(self.owner_start - 1)

    @cached_property
    def parts(self) -> int:
        """How many names the name has, particles left out and those joined by a hyphen counted once."""
        return sum(token.text[0].isupper() and (not k or self.own[k - 1].text != "-") for k, token in enumerate(self.own))

    @cached_property
    def is_spelled_out(self) -> bool:
        """Whether every token of the name is a word or joins two."""
        return all(token.text[0].isalpha() or token.text in "-.'’" for token in self.own)

    @cached_property
    def is_lettered(self) -> bool:
        """Whether letters begin a name of several words, as with broadcasters and firms: "ORN Pacific"."""
        first = self.own[0].text
        return len(self.own) > 1 and first.isupper() and first.isalpha() and len(first) > 2 and not self.own[-1].text.isupper()

    @cached_property
    def is_located(self) -> bool:
        """Whether a preposition of place or an article stands before the name."""
        placed = self.before in self.lex.words["places.locative"] or self.before in ("the", "-")
        return placed or self.lex.has("clues.places", self.first)

    @cached_property
    def is_given(self) -> bool:
        """Whether the name begins with a given name that is known."""
        return self.lex.has("given.any", self.first)

    @cached_property
    def known_firm(self) -> bool:
        """Whether the name is, or begins with, that of a firm in the table."""
        return firm_of(self.words, self.lex) is not None

    def does(self, acts: str) -> bool:
        """Whether one of some verbs stands after the name, helping verbs and "also" between."""
        k = self.piece.end
        while k < self.piece.end + 3 and self.lex.has("clues.personal_help", self.lower(k)):
            k += 1
        return self.lex.has(acts, self.lower(k))
