"""Whether the subject of a clause is the one a question names: its head, beside it, or by a noun that stands for him."""

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.grammar import grammar_of
from tieline.extract.syntax.unit import NOMINAL
from tieline.query.reading.frame import Part
from tieline.query.reading.words import stems
from tieline.query.sentences.matching import Region, named_behind, standing_for
from tieline.query.sentences.parsed import Parsed
from tieline.query.sentences.themes import headed
from tieline.query.view import View

_INSIDE = frozenset(("determiner", "noun", "actor", "agreement", "number", "quantity", "'s"))
_HANGS = frozenset(("of", "in", "at", "from"))
_COUNTS = frozenset(("number", "quantity"))
_SHARE_WORDS = "most many some several half third quarter percent pct majority part all number hundred thousand million billion"
_SHARES = frozenset(_SHARE_WORDS.split())
_PEOPLE = ("ers", "ors", "ists", "men")  # endings of those who do something: "Orsendan brewers"


def bears(view: View, part: Part, own: Region, row: Parsed, clause: Clause) -> bool:
    """Whether a subject is a part of a question: "In Orsenda shares fell" is nothing that Orsenda did, "the premier of Orsenda left" is."""
    if named_behind(part, own):
        return False
    heads = [k for k in clause.subject if k in own.places]
    if heads and any(_counts(view, row, k) for k in heads) and any(unit.lower == "of" for unit in own.units):
        return True  # "of the 30 Orsendans three left", "dozens of boats"
    places = [k for k in own.places if part.ids & set(row.ids.get(row.units[k].start, ()))]
    if part.head is not None or not heads or not places:
        return headed(view, part, own, row, clause)
    return any(k in heads or _is_of(view, part, row, k, heads) for k in places)


def _is_of(view: View, part: Part, row: Parsed, k: int, heads: list[int]) -> bool:
    """Whether a name is the subject's though another word heads it: "the minister, Vael,", "Orsenda's navy", "Vael and his aide"."""
    start = k
    while start and start - 1 not in heads and row.units[start - 1].tag in (*_INSIDE, "coordinator"):
        start -= 1
    led = row.units[start - 1].lower if start and row.units[start - 1].tag == "preposition" else ""
    head = next((one for one in heads if one > k), heads[-1])
    if led and head > k and all(unit.tag in _INSIDE for unit in row.units[k + 1 : head + 1]):
        return False  # "under Orsendan law"
    if led:
        return led in _HANGS and head == start - 2 and _stands_for(view, part, row, head)
    between = row.units[k + 1 : head] if head > k else row.units[head + 1 : k]
    if head > k and all(unit.tag in _INSIDE for unit in between):
        return _stands_for(view, part, row, head)
    return any(unit.tag == "coordinator" or unit.text == "," for unit in between) or all(unit.tag in NOMINAL for unit in between)


def _counts(view: View, row: Parsed, k: int) -> bool:
    unit = row.units[k]
    return unit.tag in _COUNTS or grammar_of(view.rulebook).is_a(unit.lower.removesuffix("s"), "counting") or unit.lower in _SHARES


def _stands_for(view: View, part: Part, row: Parsed, head: int) -> bool:
    """Whether a noun beside a name stands for him whom it names."""
    kinds = {view.actors[i].kind for i in part.ids if i in view.actors}
    if "country" in kinds and row.units[head].lower.endswith(_PEOPLE):
        return True
    own = set(stems(row.units[head].text))
    return any(own & standing_for(view, kind) for kind in kinds)
