"""Questions for what came of something that name no more than that it had an effect: "how did the ban affect growers"."""

import re

from tieline.late import regex

_VERBS = r"(?:affect(?:ed)?|influenced?|impact(?:ed)?|changed?|alter(?:ed)?|transform(?:ed)?|help(?:ed)?|hurt|harm(?:ed)?)"
_AFFECTS = regex(
    rf"^\W*how (?P<aux>did|does|do|has|have|had|will) (?P<one>[^?]{{3,80}}?) {_VERBS}"
    r" (?!(?:over|since|in|from|between|during|after|so|to)\b)(?P<two>[^?]{3,80}?)\W*$",
    re.I,
)


def by_effect(text: str) -> str:
    """A question that asks what effect something had on something else; itself where it asks for nothing of the kind."""
    asked = _AFFECTS.match(text)
    return f"what effect {asked['aux']} {asked['one']} have on {asked['two']}?" if asked else text
