"""Questions turned to the way texts tell it: "by whom was it signed" as "who signed it", what one sold by the noun for it."""

import re

from tieline.late import regex

_BY_WHOM = regex(
    r"^\W*(?:by whom|by who|who by|whom by) (?:was|were) (?P<what>.+?) "
    r"(?P<done>\w{2,}ed|led|held|built|made|sent|paid|won|sold|bought|brought|met)"
    r"(?P<rest>(?: (?:in|on|at|during|after|before|to|for) [^?]+)?)\W*$",
    re.I,
)
_TRADED = regex(
    r"^(?P<head>\W*[Hh]ow much) (?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?) (?:did|does|do|has|have) (?P<who>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*)"
    r" (?P<verb>export(?:ed)?|sell|sold|ship(?:ped)?|import(?:ed)?|buy|bought)"
    r"(?P<to>(?: (?:to|from) (?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*)?)(?P<rest>[^?]*)\W*$"
)


def actively(text: str) -> str:
    """A question that asks by whom something was done, as one that asks who did it."""
    found = _BY_WHOM.match(text)
    return f"who {found['done']} {found['what']}{found['rest']}?" if found else text


def by_trade_noun(text: str) -> str | None:
    """A question for what one sold or bought, by the noun: "how much were Orsenda's wool exports in 2010"; None for any other."""
    found = _TRADED.match(text)
    if found is None:
        return None
    noun = "imports" if found["verb"].startswith(("import", "buy", "bought")) else "exports"
    return f"{found['head']} were {found['who']}'s {found['what']} {noun}{found['to']}{found['rest']}?"
