"""Whether it was this one of several: "Wasn't it Vael who signed the pact?", "Was it in 2009 that the pact lapsed?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.edtf import may_overlap, time_value
from tieline.query.draft import Answering, Draft, clip
from tieline.query.reading.declared import inverted
from tieline.query.reading.query import Name, Query
from tieline.query.reading.read import read_question
from tieline.query.reading.titles import is_land, is_person
from tieline.query.view import View

CLEFT = regex(
    r"^\W*(?:(?:so|but|and) )?(?:is it true that |is it not true that )?(?:(?:was|is|were|wasn't|isn't|weren't) (?:it|that|this)(?: not)?"
    r"|(?:it|that|this) (?:was|is|were))\s+(?:really |actually |indeed |perhaps |maybe |also |only )?"
    r"(?P<one>.{2,60}?),?\s+(?:who|whom|that|which|when|where)\s+(?P<rest>(?!is\b.{0,3}$).{6,}?)[?\s.]*$",
    re.I,
)
_PREPOSITION = regex(r"^(?:in|on|at|during|to|from|by|with|for|since)\s+", re.I)


def cleft(view: View, text: str, ask: Answering) -> Draft | None:
    """The verdict on who, when or where it was; None where a question sets nothing apart like that."""
    found = CLEFT.match(text)
    if not found:
        return None
    one = _PREPOSITION.sub("", found["one"])
    either = _EITHER.split(one)
    if len(either) == 2:
        return _of_either(view, either, found["rest"], ask)
    asked = read_question(view, one)
    did = one == found["one"]  # nobody did it "in Orsenda"
    word = "when" if asked.windows and not asked.names else (_acting(view, asked.names) if did else None) or _word(view, asked.names)
    if word is None:
        return None
    named = asked.names
    told = ask(view, f"{word} {found['rest']}?")
    if told.status == "unanswered":
        said = ask(view, inverted(view, f"Is it true that {found['one']} {found['rest']}?")) if word == "who" else told
        return said if said.value is True else replace(told, kind="yesno")
    value = _in_time(asked, told) if word == "when" else _among(view, named, told)
    if value is None or told.status != "answered":
        return replace(told, status="partly", text=clip(f"Not certain. {told.text}"), kind="yesno", value=None, unit=None)
    return replace(told, text=clip(f"{'Yes' if value else 'No'}. {told.text}"), kind="yesno", value=value, unit=None)


_EITHER = regex(r",? or (?:rather |else )?(?:in |on |at |during )?", re.I)


def _of_either(view: View, either: Sequence[str], rest: str, ask: Answering) -> Draft | None:
    """Which of two it was: "Was it Vael or Orn who signed the pact?"; None where they are no names or times of one kind."""
    read = [read_question(view, one) for one in either]
    words = {"when" if one.windows and not one.names else _word(view, one.names) or _country(view, one.names) for one in read}
    word = words.pop()
    return _not_both(view, read, ask(view, f"{word} {rest}?")) if word and not words else None


# "Who signed the pact, Vael or Orn?"
_BEHIND = regex(r"^(?P<asked>\W*(?:who|where|when)\b[^,?]{6,}?)\s*(?:,|:|;| -+)\s*(?P<either>[^,?]{2,40} or [^,?]{2,40}?)[?\s]*$", re.I)
_RANKED = regex(r"\b(?:first|second|earlier|later|last|before|after|sooner|more|most|less|least|\w{3,}er|\w{3,}est)\b", re.I)


def of_two(view: View, text: str, ask: Answering) -> Draft | None:
    """Which of two people, places or times behind a question it was; None where it has none, or weighs them against each other."""
    found = _BEHIND.match(text)
    if found is None or _RANKED.search(found["asked"]):
        return None
    read = [read_question(view, one) for one in _EITHER.split(found["either"])]
    plain = len(read) == 2 and all(len(one.names) + len(one.windows) == 1 and not one.words for one in read)
    return _not_both(view, read, ask(view, f"{found['asked']}?")) if plain else None


def _not_both(view: View, either: Sequence[Query], told: Draft) -> Draft:
    """An answer that names one of two; none where it names both."""
    both = told.status == "answered" and all(one.names and _among(view, one.names, told) for one in either)
    return replace(told, status="unanswered", text="The texts do not say which of the two.", value=None, items=()) if both else told


def _country(view: View, names: tuple[Name, ...]) -> str | None:
    return "who" if len(names) == 1 and is_land(view, names[0]) else None


def _acting(view: View, names: tuple[Name, ...]) -> str | None:
    """The word that asks for a country or house: who."""
    return "who" if len(names) == 1 and view.any_is(names[0].ids, "country", "organization", "company") else None


def _word(view: View, names: tuple[Name, ...]) -> str | None:
    """By which question word somebody or some place is asked for."""
    if len(names) != 1:
        return None
    if is_person(view, names[0]):
        return "who"
    return "where" if is_land(view, names[0]) and view.any_is(names[0].ids, "place") else None


def _in_time(asked: Query, told: Draft) -> bool | None:
    """Whether the time that the texts give is the one asked about; None where it may be."""
    if not isinstance(told.value, str) or told.kind != "date":
        return None
    time, wanted = time_value(told.value), asked.windows[0].time
    if not (time.earliest and time.latest and wanted.earliest and wanted.latest):
        return None
    if wanted.earliest <= time.earliest and time.latest <= wanted.latest:
        return True
    return None if may_overlap(time, wanted) else False


def _among(view: View, names: tuple[Name, ...], told: Draft) -> bool | None:
    """Whether somebody, or a place, is among those that an answer names."""
    first = told.text.split(". ")[0]
    if any(view.actors[i].name in first or view.actors[i].name == told.value for i in names[0].ids if i in view.actors):
        return True
    if _acting(view, names):  # a country or house: another one, and nobody of whom nothing is known
        return _of_those(view, names, told)
    return False if told.kind in ("actor", "place") else None


def _of_those(view: View, names: tuple[Name, ...], told: Draft) -> bool | None:
    """Whether an answer names somebody of a country: no, where it names others, each a country or house, or a person of another country."""
    asked = {view.actors[i].name for i in names[0].ids if i in view.actors}
    rows = [view.called.get(one, ()) for one in re.split(r", | and ", str(told.value))]
    found = [view.actors[i] for ids in rows for i in ids[:1]]
    lands = {actor.country for actor in found if actor.kind == "person"}
    if lands & asked:
        return True
    return False if found and len(found) == len(rows) and None not in lands else None
