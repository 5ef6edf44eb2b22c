"""Which words name which agreement, and the stages of its life."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from tieline.ids import fact_id
from tieline.model.agreement import Agreement, AgreementStage
from tieline.model.event import Event
from tieline.model.mention import ActorMention, AgreementMention, Reading
from tieline.model.span import Span
from tieline.model.token import Sentence
from tieline.resolve.cite import cite, in_order
from tieline.resolve.corrections import corrected
from tieline.resolve.deal_names import topic
from tieline.resolve.deals import GENERIC, AgreementTable, Group, Key, name_of
from tieline.resolve.implied import implied_agreements
from tieline.resolve.outsiders import is_with_outsiders
from tieline.resolve.owners import acting, with_owner
from tieline.resolve.pairs import countries_of
from tieline.resolve.upgrades import upgrade_protocols
from tieline.resolve.who import Who
from tieline.rules.load import Rulebook

FOLDER = "en/merging"
REACH = 40
_WITH = re.compile(r"\s+((?:with|between)\s+)(?:the\s+)?")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4)
def merging_words(rulebook: Rulebook) -> Mapping[str, frozenset[str]]:
    """The word lists for telling agreements apart."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, table in rulebook.tables(FOLDER):
        for key, words in table.items():
            found[name.removesuffix(".toml") + "." + key if name != "agreements.toml" else key] |= set(words)
    return {key: frozenset(words) for key, words in found.items()}


def group_agreements(readings: Sequence[Reading], who: Who, rulebook: Rulebook) -> AgreementTable:
    """One group for each agreement: same kind, same parties, same telling words; upgrades apart."""
    words = merging_words(rulebook)
    groups: dict[Key, Group] = {}
    spans: dict[tuple[str, Span], Group] = {}
    wordless: dict[str, tuple[Span, ...]] = {}
    for reading in readings:
        implied = tuple(implied_agreements(reading, who, by_sentence(reading), words["apart"]))
        wordless[reading.article.document.id] = tuple(one.span for one in implied)
        for mention, key in _keys(reading, implied, who, words):
            group = groups.setdefault(key, Group(key))
            name = mention.name or mention.text
            group.names += [] if mention in implied else [name]
            group.proper += [name] if _is_proper(name, words["heads"]) else []
            group.level = group.level or mention.level
            group.evidence.append(cite(reading.article, mention.span))
            spans[reading.article.document.id, mention.span] = group
    notices = {reading.article.document.id for reading in readings if corrected(reading, words)}
    joined = _joined(groups) | _by_topic(groups, words) | _by_notice(groups, notices)
    joined |= dict(upgrade_protocols({key: one for key, one in groups.items() if id(one) not in joined}, readings))
    spans = {place: joined.get(id(group), group) for place, group in spans.items()}
    groups = {key: group for key, group in groups.items() if id(group) not in joined}
    for key, group in groups.items():
        group.id = fact_id("agreement", name_of(group, who, words), *key.parts())
    return AgreementTable({g.id: g for g in groups.values()}, {place: g.id for place, g in spans.items()}, words, wordless)


def _joined(groups: Mapping[Key, Group]) -> dict[int, Group]:
    """A named agreement told without its two parties is the only one of that name and kind; an upgrade protocol is the upgrade."""
    whole: dict[tuple[str, frozenset[str], bool], list[Group]] = defaultdict(list)
    upgraded: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for key, group in groups.items():
        if len(key.parties) >= 2 and key.words:
            whole[key.kind, key.words, key.upgrade].append(group)
        if len(key.parties) == 2 and key.upgrade and key.kind == "free_trade":
            upgraded[key.parties].append(group)
    found = {}
    for key, group in groups.items():
        same = whole.get((key.kind, key.words, key.upgrade), []) if len(key.parties) < 2 else []
        if key.upgrade and key.kind == "protocol":
            same = upgraded.get(key.parties, [])
        if len(same) == 1 and key.parties and set(key.parties) <= set(same[0].parties):
            same[0].names += group.names
            same[0].proper += group.proper
            same[0].evidence += group.evidence
            found[id(group)] = same[0]
    return found


