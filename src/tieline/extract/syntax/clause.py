"""A clause and the noun phrases in it."""

from collections.abc import Sequence
from dataclasses import field

from tieline.extract.syntax.unit import NOMINAL, Unit
from tieline.extract.syntax.verb_groups import VerbGroup
from tieline.light import dataclass

HARD = frozenset((";", ":", "—", "–", "--"))
HEADS = frozenset(("noun", "agreement", "actor"))  # behind these, "the" opens another noun phrase
TEMPORAL = frozenset(("after", "before", "since", "until", "till", "as", "once", "lest"))  # prepositions that open clauses as well
OWNERS = frozenset(("his", "her", "their", "its"))
SUBJECTS = frozenset(("i", "he", "she", "they", "we", "it"))  # pronouns that are subjects before a verb


@dataclass(frozen=True)
class Phrase:
    """A noun phrase by its head: the place of the head unit, and the preposition that governs it, if any."""

    head: int
    preposition: str | None = None


@dataclass
class Clause:
    """One verb group with its surroundings. `left` and `right` bound its own words; `parent` is the clause that governs it."""

    verb: VerbGroup
    left: int
    right: int
    link: str | None = None
    parent: "Clause | None" = None
    kind: str = "main"
    subject: list[int] = field(default_factory=list)
    after: list[Phrase] = field(default_factory=list)
    before: list[Phrase] = field(default_factory=list)
    antecedent: list[int] = field(default_factory=list)
    fronted: int = 0  # where the words end that stand before the aside by which the clause is interrupted: "On 3 May the port, ..., opened"
    row: "Clause | None" = None  # the first of the -ing forms joined to this one: "considered recalling its envoy and closing the embassy"
    owned: list[int] = field(default_factory=list)  # what a clause with "whose" tells of, where somebody else acts: "whose stone he laid"
    resumed: bool = False  # a main verb stands before this relative or participle clause


QUOTES = frozenset(('"', "“", "”"))
OPENED = ("a ", "an ", "the ", "two ", "three ", "several ")


def phrases(units: Sequence[Unit], start: int, end: int) -> list[Phrase]:
    """The noun phrases between two places, each by its head."""
    found: list[Phrase] = []
    preposition: str | None = None
    pending = False
    for k in range(start, end):
        unit = units[k]
        if unit.tag == "preposition" or (unit.tag in ("subordinator", "relative") and unit.lower in TEMPORAL):
            preposition, pending = unit.lower, True
        elif unit.tag in NOMINAL or unit.tag == "pronoun" or _counts_out(units, k, end):
            after = next((u for u in units[k + 1 : min(k + 3, end)] if u.text not in QUOTES), None)  # 'its first "stealth" warship'
            if after is not None and after.tag in ("noun", "agreement") and unit.tag in ("noun", "number", "quantity"):
                continue  # not the head of its noun phrase
            if after is not None and after.text == "-" and after.start == unit.end and k + 2 < end and units[k + 2].start == after.end:
                continue  # "the U.S.-led alliance"
            if after is not None and after.lower == "more" and unit.tag == "number":
                continue  # "10 more fighters"
            if unit.tag == "number" and k + 2 < end and units[k + 1].tag == "actor" and units[k + 2].tag == "noun":
                continue  # "10 Orsen jets"
            if k + 1 < end and units[k + 1].tag == "'s":
                continue
            if unit.tag != "time" and _past_time(units, start, k):
                preposition = None  # "On 3 May the minister ...", "signed in 1994 a treaty"
            if not pending and k > start and units[k - 1].tag in HEADS and unit.tag == "agreement" and unit.lower.startswith(OPENED):
                preposition = None  # "signed in Lima a protocol"
            if not pending and unit.lower in SUBJECTS and unit.lower != "it":
                preposition = None  # "From Lima he will fly to Accra"
            if not pending and found and _next_of_land(units, found, k):
                preposition = found[-2].preposition  # "A of Orsenda and B of Halidor": B is what A is
            found.append(Phrase(k, preposition))
            pending = False
        elif unit.tag == "sign" and (not pending or (unit.text == "," and k == start + 1)):
            preposition, pending = None, False  # "Throughout, ties were kept"
        elif unit.tag == "determiner" and not pending and k > start and units[k - 1].tag in HEADS:
            preposition = None  # "Under the pact the neighbours will ...", "accepted with pleasure an invitation"
    return found


def _counts_out(units: Sequence[Unit], k: int, end: int) -> bool:
    """Whether a small word stands for part of what is told behind "of": "lifted some of the curbs"."""
    behind = [unit.tag for unit in units[k + 2 : min(k + 4, end)]]
    return units[k].tag == "determiner" and k + 1 < end and units[k + 1].lower == "of" and "noun" in behind and behind[0] != "actor"


def _next_of_land(units: Sequence[Unit], found: Sequence[Phrase], k: int) -> bool:
    """Whether a name with its country behind is joined to another such name."""
    if len(found) < 2 or found[-1].preposition != "of" or k + 2 >= len(units) or units[k + 1].lower != "of":
        return False
    joined = units[k - 1].tag == "coordinator" or units[k - 1].text == ","
    kinds = [getattr(units[place].mention, "kind", None) for place in (found[-2].head, found[-1].head, k, k + 2)]
    return joined and kinds[0] == kinds[2] == "person" and kinds[1] == kinds[3] == "country"


def _past_time(units: Sequence[Unit], start: int, k: int) -> bool:
    """Whether a noun phrase that ends at a place opens right behind a time that stands by itself ("a four-day" does not)."""
    while k - 1 > start and units[k - 1].tag in ("determiner", "noun", "number", "quantity", "actor", "'s"):
        k -= 1
    while k - 1 > start and units[k - 1].tag == "aside":
        k -= 1  # "ratified on Thursday (May 14) a treaty"
    if k - 1 > start and (units[k - 2].tag in ("determiner", "'s") or units[k - 2].lower in OWNERS):
        return False  # "her June 10-12 visit"
    if k - 1 > start and units[k - 1].tag == "coordinator":
        k -= 1  # "opened ties in 1973 and a mission in 2015"
    return k > start and units[k - 1].tag == "time" and not units[k - 1].lower.endswith(("-day", "-week", "-month", "-year", "-long"))
