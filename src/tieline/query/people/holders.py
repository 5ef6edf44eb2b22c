"""Who held an office, by the offices that the texts attest."""

import re

from tieline.late import regex
from tieline.model.actor import Actor, Role
from tieline.model.edtf import may_overlap
from tieline.model.time import TimeValue
from tieline.query.draft import Draft
from tieline.query.people.asking import SPEAKS
from tieline.query.people.naming import named_people
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.reading.titles import holds
from tieline.query.reading.words import fold, stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View

MONTH = 31


def in_office(query: Query, name: Name) -> bool:
    """Whether an office is that in which the one asked for acted: "who went there as Orsendan president"."""
    return query.text[: name.span.start].lower().split()[-1:] == ["as"] or query.text[: name.span.start].lower().endswith(" as the ")


def head_of(view: View, query: Query) -> Draft | None:
    """Who holds any office of an organization that the question names."""
    named = view.of_kind(query.ids, "organization", "company", "group")
    named |= _by_words(view, query) if not named else set()
    labels = {fold(view.actors[i].name) for i in named} | named
    holders = [
        (a, r) for a in view.facts.actors if a.kind == "person" for r in a.roles if r.of and (r.of in labels or fold(r.of) in labels)
    ]
    if not holders and named:
        holders = [(a, r) for a in view.facts.actors if a.kind == "person" for r in a.roles if _at_house(view, r, named)]
    return named_people(view, query, holders) if holders else None


def _at_house(view: View, role: Role, named: set[str]) -> bool:
    """Whether the words for an office name a house as that which the owner of the office is part of: "the institute at the academy"."""
    names = [view.actors[i].name for i in sorted(named)]
    return any(re.search(rf"\b(?:at|of|under|within) the {re.escape(name)}\b", c.quote) for c in role.evidence for name in names)


def _by_words(view: View, query: Query) -> set[str]:
    """Organizations called by two telling words of their names or more: "the exporters' association"."""
    asked = {term.stem for term in query.words}
    found = set()
    for actor in view.facts.actors:
        if actor.kind == "organization":
            own = {word for word in stems(actor.name) if word not in view.lexicon.stop and not name_index(view).whole.get((word,))}
            if len(own & asked) >= 2 and _of_named_land(view, query, actor):
                found.add(actor.id)
    return found


def _of_named_land(view: View, query: Query, house: Actor) -> bool:
    """Whether an organization is of a country that the question names, where both are known."""
    lands = view.of_kind(query.ids, "country")
    return not lands or house.country is None or bool({house.country} & (lands | {view.actors[i].name for i in lands}))


def only_holder(view: View, query: Query) -> Draft | None:
    """The only holder of a title that a sentence names together with what else the question names: "which economist told the agency"."""
    title = query.title or ""
    owners = query.owner.ids if query.owner else ()
    holders = [(a, r) for a in view.facts.actors if a.kind == "person" for r in a.roles[:1] if holds(view, r.title, r.of, title, owners)]
    if not holders and view.any_is(owners, "organization", "company"):
        holders = [(a, r) for a in view.facts.actors if a.kind == "person" for r in a.roles[:1] if holds(view, r.title, r.of, title, ())]
    holders = [(a, r) for a, r in holders if not _sent_elsewhere(view, query, r)]
    if query.windows or not holders:
        return None
    fitting = []
    named_ones = {i for name in query.names if name.form == "name" for i in name.ids}
    for actor, role in (one for one in holders if one[0].id not in named_ones):
        passages = [*(view.passages[n] for n in view.by_actor.get(actor.id, ())), *_spoken_by(view, actor)]
        named = all(any(_names(name, p) for p in passages) for name in query.names)
        told = all(any(covers_text(view, t.stem, p.joined) for p in passages) for t in query.words if not _SPOKE.fullmatch(t.text))
        if named and told:
            fitting.append((actor, role))
    wanted = () if query.text[:5].lower() in ("which", "what ") else _portfolio(query)
    narrow = [(a, r) for a, r in fitting if all(f" {word} " in f" {' '.join(stems(r.title))} {_evidence(r)} " for word in wanted)]
    return named_people(view, query, fitting) if len(fitting) == 1 and narrow else None


def _spoken_by(view: View, actor: Actor) -> list[Passage]:
    """The sentences that are somebody's words, those included that only say "he"."""
    said = [e for e in view.by_type.get("statement", ()) if any(p.actor == actor.id and p.role == "speaker" for p in e.participants)]
    return [passage for event in said for passage in view.passages_of(event.evidence)]


def _names(name: Name, passage: Passage) -> bool:
    """Whether a sentence is about whom a name means, or holds its words."""
    return bool(set(name.ids) & set(passage.fact.actors)) or f" {' '.join(stems(name.text))} " in passage.joined


