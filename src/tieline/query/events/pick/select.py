"""Events that a question can mean, with what of the question each leaves uncovered."""

import re
from collections.abc import Iterable, Sequence

from tieline.late import regex
from tieline.light import dataclass
from tieline.model.edtf import may_overlap
from tieline.model.event import Event
from tieline.model.time import TimeValue
from tieline.query.events.pick import shortlist
from tieline.query.events.pick.gatherings import other_gathering
from tieline.query.events.pick.sides import one_side, told_of_another
from tieline.query.events.pick.undoing import undoes
from tieline.query.evidence.senses import tells
from tieline.query.loaded import function
from tieline.query.reading.identity import acronyms, agreement_fits
from tieline.query.reading.query import Name, Query, Term
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import fold, stem, stems
from tieline.query.sentences.clause import clause_stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import View

MET = ("visit", "meeting", "summit")
TWO_SIDED = ("agreement", "negotiation", "diplomatic_ties", "partnership")
REAL = ("occurred", "ongoing")
_RANK = {"occurred": 0, "ongoing": 0, "planned": 1, "expected": 2, "hypothetical": 3, "denied": 4, "cancelled": 4}
STRICT = 0.7
STAY = 7  # days within which one and the same visit or meeting is meant
Missing = tuple[str, ...]
_UNDONE = frozenset({"cancelled", "suspended", "stalled", "terminated", "lapsed", "severed", "switched", "rejected"})
HALTED = frozenset({"suspended", "stalled", "terminated", "lapsed"})
_TOWARDS = regex(r"\b(?:to|in|into|at|reach(?:ed)?|visit(?:s|ed)?|tour(?:ed)?)\s+(?:the\s+)?$", re.I)
_TOUR = regex(r"\s+(?:visit|trip|tour|stay|talks|meeting|summit)\b", re.I)


@dataclass(frozen=True)
class Hit:
    """An event with how well it fits: the share of the question that it covers, and what it leaves open."""

    event: Event
    share: float
    missing: Missing = ()
    strong: int = 0


def select(view: View, query: Query, *, in_time: bool = True, least: float = 0.75, most: int | None = None) -> list[Hit]:
    """The events that fit a question, best first. `in_time=False` leaves its times aside; of `most` events at most it looks no further."""
    hits = [
        hit
        for event in shortlist.events(view, query, strict=least >= STRICT, in_time=in_time)[:most]
        if (hit := _fit(view, query, event, in_time)) and hit.share >= least
    ]
    if least >= STRICT:
        hits = [hit for hit in hits if not any(name.text in hit.missing for name in query.names) and not _lacks(view, query, hit)]
    return sorted(hits, key=lambda hit: (-round(hit.share, 2), -hit.strong, _RANK[hit.event.status], _start(hit.event), hit.event.id))


def best(hits: Sequence[Hit], slack: float = 0.08) -> list[Hit]:
    """The hits about as good as the best."""
    return [hit for hit in hits if hit.share >= hits[0].share - slack and hit.strong >= hits[0].strong] if hits else []


def _start(event: Event) -> str:
    return str(event.time.earliest or event.time.latest) if event.time else "9999"


def _fit(view: View, query: Query, event: Event, in_time: bool) -> Hit | None:
    if query.stages and (event.stage or "none") not in query.stages and not _free_of_stage(query, event):
        return None
    if not _of_that_thing(view, query, event):
        return None
    if event.type == "negotiation" and event.stage in HALTED and not asks_talks(query):
        return None
    if not _opens(view, query, event):
        return None
    if not (_went_there if event.type == "visit" else _was_there)(view, query, event):
        return None
    if not one_side(view, query, event) or told_of_another(view, query, event):
        return None
    if other_gathering(view, query, event) or undoes(view, query, event):
        return None
    fits = agreement_fits(view, query, event, _clauses(view, event))
    if not fits or not _level_fits(query, event):
        return None
    if in_time and not all(in_window(event.time, window) for window in query.windows):
        return None
    if query.deeds and not function("reading.deeds.of_deeds")(view, query, event.agreement):
        return None
    wide = bool(query.types)
    missing: list[str] = []
    total = got = 0.0
    strong = 0
    for name in query.names:
        total += 2
        level = _name_fits(view, name, event)
        if level == 1 and event.type in MET and _is_person(view, name.ids) and _has_person(view, event):
            level = 0
        strong += level == 2
        got += (0, 1.4, 2)[level]
        missing += [] if level else [name.text]
    for term in query.terms:
        weight = min(view.weight(term.stem), 3.0)
        share = told(view, term.stem, event, wide=wide)
        share = 0.0 if share <= CLAUSE and not _may_be_near(query, term) else share
        total += weight
        got += weight * share
        missing += [] if share else [term.text]
    base = 1.5 if query.types or query.stages else 0.0
    if not base and not query.terms:
        return None
    return Hit(event, fits * (got + base) / (total + base), tuple(missing), strong)


