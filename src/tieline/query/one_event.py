"""Answers about one event that earlier answers of a conversation told: when and where it was, and which of several is meant."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.answer import Answer
from tieline.model.event import Event
from tieline.query.draft import capital, cite, clip, event_reasons, in_order
from tieline.query.events.pick.select import REAL
from tieline.query.reading.followups import bare_words, table
from tieline.query.reading.words import stem
from tieline.query.times.dating import date_phrase
from tieline.query.view import View

_NTH = ("first", "second", "third", "fourth", "fifth")
_ONE_OF = regex(
    r"(?P<word>when|where) (?:was|is|were|did)(?: they (?:meet|hold))? "
    r"the (?P<turn>first|second|third|fourth|fifth|last|latest|most recent)"
    r"(?: (?P<noun>one|time|[a-z]+))?(?: (?:held|take place|took place|happen|be))?"
    r"|the (?P<bare>first|second|third|fourth|fifth|last|latest|most recent)(?: (?:one|time))?"
    r"|(?:the|that) (?P<other>other)(?: (?:one|time))?",
    re.I,
)


def asks_of_event(view: View, question: str) -> str | None:
    """The word "when" or "where", where a question asks no more of what was just told."""
    words = bare_words(view, question)
    if words in table(view, "figure_time"):
        return "when"
    return "where" if words in ("where", "where was that", "where was it", "where is that", "in which city", "in which country") else None


def one_of_several(view: View, question: str) -> tuple[str | None, str] | None:
    """The question word, where there is one, and the turn of a question for one of several events: "where was the first?"."""
    found = _ONE_OF.fullmatch(bare_words(view, question))
    if found is None:
        return None
    noun = found["noun"]
    if noun and noun not in ("one", "time") and stem(noun) not in view.lexicon.kinds_of_events:
        return None
    return (found["word"].lower() if found["word"] else None), (found["turn"] or found["bare"] or found["other"]).lower()


def dated_events(view: View, answer: Answer) -> list[Event]:
    """The events that an answer rests on, in order of time."""
    events = [view.events[one] for one in answer.facts if one in view.events]
    if answer.kind in ("count", "list", "series") and len(events) < 2:
        facts = dict.fromkeys(item.fact for item in answer.items if item.fact)
        events = [view.events[one] for one in facts if one in view.events]
    return in_order(one for one in events if one.time)


def nth(events: Sequence[Event], turn: str, told: Sequence[str] = ()) -> Event | None:
    """The first, second or last of some events that took place, or the one other than those told; those to come where none did."""
    own = [one for one in events if one.status in REAL] or list(events)
    if turn == "other":
        others = [one for one in own if one.id not in told]
        return others[0] if len(others) == 1 and len(own) > 1 else None
    place = _NTH.index(turn) if turn in _NTH else -1
    return own[place] if place < len(own) else None


def told_of_event(question: str, word: str, event: Event, before: str) -> Answer | None:
    """When or where an event took place; None where the texts give neither a time nor a place."""
    host = next((one.name for one in event.participants if one.role == "host"), None)
    place = event.place or host
    if (event.time if word == "when" else place) is None:
        return None
    done = event.status in REAL
    told = capital(date_phrase(event.time)) if word == "when" and event.time else f"{place}"
    return Answer.made(
        question=question,
        status="answered" if done else "partly",
        answer=clip(f"{told}. {event.title}{'' if done else f' ({event.status})'}."),
        kind="date" if word == "when" else "place",
        value=event.time.edtf if word == "when" and event.time else place,
        reasons=(f'what "{before}" was answered by', *event_reasons(event)),
        citations=cite([event]),
        facts=(event.id,),
    )
