"""Sequences and knowledge bases in a notebook: tables with the evidence one click away, light and dark, without a script."""

from collections.abc import Callable, Collection, Sequence

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.base import Value
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.notebook import Namer, body_html, esc, evidence_html, folded, framed, isolated, status_html, when_html
from tieline.present.conflicts import conflicting
from tieline.present.lines import Line
from tieline.present.sources import document_name
from tieline.present.table import Cell, Table
from tieline.present.tables import STATUS_STYLE, actor_table, agreement_table, document_table, event_table, figure_table, issue_table

MANY = 60
DISAGREE = ' <span class="tl-tag tl-bad">sources disagree</span>'
TABLES: dict[type[Value], Callable[..., Table]] = {
    Event: event_table,
    Actor: actor_table,
    Agreement: agreement_table,
    Figure: figure_table,
    Document: document_table,
    Issue: issue_table,
}


def sequence_html(values: Sequence[Value], facts: Facts | None = None) -> str:
    """A table of values, the first sixty of them; `facts` name their sources."""
    if not values:
        return framed('<p class="tl-soft">nothing</p>')
    shown, left = values[:MANY], len(values) - MANY
    name = namer(facts)
    kinds = {type(value) for value in values}
    make = TABLES.get(kinds.pop()) if len(kinds) == 1 else None
    body = _rows(make(shown), shown, name, conflicting(facts)) if make else _mixed(shown)
    more = f"<p>{left} more: slice the sequence, or use to_frame()</p>" if left > 0 else ""
    return framed(body + more)


def namer(facts: Facts | None) -> Namer:
    """Document id -> the source as one cites it; the id itself where the documents are not at hand."""
    names = {document.id: document_name(document) for document in facts.documents} if facts else {}
    return lambda document: names.get(document, document)


def table_html(table: Table) -> str:
    """A table for the screen as an HTML table."""
    return _html([column.name for column in table.columns], [[_cell(cell) for cell in row] for row in table.rows])


def kb_html(facts: Facts) -> str:
    """A knowledge base: how much of each kind it holds, between which days, from which articles, and what is open."""
    kinds = ("documents", "events", "agreements", "figures", "actors", "issues")
    counts = "".join(f'<span class="tl-count"><strong>{len(getattr(facts, kind))}</strong> {kind}</span>' for kind in kinds)
    days = [day for event in facts.events if event.time for day in (event.time.earliest, event.time.latest) if day]
    span = f'<p class="tl-soft">{min(days)} to {max(days)}</p>' if days else ""
    articles = table_html(document_table(facts.documents[:MANY])) if facts.documents else ""
    issues = "".join(f"<li>{isolated(one.message)}</li>" for one in facts.issues[:MANY])
    return framed(
        f"<p><strong>Knowledge base</strong></p><p>{counts}</p>{span}"
        + (folded("articles", articles) if articles else "")
        + (folded("issues", f"<ul>{issues}</ul>") if issues else "")
        + '<p class="tl-soft">kb.ask("..."), kb.timeline(...), kb.find("..."), kb.explain(...), kb.export(...)</p>'
    )


def _rows(table: Table, values: Sequence[Value], name: Namer, conflicts: Collection[str]) -> str:
    """The table of the screen with a column of evidence, and a mark where sources disagree about a date."""
    quotes = [evidence_html(getattr(value, "evidence", ()), name, title="") for value in values]
    head = [column.name for column in table.columns] + (["Evidence"] if any(quotes) else [])
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    for row, value, quote in zip(rows, values, quotes, strict=True):
        if isinstance(value, Event):
            row[0] = when_html(value.time)
            row[1] += DISAGREE if value.id in conflicts else ""
        if any(quotes):
            row.append(quote)
    return _html(head, rows) + f'<p class="tl-soft">{esc(table.note)}</p>'


def _mixed(values: Sequence[Value]) -> str:
    """Values of several kinds, such as search results: each opens to its own form."""
    rows = []
    for value in values:
        told = next((one for key in ("title", "name", "measure", "text", "id") if (one := getattr(value, key, None))), "")
        when = value.published if isinstance(value, Document) else getattr(value, "time", None) or getattr(value, "period", None)
        rows.append([esc(type(value).__name__.lower()), isolated(told) + folded("more", body_html(value)), when_html(when) if when else ""])
    return _html(["Kind", "What", "When"], rows)


def _html(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    names = "".join(f'<th scope="col">{esc(name)}</th>' for name in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"


def _cell(piece: Cell) -> str:
    if isinstance(piece, Line):
        return "".join(map(_cell, piece.pieces))
    if piece.text in STATUS_STYLE:
        return status_html(piece.text)
    return f'<span class="tl-{piece.style}">{isolated(piece.text)}</span>' if piece.style else isolated(piece.text)
