"""A sentence as a row of units: the mentions found so far, each as one unit, and the words between them."""

from collections.abc import Sequence

from tieline.extract.syntax.grammar import Grammar
from tieline.extract.syntax.hyphens import join_hyphens
from tieline.extract.syntax.settling import settle
from tieline.extract.syntax.unit import QUOTES, Mention, Unit
from tieline.light import dataclass
from tieline.model.mention import QuantityMention, Reading
from tieline.model.token import Sentence, Token

ORDER = {"agreement": 0, "time": 1, "actor": 2, "quantity": 3}
NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens"))
SIGNS = frozenset(",;:.!?()[]—–-\"“”'‘’…*/|")

APOSTROPHES = frozenset("'’")


@dataclass(frozen=True)
class Marks:
    """The mentions of an article by sentence, ready to be laid over its words."""

    by_sentence: tuple[tuple[tuple[int, int, str, Mention], ...], ...]


def _measured(mention: QuantityMention) -> bool:
    """Whether a quantity is one thing ("2 billion dollars"), and not a counted or numbered noun ("five rounds", "third meeting")."""
    unit = mention.unit or ""
    return mention.kind == "money" or unit in ("percent", "km") or (len(unit) == 3 and unit.isupper())


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
    for place, token in enumerate(sentence.tokens):
        while ahead and token.start >= ahead[1]:
            ahead = next(queue, None)
        if ahead and token.start == ahead[0] and ahead[2] == "agreement" and _does(sentence.tokens, place, ahead[1], grammar):
            ahead = next(queue, None)
        if ahead and token.start >= ahead[0]:
            if units and units[-1].start == ahead[0]:
                continue
            text = sentence.text[ahead[0] - sentence.start : ahead[1] - sentence.start]
            units.append(Unit(ahead[0], ahead[1], text, text.lower(), ahead[2], ahead[3], (), quoted, tuple(inner.get(ahead[0], ()))))
            continue
        if token.text in QUOTES:
            quoted = token.text == "“" or (token.text == '"' and not quoted)
        if token.text in APOSTROPHES and _owned(units, token, sentence.text[token.end - sentence.start :]):
            units.append(Unit(token.start, token.end, token.text, "'s", "'s", None, (), quoted))  # "the two leaders' meeting"
            continue
        helper = _short_helper(units, sentence.tokens, place, grammar)
        if helper is not None:
            units.append(Unit(token.start, token.end, token.text, helper, _tag(helper, grammar), None, grammar.readings(helper), quoted))
            continue
        units.extend(_words(token, grammar, quoted))
    return tuple(settle(join_hyphens(units, grammar), grammar))


def _short_helper(units: Sequence[Unit], tokens: Sequence[Token], place: int, grammar: Grammar) -> str | None:
    """The verb that 's is behind a pronoun: "She's visiting Lima" (is), "he's signed it" (has)."""
    if tokens[place].lower != "'s" or not units or units[-1].end != tokens[place].start or place + 1 >= len(tokens):
        return None
    who = units[-1].lower
    behind = next((t.lower for t in tokens[place + 1 : place + 3] if not grammar.is_a(t.lower, "adverb")), "")
    done = any(form == "part" for _, form in grammar.readings(behind)) or behind == "been"
    if who in ("he", "she"):
        return "has" if done else "is"
    return "is" if who in ("it", "that", "there") and not done else None


def _owned(units: Sequence[Unit], token: Token, behind: str) -> bool:
    """Whether an apostrophe closes several owners, and is none within a name: "the two leaders' meeting", not "Leaders' Meeting"."""
    closes = bool(units) and units[-1].end == token.start and units[-1].tag == "actor" and units[-1].lower.endswith("s")
    return closes and behind.lstrip()[:1].islower()


def _does(tokens: Sequence[Token], place: int, end: int, grammar: Grammar) -> bool:
    """Whether one word for an agreement is a verb behind "to": "agreed to lease two aircraft"."""
    if not 0 < place < len(tokens) - 1 or tokens[place].end != end or tokens[place - 1].lower != "to":
        return False
    behind = _tag(tokens[place + 1].lower, grammar)
    base = any(form == "base" for _, form in grammar.readings(tokens[place].lower))
    return base and (behind in ("determiner", "number") or tokens[place + 1].lower in NUMBERS or tokens[place + 1].text[:1].isupper())


def _words(token: Token, grammar: Grammar, quoted: bool) -> list[Unit]:
    parts = grammar.contractions.get(token.lower)
    if parts and token.lower.startswith(f"{parts[0]}'"):  # "I'll": two words, each with its place
        cut = token.start + len(parts[0])
        halves = ((token.start, cut, parts[0]), (cut, token.end, parts[1]))
        text = token.text
        return [
            Unit(low, high, text[low - token.start : high - token.start], part, _tag(part, grammar), None, grammar.readings(part), quoted)
            for low, high, part in halves
        ]
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
    return "adverb" if word.endswith("ly") and len(word) > 4 and not grammar.is_a(word, "ly_nouns") else "noun"
