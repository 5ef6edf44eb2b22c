"""Facts as the plain records that the page's script reads. Places in texts count UTF-16 units there, as JavaScript does."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.amount import amount, label
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.opening import first_words
from tieline.model.phrases import kind_words, offices, stage_words
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.present.page.precision import precision
from tieline.present.sources import document_name, published_words

Record = dict[str, Any]


class Places:
    """The numbers of documents, and places in their texts counted in UTF-16 units."""

    def __init__(self, documents: Iterable[Document]):
        self.numbers: dict[str, int] = {}
        self._wide: list[list[int]] = []
        for number, document in enumerate(documents):
            self.numbers[document.id] = number
            self._wide.append([] if document.text.isascii() else [i for i, c in enumerate(document.text) if ord(c) > 0xFFFF])

    def cited(self, citations: Iterable[Citation]) -> list[list[int]]:
        """Document number, start and end of each citation, each once."""
        found = dict.fromkeys((one.document, one.start, one.end) for one in citations if one.document in self.numbers)
        return [[number := self.numbers[name], self._unit(number, start), self._unit(number, end)] for name, start, end in found]

    def _unit(self, number: int, offset: int) -> int:
        return offset + bisect_left(self._wide[number], offset)


@lru_cache(maxsize=8192)  # each view of another day names the same facts
def key(kind: str, id: str) -> str:
    """The name of a fact in addresses: letters, digits and dashes; anything else as its number, so that no two facts share one."""
    own = id.removeprefix(f"{kind}:")
    return f"{kind}-" + "".join(c if c.isascii() and (c.isalnum() or c == "-") else f"_{ord(c):x}." for c in own)


def time(when: TimeValue | None) -> Record | None:
    """A time with its bounds, its words and the way it was found."""
    if when is None:
        return None
    bounds = {"a": when.earliest and str(when.earliest), "b": when.latest and str(when.latest)}
    return _kept(e=when.edtf, w=in_words(when), p=precision(when), g=when.grain, x=when.basis, d=list(when.derivation), **bounds)


def document(one: Document, places: Places) -> Record:
    """An article with its text and what it says about its own origin."""
    return _kept(
        k=key("article", one.id),
        id=one.id,
        name=document_name(one),
        title=one.title or first_words(one.text),
        publisher=one.publisher,
        place=one.place,
        url=one.url,
        published=time(one.published),
        on=published_words(one),
        basis=one.published_basis,
        ev=places.cited(one.published_evidence),
        text=one.text,
    )


def event(one: Event, places: Places, merged: Mapping[str, list[str]], flagged: Record) -> Record:
    """An event with participants, derivation and evidence."""
    told = set(one.time.derivation) if one.time else set()
    return _kept(
        k=key("event", one.id),
        title=one.title,
        type=one.type,
        stage=one.stage,
        kind=kind_words(one),
        st=one.status,
        time=time(one.time),
        who=[[key("actor", who.actor), who.name, label(who.role)] for who in one.participants],
        place=one.place,
        agr=one.agreement and key("agreement", one.agreement),
        by=one.asserted_by,
        first=one.published and in_words(one.published),
        level=one.level,
        content=one.content,
        topic=one.topic,
        rules=list(one.rules),
        why=[reason for reason in one.reasons if reason not in told],
        merged=merged.get(one.id, []),
        ev=places.cited(one.evidence),
        **flagged,
    )


def agreement(one: Agreement, places: Places) -> Record:
    """An agreement with the stages of its life."""
    stages = [
        _kept(
            stage=stage.stage,
            words=stage_words(stage),
            name=label(stage.stage),
            st=stage.status,
            time=time(stage.time),
            event=stage.event and key("event", stage.event),
            ev=places.cited(stage.evidence),
        )
        for stage in one.stages
    ]
    return _kept(
        k=key("agreement", one.id), name=one.name, kind=label(one.kind), parties=list(one.parties),
        aliases=[alias for alias in one.aliases if alias != one.name], stages=stages, ev=places.cited(one.evidence),
    )  # fmt: skip


def figure(one: Figure, places: Places, flagged: Record) -> Record:
    """A figure with its amount in words, and the number to draw."""
    return _kept(
        k=key("figure", one.id), measure=one.measure, name=label(one.measure), value=one.value, unit=one.unit, q=one.qualifier,
        rank=one.rank, amount=amount(one) or one.text or "", period=time(one.period), st=one.status, subject=one.subject,
        object=one.object, about=one.about, detail=one.detail, by=one.asserted_by, rules=[one.rule] if one.rule else [],
        actors=[key("actor", name) for name in (*one.subjects, *one.objects)],
        first=one.published and in_words(one.published), why=list(one.reasons), ev=places.cited(one.evidence), **flagged,
    )  # fmt: skip


def actor(one: Actor, places: Places, acts: Iterable[str]) -> Record:
    """An actor with its offices and the actors for whom it acts."""
    return _kept(
        k=key("actor", one.id), name=one.name, kind=one.kind, aliases=list(one.aliases), office=offices(one.roles), country=one.country,
        acts=[key("actor", name) for name in acts], ev=places.cited(one.evidence),
    )  # fmt: skip


def issue(one: Issue, places: Places) -> Record:
    """A question that stays open."""
    return _kept(kind=label(one.kind), message=one.message, ev=places.cited(one.evidence))


def _kept(**fields: Any) -> Record:
    return {name: value for name, value in fields.items() if value is not None and value not in ([], "")}
