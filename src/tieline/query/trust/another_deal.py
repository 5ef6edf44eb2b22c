"""Whether an answer is told of another agreement than the question names: "the prisoners' treaty" is not the treaty of friendship."""

import re
from collections.abc import Iterator, Sequence

from tieline.late import regex
from tieline.model.event import Event
from tieline.model.token import Token, tokenize
from tieline.query.draft import Draft
from tieline.query.evidence.senses import tells
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.view import Passage, View

_THINGS = frozenset(stems("agreement accord pact treaty deal convention protocol memorandum charter contract text document declaration"))
_TYPES = frozenset(("agreement", "negotiation", "trade_deal"))
_KINDS = frozenset(("date", "yesno", "actor", "place", "duration", "agreement"))
_ABOUT = frozenset(("on", "of", "for", "about", "over", "covering", "regarding", "concerning"))
_ENDS = regex(
    r"[^\w'’-]|^(?:and|or|but|that|which|who|between|with|by|in|at|from|to|into|is|was|were|be|been|has|had|have|did|will|would|signed|when)$",
    re.I,
)
_BEFORE, _BEHIND = 3, 4  # words before the noun for an agreement, and behind "on", that may say what it is about


def another_deal(view: View, query: Query, draft: Draft) -> bool:
    """Whether all events of an answer are told of agreements that their sentences describe in other words than a question does."""
    events = [view.events[i] for i in draft.facts if i in view.events and view.events[i].type in _TYPES]
    if not events or draft.value is False or draft.kind not in _KINDS:
        return False
    asked = [words for words in _described(view, tokenize(query.text), _taken(view, query)) if words]
    return bool(asked) and all(_is_other(view, event, asked) for event in events)


def _taken(view: View, query: Query) -> frozenset[str]:
    """The stems that say nothing of what an agreement is about: names, acts that stand for a kind of it, words that single out nothing."""
    kept = {act.term for act in query.acts if act.term}
    spans = [*(act.span for act in query.acts), *(window.span for window in query.windows), *(name.span for name in query.names)]
    return frozenset(word for span in spans for word in stems(query.text[span.start : span.end]) if word not in kept)


def _described(view: View, tokens: Sequence[Token], taken: frozenset[str]) -> Iterator[list[str]]:
    """For each noun for an agreement in a row of words those beside it that say what it is about, as stems."""
    for n, token in enumerate(tokens):
        if stem(token.lower) in _THINGS:
            before = _run(list(reversed(tokens[max(n - _BEFORE, 0) : n])))
            behind = _run(tokens[n + 2 : n + 2 + _BEHIND]) if n + 1 < len(tokens) and tokens[n + 1].lower in _ABOUT else []
            words = (stem(one.lower) for one in (*before, *behind) if one.text.isalpha() and one.lower not in _LITTLE)
            yield [w for w in words if w not in taken and w not in _THINGS and not view.lexicon.is_light(w) and not _is_plain(view, w)]


_LITTLE = frozenset(
    ("the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "new", "original", "same", "such", "any", "no", "two")
)
_LITTLE |= {"both", "first", "second", "third", "last", "former", "three", "four"}


def _is_plain(view: View, word: str) -> bool:
    return word in view.lexicon.plain_agreements or word in view.lexicon.bland or word in view.lexicon.stop


def _run(tokens: Sequence[Token]) -> list[Token]:
    end = next((n for n, token in enumerate(tokens) if _ENDS.search(token.text)), len(tokens))
    return list(tokens[:end])


def _is_other(view: View, event: Event, asked: Sequence[Sequence[str]]) -> bool:
    """Whether the sentences on an event describe their agreement, and none of the words that a question describes it by is theirs."""
    agreement = view.agreements.get(event.agreement or "")
    names = " ".join(["", *stems(event.title), *(word for name in ((agreement.name,) if agreement else ()) for word in stems(name)), ""])
    told = view.passages_of(event.evidence)
    text = f"{names}{' '.join(passage.joined for passage in told)}"
    if any(tells(view, word, text) for words in asked for word in words):
        return False
    return bool(told) and all(any(_described(view, passage.tokens, _names_in(view, passage))) for passage in told)


def _names_in(view: View, passage: Passage) -> frozenset[str]:
    """The stems of the names and times in a sentence."""
    texts = (*(name.text for name in name_index(view).find(passage.tokens)), *(mention.text for mention in passage.times))
    return frozenset(word for text in texts for word in stems(text))
