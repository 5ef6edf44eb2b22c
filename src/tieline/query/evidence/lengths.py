"""The length of time in a sentence that a question asks for."""

from tieline.query.evidence.asked import Sought
from tieline.query.evidence.cover import Hit
from tieline.query.evidence.pick import Pick, closeness, held
from tieline.query.reading.query import Query
from tieline.query.view import View

TIE = 0.93


def pick_length(view: View, query: Query, asked: Sought, hit: Hit) -> Pick | None:
    """The length of time that stands nearest to what is asked; None where the sentence gives none."""
    passage = hit.passage
    lengths = [m for m in passage.times if m.timex3.type == "DURATION" and m.time is None]
    ranked = sorted(
        ((closeness(view, asked, passage, m.start, m.end), -m.start, m) for m in lengths), key=lambda one: one[:2], reverse=True
    )
    if not ranked:
        return None
    best = ranked[0][2]
    rivals = [m for score, _, m in ranked[1:] if score >= TIE * ranked[0][0]]
    return Pick(best.text, best.timex3.value or best.text, sure=not rivals, held=held(view, asked, passage, best.start, best.end))
