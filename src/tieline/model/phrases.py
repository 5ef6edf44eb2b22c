"""Parts of values in words: the kind of an event, a stage, the offices of a person, whose figure it is."""

from collections.abc import Iterable

from tieline.model.actor import Role
from tieline.model.agreement import AgreementStage
from tieline.model.amount import label
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.model.words import in_words


def kind_words(event: Event) -> str:
    """The type of an event with its stage."""
    return f"{label(event.type)}, {label(event.stage)}" if event.stage else label(event.type)


def stage_words(stage: AgreementStage) -> str:
    """A stage with its time, and its status where it is not simply so."""
    when = f" {in_words(stage.time)}" if stage.time else ""
    return f"{label(stage.stage)}{when}" + (f" ({stage.status})" if stage.status != "occurred" else "")


def offices(roles: Iterable[Role]) -> str:
    """The offices of an actor, each once."""
    return "; ".join(dict.fromkeys(f"{role.title} of {role.of}" if role.of else role.title for role in roles))


def about(figure: Figure) -> str:
    """Whose figure it is, and towards whom."""
    return " / ".join(one for one in (figure.subject, figure.object) if one)
