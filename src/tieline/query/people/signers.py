"""Who put his name to something: nobody who only looked on, or was there for another reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import phrase_start
from tieline.late import regex
from tieline.model.event import Event
from tieline.model.token import tokenize
from tieline.query.draft import Draft, clip, in_a_row, quoted
from tieline.query.events.pick.select import REAL, best, select
from tieline.query.evidence.senses import tells
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import agent_of, subject_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.matching import Region, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.told_who import side_of
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


NEAR = 5  # sentences behind the one that tells of a signing, in which those who sign are named
_OWN_NAME = regex(r"\b(?:put|set|affixed|added) (?:their|his|her) (?:names?|signatures?|pens?) (?:to|on)\b", re.I)
_FOR_LAND = regex(r"\s+(?:for|on behalf of)\b", re.I)


def with_signers(view: View, query: Query, draft: Draft) -> Draft:
    """An answer with the people who put their names to what was signed, where a sentence right behind it tells them and it does not."""
    side = side_of(query)
    if side is None and _FOR_ONE.search(query.text):
        return draft
    if draft.kind != "actor" or query.title or not _WHO_SIGNED.match(query.text) or (side and draft.status != "unanswered"):
        return draft
    events = [view.events[one] for one in draft.facts if one in view.events] or _signings(view, query)
    known = _known(view, draft)
    told = view.passages_of([citation for event in events for citation in event.evidence])
    for passage in _behind(view, told):
        people = _put_to_it(view, query, passage, own=passage in told)
        people = [one for one in people if side is None or _is_of_land(view, one, side.ids)]
        if len(people) > len(known) and known <= set(people):
            names = in_a_row([view.actors[one].name for one in people])
            return replace(
                draft,
                status="answered",
                text=clip(f"{names}. {quoted(passage)}"),
                value=view.actors[people[0]].name,
                citations=tuple(dict.fromkeys((passage.citation, *draft.citations))),
                facts=tuple(one.id for one in events),
                nearest=(),
                lacks=None,
            )
    return draft


_FOR_ONE = regex(r"\b(?:for|on behalf of) (?:the )?(?-i:[A-Z])\w+\W*$", re.I)
_WHO_SIGNED = regex(r"\W*(?:by whom|who(?: all)?)\b[^?]*\b(?:sign\w*|initial\w*|inked)\b", re.I)


def _is_of_land(view: View, ident: str, lands: Sequence[str]) -> bool:
    """Whether the texts give somebody an office of one of some countries."""
    own = set(lands) | {view.actors[i].name for i in lands if i in view.actors}
    actor = view.actors[ident]
    return actor.country in own or any(role.of in own for role in actor.roles)


def _known(view: View, draft: Draft) -> set[str]:
    """The people whom an answer names in its first sentence."""
    told = draft.text.partition('"')[0] if draft.status != "unanswered" else ""
    names = name_index(view).find(tokenize(told))
    return {i for name in names for i in name.ids[:1] if view.any_is((i,), "person")}


def _signings(view: View, query: Query) -> list[Event]:
    """The signings that a question can mean, where they took place."""
    hits = [hit.event for hit in best(select(view, query)) if not hit.missing]
    return [event for event in hits if event.status in REAL and event.stage in ("signed", "initialled")]


def _behind(view: View, told: Sequence[Passage]) -> list[Passage]:
    """Some sentences, and those right behind each."""
    numbers = dict.fromkeys(n for one in told for n in range(one.number, min(one.number + NEAR + 1, len(view.passages))))
    documents = {one.document.id for one in told}
    return [view.passages[n] for n in numbers if view.passages[n].document.id in documents]


def _put_to_it(view: View, query: Query, passage: Passage, *, own: bool) -> list[str]:
    """The people who in a sentence put their names to what a question names, or to no thing that the sentence names.

    `own`: the sentence is one that tells of the signing, and not one behind it, in which "an accord" is another.
    """
    if not _SIGNING.search(passage.text):
        return []
    row = parsed(view, passage)
    found: list[str] = []
    for clause in row.clauses:
        by_name = _OWN_NAME.search(passage.text) is not None and "put" in verbs_of(row, clause)
        if not (by_name or verbs_of(row, clause) & set(_SIGNS)) or mode_of(row, clause) != ("told", False):
            continue
        doing = _by_them(row, clause) if clause.verb.passive else subject_of(row, clause)
        people = [i for i in row.named(doing.places) if view.any_is((i,), "person")]
        if people and _is_of(view, query, row, clause, own=own):
            found += [*people, *_for_lands(view, row, clause, passage), *_with_whom(view, row, clause)]
    return list(dict.fromkeys(found))


_SIGNING = regex(r"\b(?:sign|initial|ink|seal|names? (?:to|on)\b)", re.I)


def _by_them(row: Parsed, clause: Clause) -> Region:
    """Who signs behind "by", which is not that of "during a visit by the envoy"."""
    by = next((k for k in range(clause.verb.end, clause.right) if row.units[k].lower == "by"), None)
    held = by is not None and by > clause.verb.end and row.units[by - 1].tag == "noun"
    return region(row, ()) if by is None or held else _behind_by(row, clause)


def _for_lands(view: View, row: Parsed, clause: Clause, passage: Passage) -> list[str]:
    """The people behind a verb who signed for their lands: "Tam Brek signed for Orsenda and Tove Ruhn for Pelmara"."""
    found = []
    for k in range(clause.verb.end, clause.right):
        unit = row.units[k]
        ids = [i for i in row.ids.get(unit.start, ()) if view.any_is((i,), "person")]
        if ids and _FOR_LAND.match(passage.text, unit.end - passage.fact.start):
            found.append(ids[0])
    return found


def _with_whom(view: View, row: Parsed, clause: Clause) -> list[str]:
    """The person with whom somebody signs, right behind what is signed: "Tam Brek signed the pact with Tove Ruhn"."""
    for n, phrase in enumerate(clause.after):
        if phrase.preposition == "with":
            held = n > 0 and clause.after[n - 1].preposition is not None  # "after talks with"
            ends = (k for k in range(phrase.head + 1, clause.right) if row.units[k].tag not in ("actor", "noun", "'s"))
            ids = row.named(range(phrase.head, next(ends, clause.right)))
            return [] if held else [i for i in ids if view.any_is((i,), "person")][:1]
    return []


def _is_of(view: View, query: Query, row: Parsed, clause: Clause, *, own: bool) -> bool:
    """Whether what is signed in a clause is what a question names: by its noun, by "it" or "the document", or left out."""
    heads = clause.subject if clause.verb.passive else [one.head for one in clause.after if one.preposition in (None, "to", "on")]
    things = [k for k in heads if row.units[k].tag in ("noun", "agreement") and row.units[k].lower not in _NAMES]
    if not things:
        return True
    told = {word for k in things for word in stems(row.units[k].text)}
    if not (own or _definite(row, things[0])):
        return False
    return bool(told & _PAPERS) or any(tells(view, term.stem, f" {one} ") > 0 for term in query.words for one in told)


def _definite(row: Parsed, k: int) -> bool:
    """Whether a noun is one told before: "the document", "both texts"."""
    opening = row.units[phrase_start(row.units, k)].lower.split()[0]
    return opening in ("the", "this", "that", "these", "those", "both", "its", "their")


_NAMES = frozenset(("name", "names", "signature", "signatures", "pen", "pens", "behalf", "side", "part"))
_PAPERS = frozenset(stem(word) for word in ("document", "documents", "text", "paper", "papers", "agreement", "accord", "deal"))
