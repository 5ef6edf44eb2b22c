"""To whom something went: "to whom was the mill sold", "who bought the mill", "who received the prize"."""

import re

from tieline.extract.syntax.nouns import phrase_start
from tieline.late import regex
from tieline.query.draft import Draft, capital, from_passage, quoted
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.sentences.clausal import Told, clauses_for
from tieline.query.view import View

_GIVING = "sold|given|awarded|leased|lent|handed|granted|promised"
_GIVEN = {
    "bought": "sold",
    "purchased": "sold",
    "acquired": "sold",
    "rented": "leased",
    "received": "given",
    "got": "given",
    "obtained": "given",
    "won": "awarded",
    "took over": "handed",
}
_ASKED = (
    regex(
        rf"\W*(?:to whom|who) (?:was|were|has|have|had|is|are) (?P<thing>[^?]+?) (?:been )?(?P<verb>{_GIVING})(?: to)?\W*$",
        re.I,
    ),
    regex(rf"\W*who (?:has |have |had )?(?P<verb>{'|'.join(_GIVEN)}) (?P<thing>[^?]+?)\W*$", re.I),
)
LEAST = 0.8


def recipient(view: View, query: Query) -> Draft | None:
    """Whom a clause names behind "to" as the one to whom the thing asked about went; None where none does."""
    asked = next((match for pattern in _ASKED if (match := pattern.match(query.text))), None)
    if asked is None:
        return None
    verb = asked["verb"].lower()
    found = clauses_for(view, read_question(view, f"was {asked['thing']} {_GIVEN.get(verb, verb)}?"))
    for one in found[1] if found else ():
        if one.share >= LEAST and one.mode == "told" and not one.denied and (words := _behind_to(one)):
            return from_passage(one.found, "actor", text=f"{capital(words)}. {quoted(one.passage)}", value=words)
    return None


def _behind_to(told: Told) -> str | None:
    """The noun phrase behind "to", which follows the verb."""
    units = told.row.units
    for phrase in told.clause.after:
        if phrase.preposition != "to" or units[phrase.head].tag not in ("actor", "noun"):
            continue
        start = phrase_start(units, phrase.head)
        end = phrase.head
        while end + 2 < len(units) and units[end + 1].lower == "of" and units[end + 2].tag in ("actor", "noun"):
            end += 2  # "the Republic of Orsenda"
        return told.passage.document.text[units[start].start : units[end].end]
    return None
