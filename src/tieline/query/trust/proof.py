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
from tieline.query.events.pick.select import evidence_stems
from tieline.query.events.verdict.by_sentences import WILL, asks_open
from tieline.query.evidence.senses import tells
from tieline.query.people.speech import verbs_of_speech
from tieline.query.reading.frame import Frame, Part, frame_of
from tieline.query.reading.loose_times import loose_times, of_same_time
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stems
from tieline.query.sentences.clausal import FITS, fits, mode_told, reach
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.parsed import Parsed, parsed, time_at
from tieline.query.trust.another_doer import done_by_another
from tieline.query.trust.exchanged import MUTUAL
from tieline.query.view import Passage, View

_LASTING = frozenset(("since", "from", "until", "till", "by", "for", "between", "to", "before", "after"))


def proof(view: View, query: Query, draft: Draft) -> bool | None:
    """Whether a clause of the evidence proves a Yes; False where those with its verb do not, None where no clause can tell."""
    if draft.kind != "yesno" or draft.value is not True:
        return None
    frame = frame_of(view, query)
    events = [event for i in draft.facts if (event := view.events.get(i)) and event.title in draft.text]
    if not _at_loose_times(view, query, draft, events):
        return False
    if frame is None or frame.copular or frame.asks != "adverb" or len(events) > 1 or _SINGLED.search(query.text):
        return None
    if events and (not query.types or events[0].type == "agreement") and not _told_by(view, query, frame, events):
        return False
    if events and not query.types and not query.stages and _only_open(view, query, events):
        return False
    events = [event for event in events if _may_be_then(query, event)]
    spoken = bool(set(frame.verbs) & frozenset().union(*verbs_of_speech(view.lexicon)))
    if events and done_by_another(view, frame, view.passages_of([one for event in events for one in event.evidence])):
        return False
    if spoken or any(event.agreement or event.type in MUTUAL for event in events) or set(frame.verbs) & set(draft.told):
        return None
    cited = [citation for event in events for citation in event.evidence] or draft.citations
    told = [(passage, one if events else None) for one in cited for passage in view.passages_of([one])]
    verdicts = [share for passage, span in told for share in _shares(view, query, frame, passage, span)]
    if not verdicts:
        return False if events and not query.types and not query.stages else None
    best = max(verdicts)
    if best >= SURE:
        return True
    return False if best < FITS and (not asks_open(query.text) or WILL.match(query.text)) else None


SURE = 0.85


def _may_be_then(query: Query, event: Event) -> bool:
    """Whether an event can lie at the times of a question: a sentence may tell one act of 2009 and another of 2013."""
    return event.time is None or all(in_window(event.time, window) for window in query.windows)


def _told_by(view: View, query: Query, frame: Frame, events: list[Event]) -> bool:
    """Whether the verb of a question names an act that its rules know, or what tells some events says it."""
    acts = {word for act in query.acts for word in stems(query.text[act.span.start : act.span.end])}
    verbs = [verb.split()[0] for verb in frame.verbs]
    if set(verbs) & view.lexicon.verb_kinds["empty"] or any(view.lexicon.is_light(verb) for verb in verbs):
        return True
    return any(verb in acts or tells(view, verb, evidence_stems(view, event)) for verb in verbs for event in events)


def _only_open(view: View, query: Query, events: list[Event]) -> bool:
    """Whether all that tells some events has the verb of a question only under a condition, or denied: "unless Orsenda asks for it"."""
    if not _DONE.match(query.text) or asks_open(query.text):
        return False
    modes = [mode_told(view, query, passage) for event in events for passage in view.passages_of(event.evidence)]
    return bool(modes) and all(mode in ("open", "denied") for mode in modes)


_SINGLED = regex(r"\bthe (?:first|second|third|last|only|latest)\b.{2,60}?\bto\b", re.I)


def _less_numbers(part: Part) -> Part:
    """A part of a question without its numbers, which a sentence may meet in other digits: "more than 100"."""
    return replace(part, words=tuple(word for word in part.words if not word[:1].isdigit()))


def _shares(view: View, query: Query, frame: Frame, passage: Passage, within: Citation | None) -> Iterator[float]:
    """How well each clause with the verb of a question tells what is asked, of those whose verb stands within some words."""
    row = parsed(view, passage)
    numbers = {word for part in (frame.subject, frame.rest) for word in part.words if word[:1].isdigit()} & set(passage.stems)
    frame = replace(frame, subject=_less_numbers(frame.subject), rest=_less_numbers(frame.rest))
    ways = [frame, replace(frame, passive=True)] if _may_be_done_to(view, frame) else [frame]
    for clause, share, _ in (fit for way in ways for fit in fits(view, way, passage)):
        if numbers - {*subject_of(row, clause).text.split(), *row.text(clause.left, reach(row, clause)).split()}:
            yield 0.0  # the number is another clause's
        elif within is None or within.start <= row.units[clause.verb.head].start < within.end:
            fitting = (within is not None and mode_of(row, clause)[0] != "open") or (
                _in_time(query, passage, row, clause) and _in_mode(query, row, clause)
            )
            yield share if fitting else 0.0


_ACTING = ("person", "country", "organization", "company", "group")


def _may_be_done_to(view: View, frame: Frame) -> bool:
    """Whether what a thing is said to have done may be told as done to it: "did the port open", "they inaugurated the port"."""
    return not frame.passive and frame.rest.empty and not frame.subject.empty and not view.any_is(frame.subject.ids, *_ACTING)


def _in_mode(query: Query, row: Parsed, clause: Clause) -> bool:
    """Whether a clause denies nothing, and tells of what was done where a question asks whether it was."""
    mode, denied = mode_of(row, clause)
    if mode == "open" and WILL.match(query.text):
        return False
    if denied or not _DONE.match(query.text) or asks_open(query.text):
        return not denied
    return mode == "told"


_DONE = regex(r"^\W*(?:did|has|have|had|was|were)\b", re.I)


def _in_time(query: Query, passage: Passage, row: Parsed, clause: Clause) -> bool:
    """Whether a clause can be of the times of a question: by its own times, else by those that stand before its end, or where none do."""
    own = [mention for mention in _times(row, clause) if mention.time and mention.time.earliest]
    if own:
        return all(any(in_window(mention.time, window) for mention in own) for window in query.windows)
    known = [mention for mention in passage.times if mention.time and mention.time.earliest]
    end = row.units[clause.right - 1].end
    if passage.document.published and all(in_window(passage.document.published, window) for window in query.windows):
        return True
    later = [m for m in known if m.start >= end and any(in_window(m.time, window) for window in query.windows)]
    return not later or any(m.start < end and all(in_window(m.time, window) for window in query.windows) for m in known)


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
