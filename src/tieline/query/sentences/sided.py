"""Of several people those who stand for one country: "led by Orsenda's envoy, A, and Pelmara's minister, B"."""

import re
from collections.abc import Collection, Mapping, Sequence

from tieline.late import regex
from tieline.model.token import tokenize
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.sentences.matching import Region, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

CLOSE = 16  # words between a country and the name of its officer, in one clause
_TOPIC = frozenset(("for", "on", "to", "with", "in", "at"))  # "chief for Orsendan affairs"


def people_of(view: View, lands: set[str], own: Region, people: Mapping[int, str]) -> list[str] | None:
    """Those of some people, by their places, before whom in a region one of some countries is the last to be named.

    None where the region names none of these countries, or no other: then nobody is told apart.
    """
    told = view.of_kind(own.ids, "country")
    if not told & lands or not told - lands:
        return None
    found: dict[str, None] = {}
    last: set[str] = set()
    for k in own.places:
        here = {i for i in own.row.ids.get(own.row.units[k].start, ()) if i in told}
        topic = k > 0 and own.row.units[k - 1].lower in _TOPIC
        last = last if topic else here or last
        if k in people and last & lands:
            found[people[k]] = None
    return list(found)


def of_other_side(view: View, query: Query, passage: Passage, name: str) -> bool:
    """Whether a sentence that tells people of several countries gives somebody to another than the question asks about."""
    row = parsed(view, passage)
    named = ((k, i) for k, unit in enumerate(row.units) for i in row.ids.get(unit.start, ()) if i in view.actors)
    people = {k: view.actors[i].name for k, i in named if view.actors[i].kind == "person"}
    lands = view.of_kind(query.ids, "country")
    told = people_of(view, lands, region(row, range(len(row.units))), people)
    return told is not None and name not in told


def of_others(view: View, lands: set[str], passage: Passage, names: Sequence[str]) -> bool:
    """Whether one of some people acts in a sentence for another country than some, or stands close behind its name."""
    row = parsed(view, passage)
    for k, unit in enumerate(row.units):
        if any(view.actors[i].name in names for i in row.ids.get(unit.start, ()) if i in view.actors):
            side = _acted_for(view, row, k) or _last_before(view, row, k)
            if side and not side & lands:
                return True
    return False


def acts_for(view: View, ident: str, documents: Collection[str]) -> set[str]:
    """The countries for which some texts say that somebody did something: "Tove Ruhn signed for Orsenda"."""
    passages = (view.passages[n] for n in view.by_actor.get(ident, ()) if view.passages[n].document.id in documents)
    rows = (parsed(view, passage) for passage in passages if _FOR.search(passage.text))
    return {i for row in rows for k, unit in enumerate(row.units) if ident in row.ids.get(unit.start, ()) for i in _acted_for(view, row, k)}


_FOR = regex(r"\b(?:for|on behalf of|side|part)\b", re.I)


def _countries(view: View, row: Parsed, k: int) -> set[str]:
    return view.of_kind(row.ids.get(row.units[k].start, ()), "country")


def _acted_for(view: View, row: Parsed, k: int) -> set[str]:
    """The country behind "for" after a name, in the same part of a sentence: "Tove Ruhn signed for Orsenda; ..."."""
    end = next(
        (n for n in range(k + 1, len(row.units)) if row.units[n].text in (";", ":") or row.units[n].tag == "coordinator"), len(row.units)
    )
    sides = (_countries(view, row, n) for n in range(k + 1, end) if behalf(row, n))
    return next((side for side in sides if side), set())


def behalf(row: Parsed, k: int) -> bool:
    """Whether somebody acts for what stands at a place: "for Orsenda", "on behalf of Orsenda", "from the Orsendan side"."""
    before = [unit.lower for unit in row.units[max(k - 3, 0) : k] if unit.tag != "determiner"]
    if before[-1:] == ["for"] or before[-2:] == ["behalf", "of"]:
        return True
    behind = [unit.lower for unit in row.units[k + 1 : k + 3] if unit.tag != "'s"]
    return before[-1:] in (["from"], ["on"]) and behind[:1] in (["side"], ["part"], ["behalf"])


def of_other_land(view: View, lands: set[str], words: str) -> bool:
    """Whether words for somebody name a country, and none of some: "Orsendan undersecretary" acts not for Pelmara."""
    named = {i for name in name_index(view).find(tokenize(words)) for i in view.of_kind(name.ids, "country")}
    return bool(named) and not named & lands


def foreign_to(view: View, lands: set[str], passage: Passage, names: Sequence[str]) -> bool:
    """Whether one of some people is an officer of another country than some, or of none that is known while others stand beside him."""
    own = {view.actors[i].name for i in lands if i in view.actors} | lands
    row, several = parsed(view, passage), len(view.of_kind(passage.fact.actors, "person")) > 1
    for k, unit in enumerate(row.units):
        for one in (view.actors[i] for i in row.ids.get(unit.start, ()) if i in view.actors):
            if one.kind != "person" or one.name not in names or (_acted_for(view, row, k) or _last_before(view, row, k)) & lands:
                continue
            homes = {one.country, *(role.of for role in one.roles)} - {None}
            if not homes & own if homes else several:
                return True
    return False


def _last_before(view: View, row: Parsed, k: int) -> set[str]:
    """The last country named shortly before a name, in the same part of a sentence: "Orsenda's minister, Ila Moor"."""
    left = max((clause.left for clause in row.clauses if clause.left <= k < clause.right), default=0)
    for n in range(k - 1, max(k - CLOSE, left) - 1, -1):
        if row.units[n].text == ";":
            break
        side = _countries(view, row, n)
        if side:
            return side
    return set()
