"""How an answer calls people: with the role that a text gives them."""

from tieline.model.actor import Actor, Role
from tieline.model.words import in_words
from tieline.query.draft import Draft, clip
from tieline.query.reading.query import Query
from tieline.query.view import View


def named_people(view: View, query: Query, holders: list[tuple[Actor, Role]]) -> Draft:
    """An answer that names some people with their offices."""
    people = {actor.id: (actor, role) for actor, role in holders}
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
