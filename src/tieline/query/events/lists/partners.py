"""With which countries one has agreements: the other parties of its agreements, and those that a sentence names behind "with"."""

import re
from collections.abc import Iterator, Sequence

from tieline.late import regex
from tieline.model.answer import Item
from tieline.model.span import Citation
from tieline.query.draft import Draft, clip, excerpt, in_a_row, nothing
from tieline.query.events.pick.select import REAL
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.clausal import reach
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

_THING = r"(?:agreement|accord|pact|treat(?:y|ie)|deal|convention|protocol|memorandum|arrangement|partnership|alliance)s?"
_PARTNERS = regex(
    rf"^\W*(?:with (?:which|what) (?:other )?(?:countries|nations|states|partners)\b.*\b{_THING}\b"
    rf"|(?:which|what) (?:other )?(?:countries|nations|states)\b.*\b{_THING}\b.*\bwith\b)",
    re.I,
)
_THINGS = frozenset(stems("agreement accord pact treaty deal convention protocol memorandum arrangement partnership alliance"))
_IDLE = _THINGS.union(
    stems("countries nations states partners have sign conclude reach bilateral make strike other party similar such like")
)


def partners(view: View, query: Query) -> Draft | None:
    """The countries with which the one of a question has agreements of the kind it names; None where it asks for something else."""
    lands = view.of_kind(query.ids, "country")
    if not _PARTNERS.match(query.text) or query.windows or query.form == "yesno" or len(lands) != 1:
        return None
    own = next(iter(lands))
    wanted = [
        term.stem for term in query.words if term.stem not in _IDLE and (term.stem in view.index or not view.lexicon.is_light(term.stem))
    ]
    found: dict[str, list[Citation]] = {}
    for other, citation in (*_by_agreements(view, own, wanted), *_by_sentences(view, own, wanted)):
        if other != view.actors[own].name:
            found.setdefault(other, []).append(citation)
    if not found:
        return nothing(view, query, "list", "The texts name no such partner.")
    names = list(found)
    shown = view.passages_of([cited[0] for cited in found.values()])
    row = in_a_row(names)
    text = f"{row}. {excerpt(shown[0], wanted, 200)}" if shown else f"{row}."
    items = tuple(Item.made(text=name, citations=tuple(cited[:2])) for name, cited in found.items())
    citations = tuple(dict.fromkeys(cited[0] for cited in found.values()))
    told = tuple(term.stem for term in query.words)
    return Draft("answered", clip(text), "list", row, items=items, citations=citations, told=told)


def _by_agreements(view: View, own: str, wanted: list[str]) -> Iterator[tuple[str, Citation]]:
    """The other parties of the agreements of a country that came about, with what tells it."""
    for agreement in view.facts.agreements:
        parties = [i for party in agreement.parties for i in (party, *view.called.get(party, ())) if view.any_is((i,), "country")]
        done = [one for one in agreement.stages if one.status in REAL and one.stage not in _OPEN]
        if own not in parties or not done or not done[-1].evidence:
            continue
        told = " ".join(["", *stems(agreement.name), *(p.joined for one in done for p in view.passages_of(one.evidence)), ""])
        if all(covers_text(view, word, told) for word in wanted):
            yield from ((view.actors[other].name, done[-1].evidence[0]) for other in dict.fromkeys(parties))


_OPEN = frozenset(("initialled", "concluded", "proposed", "launched", "round", "stalled", "resumed", "rejected", "terminated", "lapsed"))


def _by_sentences(view: View, own: str, wanted: list[str]) -> Iterator[tuple[str, Citation]]:
    """The countries behind "with" after an agreement, in the sentences that name a country before it."""
    for number in view.by_actor.get(own, ()):
        passage = view.passages[number]
        if passage.fact.zone == "prose" and _THINGS & passage.vocabulary and all(covers_text(view, w, passage.joined) for w in wanted):
            yield from ((other, passage.citation) for other in _behind(view, passage, own))


def _behind(view: View, passage: Passage, own: str) -> Iterator[str]:
    row = parsed(view, passage)
    for k, unit in enumerate(row.units):
        if unit.lower != "with" or not _after_thing(row, k) or not _has_it(view, row, k, own):
            continue
        for n in range(k + 1, len(row.units)):
            if row.units[n].tag == "actor":
                yield from _lands(view, row.ids.get(row.units[n].start, ()))
            elif row.units[n].tag == "noun" and row.units[n].text[:1].isupper():
                yield row.units[n].text  # a country that no list holds
            elif row.units[n].tag not in ("determiner", "coordinator", "actor") and row.units[n].text != ",":
                break


def _lands(view: View, ids: Sequence[str]) -> Iterator[str]:
    """The countries that a name can mean: for a town its country, for a place of which nothing is known its own name."""
    actors = [view.actors[i] for i in ids if i in view.actors]
    yield from (a.country or a.name if a.kind == "place" else a.name for a in actors if a.kind in ("country", "place", "group"))


def _after_thing(row: Parsed, k: int) -> bool:
    """Whether a noun for an agreement stands right before a place."""
    return k > 0 and bool(_THINGS & set(stems(row.units[k - 1].text)))


def _has_it(view: View, row: Parsed, k: int, own: str) -> bool:
    """Whether a country is the last to be named before a place, in a clause that tells of what is so."""
    named = [n for n in range(k) if view.any_is(row.ids.get(row.units[n].start, ()), "country")]
    around = [clause for clause in row.clauses if clause.verb.start < k <= max(reach(row, clause), clause.right)]
    clause = max(around, key=lambda one: one.verb.start, default=None)
    if not named or own not in row.ids.get(row.units[named[-1]].start, ()) or clause is None:
        return False
    mode, denied = mode_of(row, clause)
    return mode == "told" and not denied
