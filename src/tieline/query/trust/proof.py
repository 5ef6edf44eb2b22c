"""The proof that every Yes must have: a clause that tells what is asked, of those asked, done as asked and at the time asked."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.model.event import Event
from tieline.model.span import Citation
from tieline.model.time import TimeMention, TimeValue
from tieline.query.draft import Draft
from tieline.query.people.speech import verbs_of_speech
from tieline.query.reading.frame import Frame, Part, frame_of
from tieline.query.reading.loose_times import loose_times, of_same_time
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.sentences.clausal import FITS, fits, reach
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.parsed import Parsed, parsed, time_at
from tieline.query.view import Passage, View

_MUTUAL = frozenset(("meeting", "summit", "negotiation"))  # what two do together, whoever of them is the subject
_LASTING = frozenset(("since", "from", "until", "till", "by", "for", "between", "to", "before", "after"))


def unproved(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentences of a Yes have the verb of the question, and no clause with it tells what is asked."""
    if draft.kind != "yesno" or draft.value is not True:
        return False
    frame = frame_of(view, query)
    events = [event for i in draft.facts if (event := view.events.get(i)) and event.title in draft.text]
    if frame is None or frame.copular or frame.asks != "adverb" or len(events) > 1 or _SINGLED.search(query.text):
        return not _at_loose_times(view, query, draft, events)
    if set(frame.verbs) & frozenset().union(*verbs_of_speech(view.lexicon)):
        return False
    if not _at_loose_times(view, query, draft, events):
        return True
    if any(event.agreement or event.type in _MUTUAL for event in events) or set(frame.verbs) & set(draft.told):
        return False
    cited = [citation for event in events for citation in event.evidence] or draft.citations
    told = [(passage, one if events else None) for one in cited for passage in view.passages_of([one])]
    frame = replace(frame, subject=_less_numbers(frame.subject), rest=_less_numbers(frame.rest))
    verdicts = [proof for passage, span in told for proof in _proofs(view, query, frame, passage, span)]
    if not verdicts:
        return bool(events) and not query.types and not query.stages
    return not any(verdicts)


_SINGLED = regex(r"\bthe (?:first|second|third|last|only|latest)\b.{2,60}?\bto\b", re.I)


def _less_numbers(part: Part) -> Part:
    """A part of a question without its numbers, which a sentence may meet in other digits: "more than 100"."""
    return replace(part, words=tuple(word for word in part.words if not word[:1].isdigit()))


def _proofs(view: View, query: Query, frame: Frame, passage: Passage, within: Citation | None) -> Iterator[bool]:
    """For each clause with the verb of a question, of those whose verb stands within some words, whether it tells what is asked."""
    row = parsed(view, passage)
    for clause, share, _ in fits(view, frame, passage):
        if within is None or within.start <= row.units[clause.verb.head].start < within.end:
            yield share >= FITS and (within is not None or _in_time(query, row, clause))


def _in_time(query: Query, row: Parsed, clause: Clause) -> bool:
    """Whether the times of a clause, where it has any that only date it, can be those of a question."""
    times = [mention.time for mention in _times(row, clause) if mention.time and mention.time.earliest]
    return not times or all(any(in_window(time, window) for time in times) for window in query.windows)


def _times(row: Parsed, clause: Clause) -> Iterator[TimeMention]:
    """The times told in a clause, but for those that bound it on one side."""
    for k in sorted({*subject_of(row, clause).places, *range(clause.left, reach(row, clause))}):
        mention = time_at(row.units[k])
        if mention is not None and not (k and row.units[k - 1].lower in _LASTING):
            yield mention


def _at_loose_times(view: View, query: Query, draft: Draft, events: list[Event]) -> bool:
    """Whether what a Yes rests on lies at the times that a question gives without their year."""
    loose = [one for one in loose_times(query) if one.text.lower() not in draft.text.lower()]
    if not loose:
        return True
    known: list[tuple[TimeMention | None, TimeValue, TimeValue | None]] = [
        (None, event.time, event.published) for event in events if event.time
    ]
    for passage in view.passages_of(draft.citations):
        known += [(m, m.time or UNKNOWN, passage.document.published) for m in passage.times]
    return all(any(of_same_time(query, one, told, time, published) for told, time, published in known) for one in loose)


UNKNOWN = TimeValue.made(edtf="XXXX", earliest=None, latest=None, grain="year")
