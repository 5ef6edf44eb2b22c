"""What somebody or something does, did or will do, where a question leaves the act open: "what does the council do"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.light import dataclass
from tieline.model.span import Span
from tieline.query.draft import Draft, from_events, from_passage, in_order, nothing, passage_item, quoted
from tieline.query.events.pick.select import REAL, evidence_stems
from tieline.query.reading.frame import Frame, Part, frame_of
from tieline.query.reading.query import Query, Term
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import agent_of, subject_of
from tieline.query.sentences.matching import fit, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found, in_time_of, search
from tieline.query.sentences.themes import doer_share
from tieline.query.view import Passage, View

LEAST = 0.75
MOST = 40  # sentences taken apart for one question
SHOWN = 2
_AHEAD = regex(r"^\W*what (?:will|would|shall|(?:is|are|was|were) [^?]*\b(?:going|supposed|meant|due|planning|to) (?:to )?do\b)", re.I)
_NOW = regex(r"^\W*what (?:is|are|'s|do|does|can|may|must|should|doesn't|don't|can't)\b", re.I)
_NOT = regex(r"\bnot\b|n't\b", re.I)


@dataclass(frozen=True)
class Deed:
    """A clause whose subject is the one whom a question asks about."""

    passage: Passage
    clause: Clause
    share: float


def doings(view: View, query: Query) -> Draft | None:
    """The sentences that tell what the one asked about does, in the time asked for; None where a question names the act."""
    if query.form == "person" and view.any_is(query.ids, "person"):
        return None  # what somebody does is his office
    if query.form == "person":  # "what does the board do" is read as a question of what it is
        query = replace(query, form="what", asked=Span(0, len("what")))
    frame = frame_of(view, query)
    if frame is None or frame.asks != "object" or frame.passive or "do" not in frame.verbs or frame.subject.empty:
        return None
    told = sorted(_deeds(view, query, frame), key=lambda one: (-round(one.share, 2), one.passage.number, one.clause.verb.start))
    kept = {one.passage.number: one for one in reversed(told) if one.share >= told[0].share - 0.05}
    passages = [kept[number].passage for number in sorted(kept, key=lambda n: (-round(kept[n].share, 2), n))]
    if not passages:
        return _by_events(view, query, frame) or nothing(view, query, "statement")
    first = Found(passages[0], 1.0, ())
    shown = passages[: SHOWN if len(passages) > 1 and sum(len(one.text) for one in passages[:SHOWN]) < 285 else 1]
    draft = from_passage(first, "statement", text=" ".join(quoted(one, 290) for one in shown))
    items = tuple(passage_item(one) for one in passages[:6]) if len(passages) > 1 else ()
    cited = tuple(one.citation for one in passages[:6])
    return replace(draft, items=items, citations=cited, told=("do", "doing", *frame.subject.words))


def _by_events(view: View, query: Query, frame: Frame) -> Draft | None:
    """What the one asked about did at a time or place, where only nouns tell it: "his visit in May"."""
    ids = frame.subject.ids
    own = [e for e in view.facts.events if e.status in REAL and ids & {one.actor for one in e.participants} and e.type != "statement"]
    own = [event for event in own if event.time and all(in_window(event.time, window) for window in query.windows)]
    named = {word for _, words in frame.subject.named for word in words}
    rest = [term.stem for term in query.words if term.stem not in named and term.stem not in frame.subject.words]
    own = [event for event in own if all(f" {word} " in evidence_stems(view, event) for word in rest)]
    return from_events(in_order(own), "series") if (query.windows or rest) and 0 < len(own) <= 4 else None


def _deeds(view: View, query: Query, frame: Frame) -> Iterator[Deed]:
    denying = _NOT.search(query.text) is not None
    for passage in candidates(view, query, frame):
        if not all(in_time_of(passage, window) for window in query.windows):
            continue
        row = parsed(view, passage)
        for clause in row.clauses:
            if _tells(view, row, clause, denying=denying) and _in_tense(query.text, row, clause, done=not frame.rest.empty):
                share = min(doer_share(view, frame.subject, row, clause, passage), _rest(view, frame.rest, row, clause, passage))
                if share >= LEAST:
                    yield Deed(passage, clause, share)


def _rest(view: View, rest: Part, row: Parsed, clause: Clause, passage: Passage) -> float:
    """How well the rest of a question is told by a clause with what hangs on it."""
    own = region(row, [k for k in range(clause.left, len(row.units)) if not _begins_other(row, clause, k)])
    if clause.verb.passive:
        own = region(row, (*own.places, *subject_of(row, clause).places))
    return fit(view, rest, own, own, passage)


def _begins_other(row: Parsed, clause: Clause, k: int) -> bool:
    """Whether a place lies in a later clause with a subject of its own."""
    return any(one.kind == "main" and one.verb.start > clause.verb.end and one.left <= k < one.right and one.subject for one in row.clauses)


def _tells(view: View, row: Parsed, clause: Clause, *, denying: bool) -> bool:
    """Whether a clause tells a deed: no speech, no being, no condition, and nothing denied but where a question asks for that."""
    if clause.kind not in ("main", "subordinate", "relative") or clause.verb.lemma in ("be", "do"):
        return False
    if clause.verb.passive and not agent_of(row, clause).places:
        return False
    if clause.verb.lemma in view.lexicon.verb_kinds["grows"]:
        return False
    if clause.verb.lemma == "have" and not _EFFECTS & set(row.text(clause.verb.end, clause.right).split()):
        return False
    if clause.verb.lemma in view.lexicon.verb_kinds["saying"] and not (clause.verb.lemma == "add" and _direct(clause)):
        return False
    if clause.kind == "subordinate" and clause.verb.modal in ("can", "could"):
        return False  # "so that firms can invest"
    mode, denied = mode_of(row, clause)
    return denied == denying and mode != "open"


_EFFECTS = frozenset(stem(word) for word in ("impact", "effect", "consequence", "influence", "repercussion"))


def _direct(clause: Clause) -> bool:
    """Whether something stands right behind a verb: "added a wing"."""
    return bool(clause.after) and clause.after[0].preposition is None


def _in_tense(asked: str, row: Parsed, clause: Clause, *, done: bool) -> bool:
    """Whether a clause is of the time for which a question asks: past, present or ahead. `done`: what was done counts for the present."""
    mode = mode_of(row, clause)[0]
    if _AHEAD.match(asked):
        return mode == "ahead"
    group = [unit.lower for unit in row.units[clause.verb.start : clause.verb.end]]
    past = (clause.verb.form == "past" and not clause.verb.modal) or group[-1:] == ["had"]
    if _NOW.match(asked) and not (done and mode == "told"):
        return not past and not (clause.verb.perfect and not clause.verb.progressive and re.search(r"\bdoing\b", asked) is None)
    return mode == "told" and (past or clause.verb.perfect or bool(_NOW.match(asked)))


def candidates(view: View, query: Query, frame: Frame) -> list[Passage]:
    """The sentences that name the one asked about, and those right behind them."""
    terms = tuple(Term(word, word, query.asked) for word in frame.subject.words)
    names = tuple(name for name in query.names if set(name.ids) & frame.subject.ids)
    found = search(view, query, terms=terms, names=names, in_time=False, most=4 * MOST)
    near = sorted({at for one in found for at in (one.passage.number, one.passage.number + 1) if at < len(view.passages)})
    return [view.passages[n] for n in near[:MOST] if view.passages[n].fact.zone == "prose"]
