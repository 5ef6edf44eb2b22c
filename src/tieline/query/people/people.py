"""Who: holders of offices, people in events, and who somebody is."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.actor import Actor, Role
from tieline.model.edtf import may_overlap
from tieline.model.event import Event
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.token import tokenize
from tieline.model.words import in_words
from tieline.query.draft import Draft, cite, clip, event_reasons, from_passage, nearest, nothing, quoted
from tieline.query.events.places import host
from tieline.query.events.select import REAL, best, select
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.reading.read import holds
from tieline.query.reading.words import fold, stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found, search
from tieline.query.view import Passage, View

_AGENT = regex(
    r"\b(?:\w+(?:ed|en|wn|lt)|won|made|led|run|held|sold|paid|lent|sent|bought|brought|found) by"
    r" ((?:the |both )?[^,.;]{3,60}?)(?= in | on | at | worth|,|\.|;|$)"
)
MONTH = 31
_DEPUTY = regex(r"\b(?:sign\w*|negotiat\w*|initial\w*|ratif\w*)\b.*\b(?:for|on behalf of|from)\b", re.I)
_SPEECH = regex(r"said|says|told|added|noted|wrote|urged|praised|pledged|stressed", re.I)
_SAID = regex(r"\b(say|said|says|tell|told|stated|pledge\w*|promise\w*|praise\w*|urge\w*|expect\w*|wrote|write|believe\w*|call\w*)\b", re.I)
_OFFICE = regex(
    r"\b(chair|chairs|chaired|chairman|heads?|leads?|led|runs?|presides over|governs?|ruled?|leader"
    r"|works? (?:at|for|in)|worked (?:at|for)|represents?|belongs? to|in office|in charge|in power)\b",
    re.I,
)


def who(view: View, query: Query) -> Draft:
    """The person or actor that a question asks for."""
    if "counterpart" in query.text.lower():
        return _counterpart(view, query) or nothing(view, query, "actor")
    acted_on = bool(query.title) and (_acted_on(view, query) or _acts(view, query) or (query.title in _ANY and query.owner is None))
    query = replace(query, title=None) if acted_on else query
    if not acted_on and _OFFICE.search(query.text):
        drafted = _head(view, query)
        if drafted:
            return drafted
    if query.title and query.ordinal == "next":
        return nothing(view, query, "actor", "The texts do not say who comes next in that office.")
    if query.title and (not query.types or _SPEAKS.search(query.text)):
        return _office(view, query) or _alone(view, query) or nothing(view, query, "actor", "The texts name nobody in that office.")
    if any(act.rule == "act.host" for act in query.acts):
        hosted = host(view, query, {i for name in query.names for i in name.ids})
        if hosted:
            return replace(hosted, kind="actor")
    asked = [name for name in query.names if name.form == "title" and (name.span.touches(query.asked) or _in_office(query, name))]
    drafted = _in_events(view, query, asked)
    if drafted:
        return drafted
    if query.title:
        drafted = _office(view, query)
        if drafted:
            return drafted
    return _in_sentence(view, query)


def _in_office(query: Query, name: Name) -> bool:
    """Whether an office is that in which the one asked for acted: "who went there as Orsendan president"."""
    return query.text[: name.span.start].lower().split()[-1:] == ["as"] or query.text[: name.span.start].lower().endswith(" as the ")


def _acted_on(view: View, query: Query) -> bool:
    """Whether the title in a question is that of somebody to whom the one asked for did something: "who replaced the minister"."""
    from tieline.query.reading.frame import frame_of

    if query.title_span is None or not query.text[query.asked.end : query.title_span.start].strip():
        return False
    frame = frame_of(view, query)
    if frame is None or frame.asks != "subject" or frame.copular or not frame.wanted.empty:
        return False
    return not any(_OFFICE.fullmatch(word) for word in re.findall(r"\w+", query.text[: query.title_span.start]))


# Titles that anybody in a text may carry.
_ANY = frozenset(stem(word) for word in ("official", "politician", "diplomat"))


def _acts(view: View, query: Query) -> bool:
    """Whether a title in a question is that of somebody who did something to the one asked for: "to whom did the minister write"."""
    from tieline.query.reading.frame import frame_of

    if not _WHOM.match(query.text):
        return False
    frame = frame_of(view, query)
    return frame is not None and not frame.copular and frame.asks != "subject"


_WHOM = regex(r"\W*(?:to|with|by|from|for|against) whom\b|\W*whom\b|\W*who did\b", re.I)


def _counterpart(view: View, query: Query) -> Draft | None:
    """The person who stands beside a named one in a sentence with "counterpart": "Silan and his Pelmaran counterpart Tove Ruhn"."""
    people = {i for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "person"}
    word = stem("counterpart")
    found: dict[str, Passage] = {}
    for number in view.index.get(word, ()):
        passage = view.passages[number]
        if people and (people <= set(passage.fact.actors) or _goes_on(view, passage, people)):
            near = [i for i in passage.fact.actors if i in view.actors and view.actors[i].kind == "person" and i not in people]
            called = [
                i for i in near if re.search(rf"\bcounterparts?,? (?:[A-Z][\w.'’-]* )*?{re.escape(view.actors[i].name)}", passage.text)
            ]
            turned = [
                i
                for i in near
                if any(f" {word} " in f" {' '.join(stems(c.quote))} " for r in view.actors[next(iter(people))].roles for c in r.evidence)
            ]
            found.update(dict.fromkeys(called or (turned if len(near) == 1 else []), passage))
    lands = {i for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "country"}
    labels = lands | {view.actors[i].name for i in lands}
    if labels and len(found) > 1:
        found = {i: p for i, p in found.items() if view.actors[i].country in labels or any(r.of in labels for r in view.actors[i].roles)}
    if len(found) != 1:
        return _same_office(view, query, people) if not found else None
    ((ident, passage),) = found.items()
    actor = view.actors[ident]
    return from_passage(Found(passage, 1.0, ()), "actor", text=f"{actor.name}. {quoted(passage)}", value=actor.name)


def _goes_on(view: View, passage: Passage, people: set[str]) -> bool:
    """Whether a sentence opens with "his" or "her" right behind one that names somebody: "His Pelmaran counterpart, Tove Ruhn, ..."."""
    before = view.passages[passage.number - 1] if passage.number else None
    opens = bool(passage.tokens) and passage.tokens[0].lower in ("his", "her")
    return opens and before is not None and before.document is passage.document and people <= set(before.fact.actors)


def _same_office(view: View, query: Query, people: set[str]) -> Draft | None:
    """The holder of the same office in the country that a question names, attested in the same texts: "Silan's Pelmaran counterpart"."""
    lands = {i for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "country"}
    if len(people) != 1 or len(lands) != 1:
        return None
    own = view.actors[next(iter(people))].roles
    labels = lands | {view.actors[i].name for i in lands}
    texts = {c.document for role in own for c in role.evidence}
    holders = [
        (a, r)
        for a in view.facts.actors
        for r in a.roles
        if a.kind == "person" and a.id not in people and r.of in labels
        if any(r.title == one.title for one in own) and texts & {c.document for c in r.evidence}
    ]
    return _named(view, query, holders[:1]) if len({a.id for a, _ in holders}) == 1 else None


def _head(view: View, query: Query) -> Draft | None:
    """Who holds any office of an organization that the question names."""
    named = {
        i for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind in ("organization", "company", "group")
    }
    named |= _by_words(view, query) if not named else set()
    labels = {fold(view.actors[i].name) for i in named} | named
    holders = [
        (a, r) for a in view.facts.actors if a.kind == "person" for r in a.roles if r.of and (r.of in labels or fold(r.of) in labels)
    ]
    return _named(view, query, holders) if holders else None


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
    lands = {i for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "country"}
    return not lands or house.country is None or bool({house.country} & (lands | {view.actors[i].name for i in lands}))


def _alone(view: View, query: Query) -> Draft | None:
    """The only holder of a title that a sentence names together with what else the question names: "which economist told the agency"."""
    title = query.title or ""
    owners = query.owner.ids if query.owner else ()
    holders = [(a, r) for a in view.facts.actors if a.kind == "person" for r in a.roles[:1] if holds(view, r.title, r.of, title, owners)]
    if query.windows or not holders:
        return None
    fitting = []
    named_ones = {i for name in query.names if name.form == "name" for i in name.ids}
    for actor, role in (one for one in holders if one[0].id not in named_ones):
        passages = [view.passages[n] for n in view.by_actor.get(actor.id, ())]
        named = all(any(set(name.ids) & set(p.fact.actors) for p in passages) for name in query.names)
        told = all(any(covers_text(view, t.stem, p.joined) for p in passages) for t in query.words if not _SPOKE.fullmatch(t.text))
        if named and told:
            fitting.append((actor, role))
    return _named(view, query, fitting) if len(fitting) == 1 else None


_SPOKE = regex(
    r"thinks?|thought|believes?|believed|considers?|spoke|speaks?|talks?|talked|told|tells?|says?|said|quoted|interviewed|comment\w*|remark\w*",
    re.I,
)
_SPEAKS = regex(r"^\W*(?:who|which|what)\b[^,?]{0,40}?\b(?:spoke|speaks|told|tells|says|said|comment\w*|remark\w*)\b", re.I)


def _office(view: View, query: Query) -> Draft | None:
    owners = [
        name
        for name in query.names
        if not any(i in view.actors and view.actors[i].kind == "person" for i in name.ids) or name.form == "title"
    ]
    title = query.title or ""
    holders: list[tuple[Actor, Role]] = []
    if any(term.stem not in view.index for term in query.terms) or _SPEAKS.search(query.text):
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
    holders = [(a, r) for a, r in holders if all(f" {word} " in f" {' '.join(stems(r.title))} {_evidence(r)} " for word in wanted)]
    if not holders or (len(holders) > 1 and query.terms and not query.windows):
        return None  # which of several it is hangs on what else is asked
    if query.windows:
        holders = [(a, r) for a, r in holders if _attested(view, a, query)]
        if not holders:
            return None
    return _named(view, query, holders)


def _portfolio(query: Query) -> tuple[str, ...]:
    """The stems of the words right before a title that narrow it: "shipping" of "Orsenda's shipping minister"."""
    if query.title_span is None:
        return ()
    before = query.text[: query.title_span.start]
    words = re.search(r"(?:'s|\bthe|\b[A-Z]\w+)\s+((?:[a-z-]+\s+){1,3})$", before)
    skip = ("newly", "elected", "new", "former", "current", "then", "present", "first", "is", "was", "of", "and", "the", "visiting")
    return tuple(stem(word) for word in words[1].split() if word not in skip) if words else ()


def _evidence(role: Role) -> str:
    return " ".join(word for citation in role.evidence for word in stems(citation.quote))


def _attested(view: View, actor: Actor, query: Query) -> bool:
    times = [role.time for role in actor.roles if role.time]
    times += [view.documents[c.document].published for role in actor.roles for c in role.evidence]  # type: ignore[misc]
    return all(any(time and _near(time, window.time) for time in times) for window in query.windows)


def _near(time: TimeValue, asked: TimeValue) -> bool:
    """Whether an office attested at one time stands for another: the same, or within a month of it."""
    if may_overlap(time, asked):
        return True
    edges = [(a - b).days for a, b in ((time.earliest, asked.latest), (asked.earliest, time.latest)) if a and b]
    return bool(edges) and max(edges) <= MONTH


def _named(view: View, query: Query, holders: list[tuple[Actor, Role]]) -> Draft:
    people = {actor.id: (actor, role) for actor, role in holders}
    citations = tuple(c for _, role in people.values() for c in role.evidence[:2]) or tuple(
        c for a, _ in people.values() for c in a.evidence[:1]
    )
    lines = [f"{actor.name} ({_dates(view, role)})" if _dates(view, role) else actor.name for actor, role in people.values()]
    (first, role), *others = people.values()
    if others:
        return Draft(
            "answered",
            clip(f"{', '.join(lines)}."),
            "actor",
            first.name,
            citations=citations[:5],
            reasons=tuple(f"{line}: attested by the texts" for line in lines),
        )
    return Draft(
        "answered",
        clip(f"{first.name}. {role_words(view, first)}"),
        "actor",
        first.name,
        citations=citations[:3],
        reasons=(f"attested as {role.title} of {role.of}",),
        facts=(first.id,),
    )


def _dates(view: View, role: Role) -> str:
    return in_words(role.time) if role.time else ""


def role_words(view: View, actor: Actor) -> str:
    """What a text calls an actor: "Peruvian Ambassador to China Marco V. Balarezo"."""
    for role in actor.roles:
        for citation in role.evidence[:1]:
            when = f" ({in_words(role.time)})" if role.time else ""
            of = f" of {_owner(view, role)}" if role.of else ""
            return f'The texts call this person {role.title}{of}{when}: "{clip(citation.quote, 120)}".'
    return ""


def _owner(view: View, role: Role) -> str:
    return view.actors[role.of].name if role.of in view.actors else str(role.of)


_AHEAD = regex(r"\b(?:will|would|going to|(?:is|are|was|were) to|due|expected|planned|scheduled|set to|supposed)\b", re.I)


def _in_events(view: View, query: Query, asked: list[Name]) -> Draft | None:
    hits = best(select(view, query))
    hits = [hit for hit in hits if not hit.missing]
    if not hits or not (query.types or query.stages) or _SAID.search(query.text):
        return None
    known = {i for name in query.names if name not in asked for i in name.ids}
    titled = query.title if query.title and _WHICH_TITLE.match(query.text) else None
    found: dict[str, str] = {}
    used = []
    for hit in hits:
        for one in hit.event.participants:
            actor = view.actors.get(one.actor)
            if one.actor in known or not actor or actor.kind not in ("person", "organization", "group", "company"):
                continue
            if asked and one.actor not in {i for name in asked for i in name.ids}:
                continue
            if titled and not any(holds(view, role.title, role.of, titled, ()) for role in actor.roles):
                continue
            if _received(query, hit.event, one.role):
                continue
            if actor.kind == "person" or not any(
                view.actors[p.actor].kind == "person" for p in hit.event.participants if p.actor in view.actors
            ):
                found[one.actor] = actor.name
                used.append(hit.event)
    if not found:
        return None
    found = _on_behalf(view, query, found)
    if not found:
        return None
    names = list(found.values())
    text = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    undone = all(event.status not in REAL for event in used) and not _AHEAD.search(query.text)
    return Draft(
        "partly" if undone else "answered",
        clip(f"No text reports it as done; it was only planned or expected: {used[0].title}." if undone else f"{text}. {used[0].title}."),
        "actor",
        names[0],
        citations=cite(used),
        reasons=event_reasons(used[0]),
        facts=tuple(dict.fromkeys(e.id for e in used)),
    )


def of_title(view: View, query: Query, draft: Draft) -> bool:
    """Whether somebody who answers "which minister" holds that title; true for all other questions and answers."""
    if not query.title or not _WHICH_TITLE.match(query.text) or not isinstance(draft.value, str) or query.title in _ANY:
        return True
    people = [view.actors[i] for i in view.called.get(draft.value, ()) if view.actors[i].kind == "person"]
    return all(any(holds(view, role.title, role.of, query.title, ()) for role in actor.roles) for actor in people)


_WHICH_TITLE = regex(r"\W*(?:which|what)\b", re.I)


_MET = regex(r"\b(?:host\w*|receiv\w+|welcom\w+|met|meet\w*|greet\w*|with|accompan\w+|see|saw)\b", re.I)


def _received(query: Query, event: Event, role: str) -> bool:
    """Whether somebody was only met on a visit, where the question asks who paid it."""
    if event.type != "visit" or role in ("guest", "visitor", "agent") or _MET.search(query.text):
        return False
    return any(one.role in ("guest", "visitor") for one in event.participants)


_FOR = regex(r"\b(?:for|on behalf of)\s+(?:the )?$", re.I)


def _on_behalf(view: View, query: Query, found: dict[str, str]) -> dict[str, str]:
    """Those of some people who belong to the country for which the question asks them ("who signed for Orsenda")."""
    side = next((name for name in query.names if _FOR.search(query.text[: name.span.start])), None)
    if side is None:
        return found
    own = set(side.ids) | {view.actors[i].name for i in side.ids if i in view.actors}
    return {i: name for i, name in found.items() if view.actors[i].country in own or any(role.of in own for role in view.actors[i].roles)}


_IDENTITY = regex(r"^\W*(?:what (?:is|was|are|were) the (?:name|identity) of|who (?:is|was) the)\b", re.I)


def _is_called(view: View, query: Query, found: Found, ident: str) -> bool:
    """Whether a person stands right beside the noun that a question asks the name of: "the diplomat, Tove Ruhn, ..."."""
    if not _IDENTITY.match(query.text):
        return True
    names = {stem(word.lower) for word in tokenize(view.actors[ident].name) if len(word.text) > 1}
    stems_ = found.passage.stems
    places = [n for n, word in enumerate(stems_) if word in names]
    nouns = [n for n, word in enumerate(stems_) if any(covers_text(view, t.stem, f" {word} ") for t in query.words)]
    return any(abs(a - b) <= 3 for a in places for b in nouns)


def _does(view: View, query: Query, passage: Passage, ident: str) -> bool:
    """Whether somebody is the one who does in a sentence what a question asks; words said are judged by who speaks."""
    if _SAID.search(query.text) or query.form != "who":
        return True
    from tieline.query.sentences.clausal import doers

    told = doers(view, query, passage)
    return told is None or ident in told


def _in_sentence(view: View, query: Query) -> Draft:
    known = {i for name in query.names for i in name.ids}
    deputy = bool(_DEPUTY.search(query.text))
    titled = query.title if query.title and _WHICH_TITLE.match(query.text) else None
    for found in search(view, query)[:3]:
        person = _person(view, found, known)
        if person and titled and not any(holds(view, role.title, role.of, titled, ()) for role in view.actors[person].roles):
            continue
        if person and not _does(view, query, found.passage, person):
            continue
        if person and view.actors[person].kind == "country" and (query.types or query.stages) and not _SAID.search(query.text):
            continue
        if deputy and not (person and view.actors[person].kind == "person" and query.stages):
            continue  # who acted for a country is told by a name only
        if person and (not query.stages or _SAID.search(query.text)) and _is_called(view, query, found, person):
            actor = view.actors[person]
            return from_passage(found, "actor", text=f"{actor.name}. {quoted(found.passage)}", value=actor.name)
        agent = _AGENT.search(found.passage.text) if query.stages else None
        if agent and any(covers_text(view, t.stem, f" {stem(agent[0].split()[0].lower())} ") for t in query.words):
            return from_passage(found, "actor", text=f"{agent[1][:1].upper()}{agent[1][1:]}. {quoted(found.passage)}", value=agent[1])
    return nothing(view, query, "actor")


def _person(view: View, found: Found, known: set[str]) -> str | None:
    passage = found.passage
    for ident in passage.fact.events:
        event = view.events.get(ident)
        if event and event.type == "statement":
            for one in event.participants:
                if one.role == "speaker" and one.actor not in known and one.actor in view.actors:
                    return one.actor
    people = [i for i in passage.fact.actors if i in view.actors and view.actors[i].kind == "person" and i not in known]
    named = [(place, i) for i in people if (place := _beside_speech(view, passage, i)) is not None]
    return min(named)[1] if named else people[0] if people else None


def _beside_speech(view: View, passage: Passage, ident: str) -> int | None:
    """How many tokens lie between a word of speech and the name of a person, up to five."""
    names = {stem(word.lower) for word in tokenize(view.actors[ident].name) if len(word.text) > 1}
    speech = [n for n, token in enumerate(passage.tokens) if _SPEECH.fullmatch(token.text)]
    gaps = [abs(n - m) for n in speech for m, word in enumerate(passage.stems) if word in names and abs(n - m) <= 5]
    return min(gaps, default=None)


def person(view: View, query: Query) -> Draft:
    """Who somebody is: the offices that the texts attest, else the first sentence that names them."""
    ids = [i for name in query.names for i in name.ids]
    if not ids:
        return nothing(view, query, "actor", "The texts name nobody of that name.")
    if query.names[0].form == "title":
        return who(view, query)
    actor = view.actors[ids[0]]
    if actor.roles:
        role = actor.roles[0]
        citations: tuple[Citation, ...] = tuple(c for r in actor.roles[:3] for c in r.evidence[:1])
        of = f" of {_owner(view, role)}" if role.of else ""
        when = f" ({in_words(role.time)})" if role.time else ""
        quote = f' "{clip(citations[0].quote, 140)}"' if citations else ""
        return Draft(
            "answered",
            clip(f"{actor.name}: {role.title}{of}{when}.{quote}"),
            "actor",
            role.title,
            citations=citations or actor.evidence[:1],
            facts=(actor.id,),
            reasons=tuple(f"attested as {r.title}" for r in actor.roles[:3]),
        )
    numbers = view.by_actor.get(actor.id, ())
    if numbers:
        return from_passage(
            Found(view.passages[numbers[0]], 1.0, ()), "actor", text=f"{actor.name}: {quoted(view.passages[numbers[0]])}", value=actor.name
        )
    return Draft("unanswered", "The texts do not say.", "actor", nearest=nearest(view, query))
