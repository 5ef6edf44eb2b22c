"""Actors and agreements by the names people type."""

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

from tieline.errors import NotFound, TielineError
from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.facts import Facts

Named = TypeVar("Named", Actor, Agreement)


def actors_named(facts: Facts, name: str) -> tuple[Actor, ...]:
    """The actors that carry a name, alias or id, or a word of their name ("Garcia"). `NotFound` names the closest ones."""
    return _named(facts.actors, name, "actor")


def agreements_named(facts: Facts, name: str) -> tuple[Agreement, ...]:
    """The agreements that carry a name, alias or id, or all the words asked for. `NotFound` names the closest ones."""
    return _named(facts.agreements, name, "agreement")


def choices(given: str | None, known: Sequence[str], what: str) -> frozenset[str] | None:
    """The values of a filter such as "visit,meeting", checked against the list of those that exist; None where none is given."""
    if given is None:
        return None
    parts = [part.strip().lower() for part in given.split(",") if part.strip()]
    for part in parts:
        if part not in known:
            close = difflib.get_close_matches(part, known, 1)
            hint = f" Did you mean {close[0]}?" if close else f" Known: {', '.join(known)}."
            raise TielineError(f"No {what} called '{part}'.{hint}")
    return frozenset(parts)


def plain(name: str) -> str:
    """A name without case, accents and doubled spaces, for comparison."""
    letters = unicodedata.normalize("NFKD", name)
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).casefold().replace("-", " ").split())


def _named(values: Iterable[Named], name: str, what: str) -> tuple[Named, ...]:
    wanted, known = plain(name), tuple(values)
    names = [(value, _names(value)) for value in known]
    found = [value for value, own in names if wanted and (wanted in own or name.strip() in own)]
    if not found and wanted:
        words = set(wanted.split())
        found = [value for value, own in names if any(words <= set(one.split()) for one in own)]
    if not found:
        raise NotFound(_missing(known, name, what))
    return tuple(found)


def _names(value: Actor | Agreement) -> frozenset[str]:
    return frozenset((value.id, plain(value.name), *(plain(alias) for alias in value.aliases)))


def _missing(values: Sequence[Actor | Agreement], name: str, what: str) -> str:
    known = {plain(value.name): value.name for value in values}
    close = [known[one] for one in difflib.get_close_matches(plain(name), known, 3, 0.6)]
    return f'No {what} called "{name}".' + (f" Close: {', '.join(close)}." if close else f" See: tieline {what}s.")
