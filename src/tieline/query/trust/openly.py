"""Whether the sentence shown for an open question tells what is asked: of the one whom it asks about, with its verb."""

import re

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.events.pick.objects import DEEDS
from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
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
    if frame is None or frame.copular or frame.passive or not told or not shows(draft, told[0]):
        return False  # what is picked out of a sentence was proved there
    row = parsed(view, told[0])
    if frame.asks == "subject":
        idle = view.lexicon.light | view.lexicon.verb_kinds["light"]
        return not set(frame.verbs) <= idle and not _has_verb(view, frame, row, told[0])
    if frame.subject.empty:
        return False
    if _HOW.match(query.text) and not _has_verb(view, frame, row, told[0]):
        return True
    return not _has_doer(view, frame, row, told[0]) and not _left_out(view, frame, row, told[0])


def of_other_subject(view: View, query: Query, draft: Draft) -> bool:
    """Whether a sentence tells of other things alone what a question asks of one: what the road will become tells nothing of the port."""
    frame = frame_of(view, query) if query.form in ("what", "said") and draft.status == "answered" else None
    told = view.passages_of(draft.citations)[:1]
    if frame is None or frame.copular or frame.passive or frame.asks != "object" or not frame.subject.head or not told:
        return False
    if not shows(draft, told[0]) or set(frame.verbs) & view.lexicon.verb_kinds["saying"]:
        return False
    if frame.subject.head in _SIDES or any(frame.subject.head in view.lexicon.kinds_asked[kind] for kind in _ACTING):
        return False  # those who act go by many nouns
    row = parsed(view, told[0])
    doers = [doer(row, clause) for clause in row.clauses if verb_share(view, frame, row, clause) > BY_VERB]
    others = [own for own in doers if any(unit.tag in _ENDS for unit in own.units) and not tells(view, frame.subject.head, own.text)]
    return bool(doers) and len(others) == len(doers)


_SIDES = frozenset(stems("sides parties partners neighbours authorities delegations"))
_ACTING = ("person", "house", "country")
BY_VERB = 0.94  # how surely a clause has the verb itself
_IS = regex(r"^\W*what (?:is|are|was|were) (?:the |an? )?(?P<thing>[^?]+?)\W*$", re.I)
_NAME = regex(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+")
_ENDS = ("noun", "agreement")


def only_modifies(view: View, query: Query, draft: Draft) -> bool:
    """Whether the sentence shown for "what is the Rosk Plan" has its name only before another noun: "Rosk Plan partners"."""
    told = view.passages_of(draft.citations)[:1] if draft.status == "answered" and draft.kind == "statement" else []
    return bool(told) and shows(draft, told[0]) and modified_only(view, query, told[0])


def modified_only(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence has the thing of "what is ..." only before another noun, or nothing of that name."""
    asked = _IS.match(query.text) if query.form == "what" else None
    frame = frame_of(view, query) if asked else None
    if asked is None or frame is None or not frame.copular:
        return False
    if _NAME.fullmatch(asked["thing"]) and asked["thing"].lower() not in passage.text.lower():
        return True
    wanted = stems(asked["thing"])
    row = parsed(view, passage)
    ends = [k + 1 for k in range(len(row.units)) if wanted and tuple(row.text(0, k + 1).split())[-len(wanted) :] == wanted]
    where = [k for k in ends if asked["thing"][0].isupper() and _only_where(row, k, len(wanted))]
    return bool(ends) and all(k in where or (k < len(row.units) and _before_noun(row, k)) for k in ends)


_WHERE = frozenset(("in", "to", "from", "at", "near", "through", "into"))


def _only_where(row: Parsed, k: int, size: int) -> bool:
    """Whether a name that ends at a place tells only where something was: "arrived in Torv on Monday", not "in Torv, the capital"."""
    first = next((n for n in range(k - 1, -1, -1) if len(row.text(n, k).split()) >= size), 0)
    before = first - 1 - (row.units[first - 1].tag == "determiner") if first else -1
    apart = k < len(row.units) and row.units[k].text in (",", "(", "-", "–", "—")
    return before >= 0 and row.units[before].lower in _WHERE and not apart


def _before_noun(row: Parsed, k: int) -> bool:
    """Whether a noun stands right at a place, or behind a hyphen there."""
    behind = row.units[k + 1].lower if k + 1 < len(row.units) else ""
    return row.units[k].tag in _ENDS and row.units[k].text[0].isalpha() and not row.units[k].verbs and behind != "to"  # "prior to"


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
