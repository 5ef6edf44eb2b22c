"""Whoever stands beside a named person: the counterpart, the holder of the same office."""

import re

from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.people.naming import named_people
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View


def counterpart(view: View, query: Query) -> Draft | None:
    """The person who stands beside a named one in a sentence with "counterpart": "Silan and his Pelmaran counterpart Tove Ruhn"."""
    people = view.of_kind(query.ids, "person")
    word = stem("counterpart")
    found: dict[str, Passage] = {}
    for number in view.index.get(word, ()):
        passage = view.passages[number]
        if people and (people <= set(passage.fact.actors) or _goes_on(view, passage, people)):
            near = [i for i in passage.fact.actors if i in view.actors and view.actors[i].kind == "person" and i not in people]
            called = [
                i for i in near if re.search(rf"\bcounterparts?,? (?:[A-Z][\w.'’-]* )*?{re.escape(view.actors[i].name)}", passage.text)
            ]
            turned = [
                i
                for i in near
                if any(f" {word} " in f" {' '.join(stems(c.quote))} " for r in view.actors[next(iter(people))].roles for c in r.evidence)
            ]
            found.update(dict.fromkeys(called or (turned if len(near) == 1 else []), passage))
    lands = view.of_kind(query.ids, "country")
    labels = lands | {view.actors[i].name for i in lands}
    if labels and len(found) > 1:
        found = {i: p for i, p in found.items() if view.actors[i].country in labels or any(r.of in labels for r in view.actors[i].roles)}
    if len(found) != 1:
        return _same_office(view, query, people) if not found else None
    ((ident, passage),) = found.items()
    actor = view.actors[ident]
    return from_passage(Found(passage, 1.0, ()), "actor", text=f"{actor.name}. {quoted(passage)}", value=actor.name)


def _goes_on(view: View, passage: Passage, people: set[str]) -> bool:
    """Whether a sentence opens with "his" or "her" right behind one that names somebody: "His Pelmaran counterpart, Tove Ruhn, ..."."""
    before = view.passages[passage.number - 1] if passage.number else None
    opens = bool(passage.tokens) and passage.tokens[0].lower in ("his", "her")
    return opens and before is not None and before.document is passage.document and people <= set(before.fact.actors)


def _same_office(view: View, query: Query, people: set[str]) -> Draft | None:
    """The holder of the same office in the country that a question names, attested in the same texts: "Silan's Pelmaran counterpart"."""
    lands = view.of_kind(query.ids, "country")
    if len(people) != 1 or len(lands) != 1:
        return None
    own = view.actors[next(iter(people))].roles
    labels = lands | {view.actors[i].name for i in lands}
    texts = {c.document for role in own for c in role.evidence}
    holders = [
        (a, r)
        for a in view.facts.actors
        for r in a.roles
        if a.kind == "person" and a.id not in people and r.of in labels
        if any(r.title == one.title for one in own) and texts & {c.document for c in r.evidence}
    ]
    return named_people(view, query, holders[:1]) if len({a.id for a, _ in holders}) == 1 else None
