"""Questions that leave somebody or something out: "who besides Vael signed the pact?", "which sectors other than mining?"."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Answering, Draft, capital, clip, in_a_row
from tieline.query.reading.words import stems
from tieline.query.view import View

_BUT = regex(
    r"(?:^\W*|,?\s+)(?:besides|other than|apart from|aside from|except(?: for)?|excluding|not counting|in addition to)\s+"
    r"(?:the |his |her |its |their )?(?P<but>[^,?]{2,60}?)"
    r"(?=,|\W*$|\s+(?:did|does|do|was|were|is|are|will|would|has|have|had|\w{3,}ed)\b)",
    re.I,
)
_ASKS = regex(r"^\W*(?:\w+ )?(?:who|whom|which|what|where|name|list)\b", re.I)
_ELSE = regex(r"\b(?:else|other|others|also)\s+(?=\w)", re.I)
_JOINTS = regex(r",? and |, ")


def without(view: View, text: str, ask: Answering) -> Draft | None:
    """The answer less what a question leaves out; None where it leaves nothing out."""
    found = _BUT.search(text)
    rest = f"{text[: found.start()]}{text[found.end() :].lstrip(',')}".strip() if found else ""
    if found is None or not _ASKS.match(rest) or not stems(found["but"]):
        return None
    told = ask(view, _ELSE.sub("", rest, count=1))
    if told.status == "unanswered":
        return told
    but = set(stems(found["but"]))
    first, _, more = told.text.partition(". ")
    if not _names(first, but) and not _names(str(told.value), but):
        return told
    listed = [item.text for item in told.items] if told.kind == "list" and told.items else _JOINTS.split(first)
    kept = [one for one in listed if not _names(one, but)]
    if len(kept) == len(listed) or not kept or len(first) > 150:
        return replace(told, status="unanswered", text="The texts name nothing else.", value=None, items=(), lacks="answer")
    shown = in_a_row(kept)
    items = tuple(item for item in told.items if not _names(item.text, but))
    value = kept[0] if told.kind in ("actor", "place") else shown
    return replace(told, text=clip(f"{capital(shown)}. {more}"), value=value, items=items)


def _names(text: str, but: set[str]) -> bool:
    """Whether some words hold all that is left out."""
    return but <= set(stems(text))
