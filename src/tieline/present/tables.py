"""The tables of the command line and of notebooks: one function a kind of value."""

from collections.abc import Iterable, Sequence

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.amount import amount, label
from tieline.model.clean import clip, one_line
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.opening import first_words
from tieline.model.phrases import about, kind_words, offices, stage_words
from tieline.model.time import TimeMention, TimeValue
from tieline.model.words import in_words
from tieline.present.lines import Line, Piece, line
from tieline.present.sources import published_words
from tieline.present.table import Column, Table

STATUS_STYLE = {
    "occurred": "",
    "ongoing": "good",
    "planned": "warn",
    "expected": "warn",
    "hypothetical": "soft",
    "cancelled": "bad",
    "denied": "bad",
}
ID = Column("Id", ratio=3)
AROUND = 24  # characters before and after the words of a time


def event_table(events: Sequence[Event], *, verbose: bool = False) -> Table:
    """Events: when, what, of which type, in which state."""
    columns = (Column("When", ratio=3), Column("What", ratio=7), Column("Type", ratio=3), Column("Status", fixed=True))
    return _table(
        columns, ((_when(e.time), _text(e.title), Piece(kind_words(e)), status(e.status)) for e in events), events, "event", verbose, 1
    )


def without_undated_statements(events: Sequence[Event], *, verbose: bool = False) -> Table:
    """The table of events without the statements of no known day, which would drown the others; its note counts them."""
    shown = [event for event in events if event.time or event.type != "statement"]
    left = len(events) - len(shown)
    table = event_table(shown, verbose=verbose)
    more = f", and {_count(left, 'undated statement')}: see --type statement or --verbose"
    return table._replace(note=table.note + more) if left else table


def actor_table(actors: Sequence[Actor], *, verbose: bool = False) -> Table:
    """Actors: name, kind, offices, other names."""
    columns = (Column("Name", ratio=4), Column("Kind", fixed=True), Column("Office", ratio=4), Column("Also called", ratio=5))
    rows = ((_text(a.name), Piece(a.kind), _text(offices(a.roles)), _text(", ".join(a.aliases[:6]))) for a in actors)
    return _table(columns, rows, actors, "actor", verbose)


def agreement_table(agreements: Sequence[Agreement], *, verbose: bool = False) -> Table:
    """Agreements: name, kind, parties, stages."""
    columns = (Column("Agreement", ratio=5), Column("Kind", ratio=2), Column("Parties", ratio=3), Column("Stages", ratio=6))
    rows = (
        (_text(a.name), Piece(label(a.kind)), _text(", ".join(a.parties)), _text("; ".join(stage_words(s) for s in a.stages)))
        for a in agreements
    )
    return _table(columns, rows, agreements, "agreement", verbose)


def figure_table(figures: Sequence[Figure], *, verbose: bool = False) -> Table:
    """Figures: what, how much, of whom, when."""
    columns = (
        Column("Measure", ratio=4),
        Column("Value", ratio=3),
        Column("Of", ratio=5),
        Column("When", ratio=4),
        Column("Status", fixed=True),
    )
    rows = (
        (
            Piece(label(f.measure)),
            Piece(amount(f), "strong"),
            _text(about(f)),
            _text(in_words(f.period) if f.period else ""),
            status(f.status),
        )
        for f in figures
    )
    return _table(columns, rows, figures, "figure", verbose)


def document_table(documents: Sequence[Document], *, verbose: bool = False) -> Table:
    """Documents: id, title, publisher, day of publication."""
    columns = (Column("Id", ratio=3), Column("Title", ratio=6), Column("Publisher", ratio=2), Column("Published", ratio=4))
    rows = tuple(
        (_text(d.id), _text(clip(one_line(d.title or first_words(d.text)), 120)), _text(d.publisher or ""), Piece(published_words(d)))
        for d in documents
    )
    return Table(columns, rows, note=_count(len(rows), "document"))


def issue_table(issues: Sequence[Issue], *, verbose: bool = False) -> Table:
    """Issues: kind, message, where."""
    columns = (Column("Kind", ratio=2), Column("What", ratio=8), Column("Where", ratio=3))
    rows = tuple(
        (Piece(label(i.kind), "warn"), _text(i.message), _text(", ".join(dict.fromkeys(c.document for c in i.evidence)))) for i in issues
    )
    return Table(columns, rows, main=1, note=_count(len(rows), "issue"))


def time_table(text: str, mentions: Sequence[TimeMention]) -> Table:
    """Time expressions: the words among those around them, their value, what they mean, where they stand."""
    columns = (
        Column("In the text", ratio=8),
        Column("Type", fixed=True),
        Column("Value", ratio=3),
        Column("Means", ratio=4),
        Column("At", fixed=True, right=True),
    )
    rows = tuple(
        (
            in_context(text, m.start, m.end),
            Piece(m.timex3.type.lower()),
            Piece((m.time.edtf if m.time else m.timex3.value) or "?"),
            Piece(in_words(m.time) if m.time else ""),
            Piece(str(m.start), "soft"),
        )
        for m in mentions
    )
    return Table(columns, rows, note=_count(len(rows), "time expression"))


def in_context(text: str, start: int, end: int) -> Line:
    """Words of a text, marked, between some of those before and after them in their paragraph."""
    before = text[max(0, start - AROUND) : start].rsplit("\n\n", 1)[-1]
    after = text[end : end + AROUND].split("\n\n", 1)[0]
    lead, tail = one_line(f"{before}|")[:-1], one_line(f"|{after}")[1:]
    if len(before) == AROUND < start:
        lead = "…" + (lead.partition(" ")[2] if " " in lead else lead)
    if len(after) == AROUND < len(text) - end:
        tail = (tail.rpartition(" ")[0] if " " in tail else tail) + "…"
    return line(Piece(lead), Piece(one_line(text[start:end]), "mark"), Piece(tail))


def status(name: str) -> Piece:
    """A status in its colour."""
    return Piece(name, STATUS_STYLE[name])


def _table(
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Piece, ...]],
    values: Sequence[Actor | Agreement | Event | Figure],
    what: str,
    verbose: bool,
    main: int = 0,
) -> Table:
    found = tuple(rows)
    if verbose:
        columns = (*columns, ID)
        found = tuple((*row, Piece(value.id, "soft")) for row, value in zip(found, values, strict=True))
    return Table(columns, found, main, note=_count(len(found), what))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def _text(words: str) -> Piece:
    return Piece(one_line(words))


def _when(when: TimeValue | None) -> Piece:
    return Piece(in_words(when), "strong") if when else Piece("undated", "soft")
