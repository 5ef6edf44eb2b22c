"""Whether a sentence has somebody go to a place: "flew to Orsenda", "on a visit to Orsenda"; "before going to Orsenda" does not."""

from collections.abc import Iterator, Set

from tieline.extract.syntax.clause import Clause
from tieline.light import dataclass
from tieline.query.reading.names import name_index
from tieline.query.reading.words import stem
from tieline.query.sentences.clausal import reach
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

PLACES = ("place", "country")
_IN = frozenset(("in", "at", "from", "through", "around", "across", "outside", "near", "via", "on", "to", "into"))
_BACK, _AHEAD = 14, 3  # units between a noun for a journey and its place, before it and behind it


@dataclass(frozen=True)
class Place:
    """A place to which somebody is to have gone: whom the texts know by that name, and its words as stems."""

    ids: tuple[str, ...]
    words: tuple[str, ...]


def goes_to(view: View, place: Place, passage: Passage, people: Set[str] = frozenset()) -> list[bool | None]:
    """For each time that a sentence names a place, whether it has somebody go there; None where it tells of no journey.

    `people`: those of whom the sentence must tell it, where it says only what was done in the place.
    """
    row = parsed(view, passage)
    return [_gone_to(view, row, k, adjective, people) for k, adjective in _spots(view, place, passage, row)]


def _spots(view: View, place: Place, passage: Passage, row: Parsed) -> Iterator[tuple[int, bool]]:
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


def _gone_to(view: View, row: Parsed, k: int, adjective: bool, people: Set[str]) -> bool | None:
    """Whether the words around a place tell that somebody went there, or was only to; None where they tell of no journey."""
    words, units = view.lexicon.motion, row.units
    near = units[k + 1 : k + 1 + _AHEAD]
    behind = [stem(unit.lower) for unit in near]
    clause = _clause_at(row, k)
    if {stem(unit.lower) for unit in near if unit.tag != "verb" or not unit.form("past", "s")} & words["nouns"]:
        return clause is None or _done(view, row, clause)
    if adjective and not set(behind[:2]) & words["grounds"]:
        return None  # "the Orsendan envoy"
    governing = _verb_before(view, row, k)
    noun = _noun_before(view, row, k)
    if governing is not None and (noun is None or noun < governing.verb.start):
        away = governing.verb.end < len(units) and units[governing.verb.end].lower == "away"
        return not away and _done(view, row, governing)
    if noun is not None:
        own = _clause_at(row, noun)
        return own is None or _done(view, row, own)
    if clause is None:
        return None
    hosted = bool(verbs_of(row, clause) & words["hosts"])
    there = hosted or any(unit.lower in _IN for unit in units[max(k - 2, 0) : k])
    if people and there and not _acts_there(row, clause, people, hosted=hosted):
        return None
    return True if there and _done(view, row, clause) else None


def _acts_there(row: Parsed, clause: Clause, people: Set[str], *, hosted: bool) -> bool:
    """Whether some people do what a clause tells, or are met in it; who receives a guest goes nowhere."""
    behind = set(row.named(range(clause.verb.end, max(clause.right, reach(row, clause)))))
    return bool(people & behind) or (not hosted and bool(people & set(subject_of(row, clause).ids)))


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


def travellers(view: View, passage: Passage) -> set[str]:
    """The people whom a sentence has go somewhere: the subjects of its verbs of going, and whose journeys it tells of."""
    row = parsed(view, passage)
    found: set[str] = set()
    before: set[str] = set()
    for clause in row.clauses:
        people = view.of_kind(subject_of(row, clause).ids, "person")
        if verbs_of(row, clause) & view.lexicon.motion["goes"]:
            pronoun = not people and any(unit.lower in _PRONOUNS for unit in row.units[clause.left : clause.verb.start])
            found |= people or (before if pronoun else set())
        before = people or before
    return found | {i for k in range(len(row.units) - 1) for i in _owners(view, row, k)}


def makes_journey(view: View, passage: Passage) -> bool:
    """Whether a sentence tells of a journey that was made, wherever it led."""
    row = parsed(view, passage)
    return any(verbs_of(row, clause) & view.lexicon.motion["goes"] and _done(view, row, clause) for clause in row.clauses)


_PRONOUNS = frozenset(("he", "she", "they", "who"))


def _owners(view: View, row: Parsed, k: int) -> set[str]:
    """Whose a journey is: "Vael's second visit"."""
    behind = [stem(unit.lower) for unit in row.units[k + 1 : k + 2 + _AHEAD]]
    owns = row.units[k + 1].tag == "'s" or row.units[k].text.endswith(("'", "\u2019"))
    return view.of_kind(row.ids.get(row.units[k].start, ()), "person") if owns and set(behind) & view.lexicon.motion["nouns"] else set()
