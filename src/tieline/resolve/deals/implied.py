"""Agreements told without a noun, by what came before and a new party: "the one with Tavonia", "the second, with Corvia"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set

from tieline.model.mention import ActorMention, AgreementMention, Reading
from tieline.model.span import Span
from tieline.resolve.actors.who import Who

BACK = 3  # sentences in which "the one" still means what was named
_ONE = re.compile(
    r"\b(?:(?:the|a|an) (?:one|first|second|third|fourth|other|another|latter)(?: one)?,?|after one|beside one|another) with (?:the )?",
    re.IGNORECASE,
)


def implied_agreements(
    reading: Reading, who: Who, nearby: Mapping[int, Sequence[ActorMention]], apart: Set[str]
) -> Iterator[AgreementMention]:
    """One mention for each such wording: the kind of the agreement named last, between its owner and the new party."""
    article = reading.article
    document = article.document.id
    named = sorted((one for one in reading.agreements if one.kind not in apart), key=lambda one: one.span)
    starts = [one.span.start for one in named]
    actors = {one.span.start: one for near in nearby.values() for one in near}
    for sentence in article.sentences:
        for found in _ONE.finditer(article.text, sentence.start, sentence.end):
            party = actors.get(found.end())
            home = _home(party, document, who)
            before = bisect_left(starts, found.start()) - 1
            if party is None or home is None or before < 0 or sentence.index - named[before].sentence > BACK:
                continue
            last = next(
                (one for one in reversed(named[: before + 1]) if one.kind != "agreement" and sentence.index - one.sentence <= BACK),
                named[before],
            )
            told = (named[before].sentence, last.sentence, *range(sentence.index - 1, max(sentence.index - BACK, 0), -1))
            owner = _owner(told, home, document, who, nearby)
            if owner:
                span = Span(found.start(), party.span.end)
                parties = (who.name(owner), who.name(home))
                yield AgreementMention(span, sentence.index, article.words(span), last.kind, None, parties, definite=True)


def _home(mention: ActorMention | None, document: str, who: Who) -> str | None:
    homes = [home for actor in who.at(document, mention.span) if (home := who.country(actor))] if mention else []
    return homes[0] if len(homes) == 1 else None


def _owner(sentences: Sequence[int], party: str, document: str, who: Who, nearby: Mapping[int, Sequence[ActorMention]]) -> str | None:
    """The country whose agreements are counted: the first one of the sentence that names them."""
    homes = (_home(one, document, who) for index in sentences for one in sorted(nearby.get(index, ()), key=lambda one: one.span))
    return next((home for home in homes if home and home != party), None)