_SPOKE = regex(
    r"gave|gives?|briefed|interview|press|media|reporters?|journalists?|thinks?|thought|believes?|believed|considers?|spoke|speaks?|talks?|talked|told|tells?|says?|said|quoted|interviewed|comment\w*|remark\w*",
    re.I,
)


def holder_of(view: View, query: Query) -> Draft | None:
    """Who holds the office asked for, at its time where one is given."""
    owners = [
        name
        for name in query.names
        if not any(i in view.actors and view.actors[i].kind == "person" for i in name.ids) or name.form == "title"
    ]
    title = query.title or ""
    holders: list[tuple[Actor, Role]] = []
    if any(term.stem not in view.index for term in query.terms) or SPEAKS.search(query.text):
        return None
    if query.owner and not any(name.form == "title" for name in owners):
        owners = [query.owner]
    named = {i for name in query.names if name.form == "name" for i in name.ids}
    for actor in view.facts.actors:
        if actor.kind == "person" and actor.id not in named:
            for role in actor.roles:
                titled = [n for n in owners if n.form == "title"]
                if (titled and any(actor.id in n.ids for n in titled) and holds(view, role.title, None, title, ())) or (
                    not titled and owners and any(holds(view, role.title, role.of, title, n.ids) for n in owners)
                ):
                    holders.append((actor, role))
                    break
    wanted = _portfolio(query)
    holders = [(a, r) for a, r in holders if not _sent_elsewhere(view, query, r)]
    holders = [(a, r) for a, r in holders if all(f" {word} " in f" {' '.join(stems(r.title))} {_evidence(r)} " for word in wanted)]
    if not holders or (len(holders) > 1 and query.terms and not query.windows):
        return None  # which of several it is hangs on what else is asked
    if query.windows:
        holders = [(a, r) for a, r in holders if attested(view, a, query)]
        if not holders:
            return None
    return named_people(view, query, holders)


_SENT_TO = regex(r"\bto (?:the )?[A-Z]")


def _sent_elsewhere(view: View, query: Query, role: Role) -> bool:
    """Whether a question asks who is sent to one country, and an office is told to lead to another: "ambassador to Pelmara"."""
    asked = [name for name in query.names if query.text[: name.span.start].lower().split()[-1:] == ["to"]]
    told = " ".join(one.quote for one in role.evidence)
    if not asked or not _SENT_TO.search(told):
        return False
    places = [view.actors[i] for name in asked for i in name.ids if i in view.actors]
    calls = {call for one in places for call in (one.name, one.country, *one.aliases) if call}  # "ambassador to Beijing"
    return not any(call in told for call in calls)


def _portfolio(query: Query) -> tuple[str, ...]:
    """The stems of the words right before a title that narrow it: "shipping" of "Orsenda's shipping minister"."""
    if query.title_span is None:
        return ()
    before = query.text[: query.title_span.start]
    words = re.search(r"(?:'s|\bthe|\b[A-Z]\w+)\s+((?:[a-z-]+\s+){1,3})$", before)
    skip = (
        "hold",
        "holds",
        "held",
        "has",
        "had",
        "newly",
        "elected",
        "new",
        "former",
        "current",
        "then",
        "present",
        "first",
        "is",
        "was",
        "of",
        "and",
        "the",
        "visiting",
    )
    return tuple(stem(word) for word in words[1].split() if word not in skip) if words else ()


def _evidence(role: Role) -> str:
    return " ".join(word for citation in role.evidence for word in stems(citation.quote))


def attested(view: View, actor: Actor, query: Query) -> bool:
    """Whether the texts give somebody an office at, or close to, the time that a question asks about."""
    times = [role.time for role in actor.roles if role.time]
    times += [view.documents[c.document].published for role in actor.roles for c in role.evidence]  # type: ignore[misc]
    return all(any(time and _near(time, window.time) for time in times) for window in query.windows)


def then_held(view: View, actor: Actor, query: Query) -> list[Role]:
    """The offices of somebody, those that a text attests for the time of a question first."""
    times = [window.time for window in query.windows]
    at_once = [role for role in actor.roles if times and role.time and all(_near(role.time, time) for time in times)]
    return [*at_once, *(role for role in actor.roles if role not in at_once)]


def _near(time: TimeValue, asked: TimeValue) -> bool:
    """Whether an office attested at one time stands for another: the same, or within a month of it."""
    if may_overlap(time, asked):
        return True
    edges = [(a - b).days for a, b in ((time.earliest, asked.latest), (asked.earliest, time.latest)) if a and b]
    return bool(edges) and max(edges) <= MONTH
