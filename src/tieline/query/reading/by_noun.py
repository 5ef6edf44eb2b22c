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
    own = None if found else _owned(lexicon).match(text)
    if own:
        return " ".join(f"what did {own['who']} {_verbs(lexicon)[own['noun'].lower()]} {own['rest'].strip(' ?')}".split()) + "?"
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


@cache
def _owned(lexicon: Lexicon) -> "re.Pattern[str]":
    """What somebody said as a thing of his: "Vael's proposals on mines", "list Vael's demands"."""
    nouns = "|".join(sorted(_verbs(lexicon), key=lambda noun: (-len(noun), noun)))
    return re.compile(
        rf"\W*(?:(?:what (?:is|was)|quote) )?(?:all (?:of )?)?"
        rf"(?P<who>(?!(?:list|name|give|show|tell|sum\w*|date|day|time|year|who|what|which|when|where|did|was|is|were|are|how|why)\b)"
        rf"\w[\w.-]*(?: (?!of\b|for\b|in\b)[\w.-]+){{0,3}}?)"
        rf"(?:'s|s')(?: (?:main|key|own|three|two|four|specific|concrete|public))? (?P<noun>{nouns})\b"
        rf"(?P<rest>(?: (?:on|about|for|regarding|concerning|to|of|at|in|during) [^?]{{2,80}})?)\W*$",
        re.I,
    )
