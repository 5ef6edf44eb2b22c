"""A sentence as a row of units: the mentions found so far, each as one unit, and the words between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tieline.extract.grammar import Grammar
from tieline.model.mention import ActorMention, AgreementMention, QuantityMention, Reading
from tieline.model.span import Span
from tieline.model.time import TimeMention
from tieline.model.token import Sentence, Token

Mention = ActorMention | AgreementMention | QuantityMention | TimeMention
ORDER = {"agreement": 0, "time": 1, "actor": 2, "quantity": 3}
SIGNS = frozenset(",;:.!?()[]—–-\"“”'‘’…*/|")
QUOTES = frozenset('"“”')


@dataclass(frozen=True)
class Unit:
    """A word or a mention. `tag`: actor, agreement, time, quantity, or the part of speech of a word; `verbs` its verb readings."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    mention: Mention | None = None
    verbs: tuple[tuple[str, str], ...] = ()
    quoted: bool = False
    inner: tuple[Mention, ...] = field(default=(), repr=False)

    @property
    def span(self) -> Span:
        """The place of the unit."""
        return Span(self.start, self.end)

    def form(self, *names: str) -> str | None:
        """The lemma of the first verb reading with one of these forms."""
        return next((lemma for lemma, form in self.verbs if form in names), None)


@dataclass(frozen=True)
class Marks:
    """The mentions of an article by sentence, ready to be laid over its words."""

    by_sentence: tuple[tuple[tuple[int, int, str, Mention], ...], ...]


def _measured(mention: QuantityMention) -> bool:
    """Whether a quantity is one thing ("2 billion dollars"), and not a counted or numbered noun ("five rounds", "third meeting")."""
    unit = mention.unit or ""
    return unit in ("percent", "km") or (len(unit) == 3 and unit.isupper())


def mark(reading: Reading) -> Marks:
    """All mentions of a reading, sorted into their sentences."""
    sentences = reading.article.sentences
    rows: list[list[tuple[int, int, str, Mention]]] = [[] for _ in sentences]
    marked: list[tuple[int, int, str, Mention]] = [(m.start, m.end, "time", m) for m in reading.times]
    marked += [(m.span.start, m.span.end, "agreement", m) for m in reading.agreements]
    marked += [(m.span.start, m.span.end, "actor", m) for m in reading.actors]
    marked += [(m.span.start, m.span.end, "quantity", m) for m in reading.quantities if _measured(m)]
    marked.sort(key=lambda row: (row[0], -row[1], ORDER[row[2]]))
    at = 0
    for row in marked:
        while at < len(sentences) and sentences[at].end <= row[0]:
            at += 1
        if at < len(sentences) and row[0] >= sentences[at].start and row[1] <= sentences[at].end:
            rows[at].append(row)
    return Marks(tuple(tuple(row) for row in rows))


def lay_out(sentence: Sentence, marks: Sequence[tuple[int, int, str, Mention]], grammar: Grammar) -> tuple[Unit, ...]:
    """The units of a sentence."""
    outer: list[tuple[int, int, str, Mention]] = []
    inner: dict[int, list[Mention]] = {}
    for row in marks:
        if outer and row[0] < outer[-1][1]:
            inner.setdefault(outer[-1][0], []).append(row[3])
        else:
            outer.append(row)
    units: list[Unit] = []
    queue = iter(outer)
    ahead = next(queue, None)
    quoted = False
    for token in sentence.tokens:
        while ahead and token.start >= ahead[1]:
            ahead = next(queue, None)
        if ahead and token.start >= ahead[0]:
            if units and units[-1].start == ahead[0]:
                continue
            text = sentence.text[ahead[0] - sentence.start : ahead[1] - sentence.start]
            units.append(Unit(ahead[0], ahead[1], text, text.lower(), ahead[2], ahead[3], (), quoted, tuple(inner.get(ahead[0], ()))))
            continue
        if token.text in QUOTES:
            quoted = token.text == "“" or (token.text == '"' and not quoted)
        units.extend(_words(token, grammar, quoted))
    return tuple(_settle(units, grammar))


def _words(token: Token, grammar: Grammar, quoted: bool) -> list[Unit]:
    parts = grammar.contractions.get(token.lower)
    if parts:
        return [Unit(token.start, token.end, token.text, part, _tag(part, grammar), None, grammar.readings(part), quoted) for part in parts]
    return [Unit(token.start, token.end, token.text, token.lower, _tag(token.lower, grammar), None, grammar.readings(token.lower), quoted)]


def _tag(word: str, grammar: Grammar) -> str:
    if word in SIGNS or word.startswith("--"):
        return "sign"
    if word == "'s":
        return "'s"
    for kind in (
        "negator",
        "modal",
        "be",
        "have",
        "do",
        "determiner",
        "relative",
        "coordinator",
        "preposition",
        "subordinator",
        "pronoun",
        "adverb",
    ):
        if grammar.is_a(word, kind):
            return "relative" if kind == "determiner" and word == "which" else kind
    if word[0].isdigit():
        return "number"
    if grammar.readings(word):
        return "verb"
    return "adverb" if word.endswith("ly") and len(word) > 4 else "noun"


def _settle(units: list[Unit], grammar: Grammar) -> list[Unit]:
    """Verb or noun or adjective, by the neighbours."""
    settled: list[Unit] = []
    for i, unit in enumerate(units):
        before = settled[-1] if settled else None
        after = units[i + 1] if i + 1 < len(units) else None
        month = unit.lower == "may" and unit.text != "may" and before is not None and before.tag == "preposition"
        if month or (unit.tag == "verb" and not _verbal(unit, before, after, settled, grammar)):
            settled.append(_as(unit, "noun"))
        elif unit.lower in STANDING and before is not None and before.tag == "determiner" and (after is None or after.tag not in NAMING):
            settled.append(_as(unit, "pronoun"))
        elif unit.lower == "that" and before is not None and after is not None:
            settled.append(_as(unit, _that(settled, after)))
        else:
            settled.append(unit)
    return _without_asides(settled)


