"""Questions inside questions: what happened after, before, during or between events that the question names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import AnswerStatus, Item
from tieline.model.event import Event
from tieline.model.span import Span
from tieline.query.amounts.told_counts import told_count
from tieline.query.draft import Draft, capital, cite, clip, event_item, event_reasons, from_events, in_order, line
from tieline.query.events.pick.select import REAL, entities, select
from tieline.query.events.pick.shortlist import shortlist
from tieline.query.reading.query import Query, Window
from tieline.query.reading.read import read_question
from tieline.query.reading.relative import Leaning, leaning, window_of
from tieline.query.reading.windows import in_window
from tieline.query.times.anchors import completed, countries, others, readings, with_names, with_readings
from tieline.query.times.several import count_of
from tieline.query.view import View

_MINOR = ("statement", "other")
_AGAIN = frozenset({"meeting", "summit", "visit"})  # what the same people do again and again
_ASKED_OF = frozenset({"when", "where", "yesno"})
_SIDE = regex(r"before|prior to|ahead of|after|following", re.I)
_AGREE = regex(r"\bagreed?\b", re.I)
_AGREED = frozenset({"agreement", "negotiation", "partnership", "trade_deal", "diplomatic_ties"})
_LISTING = frozenset({"timeline", "list", "what", "fragment", "about", "count", "how_many", "agreement"})
_AHEAD = regex(r"\b(?:planned|scheduled|expected|due|upcoming)\b", re.I)


def nested(view: View, text: str) -> Draft | None:
    """The answer to a question that gives its time by an event; None where it gives it otherwise, or asks for something else."""
    inside = _between(view, text)
    if inside:
        return inside
    parts = leaning(text)
    if parts is None:
        return None
    head = read_question(view, parts.head)
    if head.form == "when" and head.ordinal in ("next", "first", "last") and (head.types or head.stages):
        return _nth(view, head, parts)
    if head.form in _ASKED_OF and head.types and head.types <= _AGAIN and _SIDE.fullmatch(parts.cue):
        return _another(view, head, parts)
    if head.form == "who" and (head.types or head.stages) and not head.title:
        return _delegated(view, head, parts)
    if head.form not in _LISTING or not (_anything(view, head) or head.types or head.stages):
        return None
    anchor, rest, window = _anchor(view, parts)
    if anchor is None and head.form == "timeline" and _names_no_time(view, parts):
        return Draft("unanswered", clip(f"The texts do not date {parts.words.strip()}."), "series")
    if anchor is None or window is None:
        return None
    events = [e for e in _fitting(view, head, anchor, window) if e.id != anchor.id or window.bound == "in"]
    if not events and head.form in ("count", "how_many") and parts.cue == "during" and "signed" in head.stages:
        return None  # the day of the arrival is not all of the visit: the sentences may give the number
    draft = _told(view, head, parts, anchor, events)
    return with_readings(draft, [(anchor, others(rest, anchor))])


_BETWEEN = regex(r"^(?P<head>.{3,}?),?\s+(?:in )?between\s+(?P<words>[^?]+?)\W*$", re.I)
_AND = regex(r",?\s+and\s+", re.I)
_OWNER = regex(r"^\W*(?P<whose>[^\W\d_][\w.'’ -]{0,40}?['’]s?)\s+(?:first|second|third|fourth|last|latest|next)\b", re.I)


def _between(view: View, text: str) -> Draft | None:
    """What happened between two events, each named in words of its own."""
    found = _BETWEEN.match(text)
    head = read_question(view, found["head"]) if found else None
    if found is None or head is None or head.form not in _LISTING or not _anything(view, head):
        return None
    for joint in _AND.finditer(found["words"]):
        first, second = found["words"][: joint.start()], found["words"][joint.end() :]
        owner = _OWNER.match(first)
        second = f"{owner['whose']} {second}" if owner and not read_question(view, second).names else second
        one, two = (readings(view, words) for words in (completed(first, second), completed(second, first)))
        ends = in_order([one[0], next((e for e in two if e.id != one[0].id), one[0])]) if one and two else []
        times = [event.time for event in ends]
        if ends and ends[0].id != ends[1].id and all(t and t.earliest and t.latest for t in times):
            after, before = Window("after", times[0], Span(0, 0)), Window("before", times[1], Span(0, 0))  # type: ignore[arg-type]
            events = [e for e in _fitting(view, head, ends[0], after) if in_window(e.time, before)]
            if not events:
                told = clip(f"The texts report nothing between them. {line(ends[0])}; {line(ends[1])}.")
                return Draft("unanswered", told, "series", nearest=tuple(event_item(e) for e in ends))
            return from_events(events, "series", reasons=(f"after {line(ends[0])}, before {line(ends[1])}",))
    return None


def _names_no_time(view: View, parts: Leaning) -> bool:
    """Whether the words behind "after" or "before" are no date, which bounds events by itself."""
    return not read_question(view, f"when {parts.words}").windows


def _anchor(view: View, parts: Leaning) -> tuple[Event | None, Sequence[Event], Window | None]:
    """The event that a question leans on, all that its words can mean, and the time that it gives."""
    own = read_question(view, f"when {parts.words}")
    if own.windows and not (own.names or own.types or own.stages or own.terms):
        return None, (), None
    bare = own.names and not (own.types or own.stages or own.terms)
    words = with_names(view, parts.words, parts.head)  # "during his visit": his who is named before it
    found = readings(view, _spelt_out(view, parts) if bare else completed(words, parts.head))
    if not found:
        return None, (), None
    return found[0], found, window_of(parts.cue, found[0], Span(0, 0))


_ASKING = regex(
    r"^\W*(?:who|what|which|when|how many(?: times)?)\b|\b(?:did|was|were|is|are|the|has|have|next|first|last|previous|latest|again)\b",
    re.I,
)


def _spelt_out(view: View, parts: Leaning) -> str:
    """A bare name with what the question asks about: "who went there after Vael" leans on Vael's going there."""
    head = read_question(view, parts.head)
    if head.title and head.title_span:  # "a president" of the question is the one who is named here
        acts = " ".join(dict.fromkeys(head.text[act.span.start : act.span.end] for act in head.acts if act.types or act.stages))
        lands = " ".join(name.text for name in head.names if name.form != "title")
        return f"{parts.words} {acts} {lands}"
    return f"{parts.words} {' '.join(_ASKING.sub(' ', parts.head).split())}"


