"""Of which country something is by the words around it: "Pelmara's port of Torv", "the Pelmaran daily Herald"."""

import re
from collections.abc import Iterator

from tieline.late import regex
from tieline.query.draft import Draft, from_passage, nothing, quoted
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stems
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_HEAD = regex(
    r"^\W*(?:is|was|are|were)(?:n't)? (?:the )?(?P<who>(?!there\b|it\b|he\b|she\b|they\b|this\b|that\b)[^?,]{2,60}?)"
    r"(?P<link> (?:(?:located|situated|based|found|lying) )?(?:in|from|part of)| an?| the(?: \w+){1,2} of| an? \w+ (?:in|of|from))?"
    r" (?:the )?$",
    re.I,
)
_TAIL = regex(r"^(?:'s)?(?: [\w-]+){0,3}\W*$")
_REACH = 12  # units between a country and what it has
_OWN = frozenset(("noun", "determiner", "verb", "subordinator", "coordinator", "time"))
_LISTS = frozenset(("as", "including", "like"))


def home_verdict(view: View, query: Query) -> Draft | None:
    """Whether something is of a country; None where that is not asked, or where it is and more of it is asked.

    No is said of one thing with a name of its own alone: "the clinics" may be others.
    """
    asked = _asked(view, query)
    if asked is None:
        return None
    land, who, bare = asked
    homes = _homes(view, query, who)
    if homes is None:
        return None  # "is the dish popular in Pelmara"
    own = next((homes[i] for i in land.ids if i in homes), None)
    if own and not (bare and _is_named(who)):
        return None
    passage = own or next(iter(homes.values()), None)
    if passage is None or not (own or (_is_named(who) and _ONE.match(query.text))):
        return nothing(view, query, "yesno", "Not stated in the texts.", "answer")
    text = f"{'Yes' if own else 'No'}. {quoted(passage, 250)}"
    return from_passage(Found(passage, 1.0, ()), "yesno", text=text, value=bool(own))


_ONE = regex(r"^\W*(?:is|was)\b", re.I)


def _is_named(who: str) -> bool:
    """Whether something is called by a name of its own."""
    return who[:1].isupper()


def _asked(view: View, query: Query) -> tuple[Name, str, bool] | None:
    """The country that a question gives something to, what it gives, and whether no more is asked: "is Torv in Pelmara"."""
    if query.form != "yesno" or query.types or query.stages or query.title or query.windows:
        return None
    lands = [name for name in query.names if view.any_is(name.ids, "country")]
    head = _HEAD.match(query.text[: lands[0].span.start]) if len(lands) == 1 else None
    tail = query.text[lands[0].span.end :] if head else ""
    if head is None or not _TAIL.match(tail):
        return None
    bare, link = not tail.strip(" ?."), (head["link"] or "").strip().lower()
    if not bare and (link.endswith(("in", "from", "of")) or not (link or tail.startswith("'s"))):
        return None
    return lands[0], head["who"], bare and not link.startswith(("the ", "a ", "an "))


def _homes(view: View, query: Query, who: str) -> dict[str, Passage] | None:
    """The countries to which the texts give something, each with the first sentence that does; None where no text tells of it."""
    words = stems(who)
    named = {i for name in query.names if stems(name.text) == words for i in name.ids}
    found: dict[str, Passage] = {}
    told = False
    for number in _numbers(view, words, named):
        row = parsed(view, view.passages[number])
        for start, end in _places(row, words, named):
            told = True
            for land in (*_before(row, start), *_behind(row, end)):
                if view.any_is([land], "country"):
                    found.setdefault(land, view.passages[number])
    return found if told else None


def _numbers(view: View, words: tuple[str, ...], named: set[str]) -> list[int]:
    told = [set(view.index.get(word, ())) for word in words]
    held = set.intersection(*told) if told else set()
    return sorted(held | {n for one in named for n in view.by_actor.get(one, ())})


def _places(row: Parsed, words: tuple[str, ...], named: set[str]) -> Iterator[tuple[int, int]]:
    """Where the units of a sentence name what is asked about."""
    joined = f" {' '.join(words)} "
    for k, unit in enumerate(row.units):
        if named & set(row.ids.get(unit.start, ())):
            yield k, k + 1
        else:
            yield from ((k, end) for end in range(k + 1, min(k + len(words), len(row.units)) + 1) if row.text(k, end) == joined)


def _land_at(row: Parsed, k: int) -> tuple[str, ...]:
    """The country that stands at a place as the owner of what comes behind: "Pelmara's", "Pelmaran"."""
    unit = row.units[k]
    owns = k + 1 < len(row.units) and row.units[k + 1].tag == "'s"
    return row.ids.get(unit.start, ()) if unit.tag == "actor" and (owns or getattr(unit.mention, "form", "") == "demonym") else ()


def _before(row: Parsed, start: int) -> tuple[str, ...]:
    """The countries whose name stands before something as its owner's, with no verb and no other thing between."""
    joined = False
    for k in range(start - 1, max(start - _REACH, -1), -1):
        unit = row.units[k]
        joined = joined or unit.tag == "coordinator"
        if unit.lower in _LISTS:
            joined = False
        elif land := _land_at(row, k):
            two = k > 1 and row.units[k - 1].tag == "coordinator"
            return () if joined else (*land, *(_land_at(row, k - 2) if two else ()))
        elif unit.tag != "'s" and unit.tag not in _OWN and unit.lower != "of":
            return ()
    return ()


def _behind(row: Parsed, end: int) -> tuple[str, ...]:
    """The country that stands right behind something as where it is or what it is the city of."""
    end += 1 if row.units[end : end + 1] and row.units[end].tag == "be" else 0
    end += 1 if row.units[end : end + 1] and row.units[end].lower in ("a", "an", "the") else 0
    units = row.units[end : end + 3]
    if units and getattr(units[0].mention, "form", "") == "demonym":
        return row.ids.get(units[0].start, ())
    if len(units) < 2 or units[1].tag != "actor":
        return ()
    inside = units[0].lower in ("in", "of")
    beside = units[0].text == "," and len(units) > 2 and units[2].tag == "'s"
    return row.ids.get(units[1].start, ()) if inside or beside else ()
