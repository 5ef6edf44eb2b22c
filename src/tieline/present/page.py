"""The page."""

from tieline.model.facts import Facts


def page_html(facts: Facts, *, title: str | None = None) -> str:
    """One HTML file."""
    raise NotImplementedError