def _without_asides(units: list[Unit]) -> list[Unit]:
    """Short brackets without a verb stand outside the grammar of their sentence."""
    opened = None
    for i, unit in enumerate(units):
        if unit.text in ("(", "["):
            opened = i
        elif unit.text in (")", "]") and opened is not None:
            if i - opened <= 7 and not any(u.tag in ("verb", "be", "have", "modal") for u in units[opened:i]):
                for k in range(opened, i + 1):
                    units[k] = _as(units[k], "aside")
            opened = None
    return units


def _as(unit: Unit, tag: str) -> Unit:
    return Unit(unit.start, unit.end, unit.text, unit.lower, tag, unit.mention, unit.verbs, unit.quoted, unit.inner)


def _that(before: list[Unit], after: Unit) -> str:
    if after.tag in ("modal", "be", "have", "do", "verb") and before[-1].tag in ("noun", "agreement", "actor", "time"):
        return "relative"
    return "subordinator"


POSSESSIVES = frozenset(("his", "her", "their", "its", "our", "my", "your"))
STANDING = frozenset(("first", "second", "third", "fourth", "latter", "former", "other", "one", "original"))
NAMING = frozenset(("noun", "agreement", "actor", "quantity", "number", "verb", "time"))
NOMINAL = frozenset(("noun", "actor", "agreement", "quantity", "number", "time"))


def _verbal(unit: Unit, before: Unit | None, after: Unit | None, settled: list[Unit], grammar: Grammar) -> bool:
    forms = {form for _, form in unit.verbs}
    if before is not None and before.lower == "to" and "base" in forms:
        return after is None or not (after.tag == "verb" and "ing" not in {f for _, f in after.verbs} and unit.lower in grammar.nouns_too)
    if before is not None and before.tag in ("modal", "do"):
        return True
    last = _word_before(settled)
    if last is not None and last.tag in ("modal", "do") and "base" in forms and before is not None and before.tag in ("negator", "adverb"):
        return True
    if unit.lower in grammar.nouns_too and after is not None and after.tag in ("be", "modal", "have"):
        return False
    if last is not None and last.tag in ("be", "have") and forms & {"part", "ing", "past"}:
        return not (before is not None and before.tag == "determiner")
    if before is not None and (before.tag in ("determiner", "'s") or before.lower in POSSESSIVES):
        return False
    if "ing" in forms and unit.lower in grammar.nouns_too:
        return (
            before is not None
            and before.tag not in NOMINAL
            and before.tag not in ("verb", "preposition")
            and after is not None
            and after.tag == "actor"
        )
    if before is not None and before.tag == "preposition":
        return bool(forms & {"ing"}) and unit.lower not in grammar.nouns_too
    if before is not None and before.tag == "actor" and getattr(before.mention, "form", "") == "demonym" and forms <= {"base", "s"}:
        return False
    if forms & {"past", "part"} - {"base"} and not (forms & {"base"}):
        return not (
            after is not None
            and after.tag in ("noun", "agreement")
            and before is not None
            and before.tag in ("verb", "adjective", "number", "coordinator")
            and not _object_ahead(after)
        )
    if "ing" in forms:
        return True
    # base or third person: a verb after a subject, with something that a verb takes behind it
    if unit.lower in grammar.nouns_too:
        if before is None:
            return False
        if before.tag in ("pronoun", "relative"):
            return True
        if before.tag == "coordinator" and "base" in forms and after is not None and after.tag in ("determiner", "actor", "agreement"):
            return any(u.tag == "modal" or (u.lower == "to" and settled[i + 1].tag == "verb") for i, u in enumerate(settled[:-1]))
        if forms & {"past"} and before.tag in ("actor", "pronoun") and getattr(before.mention, "form", "") != "demonym":
            return after is None or after.lower not in ("of", "in", "on", "to", "for", "by")
        behind = after is not None and (
            after.tag in ("determiner", "actor", "agreement", "subordinator", "quantity", "pronoun")
            or (after.tag == "preposition" and after.lower not in ("of",) and before.tag == "actor")
        )
        plural = before.lower.endswith("s") or before.tag == "actor"
        if plural and after is not None and before.tag == "noun" and "base" in forms:
            behind = behind or (after.tag == "preposition" and after.lower not in ("of", "and")) or after.lower == "to"
        ending = after is None or after.text in (".", ",", ";") or after.tag in ("preposition", "time")
        if (ending and before.tag in ("agreement", "actor")) or (ending and plural and before.tag == "noun" and "base" in forms):
            behind = behind or not any(u.tag in ("verb", "be", "have", "modal") for u in settled)
        return behind and before.tag in ("noun", "actor", "agreement", "adverb") and (plural or "s" in forms)
    return before is None or before.tag in (
        "noun",
        "actor",
        "agreement",
        "pronoun",
        "relative",
        "adverb",
        "coordinator",
        "sign",
        "time",
        "quantity",
        "number",
        "subordinator",
    )


def _object_ahead(after: Unit) -> bool:
    return after.tag == "agreement"


def _word_before(settled: list[Unit]) -> Unit | None:
    return next((u for u in reversed(settled[-4:]) if u.tag not in ("adverb", "negator")), None)
