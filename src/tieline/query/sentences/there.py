"""What somebody does where they go: the words behind "for Torv, where she will open an embassy"."""

import re

from tieline.late import regex
from tieline.query.draft import Draft, capital, clip, from_passage, quoted
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_ASKED = regex(
    r"^\W*(?:what (?:will|would|did|does|is|was)\b[^?]*\b(?:do|doing|up to|plan\w*)\b[^?]*\b(?:in|at)\b"
    r"|why (?:will|would|did|does|is|was|has)\b[^?]*\b(?:go|going|gone|went|travel\w*|head\w*|fly|flying|visit\w*|leav\w*)\b)",
    re.I,
)
_WHERE = regex(
    r"(?: (?:on|in|next|this|later|early) [\w ]{3,20}?| today| tomorrow)?\s*,?\s+where (?P<does>(?:he|she|they"
    r"|the [\w' -]{3,40}?) (?:is|are|was|were|will|would|had|has|met|\w{3,}(?:ed|s))\b[^.;?!]*)",
    re.I,
)


def done_there(view: View, query: Query) -> Draft | None:
    """What a person does in the place that a question names, in the words right behind that place; None where no sentence has them."""
    asked = _ASKED.match(query.text)
    people, places = view.of_kind(query.ids, "person"), view.of_kind(query.ids, "place", "country")
    if asked is None or len(people) != 1 or not places or query.terms:
        return None
    numbers = sorted({n for i in people for n in view.by_actor.get(i, ())})
    for passage in (view.passages[n] for n in numbers):
        told = next(
            filter(None, (_behind(passage, name.span.end) for name in name_index(view).find(passage.tokens) if set(name.ids) & places)),
            None,
        )
        if told:
            text = f"{capital(clip(told, 160))}. {quoted(passage, 130)}"
            return from_passage(Found(passage, 1.0, ()), "statement", text=text, value=told)
    return None


def _behind(passage: Passage, place: int) -> str | None:
    rest = passage.document.text[place : passage.fact.end]
    found = _WHERE.match(rest)
    return " ".join(found["does"].split()).strip(" ,") if found else None
