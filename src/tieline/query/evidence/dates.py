"""The date in a sentence that a question asks for: that of the clause with its verb, else the only one near what is asked."""

import re

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.model.time import TimeMention, TimeValue
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.context import points_back
from tieline.query.evidence.cover import Hit
from tieline.query.evidence.pick import Pick, clauses_like, closeness, held
from tieline.query.evidence.senses import senses
from tieline.query.reading.frame import Frame
from tieline.query.reading.query import Query
from tieline.query.sentences.clausal import Told
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_slots import time_of
from tieline.query.sentences.clause_subjects import is_passive, subject_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import Parsed
from tieline.query.times.ahead import asks_ahead, asks_plan
from tieline.query.times.dating import date_phrase
from tieline.query.times.moment import AHEAD, DENIED, INSTEAD, of_saying
from tieline.query.times.moved import MOVED
from tieline.query.times.other_verb import of_other_verb
from tieline.query.times.year_behind import year_behind
from tieline.query.view import View

TIE = 0.9
OWN = 0.5  # of what a sentence tells, where the date is that of the clause with the very verb, wherever it stands


def pick_date(view: View, query: Query, asked: Sought, hit: Hit) -> Pick | None:
    """The date of what is asked; None where the sentence gives none, several, or does not tell it as the question takes it."""
    frame = asked.frame
    if frame is None or frame.copular or hit.passage.fact.zone == "headline" or _SINCE.match(query.text):
        return None
    later = asks_ahead(query) or asks_plan(query) or bool(_MUST.match(query.text))
    if _UNTIL.match(query.text) or not _of_thing(view, frame, hit):
        return None
    row, own = clauses_like(view, asked, hit.passage)
    ways = {way for verb in frame.verbs for way in (verb, *view.lexicon.verbs.get(verb, ()))}
    ways |= {way for verb in frame.verbs if verb in view.lexicon.verb_kinds["becomes"] for way in senses(view, verb)}
    own = [one for one in own if {way.split()[0] for way in ways} & verbs_of(row, one)]
    very = {verb.split()[0] for verb in frame.verbs}
    said = any(f" {verb} " in hit.passage.joined for verb in very)
    if not own or (said and not any(very & verbs_of(row, one) for one in own)):
        text = hit.passage.text
        return _nearest(view, asked, hit) if said and not DENIED.search(text) and bool(AHEAD.search(text)) <= later else None
    told = [one for one in own if _as_asked(row, one, later=later)]
    if not told:
        return None
    times = {time.edtf: time for one in told if (time := _time(view, query, hit, row, one))}
    if times:
        least = OWN if all(_with_thing(view, frame, hit, row, one) for one in told) else 0.0
        return _pick(view, asked, hit, next(iter(times.values())), least) if len(times) == 1 else None
    beside = [m for m in _dated(hit) if any(_inside(row, one, m) for one in row.clauses if one.kind in ("participle", "relative"))]
    beside = beside or [m for m in _dated(hit) if of_other_verb(view, query, hit.passage, m)]
    return None if beside else _nearest(view, asked, hit)


_SINCE = regex(r"^\W*since (?:when|what|which)\b", re.I)  # a state, which began with no act that a sentence dates
_UNTIL = regex(r"^\W*(?:until|till|up to) (?:when|what|which)\b", re.I)  # an end, which no day of an act is
_MUST = regex(r"^\W*(?:by |until |on )?(?:when|what \w+|which \w+) (?:must|should|shall|has|have|is|are)\b", re.I)


def _inside(row: Parsed, clause: Clause, mention: TimeMention) -> bool:
    return any(row.units[k].start == mention.start for k in range(clause.left, clause.right))


def _of_thing(view: View, frame: Frame, hit: Hit) -> bool:
    """Whether a sentence names the thing itself that a question asks about, and not only something like it, or points back to it."""
    head = frame.subject.head
    text = hit.passage.joined
    alike = (head, *view.lexicon.nouns.get(head, ())) if head else ()
    return not head or points_back(view, hit.passage) or any(covers_text(view, word, text) for word in alike)


def _with_thing(view: View, frame: Frame, hit: Hit, row: Parsed, clause: Clause) -> bool:
    """Whether a clause is of the thing asked about: not where the sentence names that in another of its clauses."""
    head = frame.subject.head
    alike = (head, *view.lexicon.nouns.get(head, ())) if head else ()
    own = f"{row.text(clause.left, clause.right)}{subject_of(row, clause).text}"
    within = any(covers_text(view, word, own) for word in alike)
    return within or not any(covers_text(view, word, hit.passage.joined) for word in alike)


def _as_asked(row: Parsed, clause: Clause, *, later: bool) -> bool:
    """Whether a clause tells its act as done, or, where the question looks ahead, as to come."""
    mode, no = mode_of(row, clause)
    if later and clause.kind == "infinitive" and clause.verb.passive and not no:
        return True  # "a contract to be signed on Wednesday"
    if later and mode == "told":  # "the first dozen leave on 3 October"
        return not no and clause.verb.form != "past" and not is_passive(row, clause)
    return not no and mode == ("ahead" if later else "told")


def _time(view: View, query: Query, hit: Hit, row: Parsed, clause: Clause) -> TimeValue | None:
    mode, no = mode_of(row, clause)
    return time_of(view, query, Told(hit.passage, row, clause, hit.share, subject_of(row, clause), mode, no))


def _nearest(view: View, asked: Sought, hit: Hit) -> Pick | None:
    """The date that stands nearest to what is asked, where no other is as near."""
    moved = [m for m in _dated(hit) if MOVED.search(hit.passage.document.text[hit.passage.fact.start : m.start])]
    if len(moved) == 1 and moved[0].time:
        return _pick(view, asked, hit, moved[0].time)
    scored = [(closeness(view, asked, hit.passage, m.start, m.end), m) for m in _dated(hit)]
    ranked = sorted(scored, key=lambda one: (-one[0], one[1].start))
    rivals = [m for score, m in ranked[1:] if score >= TIE * ranked[0][0] and m.time != ranked[0][1].time]
    time = ranked[0][1].time if ranked and not rivals else None
    return _pick(view, asked, hit, time) if time else None


def _pick(view: View, asked: Sought, hit: Hit, time: TimeValue, least: float = 0.0) -> Pick:
    mention = next((m for m in _dated(hit) if m.time and m.time.edtf == time.edtf), None)
    share = held(view, asked, hit.passage, mention.start, mention.end) if mention else 1.0
    return Pick(date_phrase(time), time.edtf, held=max(share, least))


def _dated(hit: Hit) -> list[TimeMention]:
    """The dates of a sentence but those set against another, "instead of Monday", and those on which something was only said."""
    passage = hit.passage
    text = passage.document.text
    dated = [m for m in passage.times if m.time and m.time.earliest and not year_behind(passage, m)]
    dated = [m for m in dated if not INSTEAD.search(text[passage.fact.start : m.start][-40:])]
    return [m for m in dated if not of_saying(passage, m)]
