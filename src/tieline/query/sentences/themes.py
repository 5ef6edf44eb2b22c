"""Whether the one whom a question asks about is whom a clause is about: its subject, or the noun that a relative clause hangs on."""

from collections.abc import Sequence

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import phrase_start
from tieline.query.reading.frame import Part
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause_subjects import agent_of, is_passive, subject_of
from tieline.query.sentences.matching import Region, fit, region
from tieline.query.sentences.parsed import Parsed
from tieline.query.view import Passage, View


def doer_share(view: View, part: Part, row: Parsed, clause: Clause, passage: Passage) -> float:
    """From 0 to 1: how well the one who does in a clause is a part of the question; 0 where it only owns or modifies the doer."""
    own = doer(row, clause)
    if not own.places or not headed(view, part, own, row, clause):
        return 0.0
    whole = region(row, [*own.places, *range(clause.left, clause.right)])
    return fit(view, part, own, whole, passage, subject=True)


def theme_share(view: View, part: Part, row: Parsed, clause: Clause, passage: Passage) -> float:
    """From 0 to 1: how well the grammatical subject of a clause, that of a passive included, is a part of the question."""
    own = subject_of(row, clause)
    if not own.places or not headed(view, part, own, row, clause):
        return 0.0
    whole = region(row, [*own.places, *range(clause.left, clause.right)])
    return fit(view, part, own, whole, passage, subject=True)


def doer(row: Parsed, clause: Clause) -> Region:
    """Who does in a clause, with the noun to which an aside before "that" belongs: "the board, a body of six that looks after ..."."""
    own = _whole(row, agent_of(row, clause) if is_passive(row, clause) else subject_of(row, clause))
    if clause.kind == "main" and own.places and (before := _past_relative(row, own)):
        return before
    if clause.kind != "relative" or not own.places:
        return own
    start = phrase_start(row.units, own.places[0])
    aside = start > 1 and row.units[start - 1].text == ","
    return region(row, [*range(phrase_start(row.units, start - 2), start - 1), *own.places]) if aside else own


def _whole(row: Parsed, own: Region) -> Region:
    """A subject with the noun on which it hangs by a preposition: "the board in Torv, which ..."."""
    start = phrase_start(row.units, own.places[0]) if own.places else 0
    hangs = start > 1 and row.units[start - 1].lower in _PLACED and row.units[start - 2].tag in ("noun", "actor", "agreement")
    return region(row, [*range(phrase_start(row.units, start - 2), start), *own.places]) if hangs else own


_PLACED = frozenset(("in", "at", "near", "of", "from"))


def _past_relative(row: Parsed, own: Region) -> Region | None:
    """Whom a relative clause hangs on, where its object stands right before the main verb: "whoever breaks the rules risks a fine"."""
    found = next((one for one in row.clauses if one.kind == "relative" and one.verb.end == own.places[0] and one.antecedent), None)
    return region(row, range(phrase_start(row.units, found.antecedent[0]), found.antecedent[-1] + 1)) if found else None


def headed(view: View, part: Part, own: Region, row: Parsed, clause: Clause) -> bool:
    """Whether a subject is what a question asks about, and does not only hold it: "the opening of the port", "who breaks the rules"."""
    if part.head is None and any(set(ids) & own.ids for ids, _ in part.named):
        places = [k for k in own.places if any(set(ids) & set(row.ids.get(row.units[k].start, ())) for ids, _ in part.named)]
    else:
        ways = {part.head, *view.lexicon.nouns.get(part.head or "", ())}
        places = [k for k in own.places if ways & set(stems(row.units[k].text))]
    if not places:  # it is named by another word, which `fit` weighs
        if _SPEAKING & {unit.lower for unit in own.units}:
            return False  # "we" are those who speak, whomever they name
        return not _HE & {unit.lower for unit in own.units[:1]} or _is_person(view, part)
    heads = [k for k in clause.subject if k in own.places]
    start = phrase_start(row.units, heads[0]) if heads and clause.kind != "relative" else 0
    gap = row.units[places[-1] + 1 : heads[0]] if heads and places[-1] < heads[0] else ()
    if gap and all(unit.tag in ("preposition", "determiner") for unit in gap):
        return clause.kind == "relative" or places[-1] < start  # "the board in Torv, which ..."
    if not any(k >= start for k in places):  # it opens the sentence, as in "Under the accord the board will", or a list
        return _first_of_list(row, places, start)
    places = [k for k in places if k >= start]
    if part.head is None and heads and not set(heads) & set(places) and not any(_stands_for(view, row.units[k].lower) for k in heads):
        return False  # the envoy of a country is not the country
    if part.head is None and heads and all(_owns_next(view, row, heads, k) for k in places):
        return False
    if part.head is not None and _only_before(view, row, heads, places):
        return False
    before = [row.units[k] for k in own.places if start <= k < places[0]]
    return not any(unit.tag == "relative" or (unit.tag == "preposition" and unit.lower not in _NAMING) for unit in before)


def _owns_next(view: View, row: Parsed, heads: Sequence[int], k: int) -> bool:
    """Whether a name stands right before the noun that is the subject: "the Reed Board report"."""
    after = row.units[k + 1] if k + 1 < len(row.units) else None
    return after is not None and k + 1 in heads and after.tag == "noun" and not _stands_for(view, after.lower)


def _only_before(view: View, row: Parsed, heads: Sequence[int], places: Sequence[int]) -> bool:
    """Whether a noun only stands before the noun that is the subject: "medicine clinics"; not before one that adds nothing."""
    if not heads or set(heads) & set(places):
        return False
    run = row.units[places[-1] + 1 : heads[0] + 1] if places[-1] < heads[0] else ()
    listed = row.units[heads[0] + 1 : heads[0] + 2]
    if listed and listed[0].text == ",":
        return False  # "the drought upstream, the lack of pilots and ..."
    return bool(run) and all(unit.tag == "noun" for unit in run) and stem(run[-1].lower) not in view.lexicon.generic


def _first_of_list(row: Parsed, places: Sequence[int], start: int) -> bool:
    """Whether a noun stands before others that share its verb, with no preposition before it: "the drought, the lack of pilots and ..."."""
    first = phrase_start(row.units, places[0])
    opens = first - 1
    while opens > 0 and (row.units[opens].tag in _LISTED or row.units[opens].lower in (",", "of")):
        opens -= 1
    led = first > 0 and "preposition" in (row.units[opens].tag, row.units[first - 1].tag)
    between = row.units[places[-1] + 1 : start]
    listed = any(unit.tag == "coordinator" for unit in between) or all(unit.tag in ("preposition", "determiner") for unit in between)
    return not led and listed and not any(unit.tag in ("verb", "relative", "be", "have", "modal", "do") for unit in between)


_LISTED = frozenset(("noun", "determiner", "coordinator", "number", "agreement", "'s"))


def _stands_for(view: View, noun: str) -> bool:
    """Whether a noun behind the name of a country or house stands for it: "the Orsendan government", "the Pelmaran side"."""
    return noun in _WHOLE or any(stem(noun) in view.lexicon.kinds_asked[kind] for kind in ("country", "house"))


_HE = frozenset(("he", "she"))
_SPEAKING = frozenset(("i", "we", "you"))


def _is_person(view: View, part: Part) -> bool:
    """Whether somebody is asked about, for whom "he" can stand."""
    head = part.head or ""
    return view.any_is(part.ids, "person") or head in view.lexicon.kinds_asked["person"] or head.endswith(("er", "or", "ist", "man"))


_WHOLE = frozenset(("side", "authorities", "leadership", "it", "they"))
_NAMING = frozenset(("as",))
