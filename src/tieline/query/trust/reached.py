"""Whether a visit that a question asks about is told of the very place it names: "before going to Orsenda" is no visit to Orsenda."""

from collections.abc import Iterator

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.light import dataclass
from tieline.model.span import Span
from tieline.query.draft import Draft
from tieline.query.reading.frame import frame_of
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clausal import reach
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.times.ahead import asks_ahead, asks_plan
from tieline.query.view import Passage, View

_PLACES = ("place", "country")
_TO = frozenset(("to", "in", "into", "at"))
_IN = frozenset(("in", "at", "from", "through", "around", "across", "outside", "near", "via", "on", "to", "into"))
_UNKNOWN = regex(r"\b(?P<before>[a-z]+) (?:the )?(?P<place>[A-Z][\w'-]*(?: (?:de |del |of |la |el |al-)?[A-Z][\w'-]*){0,3})")
_BACK, _AHEAD = 14, 3  # units between a noun for a journey and its place, before it and behind it


@dataclass(frozen=True)
class _Place:
    """The place to which a question has somebody go: whom the texts know by that name, and its words as stems."""

    ids: tuple[str, ...]
    words: tuple[str, ...]


def unreached(view: View, query: Query, draft: Draft) -> bool:
    """Whether no sentence of a Yes to "did X visit Y", nor an event without a sentence that names Y, has anybody go to Y."""
    if draft.kind != "yesno" or draft.value is not True or "visit" not in query.types or asks_ahead(query) or asks_plan(query):
        return False
    place = _asked(view, query)
    if place is None:
        return False
    told = view.passages_of(draft.citations)
    verdicts = [verdict for passage in told for verdict in _reaches(view, place, passage)]
    if any(verdicts):
        return False
    if False in verdicts or not told:
        return bool(told)
    return not _paid(view, place, draft) if verdicts else _elsewhere(view, place, draft)


def _paid(view: View, place: _Place, draft: Draft) -> bool:
    """Whether an event of an answer is a visit to a place, or to one within it."""
    lands = {view.actors[i].name for i in place.ids if i in view.actors}
    events = [view.events[i] for i in draft.facts if i in view.events]
    hosts = {p.actor for event in events for p in event.participants if p.role == "host"}
    return any(i in place.ids or (i in view.actors and view.actors[i].country in lands) for i in hosts)


