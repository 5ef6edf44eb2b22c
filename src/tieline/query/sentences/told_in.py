"""What the clause that has the verb, subject and object of a question tells of what it asks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import lies_within, time_value
from tieline.model.time import TimeValue
from tieline.query.draft import Draft, capital, from_passage, quoted
from tieline.query.reading.country import is_adjective
from tieline.query.reading.frame import Frame
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences import clause_slots as slots
from tieline.query.sentences.clausal import Told, clauses_for
from tieline.query.sentences.clause_modes import still_to
from tieline.query.sentences.clause_verbs import has_verb
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.told_amounts import how_long_told, how_many_told, how_much_told
from tieline.query.sentences.told_who import side_of, who_did
from tieline.query.times.ahead import asks_ahead, asks_plan
from tieline.query.times.dating import date_phrase
from tieline.query.times.moved import new_day
from tieline.query.view import Passage, View

_SLACK = 0.06


def told_in_clause(view: View, query: Query) -> Draft | None:
    """What a clause says of what a question asks, read once; None where none does, or several say different things."""
    kept: dict[str, Draft | None] = query.__dict__
    if "_told_in_clause" not in kept:
        kept["_told_in_clause"] = _told(view, query)
    return kept["_told_in_clause"]


def _told(view: View, query: Query) -> Draft | None:
    answer = _WAYS.get(query.form)
    order = {word.lower() for word in _NEXT.findall(query.text)} if query.form in ("where", "who") else set()
    to_come = "next" in order and query.form == "where" and asks_ahead(query)
    if answer is None or ("next" in order and not to_come):
        return None
    found = clauses_for(view, query)
    if not found:
        return None
    frame, told = found
    slack = 0.3 if side_of(query) else _SLACK
    told = [one for one in told if one.share >= found[1][0].share - slack and _same_turn(query, one)]
    told = [one for one in told if _same_level(query, one) and (to_come or order <= {token.lower for token in one.passage.tokens})]
    told = [one for one in told if not to_come or one.mode == "ahead"]
    told = [one for one in told if not query.windows or slots.in_time(query, one, slots.time_of(view, query, one))]
    draft = answer(view, query, frame, told) if told else None
    if draft:  # its clause has the verb of the question, in whatever words
        draft = replace(draft, told=(*draft.told, *(word for verb in frame.verbs for word in verb.split())))
    if draft is None and query.form in ("when", "how_many"):
        from tieline.query.sentences.nominal import number_done, signed_on

        return (signed_on if query.form == "when" else number_done)(view, query, frame)
    return draft


def plain_clauses(view: View, query: Query) -> list[Told]:
    """The clauses that tell all of a question with its very verb, at its times."""
    found = clauses_for(view, query)
    frame, told = found if found else (None, [])
    verbs = frame.verbs if frame else ()
    own = [one for one in told if one.share >= PLAIN and one.mode == "told" and has_verb(verbs, one.row, one.clause)]
    own = [one for one in own if one.passage.fact.zone == "prose" and _same_turn(query, one)]
    return [one for one in own if not query.windows or slots.in_time(query, one, slots.time_of(view, query, one))]


def plainly(view: View, query: Query) -> Draft | None:
    """What a clause with the very verb of a question, and all else of it, says of who did it, what was done, or when it began or ended."""
    free = query.form in ("what", "said") or (query.form in ("who", "when") and not query.windows)
    found = clauses_for(view, query) if free and not query.title else None
    if not found or query.ordinal or query.grain == "time of day" or (query.form == "when" and not set(found[0].verbs) & _EDGES):
        return None
    frame, own = found[0], plain_clauses(view, query)
    idle = view.lexicon.verb_kinds["saying"] | view.lexicon.verb_kinds["empty"]
    if query.form in ("what", "said") and (set(frame.verbs) & idle or len({one.passage.number for one in own}) > 1):
        return None
    return _WAYS[query.form](view, query, frame, own) if own else None


PLAIN = 0.94
_EDGES = frozenset(stem(word) for word in ("end", "begin", "start", "finish", "conclude", "leave", "depart", "arrive"))


def _same_level(query: Query, told: Told) -> bool:
    """Whether a clause speaks of a comprehensive partnership where the question does, and of a plain one where it does not."""
    word = f" {stem('comprehensive')} "
    return not query.level or ("comprehensive" in query.level) == (word in told.passage.joined)


_NEXT = regex(r"\b(?:after|before|next)\b", re.I)


def _same_turn(query: Query, told: Told) -> bool:
    """Whether a clause speaks of the first, second or last one where the question does."""
    if query.ordinal in (None, "next") or re.search(r"\boriginal\b", query.text, re.I):
        return True
    return f" {stem(query.ordinal or '')} " in told.passage.joined


def _when(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    told = [one for one in told if one.passage.fact.zone != "headline" or any(m.time and m.time.grain == "day" for m in one.passage.times)]
    dated = [(one, time) for one in told if one.mode != "open" and not one.denied and (time := slots.time_of(view, query, one))]
    later = asks_plan(query) or asks_ahead(query)
    done = [pair for pair in dated if pair[0].mode == ("ahead" if later else "told")] or ([] if later else dated)
    times = {time.edtf: (one, time) for one, time in done}
    fine = [pair for pair in times.values() if not any(_inside(other, pair[1]) for _, other in times.values() if other is not pair[1])]
    if len(fine) != 1:
        return None
    one, time = fine[0]
    if _UNTIL.match(query.text) and not _is_end(one.passage, time):
        return None
    if _DAY.search(query.text) and time.grain != "day":
        return None  # a day is asked for, and only the month or year is told
    if query.grain == "year" and time.earliest and time.latest and time.earliest.year == time.latest.year:
        time = time_value(str(time.earliest.year))
    if one.mode == "ahead":
        time = new_day(one.passage) or time
        text = f"Scheduled: {date_phrase(time)}; no text confirms it. {quoted(one.passage)}"
        return from_passage(one.found, "date", text=text, value=time.edtf, status="partly", lacks="outcome")
    return from_passage(one.found, "date", text=f"{capital(date_phrase(time))}. {quoted(one.passage)}", value=time.edtf)


_UNTIL = regex(r"\W*(?:until|till|up to) (?:when|what|which)\b", re.I)


def _is_end(passage: Passage, time: TimeValue) -> bool:
    """Whether a sentence tells a time as the end of something: "until May", "to the end of 2019"."""
    own = [m.start for m in passage.times if m.time and m.time.edtf == time.edtf]
    before = (passage.document.text[passage.fact.start : start].lower().removesuffix("the ").split()[-1:] for start in own)
    return any(words and words[0] in ("until", "till", "through", "to") for words in before)


_DAY = regex(r"\b(?:which|what|exact|precise) (?:exact |precise )?(?:day|date)\b", re.I)


def _inside(fine: TimeValue, coarse: TimeValue) -> bool:
    """Whether one time lies within another, coarser one."""
    return fine != coarse and lies_within(fine, coarse)


_AT = frozenset(("in", "at", "near", "on", "outside", "off"))


def _where(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    known = query.ids
    for one in told:
        if one.mode == "open" or one.denied:
            continue
        for phrase in (*one.clause.after, *one.clause.before):
            unit = one.row.units[phrase.head]
            ids = one.row.ids.get(unit.start, ())
            placed = [view.actors[i] for i in ids if i in view.actors and view.actors[i].kind in ("place", "country") and i not in known]
            if phrase.preposition in _AT and placed and not is_adjective(view.rulebook, unit.text, placed[0].name):
                text = f"{placed[0].name}. {quoted(one.passage)}"
                return from_passage(one.found, "place", text=text, value=placed[0].name)
    return _at_building(view, frame, told)


def _at_building(view: View, frame: Frame, told: Sequence[Told]) -> Draft | None:
    """The building or ground, called by its noun, in which a clause has it done: "is to be housed in the old customs house"."""
    for one in told:
        if one.mode == "open" or one.denied:
            continue
        for phrase in one.clause.after:
            noun = stem(one.row.units[phrase.head].text)
            if phrase.preposition not in (*_AT, "aboard") or noun not in view.lexicon.sites["buildings"] or noun == frame.subject.head:
                continue
            start = next(k for k in range(phrase.head, one.clause.verb.end - 1, -1) if one.row.units[k].lower == phrase.preposition)
            words = one.passage.document.text[one.row.units[start].start : one.row.units[phrase.head].end]
            return from_passage(one.found, "place", text=f"{capital(words)}. {quoted(one.passage)}", value=words)
    return None


def _yesno(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    one = told[0]
    if one.share < (0.85 if one.denied else 0.9):  # "None has been paid" leaves what it is about to the sentence before
        return None
    if one.denied:
        return from_passage(one.found, "yesno", text=f"No. {quoted(one.passage, 250)}", value=False)
    if _DONE.match(query.text) and (one.clause.verb.modal == "must" or still_to(one.row, one.clause)):  # what must be done is not done yet
        return from_passage(one.found, "yesno", text=f"No. {quoted(one.passage, 250)}", value=False)
    if one.mode == "told":
        return from_passage(one.found, "yesno", text=f"Yes. {quoted(one.passage, 250)}", value=True)
    undone = one.mode == "ahead" and (_UNDONE.search(one.passage.text) or _YET.search(query.text))
    return from_passage(one.found, "yesno", text=f"No. {quoted(one.passage, 250)}", value=False) if undone else None


_DONE = regex(r"\W*(?:has|have|had|was|were|did)\b", re.I)
_UNDONE = regex(r"\bbut\b.*\b(?:postponed|cancelled|canceled|called off|put off|dropped|delayed|abandoned|deferred)\b", re.I)
_YET = regex(r"\b(?:already|yet|so far)\b", re.I)
_WILL = regex(r"^\W*what (?:will|would|is|are|was|were)\b", re.I)


def _what(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    """The sentence whose clause has the verb of the question, done by those of whom it asks, with something in the place asked for."""
    if frame.asks != "object" or frame.subject.empty:
        return None
    if not frame.wanted.empty:  # "which meeting did they host"
        head = frame.wanted.head
        told = [one for one in told if head and covers_text(view, head, one.gap.text) and has_verb(frame.verbs, one.row, one.clause)]
    modes = ("told", "ahead") if _WILL.search(query.text) else ("told",)
    fitting = [one for one in told if one.mode in modes and not one.denied and _as_governed(query, one)]
    fitting = [one for one in fitting if _tells_something(one)]
    if not fitting:
        return None
    draft = from_passage(fitting[0].found, "statement", text=quoted(fitting[0].passage, 290))
    return replace(draft, told=tuple(word for word in frame.rest.words if _said_before(view, fitting[0].passage, word)))


_LEFT = regex(r"\b(?P<one>from|on|for|with|into|of)\W*$", re.I)


def _as_governed(query: Query, told: Told) -> bool:
    """Whether a clause has the preposition that a question ends with, or no object at once: what "benefits trade" is not benefited from."""
    left = _LEFT.search(query.text)
    behind = told.row.units[told.clause.verb.end : told.clause.verb.end + 1]
    if left is None or not behind or behind[0].lower == "that":
        return True
    own = {unit.lower for unit in told.row.units[told.clause.verb.end : told.clause.right + 1]}
    return left["one"].lower() in own or behind[0].tag in ("preposition", "adverb", "subordinator")


_THINGS = frozenset(("noun", "agreement", "number", "actor"))


def _tells_something(told: Told) -> bool:
    """Whether something stands in the place asked for: a thing, or a clause of its own ("promised that", "agreed to reopen")."""
    if any(unit.tag in _THINGS for unit in told.gap.units):
        return True
    behind = told.row.units[told.clause.verb.end : told.clause.verb.end + 2]
    return bool(behind) and behind[0].lower in ("that", "to") and len(behind) > 1


def _said_before(view: View, passage: Passage, word: str) -> bool:
    """Whether one of the three sentences before one holds a word."""
    own = view.by_document[passage.document.id]
    at = passage.number - own[0].number
    return any(covers_text(view, word, one.joined) for one in own[max(at - 3, 0) : at])


_WAYS: dict[str, Callable[[View, Query, Frame, Sequence[Told]], Draft | None]] = {
    "when": _when,
    "where": _where,
    "who": who_did,
    "how_long": how_long_told,
    "how_many": how_many_told,
    "how_much": how_much_told,
    "yesno": _yesno,
    "said": _what,
    "what": _what,
}
