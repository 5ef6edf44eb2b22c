"""The day of publication of every document, inferred from inside and from the other texts where it is not stated."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tieline.model.document import PublishedBasis
from tieline.model.mention import Reading
from tieline.model.span import Citation, Span
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.resolve.actors.who import Who
from tieline.resolve.days.clues_across import announced, counted_visits, during, same_people
from tieline.resolve.days.clues_inside import counted, elapsed, own_month, own_year, stated, told_day
from tieline.resolve.days.clues_partial import completed
from tieline.resolve.days.cues import Cues, read_cues
from tieline.resolve.days.reread import reread
from tieline.resolve.days.told_times import told_times
from tieline.resolve.days.window import Clue, Window
from tieline.resolve.events.told.visits import find_visits
from tieline.resolve.reprints import find_reprints
from tieline.rules.load import Rulebook

ROUNDS = 4


@dataclass(frozen=True)
class Dated:
    """When a document was published, how that is known, and why."""

    published: TimeValue | None
    basis: PublishedBasis
    evidence: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Dates:
    """The dates of all documents, the weekdays in undated ones that other texts fix, and the original of each text that repeats another."""

    by_document: dict[str, Dated]
    fixed: dict[tuple[str, Span], TimeValue] = field(default_factory=dict)
    reprints: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, document: str) -> Dated:
        return self.by_document[document]

    def report(self, document: str) -> str:
        """The text that a document repeats, or itself where others repeat it; "" for a text that stands alone."""
        return self.reprints.get(document) or (document if document in self._originals else "")

    @cached_property
    def _originals(self) -> frozenset[str]:
        return frozenset(self.reprints.values())


def date_documents(readings: Sequence[Reading], who: Who, rulebook: Rulebook, known: Sequence[tuple[str, Clue]] = ()) -> Dates:
    """The publication day or interval of each document, with the reasons where it was inferred; `known` holds clues found before."""
    cues = read_cues(rulebook)
    undated = [one for one in readings if one.article.document.published is None]
    reprints = find_reprints(readings)
    windows = {one.article.document.id: Window() for one in undated}
    fixed: dict[tuple[str, Span], TimeValue] = {}
    if undated:
        visits = find_visits(readings, who, cues)
        by_id = {one.article.document.id: one for one in readings}
        for document, clue in same_people(windows, by_id, who, cues):
            windows[document] = windows[document].narrowed(clue)
        for _ in range(ROUNDS):
            before = dict(windows)
            for reading in undated:
                for clue in _inside(reading, windows[reading.article.document.id], cues, rulebook):
                    windows[reading.article.document.id] = windows[reading.article.document.id].narrowed(clue)
            for document, clue in known:
                windows[document] = windows[document].narrowed(clue)
            for document, clue in announced(visits, by_id, windows, cues, who, fixed):
                windows[document] = windows[document].narrowed(clue)
            for document, clue in counted_visits(visits, windows, by_id, who, fixed):
                windows[document] = windows[document].narrowed(clue)
            if windows == before:
                break
        during(visits, by_id, cues, who, fixed)
    found = {one.article.document.id: _dated(one, windows) for one in readings}
    for name in sorted(reprints.keys() & windows.keys()):
        found[name] = _like_its_original(reprints[name], found)
    return Dates(found, fixed, reprints)


def _inside(reading: Reading, window: Window, cues: Cues, rulebook: Rulebook) -> Iterator[Clue]:
    """The clues inside one article, as far as its window of the round before lets them speak."""
    plain = told_times(reading, reading.times, cues)
    yield from told_day(reading, plain, cues)
    yield from stated(plain, cues)
    yield from own_year(reading, plain, cues)
    yield from counted(reading, plain, cues)
    yield from own_month(plain, window)
    if window.first and window.last and window.first.year == window.last.year:
        again = told_times(reading, reread(reading, window.value(), rulebook), cues)
        yield from elapsed(again, window, cues)
    whole = completed(reading, window, plain, cues)
    if whole:
        yield whole


def _like_its_original(original: str, found: Mapping[str, Dated]) -> Dated:
    """An undated text that repeats another carries the day of that report."""
    dated = found[original]
    if dated.published is None:
        return dated
    reason = f"it is the same report as {original}, published {in_words(dated.published)}"
    value = dated.published.model_copy(update={"basis": "inferred", "derivation": (*dated.published.derivation, reason)})
    return Dated(value, "inferred", dated.evidence)


def _dated(reading: Reading, windows: dict[str, Window]) -> Dated:
    document = reading.article.document
    window = windows.get(document.id)
    if window is None:
        return Dated(document.published, document.published_basis, document.published_evidence)
    value = window.value()
    return Dated(value, "inferred" if value else "none", window.citations())