def _of_that_thing(view: View, query: Query, event: Event) -> bool:
    """Whether an agreement can be the purchase that a question names: one whose words tell of none is not."""
    terms = [act.term for act in query.acts if act.term] if event.type != "trade_deal" else []
    return all(tells(view, term, evidence_stems(view, event)) for term in terms)


def _may_be_near(query: Query, term: Term) -> bool:
    """Whether it is enough that the clause around an event holds a word: not for a name, and only where the question names an act."""
    name = term.text[:1].isupper() and not query.text.isupper()
    return bool(query.types or query.stages) and not name


def _lacks(view: View, query: Query, hit: Hit) -> bool:
    """Whether an event leaves a telling word of the question uncovered: one written with a capital, or one of few."""
    lost = [term for term in query.terms if term.text in hit.missing]
    return any(term.text[:1].isupper() and not query.text.isupper() for term in lost) or len(lost) * 2 >= max(len(query.terms), 1)


def _is_person(view: View, ids: Iterable[str]) -> bool:
    return view.any_is(ids, "person")


def _is_country(view: View, ids: Iterable[str]) -> bool:
    return view.any_is(ids, "country")


def _has_person(view: View, event: Event) -> bool:
    return _is_person(view, (one.actor for one in event.participants))


def _free_of_stage(query: Query, event: Event) -> bool:
    """Whether an event without stages (a visit, a meeting) can be meant; by "the visit was called off" only if it was."""
    if event.type not in MET or not query.types or not query.types <= set(MET):
        return False
    if event.stage == "concluded" and "started" in query.stages:
        return False  # who arrived is not yet gone
    return event.status == "cancelled" or not query.stages <= _UNDONE


def _opens(view: View, query: Query, event: Event) -> bool:
    """Whether something built, whose opening is asked for, was opened: not where only its works began or ended."""
    if event.type != "project" or event.stage not in ("started", "completed"):
        return True
    return not asks_opening(query) or tells_opening(evidence_stems(view, event))


def asks_opening(query: Query) -> bool:
    """Whether a question asks for the opening of something, and not for the works on it."""
    rules = [act.rule for act in query.acts]
    return "act.inaugurate" in rules and not any(rule in _WORKS for rule in rules)


def tells_opening(told: str) -> bool:
    """Whether some words, as stems, say that something was opened or put to use."""
    return any(word.startswith(_OPENING) for word in told.split())


_WORKS = ("act.begin", "act.complete", "act.built")
_OPENING = ("open", "inaugurat", "oper", "servic", "unveil", "commission", "launch", "ribbon", "reopen", "traffic", "use")


def asks_talks(query: Query) -> bool:
    """Whether a question that names an agreement asks for the talks on it: halted talks halt no agreement."""
    things = any(act.rule.startswith("thing.") for act in query.acts) or not _THINGS.isdisjoint(stems(query.text))
    return not things or any(act.rule in ("act.negotiate", "act.talks") for act in query.acts)


def _went_there(view: View, query: Query, event: Event) -> bool:
    """Whether a visit led to the places that the question gives as its goal."""
    if not query.types:
        return True
    hosts = {one.actor for one in event.participants if one.role in ("host", "place")} | {event.place or ""}
    hosts |= {view.actors[i].name for i in hosts if i in view.actors}
    hosts |= {view.actors[i].country or "" for i in hosts if i in view.actors}
    for name in query.names:
        placed = [view.actors[i] for i in name.ids if i in view.actors and view.actors[i].kind in ("country", "place")]
        if placed and _is_goal(query, name) and not any(a.id in hosts or a.name in hosts for a in placed):
            return any(a.kind == "place" and a.country in hosts for a in placed)
    return True


def _was_there(view: View, query: Query, event: Event) -> bool:
    """Whether something told with its city was in the city that the question gives; one without a city, whether it may have been there."""
    asked = [name for name in query.names if _is_goal(query, name) and view.any_is(name.ids, "place")]
    if not asked:
        return True
    places = {event.place or ""} | set(view.called.get(event.place or "", ()))
    if not view.any_is(places, "place"):
        told = " ".join(passage.joined for passage in view.passages_of(event.evidence))
        places |= {i for name in asked for i in name.ids if i in view.actors and f" {stems(view.actors[i].name)[-1]} " in told}
        places |= _stays(view, event) if event.type in MET else set()
    return all(set(name.ids) & places for name in asked)


def _stays(view: View, event: Event) -> set[str]:
    """Where those who met were at that time: the cities of their visits, of what else was told of then, and of the reports themselves."""
    found = {i for citation in event.evidence for i in view.called.get(view.documents[citation.document].place or "", ())}
    people = {one.actor for one in event.participants if _is_person(view, (one.actor,))}
    near = {i for one in people for n in view.by_actor.get(one, ()) for i in view.passages[n].fact.events if i in view.events}
    for other in (view.events[i] for i in sorted(near)):
        if other is event or other.type not in MET or not people & {one.actor for one in other.participants}:
            continue
        if event.time is None or other.time is None or may_overlap(event.time, other.time) or _one_stay(event.time, other.time):
            found |= {one.actor for one in other.participants if one.role in ("host", "place")}
            found |= set(view.called.get(other.place or "", ()))
    return found


