"""Facts as iCalendar (RFC 5545): the events whose days are known, each as an all-day entry."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from tieline import __version__
from tieline.graph import in_order
from tieline.model.clean import one_line
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.phrases import kind_words
from tieline.model.shape import Part, ends_of, shape_of
from tieline.model.words import in_words
from tieline.present.formats import Made
from tieline.present.sources import document_name

STATUS = {"planned": "TENTATIVE", "expected": "TENTATIVE", "hypothetical": "TENTATIVE", "cancelled": "CANCELLED"}
WIDE = 75  # octets of a line, by RFC 5545
QUOTES = 3


def calendar(facts: Facts) -> Made:
    """The calendar. An event is in it where its day, or its first and last day, are known; the notes count the others.

    No day is made up: "June 2024" is left out, as is what is denied. What is planned is TENTATIVE, what was called off CANCELLED.
    """
    names = {document.id: document_name(document) for document in facts.documents}
    stamp = _stamp(facts)
    entries, left = [], Counter[str]()
    for event in in_order(facts.events):
        days = _days(event)
        if isinstance(days, str):
            left[days] += 1
        else:
            entries.append(list(_entry(event, days, stamp, names)))
    total = len(entries) + left.total()
    told = "; ".join(f"{number} {why}" for why, number in left.items())
    notes = (f"{left.total()} of {total} events are left out: {told}.",) if told else ()
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Tieline//Tieline {__version__}//EN", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Tieline"]
    about = [f"X-WR-CALDESC:{_text(note)}" for note in notes]
    lines = [*head, *about, *(line for entry in entries for line in entry), "END:VCALENDAR"]
    return Made("".join(f"{_folded(line)}\r\n" for line in lines), notes)


def _days(event: Event) -> tuple[dt.date, dt.date] | str:
    """The first and the last day of an event, or why it is in no calendar."""
    if event.status == "denied":
        return "denied"
    shape = shape_of(event.time)
    if event.time is None or shape == "none":
        return "without a date"
    ends = ends_of(event.time)
    if shape in ("day", "stretch") and all(isinstance(end, Part) and end.day for end in ends) and not set("~?%") & set(event.time.edtf):
        first, last = event.time.earliest, event.time.latest
        if first and last:
            return first, last
    return "dated less finely than to the day"


def _entry(event: Event, days: tuple[dt.date, dt.date], stamp: str, names: dict[str, str]) -> Iterator[str]:
    first, last = days
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}@tieline"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < dt.date.max:  # the end of an all-day entry is the day after it
        yield f"DTEND;VALUE=DATE:{_day(last + dt.timedelta(days=1))}"
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_description(event, names)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"CATEGORIES:{_text(event.type.replace('_', ' '))}"
    yield f"STATUS:{STATUS.get(event.status, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(event: Event, names: dict[str, str]) -> str:
    when = f"{in_words(event.time)}. " if event.time else ""
    told = [f"{when}{kind_words(event)} ({event.status})"]
    told += [f'"{one_line(one.quote)}" {names.get(one.document, one.document)}' for one in event.evidence[:QUOTES]]
    return "\\n".join(map(_text, told))


def _stamp(facts: Facts) -> str:
    """When the calendar was made, which the standard asks for: the last day on which any of the texts can have been published."""
    days = [document.published.latest for document in facts.documents if document.published and document.published.latest]
    return f"{_day(max(days, default=dt.date(1970, 1, 1)))}T000000Z"


def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    """Words as a TEXT value: on one line, with the signs escaped that the format reads."""
    plain = one_line(words).replace("\\", "\\\\")
    return plain.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """A line broken so that no part is longer than 75 octets and no character is torn."""
    parts, part, size = [], "", 0
    for char in line:
        octets = len(char.encode("utf-8", "backslashreplace"))
        if size + octets > WIDE:
            parts.append(part)
            part, size = " ", 1
        part += char
        size += octets
    return "\r\n".join([*parts, part])
