"""On whose side somebody of an office stands whose country a sentence does not name: on that of whom the other side meets."""

from collections import Counter
from collections.abc import Iterable

from tieline.query.reading.query import Name
from tieline.query.sentences.clause_subjects import agent_of, is_passive, subject_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.matching import Region, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

MINOR = 3  # how many times as often as any third country the two of a text must be named


def faces(view: View, passage: Passage, k: int, lands: set[str]) -> bool:
    """Whether somebody at a place of a sentence is one of those whom only the other of the two countries of its text meets."""
    row, two = parsed(view, passage), set(two_of(view, passage))
    other = two - lands
    if len(lands) != 1 or len(other) != 1 or not lands <= two or not _landless(view, row, k):
        return False
    for clause in row.clauses:
        if not verbs_of(row, clause) & view.lexicon.verb_kinds["meets"]:
            continue
        doing = agent_of(row, clause) if is_passive(row, clause) else subject_of(row, clause)
        done = subject_of(row, clause) if is_passive(row, clause) else region(row, range(clause.verb.end, clause.right))
        for own, facing in ((doing, done), (done, doing)):
            apart = k in own.places and k not in facing.places
            if apart and of_countries(view, _meant(view, passage, facing)) == other and not _others(view, own, lands):
                return True
    return False


_PRONOUNS = frozenset(("he", "she", "they", "him", "her", "them"))


def _meant(view: View, passage: Passage, facing: Region) -> set[str]:
    """Whom some words of a sentence mean: where they are a pronoun, the people of the sentence that it does not name."""
    if facing.ids or not any(unit.lower in _PRONOUNS for unit in facing.units):
        return set(facing.ids)
    return view.of_kind(passage.fact.actors, "person") - {i for ids in facing.row.ids.values() for i in ids}


def faced(view: View, passage: Passage, name: Name) -> bool:
    """Whether a sentence sets somebody of an office on the side of a country by whom the other country of its text meets."""
    if {view.actors[i].kind for i in name.ids if i in view.actors} != {"country"}:
        return False
    return any(faces(view, passage, k, set(name.ids)) for k in range(len(parsed(view, passage).units)))


def _others(view: View, own: Region, lands: set[str]) -> bool:
    return any(view.actors[i].kind == "country" and i not in lands for i in own.ids if i in view.actors)


def _landless(view: View, row: Parsed, k: int) -> bool:
    people = [view.actors[i] for i in row.ids.get(row.units[k].start, ()) if i in view.actors]
    return bool(people) and all(actor.country is None and not any(role.of for role in actor.roles) for actor in people)


def only_of(view: View, passage: Passage, lands: set[str]) -> bool:
    """Whether all houses and groups that a sentence names, whose country is known, are of the one asked about."""
    kinds = ("organization", "group")
    own = {i for i in passage.fact.actors if i in view.actors and view.actors[i].kind in kinds and view.actors[i].country}
    named = view.of_kind(passage.fact.actors, "country")
    return bool(own) and named <= lands and of_countries(view, own) == lands


def of_countries(view: View, ids: Iterable[str]) -> set[str]:
    """The countries among some actors, and those that they belong to where that is known."""
    found: set[str] = set()
    for ident in ids:
        actor = view.actors.get(ident)
        if actor is None:
            continue
        labels = [actor.country] if actor.country else [role.of for role in actor.roles if role.of]
        found |= {ident} if actor.kind == "country" else {i for label in labels for i in view.called.get(label or "", ()) or (label or "",)}
    return view.of_kind(found, "country")


def two_of(view: View, passage: Passage) -> tuple[str, ...]:
    """The two countries that a text is about, named far more often than any third; none where there are not two."""
    kept: dict[str, tuple[str, ...]] = view.__dict__.setdefault("_two_of", {})
    document = passage.document.id
    if document not in kept:
        told = Counter(i for one in view.by_document[document] for i in of_countries(view, one.fact.actors))
        ranked = sorted(told.items(), key=lambda one: (-one[1], one[0]))
        third = ranked[2][1] if len(ranked) > 2 else 0
        kept[document] = tuple(i for i, _ in ranked[:2]) if len(ranked) > 1 and ranked[1][1] >= MINOR * third else ()
    return kept[document]
