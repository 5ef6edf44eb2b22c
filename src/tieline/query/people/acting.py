"""Who did something, by the events."""

import re

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.model.event import Event
from tieline.query.draft import Draft, cite, clip, event_reasons, in_a_row, line, nothing
from tieline.query.events.pick.select import REAL, best, select
from tieline.query.people.asking import ANY, SAID, WHICH_TITLE
from tieline.query.reading.query import Name, Query
from tieline.query.reading.titles import holds
from tieline.query.reading.words import stems
from tieline.query.sentences.sided import acts_for
from tieline.query.sentences.told_who import side_of
from tieline.query.view import View

_AHEAD = regex(r"\b(?:will|would|going to|(?:is|are|was|were) to|due|expected|planned|scheduled|set to|supposed)\b", re.I)


def who_in_events(view: View, query: Query, asked: list[Name]) -> Draft | None:
    """Who did what the question tells, by the events that fit it whole."""
    events = _going_there(view, query, [hit.event for hit in best(select(view, query)) if not hit.missing])
    if not events or not (query.types or query.stages) or SAID.search(query.text):
        return None
    found, used = _doers(view, query, asked, events)
    if not found:
        return _by_states(view, query, events)
    found = _told_by_name(view, used, found)
    if query.stages & _PUT_TO:
        from tieline.query.people.signers import without_onlookers

        found = without_onlookers(view, query, used, found)
        if not found:
            return _by_states(view, query, used)
    names = list(_on_behalf(view, query, used, found).values())
    return _naming(view, query, names, used) if names else None


def _doers(view: View, query: Query, asked: list[Name], events: list[Event]) -> tuple[dict[str, str], list[Event]]:
    """Those who take part in events as the question asks, with their names, and the events in which they do; persons before bodies."""
    known = {i for name in query.names if name not in asked for i in name.ids}
    if any(act.rule == "act.built" for act in query.acts):
        events = [event for event in events if event.stage != "inaugurated"]  # who opens a plant has not built it
    wanted = {i for name in asked for i in name.ids}
    titled = query.title if query.title and query.title not in ANY and WHICH_TITLE.match(query.text) else None
    found: dict[str, str] = {}
    used = []
    for event, one in [(each, one) for each in events for one in each.participants]:
        actor = view.actors.get(one.actor)
        if one.actor in known or not actor or actor.kind not in ("person", "organization", "group", "company"):
            continue
        if asked and one.actor not in wanted:
            continue
        if titled and not any(holds(view, role.title, role.of, titled, ()) for role in actor.roles):
            continue
        if _received(query, event, one.role) or (one.role == "witness" and not _PRESENT.search(query.text)):
            continue
        if actor.kind == "person" or not any(view.actors[p.actor].kind == "person" for p in event.participants if p.actor in view.actors):
            found[one.actor] = actor.name
            used.append(event)
    return found, used


def _naming(view: View, query: Query, names: list[str], used: list[Event]) -> Draft:
    """The answer that names some people, or tells that what they are asked for was not done."""
    undone = all(event.status not in REAL for event in used) and not _AHEAD.search(query.text)
    if undone and all(event.status in ("denied", "cancelled") for event in used):
        return nothing(view, query, "actor", f"No text reports that; {line(used[0])}.")
    planned = f"No text reports it as done; it was only planned or expected: {used[0].title}."
    return Draft(
        "partly" if undone else "answered",
        clip(planned if undone else f"{in_a_row(names)}. {used[0].title}."),
        "actor",
        names[0],
        citations=cite(used),
        reasons=event_reasons(used[0]),
        facts=tuple(dict.fromkeys(e.id for e in used)),
    )


def _going_there(view: View, query: Query, events: list[Event]) -> list[Event]:
    """Of the visits that fit a question those to the place that it names behind "to", where any are: "whose first trip was to Pelmara"."""
    places = [set(name.ids) for name in query.names if _TO.search(query.text[: name.span.start]) and not view.any_is(name.ids, "person")]
    there = [event for event in events if all(ids & {p.actor for p in event.participants if p.role == "host"} for ids in places)]
    return there if places and there and "visit" in query.types else events


