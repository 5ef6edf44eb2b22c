"""Yes, no, or not said: whether something is so, by the events first and by the sentences after."""

import re
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.model.event import Event
from tieline.model.span import Span
from tieline.query.draft import Draft, clip, from_passage, line, nothing, quoted
from tieline.query.events.levels import of_that_sort
from tieline.query.events.pick.select import best, evidence_stems, select
from tieline.query.events.pick.sides import done_by_another
from tieline.query.events.verdict.by_events import by_events, verdict_of
from tieline.query.events.verdict.by_sentences import SAID, by_sentence
from tieline.query.events.verdict.checks import by_opposite, checked
from tieline.query.events.verdict.claimed import OFFICE_KIND, count_verdict, office_verdict, order_verdict, rank_verdict
from tieline.query.events.verdict.contraries import contrary
from tieline.query.events.verdict.excepted import excepted
from tieline.query.events.verdict.gainsaid import gainsaid
from tieline.query.events.verdict.hosting import hosted_by_another
from tieline.query.events.verdict.no_longer import no_longer
from tieline.query.events.verdict.none_of import none_of
from tieline.query.events.verdict.not_yet import not_yet
from tieline.query.events.verdict.turn import of_another_turn
from tieline.query.evidence.senses import tells
from tieline.query.loaded import function
from tieline.query.people.speech import spoken
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.sentences.claims import refused
from tieline.query.sentences.clausal import Told, reach
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import Parsed
from tieline.query.sentences.search import Found
from tieline.query.times.ahead import is_past
from tieline.query.times.put_off import put_off
from tieline.query.view import View

_CERTAIN = regex(r"\b(certain|sure|definite|fixed|settled|guaranteed|assured|final)\b(?=\W*$)", re.I)
_A_KIND = regex(r"^\W*(?:is|was|are|were|isn't|wasn't|aren't|weren't)\b(?! there).{2,50}?\b(?:an?|one of|part of|considered)\b", re.I)


_TEXTS = regex(
    r"^\W*\w+ (?:all|each|every|more|several|two|three|four|five|the|exactly)\b"
    r".*?\b(?:texts?|articles?|documents?|reports?|sources?|stories)\b",
    re.I,
)
_BE = regex(r"^\W*(?:is|was|are|were)\b", re.I)
_NONE = regex(r"^\W*\w+(?:n't)?\b[^?]{0,60}?\b(?:no|never|none|nothing|nobody|not)\b|^\W*\w+n't\b", re.I)


_TRUE = regex(r"^\W*(?:is|was) (?:it|that) (?:true|correct|right|so|a fact|the case|accurate) that\b", re.I)
_TAG = regex(r"^\W*\w+n't\b(?![^?]*\b(?:no|never|none|nothing|nobody)\b)", re.I)
_EVER = regex(r"^\W*(?:did|has|have|had)\b[^?]{0,60}?\b(?:never|not)\b", re.I)


def yesno(view: View, query: Query) -> Draft:
    """Whether something is so, by the events first and by the sentences after.

    "Did they never meet?" is answered with Yes where they did, in words that say so; "is it true that they never met?" with No.
    """
    draft = contrary(view, query, _yesno(view, query))
    if draft.value is True and not SAID.search(query.text):
        draft = excepted(view, query, gainsaid(view, draft))
    if draft.status != "answered" or not isinstance(draft.value, bool) or not _NONE.search(query.text):
        return draft
    rest = re.sub(r"^(?:Yes|No)\.\s*", "", draft.text)
    if _TRUE.match(query.text):
        return replace(draft, text=clip(f"{'No' if draft.value else 'Yes'}. {rest}"), value=not draft.value)
    return replace(draft, text=clip(f"{_opening(query.text) if draft.value else 'No, it is not so'}. {rest}"))


def _opening(asked: str) -> str:
    """The Yes to a question that denies: in words that cannot be taken for a Yes to the denial."""
    if _TAG.match(asked):
        return "Yes, it is so"
    return "Yes, it did happen" if _EVER.match(asked) else "Yes, on the contrary"


