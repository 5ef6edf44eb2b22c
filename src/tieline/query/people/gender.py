"""Whether the texts take somebody for a man or a woman: by titles before the name, and by what pronouns stand for it."""

import re
from collections.abc import Iterable

from tieline.late import regex
from tieline.query.view import View

HE, SHE = "male", "female"
_PRONOUNS = {HE: regex(r"\b(?:he|him|himself)\b", re.I), SHE: regex(r"\b(?:she|herself)\b", re.I)}
WORDS = {"he": HE, "him": HE, "his": HE, "she": SHE, "her": SHE, "hers": SHE}


def gender_of(view: View, ident: str) -> str | None:
    """The word "male" or "female" where the texts tell it, and tell no other."""
    found = {side for side in (HE, SHE) if _titled(view, ident, side)} or {side for side in (HE, SHE) if _called(view, ident, side)}
    return found.pop() if len(found) == 1 else None


def fitting(view: View, word: str, idents: Iterable[str]) -> list[str]:
    """Those of some people for whom a pronoun can stand: those of its gender, else those of whom none is known."""
    asked = WORDS.get(word.lower())
    people = list(idents)
    if asked is None:
        return people
    known = {one: gender_of(view, one) for one in people}
    return [one for one in people if known[one] == asked] or [one for one in people if known[one] is None]


def _titled(view: View, ident: str, side: str) -> bool:
    """Whether a title of one gender stands before the name: "Ms Mostad", "King Olav"."""
    from tieline.extract.names.gazetteer import lexicon

    actor = view.actors[ident]
    titles = {title for title, kind in lexicon(view.rulebook).gender.items() if kind == side}
    if any(role.title.lower() in titles for role in actor.roles):
        return True
    last = actor.name.split()[-1]
    before = regex(rf"\b([\w.]+) (?:[A-Z][\w.'’-]+ ){{0,3}}{re.escape(last)}\b")
    texts = (view.passages[n].text for n in view.by_actor.get(ident, ()))
    return any(match[1].lower().rstrip(".") in titles for text in texts for match in before.finditer(text))


def _called(view: View, ident: str, side: str) -> bool:
    """Whether a sentence with no other person in it says "she" or "he"."""
    passages = (view.passages[n] for n in view.by_actor.get(ident, ()))
    alone = (one for one in passages if view.of_kind(one.fact.actors, "person") == {ident})
    return any(_PRONOUNS[side].search(one.text) for one in alone)
