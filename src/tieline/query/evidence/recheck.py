"""Answers looked at once more beside their sentences: what stands there of another time, another number, or another state of things."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import time_value
from tieline.model.span import Span
from tieline.model.words import in_words
from tieline.query.amounts.numbers import WORDS, Number, numbers
from tieline.query.draft import Draft, capital, from_passage, nothing, quoted
from tieline.query.events.pick.select import REAL
from tieline.query.evidence.asked import sought
from tieline.query.evidence.numbers import in_windows
from tieline.query.evidence.senses import tells
from tieline.query.evidence.told import told_closely
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.clause import around, stems_beside, stems_in
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found
from tieline.query.times.ahead import ORIGINAL, asks_ahead, asks_plan
from tieline.query.view import Passage, View

BESIDE = 12  # characters between a number and its time


def rechecked(view: View, query: Query, draft: Draft) -> Draft:
    """A draft as it is, with the number that its sentence gives, or a refusal where the sentence does not bear it out."""
    if draft.status == "unanswered":
        return draft
    if draft.kind == "date" and _is_past(view, query, draft):
        return nothing(view, query, "date", "The texts give no date for that.", "value")
    if draft.kind == "date" and _only_since(view, query, draft):
        return nothing(view, query, "date", "The texts give no date for that.", "value")
    if draft.kind == "date" and asks_plan(query) and ORIGINAL.search(query.text):
        return _first_meant(view, draft)
    if _of_another_turn(view, query, draft):
        return told_closely(view, query) or nothing(view, query, draft.kind)
    if draft.kind == "yesno" and draft.value is True and _lacks_office(view, query, draft):
        return nothing(view, query, "yesno", "The texts do not say whether that is so.")
    if draft.kind == "yesno" and draft.value is True and query.title and _IS.match(query.text) and only_formerly(query.title, draft):
        return nothing(view, query, "yesno", "The texts give that office only as one held before.")
    if draft.kind == "actor" and query.title and _is_gone(view, query, draft):
        return nothing(view, query, "actor", "The texts name only one who held that office before.")
    return replace(_of_sentence(view, query, draft), told=draft.told) if draft.kind == "number" else draft


def _is_past(view: View, query: Query, draft: Draft) -> bool:
    """Whether a question looks ahead and the date answered was over when each text was written that gives it."""
    if not asks_ahead(query) or not isinstance(draft.value, str) or "XX" in draft.value:
        return False
    try:
        last = time_value(draft.value).latest
    except ValueError:
        return False
    published = [passage.document.published for passage in view.passages_of(draft.citations)]
    days = [one.earliest for one in published if one and one.earliest]
    return last is not None and bool(days) and len(days) == len(published) and last < min(days)


_INSTEAD = regex(
    r"\b(?:instead of|rather than|in place of|(?:moved|postponed|delayed|put off|brought forward|pushed back) from"
    r"|(?:original|initial|earlier|previous|old|first) (?:date|day|deadline|target|plan) (?:of|for|was|in)"
    r"|(?:originally|initially|at first|first|earlier|previously|once)\b[^,;.]{0,40}\b(?:for|on|in|by|at|to))\s+(?:the )?$",
    re.I,
)


def _first_meant(view: View, draft: Draft) -> Draft:
    """The day that a sentence gives as the old one, where a question asks what was first planned: "in May instead of March"."""
    passages = view.passages_of(draft.citations)
    if len(passages) != 1:
        return draft
    text, start = passages[0].document.text, passages[0].fact.start
    old = [m for m in passages[0].times if m.time and m.time.earliest and _INSTEAD.search(text[start : m.start])]
    if len(old) != 1 or old[0].time is None or old[0].time.edtf == draft.value:
        return draft
    told = f"It was first planned for {in_words(old[0].time)}. {quoted(passages[0])}"
    return from_passage(Found(passages[0], 1.0, ()), "date", text=told, value=old[0].time.edtf)


_SINCE = regex(r"\b(?:first|last|only|no|not|never|none)\b[^;]{0,60}\bsince\s+(?:the )?$", re.I)
_ASKS_SINCE = regex(r"\b(?:since|until|till|how long|first|last|latest|previous|so far)\b", re.I)


def _only_since(view: View, query: Query, draft: Draft) -> bool:
    """Whether a sentence gives the day answered only as that since which there was no other: "the first exchange since 1994"."""
    passages = view.passages_of(draft.citations)
    if draft.facts or _ASKS_SINCE.search(query.text) or len(passages) != 1:
        return False
    passage = passages[0]
    told = [m for m in passage.times if m.time and m.time.edtf == draft.value]
    return bool(told) and all(_SINCE.search(passage.document.text[passage.fact.start : m.start]) for m in told)


_TURNS = ("first", "second", "third", "fourth", "fifth")
_TURN = regex(r"\bthe (?P<turn>first|second|third|fourth|fifth|last|only)\b", re.I)


def _of_another_turn(view: View, query: Query, draft: Draft) -> bool:
    """Whether a question asks where the first or second one was, and the sentence tells another, or who was the last, and none says so."""
    asked = _TURN.search(query.text)
    if not asked or not ((query.form == "where" and draft.kind == "place") or (draft.kind == "actor" and _TO_DO.match(query.text))):
        return False
    word = f" {stem(asked['turn'].lower())} "
    passages = view.passages_of(draft.citations)
    if not passages or any(word in passage.joined for passage in passages):
        return False
    return draft.kind == "actor" or all(any(f" {stem(other)} " in passage.joined for other in _TURNS) for passage in passages)


_TO_DO = regex(r"^\W*who (?:is|was|were) the (?:first|last|only|second|third)\b.*\bto \w+", re.I)


def _lacks_office(view: View, query: Query, draft: Draft) -> bool:
    """Whether the office of somebody in a question is neither named by the sentences of a Yes nor that of anybody in them."""
    frame = frame_of(view, query)
    if query.title is None or frame is None or frame.copular or any(name.form == "title" for name in query.names):
        return False
    passages = view.passages_of(draft.citations)
    titles = {role.title.lower() for p in passages for i in p.fact.actors if i in view.actors for role in view.actors[i].roles}
    own = f" {query.title} "
    return not any(own in p.joined for p in passages) and not any(query.title.split()[-1][:5] in title for title in titles)


_IS = regex(r"^\W*(?:is|are|isn't|does|do)\b", re.I)
_FORMERLY = regex(r"\b(?:former|ex-|late|erstwhile|deposed|ousted|retired)\W?(?:[\w'’-]+ ){0,4}?$", re.I)


def only_formerly(title: str, draft: Draft) -> bool:
    """Whether each quote with a title calls the holder a former one: "former president of the chamber"."""
    title = re.escape(title.rsplit(maxsplit=1)[-1])
    told = [one.quote[: match.start()] for one in draft.citations for match in re.finditer(title, one.quote, re.I)]
    return bool(told) and all(_FORMERLY.search(before) for before in told)


_NOW = regex(r"^\W*who(?:'s| is| are)\b", re.I)
_GONE = regex(r"\b(?:expelled|recalled|dismissed|sacked|resigned|died|killed|removed|ousted|overthrown|retired|replaced)\b", re.I)


def _is_gone(view: View, query: Query, draft: Draft) -> bool:
    """Whether the only sentence with the holder of an office places him in a year long gone, in which he was sent away or replaced."""
    passages = view.passages_of(draft.citations)
    if not _NOW.match(query.text) or query.windows:
        return False
    if query.title and only_formerly(query.title, draft):
        return True
    if len(passages) != 1 or not _GONE.search(passages[0].text):
        return False
    published = passages[0].document.published
    days = [m.time.latest.year for m in passages[0].times if m.time and m.time.latest and m.time.earliest]
    return bool(days) and published is not None and published.earliest is not None and max(days) + 1 < published.earliest.year


def _of_sentence(view: View, query: Query, draft: Draft) -> Draft:
    """A number, or the one beside it in its sentence that is of the time asked about, or is told as a part of it."""
    passages = view.passages_of(draft.citations)
    if len(passages) != 1:
        return draft
    passage = passages[0]
    if _paid_none(view, query, passage):
        return from_passage(Found(passage, 1.0, ()), "number", text=f"None. {quoted(passage)}", value=0)
    own = next((n for n in numbers(passage) if n.value == draft.value), None)
    if own is None or _RANGE.match(draft.text):
        return draft
    timed = [m for m in passage.times if not m.start <= own.start < m.end]  # "every two years" counts no countries
    alike = [
        n for n in numbers(passage) if n.unit == own.unit and n.value is not None and not any(m.start <= n.start < m.end for m in timed)
    ]
    alike = [n for n in alike if n == own or not _THAN_THE.search(passage.document.text[passage.fact.start : n.start])]
    if _DIFFERENCE.match(passage.document.text, own.end, passage.fact.end) and not _ASKS_MORE.search(query.text):
        whole = [n for n in numbers(passage) if n.end <= own.start]
        return _with(passage, whole[-1]) if whole and not query.windows else nothing(view, query, "number")
    nearer = next((n for n in alike if _told_more(view, query, passage, own, n)), None)
    if nearer and draft.status == "answered":
        return _with(passage, nearer)
    if any(_told_more(view, query, passage, n, own) for n in alike):
        return draft
    goods = sought(view, query)
    if goods and goods.unit == "size" and goods.noun and query.form == "how_much":
        alike = [n for n in alike if all(tells(view, word, stems_beside(passage, n.start, n.end)) for word in goods.noun)]
        if own not in alike and len(alike) != 1:
            return nothing(view, query, "number")
    fitting = in_windows(query, passage, alike)
    if own not in fitting and len(fitting) == 1 and (own not in alike or _right_beside(passage, fitting[0])):
        return _with(passage, fitting[0])
    if draft.status == "partly":
        return draft
    total = _BROUGHT.search(passage.document.text, own.end, passage.fact.end)
    if total and _HAS.search(query.text) and not _MORE.search(query.text):
        words = total["n"].replace(",", "").lower()
        value = int(words) if words.isdigit() else WORDS.get(words)
        text = f"{capital(total['n'])}. {quoted(passage)}"
        return from_passage(Found(passage, 1.0, ()), "number", text=text, value=value) if value else draft
    frame = frame_of(view, query)
    counts = query.form == "how_many" and frame is not None and not frame.copular and not _SHARE.search(query.text)
    part = (_told_of_whole(passage, own) if counts else None) or _part_of(passage, own)
    return _with(passage, part) if part and not _asks_whole(view, query) else draft


# "300 fewer than in 2015": by how much it differs
_DIFFERENCE = regex(r" (?:[a-z]+ )?(?:more|fewer|less|higher|lower|larger|smaller) than\b", re.I)
_ASKS_MORE = regex(r"\b(?:more|fewer|less|higher|lower|larger|smaller|by how (?:much|many)|difference)\b", re.I)


def _asks_whole(view: View, query: Query) -> bool:
    """Whether a question asks how many somebody has, and not how many of them did something or were done something to."""
    frame = frame_of(view, query)
    of_some = frame is not None and not frame.copular and (frame.asks == "subject" or frame.passive)
    return bool(_HAS.search(query.text)) and not of_some and not _THEY_HAVE.match(query.text)


# "how many lorries had weevils"
_THEY_HAVE = regex(r"^\W*[Hh]ow many [a-z ]+? (?:had|have|has) (?!(?:the|it|they|he|she|its|been|a total)\b|[A-Z])\w")


_THAN_THE = regex(r"\bthan the\s+$", re.I)  # "still less than the 20 percent that it wanted"
_RANGE = regex(r"^(?:\w+: )?between \S[^.]{0,40} and ", re.I)  # both ends of "between 14 and 16 billion dollars" are the answer
_NONE = regex(r"\b(?:none|nothing|not (?:a|one|any)\b|no \w+)", re.I)


def _right_beside(passage: Passage, number: Number) -> bool:
    """Whether a time stands right before a number or right behind it, with a word or two between: "in 2020 it was 112 million"."""
    text = passage.document.text
    dated = [m for m in passage.times if m.time and m.time.earliest]
    gaps = [text[number.end : m.start] if m.start >= number.end else text[m.end : number.start] for m in dated]
    return any(len(gap) <= BESIDE and not set(gap) & set(",;:()") for gap in gaps)


def _paid_none(view: View, query: Query, passage: Passage) -> bool:
    """Whether the clause with the verb of a question, done by those of whom it asks, says that it was nothing: "has paid none"."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.asks != "object" or not frame.subject.named:
        return False
    row = parsed(view, passage)
    doing = frame.subject.ids
    for clause in row.clauses:
        if verbs_of(row, clause) & set(frame.verbs) and doing & subject_of(row, clause).ids:
            behind = " ".join(unit.text for unit in row.units[clause.verb.end : clause.verb.end + 3])
            return bool(_NONE.match(behind))
    return False


