"""Whose words a sentence holds."""

import re
from dataclasses import replace
from itertools import pairwise

from tieline.late import regex
from tieline.query.reading.country import is_adjective
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.view import Passage, View

_QUOTED = regex(r"\b(as saying|was quoted|according to|said|added|told)\b", re.I)
SPEECH = regex(
    r"\b(said|says|saying|told|added|adding|noted|noting|wrote|urged|hailing"
    r"|praised|pledged|believe|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )expected"
    r"|according to|stressed|quoted|voicing|voiced|remarks?)\b|[“”\"]",
    re.I,
)
# verbs of speech by which whoever stands beside them speaks; without a name they may be another's: "the route is called ..."
_SPOKE = regex(
    r"\b(believes|thinks|thought|sounded|voiced|issued|warn(?:ed|s|ing)|describ(?:ed|es|ing)|argu(?:ed|es|ing)|claimed|insist(?:ed|s|ing)|explain(?:ed|s|ing)"
    r"|thank(?:ed|s|ing)|call(?:ed|s|ing)|hop(?:ed|es|ing)|predict(?:ed|s|ing)|complain(?:ed|s|ing)|demand(?:ed|s|ing)|suggest(?:ed|s|ing)"
    r"|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|den(?:ied|ies|ying)|criticis?z?(?:ed|es|ing)|admitted|admits|declared|promis(?:ed|es|ing))\b",
    re.I,
)
FAR = 60  # characters behind "according to" in which its name stands


def speaks(view: View, name: Name) -> bool:
    """Whether a name of a question is that of somebody who can speak."""
    return view.any_is(name.ids, "person", "group", "organization")


_SUBJECT = regex(r"\b(?:did|does|do|has|have|had)\s+(?:the\s+)?$", re.I)


def states_speaking(view: View, query: Query) -> list[Name]:
    """The state whose words a question asks for: "what did Orsenda say about the ruling"; it speaks through those who hold its offices."""
    lands = [name for name in query.names if view.any_is(name.ids, "country")]
    asked = [name for name in lands if _SUBJECT.search(query.text[: name.span.start]) and not _its_people(view, name)][:1]
    return [replace(name, ids=(*name.ids, *_officials(view, name))) for name in asked]


def _its_people(view: View, land: Name) -> bool:
    """Whether a name of a country is the word for its people: "Orsendans"."""
    singular = land.text[:-1] if land.text.endswith("s") else ""
    return bool(singular) and any(is_adjective(view.rulebook, singular, view.actors[i].name) for i in land.ids if i in view.actors)


def _officials(view: View, land: Name) -> list[str]:
    """The ids of those whom the texts call holders of an office of a state, and of its offices."""
    own = set(land.ids) | {view.actors[i].name for i in land.ids if i in view.actors}
    kinds = ("person", "organization", "group")
    return [one.id for one in view.facts.actors if one.kind in kinds and (one.country in own or any(role.of in own for role in one.roles))]


def sentences_about(view: View, speaker: Name) -> list[Passage]:
    """All sentences in which a speaker stands."""
    return [view.passages[n] for i in speaker.ids for n in view.by_actor.get(i, ())]


def said_by(view: View, speaker: Name, passage: Passage) -> bool:
    """Whether a sentence is the speaker's: by its statement, else by who stands nearest to the words of speech."""
    told = [view.events[i] for i in passage.fact.events if i in view.events and view.events[i].type == "statement"]
    speakers = {p.actor for event in told for p in event.participants if p.role == "speaker"}
    if speakers:
        return not speakers.isdisjoint(speaker.ids)
    if _only_according(view, speaker, passage):
        return False
    if set(speaker.ids) & set(passage.fact.actors) and (SPEECH.search(passage.text) or _SPOKE.search(passage.text)):
        return _nearest_to_speech(view, speaker, passage)
    if SPEECH.search(passage.text):
        return False
    return any(set(speaker.ids) & set(p.fact.actors) and _closes(view, speaker, p) for p in paragraph(view, passage))


CLOSING = 9  # words that may stand behind the verb of speech at the end of somebody's words


def _closes(view: View, speaker: Name, passage: Passage) -> bool:
    """Whether a sentence ends with this speaker, who says what it and those before it tell: "..., Vael said", not "Vael said that"."""
    for match in _QUOTED.finditer(passage.text):
        rest = passage.text[match.end() :]
        if len(rest.split()) > CLOSING or _SAYS_ON.match(rest):
            continue
        opens = max(passage.text.rfind(sign, 0, match.start()) for sign in _SIGNS)
        named = [name for name in name_index(view).find(passage.tokens) if name.span.start - passage.fact.start > opens]
        if not named or any(set(name.ids) & set(speaker.ids) for name in named):
            return True
    return False


_SIGNS = (",", '"', "”", "'", "’")
_SAYS_ON = regex(r"\s+(?:that|how|the|an?|no|it|he|she|they|we|his|her|its|their|both|there|neither|nobody)\b", re.I)


def _only_according(view: View, speaker: Name, passage: Passage) -> bool:
    """Whether no more than "according to" makes the words somebody's, and it is somebody else's: "..., according to the palace"."""
    if {found[0].lower() for found in SPEECH.finditer(passage.text)} != {"according to"}:
        return False
    source = passage.text.lower().rpartition("according to")[2][:FAR]
    own = [view.actors[i] for i in speaker.ids if i in view.actors]
    return not any(name.lower() in source for one in own for name in (one.name, *one.aliases))


def _nearest_to_speech(view: View, speaker: Name, passage: Passage) -> bool:
    """Whether no other person stands nearer to a word of speech than the speaker does."""
    places: dict[str, list[int]] = {}
    speech = [n for n, token in enumerate(passage.tokens) if SPEECH.fullmatch(token.text) or _SPOKE.fullmatch(token.text)]
    for name in name_index(view).find(passage.tokens):
        people = [i for i in name.ids if i in view.actors and view.actors[i].kind == "person"]
        at = next((n for n, token in enumerate(passage.tokens) if token.start >= name.span.start), 0)
        places.setdefault("own" if set(people) & set(speaker.ids) else "other", []).extend([at] if people else [])
    if not places.get("own"):
        present = view.of_kind(passage.fact.actors, "person")
        return present <= set(speaker.ids)
    if all(_within_words(passage, speech, at) for at in places["own"]):
        return False
    gap = {who: min((abs(a - b) for a in at for b in speech), default=99) for who, at in places.items()}
    return not places.get("other") or not speech or gap["own"] < gap["other"]


def _within_words(passage: Passage, speech: list[int], at: int) -> bool:
    """Whether a name stands only in what another says: behind "that" after a verb of speech, and with none behind it."""
    before = [n for n in speech if n < at]
    return bool(before) and speech[-1] < at and any(token.lower == "that" for token in passage.tokens[before[-1] : at])


def paragraph(view: View, passage: Passage) -> list[Passage]:
    """The sentences after a sentence in its paragraph."""
    own = view.by_document[passage.document.id]
    found = []
    place = passage.number - own[0].number
    for one, two in pairwise(own[place : place + 6]):
        if "\n" in passage.document.text[one.fact.end : two.fact.start]:
            break
        found.append(two)
    return found
