"""Facts as JSON-LD: schema.org events, W3C Web Annotation selectors for the words, PROV-O for how a fact came about."""

import json
from typing import Any
from urllib.parse import quote

from tieline import __version__
from tieline.graph import in_order
from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.model.shape import Part, ends_of, shape_of
from tieline.model.span import Citation
from tieline.model.time import TimeValue

CONTEXT: dict[str, Any] = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "tieline": "urn:tieline:vocabulary:",
    "edtf": {"@id": "tieline:time", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
}
AROUND = 32  # characters of prefix and suffix in a TextQuoteSelector
KINDS = {"country": "schema:Country", "person": "schema:Person", "place": "schema:Place"}
STATUS = {"cancelled": "schema:EventCancelled", "planned": "schema:EventScheduled", "expected": "schema:EventScheduled"}


def jsonld(facts: Facts) -> str:
    """One JSON-LD document with a graph of everything."""
    texts = {document.id: document.text for document in facts.documents}
    nodes = [
        *_reading(facts),
        *(_document(one) for one in facts.documents),
        *(_actor(one, texts) for one in facts.actors),
        *(_agreement(one, texts) for one in facts.agreements),
        *(_event(one, texts) for one in in_order(facts.events)),
        *(_figure(one, texts) for one in facts.figures),
    ]
    return json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"


def _reading(facts: Facts) -> tuple[dict[str, Any], ...]:
    """Who made the facts, by doing what, out of which texts."""
    used = [{"@id": iri(one.id, "document")} for one in facts.documents]
    reader = {"@id": "urn:tieline:reader", "@type": "prov:SoftwareAgent", "schema:name": "Tieline", "schema:softwareVersion": __version__}
    reading = {"@id": "urn:tieline:reading", "@type": "prov:Activity", "prov:wasAssociatedWith": {"@id": "urn:tieline:reader"}}
    return reader, reading | ({"prov:used": used} if used else {})


def selectors(citation: Citation, text: str) -> dict[str, Any]:
    """A quote as a Web Annotation resource: its document, its words with what stands around them, and its place."""
    before, after = text[max(citation.start - AROUND, 0) : citation.start], text[citation.end : citation.end + AROUND]
    words = {"@type": "oa:TextQuoteSelector", "oa:exact": citation.quote, "oa:prefix": before, "oa:suffix": after}
    place = {"@type": "oa:TextPositionSelector", "oa:start": citation.start, "oa:end": citation.end}
    return {"@type": "oa:SpecificResource", "oa:hasSource": {"@id": iri(citation.document, "document")}, "oa:hasSelector": [words, place]}


def iri(id: str, kind: str = "") -> str:
    """A name for the web: `urn:tieline:` and the id."""
    return f"urn:tieline:{kind + ':' if kind else ''}{quote(id, safe=':-._~')}"


def _node(id: str, type: str | list[str], evidence: tuple[Citation, ...], texts: dict[str, str], **fields: Any) -> dict[str, Any]:
    node = {"@id": iri(id), "@type": type, **{key: value for key, value in fields.items() if value not in (None, [], {})}}
    if evidence:
        node["prov:wasDerivedFrom"] = [selectors(one, texts.get(one.document, "")) for one in evidence]
    return node | {"prov:wasGeneratedBy": {"@id": "urn:tieline:reading"}, "prov:wasAttributedTo": {"@id": "urn:tieline:reader"}}


def _document(document: Document) -> dict[str, Any]:
    fields = {
        "schema:name": document.title, "schema:publisher": document.publisher, "schema:url": document.url,
        "schema:datePublished": document.published.edtf if document.published else None, "tieline:publishedBasis": document.published_basis,
    }  # fmt: skip
    return {"@id": iri(document.id, "document"), "@type": ["schema:NewsArticle", "prov:Entity"]} | {k: v for k, v in fields.items() if v}


def _actor(actor: Actor, texts: dict[str, str]) -> dict[str, Any]:
    roles = [{"tieline:title": one.title, "tieline:of": one.of, **_times(one.time)} for one in actor.roles]
    fields = {"schema:name": actor.name, "schema:alternateName": list(actor.aliases), "tieline:office": [_known(one) for one in roles]}
    return _node(actor.id, [KINDS.get(actor.kind, "schema:Organization"), "prov:Entity"], actor.evidence, texts, **fields)


def _agreement(agreement: Agreement, texts: dict[str, str]) -> dict[str, Any]:
    stages = [{"tieline:stage": one.stage, "tieline:status": one.status, **_times(one.time)} for one in agreement.stages]
    fields = {
        "schema:name": agreement.name,
        "tieline:kind": agreement.kind,
        "tieline:party": list(agreement.parties),
        "tieline:lifecycle": stages,
    }
    return _node(agreement.id, ["schema:Legislation", "prov:Entity"], agreement.evidence, texts, **fields)


def _event(event: Event, texts: dict[str, str]) -> dict[str, Any]:
    parts = [{"tieline:actor": {"@id": iri(one.actor)}, "tieline:role": one.role} for one in event.participants]
    fields: dict[str, Any] = {
        "schema:name": event.title, **_times(event.time), "tieline:participant": parts,
        "schema:actor": [{"@id": iri(one)} for one in dict.fromkeys(part.actor for part in event.participants)],
        "schema:eventStatus": _reference(STATUS.get(event.status)),
        "schema:location": {"@type": "schema:Place", "schema:name": event.place} if event.place else None,
        "schema:about": {"@id": iri(event.agreement)} if event.agreement else None,
        "tieline:type": event.type, "tieline:stage": event.stage, "tieline:status": event.status, "tieline:rule": list(event.rules),
        "tieline:assertedBy": event.asserted_by, "tieline:reason": list(event.reasons),
    }  # fmt: skip
    kind = "tieline:DeniedEvent" if event.status == "denied" else "schema:Event"  # what the texts deny is no event to anyone else
    return _node(event.id, [kind, "prov:Entity"], event.evidence, texts, **fields)


def _figure(figure: Figure, texts: dict[str, str]) -> dict[str, Any]:
    fields = {
        "schema:variableMeasured": figure.measure, "schema:value": figure.value, "schema:unitText": figure.unit,
        "tieline:rank": figure.rank,
        "tieline:qualifier": figure.qualifier, "tieline:status": figure.status,
        "tieline:subject": figure.subject, "tieline:object": figure.object,
        **_times(figure.period),
    }  # fmt: skip
    return _node(figure.id, ["schema:Observation", "prov:Entity"], figure.evidence, texts, **fields)


def _times(when: TimeValue | None) -> dict[str, Any]:
    """The EDTF value, and schema.org's start and end where they are known to the day; never a made-up day."""
    if when is None:
        return {}
    found: dict[str, Any] = {"edtf": when.edtf}
    first, last = ends_of(when)
    if shape_of(when) in ("day", "stretch") and first and last:
        found |= {"schema:startDate": _iso(first), "schema:endDate": _iso(last)}
    elif shape_of(when) == "period" and first and first == last:
        found["schema:startDate"] = _iso(first)
    bounds = {"tieline:earliest": when.earliest, "tieline:latest": when.latest}
    return found | {key: {"@type": "xsd:date", "@value": day.isoformat()} for key, day in bounds.items() if day}


def _iso(part: Part) -> str:
    return "-".join([f"{part.year:04}", *(f"{number:02}" for number in part[1:] if number)])


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def _reference(name: str | None) -> dict[str, str] | None:
    return {"@id": name} if name else None
