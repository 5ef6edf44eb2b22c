"""A word between what stands before it and what comes behind."""

from functools import cached_property

from tieline.extract.syntax.grammar import Grammar
from tieline.extract.syntax.unit import Unit

EDGE = Unit(0, 0, "", "", "edge")  # what stands before the first word and behind the last
ADJECTIVAL = ("ive", "al", "ic", "ous", "ful", "able", "ible", "ed")
FINITE = frozenset(("verb", "be", "have", "modal"))
ACTING = FINITE | {"do"}
AUXILIARY = ACTING - {"verb"}
REACH = 500  # units to either side that are looked at; no sentence of a newspaper is longer


class Place:
    """A word in its sentence: `settled` are the units before it, whose tags are final; `units` all of them, of which it is number `i`."""

    def __init__(self, units: list[Unit], i: int, settled: list[Unit], grammar: Grammar) -> None:
        self.units, self.i, self.grammar = units, i, grammar
        self.settled = settled if len(settled) <= REACH else settled[-REACH:]
        self.unit = units[i]
        self.before = settled[-1] if settled else EDGE
        self.after = units[i + 1] if i + 1 < len(units) else EDGE

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of verbs that the word can be: base, s, past, part, ing."""
        return frozenset(form for _, form in self.unit.verbs)

    @cached_property
    def noun_too(self) -> bool:
        """Whether the word is a noun as often as a verb: "visit", "talks"."""
        return self.unit.lower in self.grammar.nouns_too

    @property
    def behind(self) -> list[Unit]:
        """The units behind the word."""
        return self.units[self.i + 1 : self.i + 1 + REACH]

    @property
    def inside(self) -> bool:
        """Whether the word is neither the first nor the last."""
        return self.before is not EDGE and self.after is not EDGE

    @property
    def second(self) -> Unit:
        """What stands before the word before."""
        return self.settled[-2] if len(self.settled) > 1 else EDGE

    @cached_property
    def stretch(self) -> list[Unit]:
        """The units since the last sign or relative word."""
        row = self.settled
        last = next((k for k in range(len(row) - 1, -1, -1) if row[k].text in (",", ";", ":") or row[k].tag == "relative"), -1)
        return row[last + 1 :]

    @cached_property
    def led_by(self) -> Unit:
        """The last word before, over adverbs and a time put into a verb group: "will today host", "has on Friday signed"."""
        row = self.settled
        k = len(row) - 1
        low = max(-1, k - 4)
        while k > low and (row[k].tag in ("adverb", "negator", "time") or row[k].lower == "now" or _leads_time(row, k)):
            k -= 1
        return row[k] if k > low else EDGE

    def subject_waits(self) -> bool:
        """Whether the stretch has opened with an actor and has no verb yet."""
        return any(u.tag == "actor" for u in self.stretch) and not any(u.tag in ACTING for u in self.stretch)

    def led_by_modal(self) -> bool:
        """Whether a modal or an infinitive stands before, with which a bare verb behind "and" goes on."""
        row = self.settled
        return any(u.tag == "modal" or (u.lower == "to" and row[i + 1].tag == "verb") for i, u in enumerate(row[:-1]))

    def told(self) -> bool:
        """Whether a verb stands before, behind the last "when" or "that"."""
        row = self.settled
        last = next((k for k in range(len(row) - 1, -1, -1) if row[k].tag == "subordinator" or row[k].text in (";", ":")), -1)
        return any(u.tag in FINITE for u in row[last + 1 :])


def _leads_time(row: list[Unit], k: int) -> bool:
    return k + 1 < len(row) and row[k].tag == "preposition" and row[k + 1].tag == "time"
