"""From a name or id to what carries it."""

import difflib
import unicodedata
from functools import partial

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.query.view import View

Found = Actor | Agreement | Event | Figure | Document
CLOSE = 0.8


def find(view: View, name: str) -> tuple[Found, ...]:
    """Whatever carries a name or id, best match first; () where nothing does.

    An id or a whole name comes before a name that holds all the words asked for, and that before a name one typing slip away.
    """
    wanted = _plain(name)
    if not wanted:
        return ()
    facts = view.facts
    everything: list[Found] = [*facts.actors, *facts.agreements, *facts.documents, *facts.events, *facts.figures]
    scored = [(score, rank, one) for rank, one in enumerate(everything) if (score := _score(one, name.strip(), wanted)) < 5]
    if not scored:
        scored = [(5, rank, one) for rank, one in enumerate(everything) if _close(one, wanted)]
    return tuple(one for *_, one in sorted(scored, key=lambda found: found[:2]))


def _score(one: Found, name: str, wanted: str) -> int:
    if one.id == name:
        return 0
    names = _names(one)
    if wanted == names[0]:
        return 1
    if wanted in names:
        return 2
    words = set(wanted.split())
    return 3 if any(words <= set(known.split()) for known in names) else 5


def _close(one: Found, wanted: str) -> bool:
    if not isinstance(one, Actor | Agreement):
        return False
    near = partial(difflib.SequenceMatcher, None, wanted)
    return any(near(part).ratio() >= CLOSE for known in _names(one) for part in (known, *known.split()) if abs(len(part) - len(wanted)) < 3)


def _names(one: Found) -> tuple[str, ...]:
    own = getattr(one, "name", None) or getattr(one, "title", None) or getattr(one, "measure", None) or ""
    return tuple(_plain(text) for text in (own, *getattr(one, "aliases", ())))


def _plain(text: str) -> str:
    """Lower case, without accents and signs: "Óscar Arias'" is "oscar arias"."""
    letters = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())
