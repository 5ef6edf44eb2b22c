"""Time expressions as TimeML: the text with TIMEX3 tags around them."""

from collections.abc import Collection, Sequence
from xml.sax.saxutils import escape, quoteattr

from tieline.ids import digest, slug
from tieline.model.clean import visible
from tieline.model.facts import Facts
from tieline.model.shape import Part, ends_of
from tieline.model.time import TimeMention, TimeValue

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


def timeml_files(facts: Facts) -> dict[str, str]:
    """File name -> TimeML document, one a text. The time of creation is as fine as is known: a day, a month, a year, or left out."""
    files: dict[str, str] = {}
    for one in facts.documents:
        name = _file_name(one.id, {taken.lower() for taken in files})
        files[name] = timeml(one.text, one.times, name=one.id, published=_shared(one.published)) + "\n"
    return files


def _file_name(id: str, taken: Collection[str]) -> str:
    """The id where every system takes it for a file, otherwise its letters and digits with something to tell it from others."""
    plain = slug(id, limit=80)
    if plain and id.lower().replace("_", "-").strip("-") == plain and f"{id}.tml".lower() not in taken:
        return f"{id}.tml"
    return f"{plain or 'text'}-{digest(id)}.tml"


def _shared(published: TimeValue | None) -> str | None:
    """What the first and the last day of a time have in common: "2016" of any day from September to December 2016."""
    first, last = ends_of(published) if published else (None, None)
    if not first or not last or first.year != last.year:
        return None
    same = first if first == last else Part(first.year, first.month if first.month == last.month else None)
    return "-".join([f"{same.year:04}", *(f"{part:02}" for part in same[1:] if part)])


def _creation(published: str | None) -> str:
    if not published:
        return ""
    return f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(published)} functionInDocument="CREATION_TIME">{escape(published)}</TIMEX3>'


def _open(mention: TimeMention, number: int) -> str:
    given = [(key, getattr(mention.timex3, key)) for key in ATTRIBUTES]
    return f'<TIMEX3 tid="t{number}" ' + " ".join(f"{key}={quoteattr(str(value))}" for key, value in given if value is not None) + ">"


def _words(text: str) -> str:
    return escape(visible(text))
