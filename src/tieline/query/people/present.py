"""Who attended what was signed, opened or held: named in the sentence that tells of it, or in one near it about "the ceremony"."""

import re

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import Draft, clip, in_a_row, quoted
from tieline.query.events.pick.select import REAL
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.times.anchors import dated
from tieline.query.view import Passage, View

ASKED = regex(
    r"^\W*who (?:else |all )*(?:attended|witnessed|watched|(?:was|were) (?:present |there )?(?:at|for)|took part in|came to|looked on at) "
    r"(?P<what>(?:the|its|their|this|that)\b[^?]*)",
    re.I,
)
_NEAR = 5  # sentences behind the one that tells of the event
_OCCASION = (
    r"(?:(?:opening |signing |handing-over )?ceremony|signing|opening|inauguration|launch|event|occasion|unveiling|groundbreaking|it|act)"
)
_PRESENT = regex(
    r"\b(?:attended|witnessed|watched|(?:was|were) (?:also )?present (?:at|for)|looked on at|oversaw)\b"
    rf"(?P<rest>[^.;]{{0,30}}?\b{_OCCASION}\b)?",
    re.I,
)
_BY = regex(rf"\b{_OCCASION} (?:was|were) (?:also )?(?:attended|witnessed|watched) by\b|\bin the presence of\b", re.I)
_AHEAD = regex(r"\b(?:not|never|will|would|to|n't)(?: be| have)?\W*$", re.I)


def present(view: View, query: Query) -> Draft | None:
    """Those of whom the texts tell that they attended what a question names; None where they tell of nobody."""
    asked = ASKED.match(query.text)
    event = dated(view, asked["what"]) if asked else None
    if event is None or event.status not in REAL or event.type == "visit":
        return None
    for passage in _about(view, event):
        people = _named(view, passage)
        if people:
            names = [view.actors[one].name for one in people]
            return Draft(
                "answered",
                clip(f"{in_a_row(names)}. {quoted(passage)}"),
                "actor",
                names[0],
                citations=(passage.citation,),
                reasons=(f"who was present: {event.title}",),
                facts=(event.id,),
            )
    return None


def _about(view: View, event: Event) -> list[Passage]:
    """The sentences that tell of an event, and those right behind them."""
    told = view.passages_of(event.evidence)
    numbers = dict.fromkeys(n for one in told for n in range(one.number, min(one.number + _NEAR, len(view.passages))))
    documents = {one.document.id for one in told}
    return [view.passages[n] for n in numbers if view.passages[n].document.id in documents]


def _named(view: View, passage: Passage) -> list[str]:
    """The persons of whom a sentence says that they were present."""
    behind, before = _BY.search(passage.text), _PRESENT.search(passage.text)
    base = passage.fact.start
    if behind:
        start, end = base + behind.end(), passage.fact.end
    elif before and before["rest"] and not _AHEAD.search(passage.text[: before.start()]):
        start, end = base, base + before.start()
    else:
        return []
    names = [name for name in name_index(view).find(passage.tokens) if start <= name.span.start and name.span.end <= end]
    return list(dict.fromkeys(name.ids[0] for name in names if name.ids and view.any_is(name.ids, "person")))