def _by_topic(groups: Mapping[Key, Group], words: Mapping[str, frozenset[str]]) -> dict[int, Group]:
    """An agreement of two countries named only by its topic ("a customs agreement") is the one that other texts name so."""
    first: dict[tuple[object, ...], Group] = {}
    joined: dict[int, Group] = {}
    for key, group in groups.items():
        topics = {found for name in group.names if (found := topic(name, words))} if key.document and key.kind in GENERIC else set()
        if len(key.parties) == 2 and len(topics) == 1:
            same = first.setdefault((key.kind, key.parties, key.words, key.upgrade, *topics), group)
            if same is not group:
                same.names += group.names
                same.evidence += group.evidence
                joined[id(group)] = same
    return joined


def _by_notice(groups: Mapping[Key, Group], notices: Set[str]) -> dict[int, Group]:
    """An agreement that a notice of correction names without its countries is the only one of its kind and name that others tell."""
    found = {}
    for key, group in groups.items():
        if key.document in notices and len(key.parties) < 2 and key.kind not in GENERIC:
            own = (key.kind, key.words, key.upgrade)
            same = [one for other, one in groups.items() if len(other.parties) == 2 and (other.kind, other.words, other.upgrade) == own]
            if len(same) == 1 and set(key.parties) <= set(same[0].parties):
                same[0].names += group.names
                same[0].evidence += group.evidence
                found[id(group)] = same[0]
    return found


def _keys(
    reading: Reading, implied: Sequence[AgreementMention], who: Who, words: Mapping[str, frozenset[str]]
) -> list[tuple[AgreementMention, Key]]:
    """The mentions of one text in order, each with the key of its agreement; "the pact" means the last one that it can mean."""
    countries, nearby, steps = countries_of(reading, who), by_sentence(reading), acting(reading, who)
    sentences = {one.index: one for one in reading.article.sentences}
    recent: dict[Key, int] = {}
    found: list[tuple[AgreementMention, Key]] = []
    above = {index for index, one in sentences.items() if one.zone == "headline"}  # a headline names what the text below tells
    for plain in sorted((*reading.agreements, *implied), key=lambda one: (one.sentence in above, one.span)):
        definite = plain.definite or plain.sentence in above
        mention = replace(plain, definite=definite, upgrade=_upgrades(plain, sentences.get(plain.sentence), words["upgrade"]))
        around = nearby.get(mention.sentence, [])
        named = _named(mention, around, reading, who)
        if sentence := sentences.get(mention.sentence):
            named = with_owner(named, mention, sentence, around, words["owners"], who, reading.article.document.id)
        telling = _telling(mention, around, words["generic"] | words["combining"] | words["before"])
        earlier = [key for key in list(recent)[:-REACH:-1] if key.upgrade == mention.upgrade]
        kin = (
            [key for key in earlier if _can_be(mention, named, telling, key, words["apart"])] if mention.definite or mention.plural else []
        )
        if kin and (len(named) < 2 or telling <= kin[0].words):
            key = _meant(kin, recent, countries.pair(mention.sentence), mention.sentence)
        else:
            both = set(named) | steps.get(mention.span, frozenset())
            lone = len(both) < 2 and is_with_outsiders(
                mention.span, sentence, around, words["participants.outsiders"], words["participants.inner"]
            )
            known = both if len(both) == 2 or lone else set(named)
            parties = tuple(sorted(known)) if lone else countries.complete(known, mention.sentence)
            nobodys = not parties or (len(parties) < 2 and not telling)  # nothing says whose it is: no other text means the same one
            apart = nobodys or (mention.kind in words["many"] and (mention.plural or not telling))
            key = Key(mention.kind, parties, telling, mention.upgrade, reading.article.document.id if apart else "", alone=lone)
        recent.pop(key, None)
        recent[key] = mention.sentence
        found.append((mention, key))
    return found


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


