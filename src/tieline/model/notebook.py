"""One value in a notebook: compact HTML made from its fields, with the evidence one click away. No script; light and dark."""

import html
from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from typing import Any

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.amount import amount, label
from tieline.model.answer import Answer, Item
from tieline.model.base import Value
from tieline.model.clean import one_line, visible
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.model.opening import first_words
from tieline.model.phrases import about, kind_words, offices, stage_words
from tieline.model.shape import shape_of
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.words import in_words

NAMING = ("title", "name", "edtf", "text", "quote", "message", "id")
TONES = {"ongoing": "good", "planned": "warn", "expected": "warn", "hypothetical": "soft", "cancelled": "bad", "denied": "bad"}
SHOWN = 20  # quotes of one value
Namer = Callable[[str], str]


def esc(text: object) -> str:
    """Words on one line, safe inside an element or a quoted attribute."""
    return html.escape(one_line(str(text)), quote=True)


def framed(content: str) -> str:
    """A form for notebooks with its style around it, which follows the theme of JupyterLab, VS Code and Colab."""
    return f'<div class="tieline"><style>{_style()}</style>{content}</div>'


def value_html(value: Value) -> str:
    """One value: what it is in bold, its fields, and its evidence folded away."""
    return framed(body_html(value))


def body_html(value: Value) -> str:
    """The same without the style, to stand inside another form."""
    if isinstance(value, Answer):
        return _answer(value)
    status = getattr(value, "status", None)
    head = f"<p>{_heading(value)} {status_html(status) if isinstance(status, str) else ''}</p>{fields_html(_described(value))}"
    if isinstance(value, Document):
        return head + folded("text", f"<pre>{html.escape(visible(value.text))}</pre>")
    steps = getattr(value, "reasons", ()) or getattr(value, "derivation", ())
    return head + _list("why", steps) + evidence_html(getattr(value, "evidence", ()))


def isolated(text: object) -> str:
    """Untrusted words whose direction of writing touches nothing around them."""
    return f"<bdi>{esc(text)}</bdi>"


def status_html(status: str) -> str:
    """A status as a small label."""
    return f'<span class="tl-tag tl-{TONES.get(status, "plain")}">{esc(status)}</span>'


def when_html(when: TimeValue | None) -> str:
    """A time in words; one that lies somewhere between two days is underlined with dots, and says which."""
    if when is None:
        return '<span class="tl-soft">undated</span>'
    if shape_of(when) in ("day", "stretch"):
        return f'<span class="tl-when tl-strong">{esc(in_words(when))}</span>'
    bounds = f"{when.earliest or 'open'} to {when.latest or 'open'}"
    return f'<span class="tl-when tl-strong tl-vague" title="{esc(bounds)}">{esc(in_words(when))}</span>'


def fields_html(fields: dict[str, str]) -> str:
    """A table of two columns: names and what they hold."""
    rows = "".join(f'<tr><th scope="row">{esc(name)}</th><td>{isolated(text)}</td></tr>' for name, text in fields.items() if text)
    return f"<table><tbody>{rows}</tbody></table>" if rows else ""


def evidence_html(citations: Sequence[Citation], name: Namer = str, *, title: str = "evidence") -> str:
    """Quotes with their sources, folded away."""
    items = "".join(f"<li>{quote_html(one, name)}</li>" for one in citations[:SHOWN])
    left = len(citations) - SHOWN
    more = f'<p class="tl-soft">{left} more</p>' if left > 0 else ""
    return folded(f"{title} ({len(citations)})" if title else str(len(citations)), f"<ul>{items}</ul>{more}") if items else ""


def quote_html(citation: Citation, name: Namer = str) -> str:
    """One quote with its source and its place there."""
    return (
        f"<q><bdi>{esc(citation.quote)}</bdi></q> <small><bdi>{esc(name(citation.document))}</bdi> {citation.start}-{citation.end}</small>"
    )


def folded(name: str, content: str) -> str:
    """What opens with a click."""
    return f"<details><summary>{esc(name)}</summary>{content}</details>"


def _answer(answer: Answer) -> str:
    items = "".join(f"<li>{_dated(one)}{evidence_html(one.citations)}</li>" for one in answer.items)
    nearest = "".join(f"<li>{_dated(one)}{evidence_html(one.citations)}</li>" for one in answer.nearest)
    as_of = f'<p class="tl-soft">As of {esc(in_words(answer.as_of))}: only texts published by then.</p>' if answer.as_of else ""
    return (
        f'<p class="tl-soft">{isolated(answer.question)} {status_html(answer.status)}</p>'
        f'<p class="tl-answer tl-{answer.status}"><strong>{isolated(answer.answer)}</strong></p>'
        + (f"<ul>{items}</ul>" if items else "")
        + _list("why", answer.reasons)
        + evidence_html(answer.citations, title="sources" if answer.status != "unanswered" else "looked at")
        + (f"<p>The closest that the texts say:</p><ul>{nearest}</ul>" if nearest else "")
        + as_of
    )


def _list(name: str, rows: Sequence[str]) -> str:
    items = "".join(f"<li>{isolated(row)}</li>" for row in rows)
    return folded(name, f"<ul>{items}</ul>") if items else ""


def _dated(item: Item) -> str:
    told = item.time is None or in_words(item.time).lower() in item.text.lower()
    return isolated(item.text) if told else f"{when_html(item.time)} {isolated(item.text)}"


def _heading(value: Value) -> str:
    if isinstance(value, Figure):
        return f"<strong>{esc(label(value.measure))}: {esc(amount(value))}</strong>"
    named = next((getattr(value, key) for key in NAMING if getattr(value, key, None)), "")
    if isinstance(value, Document):
        named = value.title or first_words(value.text)
    return f"<strong>{isolated(named or type(value).__name__)}</strong>"


def _described(value: Value) -> dict[str, str]:
    if isinstance(value, Event):
        when = in_words(value.time) if value.time else "the texts do not say"
        who = ", ".join(f"{one.name} ({label(one.role)})" for one in value.participants)
        reported = in_words(value.published) if value.published else ""
        return {"when": when, "type": kind_words(value), "who": who, "where": value.place or "", "first reported": reported, "id": value.id}
    if isinstance(value, Agreement):
        stages = "; ".join(map(stage_words, value.stages))
        return {"kind": label(value.kind), "parties": ", ".join(value.parties), "stages": stages, "id": value.id}
    if isinstance(value, Actor):
        own = {"kind": value.kind, "office": offices(value.roles), "also called": ", ".join(value.aliases)}
        return own | {"country": value.country or "", "id": value.id}
    if isinstance(value, Figure):
        return {"of": about(value), "when": in_words(value.period) if value.period else "", "as written": value.text or "", "id": value.id}
    skipped = {"text", "times", "evidence", "derivation", "reasons", "quote", "message", "published_evidence"}
    dumped: dict[str, Any] = value.model_dump(mode="json", exclude=skipped)
    return {key: (part["edtf"] if isinstance(part, dict) and "edtf" in part else str(part)) for key, part in dumped.items() if part}


@cache
def _style() -> str:
    return (resources.files("tieline.model") / "notebook.css").read_text(encoding="utf-8").replace("\n", "")
