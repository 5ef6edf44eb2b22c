"""Whether a visit that a question asks about is told of the very place it names: "before going to Orsenda" is no visit to Orsenda."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.span import Span
from tieline.query.draft import Draft
from tieline.query.events.pick.select import REAL
from tieline.query.reading.frame import frame_of
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.times.ahead import asks_ahead, asks_plan
from tieline.query.trust.journeys import PLACES, Place, goes_to, makes_journey, travellers
from tieline.query.view import Passage, View

_TO = frozenset(("to", "in", "into", "at"))
_UNKNOWN = regex(r"\b(?P<before>[a-z]+) (?:the )?(?P<place>[A-Z][\w'-]*(?: (?:de |del |of |la |el |al-)?[A-Z][\w'-]*){0,3})")
_NEAR = 2  # sentences before one that only says "there"


def unreached(view: View, query: Query, draft: Draft) -> bool:
    """Whether nothing that an answer on a visit rests on has those asked about go to the place asked about, or to the places given."""
    if "visit" not in query.types or asks_ahead(query) or asks_plan(query):
        return False
    if draft.kind == "yesno" and draft.value is True:
        place = _asked(view, query)
        return place is not None and (_not_gone_to(view, place, draft) or _led_elsewhere(view, place, draft))
    if draft.status == "partly" and draft.kind == "date":
        place = _asked(view, query)
        return place is not None and _only_elsewhere(view, place, draft)
    if draft.status != "answered" or not _asks_who_went(view, query):
        return False
    if draft.kind in ("date", "actor"):
        place = _asked(view, query)
        return place is not None and not _gone(view, query, place, draft) and _not_told_to(view, query, place, draft)
    return draft.kind == "place" and not all(_gone(view, query, place, draft) for place in _given(view, draft))


def _only_elsewhere(view: View, place: Place, draft: Draft) -> bool:
    """Whether a date is that of planned visits, all of which lead elsewhere."""
    visits = [view.events[i] for i in draft.facts if i in view.events and view.events[i].type == "visit"]
    led = [one for one in visits if any(p.role == "host" for p in one.participants)]
    return bool(led) and not any(_paid(view, place, replace(draft, facts=(one.id,))) or _from_there(view, place, one) for one in led)


def _not_gone_to(view: View, place: Place, draft: Draft) -> bool:
    """Whether no sentence of a Yes, nor an event without a sentence that names a place, has anybody go there."""
    told = view.passages_of(draft.citations)
    verdicts = [verdict for passage in told for verdict in goes_to(view, place, passage)]
    if any(verdicts):
        return False
    if False in verdicts or not told:
        return bool(told)
    return not _paid(view, place, draft) if verdicts else _elsewhere(view, place, draft)


def _asks_who_went(view: View, query: Query) -> bool:
    """Whether the verb of a question is one of going: not "when did the visit end", nor "who received her on her visit"."""
    frame = frame_of(view, query)
    return frame is not None and not frame.copular and not frame.passive and bool(set(frame.verbs) & view.lexicon.motion["verbs"])


def _gone(view: View, query: Query, place: Place, draft: Draft) -> bool:
    """Whether a visit that an answer rests on led to a place, or a sentence of it has the one asked about go there."""
    if _led_there(view, query, place, draft):
        return True
    told = view.passages_of(draft.citations)
    wanted = _wanted(view, query, draft)
    return any(any(goes_to(view, place, passage, wanted)) and not _by_others(view, query, draft, passage) for passage in told)


def _led_elsewhere(view: View, place: Place, draft: Draft) -> bool:
    """Whether the sentences of a Yes that rests on no visit to a place leave it out, and have somebody go to another."""
    told = view.passages_of(draft.citations)
    if not told or _paid(view, place, draft) or any(goes_to(view, place, passage) for passage in told):
        return False
    return _unnamed(view, place, told) or any(_goes_elsewhere(view, place, passage) for passage in told)


def _not_told_to(view: View, query: Query, place: Place, draft: Draft) -> bool:
    """Whether the sentences of a date or name have nobody go to a place that they or those before them name, or others than asked."""
    told = view.passages_of(draft.citations)
    if any(_names(view, place, passage) or _by_others(view, query, draft, passage) for passage in told):
        return True
    there = any(travellers(view, passage) or makes_journey(view, passage) for passage in told)
    return bool(told) and (not there or _unnamed(view, place, told) or any(_goes_elsewhere(view, place, passage) for passage in told))


def _unnamed(view: View, place: Place, told: Sequence[Passage]) -> bool:
    """Whether neither some sentences, nor those a little before them, nor the heads of their texts name a place."""
    first = {one.document.id: view.by_document[one.document.id][0] for one in told}
    near = [view.passages[n] for one in told for n in range(max(one.number - _NEAR, first[one.document.id].number), one.number + 1)]
    return not any(_names(view, place, passage) for passage in (*near, *first.values()))


def _names(view: View, place: Place, passage: Passage) -> bool:
    """Whether a sentence names a place, or one within it where it is a country."""
    lands = {view.actors[i].name for i in place.ids if i in view.actors}
    inside = any(i in place.ids or (i in view.actors and view.actors[i].country in lands) for i in passage.fact.actors)
    return inside or f" {' '.join(place.words)} " in passage.joined


def _wanted(view: View, query: Query, draft: Draft) -> set[str]:
    """The people who by a question, or by an answer to "who", went somewhere."""
    given = set(view.called.get(str(draft.value), ())) if draft.kind == "actor" else set()
    return view.of_kind(query.ids, "person") or given


def _by_others(view: View, query: Query, draft: Draft, passage: Passage) -> bool:
    """Whether people go somewhere in a sentence, and none of those of whom a question asks."""
    wanted = _wanted(view, query, draft)
    going = travellers(view, passage)
    return bool(wanted and going) and not going & wanted


def _goes_elsewhere(view: View, place: Place, passage: Passage) -> bool:
    """Whether a sentence has somebody go to another place than one."""
    names = [
        name for name in name_index(view).find(passage.tokens) if view.any_is(name.ids, *PLACES) and not set(name.ids) & set(place.ids)
    ]
    return any(any(goes_to(view, Place(name.ids, tuple(stems(name.text))), passage)) for name in names)


def _led_there(view: View, query: Query, place: Place, draft: Draft) -> bool:
    """Whether an event of an answer is a visit that was paid to a place by those of whom a question asks."""
    people = _wanted(view, query, draft)
    events = [view.events[i] for i in draft.facts if i in view.events and view.events[i].type == "visit"]
    events = [one for one in events if one.status in REAL and (not people or people & {p.actor for p in one.participants})]
    return any(_paid(view, place, replace(draft, facts=(one.id,))) or _from_there(view, place, one) for one in events)


def _from_there(view: View, place: Place, event: Event) -> bool:
    """Whether a visit led to the country of a town from which the text that tells it is dated."""
    towns = [view.actors[i] for i in place.ids if i in view.actors and view.actors[i].kind == "place"]
    hosts = {one.name for one in event.participants if one.role == "host"}
    reported = {view.documents[one.document].place for one in event.evidence if one.document in view.documents}
    other = any(view.any_is((one.actor,), "place") for one in event.participants if one.role in ("host", "place"))
    return not other and any(town.country in hosts and town.name in reported for town in towns)


def _given(view: View, draft: Draft) -> list[Place]:
    """The places in which an answer consists."""
    whole = draft.text.startswith(f"{draft.value}. ")  # "St. Petersburg"
    told = str(draft.value) if whole else draft.text.split(". ")[0].rstrip(".")
    names = re.split(r", | and ", re.sub(r" \([^()]*\)", "", told))
    return [Place(tuple(view.called.get(name, ())), tuple(stems(name))) for name in names]


def _paid(view: View, place: Place, draft: Draft) -> bool:
    """Whether an event of an answer is a visit to a place, or to one within it."""
    lands = {view.actors[i].name for i in place.ids if i in view.actors}
    events = [view.events[i] for i in draft.facts if i in view.events]
    hosts = {p.actor for event in events for p in event.participants if p.role == "host"}
    return any(i in place.ids or (i in view.actors and view.actors[i].country in lands) for i in hosts)


def _asked(view: View, query: Query) -> Place | None:
    """The place to which a question has somebody go; one of which no text knows what it is goes by its words."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return None
    for name in query.names:
        if not view.any_is(name.ids, *PLACES) or name.form == "demonym":
            continue
        before = query.text[: name.span.start].lower().removesuffix("the ").split()[-1:]
        if before and (before[0] in _TO or stem(before[0]) in frame.verbs):
            return Place(name.ids, tuple(stems(name.text)))
    taken = [*(name.span for name in query.names), *(window.span for window in query.windows)]
    for found in _UNKNOWN.finditer(query.text):
        word = found["before"]
        if (word == "to" or stem(word) in frame.verbs) and not any(span.touches(Span(*found.span("place"))) for span in taken):
            return Place((), tuple(stems(found["place"])))
    return None


def _elsewhere(view: View, place: Place, draft: Draft) -> bool:
    """Whether the events of an answer are visits to other towns than the one asked about, which their sentences do not name."""
    if view.any_is(place.ids, "country"):
        return False
    events = [view.events[i] for i in draft.facts if i in view.events]
    towns = [p.actor for event in events for p in event.participants if p.actor in view.actors and view.actors[p.actor].kind == "place"]
    return bool(towns) and not set(towns) & set(place.ids)
