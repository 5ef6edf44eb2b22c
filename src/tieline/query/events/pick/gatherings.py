"""Whether a meeting can be the summit or the conference that a question asks about: not where the texts speak of one elsewhere."""

from collections.abc import Iterator, Set

from tieline.model.event import Event
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.view import Passage, View


def other_gathering(view: View, query: Query, event: Event) -> bool:
    """Whether a question names a kind of gathering of which the sentences and the title of a meeting know nothing, and others do.

    A text that never says "summit" may mean one by "met"; where it tells of a summit, what it calls a meeting is another.
    """
    if event.type != "meeting":
        return False
    asked = view.lexicon.gatherings.intersection(stems(query.text))
    if not asked:
        return False
    own = set(stems(event.title)).union(*(passage.vocabulary for passage in _telling(view, event, asked)))
    return not asked & own and any(view.index.get(word) for word in asked)


def _telling(view: View, event: Event, asked: Set[str]) -> Iterator[Passage]:
    """The sentences that tell a meeting, the title of its text, and the sentences behind that take it up: "The summit ..."."""
    for passage in view.passages_of(event.evidence):
        rows = view.by_document[passage.document.id]
        place = passage.number - rows[0].number
        yield from (rows[0], passage)
        for after in rows[place + 1 : place + 2]:
            first, *rest = after.tokens[:3]
            if first.lower in ("the", "this", "their") and asked & {stem(token.lower) for token in rest}:
                yield after
