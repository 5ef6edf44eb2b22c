"""Two figures of one sentence that tell the same of two doers: "Norland will free 615 goods; Samoa will do so for 310"."""

from collections.abc import Sequence

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.query.amounts.figure_words import Fit
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.view import View

_PARTS = regex(r";|,?\s(?:while|whereas|and|but)\s")


def of_doer(view: View, query: Query, fits: Sequence[Fit]) -> list[Fit]:
    """Figures without those that a sentence tells of another doer, where it tells one of the same kind of the doer asked about."""
    from tieline.query.reading.frame import frame_of

    frame = frame_of(view, query) if len(fits) > 1 else None
    doers = [words for ids, words in frame.subject.named if any(one in view.actors for one in ids)] if frame else []
    if not doers:
        return list(fits)
    own = [fit.figure for fit in fits if any(_leads(view, fit.figure, words) for words in doers)]
    return [fit for fit in fits if fit.figure in own or not any(_beside(fit.figure, one) for one in own)]


def _beside(one: Figure, other: Figure) -> bool:
    """Whether two figures of one kind stand in one sentence."""
    same = one.unit == other.unit and one.measure == other.measure and one.value != other.value
    return same and bool(set(one.evidence) & set(other.evidence))


def _leads(view: View, figure: Figure, words: Sequence[str]) -> bool:
    """Whether a name stands before a figure in its part of the sentence, or in none of the parts."""
    for passage in view.passages_of(figure.evidence):
        at = passage.text.find(figure.text or "")
        if at < 0:
            continue
        start = max((cut.end() for cut in _PARTS.finditer(passage.text, 0, at)), default=0)
        if f" {' '.join(words)} " in f" {' '.join(stems(passage.text[start:at]))} ":
            return True
    return False
