"""What those said whom a question calls by a noun, people or papers: "what do critics fear", "what does the report say about trade"."""

from collections.abc import Iterator
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.query.draft import Draft, from_passage, passage_item, quoted, with_before
from tieline.query.people.said import fitting, telling
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import SPEAKS
from tieline.query.sentences.doings import candidates
from tieline.query.sentences.matching import Region, fit, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found, in_time_of
from tieline.query.sentences.themes import doer_share
from tieline.query.view import Passage, View

LEAST = 0.75
TOPIC = 0.75


def groups_said(view: View, query: Query) -> Draft | None:
    """The sentences in which they say it, by the verb of the question or one that does the same; None where none tells it."""
    frame = frame_of(view, query)
    if frame is None or frame.asks != "object" or frame.passive or frame.subject.head is None or not frame.wanted.empty:
        return None
    means = _means(view, frame)
    found = [one for one in _spoken(view, query, frame, means) if one.passage.fact.zone == "prose"]
    if not found:
        return None
    best = max(one.share for one in found)
    passages = fitting([one for one in found if one.share >= best - 0.05])
    text = with_before(view, passages[0], " ".join(quoted(one, 290 // len(passages)) for one in passages))
    draft = from_passage(Found(passages[0], best, ()), "statement", text=text)
    told = (*frame.verbs, *frame.subject.words)
    items = tuple(passage_item(one) for one in passages) if len(passages) > 1 else ()
    return replace(draft, items=items, citations=tuple(one.citation for one in passages), told=told)


def _means(view: View, frame: Frame) -> frozenset[str]:
    """The stems of the verbs by which one says what a question asks for: of "want" also "demand", of "say" all that tell of speech."""
    kinds = view.lexicon.verb_kinds
    if set(frame.verbs) & kinds["saying"]:
        return kinds["saying"] | kinds["holding"] | frozenset(verb for verbs, _ in telling(view.lexicon) for verb in verbs)
    told = [means for verbs, means in telling(view.lexicon) if verbs & set(frame.verbs)]
    return frozenset(frame.verbs).union(*told)


def _spoken(view: View, query: Query, frame: Frame, means: frozenset[str]) -> Iterator[Found]:
    for passage in candidates(view, query, frame):
        if not all(in_time_of(passage, window) for window in query.windows):
            continue
        row = parsed(view, passage)
        whole = region(row, range(len(row.units)))
        for clause in row.clauses:
            if not {stem(word) for word in clause.verb.lemma.split()} & means or clause.verb.passive or not _is_told(row, clause):
                continue
            share = max(doer_share(view, frame.subject, row, clause, passage), _behind(view, frame, row, clause, passage))
            topic = fit(view, frame.rest, whole, whole, passage)
            if share >= LEAST and topic >= TOPIC:
                yield Found(passage, min(share, topic), ())
                break


def _is_told(row: Parsed, clause: Clause) -> bool:
    mode, denied = mode_of(row, clause)
    return mode == "told" and not denied


def _behind(view: View, frame: Frame, row: Parsed, clause: Clause, passage: Passage) -> float:
    """How well the noun right behind a verb of speech is the one who speaks: ", said the document"."""
    start = clause.verb.end
    if clause.verb.lemma not in SPEAKS or not start or row.units[clause.verb.start - 1].tag != "sign":
        return 0.0
    end = next((k for k in range(start, len(row.units)) if row.units[k].tag not in ("determiner", "noun", "actor", "'s")), len(row.units))
    own: Region = region(row, range(start, end))
    if not own.places or not {frame.subject.head} & set(stems(own.units[-1].text)):
        return 0.0
    return fit(view, frame.subject, own, own, passage)
