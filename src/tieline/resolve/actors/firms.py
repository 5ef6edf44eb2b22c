"""Firms that another text names by the first words of their name."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tieline.resolve.actors.local import Local

FEWEST = 2  # words of a name that tell one firm from others


def join_firms(groups: Mapping[str, Sequence[Local]]) -> Iterator[list[Local]]:
    """The mentions of each folded name, those of a firm with those of the only longer name of one that begins with it."""
    names = sorted(groups)
    whole = {name: _longer(name, names, groups) or name for name in names}
    members: dict[str, list[Local]] = {name: [] for name in names}
    for name in names:
        members[whole[name]] += groups[name]
    yield from (found for _, found in sorted(members.items()) if found)


def _longer(name: str, names: Sequence[str], groups: Mapping[str, Sequence[Local]]) -> str | None:
    """The only longer name that begins with that of a firm, where both are firms of one country as far as the texts tell."""
    first, last = bisect_left(names, name + " "), bisect_left(names, name + "!")
    if last - first != 1 or len(name.split()) < FEWEST:
        return None
    one, other = groups[name], groups[names[first]]
    homes = {country for local in (*one, *other) for country in local.countries}
    return names[first] if len(homes) < 2 and all(local.kind == "company" for local in (*one, *other)) else None
