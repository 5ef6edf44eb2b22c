"""Answers from a clause whose verb, subject and object are those of the question."""

from collections.abc import Iterator, Sequence

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import phrase_start
from tieline.extract.syntax.unit import Unit
from tieline.light import dataclass
from tieline.query.reading.frame import Frame, Part, frame_of
from tieline.query.reading.query import Query
from tieline.query.sentences.bearers import bears
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import SPEAKS, agent_of, is_passive, subject_of
from tieline.query.sentences.clause_verbs import VISITED, verb_share
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.matching import Region, fit, pair_words, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import PROSE, Found, of_another, pairs
from tieline.query.view import Passage, View

LEAST = 0.8
FITS = 0.6  # of a question, told by a clause that has its verb
NEARLY = 0.1  # by which a clause may fall behind the best and still say how it is told
MOST = 60  # sentences taken apart for one question
_EITHER = frozenset(
    ("end", "begin", "start", "open", "reopen", "close", "stop", "resume", "conclude", "finish", "launch", "move", "change")
)
_OBJECTS = frozenset(("it", "them", "him", "her", "this", "that"))


@dataclass(frozen=True)
class Told:
    """A clause that tells what a question asks about, with the region that fills its gap. `mode`: told, ahead, or open."""

    passage: Passage
    row: Parsed
    clause: Clause
    share: float
    gap: Region
    mode: str
    denied: bool

    @property
    def found(self) -> Found:
        """Its sentence as evidence."""
        return Found(self.passage, self.share, ())


def clauses_for(view: View, query: Query) -> tuple[Frame, list[Told]] | None:
    """The grammar of a question with the clauses that fit it, best first; None where it has none."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or (frame.subject.empty and frame.rest.empty and frame.wanted.empty):
        return None
    owned = pairs(query)
    near = [one for one in _candidates(view, frame) if not any(of_another(view, one, name, word) for name, word in owned)]
    found = [told for passage in near for told in _of_passage(view, frame, passage)]
    return frame, sorted(found, key=lambda one: (-round(one.share, 2), one.passage.number))


def told_of(view: View, query: Query, passage: Passage) -> bool | None:
    """Whether a sentence tells with the verb of a question what it asks: False where only of others, None where it lacks the verb."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return None
    told = [share for _, share, _ in fits(view, frame, passage)]
    return max(told) >= FITS if told else None


def mode_told(view: View, query: Query, passage: Passage) -> str | None:
    """How a sentence tells, with the verb of a question, what it asks: told, denied, ahead or open; None where no clause does."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return None
    row = parsed(view, passage)
    told = [(share, clause) for clause, share, _ in fits(view, frame, passage) if share >= FITS]
    best = max((share for share, _ in told), default=0.0)  # "threatened to close it, but was blocked": it was not closed
    modes = [mode_of(row, clause) for share, clause in told if share > best - NEARLY]
    found = ["denied" if denied else mode for mode, denied in modes]
    return next((one for one in ("told", "denied", "ahead", "open") if one in found), None)


def tells_of_others(view: View, query: Query, passage: Passage) -> bool:
    """Whether the clauses of a sentence with the verb of a question name others than the question, or the same in other places."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return False
    row = parsed(view, passage)
    asked = frame.subject.ids | frame.rest.ids | frame.wanted.ids
    doing = frame.subject.ids
    for clause in (one for one in row.clauses if verb_share(view, frame, row, one)):
        before, after = set(subject_of(row, clause).ids), set(region(row, range(clause.verb.end, clause.right)).ids)
        if (before | after) and not (before | after) & asked:
            return True
        if doing and before and not before & doing and not clause.verb.passive:
            return True
    return False


