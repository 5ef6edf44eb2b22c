"""The answer of a clause that says of the same things what a question asks; for questions that no other way answers."""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import lies_within, time_value
from tieline.model.time import TimeValue
from tieline.query.amounts.numbers import numbers
from tieline.query.draft import Draft, capital, from_passage, quoted
from tieline.query.evidence.sides import owned_by_others
from tieline.query.reading.frame import Frame
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences import clause_slots as slots
from tieline.query.sentences.clausal import Told, clauses_for
from tieline.query.sentences.clause_subjects import heads_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.matching import Region
from tieline.query.sentences.search import Found
from tieline.query.sentences.sided import people_of
from tieline.query.sentences.told_text import told_text
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


def plainly(view: View, query: Query) -> Draft | None:
    """What a clause with the very verb of a question, and all else of it, says of who did it or when it began or ended."""
    found = clauses_for(view, query) if query.form in ("who", "when") and not query.title and not query.windows else None
    if not found or query.ordinal or query.grain == "time of day" or (query.form == "when" and not set(found[0].verbs) & _EDGES):
        return None
    frame, told = found
    own = [one for one in told if one.share >= PLAIN and one.mode == "told" and set(frame.verbs) & verbs_of(one.row, one.clause)]
    own = [one for one in own if one.passage.fact.zone == "prose" and _same_turn(query, one)]
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


def _found(told: Told) -> Found:
    return Found(told.passage, told.share, ())


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
    if _DAY.search(query.text) and time.grain != "day":
        return None  # a day is asked for, and only the month or year is told
    if query.grain == "year" and time.earliest and time.latest and time.earliest.year == time.latest.year:
        time = time_value(str(time.earliest.year))
    if one.mode == "ahead":
        time = new_day(one.passage) or time
        text = f"Scheduled: {date_phrase(time)}; no text confirms it. {quoted(one.passage)}"
        return from_passage(_found(one), "date", text=text, value=time.edtf, status="partly")
    return from_passage(_found(one), "date", text=f"{capital(date_phrase(time))}. {quoted(one.passage)}", value=time.edtf)


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
            if phrase.preposition in _AT and placed:
                text = f"{placed[0].name}. {quoted(one.passage)}"
                return from_passage(_found(one), "place", text=text, value=placed[0].name)
    return None


