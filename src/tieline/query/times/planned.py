"""What was planned against what came of it: whether a plan was kept, for which day a thing was first announced."""

import re

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.edtf import may_overlap
from tieline.model.event import Event
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.draft import Answering, Draft, capital, cite, clip, event_reasons, line
from tieline.query.events.pick.select import REAL, select
from tieline.query.reading.read import read_question
from tieline.query.reading.windows import find_windows, in_window
from tieline.query.reading.words import stems
from tieline.query.times.anchors import dated
from tieline.query.times.moment import AHEAD
from tieline.query.view import View

_PLAN = r"(?:plann|expect|schedul|aim|announc|hop|foreseen|foresaw|promis|intend|due|set|predict|forecast)\w*"
_KEPT = regex(
    r"^\W*(?:did|was|were|has|have|is|are)\b(?P<main>.+?),?\s+(?:on|by|in|at|within|before) the "
    rf"(?:date|day|period|time|month|year|quarter|deadline)s?\b(?P<rest>(?:(?!\bwhen\b).)*\b{_PLAN}\b.*)$",
    re.I,
)
_FIRST = regex(
    r"^(?P<main>\W*(?:when|(?:on |at )?(?:which|what) (?:date|day|month|year))\b.+?),?\s+and (?:for|by) (?:when|(?:which|what) "
    rf"(?:date|day|month|year|time)) (?:had|was|has|is) (?:it|this|that|they|the \w+)\b.*\b{_PLAN}\b",
    re.I,
)
_DUE = regex(
    r"^(?P<x>[^?;]+?)\s+(?:(?:was|were|is|are|had been|has been) )(?:(?:first|originally|initially|once) )?"
    rf"(?:{_PLAN} )?to (?P<verb>[^?;]+?)(?: (?:by|on|in|at|before|from|early|late) (?P<day>[^?;,]+))?"
    r"[;,.]\s*(?:and |but )?(?P<asked>[^?;]+)\??$",
    re.I,
)
_HOPED = regex(
    r"^[^?;]*?\b(?:expected|hoped for|wanted|foresaw|predicted)\s+(?P<x>the [^?;]+?|it) to (?P<verb>[^?;]+?)"
    r"(?: (?:by|on|in|at|before|from|early|late) (?P<day>[^?;,]+))?[;,.]\s*(?:and |but )?(?P<asked>[^?;]+)\??$",
    re.I,
)
_WHEN = regex(r"^when (?:did|was|were) (?:it|they|that|this)\b", re.I)
_HELD = regex(
    r"^did (?:it|they|that|this|the)\b.*\b(?:plan|date|schedule|deadline|survive|hold|happen|stand|so|come true)\b|^did (?:it|they)\W*$",
    re.I,
)
_AS_PLANNED = regex(rf",\s+as (?:[\w’'.-]+ ){{0,5}}{_PLAN}\W*$", re.I)
_GIVEN_UP = frozenset({"terminated", "lapsed", "suspended", "cancelled"})


@dataclass(frozen=True)
class Plan:
    """A day for which an event was planned, with who tells it and when that was published."""

    time: TimeValue
    published: TimeValue | None
    citation: Citation


_SUPPOSED = regex(
    r"^\W*(?:when|(?:for|on|in|by) (?:which|what) (?:day|date|month|year)) (?P<aux>was|were|had) (?P<who>.+?) "
    r"(?:(?:originally|first|initially|once) )?(?:been )?"
    r"(?:(?:supposed|meant|due|expected|scheduled|planned|set|to have) )?to (?P<verb>[a-z][^?]*?)"
    r"(?: (?:originally|at first|initially|in the first place))?\W*$",
    re.I,
)


