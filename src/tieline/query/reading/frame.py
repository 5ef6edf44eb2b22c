"""The grammar of a question: its verb, who does it, and to what."""

import re
from collections.abc import Sequence

from tieline.extract.syntax.grammar import grammar_of
from tieline.extract.syntax.unit import Unit
from tieline.late import regex
from tieline.light import dataclass
from tieline.model.span import Span
from tieline.model.time import TimeMention, Timex3
from tieline.model.token import Sentence, tokenize
from tieline.query.reading.loose_times import loose_times
from tieline.query.reading.query import NOWHERE, Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.parsed import Parsed, take_apart, time_at
from tieline.query.view import View

AUXILIARY = frozenset(("be", "have", "do", "modal"))
_FORMS = {"do": ("base",), "modal": ("base",), "have": ("part",), "be": ("part", "ing")}
_SOURCE = regex(r",?\s+(?:(?:according to|unless|if|once|provided)\s[^,?]+|for the (?:first|second|third|fourth|last) time)$", re.I)
_ADVERBIAL = frozenset(("when", "where", "how_long", "yesno", "weekday", "years", "between"))


@dataclass(frozen=True)
class Part:
    """Some words of a question: their stems, the head among them, and the actors that they name (each with its stems)."""

    words: tuple[str, ...] = ()
    head: str | None = None
    named: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    proper: frozenset[str] = frozenset()
    span: Span = NOWHERE

    @property
    def empty(self) -> bool:
        """Whether it names nothing."""
        return not self.words and not self.named

    @property
    def ids(self) -> frozenset[str]:
        """Whom it may name."""
        return frozenset(i for ids, _ in self.named for i in ids)


@dataclass(frozen=True)
class Frame:
    """A question as a clause. `asks`: what the question word stands for (subject, object, or adverb); `direct`: its verb has an object."""

    asks: str
    verbs: tuple[str, ...]
    passive: bool
    subject: Part
    rest: Part
    wanted: Part
    copular: bool = False
    direct: bool = False


def frame_of(view: View, query: Query) -> Frame | None:
    """The clause that a question makes, read once; None where it has no verb."""
    kept: dict[str, Frame | None] = query.__dict__
    if "_frame" not in kept:
        kept["_frame"] = _read(view, query)
    return kept["_frame"]


def _read(view: View, query: Query) -> Frame | None:
    text = _SOURCE.sub("", query.text.rstrip(" ?!."))
    row = laid_out(view, query, text)
    units = row.units
    start = next((k for k, u in enumerate(units) if u.end >= query.asked.end), 0) if query.form != "yesno" else -1
    if (query.form == "said" or query.rule == "what.cause") and units and units[0].lower == "what":
        start = 0
    claimed = _CLAIM.match(text) if query.form == "yesno" else None
    if query.form == "how_much":  # its rule may take in the verb: "how much did the bridge cost"
        start = min(start, next((k - 1 for k, u in enumerate(units) if k and u.tag in AUXILIARY), start)) if units else start
    made = _Reader(view, query, units, row.ids)
    opens = next((k for k, u in enumerate(units) if claimed and u.start >= claimed.end()), None)
    return (made.claim(opens) if opens is not None else None) or made.read(start)


def laid_out(view: View, query: Query, text: str) -> Parsed:
    """A question, or its opening words, as the units of a sentence: its names and times each make one."""
    sentence = Sentence(0, 0, len(text), text)
    times = [(w.span.start, w.span.end, _time(w.span.start, w.span.end, text)) for w in query.windows if w.span.end <= len(text)]
    times += [(m.start, m.end, m) for m in loose_times(query) if m.end <= len(text)]
    return take_apart(view, sentence, [n for n in query.names if n.span.end <= len(text)], times)


_CLAIM = regex(r"^\W*(?:is|was) (?:it|that) (?:true|correct|right|so|a fact|the case|accurate|certain) that\s+", re.I)


def _time(start: int, end: int, text: str) -> TimeMention:
    return TimeMention(start=start, end=end, text=text[start:end], timex3=Timex3(type="DATE"))