_DEICTIC = frozenset(("last", "next", "this"))


def _told_more(view: View, query: Query, passage: Passage, own: Number, other: Number) -> bool:
    """Whether all that a sentence says of one number, and a word of the question besides, it says of another behind it.

    What is told before goes on to hold: "20 tons of coal this winter; last winter it sold 12 tons".
    """
    if other.start < own.end or not around(passage, other.start, other.end)[0].start >= own.end:
        return False
    here = stems_in(passage, around(passage, own.start, own.end))
    there = stems_in(passage, around(passage, other.start, other.end))
    words = {term.stem for term in query.words} | {stem(t) for t in query.text.lower().split() if t in _DEICTIC}
    more = [word for word in sorted(words) if tells(view, word, there) and not tells(view, word, here)]
    upto = stems_in(passage, (Span(passage.fact.start, own.start),))
    return any(not tells(view, word, upto) for word in more)


_BROUGHT = regex(
    r"\b(?:bring|brings|brought|bringing|raise|raises|raised|raising|takes?|taking|took)\b[^.;]{0,60}?"
    r"\bto (?:a total of )?(?P<n>\d[\d,]*|[a-z]+(?:-[a-z]+)?)(?=[\s.,;])",
    re.I,
)
_MORE = regex(r"\b(?:more|additional|additionally|extra|further|new|another|add|adds|added|sent|send|sends)\b", re.I)
_HAS = regex(r"\b(?:has|have|had|own|owns|owned|total|altogether|in all|are there|were there)\b", re.I)
_OF = regex(r"^ of (?:the |its |their |his |her |these |those |some )?$", re.I)


