"""Which protocol of a text is the upgrade that it has just told of: "signed an upgrade of their pact. What was signed is a protocol"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tieline.model.mention import Reading
from tieline.resolve.deals.deals import Group, Key

NEAR = 400  # characters behind the words for an upgrade in which "a protocol" still means it


def upgrade_protocols(groups: Mapping[Key, Group], readings: Sequence[Reading]) -> Iterator[tuple[int, Group]]:
    """Each nameless protocol of one text with the upgrade of the same two countries, where that is told right before it."""
    texts = {one.article.document.id: one.article.document.text for one in readings}
    upgrades: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for key, group in groups.items():
        if key.upgrade and len(key.parties) == 2:
            upgrades[key.parties].append(group)
    for key, group in groups.items():
        if key.kind != "protocol" or key.words or key.upgrade or not key.document:
            continue
        near = [one for one in upgrades.get(key.parties, ()) if _follows(group, one, key.document, texts[key.document])]
        if len(near) == 1:
            near[0].take(group)
            yield id(group), near[0]


def _follows(protocol: Group, upgrade: Group, document: str, text: str) -> bool:
    """Whether the first words for the protocol stand right behind some for the upgrade, and do not say that it is on something else."""
    first = min((one for one in protocol.evidence if one.document == document), key=lambda one: one.start, default=None)
    if first is None or text[first.end : first.end + 4] in (" on ", " for"):
        return False
    return any(one.document == document and 0 <= first.start - one.end <= NEAR for one in upgrade.evidence)
