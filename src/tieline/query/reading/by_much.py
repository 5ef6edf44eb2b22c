"""Questions that end with "by" asked as others ask them: "How much did trade grow by?" is "By how much did trade grow?"."""

import re

from tieline.late import regex

_ENDS = regex(r"^(?P<lead>\W*)(?P<ask>how (?:much|many [\w-]+(?: [\w-]+)?))(?P<rest> [^?.!]+?) by(?P<close>\W*)$", re.I)


def by_first(text: str) -> str:
    """A question after an amount with its "by" before it."""
    found = _ENDS.match(text)
    if found is None:
        return text
    ask = found["ask"]
    return f"{found['lead']}By {ask[0].lower()}{ask[1:]}{found['rest']}{found['close']}"
