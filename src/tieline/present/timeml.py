"""Time expressions as TimeML: the text with TIMEX3 tags around them."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from tieline.model.clean import visible
from tieline.model.time import TimeMention

ATTRIBUTES = ("type", "value", "mod", "quant", "freq")  # beginPoint and endPoint are ids in TimeML; a range is tagged at its ends


def timeml(text: str, mentions: Sequence[TimeMention], *, name: str = "", published: str | None = None) -> str:
    """A TimeML document. A range written with two endpoints is tagged at these; of other expressions in each other the outer one is."""
    parts, position, number = [], 0, 0
    ends = [one for mention in mentions for one in (mention.parts or (mention,))]
    for mention in sorted(ends, key=lambda one: (one.start, -one.end)):
        if mention.start < position:
            continue
        number += 1
        parts += [_words(text[position : mention.start]), _open(mention, number), _words(text[mention.start : mention.end]), "</TIMEX3>"]
        position = mention.end
    parts.append(_words(text[position:]))
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>{_words(name)}</DOCID>\n<DCT>{_creation(published)}</DCT>\n'
    return f"{head}<TEXT>{''.join(parts)}</TEXT>\n</TimeML>"


def _creation(published: str | None) -> str:
    if not published:
        return ""
    return f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(published)} functionInDocument="CREATION_TIME">{escape(published)}</TIMEX3>'


def _open(mention: TimeMention, number: int) -> str:
    given = [(key, getattr(mention.timex3, key)) for key in ATTRIBUTES]
    return f'<TIMEX3 tid="t{number}" ' + " ".join(f"{key}={quoteattr(str(value))}" for key, value in given if value is not None) + ">"


def _words(text: str) -> str:
    return escape(visible(text))
