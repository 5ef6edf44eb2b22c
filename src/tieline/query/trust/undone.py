"""Whether what a question takes for done is told as left undone, or whoever is named did it instead of having it done to him."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.clausal import clauses_with_verb
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import is_passive
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View

_MUTUAL = frozenset({"meeting", "summit", "negotiation"})  # who does it to somebody has it done to him as well


def undone(view: View, query: Query, draft: Draft) -> bool:
    """Whether each sentence of a Yes says that nobody did it, or that somebody declined to; or the doer stands for whom it was done to."""
    told = view.passages_of(draft.citations)
    if told and draft.value is True and _HAVE.match(query.text) and all(_ahead(view, query, passage) for passage in told):
        return True
    if told and draft.kind in ("date", "actor") and _LAID.search(query.text) and all(_LIFTED.search(one.text) for one in told):
        return True
    if told and draft.kind in ("number", "actor") and draft.value != 0 and _unsettled(query, draft, told):
        return True
    by_somebody = draft.kind == "actor" and not query.types & _MUTUAL
    frame = frame_of(view, query) if told and by_somebody else None
    return frame is not None and not frame.copular and frame.asks == "object" and _does_it(view, frame, draft, told)


# a measure asked for as taken, and one told as undone: "when did Togo ban beef", "Togo lifted its ban on beef"
_LAID = regex(r"\b(?:imposed?|introduced?|banned|(?:did|has|had|have|will) (?:[\w'-]+ ){1,4}?(?<!the )(?<!its )(?<!their )ban)\b", re.I)
_LIFTED = regex(
    r"\b(?:lift|end|scrap|drop|eas|remov|abolish|waiv|repeal|relax|revok)(?:e|ed|es|s|ing|ped|ping)?\b (?:[\w'’-]+ ){0,3}"
    r"(?:ban|embargo|blockade|boycott|sanctions?|tariffs?|curbs?|restrictions?|moratorium|curfew)\b",
    re.I,
)
_DID = regex(r"\b(?:did|was|were|has|have|had)\b", re.I)
_WEIGHS = regex(
    r"\b(?:discuss|negotiat|consider|propos|plan|want|seek|sought|hop|expect|offer|promis|pledg|talk|weigh|float|study|studied|request|ask|aim|intend)",
    re.I,
)
_WEIGHED = regex(
    r"\b(?:under (?:discussion|negotiation|consideration|study|review|examination)"
    r"|(?:being|still) (?:discussed|negotiated|considered|studied|weighed|examined|worked out|finalised|finalized|mulled)"
    r"|(?:in|holding) (?:talks|negotiations|discussions) (?:on|over|about|for|to)|mooted|on the table)\b",
    re.I,
)


def _unsettled(query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether the part of each sentence that gives an amount, or who did it, says that it was still being discussed."""
    if not _DID.search(query.text) or _WEIGHS.search(query.text):
        return False
    words = draft.text.split(". ")[0].rstrip(".")
    parts = [part for passage in told for part in re.split(r"[;:]", passage.text) if words in part]
    return bool(parts) and all(_WEIGHED.search(part) for part in parts)


_HAVE = regex(r"^\W*(?:do|does|did)\b.*\b(?:have|own|possess)\b", re.I)


def _ahead(view: View, query: Query, passage: Passage) -> bool:
    """Whether what somebody is asked to have stands in a sentence only where it is to come: "will send its first envoy"."""
    row = parsed(view, passage)
    words = {term.stem for term in query.words}
    holding = [clause for clause in row.clauses if words & set(row.text(clause.left, clause.right).split())]
    return bool(holding) and all(mode_of(row, clause)[0] != "told" for clause in holding)


def _does_it(view: View, frame: Frame, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether the one answered stands only before the verb of a question, which is in no passive: he does it, and it is not done to him."""
    words = set(stems(str(draft.value)))
    verdicts = []
    for passage in told:
        row = parsed(view, passage)
        for clause in clauses_with_verb(view, frame, passage):
            behind = {word for unit in row.units[clause.verb.end :] for word in stems(unit.text)}
            verdicts.append(not is_passive(row, clause) and not words & behind)
    return bool(verdicts) and all(verdicts)
