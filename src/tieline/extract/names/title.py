"""A title in tokens."""

from collections.abc import Sequence
from dataclasses import dataclass

from tieline.model.token import Token


@dataclass(frozen=True)
class Title:
    """A title in tokens: `start` to `end` with all that belongs to it, `head` its first own word.

    `owner` are the tokens of the country, place or organization it belongs to, `of` those after "of", `post` those after "to".
    `lead` is the word before it: a determiner or "his". `kind` names the classes of its head word.
    """

    start: int
    head: int
    end: int
    kind: str
    words: str
    plural: bool = False
    counterpart: bool = False
    lead: str | None = None
    owner: tuple[int, int] | None = None
    own_end: int = 0
    of: tuple[int, int] | None = None
    post: tuple[int, int] | None = None


def title_words(tokens: Sequence[Token], start: int, end: int) -> str:
    """The words of a title on one line."""
    words = " ".join(token.lower for token in tokens[start:end]).split(" (")[0]
    return words.replace(" - ", "-").replace(" .", "").replace(" ,", ",")
