"""When somebody said something, gave an interview or briefed the press: the day of the words, else that of the text that has them."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.draft import Draft, capital, from_passage, quoted
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.cover import covering
from tieline.query.people.speakers import said_by
from tieline.query.reading.query import Name, Query, Term
from tieline.query.sentences.search import Found
from tieline.query.times.dating import date_phrase
from tieline.query.view import Passage, View

_VERB = (
    r"say|said|tell|told|call|describe|predict|forecast|expect|brief|address|speak|spoke|talk|comment|remark|note|state(?! visit)"
    r"|urge|promise|pledge|praise|argue|stress"
    r"|mention|announce|declare|express|voice|propose|suggest|recommend|warn|explain|claim|thank|answer"
)
_NOUN = (
    r"forecast|prediction|remarks?|comments?|statement|pledge|promise|announcement|speech|interview|appeal|call|proposals?|suggestions?|briefing|claim"
    r"|prognosis|estimate|address|declaration|assessment"
)
# "make his forecast", "give an interview": the verb tells nothing, the noun that somebody spoke
_MAKES = regex(
    rf"\b(?:make|made|give|given|gave|deliver|issue|voice|hold|held|do|conduct|conducted)\b(?:\W+\w+){{0,3}}?\W+(?:{_NOUN})\b", re.I
)
_INTERVIEW = regex(r"\binterview(?:ed)?\b", re.I)
_SPOKE = regex(rf"^\W*(?:when|(?:on |in )?(?:what|which) (?:day|date|month|year))\b[^?]*?\bdid\b(?P<who>[^?]+?)\b(?P<verb>{_VERB})\b", re.I)
# "when was Vael's press conference"
_WAS = regex(
    r"^\W*(?:when|(?:on |in )?(?:what|which) (?:day|date|month|year)) (?:was|were|is)\b[^?]*['’]s? (?:\w+ ){0,2}"
    r"(?:briefing|conference|remarks?|comments?|speech|interview|statement|address)\b",
    re.I,
)
_IDLE = regex(
    rf"{_VERB}|conferences?|{_NOUN}|make|made|give|given|gave|deliver|issue|hold|held|do|conduct|conducted|press|media|reporters?|journalists?|news|interviewed|daily"
    r"|publish(?:ed)?|took|take|place|done",
    re.I,
)


def _is_idle(term: Term) -> bool:
    """Whether all words of a term tell only that somebody spoke: "press conference"."""
    return all(_IDLE.fullmatch(word) for word in term.text.split())


def told_when(view: View, query: Query) -> Draft | None:
    """The time of the words of somebody whom a question names; None where it asks for the time of something else."""
    noun = _MAKES.search(query.text) or _INTERVIEW.search(query.text)
    noun = noun or _WAS.match(query.text)
    if query.form not in ("when", "published") or not (noun or _SPOKE.match(query.text)):
        return None
    speaker = next((name for name in query.names if _is_speaker(view, name)), None)
    if speaker is None:
        return None
    terms = tuple((term, min(view.weight(term.stem), 4.0)) for term in query.words if not _is_idle(term))
    others = tuple(name for name in query.names if name is not speaker and not _is_title_of(view, name, speaker))
    found = _words_of(view, query, speaker, others, terms)
    times = {time.edtf: (one, time) for one in found[:1] if (time := _time(view, speaker, one.passage))}
    for one in found[1:] if not terms else ():
        time = _time(view, speaker, one.passage)
        if time:
            times.setdefault(time.edtf, (one, time))
    if len(times) != 1:
        return None
    told = tuple(term.stem for term in query.words if _is_idle(term))
    return replace(_dated(*next(iter(times.values()))), told=told)


def _words_of(view: View, query: Query, speaker: Name, others: tuple[Name, ...], terms: tuple) -> list[Found]:  # type: ignore[type-arg]
    """The sentences in which somebody says what a question tells of; all of theirs where it tells nothing."""
    if terms:
        hits = covering(view, query, Sought("thing", None, (), terms, others, None))
        return [Found(hit.passage, hit.share, hit.missing) for hit in hits if said_by(view, speaker, hit.passage)]
    named = {n for i in speaker.ids for n in view.by_actor.get(i, ())}
    spoken = [view.passages[n] for n in sorted(named) if any(view.events[i].type == "statement" for i in view.passages[n].fact.events)]
    spoken = [one for one in spoken if all(set(other.ids) & set(one.fact.actors) for other in others)]  # said to those asked about
    return [Found(passage, 1.0, ()) for passage in spoken if said_by(view, speaker, passage)]


def _is_speaker(view: View, name: Name) -> bool:
    return len(name.ids) == 1 and view.any_is(name.ids, "person")


def _is_title_of(view: View, name: Name, speaker: Name) -> bool:
    return bool(set(name.ids) & set(speaker.ids))


def _time(view: View, speaker: Name, passage: Passage) -> TimeValue | None:
    """The day of the words in a sentence, else that of its text."""
    events = [view.events[i] for i in passage.fact.events if i in view.events and view.events[i].type == "statement"]
    own = [event.time for event in events if event.time and any(p.actor in speaker.ids for p in event.participants)]
    time = own[0] if own else passage.document.published
    days = {m.time.edtf for m in passage.times if m.time and m.time.grain in ("day", "hour", "minute")}
    return time if time and days <= {time.edtf} else None  # another day in the sentence may be that of the words


def _dated(one: Found, time: TimeValue) -> Draft:
    sure = time.grain == "day"
    text = f"{capital(date_phrase(time))}." if sure else f"The texts give no day; by the article, {in_words(time)}."
    return from_passage(one, "date", text=f"{text} {quoted(one.passage, 200)}", value=time.edtf, status="answered" if sure else "partly")
