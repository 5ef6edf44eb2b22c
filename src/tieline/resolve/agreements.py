"""Which words name which agreement, and the stages of its life."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tieline.ids import fact_id
from tieline.model.agreement import Agreement, AgreementStage
from tieline.model.event import Event
from tieline.model.mention import AgreementMention, Reading
from tieline.model.span import Citation, Span
from tieline.resolve.cite import cite, in_order
from tieline.resolve.who import Who

Key = tuple[str, str, tuple[str, ...]]  # kind, distinguishing name, parties


@dataclass
class Group:
    """The mentions of one agreement."""

    kind: str
    parties: tuple[str, ...]
    names: list[str] = field(default_factory=list)
    evidence: list[Citation] = field(default_factory=list)
    id: str = ""


@dataclass(frozen=True)
class AgreementTable:
    """Agreements by id, and by the words that name them."""

    groups: Mapping[str, Group]
    spans: Mapping[tuple[str, Span], str]

    def at(self, document: str, span: Span | None) -> str | None:
        """The id of the agreement that the words of a span name."""
        return self.spans.get((document, span)) if span else None


def group_agreements(readings: Sequence[Reading], who: Who) -> AgreementTable:
    """One group for each agreement: same kind, same parties, upgrades apart."""
    groups: dict[Key, Group] = {}
    spans: dict[tuple[str, Span], Group] = {}
    for reading in readings:
        for mention in reading.agreements:
            parties = _parties(mention, reading, who)
            key = (mention.kind, "upgrade" if mention.upgrade else "", parties)
            group = groups.setdefault(key, Group(mention.kind, parties))
            group.names.append(mention.name or mention.text)
            group.evidence.append(cite(reading.article, mention.span))
            spans[reading.article.document.id, mention.span] = group
    for key, group in groups.items():
        group.id = fact_id("agreement", name_of(group, who), *key)
    return AgreementTable({g.id: g for g in groups.values()}, {place: g.id for place, g in spans.items()})


def _parties(mention: AgreementMention, reading: Reading, who: Who) -> tuple[str, ...]:
    named = {who.by_name[name.lower()] for name in mention.parties if name.lower() in who.by_name}
    if len(named) >= 2:
        return tuple(sorted(named))
    document = reading.article.document.id
    near = [a for m in reading.actors if m.sentence == mention.sentence for a in who.at(document, m.span)]
    named |= {home for home in map(who.country, near) if home}
    return tuple(sorted(named)) if len(named) == 2 else ()


def name_of(group: Group, who: Who) -> str:
    """The plain name of an agreement: its longest written name, else the parties and the kind."""
    proper = [name for name in group.names if name[:1].isupper()]
    if proper:
        return max(sorted(proper), key=len)
    parties = "-".join(sorted(who.name(party) for party in group.parties))
    return f"{parties} {min(sorted(group.names), key=len)}".strip()


def agreements_with_stages(table: AgreementTable, events: Iterable[Event], who: Who) -> tuple[Agreement, ...]:
    """The agreements, each with the stages that events tell, in order of time."""
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.agreement and event.stage:
            told[event.agreement].append(event)
    found = []
    for key, group in table.groups.items():
        stages = sorted(told[key], key=lambda e: (str(e.time.earliest if e.time else "9999"), e.id))
        found.append(
            Agreement(
                id=key,
                name=name_of(group, who),
                kind=group.kind,
                parties=tuple(who.name(party) for party in group.parties),
                aliases=tuple(sorted(set(group.names))),
                stages=tuple(
                    AgreementStage(stage=e.stage, time=e.time, status=e.status, event=e.id, evidence=e.evidence) for e in stages if e.stage
                ),
                evidence=in_order(group.evidence),
            )
        )
    return tuple(sorted(found, key=lambda one: one.id))
