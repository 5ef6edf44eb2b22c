"""What stands around a number in its sentence: measure, status, period, speaker."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tieline.extract.amounts.figure_rules import FigureRules, MeasureRule, matches
from tieline.extract.amounts.lexicon import Phrases, phrase_at
from tieline.model.mention import ActorMention, QuantityMention
from tieline.model.span import Span
from tieline.model.time import TimeMention
from tieline.model.token import Sentence, Token
from tieline.rules.pattern import Match, Slots

STEP = {",": 3, ";": 24, ":": 10, "and": 2, "but": 6, "while": 8, "with": 2, "against": 2, "—": 4, "--": 4, "(": 3, ")": 3, "-": 0}
HARD = frozenset({";", ":", "but", "while", "whereas"})
FAR = 26
PERSONAL = frozenset({"he", "she", "him", "her", "his", "i", "my", "me", "you", "your", "them", "this", "that", "these", "those"})
AGAINST = frozenset(("from", "against", "versus"))
COMPARED = frozenset({"than", "on", "with", "over", "versus", "from"})
PAPERS = frozenset(("agreement", "treaty", "pact", "accord", "convention", "protocol", "deal", "contract", "law", "memorandum"))
PAID_BACK = frozenset(("repaid", "repay", "repayable", "redeemed", "matures", "maturing", "expires", "expiring"))


# "under which" opens no clause with a subject of its own
_LED = frozenset(("in", "of", "to", "by", "with", "for", "on", "under", "from", "at"))


@dataclass(frozen=True, eq=False)
class Context:
    """One sentence with the mentions in it."""

    sentence: Sentence
    rules: FigureRules
    actors: tuple[ActorMention, ...]
    times: tuple[TimeMention, ...]
    quantities: tuple[QuantityMention, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @cached_property
    def parties(self) -> tuple[ActorMention, ...]:
        """The actors that can stand on a side of a figure: all but persons, who say it, and words inside a longer name."""
        return tuple(one for one in self.actors if not one.inner and one.kind != "person" and one.text.lower() not in PERSONAL)

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """How far each token lies from the beginning, boundaries of clauses counted as longer steps."""
        far, found = 0, []
        for token in self.tokens:
            far += 1 + STEP.get(token.lower, 0)
            found.append(far)
        return tuple(found)

    def index(self, place: int) -> int:
        """The token at or after a place of the document."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= place:
                low = middle + 1
            else:
                high = middle
        return low

    def token_span(self, span: Span) -> tuple[int, int]:
        """First and end token of a span."""
        if span not in self._spans:
            first = self.index(span.start)
            self._spans[span] = first, max(self.index(span.end - 1) + 1, first + 1)
        return self._spans[span]

    @cached_property
    def _spans(self) -> dict[Span, tuple[int, int]]:
        return {}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for k, token in enumerate(self.tokens):
            found.setdefault(token.lower, []).append(k)
        return found

    def _standing(self, words: Iterable[str], start: int, end: int) -> list[int]:
        """The tokens of a stretch that are one of some words; a long list of sums asks for every stretch between two of its numbers."""
        return sorted(k for word in words for k in self._places.get(word, ()) if start <= k < end)

    def distance(self, one: tuple[int, int], other: tuple[int, int]) -> int:
        """How far two runs of tokens lie apart; a run before is a little nearer than one behind."""
        if one[0] < other[1] and other[0] < one[1]:
            return 0
        if one[1] <= other[0]:
            return self.steps[other[0]] - self.steps[one[1] - 1]
        return self.steps[one[0]] - self.steps[other[1] - 1] + 1

    # what is measured

    @cached_property
    def cues(self) -> tuple[tuple[MeasureRule, int, int], ...]:
        """Every cue of the sentence, outside the numbers themselves."""
        return tuple(
            (rule, found.start, found.end) for rule in self.rules.measures for found in matches(rule.cue, self.tokens, self._numbers)
        )

    @cached_property
    def _numbers(self) -> Slots:
        """Gives cues their `<number>` and `<country>` slots."""
        lands = dict(self.token_span(one.span) for one in self.actors if one.kind == "country" and one.form == "name")
        ends = dict(self.token_span(one.number or one.span) for one in self.quantities)

        def slots(kind: str, tokens: Sequence[Token], i: int) -> tuple[tuple[int, object], ...]:
            table = lands if kind == "country" else ends if kind == "number" else {}
            return ((table[i], None),) if i in table else ()

        return slots

    def measure(self, quantity: QuantityMention) -> tuple[MeasureRule, tuple[int, int]] | None:
        """The rule with the nearest cue, and where its cue stands."""
        place = self.token_span(quantity.number or quantity.span)
        best: tuple[int, str, MeasureRule, tuple[int, int]] | None = None
        for rule, start, end in self.cues:
            if quantity.kind not in rule.kinds or (rule.units and quantity.unit not in rule.units):
                continue
            if rule.growth and not self.grows(place):
                continue
            far = self.distance((start, end), place) - rule.bias - (10 if rule.growth else 0)
            if far < FAR and (best is None or (far, rule.id) < best[:2]):
                best = (far, rule.id, rule, (start, end))
        return (best[2], best[3]) if best else None

    def grows(self, place: tuple[int, int]) -> int:
        """1 where a word near the number says that something rose, -1 where it fell, else 0."""
        for k in range(place[0] - 1, max(place[0] - 7, -1), -1):
            word = self.tokens[k].lower
            if word in HARD or k in self._starts:
                break
            if word == "up" and self.tokens[k + 1].lower == "to":
                continue  # "of up to 20 percent"
            if word == "up" and k and self.tokens[k - 1].lower in ("make", "makes", "made", "making"):
                continue  # "made up 28 percent of the total"
            if word in self.rules.down or word in self.rules.up:
                return -1 if word in self.rules.down else 1
        for k in range(place[1], min(place[1] + 2, len(self.tokens))):
            word = self.tokens[k].lower
            if word in self.rules.behind_down:
                return -1
            if word in self.rules.behind_up:
                return 1
        return 1 if any(token.lower in ("tripled", "doubled", "quadrupled", "double") for token in self.tokens[place[0] : place[1]]) else 0

    @cached_property
    def _starts(self) -> frozenset[int]:
        """The tokens with which quantities begin."""
        return frozenset(self.token_span(one.span)[0] for one in self.quantities)

    @cached_property
    def roles(self) -> Mapping[str, tuple[Match, ...]]:
        """Every match of the rules that tell sides, by rule."""
        starts: dict[int, list[tuple[int, object]]] = {}
        for actor in self.parties:
            first, end = self.token_span(actor.span)
            starts.setdefault(first, []).append((end, actor))

        def slots(kind: str, tokens: Sequence[Token], i: int) -> Sequence[tuple[int, object]]:
            at = i + 1 if i not in starts and tokens[i : i + 1] and tokens[i].lower == "the" else i
            return starts.get(at, ()) if kind == "actor" else ()

        return {rule.id: tuple(matches(rule.pattern, self.tokens, slots)) for rule in self.rules.roles}

    # how surely it holds

    def status(self, quantity: QuantityMention) -> str:
        """The status that the words around a number give it: those behind it first, then the nearest before it in its clause."""
        end = self.token_span(quantity.span)[1]
        first = self.token_span(quantity.number or quantity.span)[0]
        for name, table in self.rules.next:
            if phrase_at(table, self.tokens, end):
                return name
        for name, table in self.rules.after:
            if any(phrase_at(table, self.tokens, k) for k in range(end, min(end + 7, len(self.tokens))) if not self._parted(end, k)):
                return name
        if self.tokens[0].lower in self.rules.inverted:
            return "hypothetical"
        for k in self._back_over_asides(first):
            for name, table in self.rules.before:
                if self._before(table, k, first) and not (name == "denied" and self._set_off(k, first)):
                    return name
        return "planned" if self._committed(first) else "occurred"

    def differs(self, quantity: QuantityMention) -> bool:
        """Whether an amount is by how much another is larger or smaller: "8 million more than planned"."""
        return bool(phrase_at(self.rules.difference, self.tokens, self.token_span(quantity.span)[1]))

    def _back_over_asides(self, first: int) -> Iterator[int]:
        """The tokens of the clause before a number, the nearest first, without what stands between two dashes."""
        k, start = first - 1, self._clause_start(first)
        while k >= start:
            opened = next((m for m in range(k - 1, start - 1, -1) if self._is_dash(m)), None) if self._is_dash(k) else None
            k = k if opened is None else opened
            yield k
            k -= 1

    def _is_dash(self, k: int) -> bool:
        """Whether a token is a dash that sets something off, and joins no word."""
        spaced = k > 0 and self.tokens[k - 1].end < self.tokens[k].start
        return spaced and self.tokens[k].text in ("-", "–", "—", "--")

    def _committed(self, first: int) -> bool:
        """Whether an infinitive right before the number says what a contract or decision is for: "a contract to sell 300 containers"."""
        for k in range(max(first - 3, 0), first):
            if self.tokens[k].lower == "to" and self.tokens[k + 1].text.isalpha():
                return any(token.lower in self.rules.committed for token in self.tokens[max(k - 9, 0) : k])
        return False

    def _before(self, table: Phrases, k: int, first: int) -> bool:
        found = phrase_at(table, self.tokens, k)
        compared = k > 0 and self.tokens[k - 1].lower == "than"  # "8 million more than planned"
        return bool(found and found[0] <= first and self.tokens[k].text != "May" and not compared)

    def _set_off(self, k: int, first: int) -> bool:
        """Whether a word opens the sentence and is parted from a number by a comma: "Contrary to press reports, the loan is 8 million"."""
        return k == 0 and any(token.text == "," for token in self.tokens[:first])

    def _clause_start(self, i: int) -> int:
        """Where the clause of a token begins: behind a full break, or "which" with a verb of its own."""
        for k in range(i - 1, max(i - 22, -1), -1):
            own = self.tokens[k].lower == "which" and k and self.tokens[k - 1].lower not in _LED
            if self.tokens[k].lower in HARD or own:
                return k + 1
        return max(i - 22, 0)

    def _parted(self, start: int, k: int) -> bool:
        return any(token.lower in HARD or token.text == "," for token in self.tokens[start:k])

    # when

    def period(self, quantity: QuantityMention) -> TimeMention | None:
        """The time that a figure is about: the one right behind it, or the nearest in its sentence that is no comparison."""
        place = self.token_span(quantity.span)
        best: tuple[int, int, TimeMention] | None = None
        for time in self.times:
            run = self.token_span(Span(time.start, time.end))
            if quantity.span.touches(Span(time.start, time.end)) or not self._covers(time, quantity) or self._compared(run, place):
                continue
            if self._of_another_clause(place[1], run[0]) or self._is_base(quantity, time, run, place):
                continue
            far = self.distance(run, place)
            far -= 8 if 0 <= run[0] - place[1] <= 2 and not self._parted(place[1], run[0]) else 0
            if best is None or (far, run[0]) < best[:2]:
                best = (far, run[0], time)
        return best[2] if best else None

    def _covers(self, time: TimeMention, quantity: QuantityMention) -> bool:
        """Whether a time can be a period: dates, and durations that a rank is held for or that have a place in time."""
        if time.timex3.type == "DURATION":
            return quantity.kind == "rank" or time.time is not None
        return time.timex3.type != "SET" and not (time.timex3.value or "").endswith("_REF")

    def _compared(self, run: tuple[int, int], place: tuple[int, int]) -> bool:
        before = self.tokens[run[0] - 1].lower if run[0] else ""
        if run[0] >= place[1] and any(
            token.lower in ("comparison", "compared") for token in self.tokens[max(run[0] - 7, place[1]) : run[0]]
        ):
            return True
        if self._of_the_other(place[1], run[0]) or self._of_a_paper(run[0]) or self._of_payment(place[1], run[0]):
            return True
        words = {token.lower for token in self.tokens[run[0] : run[1]]}
        if words & {"earlier", "previous", "before"}:
            begun = self.tokens[run[0]].lower in ("more", "less", "over", "than")
            return begun or before in COMPARED or run[0] - place[1] > 3 or run[0] < place[0]
        return before in ("than", "with", "since", "as", "published", "until") and run[0] >= place[1]

    def _of_another_clause(self, start: int, end: int) -> bool:
        """Whether a time stands in a clause that opens behind a number: "27 papers were ready; a pact drawn in 2002 was not"."""
        led = any(self._standing((",",), max(k - 3, start), k) for k in self._standing(("which", "whom"), start, end))
        return led or bool(self._standing((";",), start, end))

    def _is_base(self, quantity: QuantityMention, time: TimeMention, run: tuple[int, int], place: tuple[int, int]) -> bool:
        """Whether a year is the one over which something grew: "up 20 percent on 2016"."""
        behind = run[0] == place[1] + 1 and self.tokens[place[1]].lower == "on"
        return behind and quantity.kind == "share" and time.time is not None and time.time.grain == "year"

    def _of_a_paper(self, start: int) -> bool:
        """Whether a time only names a paper, or the law or loan that something is about: "the visa agreement of 1998"."""
        return start > 1 and self.tokens[start - 1].lower == "of" and self.tokens[start - 2].lower.removesuffix("s") in PAPERS

    def _of_payment(self, start: int, end: int) -> bool:
        """Whether a time behind a sum is that at which it is paid back: "a loan of 12 million crowns, to be repaid from 2000 on"."""
        return bool(self._standing(PAID_BACK, start, end))

    def _of_the_other(self, start: int, end: int) -> bool:
        """Whether a time stands behind another number that is only set against one: "5,000, down from 9,000 in 1989"."""
        against = self._standing(AGAINST, start, end)
        return bool(against) and any(token.text[:1].isdigit() for token in self.tokens[against[0] + 1 : end])

    # who says so

    @cached_property
    def speaker(self) -> Span | None:
        """The actor who gives the figures, where the sentence names one: "according to X", "X said", "X puts it at"."""
        for k in range(len(self.tokens)):
            source = phrase_at(self.rules.sources, self.tokens, k)
            if source and (found := self._actor_at(source[0], 4)):
                return found
        for verbs in self.rules.speech:
            for k, token in enumerate(self.tokens):
                if token.lower in verbs and (found := self._actor_until(k) or self._actor_at(k + 1, 3)):
                    return found
        return None

    def _actor_at(self, i: int, reach: int) -> Span | None:
        if i >= len(self.tokens):
            return None
        last = self.tokens[min(i + reach, len(self.tokens)) - 1].end
        return next((actor.span for actor in self.actors if self.tokens[i].start <= actor.span.start < last), None)

    def _actor_until(self, i: int) -> Span | None:
        """The actor that ends at a verb of saying, an adverb or a comma between at most."""
        if i == 0:
            return None
        near = self.tokens[max(i - 2, 0)].start
        named = (actor for actor in reversed(self.actors) if actor.form != "demonym" and near < actor.span.end <= self.tokens[i].start)
        return next((actor.span for actor in named), None)
