"""What the page is called, and what it holds."""

from tieline.model.facts import Facts


def heading(facts: Facts) -> str:
    """The two countries that most events name."""
    counts = {actor.name: 0 for actor in facts.actors if actor.kind == "country"}
    for event in facts.events:
        for one in event.participants:
            if one.name in counts:
                counts[one.name] += 1
    most = sorted(counts, key=lambda name: (-counts[name], name))[:2]
    return " and ".join(sorted(most)) + ": a timeline from the news" if most else "A timeline from the news"


def summary(facts: Facts) -> str:
    """How many facts of each kind there are."""
    kinds = {"article": facts.documents, "event": facts.events, "agreement": facts.agreements, "figure": facts.figures}
    counts = ", ".join(f"{len(values):,} {name}{'' if len(values) == 1 else 's'}" for name, values in kinds.items())
    return f"{counts}. Every entry leads to the words that support it."