def by_sentence(reading: Reading) -> dict[int, list[ActorMention]]:
    """The actor mentions of each sentence."""
    found: dict[int, list[ActorMention]] = defaultdict(list)
    for mention in reading.actors:
        found[mention.sentence].append(mention)
    return found


def _can_be(mention: AgreementMention, named: tuple[str, ...], telling: frozenset[str], key: Key, apart: frozenset[str]) -> bool:
    """Whether a mention can name an agreement named before in the text."""
    if (len(named) >= 2 and named != key.parties) or (len(named) == 1 and named[0] not in key.parties):
        return False
    same_kind = mention.kind == key.kind or (mention.kind in GENERIC and (key.kind not in apart or (mention.plural and bool(key.document))))
    return (same_kind and mention.definite and telling <= key.words) or (mention.kind == key.kind and telling == key.words)


def _named(mention: AgreementMention, around: Sequence[ActorMention], reading: Reading, who: Who) -> tuple[str, ...]:
    """The parties that the mention itself names."""
    ids = {who.by_name[name.lower()] for name in mention.parties if name.lower() in who.by_name}
    ids |= set(_bloc(mention, around, reading, who))
    inside = [m for m in around if mention.span.contains(m.span)]
    ids |= {home for m in inside for a in who.at(reading.article.document.id, m.span) if (home := who.country(a))}
    return tuple(sorted(ids))


def _bloc(mention: AgreementMention, around: Sequence[ActorMention], reading: Reading, who: Who) -> tuple[str, ...]:
    """The organization with which an agreement is, right behind the words for it: "a pact with the Gulf Cooperation Council"."""
    text, document = reading.article.text, reading.article.document.id
    found = _WITH.match(text, mention.span.end)
    behind = next((one for one in around if found and one.span.start in (found.end(), found.end(1))), None)
    return tuple(actor for actor in who.at(document, behind.span) if who.kind(actor) == "organization") if behind else ()


def _telling(mention: AgreementMention, around: Sequence[ActorMention], generic: frozenset[str]) -> frozenset[str]:
    """The words of a written name that tell it from others: no country, no demonym, no capital, no "free trade agreement"."""
    name = mention.name or mention.text
    if mention.level:
        return frozenset(mention.level.lower().split()) - generic
    inside = [m for m in around if mention.span.contains(m.span) and (m.kind != "place" or m.country)]
    names = {part.lower() for m in inside for part in _WORD.findall(m.text)}
    names |= {part.lower() for party in mention.parties for part in _WORD.findall(party)}
    proper = [word for word in _WORD.findall(name) if word[0].isupper() and not word.isupper()]
    return frozenset(word.lower() for word in proper if word.lower() not in generic and word.lower() not in names)


def _is_proper(name: str, heads: frozenset[str]) -> bool:
    """Whether a name is written as one: it ends in a head noun with a capital ("China-Peru Free Trade Agreement")."""
    words = _WORD.findall(name)
    return len(words) >= 2 and not name.isupper() and words[-1][0].isupper() and words[-1].lower() in heads and "s" not in words


def agreements_with_stages(table: AgreementTable, events: Iterable[Event], who: Who) -> tuple[Agreement, ...]:
    """The agreements, each with the stages that events tell, in order of time."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.agreement and event.stage:
            told[event.agreement].append(event)
    found = [
        Agreement(
            id=key,
            name=table.name(key, who),
            kind=group.kind,
            parties=tuple(who.name(party) for party in group.parties),
            aliases=tuple(sorted(set(group.names))),
            stages=tuple(
                AgreementStage(stage=e.stage, time=e.time, status=e.status, event=e.id, evidence=e.evidence) for e in told[key] if e.stage
            ),
            evidence=in_order(group.evidence),
        )
        for key, group in table.groups.items()
    ]
    return tuple(sorted(found, key=lambda one: one.id))
