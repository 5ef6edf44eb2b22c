"""States that no table holds and one text shows: what it shows goes for all texts."""

from collections.abc import Sequence, Set
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.naming import fold, parts

_OPEN = ("place", "unknown")


def settle_states(readings: Sequence[Reading], lex: Lexicon) -> tuple[Reading, ...]:
    """The readings, where a name that another text shows to be a state's is that state and no mere place."""
    readings = _without_surnames(readings, lex)
    shown: dict[str, str] = {}
    for reading in readings:
        for mention in reading.actors:
            if mention.kind == "country" and mention.form == "name" and mention.name and mention.name not in lex.regions:
                shown.setdefault(fold(mention.name), mention.name)
    if not shown:
        return tuple(readings)
    return tuple(
        replace(
            one,
            actors=tuple(_settled(mention, shown[fold(mention.text)]) if _is_open(mention, shown) else mention for mention in one.actors),
        )
        for one in readings
    )


def _without_surnames(readings: Sequence[Reading], lex: Lexicon) -> Sequence[Reading]:
    """The readings, where what a text seems to name as a state is the surname of a person whom another text names in full."""
    surnames = {
        parts(mention.name)[-1]
        for reading in readings
        for mention in reading.actors
        if mention.kind == "person" and mention.form == "name" and mention.title and mention.name and len(parts(mention.name)) > 1
    }
    return tuple(replace(one, actors=tuple(_person(m) if _is_surname(m, surnames, lex) else m for m in one.actors)) for one in readings)


def _is_surname(mention: ActorMention, surnames: Set[str], lex: Lexicon) -> bool:
    named = mention.kind == "country" and mention.form == "name" and mention.name is not None and mention.name not in lex.regions
    return named and fold(mention.name or "") in surnames


def _person(mention: ActorMention) -> ActorMention:
    return replace(mention, kind="person", country=None)


def _is_open(mention: ActorMention, shown: dict[str, str]) -> bool:
    return mention.form == "name" and mention.kind in _OPEN and fold(mention.text) in shown


def _settled(mention: ActorMention, state: str) -> ActorMention:
    return replace(mention, kind="country", name=state, country=state)