def between_others(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence tells, with the verb of a question, of other parties than those it names: who owes whom, who lent to whom."""
    frame = frame_of(view, query)
    if frame is None or not (frame.subject.named and frame.rest.named) or frame.subject.head or frame.rest.head:
        return False
    return told_of(view, query, passage) is False


def doers(view: View, query: Query, passage: Passage) -> set[str] | None:
    """Who does in a sentence what a question asks who did, or to whom it is done; None where it asks for something else."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.asks not in ("subject", "object"):
        return None
    found: set[str] = set()
    for _, share, gap in fits(view, frame, passage):
        found |= set(gap.ids) if gap is not None and share >= FITS else set()
    return found


def fits(view: View, frame: Frame, passage: Passage) -> Iterator[tuple[Clause, float, Region | None]]:
    """The clauses of a sentence that have the verb of a question: how well each tells what is asked, and the region of that."""
    row = parsed(view, passage)
    for clause in row.clauses:
        if verb_share(view, frame, row, clause):
            yield clause, *_best(view, frame, row, clause, passage)


def clauses_with_verb(view: View, frame: Frame, passage: Passage) -> list[Clause]:
    """The clauses of a sentence that have the verb of a question."""
    row = parsed(view, passage)
    return [clause for clause in row.clauses if verb_share(view, frame, row, clause)]


_PASTS = {"find": "found", "lie": "lay", "grind": "ground"}  # past forms that are also other verbs, whose stem they have


def _candidates(view: View, frame: Frame) -> list[Passage]:
    ways = {way for verb in frame.verbs for way in (verb, *view.lexicon.verbs.get(verb, ()))}
    ways |= {"be"} if VISITED & set(frame.verbs) else set()
    ways |= {_PASTS[verb] for verb in frame.verbs if verb in _PASTS}
    told = {n for way in ways for n in view.index.get(way.split()[0], ())}
    own = [w for part in (frame.subject, frame.rest, frame.wanted) for w in part.words]
    words = [way for w in own for way in (w, *view.lexicon.nouns.get(w, ()))]
    ids = [i for part in (frame.subject, frame.rest, frame.wanted) for named, _ in part.named for i in named]
    near: dict[int, int] = {}
    for numbers in [view.index.get(word, ()) for word in words] + [view.by_actor.get(i, ()) for i in ids]:
        for number in numbers:
            for at in (number, number + 1):
                near[at] = near.get(at, 0) + 1
    if set(own) & pair_words(view.lexicon)[0]:  # "the two countries" are whom a sentence names
        for number in told:
            near[number] = near.get(number, 0) + (len(view.of_kind(view.passages[number].fact.actors, "country")) > 1)
        near = {number: count for number, count in near.items() if count}
    ranked = sorted(told & set(near), key=lambda n: (-near[n], n))[:MOST] if near else []
    return [view.passages[n] for n in ranked if view.passages[n].fact.zone in PROSE]


def _of_passage(view: View, frame: Frame, passage: Passage) -> Iterator[Told]:
    row = parsed(view, passage)
    for clause in row.clauses:
        verb = verb_share(view, frame, row, clause)
        share, gap = _best(view, frame, row, clause, passage) if verb else (0.0, None)
        if gap is not None and share * verb >= LEAST:
            mode, denied = mode_of(row, clause)
            yield Told(passage, row, clause, share * verb, gap, mode, denied)


def _best(view: View, frame: Frame, row: Parsed, clause: Clause, passage: Passage) -> tuple[float, Region | None]:
    """How well the parts of a question are those of a clause, and the region of what is asked."""
    end = reach(row, clause)
    before, agent = subject_of(row, clause), agent_of(row, clause)
    things = _thing_of(row, clause) if frame.asks == "adverb" and frame.direct else ()
    if frame.asks in ("subject", "adverb"):
        end = _with_attached(row, clause, end)
    after = region(row, [*things, *range(clause.verb.end, end)])
    whole = region(row, [*before.places, *range(clause.left, end)])
    roles = _roles(view, frame, clause, (before, after, agent, whole), passage)
    return max(roles, key=lambda one: one[0], default=(0.0, None))


def _thing_of(row: Parsed, clause: Clause) -> Iterator[int]:
    """The places of the thing that "that" or "which" stands for before a subject of its own: "a case that Orsenda filed"."""
    led = any(row.units[k].tag == "preposition" for k in range(max(clause.left - 2, 0), clause.left + 1))  # "on which work began"
    if clause.kind == "relative" and not led and clause.subject and not set(clause.subject) & set(clause.antecedent):
        for head in clause.antecedent[-1:]:
            yield from range(phrase_start(row.units, head), head + 1)


def reach(row: Parsed, clause: Clause) -> int:
    """Where a clause ends with the verb that its own takes for an object: "resumed issuing visas", "decides whether to sign"."""
    end = clause.right
    for other in row.clauses:
        if other.verb.start < clause.verb.end or other is clause:
            continue
        between = row.units[clause.verb.end : other.verb.start]
        joined = other.kind in ("infinitive", "participle") and all(unit.tag == "adverb" for unit in between)
        asked = other.kind == "infinitive" and any(unit.lower == "whether" for unit in between)
        doing = other.verb.form == "ing" and _only_object(between)
        if (joined and other.verb.form != "part") or asked or doing:
            return max(end, reach(row, other))
    return end


_OF_THING = frozenset(("from", "between", "against", "on", "under", "of"))


def _with_attached(row: Parsed, clause: Clause, end: int) -> int:
    """Where a clause ends with the participle that says which thing its object is: "imposed tariffs on [timber imported from Orsenda]"."""
    if end >= len(row.units) or row.units[end - 1].tag not in ("noun", "agreement"):
        return end
    other = next((one for one in row.clauses if one.verb.start == end and one.kind == "participle" and one.verb.form != "ing"), None)
    led = other is not None and other.verb.end < len(row.units) and row.units[other.verb.end].lower in _OF_THING
    return other.right if other is not None and led and other.parent is clause else end


def _only_object(units: Sequence[Unit]) -> bool:
    """Whether some words are an object and the preposition of a deed behind it: "attaches importance to [building] ties"."""
    return (
        len(units) > 1 and units[-1].tag == "preposition" and all(unit.tag in _OF_OBJECT or unit.tag == "adjective" for unit in units[:-1])
    )


def _roles(
    view: View, frame: Frame, clause: Clause, regions: tuple[Region, Region, Region, Region], passage: Passage
) -> Iterator[tuple[float, Region]]:
    """The ways in which the parts of a question can be those of a clause: the share told, and the region of what is asked."""
    before, after, agent, whole = regions

    def told(part: Part, own: Region) -> float:
        if own is before and part is frame.subject and not bears(view, part, own, own.row, clause):
            return 0.0
        doing = own is before or (part is frame.subject and own is agent and not own.places)
        return fit(view, part, own, whole, passage, subject=doing)

    passive = is_passive(before.row, clause)
    if frame.asks == "subject":
        yield told(frame.rest, before if passive else after), agent if passive else before
        if not passive and not _has_object(after, clause):
            yield 0.95 * fit(view, frame.rest, whole, whole, passage, loose=True), before
    elif frame.passive:
        theme = frame.wanted if frame.subject.empty else frame.subject
        yield min(told(theme, before), told(frame.rest, whole)), before
        if not passive:
            yield min(told(theme, after), told(frame.rest, whole)), after
    elif frame.asks == "object":
        k = clause.verb.end
        if not passive and k < len(after.row.units) and after.row.units[k].lower in _OBJECTS:  # "called it an insult"
            yield min(told(frame.subject, before), fit(view, frame.rest, region(after.row, (k,)), whole, passage)), after
        yield min(told(frame.subject, agent if passive else before), told(frame.rest, whole)), before if passive else after
    elif not passive:
        yield min(told(frame.subject, before), told(frame.rest, after)), after
        for aim in filter(None, (_with_aim(after.row, clause), _described(frame, after.row, clause))):
            further = region(after.row, range(clause.verb.end, aim))
            yield min(told(frame.subject, before), fit(view, frame.rest, further, further, passage)), after
        turns = (
            not frame.direct and not _who(frame.subject) and _is_object(view, frame.subject, after, clause)
        )  # "Orsenda opened the port": the port opened, and Orsenda did not
        if turns or clause.verb.lemma in SPEAKS:  # "..., wrote Vael in the paper"
            yield min(told(frame.subject, after), told(frame.rest, whole)), after
        if not frame.direct and clause.verb.lemma in _EITHER and frame.subject.head:
            yield min(told(frame.subject, after), told(frame.rest, whole)), before  # "Rosk ended his visit": when did it end
    else:
        yield min(told(frame.rest, before), told(frame.subject, agent)), before
        if not frame.direct and not _who(frame.subject):
            yield min(told(frame.subject, before), told(frame.rest, whole)), before


def _is_object(view: View, part: Part, after: Region, clause: Clause) -> bool:
    """Whether the head of a part of a question stands behind a verb with no preposition before it."""
    heads = (phrase.head for phrase in clause.after if phrase.preposition is None)
    return any(covers_text(view, part.head or "", after.row.text(k, k + 1)) for k in heads) or part.head in view.lexicon.generic


def _who(part: Part) -> bool:
    """Whether a part of a question only names somebody."""
    return part.head is None and bool(part.named)


def _with_aim(row: Parsed, clause: Clause) -> int | None:
    """Where the infinitive ends that stands right behind the object of a clause: "Orsendans need a visa to enter Pelmara"."""
    for other in row.clauses:
        if other.kind == "infinitive" and other.verb.start > clause.verb.end:
            object_ = row.units[clause.verb.end : other.verb.start]
            return other.right if all(unit.tag in _OF_OBJECT for unit in object_) else None
    return None


def _described(frame: Frame, row: Parsed, clause: Clause) -> int | None:
    """Where the participle of a question ends that tells which object of a clause is meant: "welcomed the steps taken by Orsenda"."""
    for other in row.clauses:
        if other.kind == "participle" and other.verb.form != "ing" and other.verb.start > clause.verb.end:
            object_ = row.units[clause.verb.end : other.verb.start]
            asked = row.text(other.verb.head, other.verb.head + 1).strip() in frame.rest.words
            return other.right if asked and object_ and all(unit.tag in (*_OF_OBJECT, "adjective", "actor") for unit in object_) else None
    return None


_OF_OBJECT = frozenset(("noun", "determiner", "agreement", "quantity", "number", "adverb", "'s"))


def _has_object(after: Region, clause: Clause) -> bool:
    """Whether something stands behind a verb without a preposition."""
    return any(phrase.preposition is None and after.row.units[phrase.head].tag != "time" for phrase in clause.after)
