"""Whether as many texts tell something as a question says: "do all texts mention the port", "did two articles report the visit"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, clip
from tieline.query.loaded import function
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.view import View

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_TEXTS = r"(?:texts?|articles?|documents?|reports?|sources?|stories)"
_VERB = r"(?P<verb>mention|report|name|quote|cite|tell|speak|talk|discuss|refer|say)"
_ASKED = regex(
    r"^\W*(?:do|did|does|have|has) (?:(?P<all>all|each|every one)(?: (?:of )?(?:the|these|those))?(?: (?:two|three|four|five))?"
    r"|(?P<more>more than one|several)(?: of the)?|(?:the |exactly )?(?P<n>two|three|four|five)(?: of the)?) (?:news )?"
    rf"{_TEXTS} {_VERB}\w*(?P<rest>[^?]{{3,}})",
    re.I,
)


def in_so_many_texts(view: View, query: Query) -> Draft | None:
    """The verdict on how many texts tell something; None where no question asks that."""
    asked = _ASKED.match(query.text)
    if asked is None:
        return None
    counted: Draft = function("ask.answer_one")(view, f"how many texts mention{_TO.sub('', asked['rest'])}?")
    if counted.kind != "count" or not isinstance(counted.value, int) or counted.status != "answered":
        return None
    number = len(view.facts.documents) if asked["all"] else _NUMBERS.get((asked["n"] or "").lower(), 0)
    value = counted.value > 1 if asked["more"] else counted.value == number
    text = clip(f"{'Yes' if value else 'No'}. {counted.text}")
    told = tuple(word for term in query.words for word in (term.stem, *term.stem.split()))
    return replace(counted, text=text, kind="yesno", value=value, unit=None, told=(*told, stem(asked["verb"].lower())))


_TO = regex(r"^ (?:on|about|of|to|that)(?= )", re.I)
