"""From figure mentions to figures: who, when, how often told, corrected or in dispute."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from tieline.extract.amounts.figures import read_figures
from tieline.extract.amounts.lexicon import lexicon
from tieline.extract.amounts.quantities import read_quantities
from tieline.ids import fact_id
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.mention import Reading
from tieline.model.vocabulary import Qualifier, Status
from tieline.resolve.actors.who import Who
from tieline.resolve.amounts.figure_conflicts import conflicts
from tieline.resolve.amounts.measured_things import measured_things
from tieline.resolve.amounts.told_figures import ToldFigure, tell_figures
from tieline.resolve.amounts.withdrawn import corrected
from tieline.resolve.cite import in_order
from tieline.resolve.days.dating import Dates
from tieline.resolve.days.times import TimeTable
from tieline.resolve.deals.agreements import merging_words
from tieline.rules.load import Rulebook


def resolve_figures(
    readings: Sequence[Reading], who: Who, times: TimeTable, rulebook: Rulebook, dates: Dates | None = None
) -> tuple[tuple[Figure, ...], tuple[Issue, ...]]:
    """The figures of all articles in their canonical order, and the conflicts and corrections among them.

    Reports of one figure in several texts become one `Figure` with all their citations; figures that differ stay side by side.
    """
    again = [_read_again(reading, times, rulebook) for reading in readings]
    told = corrected(
        [one for reading in again for one in tell_figures(reading, who, times, dates, merging_words(rulebook), lexicon(rulebook))]
    )
    groups: dict[tuple[object, ...], list[ToldFigure]] = defaultdict(list)
    for one in told:
        groups[one.key].append(one)
    made = [(_figure(group, who), group) for group in _joined(groups.values())]
    made.sort(key=lambda pair: _order(pair[0]))
    words = merging_words(rulebook)
    return tuple(figure for figure, _ in made), tuple(conflicts(made, measured_things(readings, who, words), words))


def _read_again(reading: Reading, times: TimeTable, rulebook: Rulebook) -> Reading:
    """The reading with its figures read anew, where the inferred day of its document brought more times to light."""
    known = times.mentions.get(reading.article.document.id, reading.times)
    if [(one.start, one.end) for one in known] == [(one.start, one.end) for one in reading.times]:
        return reading
    reading = replace(reading, times=tuple(known))
    reading = replace(reading, quantities=read_quantities(reading, rulebook))
    return replace(reading, figures=read_figures(reading, rulebook))


def _joined(groups: Iterable[list[ToldFigure]]) -> Iterator[list[ToldFigure]]:
    """Puts a report without a period to the one that is equal to it otherwise and has one, where there is just one."""
    loose: dict[tuple[object, ...], list[list[ToldFigure]]] = defaultdict(list)
    for group in groups:
        loose[group[0].loose_key].append(group)
    for alike in loose.values():
        dated = [group for group in alike if group[0].period]
        undated = [group for group in alike if not group[0].period]
        if len(dated) == 1 and undated and alike[0][0].subjects:
            yield [one for group in (*dated, *undated) for one in group]
        else:
            yield from alike


def _figure(group: Sequence[ToldFigure], who: Who) -> Figure:
    first = group[0]
    mention = first.mention
    counted = mention.rule.startswith(("figure.count", "figure.share"))
    subject = (mention.subject_text if counted else None) or _names(first.subjects, who) or mention.subject_text
    target = _names(first.objects, who)
    label = " ".join(filter(None, (mention.measure, str(mention.text or mention.value), mention.subject_text)))
    citations = tuple(dict.fromkeys((*in_order(one.citation for one in group), *(each for one in group for each in one.more))))
    speaker = first.speakers[0] if first.speakers else None
    return Figure(
        id=fact_id("figure", label, *first.key, citations[0].document, citations[0].start if not first.subjects else ""),
        measure=mention.measure, value=mention.value, unit=mention.unit, qualifier=cast(Qualifier | None, mention.qualifier),
        rank=mention.rank, period=next((one.period for one in group if one.period), None), status=cast(Status, first.status),
        subject=subject, object=target, subjects=first.subjects, objects=first.objects, about=mention.subject_text,
        detail=mention.object_text, text=mention.text, asserted_by=who.name(speaker) if speaker else None,
        published=min((one.published for one in group if one.published), key=lambda day: str(day.earliest), default=None),
        rule=mention.rule, reasons=tuple(dict.fromkeys(reason for one in group for reason in one.reasons)), evidence=citations,
    )  # fmt: skip


def _names(ids: Sequence[str], who: Who) -> str | None:
    """The names of actors; a country that only stands behind a group named before it is left out."""
    home = who.country(ids[0]) if len(ids) > 1 and who.kind(ids[0]) != "country" else None
    return " and ".join(who.name(one) for one in ids if one != home) or None


def _order(figure: Figure) -> tuple[str, str, str, int, int, str]:
    first = figure.evidence[0]
    start = str(figure.period.earliest or "") if figure.period else ""
    return figure.measure, start, first.document, first.start, first.end, figure.id
