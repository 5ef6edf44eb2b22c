"""Who did something, by the sentence that tells it."""

import re
from collections.abc import Set
from dataclasses import replace

from tieline.late import regex
from tieline.model.token import tokenize
from tieline.query.draft import Draft, clip, from_passage, in_a_row, nothing, quoted
from tieline.query.people.asking import SAID, WHICH_TITLE
from tieline.query.people.by_number import teller_of_number
from tieline.query.reading.query import Query
from tieline.query.reading.titles import holds
from tieline.query.reading.words import stem
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.together import together
from tieline.query.view import Passage, View

_AGENT = regex(
    r"\b(?:\w+(?:ed|en|wn|lt)|won|made|led|run|held|sold|paid|lent|sent|bought|brought|found) by"
    r" ((?:the |both )?[^,.;]{3,60}?)(?= in | on | at | worth|,|\.|;|$)"
)
_DEPUTY = regex(r"\b(?:sign\w*|negotiat\w*|initial\w*|ratif\w*)\b.*\b(?:for|on behalf of|from)\b", re.I)
_SPEECH = regex(r"said|says|told|added|noted|wrote|urged|praised|pledged|stressed", re.I)
_IDENTITY = regex(r"^\W*(?:what (?:is|was|are|were) the (?:name|identity) of|who (?:is|was)(?: the)?)\b", re.I)


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
    if SAID.search(query.text) or query.form != "who":
        return True
    from tieline.query.sentences.clausal import doers

    told = doers(view, query, passage)
    return told is None or ident in told


def who_in_sentence(view: View, query: Query) -> Draft:
    """Who did what the question tells, by the sentence that tells most of it."""
    known = query.ids
    deputy = bool(_DEPUTY.search(query.text))
    titled = query.title if query.title and WHICH_TITLE.match(query.text) else None
    hits = search(view, query)[:8]
    for found in sorted(hits, key=lambda one: (-round(one.share, 1), -together(view, query, one.passage)))[:3]:
        person = teller_of_number(view, query, found.passage) or _person(view, found, known)
        if person and titled and not any(holds(view, role.title, role.of, titled, ()) for role in view.actors[person].roles):
            continue
        if person and not _does(view, query, found.passage, person):
            continue
        if person and view.actors[person].kind == "country" and (query.types or query.stages) and not SAID.search(query.text):
            continue
        if deputy and not (person and view.actors[person].kind == "person" and query.stages):
            continue  # who acted for a country is told by a name only
        if person and (not query.stages or SAID.search(query.text)) and _is_called(view, query, found, person):
            names = _together(view, query, found.passage, person)
            return from_passage(found, "actor", text=f"{in_a_row(names)}. {quoted(found.passage)}", value=names[0])
        agent = _AGENT.search(found.passage.text) if query.stages else None
        if agent and any(covers_text(view, t.stem, f" {stem(agent[0].split()[0].lower())} ") for t in query.words):
            return from_passage(found, "actor", text=f"{agent[1][:1].upper()}{agent[1][1:]}. {quoted(found.passage)}", value=agent[1])
    return nothing(view, query, "actor")


_BOTH = regex(
    r"\W*(?:the two (?:leaders|presidents|ministers|premiers|men|women|sides|heads of state)|both (?:leaders|presidents|men|women)|they)\b",
    re.I,
)


def _together(view: View, query: Query, passage: Passage, ident: str) -> list[str]:
    """The names of those who do together what a sentence tells of "the two leaders" or "Vael and Orlu", else of one person alone."""
    people = [i for i in passage.fact.actors if i in view.actors and view.actors[i].kind == "person" and i not in query.ids]
    both = _BOTH.match(passage.text) and len(people) == 2 and ident in people
    if not both and query.form == "who" and len(people) > 1:
        from tieline.query.sentences.clausal import doers

        doing = doers(view, query, passage) or ()
        people = [i for i in people if i in doing]
        both = ident in people
    return [view.actors[i].name for i in (people if both else [ident])]


def by_name(view: View, draft: Draft) -> Draft:
    """An answer that only says "the two leaders", with the names of the two for whom its sentence stands."""
    passages = view.passages_of(draft.citations[:1])
    told = str(draft.value)
    if len(passages) != 1 or not _BOTH.fullmatch(told):
        return draft
    people = [view.actors[i].name for i in passages[0].fact.actors if i in view.actors and view.actors[i].kind == "person"]
    if len(people) != 2:
        return draft
    return replace(draft, text=clip(f"{in_a_row(people)}.{draft.text.removeprefix(told).removeprefix('.')}"), value=people[0])


def _person(view: View, found: Found, known: Set[str]) -> str | None:
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
