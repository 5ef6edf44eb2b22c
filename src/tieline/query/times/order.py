"""Which of several events came first."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import may_overlap
from tieline.model.event import Event
from tieline.model.words import in_words
from tieline.query.draft import Draft, cite, clip, event_reasons, nothing
from tieline.query.events.pick.select import REAL
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.times.anchors import dated
from tieline.query.times.told_order import told_first
from tieline.query.view import View

_STEM_END = regex(r"\b(?:first|earlier|later|last|sooner)$", re.I)
_EITHER = regex(r"\b(?:before|after|earlier|later) or (?:before|after|earlier|later)\b(?: than)? ", re.I)
_ARRANGED = frozenset(("planned", "scheduled", "signed", "held"))
_AUXILIARY = regex(r"^(?:was|were|did|is|does|do)\s+", re.I)
_WHICH_FIRST = regex(r" (?:(?:come|came|happen|happened|was|were) )?(?:first|earlier|later)", re.I)
_SIGN = regex(r"[,:]")


def _options(query: Query) -> tuple[str, list[str]]:
    """What is asked of the options, and the options; each way of putting them is cut at its first sign."""
    text = query.text.strip(" ?")
    sign = _SIGN.search(text)
    a, found, b = text[sign.end() :].partition(" or ") if sign else ("", "", "")
    if sign and a.strip() and found and b:
        return _STEM_END.sub("", text[: sign.start()].rstrip()), [*re.split(r",\s*", a.strip().removesuffix(",")), b]
    either = _EITHER.search(text)
    if either and either.start():
        return "?before", [_AUXILIARY.sub("", _less_arranged(text[: either.start()])), text[either.end() :]]
    a, found, b = text.partition(" or ")
    first = _WHICH_FIRST.search(b)
    return ("", [a, b[: first.start()].removesuffix(",")]) if a and first and first.start() else ("", [])


def _less_arranged(text: str) -> str:
    """The first of two without what leads to "before or after": "the opening scheduled for"."""
    words = text.split()
    if words and words[-1].lower() == "for":
        words.pop()
    if words and words[-1].lower() in _ARRANGED:
        words.pop()
    return " ".join(words)


def order(view: View, query: Query) -> Draft:
    """Which of several came first, or the one event that an ordinal names."""
    stem, options = _options(query)
    if len(options) < 2:
        return nothing(view, query, "order")
    if stem == "?before":
        options[1] = _same_act(view, options[0], options[1])
    found: list[tuple[Event, str]] = []
    for option in options:
        event = (
            dated(view, option)
            if stem in ("", "?before")
            else (
                dated(view, f"{re.sub(r'^(which|who|what)( country| president)?', '', stem, flags=re.I).replace('first', '')} {option}")
                or dated(view, option)
            )
        )
        if event is None:
            return nothing(view, query, "order", f"The texts do not date {clip(option, 80)}.")
        found.append((event, option.strip()))
    ordered = sorted(found, key=lambda one: (str(one[0].time and one[0].time.earliest), str(one[0].time and one[0].time.latest)))
    late = stem != "?before" and re.search(r"\b(later|last|second)\b", query.text, re.I)
    first = ordered[-1] if late else ordered[0]
    rest = [event for event, _ in ordered if event is not first[0]]
    said = told_first(view, found[0][0], found[1][0]) if len(found) == 2 else None
    if said and _overlapping(first[0], rest):
        ordered = sorted(found, key=lambda one: one[0] is not said)
        first = ordered[-1] if late else ordered[0]
    elif _overlapping(first[0], rest):
        told = "; ".join(f"{_bare(o)}: {in_words(e.time)}" for e, o in found if e.time)
        what = "last" if late else "first"
        return Draft("partly", clip(f"The texts do not tell which came {what}. {told}."), "order", citations=cite([e for e, _ in found]))
    events = [event for event, _ in ordered]
    reasons = tuple(reason for event in events for reason in event_reasons(event))
    base = Draft("answered", "", "order", citations=cite(events), facts=tuple(event.id for event in events), reasons=reasons)
    told = "; ".join(f"{_bare(o)}: {in_words(e.time)}{'' if e.status in REAL else f' ({e.status})'}" for e, o in ordered if e.time)
    if stem == "?before":
        word = "Before" if ordered[0][0] is found[0][0] else "After"
        return replace(base, text=clip(f"{word}. {told}."), value=word.lower())
    return replace(base, text=clip(f"{_bare(first[1])}. {told}."), value=_bare(first[1]))


def _overlapping(one: Event, rest: Sequence[Event]) -> bool:
    """Whether the time of an event may be that of another."""
    return any(event.time and one.time and may_overlap(event.time, one.time) for event in rest)


def _same_act(view: View, first: str, second: str) -> str:
    """The second of two that is only a name, with what the first one did: "did Orsenda sign its pact before or after Pelmara"."""
    mine, yours = read_question(view, f"when {first}"), read_question(view, f"when {second}")
    bare = len(yours.names) == 1 and not yours.acts and len(yours.words) <= 1 and len(second.split()) <= 3
    subject = mine.names[0].text if mine.names and first.strip().lower().startswith(mine.names[0].text.lower()) else None
    return first.strip().replace(subject, second.strip(" ?."), 1) if bare and subject else second


def _bare(option: str) -> str:
    text = re.sub(r"^(the|a|an)\s+", "", option.strip(" ?.,"), flags=re.I)
    return text[:1].upper() + text[1:]
