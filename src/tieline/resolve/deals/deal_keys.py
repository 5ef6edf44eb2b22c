"""Which agreement each mention of a text names: the key under which the mentions of all texts meet."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tieline.model.mention import ActorMention, AgreementMention, Reading
from tieline.model.token import Sentence
from tieline.resolve.actors.nearby import by_sentence
from tieline.resolve.actors.pairs import countries_of, is_where_made
from tieline.resolve.actors.who import Who
from tieline.resolve.deals.deal_names import topic
from tieline.resolve.deals.deals import GENERIC, Key
from tieline.resolve.deals.orders import is_original, is_predicate, order_of
from tieline.resolve.deals.outsiders import is_by_outsiders, is_with_outsiders
from tieline.resolve.deals.owners import acting, with_owner
from tieline.resolve.deals.subjects import kin, led_to

Words = Mapping[str, frozenset[str]]
REACH = 40
PAIR = 2
MANY = frozenset({"several"})  # what several agreements taken together are on
_WITH = re.compile(r"\s+((?:with|between)\s+)(?:the\s+)?")
_AND = re.compile(r"\s+(?:and|with)\s+(?:the\s+)?(?:(?:four|five|member|founding)\s+)*")
_PARTIES = re.compile(r"\s(?:between|with)\s")
_WORD = re.compile(r"[^\W\d_]+")


def deal_keys(reading: Reading, implied: Sequence[AgreementMention], who: Who, words: Words) -> list[tuple[AgreementMention, Key, bool]]:
    """The mentions of one text in order, each with the key of its agreement, and whether it says itself who its two parties are.

    "The pact" means the last one that it can mean.
    """
    text = _Text(reading, implied, who, words)
    above = {one.index for one in reading.article.sentences if one.zone == "headline"}  # a headline names what the text below tells
    ordered = sorted((*reading.agreements, *implied), key=lambda one: (one.sentence in above, one.span))
    text.headed = {
        found: named for one in ordered if one.sentence in above and (found := topic(one.text, words)) if len(named := text.named(one)) == 2
    }
    return [text.told(replace(one, definite=one.definite or one.sentence in above)) for one in ordered]


class _Text:
    """One text, its agreements known so far, and what it says each is about."""

    def __init__(self, reading: Reading, implied: Sequence[AgreementMention], who: Who, words: Words) -> None:
        self.reading, self.implied, self.who, self.words = reading, frozenset(implied), who, words
        self.countries, self.nearby, self.steps = countries_of(reading, who), by_sentence(reading), acting(reading, who)
        self.sentences = {one.index: one for one in reading.article.sentences}
        self.headed: Mapping[str, tuple[str, ...]] = {}  # what the headline calls an agreement of two: "climate"
        self.recent: dict[Key, int] = {}
        self.subjects: dict[Key, frozenset[str]] = {}
        self.topics: dict[Key, set[str]] = {}  # the nouns right before its heads: "road" in "the road treaty"
        self.asides: set[Key] = set()  # told by "one with Tavonia"

    def told(self, plain: AgreementMention) -> tuple[AgreementMention, Key, bool]:
        """A mention with its key, which is known from then on."""
        sentence = self.sentences.get(plain.sentence)
        mention = replace(plain, upgrade=_upgrades(plain, sentence, self.words["upgrade"]))
        both = set(self.named(mention)) | self.steps.get(mention.span, frozenset())
        about = led_to(mention, sentence, self.words)
        key = self._known(mention, sentence, about, both) or self._new(mention, sentence, about, both)
        if about:
            self.subjects.setdefault(key, about)
        self.topics.setdefault(key, set()).update(self._topic(mention))
        if plain in self.implied:
            self.asides.add(key)
        self.recent.pop(key, None)
        self.recent[key] = mention.sentence
        return mention, key, len(both) >= 2

    def _topic(self, mention: AgreementMention) -> frozenset[str]:
        """The noun right before the head of the words for an agreement, if there is one."""
        found = topic(_PARTIES.split(mention.text, maxsplit=1)[0], self.words)
        return frozenset((kin(found, self.words),)) if found else frozenset()

    def _set_beside(self, mention: AgreementMention, key: Key) -> bool:
        """Whether a sentence sets one agreement beside another by their topics: "the road treaty in 1991 and the rail treaty in 1994"."""
        own, other = self._topic(mention), self.topics.get(key, set())
        return bool(own and other) and self.recent.get(key) == mention.sentence and not own & other

    def named(self, mention: AgreementMention) -> tuple[str, ...]:
        """The parties that a mention itself names, or whose own it is."""
        sentence, around = self.sentences.get(mention.sentence), self.nearby.get(mention.sentence, [])
        named = _named(mention, around, self.reading, self.who)
        if sentence is None:
            return named
        return with_owner(named, mention, sentence, around, self.words["owners"], self.who, self.reading.article.document.id)

    def _telling(self, mention: AgreementMention) -> frozenset[str]:
        dull = self.words["generic"] | self.words["combining"] | self.words["before"]
        return _telling(mention, self.nearby.get(mention.sentence, []), self.reading, dull | self.words["short"])

    def _known(self, mention: AgreementMention, sentence: Sentence | None, about: frozenset[str], both: set[str]) -> Key | None:
        """The agreement told before that a mention means."""
        if not (mention.definite or mention.plural):
            return None
        named, telling = self.named(mention), self._telling(mention)
        order = order_of(mention.span, sentence, self.words)
        free = is_original(mention.span, sentence, self.words) or is_predicate(mention.span, sentence)
        earlier = [key for key in list(self.recent)[:-REACH:-1] if key.upgrade == mention.upgrade and (free or order in ("", key.order))]
        earlier = [
            key for key in earlier if not _is_on_another(about, self.subjects.get(key)) and _are_several(mention) == (key.about >= MANY)
        ]
        earlier = [key for key in earlier if not self._set_beside(mention, key)]
        parties = tuple(sorted(both)) if len(both) == 2 and sentence and sentence.zone == "headline" else named
        kin = [key for key in earlier if _can_be(mention, parties, telling, key, self.words) or self._is_by_subject(mention, parties, key)]
        kin = [key for key in kin if self._topic(mention) & self.topics.get(key, set())] or kin
        doers = self.steps.get(mention.span, frozenset())
        kin = [key for key in kin if not doers or len(key.parties) != PAIR or doers & set(key.parties)] or kin  # who ratifies it is a party
        if not kin or (len(named) >= 2 and not telling <= kin[0].words):
            return None
        if sentence and sentence.zone == "headline":
            return next((key for key in reversed(kin) if key.parties == self.countries.main), kin[0])
        pair = self.countries.pair(mention.sentence)
        beside = [key for key in kin if key.parties == pair and mention.sentence - self.recent[key] <= 1]
        if kin[0] in self.asides and beside:
            return beside[0]  # "the second accord of this kind, after one with Peru. The pact ..."
        return _meant(kin, self.recent, pair, mention.sentence)

    def _is_by_subject(self, mention: AgreementMention, named: tuple[str, ...], key: Key) -> bool:
        """Whether a mention names an agreement by what it is on: "the fishing treaty", told before as "a treaty on the fishing grounds"."""
        found = topic(mention.text.lower() if mention.text.isupper() else mention.text, self.words)
        alike = key.kind in GENERIC and bool(found) and kin(found or "", self.words) in self.subjects.get(key, frozenset())
        return alike and mention.definite and set(named) <= set(key.parties)

    def _new(self, mention: AgreementMention, sentence: Sentence | None, about: frozenset[str], both: set[str]) -> Key:
        """The key of an agreement that a text has not told before."""
        telling, order, words = self._telling(mention), order_of(mention.span, sentence, self.words), self.words
        headed = self.headed.get(topic(mention.text, words) or "", ())
        lone = not headed and self._is_lone(mention, sentence, both)
        known = both if len(both) >= PAIR or lone else set(self.named(mention)) or set(headed)
        parties = tuple(sorted(known)) if lone else self.countries.complete(known, mention.sentence)
        nobodys = not parties or (len(parties) < 2 and not telling)  # nothing says whose it is: no other text means the same one
        apart = nobodys or bool(order) or (mention.kind in words["many"] and (mention.plural or not telling))
        key = Key(mention.kind, parties, telling, mention.upgrade, self.reading.article.document.id if apart else "", lone, order)
        if _are_several(mention):
            return replace(key, about=MANY)
        if self._set_beside(mention, key):
            return replace(key, about=self._topic(mention))
        if key in self.recent and _is_on_another(about, self.subjects.get(key)):
            return replace(key, about=about)  # "an agreement on research" beside "an agreement on taxation"
        return key

    def _is_lone(self, mention: AgreementMention, sentence: Sentence | None, both: set[str]) -> bool:
        """Whether an agreement is with somebody who is no state, or one of many."""
        around, words = self.nearby.get(mention.sentence, []), self.words
        inner = words["participants.inner"] | words["participants.many"]
        outside = is_with_outsiders(mention.span, sentence, around, words["participants.outsiders"], inner, words["heads"])
        return (len(both) < 2 and outside) or (not both and is_by_outsiders(mention.span, sentence, words["participants.outsiders"]))


def _are_several(mention: AgreementMention) -> bool:
    """Whether words mean several agreements, whatever they are on: "four agreements" is none of those told one by one."""
    return mention.plural and mention.kind in GENERIC


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
    behind = near[0].span.end if near else mention.span.end if mention.parties else None
    if behind is not None and (joined := _AND.match(text, behind)):
        near += [one for one in around if one.span.start == joined.end()][:1]  # "between Orsenda and the Mercosur countries"
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
