"""What the events that fit a question are about, where that can be one thing or another: each reading in words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tieline.model.agreement import Agreement
from tieline.model.event import Event
from tieline.model.time import TimeValue
from tieline.query.draft import LONGEST, Draft, capital, clip, event_item
from tieline.query.reading.query import Query
from tieline.query.view import View

MOST = 3  # readings that an answer gives; with more of them it asks back
_STAGED = frozenset(("agreement", "negotiation", "trade_deal", "diplomatic_ties", "partnership", "project"))


def subject(view: View, event: Event) -> str:
    """What an event is about, as one reads it: an agreement, the ties of two countries, a project."""
    agreement = view.agreements.get(event.agreement or "")
    if agreement:
        return f"the {agreement.name}"
    sides = sorted(
        view.actors[p.actor].name for p in event.participants if p.actor in view.actors and view.actors[p.actor].kind == "country"
    )
    between = f" of {' and '.join(dict.fromkeys(sides))}" if sides else ""
    if event.type in ("diplomatic_ties", "partnership"):
        return f"the {'ties' if event.type == 'diplomatic_ties' else event.level or 'partnership'}{between}"
    if event.type == "project":
        return event.topic or event.title
    return f"the {event.type.replace('_', ' ')}{between}"


def either(
    view: View, query: Query, times: Sequence[tuple[TimeValue, Event]], base: Draft, phrase: Callable[[TimeValue], str]
) -> Draft | None:
    """The dates of several things of which a question can mean each; None where all dates are of one thing."""
    if any(event.type not in _STAGED for _, event in times):
        return None
    found: dict[str, tuple[TimeValue, Event]] = {}
    for time, event in times:
        found.setdefault(subject(view, event), (time, event))
    if len(found) < 2 or len(found) < len(times):
        return None
    items = tuple(event_item(event) for _, event in times)
    if len(found) > MOST:
        text = f"That can mean {len(found)} things: {', '.join(found)}. Name one of them."
        return Draft("unanswered", clip(text), "date", nearest=items[:4])
    told = "; ".join(f"{phrase(time)}, if {what} is meant" for what, (time, _) in found.items())
    first = next(iter(found))
    reasons = (f"{len(found)} readings: {'; '.join(found)}; the value is that of {first}", *base.reasons)
    text, value = clip(f"{capital(told)}."), found[first][0].edtf
    return replace(base, status="partly", text=text, value=value, items=items, reasons=reasons, lacks="meaning")


def beside(view: View, query: Query, event: Event, drafted: Draft) -> Draft:
    """The date of the one agreement that a question seems to mean, with others of the same countries that it can mean as well."""
    rest = _unmarked(view, query, event)
    if not rest:
        return drafted
    names = " or ".join(f"the {one.name}" for one in rest[:2])
    tail = f" (Read as: {subject(view, event)}. For {names} the texts give no date.)"
    reason = f"read as {subject(view, event)}; it could also mean {names}"
    status = "partly" if drafted.status == "answered" else drafted.status
    return replace(drafted, text=f"{clip(drafted.text, LONGEST - len(tail))}{tail}", status=status, reasons=(reason, *drafted.reasons))


def _unmarked(view: View, query: Query, event: Event) -> list[Agreement]:
    """The other agreements of the parties of an event, where the question calls its agreement no more than an agreement."""
    own = view.agreements.get(event.agreement or "")
    plain = bool(query.terms) and all(term.text.lower() in view.lexicon.plain_agreements for term in query.terms)
    marked = query.windows or query.ordinal or any(act.agreement for act in query.acts)
    if own is None or not plain or marked or event.type not in ("agreement", "trade_deal"):
        return []
    rest = [a for a in view.facts.agreements if a.id != own.id and set(a.parties) == set(own.parties)]
    return [a for a in rest if not (query.stages & {s.stage for s in a.stages if s.time})]
