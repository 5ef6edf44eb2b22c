"""Facts as tidy tables: one row a value, one column a field, each column of one sort. Frames, CSV and Parquet are made from these."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from tieline.graph import in_order
from tieline.model.actor import Actor, Role
from tieline.model.agreement import Agreement, AgreementStage
from tieline.model.base import Value
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.phrases import offices, stage_words
from tieline.model.span import Citation
from tieline.model.time import TimeValue

Sort = Literal["text", "category", "date", "int", "number", "list"]
Row = Mapping[str, Any]


class Layout(NamedTuple):
    """The columns of a table with their sorts, and how a value becomes a row; `short` are lists that have a table of their own."""

    columns: Mapping[str, Sort]
    row: Callable[[Any], Row]
    short: tuple[str, ...] = ()


class Tidy(NamedTuple):
    """A table: its columns with their sorts, and its rows."""

    columns: Mapping[str, Sort]
    rows: tuple[Row, ...]


def tidy(values: Iterable[Value], kind: str, *, whole: bool = False) -> Tidy:
    """The table of values of one kind; `whole` keeps the lists that otherwise stand in tables of their own."""
    layout = LAYOUTS.get(kind, LAYOUTS["Value"])
    columns = layout.columns if whole else {name: sort for name, sort in layout.columns.items() if name not in layout.short}
    return Tidy(columns, tuple(layout.row(value) for value in values))


def tidy_tables(facts: Facts) -> dict[str, Tidy]:
    """Every table of a knowledge base, by name; what hangs on a value (stages, participants, evidence) is joined to it by id."""
    events = in_order(facts.events)
    cited: tuple[Actor | Agreement | Event | Figure, ...] = (*facts.actors, *facts.agreements, *events, *facts.figures)
    return {
        "documents": tidy(facts.documents, "Document"),
        "actors": tidy(facts.actors, "Actor"),
        "roles": _parts("Role", "actor", ((one.id, one.roles) for one in facts.actors)),
        "agreements": tidy(facts.agreements, "Agreement"),
        "stages": _parts("AgreementStage", "agreement", ((one.id, one.stages) for one in facts.agreements)),
        "events": tidy(events, "Event"),
        "participants": _parts("Participant", "event", ((one.id, one.participants) for one in events)),
        "figures": tidy(facts.figures, "Figure"),
        "issues": tidy(facts.issues, "Issue"),
        "evidence": _parts("Citation", "fact", ((one.id, one.evidence) for one in cited)),
    }


def _parts(kind: str, name: str, groups: Iterable[tuple[str, Sequence[Value]]]) -> Tidy:
    """One row for each part of a value, with the id of the value that it belongs to."""
    layout = LAYOUTS[kind]
    rows = ({name: own, **layout.row(part)} for own, parts in groups for part in parts)
    return Tidy({name: "text", **layout.columns}, tuple(rows))


def _when(name: str, when: TimeValue | None, *, finely: bool = False) -> Row:
    row: dict[str, Any] = {name: None, f"{name}_earliest": None, f"{name}_latest": None}
    if when is not None:
        row = {name: when.edtf, f"{name}_earliest": when.earliest, f"{name}_latest": when.latest}
    if finely:
        row |= {f"{name}_grain": when and when.grain, f"{name}_basis": when and when.basis}
    return row


def _whens(name: str, *, finely: bool = False) -> dict[str, Sort]:
    columns: dict[str, Sort] = {name: "text", f"{name}_earliest": "date", f"{name}_latest": "date"}
    return columns | ({f"{name}_grain": "category", f"{name}_basis": "category"} if finely else {})


def _cited(evidence: Sequence[Citation]) -> Row:
    return {"documents": tuple(dict.fromkeys(one.document for one in evidence)), "evidence": tuple(one.quote for one in evidence)}


def _fields(value: Value, names: Iterable[str]) -> Row:
    return {name: getattr(value, name) for name in names}


def _document(one: Document) -> Row:
    return {**_fields(one, ("id", "title", "publisher", "place", "url", "published_basis", "text")), **_when("published", one.published)}


def _actor(one: Actor) -> Row:
    own = {"roles": tuple(dict.fromkeys(offices((role,)) for role in one.roles)), **_cited(one.evidence)}
    return {**_fields(one, ("id", "name", "kind", "aliases", "country")), **own}


def _role(one: Role) -> Row:
    return {"title": one.title, "of": one.of, **_when("time", one.time)}


def _agreement(one: Agreement) -> Row:
    return {
        **_fields(one, ("id", "name", "kind", "parties", "aliases")),
        "stages": tuple(map(stage_words, one.stages)),
        **_cited(one.evidence),
    }


def _stage(one: AgreementStage) -> Row:
    return {**_fields(one, ("stage", "status", "event")), **_when("time", one.time, finely=True)}


def _event(one: Event) -> Row:
    names = ("id", "type", "stage", "title", "status", "place", "agreement", "asserted_by", "level", "content", "topic", "rules", "reasons")
    plover = one.plover
    return {
        **_fields(one, names),
        **_when("time", one.time, finely=True),
        **_when("published", one.published),
        "plover_event": plover and plover.event,
        "plover_mode": plover and plover.mode,
        "plover_context": plover.context if plover else (),
        "participants": tuple(dict.fromkeys(part.name for part in one.participants)),
        **_cited(one.evidence),
    }


def _figure(one: Figure) -> Row:
    names = (
        "id", "measure", "value", "unit", "qualifier", "rank", "status", "subject", "object", "subjects", "objects", "about", "detail",
        "text", "asserted_by", "rule", "reasons",
    )  # fmt: skip
    return {
        **_fields(one, names),
        **_when("period", one.period, finely=True),
        **_when("published", one.published),
        **_cited(one.evidence),
    }


def _issue(one: Issue) -> Row:
    return {"kind": one.kind, "message": one.message, **_cited(one.evidence)}


def _any(one: Value) -> Row:
    """One of several kinds: what it is, what it is called, and when."""
    named = next((name for key in ("title", "name", "measure", "message", "text") if (name := getattr(one, key, None))), None)
    when = one.published if isinstance(one, Document) else getattr(one, "time", None) or getattr(one, "period", None)
    own = {"sort": type(one).__name__.lower(), "id": getattr(one, "id", None), "name": named}
    return {**own, **_when("time", when), **_cited(getattr(one, "evidence", ()))}


CITED: dict[str, Sort] = {"documents": "list", "evidence": "list"}
LAYOUTS: dict[str, Layout] = {
    "Document": Layout(
        {
            "id": "text", "title": "text", "publisher": "category", "place": "text", "url": "text", **_whens("published"),
            "published_basis": "category", "text": "text",
        },
        _document,
    ),
    "Actor": Layout(
        {"id": "text", "name": "text", "kind": "category", "aliases": "list", "roles": "list", "country": "category", **CITED},
        _actor,
        ("documents", "evidence"),
    ),
    "Role": Layout({"title": "text", "of": "text", **_whens("time")}, _role),
    "Agreement": Layout(
        {"id": "text", "name": "text", "kind": "category", "parties": "list", "aliases": "list", "stages": "list", **CITED},
        _agreement,
        ("stages", "documents", "evidence"),
    ),
    "AgreementStage": Layout({"stage": "category", **_whens("time", finely=True), "status": "category", "event": "text"}, _stage),
    "Event": Layout(
        {
            "id": "text", "type": "category", "stage": "category", "title": "text", **_whens("time", finely=True), "status": "category",
            "participants": "list", "place": "text", "agreement": "text", "asserted_by": "text", "plover_event": "category",
            "plover_mode": "category", "plover_context": "list", **_whens("published"), "level": "text", "content": "text",
            "topic": "text", "rules": "list", "reasons": "list", **CITED,
        },
        _event,
        ("participants", "documents", "evidence"),
    ),
    "Participant": Layout(
        {"actor": "text", "name": "text", "role": "category"}, lambda one: _fields(one, ("actor", "name", "role"))
    ),
    "Figure": Layout(
        {
            "id": "text", "measure": "category", "value": "number", "unit": "category", "qualifier": "category", "rank": "int",
            **_whens("period", finely=True), "status": "category", "subject": "text", "object": "text", "subjects": "list",
            "objects": "list", "about": "text", "detail": "text", "text": "text", "asserted_by": "text", **_whens("published"),
            "rule": "text", "reasons": "list", **CITED,
        },
        _figure,
        ("documents", "evidence"),
    ),
    "Issue": Layout({"kind": "category", "message": "text", **CITED}, _issue, ("documents", "evidence")),
    "Value": Layout({"sort": "category", "id": "text", "name": "text", **_whens("time"), **CITED}, _any),
    "Citation": Layout(
        {"document": "text", "start": "int", "end": "int", "quote": "text"},
        lambda one: _fields(one, ("document", "start", "end", "quote")),
    ),
}  # fmt: skip
