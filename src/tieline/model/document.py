"""One article: its original characters and what they say about their own origin."""

from typing import Literal

from tieline.ids import digest, slug
from tieline.model.base import Value
from tieline.model.span import Citation
from tieline.model.time import TimeMention, TimeValue

PublishedBasis = Literal["prefix", "dateline", "header", "footer", "given", "inferred", "none"]


class Document(Value):
    """One source text. `text` holds its original characters, untouched, so that every offset counts in them."""

    id: str
    title: str | None = None
    publisher: str | None = None
    place: str | None = None
    url: str | None = None
    published: TimeValue | None = None
    published_basis: PublishedBasis = "none"
    published_evidence: tuple[Citation, ...] = ()
    text: str
    times: tuple[TimeMention, ...] = ()

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str | None = None,
        published: str | None = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> "Document":
        """A document of your own, to be given to `build` or `add`.

        Without an `id` one is made from the first words and the content. `published` is an EDTF date ("2008-11-21", "2008-11");
        `TimeError` where it is none.
        """
        from tieline.model.edtf import time_value  # here: the parser is needed only where a date is given

        when = time_value(published) if published else None
        name = id or f"{slug(text[:80], limit=32) or 'text'}-{digest(text)}"
        basis: PublishedBasis = "given" if when else "none"
        return cls(id=name, title=title, publisher=publisher, url=url, published=when, published_basis=basis, text=text)
