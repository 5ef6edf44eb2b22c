"""Values in a notebook: a sequence as a table, a knowledge base as its counts."""

from collections.abc import Callable, Sequence

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.base import Value
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.notebook import esc, fields_html, value_html
from tieline.present.table import Table
from tieline.present.tables import actor_table, agreement_table, document_table, event_table, figure_table, issue_table

MANY = 60
TABLES: dict[type[Value], Callable[..., Table]] = {
    Event: event_table,
    Actor: actor_table,
    Agreement: agreement_table,
    Figure: figure_table,
    Document: document_table,
    Issue: issue_table,
}


def sequence_html(values: Sequence[Value]) -> str:
    """A table of values of one kind, the first sixty of them."""
    if not values:
        return "<p>nothing</p>"
    make = TABLES.get(type(values[0]))
    if make is None:
        return "<ul>" + "".join(f"<li>{value_html(one)}</li>" for one in values[:MANY]) + "</ul>"
    left = len(values) - MANY
    return table_html(make(values[:MANY])) + (f"<p>{left} more</p>" if left > 0 else "")


def table_html(table: Table) -> str:
    """A table for the screen as an HTML table."""
    head = "".join(f"<th>{esc(column.name)}</th>" for column in table.columns)
    rows = "".join("<tr>" + "".join(f'<td style="text-align:left">{esc(cell.text)}</td>' for cell in row) + "</tr>" for row in table.rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def kb_html(facts: Facts) -> str:
    """A knowledge base: how much of each kind it holds, and what is between which days."""
    counts = {kind: len(getattr(facts, kind)) for kind in ("documents", "events", "agreements", "figures", "actors", "issues")}
    days = [day for event in facts.events if event.time for day in (event.time.earliest, event.time.latest) if day]
    span = f"<p>{min(days)} to {max(days)}</p>" if days else ""
    return f"<p><strong>Knowledge base</strong></p>{fields_html({kind: str(number) for kind, number in counts.items()})}{span}"
