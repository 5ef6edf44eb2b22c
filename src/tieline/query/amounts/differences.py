"""How much more one number is than another, by the answers to the two questions that a comparison is made of."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import AnswerStatus
from tieline.query.draft import Draft, clip, nothing
from tieline.query.reading.read import read_question
from tieline.query.view import View

_MORE = r"more|fewer|less|bigger|larger|higher|lower|smaller|greater"
_COUNTED = regex(rf"^\W*how (?P<how>many|much) (?:{_MORE})\s+(?P<one>[^?]+?)\s+than\s+(?P<other>[^?]+?)\W*$", re.I)
_SIZED = regex(
    rf"^\W*(?:by )?how much (?:{_MORE})\s+(?P<be>is|are|was|were|will be)\s+(?P<one>[^?]+?)\s+than\s+(?P<other>[^?]+?)\W*$", re.I
)
_BETWEEN = regex(r"^\W*what (?:is|was) the difference (?:in (?P<what>[^?]+?) )?between (?P<one>[^?]+?) and (?P<other>[^?]+?)\W*$", re.I)
_NOUN = regex(
    r"^(?P<noun>(?:(?!(?:is|are|was|were|did|do|does|has|have|had|will|would|in|of|for|from|to|by|on|at|came|went|visited)\b)[\w'’-]+ ?)+)",
    re.I,
)
_THAT = regex(r"^(?:that|those|the (?:number|figure|one|value|amount)|it (?:was|is)|there (?:were|are|was))\b\s*", re.I)
_TIME = regex(r"^(?:(?:in|of|for|during)\s+)?(?P<time>(?:\d{4}|(?:last|this|next) year)\W*)$", re.I)


def difference(view: View, text: str, answering: Callable[[View, str], Draft]) -> Draft | None:
    """Both numbers that a question sets against each other, with what lies between; None where one of them is not told."""
    for one, other in _pairs(text):
        first, second = answering(view, one), answering(view, other)
        if _number(first) and _number(second) and first.unit == second.unit and first.value != second.value:
            return _told(first, second)
    compared = _COUNTED.match(text) or _SIZED.match(text)
    return nothing(view, read_question(view, text), "number", "The texts do not give both numbers.") if compared else None


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """The two questions of a comparison, in the ways in which the second may be meant."""
    counted, sized, between = _COUNTED.match(text), _SIZED.match(text), _BETWEEN.match(text)
    if counted and not sized:
        noun = _NOUN.match(counted["one"])
        head = noun["noun"].strip() if noun else ""
        time, how = _TIME.match(_THAT.sub("", counted["other"])), f"how {counted['how']}"
        yield f"{how} {counted['one']}?", f"{how} {head} {'in ' + time['time'] if time else _THAT.sub('', counted['other'])}?"
    elif sized:
        noun = _NOUN.match(sized["one"].removeprefix("the ").removeprefix("expected "))
        head = noun["noun"].strip() if noun else ""
        rest = _THAT.sub("", sized["other"])
        time = _TIME.match(rest)
        what = _OF.sub("", sized["one"].removeprefix("the "))
        told = f"{_of_noun(sized['one'], head)} {'in ' + time['time'] if time else rest}"
        ahead = _AHEAD.match(sized["one"])
        if ahead:
            what = f"{_of_noun(sized['one'], head)} are {ahead['ahead']} {sized['one'][_whole_end(sized['one']) :]}"
        for how in ("how many", "how much was"):
            yield f"{how} {what}?", f"{how} {told}?"
    elif between:
        what = between["what"] or ""
        yield f"what was {what} {between['one']}?", f"what was {what} {between['other']}?"


_OF = regex(r"^(?:expected |planned |total )?(?:number|amount|value|volume) of ", re.I)
_WHOLE = regex(r"^(?:the )?(?:expected |planned |total )?(?:number|amount|value|volume) of (?P<noun>[\w'’-]+(?: [\w'’-]+)?)", re.I)


_AHEAD = regex(r"^(?:the )?(?P<ahead>expected|planned|forecast|predicted)\b", re.I)


def _whole_end(words: str) -> int:
    """Where the words for what is counted end: before "in 2017" of "the expected number of tourists in 2017"."""
    found = _WHOLE.match(words)
    noun = _NOUN.match(found["noun"]) if found else None
    return found.start("noun") + noun.end() if found and noun else 0


def _of_noun(words: str, head: str) -> str:
    """What is counted: "tourists" of "the expected number of tourists in 2017"."""
    found = _WHOLE.match(words)
    noun = _NOUN.match(found["noun"]) if found else None
    return noun["noun"].strip() if noun else head


def _number(draft: Draft) -> bool:
    return draft.kind in ("number", "count") and draft.status != "unanswered" and isinstance(draft.value, int | float)


def _in_words(gap: float) -> str:
    """A number as people write it: "25,000", "12 billion"."""
    for size, word in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if gap >= size:
            return f"{gap / size:g} {word}"
    return f"{int(gap):,}" if gap == int(gap) else f"{gap:g}"


def _told(first: Draft, second: Draft) -> Draft:
    assert isinstance(first.value, int | float)
    assert isinstance(second.value, int | float)
    gap = abs(first.value - second.value)
    texts = [one.text.partition('. "')[0].rstrip(".") for one in (first, second)]
    told = _in_words(gap)
    value = int(gap) if gap == int(gap) else round(gap, 6)
    text = (
        f"About {told}{' percentage points' if first.unit == 'percent' else ''}: {texts[0]}, against {texts[1][:1].lower()}{texts[1][1:]}."
    )
    both: AnswerStatus = "answered" if first.status == second.status == "answered" else "partly"
    return replace(
        first,
        status=both,
        text=clip(text),
        value=value,
        citations=tuple(dict.fromkeys((*first.citations, *second.citations))),
        reasons=(*first.reasons, *second.reasons, "the difference between the two numbers"),
        facts=tuple(dict.fromkeys((*first.facts, *second.facts))),
    )