def _who(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    known = query.ids
    side = side_of(query)
    for one in told:
        if one.mode != "told" or one.denied:
            continue
        if frame.rest.head and frame.rest.head in heads_of(one.gap):
            continue  # the thing itself, and nobody who did it
        sided = None if side else _of_lands(view, query, one.gap)
        if sided is not None:
            name: str | None = in_a_row(sided)
        else:
            name = _on_behalf(view, side, one) if side else _named(view, one.gap, known) or _speaker(view, one)
        if name and (one.passage.fact.zone != "headline" or name in view.called):
            return from_passage(_found(one), "actor", text=f"{name}. {quoted(one.passage)}", value=name)
    return None


def _of_lands(view: View, query: Query, gap: Region) -> list[str] | None:
    """Those of the countries of a question, where a region tells people of several countries; None where it does not."""
    lands = view.of_kind(query.ids, "country")
    people = {k: view.actors[i].name for k in gap.places for i in gap.row.ids.get(gap.row.units[k].start, ()) if i in view.actors}
    people = {k: name for k, name in people.items() if any(view.actors[i].kind == "person" for i in view.called.get(name, ()))}
    return people_of(view, lands, gap, people) if people else None


def in_a_row(names: Sequence[str]) -> str:
    """Names with commas and "and" between them."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


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
    return next(
        (n for n in query.names if _FOR.search(query.text[: n.span.start]) or query.text[n.span.end :].startswith("'s behalf")), None
    )


def _on_behalf(view: View, side: Name, told: Told) -> str | None:
    """The one of several who acted for a country: by "for Orsenda" behind the name, else by office."""
    own = set(side.ids) | {view.actors[i].name for i in side.ids if i in view.actors}
    units = told.row.units
    people = {k: view.actors[i] for k, u in enumerate(units) for i in told.row.ids.get(u.start, ()) if i in view.actors}
    people = {k: actor for k, actor in people.items() if actor.kind == "person"}
    for k, unit in enumerate(units):
        if set(told.row.ids.get(unit.start, ())) & set(side.ids) and units[k - 1].lower == "for" and k > 1:
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
    actors = [view.actors[i] for i in gap.row.named(gap.places) if i in view.actors and i not in known]
    for kinds in (("person",), ("organization", "company"), ("country",)):
        names = list(dict.fromkeys(a.name for a in actors if a.kind in kinds))
        if kinds[0] == "organization" and names:
            names = _with_neighbours(view, gap, known, kinds)
        if names and not (kinds == ("country",) and _own_words(view, gap)):
            return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return None if _SELF & {unit.lower for unit in gap.units} else _own_words(view, gap)


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
    text = told_text(gap, units[0].start, units[-1].end)
    return capital(text) if len(text) < 80 and not _GROUP.match(text) else None


_OWNED = frozenset(("his", "her", "its", "their", "our", "this", "that", "these", "those"))
_GROUP = regex(
    r"(?:the|these|both)? ?(?:two |both |three )?(?:sides|neighbou?rs|countries|parties|nations|governments|states|leaders)$", re.I
)


def _how_long(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    for one in told:
        length = slots.length_of(one) if one.mode != "open" and not one.denied else None
        if length:
            text = f"{capital(length.text)}. {quoted(one.passage)}"
            return from_passage(_found(one), "duration", text=text, value=length.timex3.value)
    return None


def _how_many(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    head = frame.wanted.head
    for one in told:
        if one.mode != "told" or one.denied or not head or owned_by_others(view, query, one.passage):
            continue
        spans = [(unit.start, unit.end) for unit in one.gap.units]
        for number in numbers(one.passage):
            inside = any(start <= number.start < end for start, end in spans)
            after = stems(one.passage.document.text[number.end : number.end + 60])[:4]
            if inside and head in after and all(covers_text(view, word, one.passage.joined) for word in frame.wanted.words):
                value = number.value if number.value is not None else number.words
                return from_passage(_found(one), "number", text=f"{capital(number.words)}. {quoted(one.passage)}", value=value)
    return None


def _yesno(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    one = told[0]
    if one.share < 0.9:
        return None
    if one.denied:
        return from_passage(_found(one), "yesno", text=f"No. {quoted(one.passage, 250)}", value=False)
    if one.mode == "told":
        return from_passage(_found(one), "yesno", text=f"Yes. {quoted(one.passage, 250)}", value=True)
    undone = one.mode == "ahead" and (_UNDONE.search(one.passage.text) or _YET.search(query.text))
    return from_passage(_found(one), "yesno", text=f"No. {quoted(one.passage, 250)}", value=False) if undone else None


_UNDONE = regex(r"\bbut\b.*\b(?:postponed|cancelled|canceled|called off|put off|dropped|delayed|abandoned|deferred)\b", re.I)
_YET = regex(r"\b(?:already|yet|so far)\b", re.I)


_TRADE = regex(r"\b(?:trade|exports?|imports?|sales|shipments|exported|imported)\b", re.I)


def _how_much(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    """The one amount behind the verb."""
    head = frame.wanted.head
    if query.unit == "percent" or _TRADE.search(query.text):
        return None  # the figures tell which way it goes
    asks_ahead = re.search(r"\b(?:will|would|is to|are to|expected)\b", query.text, re.I)
    for one in told:
        if one.denied or (one.mode != "told" and not asks_ahead):
            continue
        spans = [(unit.start, unit.end) for unit in one.gap.units]
        found = [n for n in numbers(one.passage) if any(start <= n.start < end for start, end in spans)]
        if len(found) != 1 or (query.unit == "percent") != (found[0].unit == "percent"):
            continue
        if head and head not in one.gap.text.split() and found[0].unit in ("money", "percent"):
            continue
        number = found[0]
        unit = _unit_behind(one, number.end)
        text = f"{capital(number.words)}{unit}. {quoted(one.passage)}"
        return from_passage(_found(one), "number", text=text, value=number.value if number.value is not None else number.words)
    return None


def _unit_behind(told: Told, end: int) -> str:
    """The noun right behind a number."""
    behind = next((u for u in told.row.units if u.start >= end), None)
    return f" {behind.text}" if behind is not None and behind.tag == "noun" else ""


_WILL = regex(r"^\W*what (?:will|would|is|are|was|were)\b", re.I)


def _what(view: View, query: Query, frame: Frame, told: Sequence[Told]) -> Draft | None:
    """The sentence whose clause has the verb of the question, done by those of whom it asks, with something in the place asked for."""
    if frame.asks != "object" or frame.subject.empty or not frame.wanted.empty:
        return None
    modes = ("told", "ahead") if _WILL.search(query.text) else ("told",)
    fitting = [one for one in told if one.mode in modes and not one.denied]
    fitting = [one for one in fitting if any(unit.tag in ("noun", "agreement", "number", "actor") for unit in one.gap.units)]
    if not fitting:
        return None
    draft = from_passage(_found(fitting[0]), "statement", text=quoted(fitting[0].passage, 290))
    return replace(draft, told=tuple(word for word in frame.rest.words if _said_before(view, fitting[0].passage, word)))


def _said_before(view: View, passage: Passage, word: str) -> bool:
    """Whether one of the three sentences before one holds a word."""
    own = view.by_document[passage.document.id]
    at = passage.number - own[0].number
    return any(covers_text(view, word, one.joined) for one in own[max(at - 3, 0) : at])


_WAYS: dict[str, Callable[[View, Query, Frame, Sequence[Told]], Draft | None]] = {
    "when": _when,
    "where": _where,
    "who": _who,
    "how_long": _how_long,
    "how_many": _how_many,
    "how_much": _how_much,
    "yesno": _yesno,
    "said": _what,
    "what": _what,
}
