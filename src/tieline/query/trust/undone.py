"""Whether what a question takes for done is told as left undone, or whoever is named did it instead of having it done to him."""

import re
from collections.abc import Iterator, Sequence

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.clausal import clauses_with_verb, is_passive
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View

_SURE = 0.85
_UNDONE = regex(
    r"\b(?:declin\w+|refus\w+|fail\w*|neglect\w*|omit\w*|unable|unwilling|forb\w+|forgot\w*|hesitat\w+|reluctant|loath|stop\w* short of"
    r"|rul\w+ out|instead of|rather than|without|short of|far from|yet)\b[^,;.]{0,25}$",
    re.I,
)
_NONE = regex(r"^\W*(?:no|none|neither|nobody|no one|hardly any|not a|not one)\b[^,;]{0,80}$", re.I)
_ASKS = regex(
    r"\b(?:declin\w+|refus\w+|fail\w*|neglect\w*|unable|unwilling"
    r"|forb[ia]d\w*|rul\w+ out|without|no|not|none|never|nobody|neither|yet)\b|n't\b",
    re.I,
)


def undone(view: View, query: Query, draft: Draft) -> bool:
    """Whether each sentence of a Yes says that nobody did it, or that somebody declined to; or the doer stands for whom it was done to."""
    told = view.passages_of(draft.citations)
    frame = frame_of(view, query) if told else None
    if frame is None or frame.copular:
        return False
    if draft.kind == "actor":
        return frame.asks == "object" and _does_it(view, frame, draft, told)
    if draft.value is not True or draft.kind != "yesno" or _ASKS.search(query.text) or any(i in view.events for i in draft.facts):
        return False
    verdicts = [found for passage in told for found in _left_undone(view, frame, passage)]
    return bool(verdicts) and all(verdicts)


def _left_undone(view: View, frame: Frame, passage: Passage) -> Iterator[bool]:
    """For each word of a sentence that says the verb of a question, whether what stands before it takes it back."""
    verbs = [verb.split()[0] for verb in frame.verbs]
    for token, own in zip(passage.tokens, passage.stems, strict=True):
        if any(tells(view, verb, f" {own} ") >= _SURE for verb in verbs):
            before = passage.text[: token.start - passage.fact.start]
            yield bool(_UNDONE.search(before) or _NONE.match(before))


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