def _asked(view: View, query: Query) -> _Place | None:
    """The place to which a question has somebody go; one of which no text knows what it is goes by its words."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return None
    for name in query.names:
        if not view.any_is(name.ids, *_PLACES) or name.form == "demonym":
            continue
        before = query.text[: name.span.start].lower().removesuffix("the ").split()[-1:]
        if before and (before[0] in _TO or stem(before[0]) in frame.verbs):
            return _Place(name.ids, tuple(stems(name.text)))
    taken = [*(name.span for name in query.names), *(window.span for window in query.windows)]
    for found in _UNKNOWN.finditer(query.text):
        word = found["before"]
        if (word == "to" or stem(word) in frame.verbs) and not any(span.touches(Span(*found.span("place"))) for span in taken):
            return _Place((), tuple(stems(found["place"])))
    return None


def _elsewhere(view: View, place: _Place, draft: Draft) -> bool:
    """Whether the events of an answer are visits to other towns than the one asked about, which their sentences do not name."""
    if view.any_is(place.ids, "country"):
        return False
    events = [view.events[i] for i in draft.facts if i in view.events]
    towns = [p.actor for event in events for p in event.participants if p.actor in view.actors and view.actors[p.actor].kind == "place"]
    return bool(towns) and not set(towns) & set(place.ids)


def _reaches(view: View, place: _Place, passage: Passage) -> list[bool | None]:
    """For each time that a sentence names a place, whether it has somebody go there; None where it tells of no journey."""
    row = parsed(view, passage)
    return [_gone_to(view, row, k, adjective) for k, adjective in _spots(view, place, passage, row)]


def _spots(view: View, place: _Place, passage: Passage, row: Parsed) -> Iterator[tuple[int, bool]]:
    """The units of a sentence that name a place, or one within it where it is a country; and whether only as a word before a noun."""
    lands = {view.actors[i].name for i in place.ids if i in view.actors and view.actors[i].kind == "country"}
    known = {n.span.start: n for n in name_index(view).find(passage.tokens)}
    for k, unit in enumerate(row.units):
        name = known.get(unit.start)
        homes = {view.actors[i].country for i in name.ids if i in view.actors and view.actors[i].kind == "place"} if name else set()
        if name and (set(name.ids) & set(place.ids) or homes & lands):
            yield k, _stands_before(view, row, k, name.ids)
        elif unit.text[:1].isupper() and row.text(k, k + len(place.words)).split()[: len(place.words)] == list(place.words):
            yield k, False


def _stands_before(view: View, row: Parsed, k: int, ids: tuple[str, ...]) -> bool:
    """Whether a word for a country is no name of it, and stands before a noun or a name: "the Orsendan envoy"."""
    behind = row.units[k + 1] if k + 1 < len(row.units) else None
    named = row.units[k].text in {view.actors[i].name for i in ids if i in view.actors}
    return not named and behind is not None and behind.tag in ("noun", "actor", "agreement")


def _gone_to(view: View, row: Parsed, k: int, adjective: bool) -> bool | None:
    """Whether the words around a place tell that somebody went there, or was only to; None where they tell of no journey."""
    words, units = view.lexicon.motion, row.units
    behind = [stem(unit.lower) for unit in units[k + 1 : k + 1 + _AHEAD]]
    clause = _clause_at(row, k)
    if set(behind) & words["nouns"]:
        return clause is None or _done(view, row, clause)
    if adjective and not set(behind[:2]) & words["grounds"]:
        return None  # "the Orsendan envoy"
    governing = _verb_before(view, row, k)
    noun = _noun_before(view, row, k)
    if governing is not None and (noun is None or noun < governing.verb.start):
        return _done(view, row, governing)
    if noun is not None:
        own = _clause_at(row, noun)
        return own is None or _done(view, row, own)
    if clause is None:
        return None
    hosted = bool(verbs_of(row, clause) & words["hosts"])
    there = hosted or any(unit.lower in _IN for unit in units[max(k - 2, 0) : k])
    return True if there and _done(view, row, clause) else None


def _clause_at(row: Parsed, k: int) -> Clause | None:
    """The clause in whose words a place stands: of those around it, the one whose verb is nearest before it."""
    around = [clause for clause in row.clauses if min(clause.left, clause.verb.start) <= k < max(reach(row, clause), clause.verb.end)]
    return max(around, key=lambda clause: (clause.verb.start <= k, clause.verb.start), default=None)


def _verb_before(view: View, row: Parsed, k: int) -> Clause | None:
    """The clause with a verb of going of which a place is told."""
    words = view.lexicon.motion["verbs"]
    going = [c for c in row.clauses if c.verb.end <= k < max(c.right, reach(row, c)) and verbs_of(row, c) & words]
    nearest = max(going, key=lambda clause: clause.verb.end, default=None)
    later = [c for c in row.clauses if nearest is not None and nearest.verb.end < c.verb.end <= k and c.kind != "infinitive"]
    return None if any(c.right > k for c in later) else nearest


def _noun_before(view: View, row: Parsed, k: int) -> int | None:
    """The nearest noun for a journey before a place, with no verb between that stands alone."""
    nouns = view.lexicon.motion["nouns"]
    for n in range(k - 1, max(k - _BACK, -1), -1):
        if any(c.verb.head == n and c.verb.finite for c in row.clauses) or row.units[n].text in (";", ":"):
            return None
        if row.units[n].tag == "noun" and stem(row.units[n].lower.split("-")[-1]) in nouns:
            return n
    return None


def _done(view: View, row: Parsed, clause: Clause) -> bool:
    """Whether a clause tells of what was done: denied in no words, ahead or open in none, and behind no "before"."""
    mode, denied = mode_of(row, clause)
    if mode != "told" or denied:
        return False
    if clause.verb.form != "ing" or clause.verb.finite:
        return True
    near = {stem(unit.lower) for unit in row.units[max(clause.verb.start - 3, 0) : clause.verb.start]}
    return not near & view.lexicon.motion["before"]
