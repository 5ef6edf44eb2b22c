"""Patterns matched on running text: the pattern language compiled to one bounded regular expression a rule.

The matcher of `pattern.py` walks over tokens and takes mentions as slots. Where slots are plain vocabulary (months, numbers,
units), the same tree is written out as a regular expression without any unbounded repetition, so that a match costs a bounded number of
steps at each place, and C speed. A pattern with more than `MOST_WAYS` through it is refused.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from math import prod

from tieline.errors import RuleError
from tieline.late import regex
from tieline.light import dataclass
from tieline.ready import Ready, make_ready
from tieline.rules.pattern import Choice, Gap, Node, Optional, Pattern, Run, Slot, Words

# White space inside an expression: a few blanks, at most one line break; none beside a sign.
GAP = r"(?:[^\S\n]{1,8}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8}|(?<!\w)|(?!\w))"
WORD = r"[^\W_][\w'’-]{0,40}"
DIGIT = "#"
MOST_WAYS = 10_000
ANY = "*"
WORDS = regex(r"\d+|[^\W\d_]+")
Openings = frozenset[tuple[str, ...]]
_LETTERS = regex(r"(?<=[^\W\d_])'|^'(?=s$)")


@dataclass(frozen=True)
class SlotKind:
    """What may fill a slot: a bounded regular expression, and phrases that open as its fillings do.

    Of the phrases the first two words count, and of numbers only how many digits they have: "7" opens as 5 does, "77 st" as "21st". Where
    more can follow the first word inside the slot, a longer phrase says so; a phrase of one word is followed by what follows the slot.
    """

    regex: str
    phrases: tuple[str, ...] = ()

    @cached_property
    def openings(self) -> Openings:
        """The first two words of what may stand here."""
        return frozenset(map(_first_two, self.phrases))


@dataclass
class Scanner:
    """One pattern, compiled when first used. `match` gives the captures by name: (text, start, end)."""

    pattern: Pattern
    slots: Mapping[str, SlotKind]
    kinds: dict[str, tuple[str, str]] = field(default_factory=dict)
    ready: Ready | None = None

    @cached_property
    def compiled(self) -> "re.Pattern[str]":
        """The regular expression; flags ignore case."""
        return self.ready.pattern() if self.ready else re.compile(self._source(), re.IGNORECASE)

    def __getstate__(self) -> dict[str, object]:
        """What is kept: once compiled, nothing of what the expression was written from."""
        kept = {name: value for name, value in self.__dict__.items() if name != "compiled"}
        return {**kept, "slots": {}} if self.ready else kept

    def prepare(self) -> None:
        """Compile now, in the form that can be kept on disk."""
        self.ready = make_ready(self._source(), re.IGNORECASE)

    def _source(self) -> str:
        if _ways(self.pattern.root) > MOST_WAYS:
            raise RuleError(
                f"pattern '{self.pattern.source}': too many ways through it; use fewer or shorter gaps and fewer optional parts"
            )
        self.kinds.clear()
        return self._write(self.pattern.root) + r"(?:(?<!\w)|(?!\w))"

    @property
    def openings(self) -> Openings:
        """The two words, or `numbers`, with which a match can begin; `ANY` stands for any second word or none."""
        found = self._openings(self.pattern.root)
        if any(pair[:1] == (ANY,) for pair in found):
            raise RuleError(f"pattern '{self.pattern.source}': a gap cannot stand first")
        return frozenset(pair + (ANY,) * (2 - len(pair)) for pair in found if pair)

    def captures(self, found: "re.Match[str]") -> dict[str, tuple[str, str, int, int]]:
        """The slots that were filled: name -> (kind, text, start, end)."""
        filled: dict[str, tuple[str, str, int, int]] = {}
        for group, (name, kind) in self.kinds.items():
            start = found.start(group)
            if start >= 0:
                filled[name] = (kind, found[group], start, found.end(group))
        return filled

    def _write(self, node: Node) -> str:
        match node:
            case Words(words):
                return _either(_literal(word) for word in sorted(words, key=lambda one: (-len(one), one)))
            case Slot(name, kind):
                return self._slot(name, kind)
            case Gap(most):
                return rf"(?:{WORD}(?:[^\S\n]{{1,2}}{WORD}){{0,{max(most - 1, 0)}}})"
            case Optional(inner):
                return f"(?:{self._write(inner)})?"
            case Choice(options):
                return _either(self._write(option) for option in options)
            case Run(parts):
                return self._run(parts)
        raise RuleError(f"pattern '{self.pattern.source}': {type(node).__name__} cannot be matched on running text")

    def _slot(self, name: str, kind: str) -> str:
        group = f"g{len(self.kinds)}"
        self.kinds[group] = (name, kind)
        return f"(?P<{group}>{self._kind(kind).regex})"

    def _kind(self, kind: str) -> SlotKind:
        if kind not in self.slots:
            raise RuleError(f"pattern '{self.pattern.source}': <{kind}> is no slot; known are {', '.join(sorted(self.slots))}")
        return self.slots[kind]

    def _run(self, parts: tuple[Node, ...]) -> str:
        pivot = next((i for i, part in enumerate(parts) if not isinstance(part, Optional)), None)
        if pivot is None:
            raise RuleError(f"pattern '{self.pattern.source}': everything in it may be missing")
        written = []
        for i, part in enumerate(parts):
            text = self._write(part.inner if isinstance(part, Optional) else part)
            if i < pivot:
                written.append(f"(?:{text}{GAP})?")
            elif i == pivot:
                written.append(text)
            else:
                written.append(f"(?:{GAP}{text})?" if isinstance(part, Optional) else f"{GAP}{text}")
        return "".join(written)

    def _openings(self, node: Node) -> Openings:
        match node:
            case Words(words):
                return frozenset(_first_two(word)[:1] for word in words)
            case Slot(_, kind):
                return self._kind(kind).openings
            case Optional(inner):
                return self._openings(inner) | {()}
            case Choice(options):
                return frozenset().union(*(self._openings(option) for option in options))
            case Run(parts):
                return _product(self._openings(part) for part in parts)
        return frozenset({(ANY, ANY)})


def _first_two(phrase: str) -> tuple[str, ...]:
    """The first two words of a phrase as a scan over words and numbers sees them; none where it is a sign."""
    words = WORDS.findall(phrase)[:2]
    return tuple(f"{DIGIT}{len(word)}" if word[0].isdigit() else word for word in words)


def _product(parts: Iterable[Openings]) -> Openings:
    """The openings of elements one after the other, two words long."""
    whole: set[tuple[str, ...]] = set()
    begun: set[tuple[str, ...]] = {()}
    for part in parts:
        firsts = {more[:1] for more in part}
        after = {pair + first for pair in begun if pair for first in firsts} | (part if () in begun else set())
        whole |= {pair for pair in after if len(pair) > 1}
        begun = {pair for pair in after if len(pair) < 2}
        if not begun:
            break
    return frozenset(whole | begun)


def _ways(node: Node) -> int:
    """How many ways through a node a search may have to try at one place."""
    match node:
        case Gap(most):
            return most + 1
        case Optional(inner):
            return _ways(inner) + 1
        case Choice(options):
            return sum(map(_ways, options))
        case Run(parts):
            return prod(map(_ways, parts))
    return 1


def _literal(word: str) -> str:
    return _LETTERS.sub("['’]", re.escape(word).replace("\\'", "'"))


def _either(options: Iterable[str]) -> str:
    written = list(options)
    return written[0] if len(written) == 1 else f"(?:{'|'.join(written)})"
