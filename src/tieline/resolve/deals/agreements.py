"""Which words name which agreement, and the stages of its life."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from tieline.ids import fact_id
from tieline.model.agreement import Agreement, AgreementStage
from tieline.model.event import Event
from tieline.model.mention import Reading
from tieline.model.span import Span
from tieline.resolve.actors.nearby import by_sentence
from tieline.resolve.actors.who import Who
from tieline.resolve.cite import cite, in_order
from tieline.resolve.deals.acronyms import by_acronym
from tieline.resolve.deals.deal_keys import deal_keys
from tieline.resolve.deals.deal_names import topic
from tieline.resolve.deals.deals import GENERIC, AgreementTable, Group, Key, name_of
from tieline.resolve.deals.implied import implied_agreements
from tieline.resolve.deals.subjects import names, subject
from tieline.resolve.deals.upgrades import upgrade_protocols
from tieline.resolve.events.known_by.corrections import corrected
from tieline.rules.load import Rulebook

FOLDER = "en/merging"
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
        sentences = {one.index: one for one in reading.article.sentences}
        wordless[reading.article.document.id] = tuple(one.span for one in implied)
        for mention, key, sure in deal_keys(reading, implied, who, words):
            group = groups.setdefault(key, Group(key))
            name = mention.name or mention.text
            group.names += [] if mention in implied else [name]
            group.proper += [name] if _is_proper(name, words["heads"]) else []
            group.level = group.level or mention.level
            group.sure = group.sure or sure
            if mention not in implied and (about := subject(mention, sentences.get(mention.sentence), words)):
                group.subjects.append(about)
            group.phrases += () if mention in implied else names(mention, sentences.get(mention.sentence), words)
            group.evidence.append(cite(reading.article, mention.span))
            spans[reading.article.document.id, mention.span] = group
    notices = {reading.article.document.id for reading in readings if corrected(reading, words)}
    joined = _joined(groups) | _by_topic(groups, words) | _by_notice(groups, notices) | by_acronym(spans, readings)
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
            same[0].take(group)
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
                same.take(group)
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
                same[0].take(group)
                found[id(group)] = same[0]
    return found


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
            aliases=tuple(sorted({*group.names, *group.phrases})),
            stages=tuple(
                AgreementStage(stage=e.stage, time=e.time, status=e.status, event=e.id, evidence=e.evidence) for e in told[key] if e.stage
            ),
            evidence=in_order(group.evidence),
        )
        for key, group in table.groups.items()
    ]
    return tuple(sorted(found, key=lambda one: one.id))
