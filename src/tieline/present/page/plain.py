"""The page without scripts: the plain chronology with its evidence, for readers, printers and browsers that run none."""

from collections.abc import Iterator

from tieline.graph import in_order
from tieline.model.amount import amount, label
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.notebook import esc
from tieline.model.opening import first_words
from tieline.model.phrases import about, kind_words, offices, stage_words
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.present.markup import marked_text, quotes, table
from tieline.present.page.encode import key
from tieline.present.sources import document_name


def plain_body(facts: Facts) -> str:
    """The sections of the page for readers without scripts: timeline, agreements, figures, actors, questions, marked articles."""
    names = {document.id: document_name(document) for document in facts.documents}
    parts = {
        "Timeline": _timeline(in_order(facts.events), names),
        "Agreements": _agreements(facts, names),
        "Figures": _figures(facts, names),
        "Actors": _actors(facts),
        "Open questions": _issues(facts, names),
        "Articles": _articles(facts),
    }
    shown = {name: body for name, body in parts.items() if body}
    links = "".join(f'<a href="#{_slug(name)}">{esc(name)}</a>' for name in shown)
    body = "".join(f'<section id="{_slug(name)}"><h2>{esc(name)}</h2>{content}</section>' for name, content in shown.items())
    return f"<nav>{links}</nav>{body}"


def _timeline(events: tuple[Event, ...], names: dict[str, str]) -> str:
    dated = "".join(_event(event, names) for event in events if event.time)
    undated = [_event(event, names) for event in events if not event.time]
    shown = f'<ol class="timeline">{dated}</ol>' if dated else ""
    if not undated:
        return shown
    told = f"{len(undated)} without a date in the texts"
    return f'{shown}<details class="undated"><summary>{told}</summary><ol class="timeline">{"".join(undated)}</ol></details>'


def _event(event: Event, names: dict[str, str]) -> str:
    when = in_words(event.time) if event.time else ""
    people = ", ".join(f"{esc(one.name)} ({esc(label(one.role))})" for one in event.participants)
    facts = " · ".join(part for part in (esc(kind_words(event)), esc(event.place or ""), people) if part)
    status = "" if event.status == "occurred" else f' <span class="status">{esc(event.status)}</span>'
    reasons = "".join(f"<li>{esc(reason)}</li>" for reason in event.reasons)
    why = f'<ul class="why">{reasons}</ul>' if reasons else ""
    head = f'<span class="when">{esc(when)}</span> <span><span class="what">{esc(event.title)}</span>{status}</span>'
    body = f'<p class="facts">{facts}</p>{why}{quotes(event.evidence, names)}'
    kind = f"{event.status}{_imprecise(event.time)}"
    return f'<li class="{kind}" id="{key("event", event.id)}"><details><summary>{head}</summary>{body}</details></li>'


def _imprecise(when: TimeValue | None) -> str:
    return "" if when and when.earliest and when.earliest == when.latest else " imprecise"


def _agreements(facts: Facts, names: dict[str, str]) -> str:
    parts = []
    for one in facts.agreements:
        stages = "".join(f"<li>{esc(stage_words(stage))}{quotes(stage.evidence[:3], names)}</li>" for stage in one.stages)
        lane = f'<ol class="stages">{stages}</ol>' if stages else quotes(one.evidence[:3], names)
        parts.append(
            f'<article id="{key("agreement", one.id)}"><h3>{esc(one.name)}</h3>'
            f'<p class="facts">{esc(", ".join(one.parties))}</p>{lane}</article>'
        )
    return "".join(parts)


def _figures(facts: Facts, names: dict[str, str]) -> str:
    rows = [
        (
            esc(label(one.measure)),
            f"<strong>{esc(amount(one))}</strong>",
            esc(about(one)),
            esc(in_words(one.period)) if one.period else "",
            quotes(one.evidence[:2], names),
        )
        for one in facts.figures
    ]
    return table(("Measure", "Value", "Of", "When", "Words"), rows) if rows else ""


def _actors(facts: Facts) -> str:
    rows = [(esc(one.name), esc(one.kind), esc(offices(one.roles)), esc(", ".join(one.aliases))) for one in facts.actors]
    return table(("Name", "Kind", "Office", "Also called"), rows) if rows else ""


def _issues(facts: Facts, names: dict[str, str]) -> str:
    items = "".join(
        f"<li><strong>{esc(label(one.kind))}</strong>: {esc(one.message)}{quotes(one.evidence[:2], names)}</li>" for one in facts.issues
    )
    return f"<ul>{items}</ul>" if items else ""


def _articles(facts: Facts) -> str:
    cited: dict[str, list[Citation]] = {document.id: [] for document in facts.documents}
    for one in _citations(facts):
        if one.document in cited:
            cited[one.document].append(one)
    return "".join(_article(document, cited[document.id]) for document in facts.documents)


def _article(document: Document, cited: list[Citation]) -> str:
    place = f'<h3 id="{key("article", document.id)}">{esc(document.title or first_words(document.text))}</h3>'
    return (
        f'<article>{place}<p class="facts">{esc(document_name(document))} · {esc(document.id)}</p>{marked_text(document, cited)}</article>'
    )


def _citations(facts: Facts) -> Iterator[Citation]:
    for group in (facts.events, facts.agreements, facts.figures, facts.issues):
        for one in group:
            yield from one.evidence
    for agreement in facts.agreements:
        for stage in agreement.stages:
            yield from stage.evidence


def _slug(name: str) -> str:
    return f"plain-{name.lower().replace(' ', '-')}"
