"""Whether the verb of a clause is that of a question: the same one, one that means it, or a light verb with its noun."""

from collections.abc import Iterable

from tieline.extract.syntax.clause import Clause
from tieline.query.reading.frame import Frame
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.parsed import Parsed
from tieline.query.view import View

_LIGHT = frozenset(stem(word) for word in ("impose", "make", "pay", "hold", "give", "issue", "carry", "conduct", "place", "lodge"))
_PARTICLES = frozenset(("over", "off", "out", "up", "back", "away", "down"))


def verbs_of(row: Parsed, clause: Clause) -> set[str]:
    """The stems of the verb of a clause; one with "re-" before it is one word with that."""
    head = clause.verb.head
    words = [row.units[head].lower, *clause.verb.lemmas]
    if head > 1 and row.units[head - 1].text == "-" and row.units[head - 2].lower == "re":
        words = [f"re{word}" for word in words]
    return {stem(word) for word in words}


def has_verb(verbs: Iterable[str], row: Parsed, clause: Clause) -> bool:
    """Whether a clause has one of some verbs itself: of two words, with its particle behind it: "called again on", "paid the sum back"."""
    own = verbs_of(row, clause)
    behind = row.text(clause.verb.head + 1, max(clause.right, clause.verb.end))
    return any(first in own and all(f" {word} " in behind for word in rest) for first, *rest in (verb.split() for verb in verbs))


def verb_share(view: View, frame: Frame, row: Parsed, clause: Clause) -> float:
    """How surely the verb of a clause means that of a question: 1.0 for the same, 0.0 for another."""
    known: dict[int, tuple[Clause, float]] = frame.__dict__.setdefault("_verb_shares", {})  # many ways to an answer ask for it
    if id(clause) not in known:
        known[id(clause)] = (clause, _verb_share(view, frame, row, clause))  # with the clause, so that its id stays its own
    return known[id(clause)][1]


def _verb_share(view: View, frame: Frame, row: Parsed, clause: Clause) -> float:
    own = verbs_of(row, clause)
    rest = row.text(clause.verb.head + 1, min(clause.verb.head + 4, len(row.units)))
    if _is_idiom(frame, row, clause):
        return 0.0
    if own & set(frame.verbs) and not _longer(view, frame, own & set(frame.verbs), rest):
        return 1.0
    if "be" in clause.verb.lemmas and VISITED & set(frame.verbs) and _stays(row, clause):
        return 0.95  # "was in Vienna on 3 October"
    if own & _LIGHT and any(f" {verb} " in row.text(clause.verb.head + 1, min(clause.verb.head + 6, clause.right)) for verb in frame.verbs):
        return 0.92  # "imposed its own ban on", "paid a visit to"
    bare = _without_determiners(row, clause)
    runs = [f" {one}{behind}" for one in sorted(own) for behind in dict.fromkeys((rest, bare))]
    ways = {way for verb in frame.verbs for way in (verb, *view.lexicon.verbs.get(verb, ()))}
    part = stem(row.units[clause.verb.head + 1].lower) if clause.verb.head + 1 < len(row.units) else ""
    ways = {way for way in ways if part not in _PARTICLES or part in way.split()}  # "took over" is no "took"
    if any(run.startswith(f" {way} ") for way in ways for run in runs):
        return 0.95
    behind = row.text(clause.verb.end, clause.right)  # "handed the island back"
    apart = [way.split() for way in ways if way.count(" ") == 1 and way.split()[1] in _PARTICLES]
    return 0.95 if any(verb in own and f" {particle} " in behind for verb, particle in apart) else 0.0


_IDIOMS = {"pay": frozenset(stems("visit tribute attention heed homage respects call regard court"))}


def _is_idiom(frame: Frame, row: Parsed, clause: Clause) -> bool:
    """Whether a verb pays nobody: what "paid his first visit" did, where a question asks who pays."""
    asked = {verb.split()[0] for verb in frame.verbs}
    nouns = next((nouns for verb, nouns in _IDIOMS.items() if verb in asked and verb in clause.verb.lemmas), frozenset())
    if not nouns or nouns & {*frame.verbs, *frame.subject.words, *frame.rest.words, *frame.wanted.words}:
        return False
    return bool(nouns & set(stems(" ".join(unit.text for unit in row.units[clause.verb.end : clause.verb.end + 5]))))


def only_idiom(frame: Frame, row: Parsed) -> bool:
    """Whether each clause with the verb of a question means something else by it."""
    asked = {verb.split()[0] for verb in frame.verbs}
    told = [clause for clause in row.clauses if verbs_of(row, clause) & asked]
    return bool(told) and all(_is_idiom(frame, row, clause) for clause in told)


def _without_determiners(row: Parsed, clause: Clause) -> str:
    """The stems right behind a verb less "its", "the" and adverbs: "gave its formal consent" is "gave formal consent"."""
    units = row.units[clause.verb.head + 1 : min(clause.verb.head + 7, len(row.units))]
    kept = [word for unit in units if unit.tag not in ("determiner", "adverb") for word in stems(unit.text)]
    return f" {' '.join(kept[:4])} "


def _longer(view: View, frame: Frame, own: set[str], rest: str) -> bool:
    """Whether a verb is only the first word of another: what "came into force" did not come."""
    behind = rest.split()
    runs = {" ".join([one, *behind[:size]]) for one in own for size in (1, 2)}
    return any(run in view.lexicon.verbs and " " in run for run in runs) and not runs & set(frame.verbs)


VISITED = frozenset(stem(word) for word in ("visit", "travel", "go"))


def _stays(row: Parsed, clause: Clause) -> bool:
    """Whether a clause tells no more than where somebody was."""
    units, k = row.units, clause.verb.end
    return k + 1 < len(units) and units[k].lower in ("in", "at") and units[k + 1].tag == "actor"
