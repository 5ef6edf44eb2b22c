"""The figures that the texts give on a matter: "list all figures on tourism"."""

import re

from tieline.late import regex
from tieline.model.answer import Item
from tieline.model.figure import Figure
from tieline.model.words import in_words
from tieline.query.amounts.figure_words import ALL_TRADE
from tieline.query.amounts.numbers import numbers
from tieline.query.draft import Draft, clip, nothing
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.view import View

_NOUN = r"(?:figures|numbers|statistics|stats)"
_ASKED = regex(
    r"^\W*(?:(?:list|name|give|show|tell|find|quote|collect|what|which|are there|all|any|every)\b(?: me| us| are| were)?)?"
    r"(?: (?:all|any|every|of|the|some|key|main))*"
    rf"\s*(?:{_NOUN}(?: (?:are|were|is)? ?(?:there|given|mentioned|quoted|cited|reported|told))?"
    r" (?:on|about|for|regarding|concerning|related to) (?P<topic>[^?,]{3,50}?)"
    r"|(?P<kind>(?!(?:the|which|what|how|who|when|where|business)\b)[\w-]+(?: [\w-]+)?) "
    rf"{_NOUN}(?: are (?:there|given|mentioned))?)\W*$",
    re.I,
)
_FEW = 4
_IDLE = frozenset(("rank", "ordinal"))  # no figures as people mean them


def figures_on(view: View, query: Query) -> Draft | None:
    """All figures of the matter that a question names, in the order of the texts; None where it asks for something else."""
    asked = _ASKED.match(query.text)
    if asked is None or query.windows:
        return None
    topic = read_question(view, f"what about {asked['topic'] or asked['kind']}?")
    if not (topic.words or topic.names):
        return None
    found = [figure for figure in view.facts.figures if figure.unit not in _IDLE and figure.value is not None and _on(view, topic, figure)]
    items = {_told(view, figure): figure for figure in found}
    if not items:
        return nothing(view, query, "list")
    shown = tuple(Item.made(text=text, time=one.period, citations=one.evidence[:1]) for text, one in items.items() if text)
    citations = tuple(dict.fromkeys(c for one in items.values() for c in one.evidence[:1]))
    told = tuple(term.stem for term in query.words)
    return Draft("answered", clip(f"{'; '.join(items)}."), "list", len(shown), items=shown, citations=citations[:8], told=told)


def _on(view: View, topic: Query, figure: Figure) -> bool:
    """Whether a figure is of a matter: by its measure or subject, else by the words of its sentence that stand near the number."""
    if figure.measure == "quantity" and isinstance(figure.value, (int, float)) and figure.value < _FEW:
        return False  # "the two wheels of trade"
    if figure.measure in ALL_TRADE and any(term.stem == "trad" for term in topic.words) and len(topic.words) == 1:
        return True
    own = f" {figure.measure.replace('_', ' ')} {' '.join(stems_of(figure))} "
    return all(tells(view, term.stem, own) for term in topic.words)


def stems_of(figure: Figure) -> tuple[str, ...]:
    """The stems of what a figure is of."""
    from tieline.query.reading.words import stems

    return stems(f"{figure.measure.replace('_', ' ')} {figure.subject or ''} {figure.object or ''}")


def _told(view: View, figure: Figure) -> str:
    """A figure in the words of its sentence, with its time."""
    passage = next(iter(view.passages_of(figure.evidence[:1])), None)
    number = next((one for one in numbers(passage) if one.value == figure.value), None) if passage else None
    words = number.words if number else f"{figure.value:g}"
    of = figure.subject if figure.subject and figure.subject.lower() not in words.lower() else ""
    what = figure.measure.replace("_", " ") if figure.measure not in ("people", "quantity", "companies") else ""
    label = ", ".join(filter(None, (what, of)))
    when = f" ({in_words(figure.period)}{', expected' if figure.status == 'expected' else ''})" if figure.period else ""
    return f"{words}{when}{f': {label}' if label else ''}"