def planned(view: View, text: str, answer: Answering) -> Draft | None:
    """The answer to a question that sets a plan against what happened, `answer` giving it where it is plain; None where it is none."""
    supposed = _SUPPOSED.match(text)
    if supposed:
        return _was_due(view, f"When did {supposed['who']} {supposed['verb']}?")
    first, due = _FIRST.match(text), _DUE.match(text) or _HOPED.match(text)
    if first:
        return _announced(view, first["main"])
    if due and _WHEN.match(due["asked"].strip()):
        return answer(view, f"When did {due['x']} {due['verb']}?")
    if due and _HELD.match(due["asked"].strip()):
        return _survived(view, f"{due['x']} {due['verb']}", due["day"])
    kept = _KEPT.match(text)
    return _kept(view, kept["main"], kept["rest"]) if kept else None


def _was_due(view: View, asked: str) -> Draft | None:
    """The day for which a thing was planned that was called off then or came at another time; None where no such plan is told."""
    events = [hit.event for hit in select(view, read_question(view, asked)) if not hit.missing and hit.event.time]
    plans = [event for event in events if event.status == "cancelled"]
    if len({event.time.edtf for event in plans if event.time}) != 1:
        return None
    plan, done = plans[0], [event for event in events if event.status in REAL]
    later = f" {capital(line(done[0]))}." if done else ""
    text = f"It was planned for {in_words(plan.time)}, but not kept: {plan.title}.{later}" if plan.time else plan.title
    value = plan.time.edtf if plan.time else None
    return Draft("answered", clip(text), "date", value, citations=cite([plan, *done[:1]]), reasons=event_reasons(plan), facts=(plan.id,))


def without_aim(text: str) -> str:
    """A question without what somebody aimed at behind its end: "before the end of 2011, as the parties aimed"."""
    return _AS_PLANNED.sub("?", text)


def _kept(view: View, main: str, rest: str) -> Draft | None:
    """Whether a thing happened at the time planned."""
    event = dated(view, main) or _named(view, main)
    if event is None or event.time is None or event.status not in REAL:
        return None
    plans = [plan for plan in plans_of(view, event) if not may_overlap(plan.time, event.time) or plan.published]
    windows = find_windows(rest)
    plans = [one for one in plans if all(in_window(one.published, window) or in_window(one.time, window) for window in windows)]
    if not plans:
        return None
    plan = plans[0]
    held = may_overlap(plan.time, event.time)
    text = f"{'Yes' if held else 'No'}. It was planned for {in_words(plan.time)}; {line(event)}."
    reasons = (f"planned: {plan.citation.quote!r} ({plan.citation.document})", *event_reasons(event))
    return Draft("answered", clip(text), "yesno", held, citations=(plan.citation, *cite([event])), reasons=reasons, facts=(event.id,))


def _announced(view: View, main: str) -> Draft | None:
    """When a thing happened, and the first day for which it was announced."""
    event = dated(view, re.sub(r"^\W*(?:when|(?:on |at )?(?:which|what) \w+)\s+(?:was|were|did|had|is|has)?\s*", "", main, flags=re.I))
    if event is None or event.time is None:
        return None
    plans = [plan for plan in plans_of(view, event) if not may_overlap(plan.time, event.time)]
    if not plans:
        return None
    text = f"{capital(in_words(event.time))}: {event.title}; first announced for {in_words(plans[0].time)}."
    citations = (*cite([event], 3), plans[0].citation)
    return Draft("answered", clip(text), "date", event.time.edtf, citations=citations, reasons=event_reasons(event), facts=(event.id,))


def _survived(view: View, words: str, day: str | None) -> Draft | None:
    """Whether a plan came true, or what ended it."""
    event = dated(view, words)
    if event and event.status in REAL:
        windows = find_windows(day or "")
        held = not windows or not event.time or may_overlap(event.time, windows[0].time)
        text = f"{'Yes' if held else 'No'}. {line(event)}."
        return Draft("answered", clip(text), "yesno", held, citations=cite([event]), reasons=event_reasons(event), facts=(event.id,))
    event = event or _planned_for(view, words, day or "")
    end = _end_of(view, event) if event else None
    if end is None or event is None:
        return None
    text = f"No. {line(end)}."
    return Draft("answered", clip(text), "yesno", False, citations=cite([end, event]), reasons=event_reasons(end), facts=(end.id, event.id))