def _one_stay(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times begin so near to each other that somebody may have stayed where he was."""
    return bool(one.earliest and other.earliest) and abs((one.earliest - other.earliest).days) <= STAY  # type: ignore[operator]


def _is_goal(query: Query, name: Name) -> bool:
    return bool(_TOWARDS.search(query.text[: name.span.start]) or _TOUR.match(query.text[name.span.end :]))


def evidence_stems(view: View, event: Event, *, wide: bool = True) -> str:
    """All the words that tell an event, as stems with blanks around each; `wide`: with those of the sentences around."""
    cache: dict[tuple[str, bool], str] = view.__dict__.setdefault("_evidence", {})
    key = (event.id, wide and event.type in MET)
    if key not in cache:
        agreement = view.agreements.get(event.agreement or "")
        own = (
            event.title,
            event.level,
            event.topic,
            event.content,
            event.place and _named(view, event.place),
            agreement and " ".join((agreement.name, *agreement.aliases)),
            event.type.replace("_", " "),
            (event.stage or "").replace("_", " "),
        )
        words = [word for text in own if text for word in stems(text)]
        words += acronyms((agreement.name, *agreement.aliases)) if agreement else ()
        words += [word for citation in event.evidence for word in stems(citation.quote)]
        if wide and event.type in MET:
            words += [word for passage in view.passages_of(event.evidence) for word in passage.stems]
        cache[key] = f" {' '.join(words)} "
    return cache[key]


_THINGS = frozenset(stem(word) for word in ("agreement", "pact", "treaty", "accord", "deal", "convention", "document", "text"))
CLAUSE = 0.8


def told(view: View, word: str, event: Event, *, wide: bool = True) -> float:
    """How well what tells an event covers a word: its own words, the sentence around them, what kind of thing it is about."""
    share = covers_text(view, word, evidence_stems(view, event, wide=wide))
    if share:
        return share
    if word in _THINGS and event.type in ("agreement", "negotiation", "trade_deal"):
        return 0.9
    return CLAUSE * covers_text(view, word, _clauses(view, event)) if event.stage else 0.0


def _clauses(view: View, event: Event) -> str:
    """The words of the clauses that tell an event, as stems with blanks around each."""
    cache: dict[str, str] = view.__dict__.setdefault("_clauses", {})
    if event.id not in cache:
        cache[event.id] = clause_stems(view, event.evidence)
    return cache[event.id]


def entities(view: View, event: Event) -> frozenset[str]:
    """The ids of all that take part: participants, place, parties of its agreement, who asserts it."""
    found = {one.actor for one in event.participants} | {one for one in (event.place, event.agreement, event.asserted_by) if one}
    found |= set(view.called.get(event.place or "", ()))
    agreement = view.agreements.get(event.agreement or "")
    found |= set(agreement.parties if agreement else ())
    return frozenset(found | {view.actors[one].country or "" for one in found if one in view.actors and view.actors[one].kind == "place"})


def _name_fits(view: View, name: Name, event: Event) -> int:
    """2: takes part; 1: is named in a sentence that tells it; 0: neither."""
    own = entities(view, event)
    if event.type in MET and event.asserted_by and event.asserted_by not in {one.actor for one in event.participants}:
        own = own - {event.asserted_by}  # who tells of a meeting was not in it
    if event.type in TWO_SIDED and _is_country(view, name.ids):
        sides = [one.actor for one in event.participants if _is_country(view, (one.actor,))]
        agreement = view.agreements.get(event.agreement or "")
        sides += list(agreement.parties) if agreement else []
        named = {*name.ids, *(view.actors[i].name for i in name.ids if i in view.actors)}
        if len(set(sides)) >= 2:
            return 2 if named & set(sides) else 0
    labels = {fold(view.actors[i].name) for i in name.ids if i in view.actors}
    if own & set(name.ids) or any(fold(one) in labels for one in own):
        return 2
    text = evidence_stems(view, event)
    telling = [word for word in stems(name.text) if len(word) > 3]
    house = view.any_is(name.ids, "organization", "company")
    if name.form == "name" and telling and (all if house else any)(f" {word} " in text for word in telling):
        return 1
    near = {actor for passage in view.passages_of(event.evidence) for actor in passage.fact.actors}
    if near & set(name.ids):
        return 1
    places = {view.actors[i].country for i in name.ids if i in view.actors and view.actors[i].kind == "place"}
    return 1 if places & own or places & {view.actors[i].name for i in own if i in view.actors} else 0


def _level_fits(query: Query, event: Event) -> bool:
    if not query.level or event.type != "partnership":
        return True
    return fold(event.level or event.title).endswith(query.level) and ("comprehensive" in fold(event.level or event.title)) == (
        "comprehensive" in query.level
    )


def _named(view: View, ident: str) -> str:
    return view.actors[ident].name if ident in view.actors else ident
