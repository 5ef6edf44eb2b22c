"""Event rules, compiled: which verbs, nouns and patterns tell of an event, and what must fill their places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from tieline.errors import RuleError
from tieline.rules.load import Rule, Rulebook
from tieline.rules.pattern import Pattern, compile_pattern

FOLDER = "en/events"
DEEDS = frozenset(("dispute", "aid", "investment", "trade_deal", "project"))  # whose verbs have nouns of their own
BARGAINS = frozenset(("investment", "trade_deal"))  # what somebody is in talks on, for a sum


@dataclass(frozen=True, eq=False)
class Frame:
    """One event rule. `theme` and `agent` are classes of things; empty where any will do."""

    id: str
    type: str
    stage: str | None
    theme: frozenset[str]
    agent: frozenset[str]
    agent_role: str
    theme_role: str | None
    status: str | None
    nominal: str
    narrow: Mapping[str, str]
    level: bool = False
    loose: frozenset[str] = frozenset()
    stage_if: Mapping[str, str] = field(default_factory=dict)
    named: bool = False  # no pronoun can stand for the theme
    dated: bool = False  # only where its clause tells a time
    toward: bool = False  # only where another country stands behind the verb: "gave Orsenda 5 million"
    abroad: bool = False  # only where another country than the doer's is told behind the verb
    certain: bool = False  # not where it is only thought of, nor where it is a habit: "will buy grain", not "buys its grain abroad"
    once: bool = False  # not where a verb in the present without time tells what holds: "recognises Orsenda"
    under_way: bool = False  # only where it is told as going on: "are working on a treaty"
    lone: bool = False  # only where the sentence tells of nothing else behind it: "agreed on Monday to resume flights"
    unless: frozenset[str] = frozenset()  # not where an object is of one of these classes
    again: str = ""  # the rule that it is where it is done "again": ties taken up again are restored


@dataclass(frozen=True, eq=False)
class VerbPhrase:
    """A verb of a frame with the words that belong to it. `use`: does, happens, reciprocal; `split`: the object stands inside."""

    frame: Frame
    lemma: str
    use: str
    rest: Pattern | None
    split: bool
    length: int

    @cached_property
    def needed(self) -> frozenset[str] | None:
        """Words of which one stands behind the verb wherever it tells this; None where that is not known."""
        return self.rest.needed if self.rest is not None else None


@dataclass(frozen=True, eq=False)
class NounPhrase:
    """A noun of a frame, with the words that belong to it."""

    frame: Frame
    rest: Pattern | None
    bare: bool
    derived: bool = False  # from a verb of the frame: only where its doer or its time is told


@dataclass(frozen=True, eq=False)
class Frames:
    """All frames, by the words that bring them up."""

    verbs: Mapping[str, tuple[VerbPhrase, ...]]
    nouns: Mapping[str, tuple[NounPhrase, ...]]
    patterns: tuple[tuple[Frame, Pattern], ...]
    by_id: Mapping[str, Frame]


@lru_cache(maxsize=4)
def frames_of(rulebook: Rulebook) -> Frames:
    """The frames of a rulebook."""
    verbs: dict[str, list[VerbPhrase]] = {}
    nouns: dict[str, list[NounPhrase]] = {}
    later: dict[str, list[NounPhrase]] = {}
    patterns: list[tuple[Frame, Pattern]] = []
    nominal = _nominal(rulebook)
    by_id = {rule.id: _frame(rule) for rule in rulebook.rules(FOLDER)}  # a rule at fault is told before anything is compiled
    families = _families(rulebook)
    for rule in rulebook.rules(FOLDER):
        frame = by_id[rule.id]
        for use in ("does", "happens", "reciprocal"):
            for entry in _entries(rule, use, families):
                phrase = _verb_phrase(frame, use, entry)
                verbs.setdefault(phrase.lemma, []).append(phrase)
        bare = set(rule.fields.get("bare", ()))
        for entry in _entries(rule, "nouns", families):
            head, _, rest = entry.partition(" ")
            nouns.setdefault(head, []).append(NounPhrase(frame, compile_pattern(rest) if rest else None, entry in bare))
        for head in _derived(rule, nominal, families):
            later.setdefault(head, []).append(NounPhrase(frame, None, bare=False, derived=True))
        patterns += [(frame, compile_pattern(entry)) for entry in rule.fields.get("patterns", ())]
    for head, derived in later.items():
        nouns.setdefault(head, []).extend(derived)
    ordered = {
        lemma: tuple(sorted(found, key=lambda p: (-p.length, p.frame.type == "agreement", p.frame.id))) for lemma, found in verbs.items()
    }
    return Frames(ordered, {head: tuple(found) for head, found in nouns.items()}, tuple(patterns), by_id)


def _families(rulebook: Rulebook) -> Mapping[str, Sequence[str]]:
    """The verbs or nouns of each family that the rule files name."""
    found: dict[str, list[str]] = {}
    for _, content in rulebook.tables(FOLDER):
        for table in ("family", "noun_family"):
            for name, entries in content.get(table, {}).items():
                found.setdefault(name, []).extend(entries)
    return found


def _nominal(rulebook: Rulebook) -> Mapping[str, Sequence[str]]:
    """The nouns for what verbs do: "closure" for "close"."""
    found: dict[str, list[str]] = {}
    for _, content in rulebook.tables(FOLDER):
        for verb, nouns in content.get("nominal", {}).items():
            found.setdefault(verb, []).extend(nouns.split())
    return found


def _derived(rule: Rule, nominal: Mapping[str, Sequence[str]], families: Mapping[str, Sequence[str]]) -> list[str]:
    """The nouns of the verbs that a rule says are done to its theme, but for those that it lists itself."""
    fields = rule.fields
    if fields.get("type") not in DEEDS or not fields.get("theme") or "nominal" in fields or "toward" in fields or "status" in fields:
        return []
    own = {entry.split()[0] for entry in _entries(rule, "nouns", families)}
    return sorted({noun for entry in _entries(rule, "does", families) for noun in nominal.get(entry, ())} - own)


def _entries(rule: Rule, use: str, families: Mapping[str, Sequence[str]]) -> list[str]:
    """The verbs or nouns of a rule, with those of the families that it lists."""
    own = rule.fields.get(use, ())
    found: list[str] = []
    for entry in own:
        if not entry.startswith("@"):
            found.append(entry)
        elif entry[1:] in families:
            found += [one for one in families[entry[1:]] if one not in own]
        else:
            raise RuleError(f"{rule.file}: rule '{rule.id}': {use}: no family is called '{entry[1:]}'")
    return found


def _frame(rule: Rule) -> Frame:
    fields: Mapping[str, Any] = rule.fields
    if "type" not in fields:
        raise RuleError(f"{rule.file}: rule '{rule.id}': type: an event type is needed, such as \"agreement\"")
    return Frame(
        rule.id,
        fields["type"],
        fields.get("stage"),
        frozenset(fields.get("theme", ())),
        _agents(fields.get("agent", ())),
        fields.get("agent_role", "party"),
        fields.get("theme_role"),
        fields.get("status"),
        fields.get("nominal", "theme"),
        fields.get("narrow", {}),
        any("<level:" in entry for entry in (*fields.get("does", ()), *fields.get("happens", ()))),
        frozenset(fields.get("loose", ())),
        fields.get("stage_if", {}),
        bool(fields.get("named", False)),
        bool(fields.get("dated", False)),
        bool(fields.get("toward", False)),
        bool(fields.get("abroad", False)),
        bool(fields.get("certain", False)),
        bool(fields.get("once", False)),
        bool(fields.get("under_way", False)),
        bool(fields.get("lone", False)),
        frozenset(fields.get("unless", ())),
        fields.get("again", ""),
    )


def _agents(wanted: Sequence[str]) -> frozenset[str]:
    """The classes of those who can do it; what a country does, its government, a ministry or a regulator does for it."""
    return frozenset((*wanted, "authority") if "country" in wanted else wanted)


def _verb_phrase(frame: Frame, use: str, entry: str) -> VerbPhrase:
    lemma, _, rest = entry.partition(" ")
    split = rest.startswith("... ") and use == "does"
    if split:
        rest = rest[4:]
    if rest == "..":
        rest = ""
    return VerbPhrase(frame, lemma, use, compile_pattern(rest) if rest else None, split, len(entry.split()))
