"""What other texts tell of a person whom a text only names: the country and the offices, lent to the person of the text."""

from collections import defaultdict
from collections.abc import Sequence

from tieline.resolve.actors.local import Local, Locals
from tieline.resolve.actors.naming import fold, parts

STEM = 5  # letters that the name of a state and the adjective of it share
FULL = 2  # parts of a name by which somebody is known in all texts


def lend(tables: Sequence[Locals]) -> None:
    """Let each person named in full, without a country, know the country and offices that the other texts agree on."""
    known: dict[str, list[Local]] = defaultdict(list)
    for table in tables:
        for one in table.persons():
            if len(parts(one.name)) >= FULL:
                known[fold(one.name)].append(one)
    heads = _heads(tables)
    for table in tables:
        table.heads = heads
    for same in known.values():
        told = [one for one in same if one.country]
        homes = {one.country for one in told}
        if len(homes) != 1 or len(told) == len(same):
            continue
        (home,) = homes
        titles = tuple(dict.fromkeys(title for one in told for title, of, _ in one.roles if of in (None, home)))
        for one in same:
            if one.country is None and home:
                one.lent, one.elsewhere = titles, home


def _heads(tables: Sequence[Locals]) -> dict[str, frozenset[str]]:
    """The last names of those whom some text has lead each state or its government."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        for one in table.persons():
            if one.country and one.leads_state and not one.is_out:
                found[one.country].add(fold(parts(one.name)[-1]))
    return {country: frozenset(names) for country, names in found.items()}


def may_be_from(one: Local, country: str | None) -> bool:
    """Whether nothing that other texts tell of a person's country speaks against one; an adjective may stand for its state."""
    return one.elsewhere is None or stem(one.elsewhere) == stem(country or one.elsewhere)


def stem(country: str) -> str:
    """The beginning of the name of a state, which its adjective shares: "Tavonia", "Tavonian"."""
    return country[:STEM]
