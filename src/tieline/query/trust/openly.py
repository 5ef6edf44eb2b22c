"""Whether the sentence shown for an open question tells what is asked: of the one whom it asks about, with its verb."""

import re

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.events.objects import DEEDS
from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.clause_verbs import verb_share
from tieline.query.sentences.exact import shows
from tieline.query.sentences.matching import fit, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.themes import doer, doer_share
from tieline.query.view import Passage, View

_OPENS = regex(r"^\W*(?:what|how|in what way|by what means)\b", re.I)
_HOW = regex(r"^\W*(?:in what way|by what means|how)\b", re.I)


def beside_theme(view: View, query: Query, draft: Draft) -> bool:
    """Whether a sentence says nothing of the one who is asked about as its subject, or lacks the deed whose manner is asked."""
    frame = frame_of(view, query) if query.form == "what" and draft.status == "answered" else None
    told = view.passages_of(draft.citations)[:1]  # the one that is shown
    if not _OPENS.match(query.text):
        return False  # a reason is proved where it is found
    if frame is None or frame.copular or frame.passive or not told or frame.asks == "subject" or frame.subject.empty:
        return False
    if not shows(draft, told[0]):
        return False  # what is picked out of a sentence was proved there
    row = parsed(view, told[0])
    if _HOW.match(query.text) and not _has_verb(view, frame, row, told[0]):
        return True
    return not _has_doer(view, frame, row, told[0]) and not _left_out(view, frame, row, told[0])


def _has_doer(view: View, frame: Frame, row: Parsed, passage: Passage) -> bool:
    """Whether some clause has the one who is asked about for its subject."""
    whole = region(row, range(len(row.units)))
    done_by = (fit(view, frame.subject, doer(row, clause), whole, passage, subject=True) for clause in row.clauses)
    return any(done_by) or any(doer_share(view, frame.subject, row, clause, passage) for clause in row.clauses)


def _left_out(view: View, frame: Frame, row: Parsed, passage: Passage) -> bool:
    """Whether a sentence names the one asked about, and the verb stands there without a subject of its own: "covering", "his stay"."""
    bare = [one for one in row.clauses if one.kind in ("infinitive", "participle") and verb_share(view, frame, row, one)]
    ways = {way for verb in frame.verbs for way in (verb, *view.lexicon.verbs.get(verb, ()))}
    nouns = any(stem(unit.lower) in ways and unit.lower.endswith(DEEDS) for unit in row.units if unit.tag == "noun")
    whole = region(row, range(len(row.units)))
    return bool(bare or nouns) and fit(view, frame.subject, whole, whole, passage) > 0


def _has_verb(view: View, frame: Frame, row: Parsed, passage: Passage) -> bool:
    """Whether a sentence holds the verb of a question, or a word that says the same."""
    if set(frame.verbs) & {"do", "work", "go"}:
        return True
    return any(verb_share(view, frame, row, clause) for clause in row.clauses) or any(
        tells(view, one, passage.joined) for one in frame.verbs
    )
