"""To whom something went: "to whom was the mill sold", "who bought the mill", "who received the prize"."""

import re

from tieline.extract.syntax.nouns import phrase_start
from tieline.late import regex
from tieline.query.draft import Draft, capital, from_passage, quoted
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.words import stems
from tieline.query.sentences.clausal import Told, clauses_for, reach
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
        if one.share >= LEAST and one.mode == "told" and not one.denied and (words := _behind(one, "to")):
            return from_passage(one.found, "actor", text=f"{capital(words)}. {quoted(one.passage)}", value=words)
    return None


_FOR_WHOM = regex(
    r"\W*(?P<by>for|to|with|from|against|towards?) (?:whom|who)\b (?P<rest>(?:did|does|do|has|have|had|is|was|were|will|would|should)\b.+)",
    re.I,
)


def governed(view: View, query: Query) -> Draft | None:
    """Whom the preposition of "for whom did he promise peace" governs in a clause that tells the rest; None where none does."""
    asked = _FOR_WHOM.match(query.text)
    found = clauses_for(view, read_question(view, asked["rest"])) if asked else None
    if asked is None or found is None:
        return None
    own = set(stems(query.text))
    for one in found[1]:
        words = _behind(one, asked["by"].lower()) if one.share >= LEAST and not one.denied else None
        if words and not set(stems(words)) <= own:
            return from_passage(one.found, "actor", text=f"{capital(words)}. {quoted(one.passage)}", value=words)
    return None


def is_governed(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentence of an answer has it behind the preposition that a question puts before "whom"."""
    asked = _FOR_WHOM.match(query.text)
    name = str(draft.value).split()[-1:]
    if asked is None or not name or any(i in view.events and view.events[i].title in draft.text for i in draft.facts):
        return True
    behind = re.compile(rf"\b{asked['by']}\s+(?:(?!(?:according|said|by)\b)[\w.'’-]+,?\s+){{0,6}}?{re.escape(name[0])}\b", re.I)
    return any(behind.search(passage.text) for passage in view.passages_of(draft.citations))


def _behind(told: Told, preposition: str) -> str | None:
    """The noun phrase behind a preposition that follows the verb."""
    units = told.row.units
    last = reach(told.row, told.clause)
    own = [one for one in told.row.clauses if told.clause.verb.start <= one.verb.start < last]  # "pledged to provide help for"
    for phrase in (phrase for one in own for phrase in one.after):
        if phrase.preposition != preposition or units[phrase.head].tag not in ("actor", "noun"):
            continue
        start = phrase_start(units, phrase.head)
        end = phrase.head
        while end + 1 < len(units) and units[end + 1].tag in ("actor", "noun"):
            end += 1  # "Orsendan [firms]"
        while end + 2 < len(units) and units[end + 1].lower == "of" and units[end + 2].tag in ("actor", "noun"):
            end += 2  # "the Republic of Orsenda"
        return told.passage.document.text[units[start].start : units[end].end]
    return None
