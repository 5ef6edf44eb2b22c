"""Rounds, sessions and summits that are counted: the number, and the words that tell their series."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from tieline.model.mention import FigureMention, Reading
from tieline.resolve.actors.nearby import in_sentences
from tieline.resolve.events.reports.report import Told

COUNTED = frozenset({"negotiation", "meeting", "summit"})
OTHER_THINGS = frozenset(
    {"meeting", "meetings", "summit", "summits", "conference", "forum", "cabinet", "commission", "committee", "council"}
)
RULE = "figure.ordinal"
FAR = 60  # characters between a number and the words of the event that it counts


def with_numbers(told: Sequence[Told], reading: Reading, words: Mapping[str, Set[str]]) -> list[Told]:
    """The reports with the number of what is counted: "opened a fifth round of talks" is number 5 of its series."""
    of_rank = (one for one in reading.figures if one.rule == RULE and one.rank)
    ranked = in_sentences(one for one in of_rank if set(_words(one.subject_text)) & words["counted.nouns"])
    return [_numbered(one, ranked.get(one.mention.sentence, ()), words["counted.plain"]) for one in told]


def _numbered(told: Told, ranked: Sequence[FigureMention], plain: Set[str]) -> Told:
    if told.type not in COUNTED or (told.type == "negotiation" and told.stage not in (None, "round")):
        return told
    if told.type == "negotiation" and told.stage is None:
        ranked = [figure for figure in ranked if not set(_words(figure.subject_text)) & OTHER_THINGS]
    numbers = {figure.rank for figure in ranked}
    near = [figure for figure in ranked if _distance(told, figure) <= FAR]
    if len(numbers) != 1 or not near:
        return told
    series = {word for figure in near for word in _words(figure.subject_text) if word not in plain}
    mention = replace(told.mention, stage="round") if told.type == "negotiation" else told.mention
    return replace(told, mention=mention, number=near[0].rank, series=frozenset(series))


def _distance(told: Told, figure: FigureMention) -> int:
    verb, span = told.mention.trigger, figure.span
    return max(span.start - verb.end, verb.start - span.end, 0)


def _words(text: str | None) -> list[str]:
    return [word.strip(".,;:()") for word in (text or "").lower().split()]
