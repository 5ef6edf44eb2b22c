"""Questions of no other form: what is asked openly, and words without a question."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.event import Event
from tieline.query.draft import Draft, cite, clip, event_item, excerpt, from_passage, line, nothing, passage_item, quoted, with_before
from tieline.query.events.lists.by_stage import of_stage
from tieline.query.events.pick.choice import choose
from tieline.query.events.pick.objects import only_beside
from tieline.query.events.pick.select import evidence_stems
from tieline.query.events.told_best import by_grammar
from tieline.query.people.unnamed import unnamed
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query, Term
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.together import scattered
from tieline.query.view import Passage, View

TAKEN_APART = 12  # of the sentences found, the best, whose clauses are looked at


def what(view: View, query: Query) -> Draft:
    """The events that a question of no other form names, else the sentence that covers it."""
    if re.match(r"\W*how (?:did|do|does|was|were|is|are)\b", query.text, re.I) and query.types & {"visit", "meeting"}:
        return nothing(view, query, "statement")
    done = of_stage(view, query)
    if done:
        return done
    events = [hit.event for hit in choose(view, query) if not hit.missing] if query.types and not _OF_EVENTS.match(query.text) else []
    if query.ordinal and query.terms:
        events = [event for event in events if f" {stem(query.ordinal)} {query.terms[0].stem} " in evidence_stems(view, event)]
    if events and (query.ordinal or query.windows) and len(events) <= 3:
        from tieline.query.events.lists.chronicle import told

        return told(events)
    found = [one for one in search(view, query) if not _only_alike(view, query, one)]
    if query.ordinal in ("first", "second", "third", "fourth"):
        after = f" {query.terms[0].stem} " if query.terms else " "
        found = [one for one in found if f" {stem(query.ordinal)}{after}" in one.passage.joined]
    found = _with_noun(view, query, found) or found or _without_noun(view, query)
    found = [one for one in found if not unnamed(view, query, one.passage.text) and _of_place(view, query, one)]
    if found and query.form == "what":
        from tieline.query.evidence.sides import done_by_another, told_of_others
        from tieline.query.evidence.told import holds_kind

        found = [one for one in found if holds_kind(view, query, one.passage) and not done_by_another(view, query, one.passage)]
        found = [one for n, one in enumerate(found) if n >= TAKEN_APART or not told_of_others(view, query, one.passage)]
        from tieline.query.trust.openly import modified_only

        found = [one for one in found if not only_beside(view, query, one.passage) and not modified_only(view, query, one.passage)]
    kind = _KIND_OF.match(query.text)
    if kind:  # what something is, and not only what is said with the word for it
        found = [one for one in found if _is_said_to_be(query, kind["noun"][:5], one.passage)]
    found = by_grammar(view, query, found) if query.form == "what" else found
    near = [one for one in found if not scattered(view, query, one.passage)]
    found = (
        near if near and near[0].share > found[0].share - 0.02 else []
    )  # what tells less than one that only holds the words is no answer
    if not found or not (query.words or query.names):
        return nothing(view, query, "statement")
    shown = with_before(view, found[0].passage, excerpt(found[0].passage, (term.stem for term in query.words)))
    return from_passage(found[0], "statement", text=shown)


# what events have, and not the events: "at what level were talks held", "in what form"
_OF_EVENTS = regex(
    r"^\W*(?:at|under|through|by|on|in|with) (?:what|which) (?!(?:year|month|week|day|date|time|order|visit|meeting|summit|talk)s?\b)\w+",
    re.I,
)
_IS = r"(?:is|are|was|were|as|be|become|became)"
_KIND_OF = regex(r"^\W*what (?:kind|sort|type)s? of (?P<noun>\w{4,})s? (?:is|are|was|were)\b", re.I)


def _is_said_to_be(query: Query, noun: str, passage: Passage) -> bool:
    """Whether a sentence says of the very thing that a question asks about of what kind it is."""
    own = {word for name in query.names[:1] for word in stems(name.text)}
    told = re.finditer(rf"\b{_IS} (?:[\w'’-]+ ){{1,4}}{re.escape(noun)}", passage.text, re.I)
    return any(not own or own & set(stems(passage.text[: match.start()])[-4:]) for match in told)


def _only_alike(view: View, query: Query, found: Found) -> bool:
    """Whether the one word of a question is met by a word of like letters only: "currency" by "currently"."""
    return len(query.words) == 1 and 0 < covers_text(view, query.words[0].stem, found.passage.joined) < 0.9


def _of_place(view: View, query: Query, found: Found) -> bool:
    """Whether a sentence, or the one before it, is about the thing that "of" names last: "the depth of the port of Pelmara"."""
    last = query.names[-1] if query.names else None
    if (
        last is None
        or not re.search(r"\bof (?:the )?$", query.text[: last.span.start])
        or not all(view.actors[i].kind == "place" for i in last.ids if i in view.actors)
    ):
        return True
    near = view.passages[max(found.passage.number - 1, 0) : found.passage.number + 1]
    return any(set(last.ids) & set(passage.fact.actors) for passage in near)


def _with_noun(view: View, query: Query, found: Sequence[Found]) -> list[Found]:
    """The sentences that hold the very noun after "which" and all else but the verb of a question, where the best found holds it not."""
    rest = query.terms if query.form == "what" and _NOUN.match(query.text) and len(query.terms) < len(query.words) else ()
    if _names_no_noun(view, query):
        return []
    if len(rest) < 2 or not query.text[: rest[0].span.start].lower().strip().startswith(("which", "what")) or _holds(found[:1], rest[0]):
        return []
    return [one for one in search(view, query, terms=rest, least=0.9) if not one.missing and _holds([one], rest[0])]


def _names_no_noun(view: View, query: Query) -> bool:
    """Whether a verb, and no noun, stands behind "what": "what hurt the trade"."""
    frame = frame_of(view, query)
    return frame is not None and not frame.copular and frame.asks == "subject" and frame.wanted.empty


def _holds(found: Sequence[Found], term: Term) -> bool:
    """Whether each of some sentences holds a word itself."""
    return bool(found) and all(term.stem in one.passage.vocabulary for one in found)


_NOUN = regex(r"^\W*(?:in |to |from |under |on |at |by )?(?:which|what)\s+", re.I)


def _without_noun(view: View, query: Query) -> list[Found]:
    """The sentences that cover a question but for the noun after "which", which stands for what is asked: "which fruit is popular"."""
    start = _NOUN.match(query.text)
    if not start or _names_no_noun(view, query):
        return []
    kept = [n.span.end for n in query.names if n.span.start <= start.end() + 1]
    first = next(
        (t for t in query.words if t.span.start >= max([start.end(), *kept]) and t.span.start - max([start.end(), *kept]) <= 2), None
    )
    rest = tuple(t for t in query.words if t is not first)
    acts = [act.span for act in query.acts]
    if (
        first is None
        or query.title
        or query.ordinal
        or first.stem in _PEOPLE
        or not rest
        or all(any(a.contains(t.span) for a in acts) for t in rest)
    ):
        return []
    found = [one for one in search(view, query, terms=rest, least=0.9) if not one.missing]
    literal = {word for name in query.names for word in stems(name.text)} if len(rest) == 1 else set()
    # one word alone proves too little: "Pelmaran fruit popular in Orsenda"
    return [one for one in found if literal <= one.passage.vocabulary]


_AGENTS = "company firm person minister official bank hotel airline university team party ship man woman group delegation"
_PEOPLE = frozenset(stem(word) for word in _AGENTS.split())


def how_many(view: View, query: Query) -> Draft:
    """A number that a sentence states, or a count of office holders or events."""
    from tieline.query.amounts import figures
    from tieline.query.events.lists import lists
    from tieline.query.times import several

    return several.how_many(view, query) or lists.count_people(view, query) or figures.how_many(view, query)


def fragment(view: View, query: Query) -> Draft:
    """Words without a question: the number, the office holder, the agreement, the name, else the sentence that covers them."""
    from tieline.query.amounts.measured import asks_number, asks_topic, measured
    from tieline.query.events.lists import everything
    from tieline.query.people import people

    number = measured(view, query) if asks_number(view, query) else None
    if number and number.status == "answered":
        return number
    if asks_topic(view, query):
        return number or nothing(view, query, "number", "The texts give no such figure.", "answer")
    if query.title and (query.names or query.windows) and not (query.types and _JOURNEYS.search(query.text)):
        return people.who(view, query)
    if any(act.agreement for act in query.acts) or (query.names and not query.terms) or query.windows or query.types:
        about = everything.about(view, query)
        dated = _dated(view, query) if about.text[:1] in '"“' and query.types <= {"project"} and not query.windows else []
        text = clip(f"{'. '.join(line(event) for event in dated)}. {about.text}")
        items = (*(event_item(event) for event in dated), *about.items)
        return replace(about, text=text, items=items, citations=(*cite(dated), *about.citations)) if dated else about
    return _topic(view, query) or what(view, query)


# several of a kind, whoever made them: "overview of the presidents' visits"
_JOURNEYS = regex(r"\b(?:visits|trips|tours|journeys|stays|meetings|summits|encounters)\b", re.I)


def _topic(view: View, query: Query) -> Draft | None:
    """All that the texts say on a bare topic: the sentences that hold it in order of time, those with a figure or a date told first."""
    if len(query.words) > 3:
        return None
    found = search(view, query, least=0.9)
    if len(found) < 2:
        return None
    dated = _dated(view, query)
    told = [one for one in found if one.passage.fact.figures or any(m.time and m.time.earliest for m in one.passage.times)]
    first = (told or found)[:2]
    ordered = sorted(
        found[:8], key=lambda one: (str(one.passage.document.published and one.passage.document.published.earliest), one.passage.number)
    )
    text = " ".join(quoted(one.passage, 290 if len(first) == 1 and not dated else 144) for one in first[: 1 if dated else 2])
    text = f"{'. '.join(line(event) for event in dated)}. {text}" if dated else text
    items = tuple(passage_item(one.passage) for one in ordered)
    items = (*(event_item(event) for event in dated), *items)
    citations = tuple(dict.fromkeys((*cite(dated), *(one.passage.citation for one in ordered))))
    return replace(from_passage(first[0], "list", text=text), items=items, citations=citations)


def _dated(view: View, query: Query) -> list[Event]:
    """Up to two dated events whose own titles hold all words of a topic, in order of time."""
    from tieline.query.draft import in_order

    found = [
        event
        for event in view.facts.events
        if event.time
        and event.type != "statement"
        and all(covers_text(view, term.stem, f" {' '.join(stems(event.title))} ") for term in query.words)
        and all(set(n.ids) & {p.actor for p in event.participants} or n.text.casefold() in event.title.casefold() for n in query.names)
    ]
    return in_order(found)[:2]
