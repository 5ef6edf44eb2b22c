"""No, where the texts tell the contrary of what a question asks: "accept" where they say "turned down", "closed" where it was reopened."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tieline.late import regex
from tieline.model.edtf import surely_before
from tieline.query.draft import Draft, from_passage, quoted
from tieline.query.reading.frame import Frame, Part, frame_of
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.words import stems
from tieline.query.sentences.clausal import Told, clauses_for
from tieline.query.sentences.clause_slots import time_of
from tieline.query.sentences.search import Found
from tieline.query.view import View

LEAST = 0.85
_BE = regex(r"^\W*(?:is|are|was|were)\s+(?P<rest>.{2,120}?)\W*$", re.I)
_STILL = regex(r"\s+(?:(?:still|now|currently|already|yet|again|today)\s+)+", re.I)


def contrary(view: View, query: Query, draft: Draft) -> Draft:
    """A verdict, or the No that a clause with the contrary verb gives; a Yes stands unless its own sentence tells the contrary."""
    if query.form != "yesno" or query.negated or query.windows or draft.value is False:
        return draft
    ended, brought = (list(_told(view, query, acts)) for acts in _states(view.lexicon))
    if ended and brought:
        return _last_of(view, query, draft, ended, brought)
    if draft.value is True:
        cited = {passage.number for passage in view.passages_of(draft.citations)}
        told = next((one for one in (*_by_verb(view, query), *ended) if one.passage.number in cited), None)
        told = told or next((one for one in ended if _after(view, query, one, draft)), None)
    else:
        told = next(_by_verb(view, query), None) or next(iter(ended), None)
        if told is None and brought:
            return _drafted(query, brought[0], value=True)
    return _drafted(query, told, value=False) if told else draft


def _last_of(view: View, query: Query, draft: Draft, ended: list[Told], brought: list[Told]) -> Draft:
    """Whether a state holds that was ended and brought about, by the later of the two; the verdict given where none is."""
    for told, others, value in ((ended, brought, False), (brought, ended, True)):
        last = next((one for one in told if all(_surely_later(view, query, one, other) for other in others)), None)
        if last:
            return _drafted(query, last, value=value)
    return draft


def _surely_later(view: View, query: Query, one: Told, other: Told) -> bool:
    first, last = (time_of(view, query, told) or told.passage.document.published for told in (other, one))
    return bool(first and last and surely_before(first, last))


def _after(view: View, query: Query, told: Told, draft: Draft) -> bool:
    """Whether a state was ended after all that a Yes rests on: imposed in May, lifted in June."""
    ends = time_of(view, query, told) or told.passage.document.published
    times = [view.events[i].time for i in draft.facts if i in view.events]
    if ends is None or not times:
        return False
    return all(time is not None and surely_before(time, ends) for time in times)


def _drafted(query: Query, told: Told, *, value: bool) -> Draft:
    text = f"{'Yes' if value else 'No'}. {quoted(told.passage, 250)}"
    draft = from_passage(Found(told.passage, told.share, ()), "yesno", text=text, value=value)
    return replace(draft, told=tuple(word for term in query.words for word in (term.stem, *term.stem.split())))


def _by_verb(view: View, query: Query) -> Iterator[Told]:
    """The clauses that tell the contrary by their verb."""
    frame = frame_of(view, query)
    if frame is not None and not frame.copular:
        moves = contrary_verbs(view.lexicon, "moves") if frame.rest.empty and not frame.passive else {}
        rows = moves if set(frame.verbs) & moves.keys() else contrary_verbs(view.lexicon, "verbs")
        against = tuple(way for verb in frame.verbs for way in rows.get(verb, ()))
        if against:
            turned = replace(query)
            turned.__dict__["_frame"] = replace(frame, verbs=tuple(dict.fromkeys(against)))
            yield from _done(view, turned)
        yield from _pending(view, query, frame)


def _pending(view: View, query: Query, frame: Frame) -> Iterator[Told]:
    """The clauses by which a thing still waits for what a question asks to have been done to it: "the sale needs the consent of ..."."""
    table = view.lexicon.tables.get("contraries", ({},))[0]
    if not set(frame.verbs) & set(stems(table.get("granted", ""))):
        return
    waits = tuple(dict.fromkeys(" ".join(stems(way)) for way in table.get("waits", "").split("|")))
    thing = frame.subject if frame.passive else frame.rest
    turned = replace(query)
    turned.__dict__["_frame"] = replace(frame, verbs=waits, passive=False, subject=thing, rest=Part(), direct=False)
    for told in _done(view, turned):
        behind = told.row.text(told.clause.verb.end, min(told.clause.verb.end + 5, len(told.row.units)))
        if any(f" {noun} " in behind for noun in stems(table.get("grants", ""))):
            yield told


def _told(view: View, query: Query, states: dict[str, tuple[str, ...]]) -> Iterator[Told]:
    """The clauses that tell an act which ends, or brings about, the state of which a question asks whether it holds."""
    asked = _BE.match(query.text)
    words = f"{_STILL.sub(' ', asked['rest'])} " if asked else ""
    for state, acts in states.items():
        what, found, rest = words.partition(f" {state} ")
        for act in acts if found and what else ():
            yield from _done(view, read_question(view, f"{act.format(what)} {rest}".strip() + "?"))


def _done(view: View, query: Query) -> Iterator[Told]:
    found = clauses_for(view, query)
    for one in found[1] if found else ():
        if one.share >= LEAST and one.mode == "told" and not one.denied:
            yield one


@cache
def contrary_verbs(lexicon: Lexicon, kind: str) -> dict[str, tuple[str, ...]]:
    """The contraries of each verb, as stems. `kind`: "verbs", "moves" for those without an object, or "undoes" for measures."""
    found: dict[str, list[str]] = {}
    for table in lexicon.tables.get("contraries", ()):
        for row in table.get(kind, ()):
            sides = [[" ".join(stems(way)) for way in side.split("|")] for side in row.split(" / ")]
            for own, other in (sides, sides[::-1]):
                for way in own:
                    found.setdefault(way, []).extend(other)
    return {way: tuple(dict.fromkeys(others)) for way, others in found.items()}


@cache
def _states(lexicon: Lexicon) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The acts that end each state, and those that bring it about, as questions."""
    ends: dict[str, tuple[str, ...]] = {}
    brings: dict[str, tuple[str, ...]] = {}
    for table in lexicon.tables.get("contraries", ()):
        for key, found in (("ends", ends), ("brings", brings)):
            for row in table.get(key, ()):
                states, acts = row.split(" -> ")
                found.update({state: tuple(acts.split("|")) for state in states.split("|")})
    return ends, brings
