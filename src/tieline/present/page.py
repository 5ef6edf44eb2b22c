"""A knowledge base as one HTML page: works from disk, asks nothing of the network, runs no script."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

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
from tieline.present.sources import document_name

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def page_html(facts: Facts, *, title: str | None = None) -> str:
    """One self-contained HTML document with timeline, agreements, figures, actors, open questions and the marked articles."""
    names = {document.id: document_name(document) for document in facts.documents}
    heading = title or _heading(facts)
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
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{esc(heading)}</title><style>{_style()}</style></head>'
        f"<body><header><h1>{esc(heading)}</h1><p>{_summary(facts)}</p><nav>{links}</nav></header><main>{body}</main></body></html>\n"
    )


def _heading(facts: Facts) -> str:
    counts = {actor.name: 0 for actor in facts.actors if actor.kind == "country"}
    for event in facts.events:
        for one in event.participants:
            if one.name in counts:
                counts[one.name] += 1
    most = sorted(counts, key=lambda name: (-counts[name], name))[:2]
    return " and ".join(sorted(most)) + ": a timeline from the news" if most else "A timeline from the news"


def _summary(facts: Facts) -> str:
    kinds = {"articles": facts.documents, "events": facts.events, "agreements": facts.agreements, "figures": facts.figures}
    return esc(", ".join(f"{len(values)} {name}" for name, values in kinds.items()) + ". Every entry links to the words that support it.")


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
    return f'<li class="{kind}" id="{_slug(event.id)}"><details><summary>{head}</summary>{body}</details></li>'


def _imprecise(when: TimeValue | None) -> str:
    return "" if when and when.earliest and when.earliest == when.latest else " imprecise"


def _agreements(facts: Facts, names: dict[str, str]) -> str:
    parts = []
    for one in facts.agreements:
        stages = "".join(f"<li>{esc(stage_words(stage))}{quotes(stage.evidence[:3], names)}</li>" for stage in one.stages)
        lane = f'<ol class="stages">{stages}</ol>' if stages else quotes(one.evidence[:3], names)
        parts.append(
            f'<article id="{_slug(one.id)}"><h3>{esc(one.name)}</h3><p class="facts">{esc(", ".join(one.parties))}</p>{lane}</article>'
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
    cited = tuple(_citations(facts))
    return "".join(_article(document, [one for one in cited if one.document == document.id]) for document in facts.documents)


def _article(document: Document, cited: list[Citation]) -> str:
    place = f'<h3 id="{_slug(document.id)}">{esc(document.title or first_words(document.text))}</h3>'
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
    return "".join(c.lower() if c.isascii() and c.isalnum() else "-" for c in name)


@cache
def _style() -> str:
    return (resources.files("tieline.present") / "page.css").read_text(encoding="utf-8")
