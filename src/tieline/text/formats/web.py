"""Web pages: the main text, and what the page says of its title, house, address and day."""

import re

from tieline.errors import SourceError
from tieline.text.decode import decode
from tieline.text.formats.piece import Piece, Pieces, missing

_ANY_DAY = {"min_date": "1600-01-01", "max_date": "2200-01-01"}  # old papers are on the web as well, and no clock is asked
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_LONE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


def read_web(data: bytes, name: str) -> Pieces:
    """The main text of a web page, a blank line between paragraphs; menus, comments and advertisements are left out.

    The day is taken from the page's own statements (meta tags, structured data, its address), never guessed from other dates in it.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise missing(name, "web pages", "html") from error
    page = decode(data, name)
    try:
        found = bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            date_extraction_params={"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d", **_ANY_DAY},
        )
    except Exception as error:  # whatever a parser says about a page that no browser would show
        raise SourceError(f"{name}: not a web page that can be read ({type(error).__name__}); give the article as plain text.") from error
    told = found if isinstance(found, dict) else found.as_dict() if found else {}
    text = told.get("text") or ""
    if not text.strip():
        raise SourceError(f"{name}: no article in this web page; give it as plain text.")
    title, publisher, url, day = (_words(told.get(key)) for key in ("title", "sitename", "url", "date"))
    suggested = day if day and _DAY.match(day) else None
    return Pieces((Piece(_LONE_BREAK.sub("\n\n", text), title=title, publisher=publisher, url=url, suggested=suggested),))


def _words(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
