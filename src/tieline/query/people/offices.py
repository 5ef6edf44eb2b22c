"""Who is known in an office nearest to a time at which the texts name nobody in it."""

import datetime as dt
from collections.abc import Iterator

from tieline.model.actor import Actor, Role
from tieline.model.answer import Item
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.draft import Draft, clip, from_passage, quoted
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.titles import holds
from tieline.query.sentences.search import search
from tieline.query.times.moment import DENIED
from tieline.query.view import Passage, View


def nearest_in_office(view: View, query: Query) -> Draft | None:
    """A refusal that names whom the texts attest in an office closest to the time asked about; None where there is nobody."""
    asked = query.windows[-1].time if query.windows else None
    owner = query.owner
    if asked is None or not query.title or owner is None or not (asked.earliest and asked.latest):
        return None
    known = sorted(_attested(view, query), key=lambda one: (_away(one[2], asked), one[0].name))
    if not known:
        return None
    actor, role, time = known[0]
    name = actor.name
    title = query.text[query.title_span.start : query.title_span.end] if query.title_span else query.title
    why = f"The texts name no {title} of {owner.text} for {in_words(asked)}; nearest: {name} ({in_words(time)})."
    item = Item.made(text=f"{name} ({in_words(time)})", time=time, citations=role.evidence[:2], fact=actor.id)
    return Draft("unanswered", clip(why), "actor", nearest=(item,), reasons=(f"{name} is attested as {role.title}: {in_words(time)}",))


def in_one_sentence(view: View, query: Query, clause: str) -> Draft | None:
    """The holder of an office whom a sentence names beside what a clause tells: "launched in 2010 by then premier Tove Ruhn".

    None where no sentence tells it, or names two.
    """
    if not query.title:
        return None
    owners = query.owner.ids if query.owner else ()
    asked = read_question(view, f"when {clause}")
    for found in search(view, asked, least=0.85)[:2] if asked.words else ():
        people = [view.actors[i] for i in found.passage.fact.actors if i in view.actors and view.actors[i].kind == "person"]
        holders = [one for one in people if _called(view, found.passage, one, query.title, owners)]
        if len(holders) == 1 and not DENIED.search(found.passage.text):
            name = holders[0].name
            return from_passage(found, "actor", text=f"{name}. {quoted(found.passage)}", value=name)
    return None


def _called(view: View, passage: Passage, actor: Actor, title: str, owners: tuple[str, ...]) -> bool:
    """Whether a sentence itself gives somebody an office, of one of its owners where it is known whose."""
    start, end = passage.fact.start, passage.fact.start + len(passage.text)
    for role in actor.roles:
        here = any(c.document == passage.document.id and start <= c.start < end for c in role.evidence)
        if here and (holds(view, role.title, role.of, title, owners) or (role.of is None and holds(view, role.title, None, title, ()))):
            return True
    return False


def _attested(view: View, query: Query) -> Iterator[tuple[Actor, Role, TimeValue]]:
    """Everybody who holds the office, with each time at which a text says so."""
    owners = query.owner.ids if query.owner else ()
    for actor in view.facts.actors:
        for role in actor.roles if actor.kind == "person" else ():
            if holds(view, role.title, role.of, query.title or "", owners):
                days = [role.time, *(view.documents[c.document].published for c in role.evidence)]
                yield from ((actor, role, day) for day in days[:1] if day and day.earliest and day.latest)


def _away(time: TimeValue, asked: TimeValue) -> int:
    """How many days lie between two times; 0 where they meet."""
    gaps = [_days(a, b) for a, b in ((time.earliest, asked.latest), (asked.earliest, time.latest))]
    return max(*gaps, 0)


def _days(one: dt.date | None, other: dt.date | None) -> int:
    return (one - other).days if one and other else 0