class _Reader:
    """The steps of reading one question."""

    def __init__(self, view: View, query: Query, units: Sequence[Unit], ids: dict[int, tuple[str, ...]]) -> None:
        self.view, self.query, self.units, self.ids = view, query, units, ids

    def read(self, start: int) -> Frame | None:
        """The frame of the words behind the question word, which ends at a place."""
        units = self.units
        aux = next((k for k in range(max(start, 0), len(units)) if units[k].tag in AUXILIARY), None)
        plain = next((k for k in range(start + 1, len(units)) if units[k].tag == "verb" and units[k].form("past", "s", "base")), None)
        if plain == start + 1 and plain + 1 < len(units) and units[plain + 1].tag == "verb" and units[plain + 1].form("past", "s", "base"):
            plain += 1  # "which institutes teach"
        if self.query.rule == "what.cause" and start + 1 < len(units) and units[start + 1].form("past", "s"):
            plain = start + 1
        if plain is not None and (aux is None or plain < aux) and self.query.form not in _ADVERBIAL:
            return self._subject_asked(start, plain, passive=False)
        if aux is None:
            return None
        verb = self._verb(aux)
        if verb is None:
            return self._copular(start, aux)
        if units[verb].lower == "like":
            return None  # "which fruit do they like": told in many words, and seldom by a clause with that verb
        between = [k for k in range(aux + 1, verb) if units[k].tag not in ("adverb", "negator", *AUXILIARY) and units[k].lower != "to"]
        if self.query.form not in _ADVERBIAL and units[aux].tag == "be" and units[verb - 1].lower == "to" and self._ordered(aux, verb):
            return Frame(
                "subject", self._verbs(verb), False, Part(), self.part(self._behind(verb), len(units)), self.part(aux + 1, verb - 1)
            )
        if not between:
            return self._subject_asked(start, verb, passive=self._passive(aux, verb))
        return Frame(
            "object" if self.query.form not in _ADVERBIAL and self._asks_object(start, aux) else "adverb",
            self._verbs(verb),
            self._passive(aux, verb),
            self.part(between[0], self._light(between, verb)),
            self.part(self._behind(verb), len(units)),
            self.part(start + 1, aux),
            direct=self._direct(verb),
        )

    def claim(self, start: int) -> Frame | None:
        """The frame of a statement that a question asks whether it is true; None where it has no verb but "is"."""
        units = self.units
        first = next((k for k in range(start + 1, len(units)) if units[k].tag in AUXILIARY or units[k].form("past", "s")), None)
        verb = self._verb(first) if first is not None and units[first].tag in AUXILIARY else first
        if first is None or verb is None or not (verb == first or units[verb].tag == "verb"):
            return None
        behind = self.part(self._behind(verb), len(units))
        passive = verb != first and self._passive(first, verb)
        return Frame("adverb", self._verbs(verb), passive, self.part(start, first), behind, Part(), direct=self._direct(verb))

    def _light(self, between: Sequence[int], verb: int) -> int:
        """Where the subject ends before a noun that is read as the verb: at the verb that goes with it ("did Vael pay a visit")."""
        return next((k for k in between[1:] if self.units[k].lower in _GOES_WITH and self.units[k + 1].tag == "determiner"), verb)

    def _ordered(self, start: int, end: int) -> bool:
        """Whether the words between two places single somebody out: "who was the first leader to visit Orsenda"."""
        return any(unit.lower in ORDERED for unit in self.units[start:end])

    def _direct(self, verb: int) -> bool:
        """Whether an object stands right behind the verb."""
        behind = self._behind(verb)
        return behind < len(self.units) and self.units[behind].tag not in ("preposition", "adverb", "time", "subordinator")

    def _asks_object(self, start: int, aux: int) -> bool:
        text = self.query.text.lower()
        return text.startswith(("who", "what", "which", "how many", "how much")) or aux > start + 1

    def _subject_asked(self, start: int, verb: int, *, passive: bool) -> Frame:
        return Frame(
            "object" if passive else "subject",
            self._verbs(verb),
            passive,
            Part(),
            self.part(self._behind(verb), len(self.units)),
            self.part(start + 1, verb),
        )

    def _copular(self, start: int, aux: int) -> Frame | None:
        state = next(
            (k for k in range(aux, len(self.units) - 1) if self.units[k].lower == "in" and self.units[k + 1].lower in _STATES), None
        )
        if state is not None:
            subject = next((k for k in range(state - 1, aux, -1) if self.units[k].tag not in (*AUXILIARY, "adverb", "negator")), aux)
            return Frame("adverb", ("in forc",), False, self.part(aux + 1, subject + 1), self.part(state + 2, len(self.units)), Part())
        if self.units[aux].tag != "be":
            return None
        if self.query.form == "when":  # "when was the first round": when it came, or was held
            due = any(unit.lower == "due" for unit in self.units[aux:])
            return Frame("adverb", _FALLS_DUE if due else _COMES, False, self.part(aux + 1, len(self.units)), Part(), Part())
        return Frame("adverb", ("be",), False, self.part(aux + 1, len(self.units)), Part(), self.part(start + 1, aux), copular=True)

    def _verb(self, aux: int) -> int | None:
        """The main verb behind an auxiliary: "do" by itself, one tagged as a verb, else the last word that can be one."""
        bare = self._bare_do(aux)
        if bare is not None:
            return bare
        tagged = self._candidates(aux, tagged=True)
        loose = [] if self.units[aux].tag == "be" and not tagged else self._loose(aux)
        if not tagged and self.units[aux].tag == "be":
            loose = [k for k in self._candidates(aux, tagged=False) if self.units[k].form("part")][-1:]
        phase = self._phase(aux)
        only = self._only_verb(aux) if phase is None else None
        if only is None and phase is None and self.units[aux].tag == "do":
            only = next((k for k in self._candidates(aux, tagged=False)[:1] if self._of_whole(k)), None)
        if only is not None:
            return only
        found = [*([phase] if phase is not None else []), *tagged, *loose]
        found = [k - 1 if self._is_particle(k) else k for k in found[:1]] + [k for k in found[1:] if not self._is_particle(k)]
        named = bool(found) and self.units[found[0] - 1].tag == "actor" and self._before_noun(found[-1])  # "did Orsenda buy patrol boats"
        next_to = len(found) > 1 and found[1] == found[0] + 1 and not named and (found[1] in tagged or not self._behind_noun(found[0]))
        if next_to and self.units[aux].tag in ("do", "modal") and not self._is_phrase(found[0]):
            return found[1]  # "will the river accord lapse"
        return next(iter(found), None)

    def _of_whole(self, k: int) -> bool:
        """Whether a whole subject stands before a word, and the noun behind it goes on: "did deputies express concern about the levy"."""
        before, end, units = self.units[k - 1], k + 2, self.units
        whole = (before.tag == "noun" and before.lower.endswith("s")) or (before.tag == "actor" and units[k - 2].tag in AUXILIARY)
        end += end < len(units) and units[end].tag == "noun"  # "sign trade deals with"
        led = end + 1 < len(units) and units[end].lower in _GOES_ON and time_at(units[end + 1]) is None
        return whole and units[k].form("base") is not None and (led or units[k].lower in _TAKES)

    def _loose(self, aux: int) -> list[int]:
        """The word that is the verb though it may be a noun: the first with an object right behind it, else the last."""
        found = self._candidates(aux, tagged=False)
        if self.units[aux].tag in ("do", "modal"):
            found = [k for k in found if self._behind_noun(k) and self._before_object(k) and self.units[k].tag != "adverb"][:1] or found
        return found[-1:]

    def _only_verb(self, aux: int) -> int | None:
        """The first word behind a subject that can be nothing but a verb: "did the index lose a point", "did the board express concern"."""
        if self.units[aux].tag not in ("do", "modal"):
            return None
        nouns = grammar_of(self.view.rulebook).nouns_too
        found = self._candidates(aux, tagged=False)
        return next((k for k in found if self._behind_noun(k) and self.units[k].tag != "adverb" and self.units[k].lower not in nouns), None)

    def _behind_noun(self, k: int) -> bool:
        """Whether what stands before a word can be the end of a subject."""
        return self.units[k - 1].tag in ("noun", "actor", "agreement", "pronoun")

    def _before_object(self, k: int) -> bool:
        """Whether an object or an adverb opens right behind a word."""
        return k + 1 < len(self.units) and self.units[k + 1].tag in _OPENS

    def _bare_do(self, aux: int) -> int | None:
        """Where "do" stands for the act itself: "what do exporters do to make up for it", not "what did they promise to do"."""
        for k in range(aux + 2, len(self.units)):
            after = self.units[k + 1] if k + 1 < len(self.units) else None
            free = after is None or after.tag in ("preposition", "adverb", "time", "subordinator", "sign") or after.lower == "to"
            if self.units[k].lower in ("do", "doing", "done") and self.units[k - 1].lower != "to" and free:
                return k
        return None

    def _before_noun(self, k: int) -> bool:
        """Whether a noun stands right behind a word."""
        return k + 1 < len(self.units) and self.units[k + 1].tag == "noun"

    def _is_particle(self, k: int) -> bool:
        """Whether a word that can be a verb is the second word of one: "back" of "hand back"."""
        run = f"{stem(self.units[k - 1].lower)} {stem(self.units[k].lower)}"
        return self.units[k].lower in _PARTICLES and run in self.view.lexicon.verbs

    def _is_phrase(self, k: int) -> bool:
        """Whether a verb makes a phrase with the word behind it: "take place"."""
        return f"{stem(self.units[k].lower)} {stem(self.units[k + 1].lower)}" in self.view.lexicon.verbs

    def _phase(self, aux: int) -> int | None:
        """A verb that takes another for its object, right behind the subject: "did Orsenda start scaling back"."""
        if self.units[aux].tag not in ("do", "modal"):
            return None
        for k in range(aux + 2, len(self.units) - 1):
            unit, after = self.units[k], self.units[k + 1]
            led = self.units[k - 1].lower == "to"  # "did the court order them to stop digging"
            if not led and unit.form("base") and (after.form("ing") or after.lower == "to") and unit.lower in _PHASES:
                return k
        return None

    def _candidates(self, aux: int, *, tagged: bool) -> list[int]:
        forms = _FORMS[self.units[aux].tag]
        found = []
        for k in range(aux + 1, len(self.units)):
            unit, before = self.units[k], self.units[k - 1]
            if unit.lower == "have" and self.units[min(k + 1, len(self.units) - 1)].lower == "to":
                continue  # "does Orsenda have to pay"
            if unit.tag in ("have", "be") and unit.lower in ("been", "be", "have", "being"):
                forms = ("part", "ing") if unit.tag == "be" else ("part",)
                continue
            to_do = self.units[aux].tag == "be" or self.units[k - 2].lower == "have"
            if before.lower == "to" and to_do and k > aux + 1 and unit.form("base"):
                found.append(k)
                continue
            first = k == aux + 1 and self.query.form in _ADVERBIAL
            behind = before.tag == "preposition" or (before.tag in ("determiner", "'s") and not tagged) or self._of_turn(k)
            named = unit.text[0].isupper() and not self.query.text.isupper()  # "what is Rosling doing"
            if named or first or behind or self._adjective(k, aux):
                continue
            if (unit.tag == "verb" or not tagged) and unit.form(*forms):
                found.append(k)
        return found

    def _of_turn(self, k: int) -> bool:
        """Whether a word stands behind somebody's turn, as a noun does: "Vael's first visit"."""
        return self.units[k - 1].lower in ORDERED and k > 1 and self.units[k - 2].tag in ("determiner", "'s")

    def _adjective(self, k: int, aux: int) -> bool:
        """Whether a participle stands before its noun: "the disputed bridge", "the planned talks"."""
        before, after = self.units[k - 1], self.units[k + 1] if k + 1 < len(self.units) else None
        inside = before.tag in ("determiner", "'s", "number") or (before.tag == "actor" and k - 1 == aux + 1 and after is not None)
        noun = after is not None and after.tag in ("noun", "agreement", "verb") and after.lower not in ("by",)
        return bool(inside and noun and before.tag != "actor") or (
            bool(noun) and k > aux + 1 and self.units[k].form("ing") is not None and before.tag == "noun"
        )

    def _passive(self, aux: int, verb: int) -> bool:
        tags = [u for u in self.units[aux:verb] if u.tag == "be"]
        return bool(tags) and self.units[verb].form("part") is not None

    def _verbs(self, verb: int) -> tuple[str, ...]:
        """The stems that stand for the verb: with the word behind it where both make a phrase ("take effect")."""
        unit = self.units[verb]
        own = tuple(dict.fromkeys((stem(unit.lower), *(stem(lemma) for lemma, _ in unit.verbs))))
        return self._phrases(own, verb)[0] or own

    def _phrases(self, own: tuple[str, ...], verb: int) -> tuple[tuple[str, ...], int]:
        """The phrases that a verb makes with the words behind it ("enter into force"), and where they end."""
        for size in (2, 1):
            behind = [stem(u.lower) for u in self.units[verb + 1 : verb + 1 + size]]
            found = tuple(run for one in own if (run := " ".join([one, *behind])) in self.view.lexicon.verbs)
            if found and len(behind) == size:
                return found, verb + 1 + size
        return (), verb + 1

    def _behind(self, verb: int) -> int:
        unit = self.units[verb]
        return self._phrases(tuple(dict.fromkeys((stem(unit.lower), *(stem(lemma) for lemma, _ in unit.verbs)))), verb)[1]

    def part(self, start: int, end: int) -> Part:
        """The words between two places, the head of the first noun phrase told apart."""
        words: list[str] = []
        named: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        proper: set[str] = set()
        head: str | None = None
        closed = False
        for k in range(max(start, 0), end):
            unit = self.units[k]
            if unit.tag == "actor":
                named.append((self.ids.get(unit.start, ()), stems(unit.text)))
                continue
            if unit.tag in ("preposition", "relative", "subordinator") or unit.text == ",":
                closed = closed or bool(words or named)
            after = self.units[k + 1] if k + 1 < end else None
            if head and unit.tag == "verb" and unit.form("part") and after is not None and after.tag == "preposition":
                closed = True  # "the steps taken by Orsenda"
            if (unit.tag in ("noun", "verb", "number", "agreement", "adverb") or unit.lower in _ALONE) and unit.text[0].isalnum():
                for token in tokenize(unit.text):
                    own = stem(token.lower)
                    if token.lower in self.view.lexicon.bare or not token.text[0].isalnum() or own in _IDLE | self.view.lexicon.bland:
                        continue
                    words.append(own)
                    if token.text[0].isupper() and not self.query.text.isupper():
                        proper.add(own)
                    if not closed and unit.tag in ("noun", "agreement", "verb"):
                        head = own
        first = max(start, 0)
        span = Span(self.units[first].start, self.units[end - 1].end) if first < end <= len(self.units) else NOWHERE
        return Part(tuple(words), head, tuple(named), frozenset(proper), span)


