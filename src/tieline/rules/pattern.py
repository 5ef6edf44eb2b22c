"""The pattern language of rule files, compiled to a matcher whose work grows in proportion to the text.

    in the wake of        words, matched without regard to case
    (sign|ink|seal)       one of several words
    (free trade|customs)  one of several sequences; without brackets, `|` parts the whole pattern
    [the]                 may be missing
    <actor>               a typed slot: a mention or a vocabulary entry; `<who:actor>` gives it a name
    ...                   up to eight tokens, not across a clause break (; : . ! ?)
    ..3                   up to three tokens

There is no unbounded repetition. At each step the matcher keeps, for every position it can have reached, one way of reaching it,
so that a pattern of n elements over a window of m tokens costs at most n * m steps (the method of Thompson's NFA simulation). Brackets
inside brackets multiply that; a pattern that nests too deep or could take more than `MOST_STEPS` at one place is refused.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property

from tieline.errors import RuleError
from tieline.late import regex
from tieline.light import dataclass
from tieline.model.token import Token, tokenize

GAP = 8
DEEPEST = 12  # brackets inside brackets, named parts included
MOST_STEPS = 20_000
BREAKS = frozenset(";:.!?")
Captures = tuple[tuple[str, int, int, object], ...]  # name, first token, end token, value
Ends = dict[int, Captures]
Slots = Callable[[str, Sequence[Token], int], Iterable[tuple[int, object]]]
_ELEMENT = regex(r"<(?:(\w+):)?([\w.]+)>|(\.\.\.|\.\.\d+)|([()\[\]|])|([^\s()\[\]|<>]+)")


@dataclass(frozen=True)
class Match:
    """Where a pattern matched, in tokens, and what its slots hold (the last one of each name)."""

    start: int
    end: int
    captures: Captures

    def value(self, name: str) -> object:
        """What the slot of that name holds, or None."""
        return next((c[3] for c in reversed(self.captures) if c[0] == name), None)

    def tokens(self, name: str) -> tuple[int, int] | None:
        """First and end token of the slot of that name, or None."""
        return next(((c[1], c[2]) for c in reversed(self.captures) if c[0] == name), None)


class Node:
    """One element of a pattern: where it can end when it begins at token `i`."""

    def ends(self, tokens: Sequence[Token], i: int, slots: Slots) -> Ends:
        raise NotImplementedError

    def firsts(self) -> frozenset[str] | None:
        """The words with which a match can begin; None where any token can, empty where it can match nothing."""
        raise NotImplementedError

    def needed(self) -> frozenset[str] | None:
        """Words one of which stands in every match; None where no such words are known."""
        return None


@dataclass(frozen=True)
class Words(Node):
    """One token out of a set of words."""

    words: frozenset[str]

    def ends(self, tokens: Sequence[Token], i: int, slots: Slots) -> Ends:
        return {i + 1: ()} if i < len(tokens) and tokens[i].lower in self.words else {}

    def firsts(self) -> frozenset[str] | None:
        return self.words

    def needed(self) -> frozenset[str] | None:
        return self.words


@dataclass(frozen=True)
class Slot(Node):
    """A mention or vocabulary entry of one type."""

    name: str
    kind: str

    def ends(self, tokens: Sequence[Token], i: int, slots: Slots) -> Ends:
        return {end: ((self.name, i, end, value),) for end, value in slots(self.kind, tokens, i)}

    def firsts(self) -> frozenset[str] | None:
        return None


@dataclass(frozen=True)
class Gap(Node):
    """Up to `most` tokens inside one clause."""

    most: int

    def ends(self, tokens: Sequence[Token], i: int, slots: Slots) -> Ends:
        found: Ends = {i: ()}
        for j in range(i, min(i + self.most, len(tokens))):
            if tokens[j].text in BREAKS:
                break
            found[j + 1] = ()
        return found

    def firsts(self) -> frozenset[str] | None:
        return None


@dataclass(frozen=True)
class Optional(Node):
    """An element that may be missing."""

    inner: Node

    def ends(self, tokens: Sequence[Token], i: int, slots: Slots) -> Ends:
        return {**self.inner.ends(tokens, i, slots), i: ()}

    def firsts(self) -> frozenset[str] | None:
        return self.inner.firsts()


@dataclass(frozen=True)
class Choice(Node):
    """One of several sequences."""

    options: tuple[Node, ...]

    def ends(self, tokens: Sequence[Token], i: int, slots: Slots) -> Ends:
        found: Ends = {}
        for option in self.options:
            for end, captures in option.ends(tokens, i, slots).items():
                found.setdefault(end, captures)
        return found

    def firsts(self) -> frozenset[str] | None:
        return _union(option.firsts() for option in self.options)

    def needed(self) -> frozenset[str] | None:
        return _union(option.needed() for option in self.options)


@dataclass(frozen=True)
class Run(Node):
    """Elements one after the other."""

    parts: tuple[Node, ...]

    def ends(self, tokens: Sequence[Token], i: int, slots: Slots) -> Ends:
        reached: Ends = {i: ()}
        for part in self.parts:
            after: Ends = {}
            for position, captures in reached.items():
                for end, more in part.ends(tokens, position, slots).items():
                    after.setdefault(end, captures + more)
            reached = after
            if not reached:
                break
        return reached

    def firsts(self) -> frozenset[str] | None:
        found: list[frozenset[str] | None] = []
        for part in self.parts:
            found.append(part.firsts())
            if not isinstance(part, Optional | Gap):
                break
        return _union(found)

    def needed(self) -> frozenset[str] | None:
        return min((words for part in self.parts if (words := part.needed()) is not None), key=len, default=None)


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    words: frozenset[str] = frozenset()
    for one in sets:
        if one is None:
            return None
        words |= one
    return words


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern.

    `firsts` lists the words with which a match begins (None: any), for an index of rules; one of `needed` stands in every match
    (None: not known). A pattern that was kept on disk has left its matcher behind and makes it again when first matched.
    """

    source: str
    firsts: frozenset[str] | None
    needed: frozenset[str] | None = None
    macros: Mapping[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def root(self) -> Node:
        """The matcher."""
        return _Parser(self.source, self.macros).parse()

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in self.__dict__.items() if name != "root"}

    def match(self, tokens: Sequence[Token], i: int, slots: Slots) -> Match | None:
        """The longest match that begins at token `i`, or None. An empty match is none."""
        if self.firsts is not None and (i >= len(tokens) or tokens[i].lower not in self.firsts):
            return None
        ends = self.root.ends(tokens, i, slots)
        end = max(ends, default=i)
        return Match(i, end, ends[end]) if end > i else None

    def search(self, tokens: Sequence[Token], slots: Slots, start: int = 0) -> Match | None:
        """The first match at or after a token."""
        if self.firsts is None and self.needed is not None and self.needed.isdisjoint([token.lower for token in tokens]):
            return None
        for i in range(start, len(tokens)):
            if self.firsts is None or tokens[i].lower in self.firsts:
                found = self.match(tokens, i, slots)
                if found:
                    return found
        return None


