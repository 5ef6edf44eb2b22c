"""Whether an answer is of another kind than what is asked: the asked one himself, words for an amount, a later time for the first."""

import re
from collections.abc import Sequence
from functools import cache

from tieline.late import regex
from tieline.model.token import tokenize
from tieline.query.draft import Draft
from tieline.query.reading.frame import frame_of
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.view import Passage, View


def unlike(view: View, query: Query, draft: Draft) -> bool:
    """Whether what is given is no answer of the kind asked for."""
    told = view.passages_of(draft.citations)
    if draft.kind == "actor":
        return _asked_himself(view, query, draft) or _named_himself(view, query, draft) or _held_before(query, draft)
    if draft.kind == "statement":
        return _amount_in_words(view, query, told) or _unknown_speaker(view, query, told)
    if draft.kind in ("list", "series"):
        return _holds_excluded(query, draft)
    if draft.kind == "duration":
        return str(draft.value).startswith("P-")  # nothing ends before it begins
    return draft.kind == "date" and (_not_first(query, draft, told) or _given_already(query, draft))


def _asked_himself(view: View, query: Query, draft: Draft) -> bool:
    """Whether somebody is answered whom the question itself calls by the same words: "who went with the minister": the minister."""
    words = [word for word in stems(str(draft.value)) if word not in ("the", "a", "an")]
    if not words or " or " in query.text or query.form != "who":
        return False
    asked = set(stems(query.text))
    return set(words) <= asked or (str(draft.value) not in view.called and str(draft.value).startswith("The ") and words[-1] in asked)


def _named_himself(view: View, query: Query, draft: Draft) -> bool:
    """Whether the people whom the words of an answer name are all in the question: "who went with Vael": "Foreign Minister Ila Vael"."""
    if query.form != "who" or " or " in query.text or query.title or _WHO_IS.match(query.text):
        return False
    named = [name for name in name_index(view).find(tokenize(str(draft.value))) if view.any_is(name.ids, "person")]
    return bool(named) and all(query.ids & set(name.ids) for name in named)


def _given_already(query: Query, draft: Draft) -> bool:
    """Whether a date is one that the question itself gives to something: "when did the convention of 1943 lapse": in 1943."""
    return any(window.time.edtf == draft.value and _OF.search(query.text[: window.span.start]) for window in query.windows)


_OF = regex(r"\b(?:of|from|since|dated)\s+(?:the )?$", re.I)
_WHO_IS = regex(r"^\W*who(?:'s| is| are)\b", re.I)


def _held_before(query: Query, draft: Draft) -> bool:
    """Whether it is asked who is something, and who is answered was that: "former head of the board"."""
    if not _WHO_IS.match(query.text) or not query.words or query.windows:
        return False
    from tieline.query.evidence.recheck import only_formerly

    return only_formerly(query.words[0].text, draft)


def _amount_in_words(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether "what was the trade balance" is answered by a sentence without a number."""
    frame = frame_of(view, query)
    if frame is None or not frame.copular or frame.subject.head not in _amounts(view.lexicon) or _IS_FOR.search(query.text):
        return False
    return bool(told) and not any(_NUMBER.search(passage.text) for passage in told)


_IS_FOR = regex(r"\bfor\W*$", re.I)  # "what is the toll for"
_NUMBER = regex(r"\d|\b(?:half|third|quarter|dozen|hundred|thousand|million|billion|percent|double[ds]?|zero|nothing|no)\b", re.I)


@cache
def _amounts(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(stem(word) for table in lexicon.tables.get("amount", ()) for word in table["nouns"].split())


def _unknown_speaker(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether the speaker of a question has a name that stands in no sentence, nor right before it: "what does the Register say"."""
    if query.form != "said" or not told:
        return False
    tokens = [token for token in tokenize(query.text) if query.asked.start < token.start < query.asked.end]
    proper = [t for t in tokens if t.text[:1].isupper() and not any(n.span.start <= t.start < n.span.end for n in query.names)]
    before = [view.passages[passage.number - 1] for passage in told if passage.number]
    return any(not any(stem(token.lower) in one.vocabulary for one in (*told, *before)) for token in proper)


_BUT = regex(
    r"\b(?:before|after|besides|other than|apart from|except(?: for)?|in addition to|as well as)\s+(?:the |his |her )?"
    r"(?P<name>[A-Z][\w'-]+)"
)


def _holds_excluded(query: Query, draft: Draft) -> bool:
    """Whether a list holds what its question leaves out: "which countries did she visit before Kenya"."""
    but = _BUT.search(query.text)
    return but is not None and any(but["name"] in item.text for item in draft.items)


_AGAIN = regex(r"\b(?:again|once more|twice|second|third|another|return\w*|back in)\b", re.I)
_LATER = regex(r"\b(?:second|third|fourth|fifth|again|once more)\b", re.I)
_FIRST = regex(r"\b(?:first|maiden|inaugural)\b", re.I)


def _not_first(query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether the first time is asked for, and the one sentence that gives a time tells of several, or calls it a later one."""
    if query.ordinal != "first" or not told or len(draft.facts) != 1 or any(_FIRST.search(passage.text) for passage in told):
        return False
    if draft.status == "partly" and any(_LATER.search(passage.text) for passage in told):
        return True
    if len(told) != 1:
        return False
    earlier = [m for m in told[0].times if m.time and m.time.latest and m.time.edtf != draft.value and m.time.edtf < str(draft.value)]
    return bool(earlier) and _AGAIN.search(told[0].text) is not None
