"""The Yes of a sentence that tells with its own verb all that is asked, where another sentence seems to deny it."""

import re

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.query.draft import Draft, clip, from_passage, nothing, quoted
from tieline.query.events.verdict.by_sentences import asks_open
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import FITS, Told, clauses_for, fits
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_verbs import has_verb
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.told_in import plain_clauses
from tieline.query.view import Passage, View


def told_after_all(view: View, query: Query, draft: Draft) -> Draft | None:
    """The Yes to a question that a No denies by a sentence about something else, or a refusal; None where that denies the very deed."""
    frame = frame_of(view, query)
    if draft.kind != "yesno" or draft.value is not False or query.negated or frame is None or frame.copular or asks_open(query.text):
        return None
    if not _DONE.match(query.text) or any(view.events[i].title in draft.text for i in draft.facts if i in view.events):
        return None  # what is known as denied, planned or called off
    shown = view.passages_of(draft.citations)
    if any(_denies(view, frame, passage) for passage in shown):
        return None
    refuted = any(_DENIAL.search(passage.text) for passage in shown)
    here = {passage.number for passage in shown}
    plain = [one for one in plain_clauses(view, query) if one.passage.number not in here or _done(one)]
    told = [one for one in plain if not (refuted and _reported(one.clause))]
    if told:
        return from_passage(told[0].found, "yesno", text=clip(f"Yes. {quoted(told[0].passage, 250)}"), value=True)
    near = _nearly_told(view, query, frame) - here
    return nothing(view, query, "yesno", "The texts do not say whether that is so.") if near and not refuted else None


def _done(told: Told) -> bool:
    """Whether a sentence that seems to deny something tells the deed in its main clause: not "has no set target", "buys no gas"."""
    verb = told.clause.verb
    around = told.row.units[max(verb.start - 2, 0) : verb.end + 2]
    return told.clause.kind == "main" and not told.denied and not any(unit.lower in ("no", "neither", "none") for unit in around)


_DENIAL = regex(r"\b(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|untrue|false|no such|not true)\b", re.I)
_DONE = regex(r"^\W*(?:did|has|have|had|was|were)\b", re.I)
_SPEAKS = frozenset(("say", "report", "claim", "allege", "write", "tell", "assert", "state", "announce"))


def _reported(clause: Clause) -> bool:
    """Whether a clause is what somebody says."""
    return clause.parent is not None and clause.parent.verb.lemma in _SPEAKS


def _nearly_told(view: View, query: Query, frame: Frame) -> set[int]:
    """The numbers of the sentences that tell as done, with the very verb of a question, nearly all that is asked."""
    _, told = clauses_for(view, query) or (None, [])
    own = [one for one in told if one.mode == "told" and not one.denied and has_verb(frame.verbs, one.row, one.clause)]
    return set() if query.windows else {one.passage.number for one in own}


def _denies(view: View, frame: Frame, passage: Passage) -> bool:
    """Whether a clause with the verb of a question denies what is asked, or leaves it open with that very verb."""
    row = parsed(view, passage)
    told = [(mode_of(row, clause), has_verb(frame.verbs, row, clause)) for clause, share, _ in fits(view, frame, passage) if share >= FITS]
    return any(denied or (own and mode != "told") for (mode, denied), own in told)
