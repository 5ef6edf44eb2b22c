"""Which agreement each mention of a text names: the key under which the mentions of all texts meet."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tieline.model.mention import ActorMention, AgreementMention, Reading
from tieline.model.token import Sentence
from tieline.resolve.actors.nearby import by_sentence
from tieline.resolve.actors.pairs import countries_of, is_where_made
from tieline.resolve.actors.who import Who
from tieline.resolve.deals.deals import GENERIC, Key
from tieline.resolve.deals.orders import is_original, order_of
from tieline.resolve.deals.outsiders import is_by_outsiders, is_with_outsiders
from tieline.resolve.deals.owners import acting, with_owner
from tieline.resolve.deals.subjects import led_to

REACH = 40
_WITH = re.compile(r"\s+((?:with|between)\s+)(?:the\s+)?")
_WORD = re.compile(r"[^\W\d_]+")


def deal_keys(
    reading: Reading, implied: Sequence[AgreementMention], who: Who, words: Mapping[str, frozenset[str]]
) -> list[tuple[AgreementMention, Key, bool]]:
    """The mentions of one text in order, each with the key of its agreement, and whether it says itself who its two parties are.

    "The pact" means the last one that it can mean.
    """
    countries, nearby, steps = countries_of(reading, who), by_sentence(reading), acting(reading, who)
    sentences = {one.index: one for one in reading.article.sentences}
    recent: dict[Key, int] = {}
    subjects: dict[Key, frozenset[str]] = {}
    found: list[tuple[AgreementMention, Key, bool]] = []
    above = {index for index, one in sentences.items() if one.zone == "headline"}  # a headline names what the text below tells
    for plain in sorted((*reading.agreements, *implied), key=lambda one: (one.sentence in above, one.span)):
        definite = plain.definite or plain.sentence in above
        mention = replace(plain, definite=definite, upgrade=_upgrades(plain, sentences.get(plain.sentence), words["upgrade"]))
        around = nearby.get(mention.sentence, [])
        named = _named(mention, around, reading, who)
        if sentence := sentences.get(mention.sentence):
            named = with_owner(named, mention, sentence, around, words["owners"], who, reading.article.document.id)
        telling = _telling(mention, around, reading, words["generic"] | words["combining"] | words["before"])
        about = led_to(mention, sentence, words)
        order = order_of(mention.span, sentence, words)
        wanted = "" if is_original(mention.span, sentence, words) else order
        earlier = [key for key in list(recent)[:-REACH:-1] if key.upgrade == mention.upgrade and wanted in ("", key.order)]
        earlier = [key for key in earlier if not _is_on_another(about, subjects.get(key))]
        kin = [key for key in earlier if _can_be(mention, named, telling, key, words)] if mention.definite or mention.plural else []
        if kin and (len(named) < 2 or telling <= kin[0].words):
            key = _meant(kin, recent, countries.pair(mention.sentence), mention.sentence)
        else:
            both = set(named) | steps.get(mention.span, frozenset())
            lone = len(both) < 2 and is_with_outsiders(
                mention.span,
                sentence,
                around,
                words["participants.outsiders"],
                words["participants.inner"] | words["participants.many"],
                words["heads"],
            )
            lone = lone or (not both and is_by_outsiders(mention.span, sentence, words["participants.outsiders"]))
            known = both if len(both) == 2 or lone else set(named)
            parties = tuple(sorted(known)) if lone else countries.complete(known, mention.sentence)
            nobodys = not parties or (len(parties) < 2 and not telling)  # nothing says whose it is: no other text means the same one
            apart = nobodys or bool(order) or (mention.kind in words["many"] and (mention.plural or not telling))
            key = Key(mention.kind, parties, telling, mention.upgrade, reading.article.document.id if apart else "", lone, order)
            if key in recent and _is_on_another(about, subjects.get(key)):
                key = replace(key, about=about)  # "an agreement on research" beside "an agreement on taxation"
        if about:
            subjects.setdefault(key, about)
        recent.pop(key, None)
        recent[key] = mention.sentence
        found.append((mention, key, len(set(named) | steps.get(mention.span, frozenset())) >= 2))
    return found


def _is_on_another(about: frozenset[str], other: frozenset[str] | None) -> bool:
    """Whether two agreements are told to be about different things."""
    return bool(about and other and not about & other)


def _meant(kin: Sequence[Key], recent: Mapping[Key, int], pair: tuple[str, ...], sentence: int) -> Key:
    """The agreement told last, or in the sentence before; further on that of the two countries that the text is about."""
    if sentence - recent[kin[0]] <= 1:
        return kin[0]
    return next((key for key in kin if key.parties == pair), kin[0])


def _upgrades(mention: AgreementMention, sentence: Sentence | None, words: frozenset[str]) -> bool:
    """Whether it or the words before it speak of an upgrade, as in "negotiations to upgrade the free trade agreement"."""
    if mention.upgrade or mention.kind == "partnership":
        return mention.upgrade
    before = [token.lower for token in sentence.tokens if token.end <= mention.span.start][-3:] if sentence else []
    return any(word in words for word in before)


def _can_be(
    mention: AgreementMention, named: tuple[str, ...], telling: frozenset[str], key: Key, words: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a mention can name an agreement named before in the text."""
    if (len(named) >= 2 and named != key.parties) or (len(named) == 1 and named[0] not in key.parties):
        return False
    same_kind = mention.kind == key.kind or (
        mention.kind in GENERIC and (key.kind not in words["apart"] or (mention.plural and bool(key.document)))
    )
    same_kind = same_kind or (mention.kind == "contract" and key.kind in words["contracts"])
    return (same_kind and mention.definite and telling <= key.words) or (mention.kind == key.kind and telling == key.words)


