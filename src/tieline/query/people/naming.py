"""How an answer calls people: with the role that a text gives them."""

import re

from tieline.late import regex
from tieline.model.actor import Actor, Role
from tieline.model.words import in_words
from tieline.query.draft import Draft, clip
from tieline.query.reading.query import Query
from tieline.query.view import View


def named_people(view: View, query: Query, holders: list[tuple[Actor, Role]]) -> Draft:
    """An answer that names some people with their offices."""
    people = {actor.id: (actor, role) for actor, role in holders}
    if people and _IS.match(query.text):
        people = dict(sorted(people.items(), key=lambda one: _last_attested(one[1][0]), reverse=True))
        if _TODAY.search(query.text):
            return _last(view, next(iter(people.values())))
    citations = tuple(c for _, role in people.values() for c in role.evidence[:2]) or tuple(
        c for a, _ in people.values() for c in a.evidence[:1]
    )
    lines = [f"{actor.name} ({_dates(view, role)})" if _dates(view, role) else actor.name for actor, role in people.values()]
    (first, role), *others = people.values()
    if others:
        return Draft(
            "answered",
            clip(f"{', '.join(lines)}."),
            "actor",
            first.name,
            citations=citations[:5],
            reasons=tuple(f"{line}: attested by the texts" for line in lines),
        )
    return Draft(
        "answered",
        clip(f"{first.name}. {role_words(view, first)}"),
        "actor",
        first.name,
        citations=citations[:3],
        reasons=(f"attested as {role.title} of {role.of}",),
        facts=(first.id,),
    )


_IS = regex(r"^\W*who(?:'s| is| are)\b", re.I)
_TODAY = regex(r"\b(?:today|now|nowadays|currently|current|at present|these days|right now)\b", re.I)


def _last_attested(actor: Actor) -> str:
    """The last day on which somebody is called by an office; an empty text where none is known."""
    return max((str(role.time.latest or "") for role in actor.roles if role.time), default="")


def _last(view: View, one: tuple[Actor, Role]) -> Draft:
    """That the texts do not reach up to today, with the last holder of an office whom they name."""
    actor, role = one
    role = max((r for r in actor.roles if r.time and r.title == role.title), key=lambda r: str(r.time and r.time.latest), default=role)
    when = f" ({_dates(view, role)})" if _dates(view, role) else ""
    text = clip(f"The texts do not reach up to today; the last whom they name is {actor.name}{when}.")
    return Draft("partly", text, "actor", actor.name, citations=role.evidence[:2], facts=(actor.id,))


def _dates(view: View, role: Role) -> str:
    return in_words(role.time) if role.time else ""


def role_words(view: View, actor: Actor) -> str:
    """What a text calls an actor: "Peruvian Ambassador to China Marco V. Balarezo"."""
    for role in actor.roles:
        for citation in role.evidence[:1]:
            when = f" ({in_words(role.time)})" if role.time else ""
            of = f" of {owner_of(view, role)}" if role.of else ""
            return f'The texts call this person {role.title}{of}{when}: "{clip(citation.quote, 120)}".'
    return ""


def owner_of(view: View, role: Role) -> str:
    """What a role is of, by name."""
    return view.actors[role.of].name if role.of in view.actors else str(role.of)
