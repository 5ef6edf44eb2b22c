"""The proof that every Yes must have: a clause that tells what is asked, of those asked, done as asked and at the time asked."""

from collections.abc import Iterator

from tieline.model.span import Citation
from tieline.query.draft import Draft
from tieline.query.people.speech import verbs_of_speech
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import FITS, fits
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View


def unproved(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentences of a Yes have the verb of the question, and no clause with it tells what is asked."""
    if draft.kind != "yesno" or draft.value is not True:
        return False
    frame = frame_of(view, query)
    if frame is None or frame.copular or set(frame.verbs) & frozenset().union(*verbs_of_speech(view.lexicon)):
        return False
    events = [view.events[i] for i in draft.facts if i in view.events]
    if len(events) > 1 or any(event.agreement for event in events):
        return False
    cited = [citation for event in events for citation in event.evidence] or draft.citations
    told = [(passage, one if events else None) for one in cited for passage in view.passages_of([one])]
    verdicts = [share >= FITS for passage, span in told for share in _shares(view, frame, passage, span)]
    return bool(verdicts) and not any(verdicts)


def _shares(view: View, frame: Frame, passage: Passage, within: Citation | None) -> Iterator[float]:
    """How well each clause with the verb of a question tells what it asks, of those whose verb stands within some words."""
    units = parsed(view, passage).units
    for clause, share, _ in fits(view, frame, passage):
        if within is None or within.start <= units[clause.verb.head].start < within.end:
            yield share