def _named(mention: AgreementMention, around: Sequence[ActorMention], reading: Reading, who: Who) -> tuple[str, ...]:
    """The parties that the mention itself names."""
    ids = {who.by_name[name.lower()] for name in mention.parties if name.lower() in who.by_name}
    ids |= set(_bloc(mention, around, reading, who))
    inside = [m for m in around if mention.span.contains(m.span) and not is_where_made(m, mention, reading)]
    ids |= {home for m in inside for a in who.at(reading.article.document.id, m.span) if (home := who.country(a))}
    return tuple(sorted(ids))


def _bloc(mention: AgreementMention, around: Sequence[ActorMention], reading: Reading, who: Who) -> tuple[str, ...]:
    """The organization with which an agreement is, right behind the words for it or joined to a country in them.

    "A pact with the Gulf Cooperation Council", "the Tavonia-Mercosur agreement".
    """
    text, document = reading.article.text, reading.article.document.id
    found = _WITH.match(text, mention.span.end)
    near = [one for one in around if found and one.span.start in (found.end(), found.end(1))][:1]
    near += [
        one
        for one in around
        if mention.span.contains(one.span) and "-" in (text[one.span.start - 1 : one.span.start], text[one.span.end : one.span.end + 1])
    ]
    return tuple(actor for one in near for actor in who.at(document, one.span) if who.kind(actor) == "organization")


def _telling(mention: AgreementMention, around: Sequence[ActorMention], reading: Reading, generic: frozenset[str]) -> frozenset[str]:
    """The words of a written name that tell it from others: no country, no demonym, no capital, no "free trade agreement"."""
    name = mention.name or mention.text
    if mention.level:
        return frozenset(mention.level.lower().split()) - generic
    inside = [m for m in around if mention.span.contains(m.span) and (m.kind != "place" or m.country)]
    inside = [m for m in inside if not is_where_made(m, mention, reading)]
    names = {part.lower() for m in inside for part in _WORD.findall(m.text)}
    names |= {part.lower() for party in mention.parties for part in _WORD.findall(party)}
    proper = [word for word in _WORD.findall(name) if word[0].isupper() and not word.isupper()]
    return frozenset(word.lower() for word in proper if word.lower() not in generic and word.lower() not in names)
