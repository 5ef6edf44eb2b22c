"""Whether the evidence of an answer tells it of somebody else than the question does, or of another place."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.model.span import Span
from tieline.query.draft import Draft
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import fold
from tieline.query.sentences.clause import around, pieces
from tieline.query.view import Passage, View


def of_somebody_else(view: View, query: Query, draft: Draft) -> bool:
    """Whether what is cited gives what is asked to another side, another owner or another place."""
    told = view.passages_of(draft.citations)
    if draft.value is False:
        return _ahead_of_texts(view, query, draft)
    if not told or draft.kind in ("list", "document", "count") or (draft.kind == "yesno" and len(draft.facts) == 2 and _two_acts(query)):
        return False
    if _in_another_piece(view, query, draft) or _ranks_another(view, query, draft, told) or _another_place(view, query, draft, told):
        return True
    if draft.kind == "duration" and len(draft.facts) == 2:  # from one event to another, each with its own people
        return False
    return _in_clauses(view, query, draft, told)


_ORDERED = regex(r"\s(?:before|after)\s", re.I)


def _two_acts(query: Query) -> bool:
    """Whether a question sets two acts in order, each of which has its own people: "did Vael come before Ruhn left"."""
    return bool(_ORDERED.search(query.text))


def _in_clauses(view: View, query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """The same by the clauses of the sentences, which are read only where it may be so."""
    if len(query.names) < 2 and draft.value is not True and draft.kind not in ("place", "duration", "number", "date"):
        return False
    from tieline.query.sentences.goods import goods
    from tieline.query.trust.doers import by_others
    from tieline.query.trust.turned import turned_round

    sold = goods(view, query) if draft.kind == "statement" else None
    if sold is not None and sold.citations == draft.citations:
        return False  # it has told who sells from who buys
    doing = query.form != "said" or draft.kind != "statement" or not _own_words(view, query, told)
    return doing and (turned_round(view, query, told) or by_others(view, query, draft, told))


def _own_words(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether all that is cited is said by the first person of a question: what "hopes" in it is hoped by whomever the words name."""
    from tieline.query.people.speakers import said_by

    people = [name for name in query.names if view.any_is(name.ids, "person")]
    return bool(people) and all(said_by(view, people[0], passage) for passage in told)


def _ahead_of_texts(view: View, query: Query, draft: Draft) -> bool:
    """Whether a No on a time after all the texts rests only on what was done before."""
    known = [d.published.latest for d in view.documents.values() if d.published and d.published.latest]
    asked = [w.time.earliest for w in query.windows if w.bound in ("in", "since", "after", "between") and w.time.earliest]
    if not known or not asked or draft.kind != "yesno":
        return False
    events = [view.events[i] for i in draft.facts if i in view.events]
    return min(asked) > max(known) and bool(events) and all(event.status in ("occurred", "ongoing") for event in events)


def _in_another_piece(view: View, query: Query, draft: Draft) -> bool:
    """Whether the words that give a date or number stand in a piece of a sentence that is about another country than the question."""
    named = [name for name in query.names if _is_country(view, name)]
    if not named or draft.kind not in ("date", "number") or len(draft.citations) != 1:
        return False
    passage = view.passage_at(draft.citations[0])
    span = _given(passage, draft) if passage else None
    return bool(passage and span and _elsewhere(view, {i for name in named for i in name.ids}, passage, span))


def _given(passage: Passage, draft: Draft) -> Span | None:
    """Where a sentence gives the value of an answer."""
    if draft.kind == "date":
        return next((Span(m.start, m.end) for m in passage.times if m.time and m.time.edtf == draft.value), None)
    words = re.sub(r"^(?:more than|over|nearly|about|around|some|at least|up to) ", "", draft.text.split(". ")[0].rstrip("."), flags=re.I)
    at = passage.text.lower().find(words.lower())
    return Span(passage.fact.start + at, passage.fact.start + at + len(words)) if at >= 0 else None


def _elsewhere(view: View, wanted: set[str], passage: Passage, told: Span) -> bool:
    spans = around(passage, told.start, told.end)
    names = [name for name in name_index(view).find(passage.tokens) if _is_country(view, name)]
    inside = [name for name in names if any(span.touches(name.span) for span in spans)]
    outside = [name for name in names if name not in inside]
    return bool(inside) and not any(wanted & set(n.ids) for n in inside) and any(wanted & set(n.ids) for n in outside)


def _is_country(view: View, name: Name) -> bool:
    return view.any_is(name.ids, "country")


_CALLED = regex(
    r"^\W*(?:is|was|are|were|has|have|did|does|do|became|isn't|wasn't)\s+(?P<holder>[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})\s+"
    r"(?:(?:still|now|also|really|currently|not|once|ever|been|become|remain)\s+){0,3}(?:the|an?|one of|[A-Z][\w-]*'s?)\b"
)
_BEST = regex(r"\b(?:first|second|third|fourth|fifth|top|main|leading|only|\w{3,}est)\b", re.I)


_CALLED_SO = regex(
    r"\b(?:has|have|had|is|was|did|does)\s+(?P<holder>[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})\s+"
    r"(?:(?:been|become|be|remain|remained|still|now)\s+){0,3}(?:the|an?|one of|[A-Z][\w-]*'s?)\b"
)
_TURNS = frozenset(("second", "third", "fourth", "fifth"))
_TOP = frozenset(("top", "main", "leading", "biggest", "largest", "first"))