def _yesno(view: View, query: Query) -> Draft:
    if query.title or OFFICE_KIND.match(query.text):
        drafted = office_verdict(view, query)
        if drafted:
            return drafted
    counted: Draft | None = function("events.verdict.in_texts.in_so_many_texts")(view, query) if _TEXTS.search(query.text) else None
    if counted:
        return counted
    at_home: Draft | None = function("trust.homes.home_verdict")(view, query) if _BE.match(query.text) else None
    if at_home:
        return at_home
    if query.text[:6].lower() == "should":
        return nothing(view, query, "yesno", "That asks for an opinion; the texts only report.")
    hosted = _hosted(view, query) or none_of(view, query) or (of_that_sort(view, query, read_question) if "visit" in query.types else None)
    if hosted:
        return hosted
    compared = order_verdict(view, query) or spoken(view, query)
    if compared:
        return compared
    certain = _certain(view, query)
    if certain:
        return certain
    counted = _in_so_many_words(view, query) or checked(view, query) or rank_verdict(view, query) or count_verdict(view, query)
    if counted:
        return counted
    if _A_KIND.match(query.text) and not query.stages:
        drafted = by_sentence(view, _less_part(query))
        if drafted.value is True:
            return drafted
    ended = no_longer(view, query)
    if ended:
        return ended
    hits = [hit for hit in best(select(view, query, in_time=False, least=0.8)) if not hit.missing]
    hits = [hit for hit in hits if not done_by_another(view, query, hit.event) and _says_verb(view, query, hit.event)]
    hits = [hit for hit in hits if not (query.ordinal == "next" and is_past(view, query, hit.event))]
    hits = [hit for hit in hits if not of_another_turn(view, query, hit.event)]
    told = bool(hits) and not SAID.search(query.text)
    drafted = put_off(view, query, by_events(view, query, [hit.event for hit in hits]) if told else by_sentence(view, query))
    if query.negated or drafted.value is False or (drafted.value is True and not _undated(view, drafted)):
        denied = refused(view, query) if drafted.value is True and not query.negated and query.stages else None
        if denied and _tells_as_much(view, query, denied, drafted):
            return denied
        return (_denied_there(view, query, drafted) if drafted.value is True and not query.negated else None) or drafted
    drafted = put_off(view, query, refused(view, query) or drafted)
    if drafted.status != "unanswered":
        return drafted
    return by_opposite(view, query, read_question, _plain_verdict) or not_yet(view, query) or drafted


