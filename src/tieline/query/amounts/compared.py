"""Which of two numbers is the larger, by the answers to the two questions that a comparison is made of."""

import re
from collections.abc import Callable
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, capital, clip
from tieline.query.view import View

_GROWS = r"(?:grow|grew|grown|rise|rose|risen|increased?|expand(?:ed)?|climb(?:ed)?|jump(?:ed)?)"
_PACE = r"(?P<way>faster|more|more quickly|more strongly|more rapidly|quicker|stronger|slower|less|more slowly|less strongly)"
_SIZE = r"(?P<way>bigger|larger|higher|greater|more|smaller|lower|less)"
_WHEN = r"(?P<when>(?:(?:in|during|over|for|as of) (?:the |early |late )*(?:first|second|last|\d)[^?,]{0,40})?)"
_TWO = r"(?P<one>[^?,]+?),? or (?P<other>[^?,]+?)\W*$"
_OF_TWO = r"^\W*(?:what|which)(?: (?:of the two|one))?"
_DID_GROW = regex(
    rf"^\W*(?:did|has|have|had) (?P<one>[^?,]+?) {_GROWS} {_PACE} than (?P<other>[^?,]+?)(?: (?:did|has|had))? ?{_WHEN}\W*$", re.I
)
_WHICH_GREW = regex(rf"{_OF_TWO} (?:has |had )?{_GROWS} {_PACE} ?{_WHEN}[,:;—-]* {_TWO}", re.I)
_IS_MORE = regex(
    rf"^\W*(?:is|are|was|were) (?P<one>[^?,]+?) (?:worth )?{_SIZE} than"
    rf" (?:that of |those of |the value of )?(?P<other>[^?,]+?) ?{_WHEN}\W*$",
    re.I,
)
_WHICH_IS = regex(rf"{_OF_TWO} (?:is|are|was|were) (?:worth )?{_SIZE} ?{_WHEN}[,:;—-]* {_TWO}", re.I)
_LESS = regex(r"slower|less|more slowly|smaller|lower", re.I)
_VALUE = regex(r"^(?:the )?(?:total |combined )?(?:value|worth|volume|amount|sum) of ", re.I)


def compared(view: View, text: str, answering: Callable[[View, str], Draft]) -> Draft | None:
    """Which of two is the larger, or whether the first is, with both numbers; None where no comparison is asked or one is not told."""
    grown, sized = _DID_GROW.match(text) or _WHICH_GREW.match(text), _IS_MORE.match(text) or _WHICH_IS.match(text)
    asked = grown or sized
    if asked is None:
        return None
    drafts = [_number(view, one.strip(), asked["when"].strip(), answering, grows=bool(grown)) for one in (asked["one"], asked["other"])]
    first, second = drafts
    if first is None or second is None or first.unit != second.unit or not _apart(first, second):
        return None
    ahead = (_size(first) > _size(second)) != bool(_LESS.match(asked["way"]))
    told = [one.text.partition('. "')[0].rstrip(".") for one in (first, second)]
    numbers = f"{capital(asked['one'].strip())}: {told[0]}; {asked['other'].strip()}: {told[1]}"
    yes_no = not text.lstrip(" \"'").lower().startswith(("what", "which"))
    opening = ("Yes" if ahead else "No") if yes_no else capital(asked["one" if ahead else "other"].strip())
    return replace(
        first,
        text=clip(f"{opening}. {numbers}."),
        kind="yesno" if yes_no else "order",
        value=ahead if yes_no else asked["one" if ahead else "other"].strip(),
        unit=None,
        citations=tuple(dict.fromkeys((*first.citations, *second.citations))),
        reasons=(*first.reasons, *second.reasons, "the larger of the two numbers"),
        facts=tuple(dict.fromkeys((*first.facts, *second.facts))),
    )


_ABOUT = regex(r"\b(?:more than|over|at least|nearly|almost|about|around|some|up to|less than|under|roughly)\b", re.I)
_CLEAR = 1.25  # how much larger the larger of two rounded numbers must be


def _size(draft: Draft) -> float:
    return draft.value if isinstance(draft.value, int | float) else 0.0


def _apart(first: Draft, second: Draft) -> bool:
    """Whether it is sure which of two numbers is the larger: "more than 14" and "nearly 15" leave it open."""
    rounded = any(_ABOUT.search(one.text.partition('"')[0]) for one in (first, second))
    small, large = sorted(abs(_size(one)) for one in (first, second))
    return large > small * (_CLEAR if rounded else 1)


def _number(view: View, what: str, when: str, answering: Callable[[View, str], Draft], *, grows: bool) -> Draft | None:
    """The number of one side, where the texts tell it as a fact."""
    what = _VALUE.sub("", what)
    ways = (f"by how much did {what} grow {when}?",) if grows else (f"how much was {what} {when}?", f"how much were {what} worth {when}?")
    for words in ways:
        draft = answering(view, " ".join(words.split()))
        if draft.kind == "number" and draft.status == "answered" and isinstance(draft.value, int | float):
            return draft
    return None
