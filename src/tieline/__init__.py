"""Tieline turns news articles into a dated, sourced timeline of how countries deal with each other, and answers questions about it."""

__version__ = "0.1.0"
