"""Who: the person or actor that a question asks for, and who somebody is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.model.span import Citation
from tieline.model.words import in_words
from tieline.query.draft import Draft, clip, from_passage, nearest, nothing, quoted
from tieline.query.events.lists.places import host, host_in_year
from tieline.query.people.acting import who_in_events
from tieline.query.people.asking import ANY, SPEAKS
from tieline.query.people.beside import counterpart
from tieline.query.people.holders import attested, head_of, holder_of, in_office, only_holder, then_held
from tieline.query.people.in_sentence import who_in_sentence
from tieline.query.people.naming import owner_of
from tieline.query.reading.query import Query
from tieline.query.sentences.search import Found
from tieline.query.view import View

_OFFICE = regex(
    r"\b(chair|chairs|chaired|chairman|heads?|leads?|led|runs?|presides over|governs?|ruled?|leader"
    r"|works? (?:at|for|in)|worked (?:at|for)|represents?|belongs? to|in office|in charge|in power)\b",
    re.I,
)


def who(view: View, query: Query) -> Draft:
    """The person or actor that a question asks for."""
    if "counterpart" in query.text.lower():
        return counterpart(view, query) or nothing(view, query, "actor")
    acted_on = bool(query.title) and (_acted_on(view, query) or _acts(view, query) or (query.title in ANY and query.owner is None))
    query = replace(query, title=None) if acted_on else query
    if not acted_on and _OFFICE.search(query.text):
        drafted = head_of(view, query)
        if drafted:
            return drafted
    if query.title and query.ordinal == "next":
        return nothing(view, query, "actor", "The texts do not say who comes next in that office.")
    if query.title and (not query.types or SPEAKS.search(query.text)):
        return (
            holder_of(view, query)
            or only_holder(view, query)
            or nothing(view, query, "actor", "The texts name nobody in that office.", "value")
        )
    if any(act.rule == "act.host" for act in query.acts):
        hosted = host(view, query, query.ids) if not query.title else None
        hosted = hosted or (host_in_year(view, query) if query.windows and not query.title else None)
        if hosted:
            return replace(hosted, kind="actor")
    asked = [name for name in query.names if name.form == "title" and (name.span.touches(query.asked) or in_office(query, name))]
    drafted = who_in_events(view, query, asked)
    if drafted:
        return drafted
    if query.title and (query.owner or any(name.form == "title" for name in query.names)):
        drafted = holder_of(view, query)
        if drafted:
            return drafted
    return who_in_sentence(view, query)


def _acted_on(view: View, query: Query) -> bool:
    """Whether the title in a question is that of somebody to whom the one asked for did something: "who replaced the minister"."""
    from tieline.query.reading.frame import frame_of

    if query.title_span is None or not query.text[query.asked.end : query.title_span.start].strip():
        return False
    if query.text[query.title_span.start : query.title_span.end].lower().split()[0].endswith(("cy", "ship")):
        return False  # "who held the presidency"
    frame = frame_of(view, query)
    if frame is None or frame.asks != "subject" or frame.copular or not frame.wanted.empty:
        return False
    return not any(_OFFICE.fullmatch(word) for word in re.findall(r"\w+", query.text[: query.title_span.start]))


def _acts(view: View, query: Query) -> bool:
    """Whether a title in a question is that of somebody who did something to the one asked for: "to whom did the minister write"."""
    from tieline.query.reading.frame import frame_of

    if not _WHOM.match(query.text):
        return False
    frame = frame_of(view, query)
    return frame is not None and not frame.copular and frame.asks != "subject"


_WHOM = regex(r"\W*(?:to|with|by|from|for|against) whom\b|\W*whom\b|\W*who did\b", re.I)


_POST = regex(
    r"(?:the |a |an |its |their )?(?:former |deputy |acting |chief )?"
    r"(?:head|chief|director|chair\w*|president|secretary|leader|spokes\w+|manager|owner|founder|professor|editor|economist|analyst"
    r"|lawyer|engineer|writer|captain|governor|mayor|minister|ambassador|envoy|member|partner)\b",
    re.I,
)
_BEHIND = regex(r",\s+(?P<called>[^,;.:()]{3,110})(?=[,;.])")


def _called(view: View, actor: Actor, title: str, citations: Sequence[Citation]) -> str | None:
    """What a sentence calls somebody right behind his name, where that says more than his title: "head of the dockers' union in Torv"."""
    names = sorted({actor.name, *actor.aliases}, key=len, reverse=True)
    for passage in view.passages_of(citations):
        for name in names:
            at = passage.text.find(name)
            told = _BEHIND.match(passage.text, at + len(name)) if at >= 0 else None
            if told and title.lower() in told["called"].lower():
                return " ".join(told["called"].split())
    return None


def person(view: View, query: Query) -> Draft:
    """Who somebody is: the offices that the texts attest, else the first sentence that names them."""
    ids = [i for name in query.names for i in name.ids]
    if not ids:
        return nothing(view, query, "actor", "The texts name nobody of that name.")
    if query.names[0].form == "title":
        return who(view, query)
    actor = view.actors[ids[0]]
    if actor.roles and query.windows and not attested(view, actor, query):
        return nothing(view, query, "actor")  # what somebody was at another time
    if actor.roles:
        roles = then_held(view, actor, query)
        role = roles[0]
        citations: tuple[Citation, ...] = tuple(c for r in roles[:3] for c in r.evidence[:1])
        of = f" of {owner_of(view, role)}" if role.of else ""
        when = f" ({in_words(role.time)})" if role.time else ""
        quote = f' "{clip(citations[0].quote, 140)}"' if citations else ""
        called = (_called(view, actor, role.title, citations) if role is actor.roles[0] else None) or f"{role.title}{of}"
        return Draft(
            "answered",
            clip(f"{actor.name}: {called}{when}.{quote}"),
            "actor",
            role.title,
            citations=citations or actor.evidence[:1],
            facts=(actor.id,),
            reasons=tuple(f"attested as {r.title}" for r in roles[:3]),
        )
    numbers = view.by_actor.get(actor.id, ())
    for passage in (view.passages[n] for n in numbers):
        behind = _called(view, actor, "", (passage.citation,))
        if behind and _POST.match(behind):
            return from_passage(Found(passage, 1.0, ()), "actor", text=f"{actor.name}: {behind}. {quoted(passage, 200)}", value=behind)
    if numbers:
        return from_passage(
            Found(view.passages[numbers[0]], 1.0, ()), "actor", text=f"{actor.name}: {quoted(view.passages[numbers[0]])}", value=actor.name
        )
    return Draft("unanswered", "The texts do not say.", "actor", nearest=nearest(view, query), lacks="answer")
