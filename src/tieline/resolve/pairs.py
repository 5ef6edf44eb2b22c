"""The countries behind a text: those of a sentence, and the two that an article is about."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tieline.model.mention import ActorMention, Reading
from tieline.resolve.who import Who


@dataclass(frozen=True)
class Countries:
    """The countries of each sentence, and the two that the article names most."""

    by_sentence: Mapping[int, tuple[str, ...]]
    main: tuple[str, ...]

    def complete(self, known: set[str], sentence: int) -> tuple[str, ...]:
        """Two countries for what takes two: those known, with the other one of the sentence, else with those of the article."""
        if len(known) >= 2:
            return tuple(sorted(known))
        for pair in (self.by_sentence.get(sentence, ()), self.main):
            if len(pair) == 2 and known <= set(pair):
                return pair
        return tuple(sorted(known))


def countries_of(reading: Reading, who: Who) -> Countries:
    """Which countries an article names, sentence by sentence and on the whole."""
    found: dict[int, set[str]] = {}
    counts: Counter[str] = Counter()
    money = {one.span.start: one.span for one in reading.quantities if one.unit and one.unit.isupper()}
    inside = {place for span in money.values() for place in range(span.start, span.end)}
    for mention in reading.actors:
        if mention.span.start in inside:
            continue  # "U.S. dollars" names no country
        homes = {home for actor in who.at(reading.article.document.id, mention.span) if (home := who.country(actor))}
        if _counts(mention):
            found.setdefault(mention.sentence, set()).update(homes)
            counts.update(homes)
    ranked = sorted(counts, key=lambda one: (-counts[one], one))
    main = tuple(sorted(ranked[:2])) if len(ranked) >= 2 else ()
    return Countries({index: tuple(sorted(homes)) for index, homes in found.items()}, main)


def _counts(mention: ActorMention) -> bool:
    return mention.form in ("name", "demonym", "metonym", "group", "title")
