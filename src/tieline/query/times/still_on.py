"""Whether talks are still going on: by how far the thing that they are about has come."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, clip
from tieline.query.events.progress import status
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.view import View

_ON = (
    r"(?:being (?:negotiated|discussed)|under (?:negotiation|discussion|way)|in (?:negotiation|progress)|going on|underway|ongoing"
    r"|continuing|running)"
)
_BE = r"^\W*(?:is|are|was|were)\s+"
_PASSIVE = regex(rf"{_BE}(?:the\s+)?(?P<thing>[^?]+?)\s+(?:still|yet|currently|now)\s+{_ON}(?P<rest>[^?]*)\W*$", re.I)
_ACTIVE = regex(
    rf"{_BE}[^?]+?\s+(?:still|currently|now)\s+(?:negotiating|in talks on|in negotiations on|talking about)\s+(?:the\s+|an?\s+)?"
    r"(?P<thing>[^?]+?)(?P<rest>(?:\s+(?:in|as of|by)\s+[^?]+)?)\W*$",
    re.I,
)
_TALKS = regex(
    r"^(?:talks|negotiations?|discussions?)\s+(?:on|about|over|for)\s+(?:the\s+|an?\s+)?|\s+(?:talks|negotiations?|discussions?)$", re.I
)
_OVER = frozenset(("concluded", "signed", "initialled", "ratified", "in_force", "approved", "terminated", "lapsed", "rejected"))


def still_on(view: View, query: Query) -> Draft | None:
    """No, where the texts tell that the talks asked about have come to an end; None where they do not, or it asks for none."""
    asked = _PASSIVE.match(query.text) or _ACTIVE.match(query.text)
    if not asked or not (query.types & {"agreement", "negotiation"}):
        return None
    told = status(view, read_question(view, f"status of the {_TALKS.sub('', asked['thing'])}{asked['rest']}"))
    if told.status != "answered" or told.value not in _OVER:
        return None
    return replace(told, text=clip(f"No. {told.text}"), kind="yesno", value=False)
