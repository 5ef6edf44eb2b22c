"""Places in a text, and citations that carry the words with the place."""

from typing import NamedTuple

from tieline.model.base import Value


class Span(NamedTuple):
    """Start and end in the original text, counted in characters, end excluded."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class Citation(Value):
    """Words of a document that support a fact; `Document.text[start:end] == quote` always holds."""

    document: str
    start: int
    end: int
    quote: str

    @property
    def span(self) -> Span:
        """The place of the quote."""
        return Span(self.start, self.end)
