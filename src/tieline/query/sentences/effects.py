"""What something brought about: "what was the impact of the ban on prices"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.sentences.doings import doings
from tieline.query.view import View

_NOUN = r"(?:impact|effect|consequence|influence|repercussion)s?"
_OF = regex(
    rf"^\W*what (?:is|are|was|were|will be|has been|have been) the (?:\w+ )?{_NOUN} of (?P<one>[^?]+?)"
    r"(?: (?:on|for|upon) (?P<two>[^?]+?))?\W*$",
    re.I,
)
_HAS = regex(
    rf"^\W*what (?:\w+ )?{_NOUN} (?:did|does|do|has|have|had|will|would) (?P<one>[^?]+?) (?:have|had)"
    r"(?: (?:on|for|upon) (?P<two>[^?]+?))?\W*$",
    re.I,
)


def effect(view: View, query: Query) -> Draft | None:
    """The sentences that tell what something did; a refusal where none does; None where a question asks for something else."""
    asked = _OF.match(query.text) or _HAS.match(query.text)
    if asked is None:
        return None
    whom = f" to {asked['two']}" if asked["two"] else ""
    draft = doings(view, read_question(view, f"what did {asked['one']} do{whom}?"))
    return replace(draft, told=(*draft.told, *(term.stem for term in query.words))) if draft else None
