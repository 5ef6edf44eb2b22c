"""Who put his name to something: nobody who only looked on, or was there for another reason."""

from collections.abc import Iterator, Sequence

from tieline.extract.syntax.clause import Clause
from tieline.model.event import Event
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Query
from tieline.query.sentences.clause_subjects import agent_of, subject_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.matching import Region, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

_SIGNS = ("sign", "initial", "ink", "seal")
_TWO = frozenset(("they", "both", "two", "sides", "leaders", "ministers", "presidents", "counterparts", "men", "pair", "duo", "he", "she"))


def without_onlookers(view: View, query: Query, events: Sequence[Event], found: dict[str, str]) -> dict[str, str]:
    """Those of some people who sign in a sentence on the events, or whom no sentence gives another part."""
    known = [passage for event in events for passage in view.passages_of(event.evidence)]
    if not any(name.split()[-1] in passage.text for name in found.values() for passage in known):
        return found  # told by a sentence beside those of the event
    passages = _on_it(view, query, known)
    told = [parsed(view, passage) for passage in passages]
    there = {i for passage in passages for i in passage.fact.actors}
    found = {i: name for i, name in found.items() if i in there or view.actors[i].kind != "person"}
    doing = [own for row in told for own in _signing(row)]
    onlookers = {i for row in told for i in _looking_on(view, row)}
    named = {i for own in doing for i in own.ids if i in view.actors and view.actors[i].kind in ("person", "organization", "company")}
    if named & set(found):
        return {i: name for i, name in found.items() if i in named}
    vague = any(_TWO & {unit.lower for unit in own.units} for own in doing)
    if doing and not vague and any(own.ids for own in doing):
        return {i: name for i, name in found.items() if view.actors[i].kind != "person"}  # states or houses do it
    return {i: name for i, name in found.items() if i not in onlookers}


def _on_it(view: View, query: Query, passages: Sequence[Passage]) -> list[Passage]:
    """Those of some sentences that tell most of what a question says was signed, or leave it out: one event may hold several texts."""
    words = [term.stem for term in query.words if not any(act.span.contains(term.span) for act in query.acts)]
    shares = [sum(tells(view, word, passage.joined) > 0 for word in words) for passage in passages]
    return [one for one, share in zip(passages, shares, strict=True) if share == max(shares) or not _says_what(parsed(view, one))]


def _says_what(row: Parsed) -> bool:
    """Whether a sentence tells what was signed."""
    for clause in row.clauses:
        if verbs_of(row, clause) & set(_SIGNS):
            behind = row.units[clause.verb.end].tag if clause.verb.end < clause.right else "sign"
            if clause.verb.passive or behind not in ("preposition", "subordinator", "time", "sign", "adverb"):
                return True
    return False


def _signing(row: Parsed) -> Iterator[Region]:
    """Who signs, in each clause that says so."""
    for clause in row.clauses:
        if verbs_of(row, clause) & set(_SIGNS):
            own = _behind_by(row, clause) if clause.verb.passive else subject_of(row, clause)
            if own.places:
                yield own


def _behind_by(row: Parsed, clause: Clause) -> Region:
    """Who signs behind "by", with those strung to him: "by Tam Brek for Orsenda and Tove Ruhn for Pelmara in the presence of ..."."""
    units, agent = row.units, agent_of(row, clause)
    if not agent.places:
        return agent
    stop = next((k for k in range(agent.places[0], clause.right) if units[k].lower in _BESIDE), clause.right)
    return region(row, range(agent.places[0], stop))


_BESIDE = frozenset(("presence", "front", "eyes", "during", "at", "after", "before", "while", "as"))


def _looking_on(view: View, row: Parsed) -> Iterator[str]:
    """Those who in a sentence see, oversee or attend what is done."""
    for clause in row.clauses:
        if verbs_of(row, clause) & view.lexicon.motion["onlookers"]:
            yield from subject_of(row, clause).ids