_OF_THE = regex(r"^\W*of (?:the|its|their|his|her|these|those|some) $", re.I)


def _part_of(passage: Passage, whole: Number) -> Number | None:
    """The number of those done something to: "two" of "two of its four icebreakers"."""
    text = passage.document.text
    return next((n for n in numbers(passage) if n.end < whole.start and _OF.match(text[n.end : whole.start])), None)


_SHARE = regex(r"\b(?:share|percentage|proportion|per ?cent|fraction)\b|%", re.I)


def _told_of_whole(passage: Passage, whole: Number) -> Number | None:
    """The number of those done something to behind that of all: "two" of "Of its four icebreakers, two ..."."""
    text = passage.document.text
    if not _OF_THE.search(text[passage.fact.start : whole.start]):
        return None
    found = (n for n in numbers(passage) if n.start > whole.end and n.unit in (None, whole.unit))
    return next((n for n in found if "," in text[whole.end : n.start]), None)


def _with(passage: Passage, number: Number) -> Draft:
    text = f"{capital(number.words)}. {quoted(passage)}"
    return from_passage(Found(passage, 1.0, ()), "number", text=text, value=number.value if number.value is not None else number.words)


def done_there(view: View, query: Query, draft: Draft) -> bool:
    """Whether a place answered is that of something that happened, where the question asks where it did."""
    events = [view.events[i] for i in draft.facts if i in view.events]
    return not _DID.match(query.text) or not events or any(event.status in REAL for event in events)


_DID = regex(r"^\W*(?:where|(?:in|at) (?:which|what) \w+) (?:did|was|were|had)\b", re.I)
