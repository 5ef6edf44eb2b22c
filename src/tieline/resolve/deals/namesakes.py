"""Whether the names of two agreements of the same countries can mean one."""

from collections.abc import Mapping, Set

from tieline.resolve.deals.deal_names import topic
from tieline.resolve.deals.deals import GENERIC, Group
from tieline.resolve.deals.orders import differ
from tieline.resolve.deals.subjects import kin


def can_be_one(one: Group, other: Group, words: Mapping[str, Set[str]]) -> bool:
    """Whether kinds, telling words and topics fit: "the accord" can be the free trade agreement, a customs pact no fisheries pact."""
    mine, yours = one.key, other.key
    if mine.upgrade != yours.upgrade or differ(mine.order, yours.order) or not (mine.words <= yours.words or yours.words <= mine.words):
        return False
    if mine.kind != yours.kind and not (_is_wide(one, yours.kind, words) or _is_wide(other, mine.kind, words)):
        return False
    first, second = topics(one, words), topics(other, words)
    return not first or not second or bool(first & second)


def topics(group: Group, words: Mapping[str, Set[str]]) -> set[str]:
    """What an agreement is about by the words for it: "ferry" in "the ferry agreement"."""
    return {kin(found, words) for name in group.names if (found := topic(name, words))}


def _is_wide(wide: Group, kind: str, words: Mapping[str, Set[str]]) -> bool:
    """Whether a group is named by a word that may mean any agreement, the other kind too: "the deal" can be a contract, "the pact" not."""
    bought = kind == "contract" or kind in words["contracts"]
    if wide.kind in GENERIC:
        deal = bought and all(name.lower().split()[-1:] == ["deal"] or " deal " in f" {name.lower()} " for name in wide.names)
        return kind not in words["apart"] or (deal and bool(wide.names))
    return wide.kind == "contract" and bought
