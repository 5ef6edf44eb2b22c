"""States that no table holds and one text shows: what it shows goes for all texts."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.naming import fold

_OPEN = ("place", "unknown")


def settle_states(readings: Sequence[Reading], lex: Lexicon) -> tuple[Reading, ...]:
    """The readings, where a name that another text shows to be a state's is that state and no mere place."""
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


def _is_open(mention: ActorMention, shown: dict[str, str]) -> bool:
    return mention.form == "name" and mention.kind in _OPEN and fold(mention.text) in shown


def _settled(mention: ActorMention, state: str) -> ActorMention:
    return replace(mention, kind="country", name=state, country=state)
