"""Facts as CSV: a tidy table a kind, and the evidence in a table of its own."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from tieline.graph import in_order
from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.present.records import to_records

Fact = Actor | Agreement | Event | Figure
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_tables(facts: Facts) -> dict[str, str]:
    """File name -> CSV text: documents, actors, agreements, stages, events, participants, figures, issues, evidence."""
    events = in_order(facts.events)
    return {
        "documents.csv": _table(
            to_records(one.model_copy(update={"times": ()}) for one in facts.documents), leave=("times", "published_evidence")
        ),
        "actors.csv": _table(to_records(facts.actors), leave=("evidence",)),
        "agreements.csv": _table(to_records(facts.agreements), leave=("evidence", "stages")),
        "stages.csv": _table(_parts(facts.agreements, "agreement", "stages"), leave=("evidence",)),
        "events.csv": _table(to_records(events), leave=("evidence", "participants")),
        "participants.csv": _table(_parts(events, "event", "participants")),
        "figures.csv": _table(to_records(facts.figures), leave=("evidence",)),
        "issues.csv": _table(to_records(facts.issues), leave=("evidence",)),
        "evidence.csv": _table(_evidence(facts)),
    }


def cell(value: Any) -> Any:
    """A value as a spreadsheet may read it: words that would be taken for a formula begin with an apostrophe."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return value


def _parts(values: Iterable[BaseModel], name: str, field: str) -> list[dict[str, Any]]:
    """One row for each part of a value, with the id of the value it belongs to."""
    return [{name: value.id, **row} for value in values for row in to_records(getattr(value, field))]  # type: ignore[attr-defined]


def _evidence(facts: Facts) -> list[dict[str, Any]]:
    values: tuple[Fact, ...] = (*facts.actors, *facts.agreements, *in_order(facts.events), *facts.figures)
    return [{"fact": value.id, **citation.model_dump()} for value in values for citation in value.evidence]


def _table(rows: Sequence[dict[str, Any]], leave: Sequence[str] = ()) -> str:
    columns = [key for key in (rows[0] if rows else {}) if key not in leave]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(key)) for key in columns] for row in rows)
    return out.getvalue()