_TO = regex(r"\bto (?:the )?$", re.I)


def _told_by_name(view: View, events: list[Event], found: dict[str, str]) -> dict[str, str]:
    """Those of some people whom the sentences of an event name, where they name any: not who holds the same office now."""
    kept: set[str] = set()
    for event in events:
        told = " ".join(passage.text for passage in view.passages_of(event.evidence))
        present = [i for p in event.participants if (i := p.actor) in view.actors and view.actors[i].kind == "person"]
        named = {i for i in present if _is_named(view.actors[i], told)}
        kept |= named or set(present)
    people = {i: name for i, name in found.items() if view.actors[i].kind == "person"}
    return {i: name for i, name in people.items() if i in kept} if people else found


def _is_named(actor: Actor, told: str) -> bool:
    """Whether a text holds any of the names by which the texts call somebody: "Xi" as well as "Xi Jinping"."""
    return any(re.search(rf"\b{re.escape(name)}\b", told) for name in (actor.name, *actor.aliases, actor.name.split()[-1]))


def of_title(view: View, query: Query, draft: Draft) -> bool:
    """Whether somebody who answers "which minister" holds that title, and whoever answers "who is the president" is no vice president."""
    if not query.title or not isinstance(draft.value, str) or query.title in ANY:
        return True
    people = [view.actors[i] for i in view.called.get(draft.value, ()) if view.actors[i].kind == "person"]
    if not WHICH_TITLE.match(query.text):
        people = [one for one in people if any(" ".join(stems(role.title)).endswith(f" {query.title}") for role in one.roles)]
    return all(any(holds(view, role.title, role.of, query.title, ()) for role in actor.roles) for actor in people)


_PUT_TO = frozenset(("signed", "initialled"))
_MET = regex(r"\b(?:host\w*|receiv\w+|welcom\w+|met|meet\w*|greet\w*|with|accompan\w+|see|saw)\b", re.I)


def _received(query: Query, event: Event, role: str) -> bool:
    """Whether somebody was only met on a visit, where the question asks who paid it."""
    if event.type != "visit" or role in ("guest", "visitor", "agent") or _MET.search(query.text):
        return False
    return any(one.role in ("guest", "visitor") for one in event.participants)


_PRESENT = regex(r"\b(?:present|presence|attend\w*|witness\w*|watch\w*|was at|were at|there)\b", re.I)


def _on_behalf(view: View, query: Query, events: list[Event], found: dict[str, str]) -> dict[str, str]:
    """Those of some people who belong to the country for which the question asks them ("who signed for Orsenda")."""
    side = side_of(query)
    if side is None:
        return found
    own = set(side.ids) | {view.actors[i].name for i in side.ids if i in view.actors}
    texts = {c.document for event in events for c in event.evidence}
    acting = {i: acts_for(view, i, texts) for i in found if view.actors[i].kind == "person"}
    found = {i: name for i, name in found.items() if not acting.get(i) or acting[i] & own}
    told = {i: name for i, name in found.items() if acting.get(i)}
    return told or {
        i: name for i, name in found.items() if view.actors[i].country in own or any(role.of in own for role in view.actors[i].roles)
    }


_SIGNS = regex(r"^\W*who(?: all)? (?:has |have |had )?(?:signed|initialled|concluded|sealed|inked|agreed)\b", re.I)


def _by_states(view: View, query: Query, events: list[Event]) -> Draft | None:
    """The states that signed something, where no text names anybody who did it for them."""
    done = [event for event in events if event.status in REAL and event.stage in ("signed", "initialled", "concluded")]
    if not done or query.title or query.windows or not _SIGNS.match(query.text):
        return None
    from tieline.query.sentences.told_in import told_in_clause

    if side_of(query) or told_in_clause(view, query):
        return None  # a sentence may tell who did
    lands = [p.name for p in done[0].participants if p.actor in view.actors and view.actors[p.actor].kind == "country"]
    return nothing(view, query, "actor", "The texts name nobody who did it for the states.") if len(lands) > 1 else None
