"""Whose agreement it is, where the words for it do not name both parties: those who take the step, the owner before "its own"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from tieline.model.mention import ActorMention, AgreementMention, Reading
from tieline.model.span import Span
from tieline.model.token import Sentence
from tieline.resolve.actors.who import Who

NEAR = 2  # words before an agreement among which the word for its owner stands
TWO = 2
PARTIES = 5  # states that make a treaty of their own; what more make is one of a bloc or of the world
ACTING = frozenset({"agent", "party", "partner", "participant"})


def with_owner(
    named: tuple[str, ...],
    mention: AgreementMention,
    sentence: Sentence,
    around: Sequence[ActorMention],
    owners: Set[str],
    who: Who,
    document: str,
) -> tuple[str, ...]:
    """The parties named, with the owner that "its own agreement with China" points back at: the country named last before it."""
    if len(named) != 1 or not _is_owned(mention, sentence, owners):
        return named
    before = sorted((one for one in around if one.span.end <= mention.span.start), key=lambda one: one.span)
    homes = [home for one in before for actor in who.at(document, one.span) if (home := who.country(actor)) and home not in named]
    return tuple(sorted({*named, homes[-1]})) if homes else named


def _is_owned(mention: AgreementMention, sentence: Sentence, owners: Set[str]) -> bool:
    """Whether "its", "their" or the like stands right before an agreement or opens the words for it."""
    near = [token.lower for token in sentence.tokens if token.end <= mention.span.start][-NEAR:]
    first = [token.lower for token in sentence.tokens if token.start == mention.span.start]
    return any(word in owners for word in (*near, *first))


def acting(reading: Reading, who: Who) -> Mapping[Span, frozenset[str]]:
    """The countries of those who take a step with an agreement, by the words for it; two, or the few that one step names."""
    found: dict[Span, list[frozenset[str]]] = defaultdict(list)
    document = reading.article.document.id
    for event in reading.events:
        if event.type == "agreement" and event.agreement:
            actors = [actor for arg in event.arguments if arg.role in ACTING for actor in who.at(document, arg.span)]
            found[event.agreement].append(frozenset(home for actor in actors if (home := who.country(actor))))
    return {span: homes for span, steps in found.items() if (homes := _of_steps(steps)) is not None}


def _of_steps(steps: Sequence[frozenset[str]]) -> frozenset[str] | None:
    """The countries of all steps where they are two; of more, those of a step that names them together; None where several are told."""
    every = frozenset[str]().union(*steps)
    most = max(steps, key=len)
    if len(every) <= TWO:
        return every
    return most if TWO < len(most) <= PARTIES and every == most else None
