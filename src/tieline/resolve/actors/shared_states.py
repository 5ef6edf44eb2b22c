"""States that one text shows and no table holds: the other texts that name them are read again with them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon, lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.rules.load import Rulebook

_BODIES = ("organization", "company")


def share_states(readings: Sequence[Reading], rulebook: Rulebook) -> tuple[Reading, ...]:
    """The readings; one that names a state which only another text shows is read once more, knowing it."""
    lex = lexicon(rulebook)
    shown = _shown(readings, lex)
    if not shown:
        return tuple(readings)
    words = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in sorted(shown, key=lambda one: (-len(one), one)))})(?!\w)")
    return tuple(_again(one, shown, words, rulebook) for one in readings)


def _shown(readings: Sequence[Reading], lex: Lexicon) -> dict[str, str]:
    """The names and adjectives of states that no table holds, each with the state."""
    found: dict[str, str] = {}
    for reading in readings:
        for mention in reading.actors:
            if _is_strange(mention, lex):
                found.setdefault(" ".join(mention.text.split()), mention.name or "")
    return {word: state for word, state in found.items() if word[0].isupper() and lex.countries.value(word) is None}


def _is_strange(mention: ActorMention, lex: Lexicon) -> bool:
    named = mention.kind == "country" and mention.form in ("name", "demonym") and bool(mention.name)
    return named and mention.name not in lex.regions and not mention.text.isupper()


def _again(reading: Reading, shown: dict[str, str], words: "re.Pattern[str]", rulebook: Rulebook) -> Reading:
    """A reading with the states that it does not know yet."""
    named = set(words.findall(reading.article.text))
    if not named:
        return reading
    known = {mention.name for mention in reading.actors if mention.kind == "country"}
    people = {part for mention in reading.actors if mention.kind == "person" for part in (mention.name or "").split()}
    bodies = [mention.span for mention in reading.actors if mention.kind in _BODIES]
    alone = {
        found[0] for found in words.finditer(reading.article.text) if not any(span.start <= found.start() < span.end for span in bodies)
    }
    new = {word: shown[word] for word in sorted(named & alone) if shown[word] not in known and word not in people}
    if not new:
        return reading
    from tieline.extract.reading import read_mentions

    states = tuple(sorted({**{state: state for state in new.values()}, **new}.items()))
    return read_mentions(replace(reading.article, states=states), rulebook)
