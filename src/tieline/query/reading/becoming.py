"""Questions for what something is to become: "what is the port supposed to turn into" as "what will the port become"."""

import re

from tieline.late import regex

_TO_BECOME = regex(
    r"^\W*(?P<what>what|which [a-z]+) (?:is|are) (?P<thing>[^?]{3,80}?)"
    r" (?:supposed|expected|meant|intended|set|due|hoped|destined|going|bound)"
    r" to (?:become|(?:be )?turn(?:ed)? into|grow into|develop into)\b(?P<rest>[^?]*)",
    re.I,
)


def becoming(text: str) -> str:
    """A question for what something is to become, by "will"; itself where it asks for nothing of the kind."""
    asked = _TO_BECOME.match(text)
    return f"{asked['what']} will {asked['thing']} become{asked['rest']}?" if asked else text
