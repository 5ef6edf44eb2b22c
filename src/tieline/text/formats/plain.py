"""Plain text and Markdown: the characters as they are."""

import re
from collections.abc import Mapping

from tieline.text.decode import decode
from tieline.text.formats.piece import Piece, Pieces

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<fields>(?:(?!---)[^\n]*\n){1,60})---[ \t]*\r?(?:\n|$)")
_FIELD = re.compile(r"^(?P<name>[A-Za-z][\w-]{0,30})[ \t]*:[ \t]+(?P<value>\S.*)$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+$")
HOUSES = ("publisher", "publication", "outlet", "newspaper", "site_name", "site", "source")
ADDRESSES = ("url", "link", "canonical", "canonical_url", "permalink", "source", "source_url")


def read_plain(data: bytes, name: str) -> Pieces:
    """The one text of a file, whatever its encoding, with the publisher and address that its front matter names."""
    text = decode(data, name)
    fields = front_matter(text)
    house = next((fields[key] for key in HOUSES if key in fields and not _ADDRESS.match(fields[key])), None)
    address = next((fields[key] for key in ADDRESSES if key in fields and _ADDRESS.match(fields[key])), None)
    return Pieces((Piece(text, publisher=house, url=address),))


def front_matter(text: str) -> Mapping[str, str]:
    """The plain fields between the lines of dashes that a text begins with, by their names in small letters; none without such lines."""
    front = _FRONT.match(text)
    if front is None:
        return {}
    found = _FIELD.finditer(text, front.start("fields"), front.end("fields"))
    fields = {match["name"].lower(): _unquoted(match["value"].strip()) for match in found}
    return {key: value for key, value in fields.items() if value and value[0] not in "[{|>&*"}


def _unquoted(value: str) -> str:
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
