"""A knowledge base as one HTML page: works from disk, asks nothing of the network, and stays readable without scripts."""

from tieline.present.page.document import page_html
from tieline.present.page.stops import View, stops

__all__ = ["View", "page_html", "stops"]