_FIGURED = regex(r"\d[\d.,]*|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)


def _in_so_many_words(view: View, query: Query) -> Draft | None:
    """The Yes to a question with a number or weekday, from a clause that tells all of it with the very verb."""
    figures = [found for found in _FIGURED.finditer(query.text) if not any(w.span.touches(Span(*found.span())) for w in query.windows)]
    if not figures:
        return None
    from tieline.query.sentences.told_in import plain_clauses

    for one in plain_clauses(view, query):
        own = one.passage.document.text[one.row.units[one.clause.left].start : one.row.units[reach(one.row, one.clause) - 1].end].lower()
        if not one.denied and _of_that_subject(view, query, one) and all(found[0].lower() in own for found in figures):
            return from_passage(one.found, "yesno", text=f"Yes. {quoted(one.passage, 250)}", value=True)
    return None


def _of_that_subject(view: View, query: Query, told: Told) -> bool:
    """Whether the subject of a clause has the very noun of which a question asks: "trade grew, with exports rising" tells of trade."""
    frame = frame_of(view, query)
    head = frame.subject.head if frame is not None and not frame.passive else None
    return head is None or f" {head} " in subject_of(told.row, told.clause).text


def _says_verb(view: View, query: Query, event: Event) -> bool:
    """Whether the words that tell an event say the verb of a question that names no act: what was promised is not paid."""
    frame = None if query.types or query.stages else frame_of(view, query)
    if frame is None or frame.copular or not frame.verbs:
        return True
    told = evidence_stems(view, event)
    return any(tells(view, way, told) for verb in frame.verbs for way in (verb, verb.split()[0]))


def _denied_there(view: View, query: Query, draft: Draft) -> Draft | None:
    """The No of a clause in the sentences of a Yes that denies the very act: "met briefly, but held no formal talks"."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.passive or frame.rest.empty:
        return None
    for passage in view.passages_of(draft.citations):
        row = function("sentences.parsed.parsed")(view, passage)
        for clause in function("sentences.clausal.clauses_with_verb")(view, frame, passage):
            behind = row.text(clause.verb.end, clause.right)
            denied = function("sentences.clause_modes.mode_of")(row, clause) == ("told", True)
            told = all(covers_text(view, word, behind) for word in frame.rest.words)
            if denied and told and (frame.rest.head or _of_those(frame, row, clause)):
                return from_passage(Found(passage, 1.0, ()), "yesno", text=f"No. {quoted(passage, 250)}", value=False)
    return None


def _of_those(frame: Frame, row: Parsed, clause: Clause) -> bool:
    """Whether behind a verb stand those whom a question names there, or a word for them: "but did not meet him"."""
    behind = range(clause.verb.end, clause.right)
    them = any(row.units[k].lower in ("him", "her", "them", "it", "each") for k in behind)
    return them or all(set(ids) & set(row.named(behind)) for ids, _ in frame.rest.named)


def _tells_as_much(view: View, query: Query, denied: Draft, drafted: Draft) -> bool:
    """Whether a denial stands in the sentences of a Yes, or says words of the question that those do not."""
    own, told = (view.passages_of(draft.citations) for draft in (denied, drafted))
    if {passage.number for passage in told} <= {passage.number for passage in own}:
        return True
    said, known = (" ".join(passage.joined for passage in passages) for passages in (own, told))
    lost = [term.stem for term in query.words if not covers_text(view, term.stem, known)]
    return bool(lost) and all(covers_text(view, term.stem, said) for term in query.words)


def _hosted(view: View, query: Query) -> Draft | None:
    """Yes, where the year asked about is one in which a country held something by the texts; None where none says so."""
    year = query.windows[0].time.earliest if len(query.windows) == 1 and query.windows[0].bound == "in" else None
    if year is None or not any(act.rule == "act.host" for act in query.acts) or not query.names:
        return None
    from tieline.query.times.spans import years_of

    told = years_of(view, replace(query, windows=(), form="years")).get(year.year, ())
    name = query.names[0]
    passages = [one for one in view.passages_of(told) if name.text in one.text]
    shown = next((one for one in passages if _HOLDS.search(one.text) and not hosted_by_another(view, one, name.ids)), None)
    if shown is None:
        return None
    return Draft("answered", clip(f"Yes. {quoted(shown, 250)}"), "yesno", True, citations=(shown.citation,), told=("host",))


_HOLDS = regex(r"\bhost\w*|\bheld in\b|\btakes? place in\b|\bin (?-i:[A-Z])\w+\b[^.;]{0,60} for (?:the|an?)\b", re.I)


def _less_part(query: Query) -> Query:
    """A question without "part" of "part of", which a sentence need not say: "a project of the scheme" is part of it."""
    at = query.text.lower().find(" part of ")
    if at < 0:
        return query
    words, terms = (tuple(t for t in own if t.span.start != at + 1) for own in (query.words, query.terms))
    return replace(query, words=words, terms=terms)


def _plain_verdict(view: View, query: Query) -> Draft:
    counted = count_verdict(view, query)
    if counted:
        return counted
    hits = [hit for hit in best(select(view, query, in_time=False, least=0.8)) if not hit.missing]
    return by_events(view, query, [hit.event for hit in hits]) if hits else by_sentence(view, query)


def _undated(view: View, draft: Draft) -> bool:
    """Whether an answer rests on an event without a date, which a denial may well be about."""
    return any(view.events[i].time is None for i in draft.facts if i in view.events)


def _certain(view: View, query: Query) -> Draft | None:
    """Whether something ahead is certain: not where the texts only expect it."""
    asked = _CERTAIN.search(query.text)
    if not asked:
        return None
    terms = tuple(t for t in query.terms if not asked.start() <= t.span.start < asked.end())
    hits = [hit for hit in best(select(view, replace(query, terms=terms))) if not hit.missing]
    open_ones = [hit.event for hit in hits if hit.event.status in ("expected", "hypothetical")]
    return verdict_of(False, open_ones[0], f"No. {line(open_ones[0])}.") if open_ones and len(open_ones) == len(hits) else None