_DONE = regex(r"^\W*what\b.*\b(?:do|done|achieved?|accomplish(?:ed)?)\W*$", re.I)


def _anything(view: View, head: Query) -> bool:
    """Whether a question asks for whatever happened, and for no kind of event."""
    if _DONE.match(head.text):
        return True
    return not (head.types or head.stages) and all(
        term.stem in view.lexicon.whatever or term.stem.startswith("between ") for term in head.terms
    )


def _fitting(view: View, head: Query, anchor: Event, window: Window) -> list[Event]:
    """The events in a time that a question means, of the countries of the one it leans on where it names none."""
    if _anything(view, head):
        pool: Sequence[Event] = [e for e in _pool(view, head, anchor) if e.type not in _MINOR]
        pool = [e for e in pool if e.type in _AGREED] if _AGREE.search(head.text) else pool
    else:
        pool = [hit.event for hit in select(view, replace(head, ordinal=None, windows=()))]
    sides = countries(view, anchor) | {view.actors[p.actor].country or "" for p in anchor.participants if p.actor in view.actors}
    mine = [e for e in pool if head.names or not sides or sides & (_homes(view, e) | countries(view, e))]
    windows = (*head.windows, window)
    ahead = bool(_AHEAD.search(head.text))
    fitting = [e for e in mine if all(in_window(e.time, one) for one in windows) and e.status not in ("denied", "cancelled")]
    fitting = [e for e in in_order(fitting) if e.status in REAL or ahead or _anything(view, head)]
    return sorted(fitting, key=lambda e: (str(e.time and e.time.earliest), str(e.time and e.time.latest), e.id))


