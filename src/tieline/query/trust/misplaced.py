"""Whether an answer is beside the question: a country for a town, another speaker, another turn, words about oneself."""

import re
from collections.abc import Sequence

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.query.draft import Draft
from tieline.query.evidence.senses import tells
from tieline.query.reading.frame import frame_of
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.reading.titles import holds
from tieline.query.reading.words import fold, stem
from tieline.query.view import Passage, View

_SELF = regex(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")


_WROTE = regex(r"\b(?:did|has|have|had)\b.*\b(?:write|written|pen|penned|author|authored)\b", re.I)


def beside(view: View, query: Query, draft: Draft) -> bool:
    """Whether what is given is not of the kind, speaker or turn asked for."""
    told = view.passages_of(draft.citations)
    if draft.kind == "actor":
        return bool(_SELF.search(str(draft.value)))  # words of a speaker about himself name nobody
    if draft.kind == "count" and query.form == "count_documents":
        return bool(_WROTE.search(query.text))  # how many texts somebody wrote is not how many name him
    if draft.kind in ("place", "date", "duration", "list", "series") and _without_office(view, query, draft):
        return True
    if draft.kind == "place":
        return _wider_place(view, query, draft)
    if draft.kind in ("statement", "series") and told and query.ordinal and _turn_of_another(view, query, told):
        return True
    if query.title and _WHY_OFFICE.match(query.text) and draft.kind == "statement":
        frame = frame_of(view, query)
        return frame is not None and frame.copular
    asked = draft.kind == "statement" and bool(told)
    return asked and (_said_by_nobody(view, query, told) or _weighed(query, told) or _only_then(view, query))


_TOWN = regex(r"^\W*(?:(?:in|to|from|at) )?(?:which|what) (?:\w+ )?(?:city|town|capital|port)\b", re.I)
_WHERE_IN = regex(r"^\W*where (?:exactly )?in (?:the )?(?=[A-Z])")


def _wider_place(view: View, query: Query, draft: Draft) -> bool:
    """Whether a town is asked for and a country given, or a spot within a town and another town given."""
    kinds = {actor.kind for actor in view.facts.actors if actor.name == draft.value}
    if _TOWN.match(query.text):
        return "country" in kinds
    inside = _WHERE_IN.match(query.text[:1].lower() + query.text[1:])
    within = [name for name in query.names if inside and name.span.start == inside.end()]
    return bool(kinds and within and all(view.actors[i].kind == "place" for i in within[0].ids if i in view.actors))


def _said_by_nobody(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether the speaker asked about is called by a noun that stands in no sentence, nor before it: "what did the opposition say"."""
    frame = frame_of(view, query) if query.form == "said" else None
    if frame is None or not frame.subject.head or frame.subject.named:
        return False
    before = [view.passages[passage.number - 1] for passage in told if passage.number]
    return not any(tells(view, frame.subject.head, passage.joined) for passage in (*told, *before))


_WHICH_OF = regex(
    r"^\W*which (?:one )?of\b.*\b(?:was|is|were|came|happened|took place) (?:the )?(?P<how>\w+er|more|less|first|last)\b", re.I
)


def _weighed(query: Query, told: Sequence[Passage]) -> bool:
    """Whether a question weighs some things by a word that no sentence says: "which of the visits was the later one"."""
    asked = _WHICH_OF.match(query.text)
    return asked is not None and not any(re.search(rf"\b{asked['how']}\b", passage.text, re.I) for passage in told)


_DO_WHEN = regex(r"^\W*what did\b.*\bdo\b.*\b(?:on|when|after|before|the) (?:the )?(?:day|week|month|year|moment)\b", re.I)


def _only_then(view: View, query: Query) -> bool:
    """Whether a question asks what was done on the day of something else: a sentence that covers it tells but that."""
    frame = frame_of(view, query)
    return bool(_DO_WHEN.match(query.text)) and frame is not None and "do" in frame.verbs


def _turn_of_another(view: View, query: Query, told: Sequence[Passage]) -> bool:
    """Whether all that sentences call "first" is of the holder of an office in another country than that of those asked about."""
    people = [view.actors[i] for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "person"]
    lands = {role.of for actor in people for role in actor.roles if role.of}
    owners = [own for passage in told if (own := _owner_of(view, passage, stem(query.ordinal or "")))]
    return bool(lands) and bool(owners) and not any(own & lands for own in owners)


def _owner_of(view: View, passage: Passage, word: str) -> set[str]:
    """The country of the office whose possessive stands right before a word: "the Selvan president's first"."""
    for n, own in enumerate(passage.stems):
        if own == word and n > 2 and passage.stems[n - 1] in ("'s", "\u2019s"):
            ids = name_index(view).whole.get((fold(passage.tokens[n - 3].text),), ())
            return {label for i in ids if i in view.actors and view.actors[i].kind == "country" for label in (i, view.actors[i].name)}
    return set()


_WHY_OFFICE = regex(r"^\W*why (?:is|was|are|were)\b", re.I)


def _without_office(view: View, query: Query, draft: Draft) -> bool:
    """Whether those of an office are asked about, and none in the events answered has held it: "where did the ministers meet"."""
    events = [view.events[i] for i in draft.facts if i in view.events]
    if query.title is None or not events or any(name.form == "title" for name in query.names) or not query.types:
        return False
    word = query.title.split()[-1][:5]
    people = [view.actors[one.actor] for event in events for one in event.participants if one.actor in view.actors]
    people = [actor for actor in people if actor.kind == "person"]
    evidence = " ".join(passage.joined for event in events for passage in view.passages_of(event.evidence))
    if " " in query.title:
        return _in_other_office(view, query, people, evidence)
    return bool(people) and word not in evidence and not any(word in role.title.lower() for actor in people for role in actor.roles)


def _in_other_office(view: View, query: Query, people: Sequence[Actor], evidence: str) -> bool:
    """Whether all who take part hold other offices than the one asked about: the foreign minister is no prime minister."""
    lands = {view.actors[i].name for i in query.owner.ids if i in view.actors} if query.owner else set()
    own = [actor for actor in people if actor.roles and (not lands or actor.country in lands)]
    held = any(holds(view, role.title, None, query.title or "", ()) for actor in own for role in actor.roles)
    return bool(own) and not held and (query.title or "") not in evidence
