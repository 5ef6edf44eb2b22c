"""What the page is called, and what it holds."""

from collections import Counter

from tieline.model.facts import Facts


def heading(facts: Facts) -> str:
    """The two countries that most events name, where at least half of the events that name a country name one of them."""
    countries = {actor.name for actor in facts.actors if actor.kind == "country"}
    named = [found for event in facts.events if (found := {one.name for one in event.participants} & countries)]
    counts = Counter(name for found in named for name in sorted(found))
    most = sorted(counts, key=lambda name: (-counts[name], name))[:2]
    told = sum(1 for found in named if found & set(most))
    return " and ".join(sorted(most)) + ": a timeline from the news" if most and 2 * told >= len(named) else "A timeline from the news"


def summary(facts: Facts) -> str:
    """How many facts of each kind there are."""
    kinds = {"article": facts.documents, "event": facts.events, "agreement": facts.agreements, "figure": facts.figures}
    counts = ", ".join(f"{len(values):,} {name}{'' if len(values) == 1 else 's'}" for name, values in kinds.items())
    return f"{counts}. Every entry leads to the words that support it."
