"""Which country did something: who did it, or the country of him who did."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Answering, Draft, clip, in_a_row
from tieline.query.view import View

_ASKED = regex(
    r"^\W*(?:which|what) (?:country|nation|state|government)(?: was it that)? "
    r"(?P<rest>(?!(?:did|does|do|is|are|in|of|on|at|to|from|for|by|with|and|or|that|which|the|has|have|had|was|were|will|would)\b)\w{3,} .+"
    r"|(?:has|have|had|was|were) (?:\w+ly |already |also |since |been )?"
    r"(?:\w+ed|been|\w+en|made|sent|sold|built|paid|cut|put|won|lost|held) .+"
    r"|(?:will|would) (?!the\b|(?-i:[A-Z]))\w{3,} .+)$",
    re.I,
)


def which_land(view: View, text: str, ask: Answering) -> Draft | None:
    """The country that a question asks for by what it did; None where it asks in another way, or the texts name another kind of doer."""
    found = _ASKED.match(text)
    told = ask(view, f"Who {found['rest']}") if found else None
    if told is None or told.status == "unanswered" or not isinstance(told.value, str):
        return None
    actors = [view.actors[i] for name in told.value.replace(" and ", ", ").split(", ") for i in view.called.get(name, ())[:1]]
    lands = [actor.name if actor.kind == "country" else actor.country for actor in actors]
    names = list(dict.fromkeys(land for land in lands if land))
    if not names or len(lands) > len([land for land in lands if land]):
        return None
    row = in_a_row(names)
    text = told.text if told.text.startswith(row) else f"{row}. {told.text}"
    return replace(told, text=clip(text), value=row)
