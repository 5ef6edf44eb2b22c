"""One value in a notebook: compact HTML made from its fields, with the evidence one click away."""

import html
from collections.abc import Sequence
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
from tieline.model.phrases import about, kind_words, offices, stage_words
from tieline.model.span import Citation
from tieline.model.words import in_words

NAMING = ("title", "name", "edtf", "text", "quote", "message", "id")
ACCENT = {"answered": "#2e7d32", "partly": "#b26a00", "unanswered": "#b3261e"}


def esc(text: object) -> str:
    """Words on one line, safe inside an element or a quoted attribute."""
    return html.escape(one_line(str(text)), quote=True)


def value_html(value: Value) -> str:
    """One value: what it is in bold, its fields, and its evidence folded away."""
    if isinstance(value, Answer):
        return _answer(value)
    if isinstance(value, Document):
        return (
            f"<p>{_heading(value)}</p>{fields_html(_described(value))}{_folded('text', f'<pre>{html.escape(visible(value.text))}</pre>')}"
        )
    return f"<p>{_heading(value)}</p>{fields_html(_described(value))}{_evidence(getattr(value, 'evidence', ()))}"


def _answer(answer: Answer) -> str:
    items = "".join(f"<li>{_dated(one)}</li>" for one in answer.items)
    reasons = "".join(f"<li>{esc(reason)}</li>" for reason in answer.reasons)
    nearest = "".join(f"<li>{esc(one.text)}</li>" for one in answer.nearest)
    return (
        f'<p style="border-left:4px solid {ACCENT[answer.status]};padding-left:.6em"><strong>{esc(answer.answer)}</strong></p>'
        + (f"<ul>{items}</ul>" if items else "")
        + (_folded("why", f"<ul>{reasons}</ul>") if reasons else "")
        + _evidence(answer.citations)
        + (f"<p>The closest that the texts say:</p><ul>{nearest}</ul>" if nearest else "")
    )


def _dated(item: Item) -> str:
    return esc(f"{in_words(item.time)}: {item.text}" if item.time else item.text)


def _heading(value: Value) -> str:
    if isinstance(value, Figure):
        return f"<strong>{esc(label(value.measure))}: {esc(amount(value))}</strong>"
    named = next((getattr(value, key) for key in NAMING if getattr(value, key, None)), "")
    return f"<strong>{esc(named or type(value).__name__)}</strong>"


def _described(value: Value) -> dict[str, str]:
    if isinstance(value, Event):
        when = in_words(value.time) if value.time else "the texts do not say"
        who = ", ".join(f"{one.name} ({label(one.role)})" for one in value.participants)
        return {"when": when, "type": kind_words(value), "status": value.status, "who": who, "where": value.place or ""}
    if isinstance(value, Agreement):
        return {"kind": label(value.kind), "parties": ", ".join(value.parties), "stages": "; ".join(map(stage_words, value.stages))}
    if isinstance(value, Actor):
        return {"kind": value.kind, "office": offices(value.roles), "also called": ", ".join(value.aliases)}
    if isinstance(value, Figure):
        return {"of": about(value), "when": in_words(value.period) if value.period else "", "status": value.status}
    dumped: dict[str, Any] = value.model_dump(mode="json", exclude={"text", "times", "evidence"})
    return {key: (part["edtf"] if isinstance(part, dict) and "edtf" in part else str(part)) for key, part in dumped.items() if part}


def fields_html(fields: dict[str, str]) -> str:
    """A table of two columns: names and what they hold."""
    rows = "".join(f'<tr><td>{esc(name)}</td><td style="text-align:left">{esc(text)}</td></tr>' for name, text in fields.items() if text)
    return f"<table><tbody>{rows}</tbody></table>" if rows else ""


def _evidence(citations: Sequence[Citation]) -> str:
    items = "".join(f"<li><q>{esc(one.quote)}</q> <small>{esc(one.document)} {one.start}-{one.end}</small></li>" for one in citations)
    return _folded(f"evidence ({len(citations)})", f"<ul>{items}</ul>") if items else ""


def _folded(name: str, content: str) -> str:
    return f"<details><summary>{esc(name)}</summary>{content}</details>"