def _pool(view: View, head: Query, anchor: Event) -> list[Event]:
    """The events of those whom a question names, else of the countries of the event that it leans on, else all."""
    keys = shortlist(view).by_key
    named = [set().union(*(keys.get(i, ()) for i in name.ids)) for name in head.names]
    sides = countries(view, anchor) | {view.actors[p.actor].country or "" for p in anchor.participants if p.actor in view.actors}
    labels = {one for side in sides - {""} for one in (side, view.actors[side].name if side in view.actors else side)}
    found = set.intersection(*named) if named else set().union(*(keys.get(one, ()) for one in labels)) if labels else None
    return list(view.facts.events) if found is None else [view.events[i] for i in sorted(found)]


def _homes(view: View, event: Event) -> set[str]:
    return {view.actors[i].country or "" for i in entities(view, event) if i in view.actors} - {""}


def _told(view: View, head: Query, parts: Leaning, anchor: Event, events: Sequence[Event]) -> Draft:
    """Some events as a list, as a number, or the one of them next to the event that they are counted from."""
    reason = f"{parts.cue} {line(anchor)}"
    near: tuple[Item, ...] = (event_item(anchor),)
    if not events:
        return Draft("unanswered", clip(f"The texts report nothing {parts.cue} that. {line(anchor)}."), "series", nearest=near)
    if head.form in ("count", "how_many") and all(event.agreement for event in events):
        return replace(count_of(view, head, events), reasons=(reason,))
    if head.form in ("count", "how_many") and (counted := told_count(view, head, events)):
        return replace(counted, reasons=(reason, *counted.reasons))
    if head.form in ("count", "how_many"):
        told = "; ".join(line(e) for e in events)
        draft = from_events(events, "count", reasons=(reason,))
        return replace(draft, text=clip(f"{len(events)}. {told}."), unit="count")
    if parts.near or head.ordinal:
        last = head.ordinal == "last" or (parts.backward and head.ordinal != "first")
        event = events[-1] if last else events[0]
        text = clip(f"{capital(line(event))}.")
        value = event.time.edtf if event.time else None
        status: AnswerStatus = "answered" if event.status in REAL else "partly"
        return Draft(status, text, "order", value, citations=cite([event]), reasons=(reason, *event_reasons(event)), facts=(event.id,))
    return from_events(events, "series", reasons=(reason,))


def _nth(view: View, head: Query, parts: Leaning) -> Draft | None:
    """When somebody next did something after an event, or last before it."""
    from tieline.query.ways import answered

    anchor, rest, window = _anchor(view, parts)
    if anchor is None or window is None:
        return None
    turn = "first" if head.ordinal == "next" else head.ordinal
    draft = answered(view, replace(head, ordinal=turn, windows=(*head.windows, window)))
    reasons = (f"{parts.cue} {line(anchor)}", *draft.reasons)
    return with_readings(replace(draft, reasons=reasons), [(anchor, others(rest, anchor))]) if draft.status != "unanswered" else None


def _another(view: View, head: Query, parts: Leaning) -> Draft | None:
    """When or where somebody did before or after an event what that event is too: "When did they meet before the meeting in Lima?"."""
    anchor, _, window = _anchor(view, parts)
    if anchor is None or window is None or anchor.type not in head.types:
        return None
    people = view.of_kind(head.ids, "person")
    if not people or not set(people) <= {one.actor for one in anchor.participants}:
        return None
    if head.form in ("when", "where"):
        draft = _nth(view, replace(head, ordinal="last" if parts.backward else "first"), parts)
    else:
        draft = _delegated(view, head, parts)
    if draft is not None:
        return replace(draft, citations=tuple(dict.fromkeys((*draft.citations, *cite([anchor])))))
    told = clip(f"The texts tell of no other {parts.cue} that; nearest: {line(anchor)}.")
    return Draft("unanswered", told, "date", nearest=(event_item(anchor),))


def _delegated(view: View, head: Query, parts: Leaning) -> Draft | None:
    """Who did something in a time that an event gives."""
    from tieline.query.ways import answered

    anchor, rest, window = _anchor(view, parts)
    if anchor is None or window is None:
        return None
    draft = answered(view, replace(head, windows=(*head.windows, window)))
    if draft.status == "unanswered":
        return None
    reasons = (f"{parts.cue} {line(anchor)}", *draft.reasons)
    return with_readings(replace(draft, reasons=reasons), [(anchor, others(rest, anchor))])
