"""The countries behind a text: those of a sentence, and the two that an article is about."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tieline.model.mention import ActorMention, Reading
from tieline.resolve.who import Who

LEAD = 3  # what the headline or the first sentence names counts as three further mentions


@dataclass(frozen=True)
class Countries:
    """The countries of each sentence, and the two that the article names most."""

    by_sentence: Mapping[int, tuple[str, ...]]
    main: tuple[str, ...]
    first: str | None = None  # the country that the headline or the first sentence names first

    def complete(self, known: set[str], sentence: int) -> tuple[str, ...]:
        """Two countries for what takes two: those known, with the other one of the sentence, else with those of the article."""
        if len(known) >= 2:
            return tuple(sorted(known))
        here = self.by_sentence.get(sentence, ())
        if len(here) == 2 and known <= set(here):
            return here
        one = known or (set(here) if len(here) == 1 else set())
        if one and self.first and self.first not in one:
            return tuple(sorted(one | {self.first}))
        return self.main if one <= set(self.main) else tuple(sorted(one))


def countries_of(reading: Reading, who: Who) -> Countries:
    """Which countries an article names, sentence by sentence and on the whole."""
    found: dict[int, set[str]] = {}
    order: dict[int, list[str]] = {}
    counts: Counter[str] = Counter()
    money = {one.span.start: one.span for one in reading.quantities if one.unit and one.unit.isupper()}
    inside = {place for span in money.values() for place in range(span.start, span.end)}
    for mention in reading.actors:
        if mention.span.start in inside:
            continue  # "U.S. dollars" names no country
        homes = {home for actor in who.at(reading.article.document.id, mention.span) if (home := who.country(actor))}
        if _counts(mention):
            found.setdefault(mention.sentence, set()).update(homes)
            order.setdefault(mention.sentence, []).extend(sorted(homes))
            counts.update(homes)
    telling = next((index for index in order if len(found[index]) >= 2), None)
    lead = [home for index in dict.fromkeys([*_lead(reading), telling]) if index is not None for home in order.get(index, ())]
    counts.update(dict.fromkeys(lead, LEAD))
    ranked = sorted(counts, key=lambda one: (-counts[one], one))
    first = lead[0] if lead else next(iter(ranked), None)
    main = tuple(sorted({first, *[one for one in ranked if one != first][:1]})) if first and len(ranked) >= 2 else ()
    return Countries({index: tuple(sorted(homes)) for index, homes in found.items()}, main, first)


def _lead(reading: Reading) -> list[int]:
    """The headline and the first sentence of the text: what they name, the article is about."""
    sentences = reading.article.sentences
    headline = next((s.index for s in sentences if s.zone == "headline"), None)
    first = next((s.index for s in sentences if s.zone == "prose"), None)
    return [index for index in (headline, first) if index is not None]


def _counts(mention: ActorMention) -> bool:
    return mention.form in ("name", "demonym", "metonym", "group", "title")
