"""The way from an answer or event back to the words that prove it, and the way from a name to what carries it."""

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.answer import Answer
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.query.view import View

Found = Actor | Agreement | Event | Figure | Document


def find(view: View, name: str) -> tuple[Found, ...]:
    """Whatever carries a name or id, best match first; () where nothing does."""
    wanted = name.strip().casefold()
    facts = view.facts
    everything: list[Found] = [*facts.actors, *facts.agreements, *facts.events, *facts.figures, *facts.documents]
    exact = [one for one in everything if one.id == name.strip() or wanted in _names(one)]
    near = [one for one in everything if one not in exact and any(wanted in known for known in _names(one))]
    return tuple(exact + near)


def explain(view: View, thing: Answer | Event | str) -> tuple[str, ...]:
    """The derivation step by step: answer, fact, rule, sentence, article."""
    if isinstance(thing, Answer):
        steps = [f"{thing.status}: {thing.answer}", *thing.reasons]
        return tuple(steps + [step for fact in thing.facts for step in explain(view, fact)])
    event = view.events.get(thing) if isinstance(thing, str) else thing
    if event is None:
        return (str(thing),)
    steps = [f"{event.type} {event.stage or ''}: {event.title} ({event.time.edtf if event.time else 'no date'}, {event.status})"]
    steps += [f"rule {rule}" for rule in event.rules]
    steps += list(event.time.derivation) if event.time else []
    steps += list(event.reasons)
    return tuple(steps + [f'{c.document} {c.start}-{c.end}: "{c.quote}"' for c in event.evidence])


def _names(one: Found) -> tuple[str, ...]:
    own = getattr(one, "name", None) or getattr(one, "title", None) or getattr(one, "measure", None) or ""
    return tuple(text.casefold() for text in (own, *getattr(one, "aliases", ())))
