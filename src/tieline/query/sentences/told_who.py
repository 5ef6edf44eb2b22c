"""Whom the clause names that tells what a question asks."""

import re
from collections.abc import Sequence, Set

from tieline.late import regex
from tieline.query.draft import Draft, capital, from_passage, in_a_row, quoted
from tieline.query.reading.frame import Frame
from tieline.query.reading.query import Name, Query
from tieline.query.sentences.clausal import Told
from tieline.query.sentences.clause_subjects import heads_of
from tieline.query.sentences.governed import PREPOSITIONS, led_by
from tieline.query.sentences.matching import Region, region
from tieline.query.sentences.sided import behalf, people_of
from tieline.query.sentences.told_text import told_text
from tieline.query.times.ahead import asks_ahead
from tieline.query.view import View


def who_did(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    """Who does what the clause tells, or whom it names in the place that is asked for."""
    known = query.ids
    side = side_of(query)
    modes = ("told", "ahead") if asks_ahead(query) else ("told",)
    for one in told:
        if one.mode not in modes or one.denied:
            continue
        beside = _beside(query, frame, one)
        if beside is None and frame.rest.head and frame.rest.head in heads_of(one.gap):
            continue  # the thing itself, and nobody who did it
        sided = None if side or beside else _of_lands(view, query, one.gap)
        if sided is not None:
            name: str | None = in_a_row(sided)
        else:
            gap = _object(view, one) if frame.asks == "object" and not frame.passive else beside or one.gap
            name = _on_behalf(view, side, one) if side else _named(view, gap, known) or _speaker(view, one)
        if name and (one.passage.fact.zone != "headline" or name in view.called):
            return from_passage(one.found, "actor", text=f"{name}. {quoted(one.passage)}", value=name)
    return None


_WITH = regex(r"^\W*with (?:whom|who)\b|^\W*whom?\b.*\bwith\W*$", re.I)


def _beside(query: Query, frame: Frame, told: Told) -> Region | None:
    """Those beside the one asked about as subjects of what he did with whom: "Orsenda and Pelmara reached a deal"."""
    if not _WITH.match(query.text) or not frame.subject.ids:
        return None
    row, clause = told.row, told.clause
    own = [k for k in clause.subject if not frame.subject.ids & set(row.ids.get(row.units[k].start, ()))]
    both = len(own) < len(clause.subject) and any(row.units[k].tag == "coordinator" for k in range(min(clause.subject), clause.verb.start))
    return region(row, own) if own and both else None


def _object(view: View, told: Told) -> Region:
    """The people and houses right behind a verb, where it has any: "dismissed Vael after talks with Rehn"; else all that is asked for."""
    row, end = told.row, told.clause.verb.end
    acting = [
        k for k in told.gap.places if k >= end and view.any_is(row.ids.get(row.units[k].start, ()), "person", "organization", "company")
    ]
    direct = [k for k in acting if not led_by(row, k, end)]
    if not direct or len(direct) == len(acting):
        return told.gap
    cut = next((k for k in range(direct[-1] + 1, told.clause.right) if row.units[k].lower in PREPOSITIONS), told.clause.right)
    return region(row, [k for k in told.gap.places if k < cut])


def _of_lands(view: View, query: Query, gap: Region) -> list[str] | None:
    """Those of the countries of a question, where a region tells people of several countries; None where it does not."""
    lands = view.of_kind(query.ids, "country")
    people = {k: view.actors[i].name for k in gap.places for i in gap.row.ids.get(gap.row.units[k].start, ()) if i in view.actors}
    people = {k: name for k, name in people.items() if any(view.actors[i].kind == "person" for i in view.called.get(name, ()))}
    return people_of(view, lands, gap, people) if people else None


_SELF = frozenset(("i", "i'm", "my"))


def _speaker(view: View, told: Told) -> str | None:
    """Who says "I" in a sentence of direct speech."""
    if not _SELF & {unit.lower for unit in told.gap.units}:
        return None
    events = [view.events[i] for i in told.passage.fact.events if i in view.events and view.events[i].type == "statement"]
    speakers = {p.actor for event in events for p in event.participants if p.role == "speaker" and p.actor in view.actors}
    people = speakers or view.of_kind(told.passage.fact.actors, "person")
    return view.actors[next(iter(people))].name if len(people) == 1 else None


_FOR = regex(r"\b(?:for|on behalf of)\s+(?:the )?$", re.I)


def side_of(query: Query) -> Name | None:
    """The country for which a question asks somebody: "for Orsenda", "on Orsenda's behalf"."""
    acting = (n for n in query.names if not _MODIFIES.match(query.text[n.span.end :]))  # not "for the Orsenda plan"
    return next((n for n in acting if _FOR.search(query.text[: n.span.start]) or query.text[n.span.end :].startswith("'s behalf")), None)


_MODIFIES = regex(r"\s+(?!(?:in|at|on|when|and|or|to|with|during|after|before|from|by|as|while|this|last|next|of)\b)[a-z]")


_TEAM = regex(r"(?:['’]s)? (?:\w+ )?(?:delegation|side|team|party|negotiators)\b", re.I)


def team_of(query: Query) -> Name | None:
    """The country of whose delegation a question asks somebody: "the Orsendan delegation", "Orsenda's team"."""
    return next((n for n in query.names if _TEAM.match(query.text[n.span.end :])), None)


def _on_behalf(view: View, side: Name, told: Told) -> str | None:
    """The one of several who acted for a country: by "for Orsenda" behind the name, else by office."""
    own = set(side.ids) | {view.actors[i].name for i in side.ids if i in view.actors}
    units = told.row.units
    people = {k: view.actors[i] for k, u in enumerate(units) for i in told.row.ids.get(u.start, ()) if i in view.actors}
    people = {k: actor for k, actor in people.items() if actor.kind == "person"}
    for k, unit in enumerate(units):
        if set(told.row.ids.get(unit.start, ())) & set(side.ids) and k > 1 and behalf(told.row, k):
            before = [at for at in people if at < k]
            if before:
                return people[max(before)].name
    fitting = {people[k].id: people[k] for k in told.gap.places if k in people}
    chosen = [a for a in fitting.values() if a.country in own or any(r.of in own for r in a.roles)]
    return chosen[0].name if len(chosen) == 1 else None


def _named(view: View, gap: Region, known: Set[str]) -> str | None:
    """Whom a region names: its people, else its houses and countries, else its words."""
    if [unit.lower for unit in gap.units if unit.text[0].isalnum()][:1] in (["i"], ["i'm"], ["we"], ["my"]):
        return None
    gap = _without_aside(gap)
    actors = [view.actors[i] for i in gap.row.named(gap.places) if i in view.actors and i not in known]
    for kinds in (("person",), ("organization", "company"), ("country",), ("place", "group")):
        names = list(dict.fromkeys(a.name for a in actors if a.kind in kinds))
        if kinds[0] == "organization" and names:
            names = _with_neighbours(view, gap, known, kinds)
        if names and not (kinds[0] in ("country", "place") and _own_words(view, gap)):
            return in_a_row(names)
    return None if _SELF & {unit.lower for unit in gap.units} else _own_words(view, gap)


def _without_aside(gap: Region) -> Region:
    """A region without what a relative clause tells of it: of "the king, who came with his wife, Queen Ada," only the king."""
    cut = next((n for n, unit in enumerate(gap.units) if n and unit.tag == "relative"), None)
    if cut is None:
        return gap
    end = cut - (gap.units[cut - 1].text == ",") if cut > 1 else cut
    return region(gap.row, gap.places[:end])


def _with_neighbours(view: View, gap: Region, known: Set[str], kinds: tuple[str, ...]) -> list[str]:
    """The houses of a region with whatever else "and" or a comma strings to them: "by the Port of Orsend and the Harbour Authority"."""
    units = [unit for unit in gap.units if unit.tag != "determiner"]
    found: dict[str, None] = {}
    for n, unit in enumerate(units):
        ids = [i for i in gap.row.ids.get(unit.start, ()) if i in view.actors and i not in known]
        beside = [one for at in (n - 1, n + 1) if 0 <= at < len(units) for one in (units[at],)]
        strung = any(one.tag == "coordinator" or one.text == "," for one in beside)
        found.update(
            {view.actors[i].name: None for i in ids if view.actors[i].kind in kinds or (strung and view.actors[i].kind == "place")}
        )
    return list(found)


def _own_words(view: View, gap: Region) -> str | None:
    """The words of a region, where they are more than a pronoun or a name."""
    units = [unit for unit in gap.units if unit.tag not in ("adverb", "time", "sign", "negator")]
    while units and units[0].tag in ("preposition", "coordinator"):
        units = units[1:]
    if not any(unit.tag in ("noun", "agreement") for unit in units) or units[0].tag == "pronoun" or units[0].lower in _OWNED:
        return None
    gap = _with_owner(gap)
    text = told_text(gap, units[0].start, max(units[-1].end, gap.units[-1].end))
    return capital(text) if len(text) < 80 and not GROUP.match(text) else None


def _with_owner(gap: Region) -> Region:
    """A region with the "of ..." behind it, without which its noun names nobody: "the thinking of top officials"."""
    units, at = gap.row.units, gap.places[-1] + 1
    if at >= len(units) or units[at].lower != "of":
        return gap
    end = next((k for k in range(at + 1, len(units)) if units[k].tag not in _OF_OWNER), len(units))
    return region(gap.row, (*gap.places, *range(at, end))) if end > at + 1 else gap


_OF_OWNER = frozenset(("noun", "determiner", "number", "actor", "agreement", "'s", "quantity"))
_OWNED = frozenset(("his", "her", "its", "their", "our", "this", "that", "these", "those"))
GROUP = regex(
    r"(?:the|these|both)? ?(?:two |both |three )?(?:sides|neighbou?rs|countries|parties|nations|governments|states|leaders)$", re.I
)
