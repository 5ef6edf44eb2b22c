"""Several things at once: the order of three or more, the first of a kind, which agreements reached a stage and when."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.words import in_words
from tieline.query.amounts.told_counts import told_count
from tieline.query.draft import Draft, cite, clip, count_word, event_item, event_reasons, from_events, in_a_row, in_order, line
from tieline.query.events.pick.select import REAL, select
from tieline.query.reading.query import Name, Query
from tieline.query.times.anchors import dated
from tieline.query.view import View

_ORDER = regex(r"\b(?:(?:in )?(?:what|which) (?:chronological )?order|(?:put|give|list)\b.*\border)\b", re.I)
_COLON = regex(r"(?P<stem>[^:]*):\s*(?P<options>.+)", re.S)
_PARTS = regex(r",\s*(?:and |or |then )?| and | or |;\s*", re.I)
_FIRST = regex(
    r"\bwhich (?:one )?(?:of (?:the|these|those|its|their)?\s*(?:\w+ )?)?(?:\w+ )?(?:agreement|pact|deal|treat(?:y|ie)|accord|one)s?\b",
    re.I,
)


def ordered(view: View, query: Query) -> Draft | None:
    """Three or more things of a question in order of time: those after a colon, or each of the names in a row."""
    if not _ORDER.search(query.text):
        return None
    asked = _ORDER.sub("", query.text).strip(" ?,")
    options = _after_colon(asked) or _in_a_row(query, asked)
    if len(options) < 2:
        return None
    found = [(dated(view, words), label) for label, words in options]
    missing = [label for event, label in found if event is None]
    if len(found) - len(missing) < 2:
        return None
    known = sorted(((e, label) for e, label in found if e), key=lambda one: (str(one[0].time and one[0].time.earliest), one[1]))
    told = "; ".join(f"{label} ({in_words(event.time)})" for event, label in known if event.time)
    tail = f" Not dated: {', '.join(missing)}." if missing else ""
    events = [event for event, _ in known]
    return Draft(
        "partly" if missing else "answered",
        clip(f"{told}.{tail}"),
        "order",
        ", ".join(label for _, label in known),
        items=tuple(event_item(event) for event in events),
        citations=cite(events, 8),
        reasons=tuple(reason for event in events for reason in event_reasons(event)[:1]),
        facts=tuple(event.id for event in events),
    )


def _after_colon(text: str) -> list[tuple[str, str]]:
    found = _COLON.match(text)
    if not found:
        return []
    these = re.search(r"\b(?:these|the following|those) (visit|trip|meeting|event|agreement)s\b", found["stem"], re.I)
    kind = f" {these[1]}" if these and these[1].lower() != "event" else ""
    stem = re.sub(r"\b(?:these|those) \w+\b|\bthe following(?: \w+)?\b|^(?:did|do|does|were|was|are|is)\b", "", found["stem"], flags=re.I)
    return [
        (label.strip(" ?."), f"{label}{kind if kind.strip() not in label else ''} {stem}")
        for label in _PARTS.split(found["options"])
        if label.strip(" ?.")
    ]


def _in_a_row(query: Query, text: str) -> list[tuple[str, str]]:
    """Each name of the longest row of names ("with Orsenda, Pelmara and Halidor"), with the question about it alone."""
    row = _row(query)
    if len(row) < 2:
        return []
    start, end = row[0].span.start, row[-1].span.end
    head, tail = query.text[:start], query.text[end:]
    head = re.sub(r"^\W*(?:did|do|does|were|was|are|is)\b", "", _ORDER.sub("", head), flags=re.I)
    return [(name.text, f"{head.removesuffix('the ')} {name.text} {tail}") for name in row]


def _row(query: Query) -> list[Name]:
    best: list[Name] = []
    row: list[Name] = []
    for name in query.names:
        between = query.text[row[-1].span.end : name.span.start] if row else ""
        if row and re.fullmatch(r",?\s*(?:and |or )?(?:the )?", between, re.I):
            row.append(name)
        else:
            row = [name]
        best = row if len(row) > len(best) else best
    return best


def staged(view: View, query: Query) -> list[Event]:
    """The events of agreements at the stage and time that a question names, one for each agreement, in order of time."""
    exact = frozenset({"in_force"}) if re.search(r"\bfully\b", query.text, re.I) else query.stages
    terms = tuple(t for t in query.terms if t.stem not in ("agreement", "agreem", "ful", "fulli", "pact", "trad"))
    hits = select(view, replace(query, terms=terms, ordinal=None), least=0.75)
    found: dict[str, Event] = {}
    for event in in_order([hit.event for hit in hits if not hit.missing and hit.event.status in REAL and hit.event.time]):
        if event.type in ("agreement", "trade_deal") and event.stage in exact:
            found.setdefault(_key(event), event)
    return list(found.values())


def _key(event: Event) -> str:
    parties = "/".join(sorted(p.actor for p in event.participants if p.role == "party")[:4])
    return f"{event.time.edtf if event.time else ''} {parties or event.agreement or event.id}"


def label(view: View, event: Event) -> str:
    """The name of the agreement of an event; where it has none of its own, whose it is."""
    agreement = view.agreements.get(event.agreement or "")
    if agreement:
        return agreement.name
    parties = [view.actors[p.actor].name for p in event.participants if p.actor in view.actors and view.actors[p.actor].kind == "country"]
    return f"{'-'.join(sorted(set(parties)))} agreement" if parties else event.title


def which(view: View, query: Query) -> Draft | None:
    """The agreements that reached a stage in a time, or the first or last to reach it; None where the question names neither."""
    if not query.stages or not (query.windows or query.ordinal in ("first", "last")):
        return None
    events = staged(view, query)
    if not events:
        return None
    if query.ordinal in ("first", "last") and not query.windows:
        events = events[:1] if query.ordinal == "first" else events[-1:]
    names = [label(view, event) for event in events]
    told = in_a_row(names)
    when = "; ".join(dict.fromkeys(in_words(event.time) for event in events if event.time))
    return Draft(
        "answered",
        clip(f"{told} ({when})."),
        "agreement",
        names[0] if len(names) == 1 else ", ".join(names),
        items=tuple(event_item(event) for event in events) if len(events) > 1 else (),
        citations=cite(events, 6),
        reasons=tuple(reason for event in events[:4] for reason in event_reasons(event)[:2]),
        facts=tuple(event.id for event in events),
    )


def how_many(view: View, query: Query) -> Draft | None:
    """How many agreements reached a stage in a time."""
    if not (
        query.stages
        and (query.windows or query.names)
        and re.search(r"\bhow many (?:\w+ ){0,2}(?:agreement|pact|deal|treat|accord)", query.text, re.I)
    ):
        return None
    events = staged(view, query)
    return count_of(view, query, events) if events else None


def count_of(view: View, query: Query, events: Sequence[Event]) -> Draft:
    """How many agreements some events are about: as a sentence counts them, else one an event; partly where one stands for several."""
    told = told_count(view, query, events)
    if told:
        return told
    labels = [label(view, event) for event in events]
    listed = "; ".join(f"{name} ({in_words(event.time)})" for name, event in zip(labels, events, strict=True) if event.time)
    counted = not any(name.endswith("s") and name.rsplit(" ", 1)[-1].islower() for name in labels)  # "a slew of procurement agreements"
    return Draft(
        "answered" if counted else "partly",
        clip(f"{count_word(len(events))}: {listed}." if counted else f"The texts do not count them; they tell of {listed}."),
        "count",
        len(events) if counted else None,
        "count",
        items=tuple(event_item(event) for event in events),
        citations=cite(events, 8),
        facts=tuple(event.id for event in events),
    )


def first_of(view: View, query: Query) -> Draft | None:
    """The agreement that was first or last ("Which of the three pacts entered into force first?")."""
    return which(view, query) if query.ordinal in ("first", "last") and _FIRST.search(query.text) else None


_TWO = regex(
    r"\bbetween\s+(?:the\s+|his\s+|her\s+|their\s+)?(?P<owner>[\w.' -]{1,40}?'s\s+)?(?:two|both)\s+(?P<what>[^?]{3,80}?)\W*$", re.I
)
_BETWEEN = regex(r"^\W*what (?:\w+ )?(?:came|happened|took place|lay|lies|fell|occurred) between (?P<a>.+?) and (?P<b>.+)$", re.I)


def came_between(view: View, query: Query) -> Draft | None:
    """What happened between two events that a question names; None where it names no two, or they have no dates."""
    two = None if query.windows else _TWO.search(query.text)
    if two:
        return _inside_of(view, _two_of(view, f"{two['owner'] or ''}{two['what']}"))
    found = None if query.windows else _BETWEEN.match(query.text)
    if not found:
        return None
    bare = re.match(r"\W*(?:the|his|her|their|its)?\s*(?:first|second|third|last)\W*$", found["a"], re.I)
    rest = re.sub(r"\b(?:the|first|second|third|last|latest|next)\b", "", found["b"], flags=re.I)
    first_words = f"{found['a']} {rest}" if bare else found["a"]
    return _inside_of(view, [event for event in (dated(view, first_words), dated(view, found["b"])) if event and event.time])


def _two_of(view: View, words: str) -> list[Event]:
    """The two dated events that words such as "Xi's visits to Peru" mean; none where there are more or fewer."""
    from tieline.query.reading.read import read_question

    events = [hit.event for hit in select(view, read_question(view, words)) if hit.event.status in REAL and hit.event.time]
    return events if len(events) == 2 else []


def _inside_of(view: View, ends: Sequence[Event]) -> Draft | None:
    """What happened after one event and before another to those who take part in either."""
    if len(ends) < 2 or ends[0].id == ends[1].id:
        return None
    first, last = in_order(ends)
    sides = {p.actor for event in ends for p in event.participants}
    inside = [
        event
        for event in in_order(view.facts.events)
        if event.time and event.type not in ("statement", "other") and event.status in REAL and _inside(event, first, last)
        if not sides or sides & {p.actor for p in event.participants}
    ]
    if not inside:
        return None
    return from_events(inside, "series", reasons=(f"after {line(first)}, before {line(last)}",))


def _inside(event: Event, first: Event, last: Event) -> bool:
    time, start, end = event.time, first.time, last.time
    if not (time and start and end and time.earliest and time.latest and start.latest and end.earliest):
        return False
    return start.latest < time.earliest and time.latest < end.earliest
