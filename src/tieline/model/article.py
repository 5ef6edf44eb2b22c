"""A document with its sentences."""

from functools import cached_property

from tieline.light import dataclass
from tieline.model.document import Document
from tieline.model.span import Span
from tieline.model.time import TimeValue
from tieline.model.token import Sentence, level


@dataclass(frozen=True)
class PartialDate:
    """A date of publication that lacks its year ("Nov. 15" in a dateline), with its place. `weekday` counts from Monday = 0."""

    span: Span
    text: str
    month: int
    day: int
    weekday: int | None = None


@dataclass(frozen=True)
class Article:
    """A document with its sentences, each in its zone; what reading a source gives and extraction takes.

    `partial` is set where the text gives its day of publication without a year, and `document.published` is then None.
    `written` is the day of a dateline that lies some days before the issue: "today" in such a text is that day.
    `states` are names and adjectives of states that no table holds and other texts have shown, each with its state.
    `people` are surnames, in small letters, of persons whom other texts about the same matter name in full.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    partial: PartialDate | None = None
    written: TimeValue | None = None
    states: tuple[tuple[str, str], ...] = ()
    people: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """The document's characters levelled, to be read by rules; places are those of the document."""
        return level(self.document.text)

    def words(self, span: Span) -> str:
        """The levelled characters of a span."""
        return self.text[span.start : span.end]
