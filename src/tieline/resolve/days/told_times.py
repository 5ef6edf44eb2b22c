"""How an article speaks of each of its times: as past, as ahead, or in neither way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tieline.model.mention import EventMention, Reading
from tieline.model.span import Citation, Span
from tieline.model.time import TimeMention
from tieline.model.token import Sentence, level
from tieline.resolve.cite import cite
from tieline.resolve.days.cues import Cues

PAST = frozenset({"occurred", "ongoing"})
AHEAD = frozenset({"planned", "expected"})
PROSE = frozenset({"prose", "list", "headline", "heading", "correction"})


@dataclass(frozen=True)
class ToldTime:
    """One time of an article, the sentence around it, and whether what it dates is past or ahead (neither: not known)."""

    mention: TimeMention
    sentence: Sentence
    past: bool
    ahead: bool
    citation: Citation

    @property
    def words(self) -> str:
        """The words of the time, in lower case."""
        return level(self.mention.text).lower()


def told_times(reading: Reading, mentions: Sequence[TimeMention], cues: Cues) -> tuple[ToldTime, ...]:
    """The times of the running text, with the status of what they date."""
    return tuple(_told_times(reading, mentions, cues))


def _is_to(sentence: Sentence) -> bool:
    """Whether a sentence says that something is to be: "production is to begin in 1975"."""
    return any(one.text in _BE and after.text == "to" for one, after in pairwise(sentence.tokens))


def _by_timetable(event: EventMention) -> bool:
    """Whether a verb in the present tells of an event with its time, which may lie ahead: "delivery begins in 2024"."""
    return event.status == "occurred" and event.wording is not None and event.wording.form == "present"


_BE = frozenset(("is", "are", "was", "were"))


def _told_times(reading: Reading, mentions: Sequence[TimeMention], cues: Cues) -> Iterator[ToldTime]:
    statuses: dict[Span, set[str]] = {}
    for event in reading.events:
        if event.time and event.time_role != "until":
            statuses.setdefault(event.time, set()).add("scheduled" if _by_timetable(event) else event.status)
    for figure in reading.figures:
        if figure.period:
            statuses.setdefault(figure.period, set()).add(figure.status)
    sentences = [s for s in reading.article.sentences if s.zone in PROSE]
    position = 0
    for mention in sorted(mentions, key=lambda one: one.start):
        while position < len(sentences) and sentences[position].end <= mention.start:
            position += 1
        if position == len(sentences):
            return
        sentence = sentences[position]
        if sentence.start > mention.start:
            continue
        told = statuses.get(Span(mention.start, mention.end), set())
        plain = not told and not any(token.text in cues.ahead for token in sentence.tokens) and not _is_to(sentence)
        past = (bool(told) and told <= PAST) or plain
        yield ToldTime(mention, sentence, past, bool(told) and told <= AHEAD, cite(reading.article, Span(mention.start, mention.end)))
