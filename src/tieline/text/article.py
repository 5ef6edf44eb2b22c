"""A document, read: its metadata, its zones, its sentences."""

from tieline.model.document import Document
from tieline.model.mention import Article


def read_article(document: Document) -> Article:
    """The article of a document: sentences with offsets in their zones, and metadata filled in where the text states it."""
    raise NotImplementedError
