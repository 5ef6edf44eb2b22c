"""Facts as a chronology in Markdown, with the words that prove each entry as footnotes."""

import re
from collections.abc import Iterable, Iterator

from tieline.graph import in_order
from tieline.model.clean import one_line
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.phrases import kind_words
from tieline.model.shape import ends_of
from tieline.model.span import Citation
from tieline.model.words import in_words
from tieline.present.sources import document_name

_SIGNS = re.compile(r"([\\`*_\[\]<>~|^$#&@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_LEAD = re.compile(r"[-+=:]|\d{1,9}[.)]")  # what would begin a list or underline a heading, at the beginning of an entry


def chronology(facts: Facts) -> str:
    """Markdown: a heading a year, a line an event, a footnote a quote. Undated events stand last, statements apart from them."""
    notes: dict[Citation, int] = {}
    parts = ["# Chronology", ""]
    for title, events in _chapters(in_order(facts.events)):
        parts += [f"## {title}", "", *(_entry(event, notes) for event in events), ""]
    names = {document.id: document_name(document) for document in facts.documents}
    parts += [f"[^{number}]: “{words(one.quote)}” {words(names.get(one.document, one.document))}" for one, number in notes.items()]
    return "\n".join(parts).rstrip() + "\n"


def words(text: str) -> str:
    """Untrusted words as Markdown that shows them as they are: on one line, with a backslash before what Markdown would read."""
    escaped = _SIGNS.sub(r"\\\1", one_line(text))
    lead = _LEAD.match(escaped)
    return f"{escaped[: lead.end() - 1]}\\{escaped[lead.end() - 1 :]}" if lead else escaped


def _chapters(events: Iterable[Event]) -> Iterator[tuple[str, list[Event]]]:
    chapters: dict[str, list[Event]] = {}
    for event in events:
        chapters.setdefault(_chapter(event), []).append(event)
    last = ("No date in the texts", "Statements without a date")
    yield from ((title, own) for title, own in chapters.items() if title not in last)
    yield from ((title, chapters[title]) for title in last if title in chapters)


def _chapter(event: Event) -> str:
    """The year in which an event lies at the earliest."""
    first, last = ends_of(event.time) if event.time else (None, None)
    known = first or last
    if known is None:
        return "Statements without a date" if event.type == "statement" else "No date in the texts"
    return str(known.year) if known.year > 0 else f"{1 - known.year} BC"


def _entry(event: Event, notes: dict[Citation, int]) -> str:
    when = f"**{words(in_words(event.time))}**: " if event.time else ""
    status = "" if event.status == "occurred" else f" *({event.status})*"
    marks = "".join(f"[^{notes.setdefault(one, len(notes) + 1)}]" for one in dict.fromkeys(event.evidence))
    return f"- {when}{words(event.title)}{status} ({kind_words(event)}){marks}"
