"""Whether what a question asks is told of another, whom the sentence names, and not of the one it asks about."""

from collections.abc import Iterable, Sequence

from tieline.query.reading.frame import Frame
from tieline.query.sentences.clausal import FITS, fits, reach
from tieline.query.sentences.clause_subjects import is_passive, subject_of
from tieline.query.sentences.matching import fit, region
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View


def done_by_another(view: View, frame: Frame, passages: Sequence[Passage]) -> bool:
    """Whether each sentence has the deed done by somebody whom it names, and the one asked about neither there nor beside him."""
    if frame.passive or frame.subject.head is not None or len(frame.subject.named) != 1 or not passages:
        return False
    return all(_names_another(view, frame, passage) for passage in passages)


def _names_another(view: View, frame: Frame, passage: Passage) -> bool:
    """Whether a clause of a sentence tells what is asked of another than the one asked about, and none tells it of him."""
    row, asked, found = parsed(view, passage), _sides(view, frame.subject.ids), False
    for clause, share, _ in fits(view, frame, passage):
        if share >= FITS:
            return False
        own, behind = subject_of(row, clause), region(row, range(clause.verb.end, reach(row, clause)))
        told = fit(view, frame.rest, behind, region(row, [*own.places, *behind.places]), passage)
        sides = _sides(view, own.ids)
        apart = bool(sides) and not asked & (sides | _sides(view, behind.ids - frame.rest.ids))
        found = found or (apart and told >= FITS and not is_passive(row, clause))
    return found


def _sides(view: View, ids: Iterable[str]) -> set[str]:
    """Those who are named, and the countries that they are of."""
    known = [view.actors[i] for i in ids if i in view.actors]
    return {one.name for one in known} | {one.country for one in known if one.country}