def firsts_of_all(patterns: Iterable[Pattern]) -> frozenset[str] | None:
    """The words with which matches of any of the patterns begin; None where any word can."""
    return _union(pattern.firsts for pattern in patterns)


def words_of_all(patterns: Iterable[Pattern]) -> frozenset[str] | None:
    """Words of which one stands in every match of any of the patterns; None where that is not known."""
    return _union(pattern.needed if pattern.firsts is None else pattern.firsts for pattern in patterns)


def compile_pattern(source: str, *, macros: Mapping[str, str] | None = None) -> Pattern:
    """The matcher of a pattern. `macros` maps `<name>` to pattern text put in its place. `RuleError` says what is wrong and where."""
    root = _Parser(source, macros or {}).parse()
    if _effort(root)[0] > MOST_STEPS:
        raise RuleError(f"pattern '{source}': too many ways through it; use fewer or shorter gaps and fewer brackets inside brackets")
    pattern = Pattern(source, root.firsts(), root.needed(), macros or {})
    pattern.__dict__["root"] = root
    return pattern


class _Parser:
    """A recursive-descent parser: choice of runs of elements."""

    def __init__(self, source: str, macros: Mapping[str, str], depth: int = 0):
        self.source, self.macros, self.depth = source, macros, depth
        self.items = self._items()
        self.at = 0

    def _items(self) -> list[tuple[str | None, ...]]:
        items, position = [], 0
        for found in _ELEMENT.finditer(self.source):
            self._refuse(position, found.start())
            items.append(found.groups())
            position = found.end()
        self._refuse(position, len(self.source))
        return items

    def _refuse(self, start: int, end: int) -> None:
        strange = self.source[start:end].strip()
        if strange:
            raise RuleError(f"pattern '{self.source}': '{strange}' is not part of the pattern language")

    def parse(self) -> Node:
        node = self._choice(None)
        if self.at < len(self.items):
            raise RuleError(f"pattern '{self.source}': a closing bracket has no opening one")
        return node

    def _choice(self, closing: str | None) -> Node:
        self.depth = self._deeper()
        options = [self._run()]
        while self._sign() == "|":
            self.at += 1
            options.append(self._run())
        if closing:
            if self._sign() != closing:
                raise RuleError(f"pattern '{self.source}': a bracket is not closed; '{closing}' is missing")
            self.at += 1
        self.depth -= 1
        if len(options) == 1:
            return options[0]
        if all(isinstance(option, Words) for option in options):
            return Words(frozenset().union(*(option.words for option in options if isinstance(option, Words))))
        return Choice(tuple(options))

    def _deeper(self) -> int:
        if self.depth >= DEEPEST:
            raise RuleError(f"pattern '{self.source[:80]}': more than {DEEPEST} brackets or named parts inside one another")
        return self.depth + 1

    def _sign(self) -> str | None:
        return self.items[self.at][3] if self.at < len(self.items) else None

    def _run(self) -> Node:
        parts: list[Node] = []
        while self.at < len(self.items) and self._sign() not in ("|", ")", "]"):
            parts.append(self._element())
        if not parts:
            raise RuleError(f"pattern '{self.source}': an alternative is empty; use [...] for what may be missing")
        return parts[0] if len(parts) == 1 else Run(tuple(parts))

    def _element(self) -> Node:
        name, kind, gap, sign, word = self.items[self.at]
        self.at += 1
        if kind:
            if kind in self.macros:
                return _Parser(self.macros[kind], self.macros, self._deeper()).parse()
            return Slot(name or kind, kind)
        if gap:
            return Gap(GAP if gap == "..." else min(int(gap[2:6]), MOST_STEPS))
        if sign == "(":
            return self._choice(")")
        if sign == "[":
            return Optional(self._choice("]"))
        return _words(word or "")


def _effort(node: Node) -> tuple[int, int]:
    """The steps that a node can cost at one place at the most, and the number of places where it can then end."""
    match node:
        case Gap(most):
            return most + 1, most + 1
        case Slot():
            return 2, 2
        case Optional(inner):
            steps, ends = _effort(inner)
            return steps + 1, ends + 1
        case Choice(options):
            efforts = [_effort(option) for option in options]
            return sum(steps for steps, _ in efforts), sum(ends for _, ends in efforts)
        case Run(parts):
            total, reached = 0, 1
            for part in parts:
                steps, ends = _effort(part)
                total, reached = total + reached * steps, reached + ends - 1
            return total, reached
    return 1, 1


def _words(word: str) -> Node:
    """The tokens of one written word: "e-commerce" is three, or one where a sentence has been laid out in units."""
    tokens = tokenize(word)
    parts = [Words(frozenset({token.lower})) for token in tokens]
    return parts[0] if len(parts) == 1 else Choice((Words(frozenset({word.lower()})), Run(tuple(parts))))