def _named(view: View, words: str) -> Event | None:
    """The one dated event of the act in some words whose title or reports hold all names in them."""
    query = read_question(view, f"when {words}")
    names = [name.text for name in query.names]
    found = [
        event
        for event in view.facts.events
        if event.stage in query.stages
        and event.status in REAL
        and event.time
        and all(any(name in told for told in (event.title, *(c.quote for c in event.evidence))) for name in names)
    ]
    return found[0] if names and len(found) == 1 else None


def _planned_for(view: View, words: str, day: str) -> Event | None:
    """The event planned for a day that some words speak of."""
    known = set(stems(words))
    for window in find_windows(day):
        for event in view.facts.events:
            same = event.time is not None and event.time.latest == window.time.latest and event.status in ("planned", "expected")
            if same and known & set(stems(event.topic or event.title)):
                return event
    return None


def _end_of(view: View, plan: Event) -> Event | None:
    """What ended a thing that was planned: told after the plan, of the same countries, its project or agreement given up for good."""
    parties = {p.actor for p in plan.participants if view.actors[p.actor].kind == "country"}
    known = plan.published.latest if plan.published else None
    for event in reversed(view.facts.events):
        over = event.type in ("agreement", "project", "trade_deal") and event.stage in _GIVEN_UP and event.status == "occurred"
        same = len(parties) > 1 and parties <= {p.actor for p in event.participants}
        if over and same and event.time and event.time.earliest and known and event.time.earliest > known:
            return event
    return None


def plans_of(view: View, event: Event) -> list[Plan]:
    """The days for which an event was planned, those published first at the head."""
    found = [*_from_reports(view, event), *_from_events(view, event)]
    return sorted(found, key=lambda one: (str(one.published and one.published.earliest), str(one.time.earliest or one.time.latest)))


def _from_reports(view: View, event: Event) -> list[Plan]:
    """From the reports of the event itself that look ahead."""
    found = []
    for citation in event.evidence:
        passage = view.passage_at(citation)
        published = passage.document.published if passage else None
        if passage is None or not AHEAD.search(passage.text):
            continue
        near = [one for one in passage.times if one.time and citation.start <= one.start < citation.end]
        times = [one.time for one in near if one.time and one.time != event.time and _lies_ahead(one.time, published)]
        found += [Plan(time, published, citation) for time in times]
    return found


def _from_events(view: View, event: Event) -> list[Plan]:
    """From events that tell only the plan, or that it was given up."""
    found = []
    for other in view.by_type.get(event.type, ()):
        ahead = other.status in ("planned", "expected", "cancelled") and other.stage == event.stage
        if ahead and other.time and other.evidence and other.id != event.id and _one_thing(view, event, other):
            found.append(Plan(other.time, other.published, other.evidence[0]))
    return found


def _lies_ahead(time: TimeValue, published: TimeValue | None) -> bool:
    return bool(published and published.latest and (time.latest is None or time.latest >= published.latest))


def _one_thing(view: View, one: Event, other: Event) -> bool:
    """Whether two events are about the same agreement, or share the name of what is built or held."""
    if one.agreement or other.agreement:
        return one.agreement == other.agreement
    people = {word for event in (one, other) for p in event.participants for word in p.name.split()}
    names = [{word for word in _words(event) if word[:1].isupper()} - people for event in (one, other)]
    return bool(names[0] & names[1]) if names[0] and names[1] else one.topic == other.topic


def _words(event: Event) -> list[str]:
    quotes = " ".join(citation.quote for citation in event.evidence)
    return re.findall(r"[^\W\d_]{3,}", f"{event.title} {quotes}")
