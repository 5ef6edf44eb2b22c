"""Where somebody goes from where they are: the next visit of the same journey."""

import datetime as dt
import re

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import Draft, capital, cite, clip, event_reasons, in_order, line
from tieline.query.events.pick.select import REAL
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.times.dating import date_phrase
from tieline.query.view import View

_GOES = r"(?:go|goes|going|gone|went|travel\w*|fl(?:y|ies|ew|own|ying)|head\w*|proceed\w*|continu\w*|mov(?:e[sd]?|ing)|visit\w*|stop\w*)"
_ONWARD = regex(
    rf"\b(?:{_GOES}|leav(?:e|es|ing)(?: for)?|left(?: for)?|depart\w*(?: for)?)\b[^?]*?"
    r"\b(?:next|then|on|onwards?|afterwards?|after(?: (?:that|this|it))?|from (?:there|here))\W*$"
    r"|\b(?:next|following) (?:stop|stopover|leg|destination|port of call|country|city|capital)\b"
    rf"|\b{_GOES}\b[^?]*?\b(?:after|from)\s+(?!when|while|the (?:talks|meeting|ceremony|signing|summit|visit)\b)[^?]+\W*$",
    re.I,
)
_STOP = regex(r"stop|stopover|leg|destination|port|call|country|city|capital|next|then|on|onwards?|head\w*|depart\w*|proceed\w*", re.I)
_JOURNEY = dt.timedelta(days=30)  # between two stops of one journey


def onward(view: View, query: Query) -> Draft | None:
    """The place that somebody visits next; None where the question asks no such thing, or no such visit is told."""
    guests = view.of_kind(query.ids, "person")
    if not _ONWARD.search(query.text) or len(guests) != 1:
        return None
    stays = [
        one for one in in_order(view.by_type.get("visit", ())) if _guest(one) in guests and one.status in (*REAL, "planned", "expected")
    ]
    here = _here(query, stays)
    following = [one for one in stays if here and _follows(here, one)]
    place = _place(following[0]) if following else None
    if place is None:
        return None
    event = following[0]
    text = clip(f"{place}. {line(event)}.")
    return Draft(
        "answered", text, "place", place, reasons=event_reasons(event), citations=cite([event]), facts=(event.id,), told=_asked(query)
    )


_LEAVES = regex(r"\b(?:leav(?:e|es|ing)|depart\w*|(?:fl(?:y|ies)|go(?:es)?|mov(?:e|es)|travels?) on)\b", re.I)


def leaving(view: View, query: Query) -> Draft | None:
    """The day on which somebody goes on to another place; None where the question asks no such thing, or no such day is told."""
    guests = view.of_kind(query.ids, "person")
    if not _LEAVES.search(query.text) or len(guests) != 1 or query.windows:
        return None
    stays = [
        one for one in in_order(view.by_type.get("visit", ())) if _guest(one) in guests and one.status in (*REAL, "planned", "expected")
    ]
    here = _here(query, stays)
    following = next((one for one in stays if here and _follows(here, one)), None)
    if following is None or following.time is None or following.time.grain != "day":
        return None
    text = clip(f"{capital(date_phrase(following.time))}. {following.title}.")
    told = tuple(term.stem for term in query.words if _LEAVES.search(term.text))
    cited, why = cite([following]), event_reasons(following)
    return Draft("answered", text, "date", following.time.edtf, reasons=why, citations=cited, facts=(following.id,), told=told)


def _asked(query: Query) -> tuple[str, ...]:
    """The words of a question that only ask where a journey goes on to: "the next stop"."""
    return tuple(term.stem for term in query.terms if _STOP.fullmatch(term.text))


def _guest(event: Event) -> str | None:
    return next((one.actor for one in event.participants if one.role == "guest"), None)


def _place(event: Event) -> str | None:
    return event.place or next((one.name for one in event.participants if one.role == "host"), None)


def _here(query: Query, stays: list[Event]) -> Event | None:
    """The visit from which somebody goes on: that to the place, or of the time, that a question names; else the last that took place."""
    told = [one for one in stays if one.status in REAL]
    if query.windows:
        told = [one for one in told if one.time and all(in_window(one.time, window) for window in query.windows)]
    hosts = [{part.actor for part in one.participants if part.role == "host"} for one in told]
    there = [one for one, ids in zip(told, hosts, strict=True) if ids & query.ids]
    return (there or told)[-1] if there or told else None


def _follows(here: Event, other: Event) -> bool:
    """Whether one visit comes right after another, to another place."""
    if (
        other.id == here.id
        or _place(other) == _place(here)
        or not (here.time and other.time and here.time.earliest and other.time.earliest)
    ):
        return False
    gap = other.time.earliest - here.time.earliest
    return dt.timedelta() < gap <= _JOURNEY