def _ranks_another(view: View, query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether "is A the largest of them", or since when it is, is answered by a sentence that names others, and not A, before its rank."""
    if not _BEST.search(query.text):
        return False
    if draft.kind in ("duration", "date"):
        asked = _CALLED_SO.search(query.text)
    else:
        asked = _CALLED.match(query.text[:1].lower() + query.text[1:]) if draft.value is True else None
    if asked is None:
        return False
    span = Span(*asked.span("holder"))
    ids = {i for name in query.names if span.touches(name.span) for i in name.ids}
    ranks = {word.lower() for word in _BEST.findall(query.text)}
    ranks = ranks & _TURNS or (ranks | _TOP if ranks & _TOP else ranks)  # of "third-largest" the turn counts
    return all(_held_by_another(view, ids, set(fold(asked["holder"]).split()), passage, ranks) for passage in told)


def _held_by_another(view: View, ids: set[str], words: set[str], passage: Passage, ranks: set[str]) -> bool:
    """Whether the piece of a sentence that gives a rank names others, or the name right before it is another's."""
    place = next((m.start() + passage.fact.start for m in _BEST.finditer(passage.text) if m[0].lower() in ranks), None)
    if place is None:
        return False
    if _is_subject(view, ids, passage, place):
        return False
    piece = next((one for one in pieces(passage) if one.start <= place < one.end), None)
    named = [one for one in _named(view, passage) if one[0].end <= place]
    own = [one for one in named if piece is not None and piece.touches(one[0])] or named[-1:]
    own = [
        one for one in own if passage.document.text[one[0].end :][:1] not in ("'", "\u2019")
    ] or own  # "Selva has been Orsenda's biggest"
    return bool(own) and not any(ids & other or words & {text} for _, other, text in own)


def _is_subject(view: View, ids: set[str], passage: Passage, place: int) -> bool:
    """Whether somebody is the subject of the last verb before a place: "Selva, ..., is considered one of the largest"."""
    from tieline.query.sentences.clause_subjects import subject_of
    from tieline.query.sentences.parsed import parsed

    row = parsed(view, passage)
    before = [one for one in row.clauses if one.verb.finite and row.units[one.verb.head].start < place]
    return bool(before) and bool(ids & set(subject_of(row, max(before, key=lambda one: one.verb.head)).ids))


def _named(view: View, passage: Passage) -> list[tuple[Span, set[str], str]]:
    """The countries of a sentence and its other words with a capital, in their order: where, who, and the folded words."""
    known = [name for name in name_index(view).find(passage.tokens) if _is_country(view, name)]
    found = [(name.span, set(name.ids), fold(name.text)) for name in known]
    for token in passage.tokens:
        span = Span(token.start, token.end)
        if token.text[:1].isupper() and not any(span.touches(name.span) for name in known):
            found.append((span, set(), fold(token.text)))
    return sorted(found, key=lambda one: one[0])


_PLACED = frozenset(("meeting", "summit", "negotiation", "agreement", "partnership", "trade_deal"))
_AT = (["in"], ["at"])


def _another_place(view: View, query: Query, draft: Draft, told: Sequence[Passage]) -> bool:
    """Whether a question puts what was held or signed in a place, and each sentence that gives a place gives only others."""
    if len(told) > 1 and not query.types & _PLACED and not query.stages & {"signed", "initialled"}:
        return False
    placed = [name for name in query.names if query.text[: name.span.start].lower().split()[-1:] in _AT]
    wanted = {i for name in placed for i in name.ids if i in view.actors and view.actors[i].kind in ("place", "country")}
    if not wanted:
        return False
    events = [view.events[i] for i in draft.facts if i in view.events and view.events[i].place]
    labels = {label for i in wanted for label in (view.actors[i].name, view.actors[i].country) if label}
    if any(event.place in labels for event in events):
        return False
    named = [(passage, place) for passage in told for place in _places(view, passage)]
    if any(place.id in wanted for _, place in named):
        return False  # "in Beijing, on the third leg of a trip in Asia"
    given = [place for passage, place in named if not _may_lie_in(view, wanted, passage, place)]
    homes = {label for place in given for label in (place.name, place.country) if label}
    return bool(given) and not labels & homes


def _may_lie_in(view: View, wanted: set[str], passage: Passage, place: Actor) -> bool:
    """Whether a place of no known country can lie in one that is named shortly before the sentence that names it."""
    if place.country or place.kind == "country":
        return False
    near = (one for one in view.passages[max(passage.number - 2, 0) : passage.number + 1] if one.document is passage.document)
    return any(wanted & set(one.fact.actors) for one in near)


def _places(view: View, passage: Passage) -> list[Actor]:
    """The places in which a sentence says that something was done."""
    found = []
    for name in name_index(view).find(passage.tokens):
        before = passage.document.text[passage.fact.start : name.span.start].lower().split()[-1:]
        if before in _AT:
            found += [view.actors[i] for i in name.ids if i in view.actors and view.actors[i].kind in ("place", "country")]
    return found
