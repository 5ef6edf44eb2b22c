"""Whether a question sets a thing apart by a word that no sentence of the answer says: the previous pact, the second port."""

import re
from functools import cache

from tieline.late import regex
from tieline.light import dataclass
from tieline.query.draft import Draft
from tieline.query.events.pick.choice import of_kind
from tieline.query.events.pick.select import MET
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.view import View


@dataclass(frozen=True)
class Shade:
    """Words that set one thing apart from another, those by which evidence does the same, and words before which they say nothing."""

    asked: frozenset[str]
    told: frozenset[str]
    loose: frozenset[str]


_TAKING_TURNS = frozenset((*MET, "negotiation"))


def shaded(view: View, query: Query, draft: Draft) -> bool:
    """Whether a question calls something previous, former or second, and neither the sentences of an answer nor its words do."""
    asked = stems(_without_times(query))
    if _one_of_several(view, query, draft):
        return True
    shades = [shade for shade in _shades(view.lexicon) if _narrows(shade, asked)]
    shades = [shade for shade in shades if not (query.ordinal and (of_kind(query) or _by_turn(view, query, draft, shade)))]
    if not shades:
        return False
    events = [view.events[i] for i in draft.facts if i in view.events]
    passages = view.passages_of([*draft.citations, *(c for event in events for c in event.evidence)])
    given = {*stems(draft.text), *(word for passage in passages for word in passage.vocabulary)}
    return any(not shade.told & given for shade in shades)


_SOLE = regex(r"\b(?:the|[\w.]+['\u2019]s) (?:\w+est|most \w+)\b", re.I)


def _one_of_several(view: View, query: Query, draft: Draft) -> bool:
    """Whether the one sentence of an answer calls one of the largest what the question calls the largest."""
    if draft.facts or len(draft.citations) != 1 or draft.kind not in ("statement", "actor", "place") or not _SOLE.search(query.text):
        return False
    from tieline.query.sentences.superlatives import ranked_otherwise

    passages = view.passages_of(draft.citations)
    return bool(passages) and ranked_otherwise(query.text, passages[0].text)


def _by_turn(view: View, query: Query, draft: Draft, shade: Shade) -> bool:
    """Whether the turn that a question names was taken from the order of several events of one kind."""
    if stem(query.ordinal or "") not in shade.asked:
        return False
    types = {view.events[i].type for i in draft.facts if i in view.events}
    return any(len(view.by_type.get(one, ())) > 1 for one in types & _TAKING_TURNS) and not query.terms


def _narrows(shade: Shade, asked: tuple[str, ...]) -> bool:
    return any(word in shade.asked and not set(asked[n + 1 : n + 2]) & shade.loose for n, word in enumerate(asked))


def _without_times(query: Query) -> str:
    """The words of a question less its times: "the second half of 2015" sets no thing apart."""
    text = query.text
    for window in query.windows:
        text = text[: window.span.start] + " " * (window.span.end - window.span.start) + text[window.span.end :]
    return text


@cache
def _shades(lexicon: Lexicon) -> tuple[Shade, ...]:
    tables = [one for group in lexicon.tables.get("shade", ()) for one in group]
    return tuple(Shade(*(frozenset(stem(word) for word in one[key].split()) for key in ("asked", "told", "loose"))) for one in tables)