_OPENS = ("determiner", "number", "quantity", "actor", "agreement", "pronoun", "adverb")  # with which an object begins
_GOES_ON = frozenset(("about", "over", "on", "for", "with", "of", "against", "that"))  # behind a noun that is an object
_TAKES = frozenset(("express", "show", "make", "voice", "reach", "seek", "win", "hit", "gain", "share"))  # hardly ever without an object
_GOES_WITH = frozenset(("pay", "make", "hold", "give", "take", "have", "begin", "start", "end"))
_COMES = tuple(stem(word) for word in ("come", "held", "happen", "occur", "follow"))
_FALLS_DUE = ("be due", "fal due", "com due")
ORDERED = frozenset(("first", "second", "third", "last", "latest", "only", "youngest", "oldest"))
_PARTICLES = frozenset(("back", "up", "down", "off", "out", "over", "home"))
_PHASES = frozenset(("start", "begin", "stop", "cease", "resume", "continue", "keep", "finish"))
_STATES = frozenset(("force", "effect", "operation"))
_ALONE = frozenset(("original", "former", "latter"))
_IDLE_WORDS = """
already yet ever so far first actually exactly officially formally finally originally behalf now due
 scheduled supposed expected planned still
"""
_IDLE = frozenset(stem(word) for word in _IDLE_WORDS.split())
