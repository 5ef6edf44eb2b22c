"""Questions for what somebody said that name it by a noun: "which proposal on mines did Vael make" as "what did Vael propose on mines"."""

import re
from functools import cache

from tieline.late import regex
from tieline.query.reading.lexicon import Lexicon

_MAKES = (
    r"(?:make|made|give|given|issue|issued|offer|offered|put forward|express|expressed|voice|voiced|utter|uttered"
    r"|present|presented|submit|table)"
)
_QUICK = regex(rf"^\W*(?:which|what)\b.*\b{_MAKES}\b", re.I)


def by_verb(lexicon: Lexicon, text: str) -> str:
    """A question with the verb for the noun of what was said; itself where it asks for nothing said."""
    found = _pattern(lexicon).match(text) if _QUICK.match(text) else None
    if found is None:
        return text
    topic = found["about"] or (f"on {found['topic']}" if found["topic"] else "")
    return " ".join(f"what did {found['who']} {_verbs(lexicon)[found['noun'].lower()]} {topic} {found['rest'].strip(' ?')}".split()) + "?"


@cache
def _verbs(lexicon: Lexicon) -> dict[str, str]:
    """The verb for each noun."""
    rows = [row for table in lexicon.tables.get("uttering", ()) for row in table.items()]
    return {noun: verb for verb, nouns in rows for noun in nouns.split()}


@cache
def _pattern(lexicon: Lexicon) -> "re.Pattern[str]":
    nouns = "|".join(sorted(_verbs(lexicon), key=lambda noun: (-len(noun), noun)))
    return re.compile(
        rf"\W*(?:which|what) (?:(?:new|other|specific|concrete|key|main) )?(?:(?P<topic>\w+(?: \w+)?)[- ]related )?(?P<noun>{nouns})"
        rf"(?: (?P<about>(?:on|about|for|regarding|concerning|to) [^?]{{2,60}}?))? (?:did|has|have|had|does|do) (?P<who>[^?]{{2,50}}?)"
        rf" {_MAKES}\b(?P<rest>[^?]{{0,80}})\W*",
        re.I,
    )
