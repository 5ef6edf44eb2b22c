"""Answers from nouns instead of clauses: "the treaty of 12 May 1994", "the signing of 19 documents"."""

from tieline.model.time import TimeValue
from tieline.query.amounts.numbers import numbers
from tieline.query.draft import Draft, capital, from_passage, quoted
from tieline.query.reading.frame import Frame
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.matching import fit, region
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import PROSE, Found
from tieline.query.times.dating import date_phrase
from tieline.query.view import Passage, View

LEAST = 0.7


def signed_on(view: View, query: Query, frame: Frame) -> Draft | None:
    """The day that stands behind the name of an agreement ("the railway agreement of 3 May"), where its signing is asked for."""
    head = frame.subject.head
    if query.stages != {"signed"} or not frame.passive or head is None or query.windows:
        return None
    found: dict[str, tuple[Passage, TimeValue]] = {}
    for passage in _holding(view, head):
        for mention in passage.times:
            before = stems(passage.document.text[passage.fact.start : mention.start])[-2:]
            if before == (head, "of") and mention.time and mention.time.earliest and _covers(view, frame, passage):
                found[mention.time.edtf] = (passage, mention.time)
    if len(found) != 1:
        return None
    passage, time = next(iter(found.values()))
    return from_passage(Found(passage, 1.0, ()), "date", text=f"{capital(date_phrase(time))}. {quoted(passage)}", value=time.edtf)


def number_done(view: View, query: Query, frame: Frame) -> Draft | None:
    """The number behind a noun of doing: "the signing of 19 documents"."""
    head = frame.wanted.head
    if not frame.passive or head is None or query.windows:
        return None
    for passage in _holding(view, head):
        for number in numbers(passage) if all(covers_text(view, word, passage.joined) for word in frame.wanted.words) else ():
            before = stems(passage.document.text[passage.fact.start : number.start])[-2:]
            after = stems(passage.document.text[number.end : number.end + 60])[:4]
            if len(before) == 2 and before[0] in frame.verbs and before[1] == "of" and head in after:
                value = number.value if number.value is not None else number.words
                text = f"{capital(number.words)}. {quoted(passage)}"
                return from_passage(Found(passage, 1.0, ()), "number", text=text, value=value)
    return None


def _holding(view: View, word: str) -> list[Passage]:
    return [view.passages[n] for n in view.index.get(word, ())[:60] if view.passages[n].fact.zone in PROSE]


def _covers(view: View, frame: Frame, passage: Passage) -> bool:
    row = parsed(view, passage)
    whole = region(row, range(len(row.units)))
    return fit(view, frame.subject, whole, whole, passage) >= LEAST
