"""Names in a question, matched against the names that the texts hold: any case, accents, initials, slips of the pen."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from tieline.light import dataclass
from tieline.model.actor import Actor
from tieline.model.span import Span
from tieline.model.token import Token, tokenize
from tieline.query.reading.country import country_words
from tieline.query.reading.query import Name
from tieline.query.reading.words import fold
from tieline.query.view import View

LONGEST = 16
CLOSE = 80
CLOSE_LONG = 74
LONG = 8  # letters from which two slips are allowed
Key = tuple[str, ...]
_MONEY = frozenset(("dollar", "dollars", "pound", "pounds", "franc", "francs", "peso", "pesos", "yuan", "rupees", "crowns"))
_SMALL = frozenset(
    (
        "an",
        "as",
        "at",
        "by",
        "de",
        "di",
        "do",
        "du",
        "el",
        "in",
        "la",
        "le",
        "of",
        "on",
        "or",
        "to",
        "and",
        "the",
        "for",
        "from",
        "with",
        "van",
        "von",
        "del",
        "der",
        "las",
        "los",
        "della",
        "dos",
    )
)


@dataclass(frozen=True, eq=False)
class NameIndex:
    """All ways of naming the actors of a view."""

    actors: Sequence[Actor]
    extra: tuple[tuple[str, str], ...] = ()

    def __getstate__(self) -> dict[str, object]:
        """What is kept: the ways of naming, without the actors that they were made from."""
        return {name: getattr(self, name) for name, part in vars(type(self)).items() if isinstance(part, cached_property)}

    @cached_property
    def whole(self) -> dict[Key, tuple[str, ...]]:
        """Full names, aliases and demonyms."""
        found: dict[Key, dict[str, None]] = {}
        for actor in self.actors:
            if actor.kind == "group":
                continue  # "Chinese tourists": a country and a word
            for name in (actor.name, *actor.aliases):
                key = _key(name)
                if key and not (len(key) == 1 and len(key[0]) < 2):
                    found.setdefault(key, {})[actor.id] = None
        for name, actor_id in self.extra:
            found.setdefault(_key(name), {})[actor_id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    @cached_property
    def parts(self) -> dict[Key, tuple[str, ...]]:
        """Single words of persons' names, runs of their last words, and their initials."""
        found: dict[Key, dict[str, None]] = {}
        for actor in self.actors:
            if actor.kind == "person":
                for key in _person_keys(_key(actor.name)):
                    found.setdefault(key, {})[actor.id] = None
        return {key: tuple(ids) for key, ids in found.items() if key not in self.whole}

    @cached_property
    def single(self) -> dict[str, Key]:
        """Words long enough to be met with a slip of the pen, each with the key it stands for."""
        keys = [key for key in (*self.whole, *self.parts) if len(key) == 1]
        return {key[0]: key for key in keys if len(key[0]) >= 4}

    def find(self, tokens: Sequence[Token]) -> list[Name]:
        """The names in a question, longest first, none overlapping."""
        found: list[Name] = []
        i = 0
        words = [fold(token.text) for token in tokens]
        while i < len(words):
            name, size = self._at(words, tokens, i)
            if name:
                found.append(name)
            i += size
        return found

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words with which names begin."""
        return frozenset(key[0] for key in (*self.whole, *self.parts) if key)

    def _at(self, words: list[str], tokens: Sequence[Token], i: int) -> tuple[Name | None, int]:
        if words[i] not in self.openings:
            return None, 1
        for size in range(min(self.longest, len(words) - i), 0, -1):
            key = tuple(words[i : i + size])
            ids = self.whole.get(key) or self.parts.get(key)
            if ids and not (i + size < len(words) and words[i + size] in _MONEY):  # "U.S. dollars"
                span = Span(tokens[i].start, tokens[i + size - 1].end)
                return Name(span, " ".join(t.text for t in tokens[i : i + size]), ids, "name"), size
        return None, 1

    @cached_property
    def longest(self) -> int:
        """How many words the longest name has, up to a bound."""
        return min(max((len(key) for key in (*self.whole, *self.parts)), default=1), LONGEST)

    @cached_property
    def initials(self) -> dict[str, tuple[str, ...]]:
        """What the names of houses of three words and more may be shortened to, by their capitals: "OAS"."""
        found: dict[str, dict[str, None]] = {}
        for actor in self.actors:
            letters = [word[0] for word in actor.name.split() if word[0].isupper()] if actor.kind != "person" else []
            if len(letters) > 2:
                found.setdefault("".join(letters), {})[actor.id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    def near(self, word: str) -> tuple[str, ...]:
        """The ids of the actor whose name a misspelt word is closest to: one slip from it, two where it is long; () where none is close."""
        from rapidfuzz import fuzz, process
        from rapidfuzz.distance import DamerauLevenshtein

        cut = CLOSE if len(word) < 7 else CLOSE_LONG
        for best, _, _ in process.extract(word, self.single.keys(), scorer=fuzz.ratio, score_cutoff=cut, limit=5):
            slips = DamerauLevenshtein.distance(sounds(word), sounds(best))
            if slips <= (1 if len(word) < LONG else 2) and (slips < 2 or best[0] == word[0]):
                key = self.single[best]
                return self.whole.get(key) or self.parts[key]
        return ()

    @cached_property
    def doubles(self) -> dict[str, tuple[str, ...]]:
        """The second words of names of two, by the first: "francisco" by "san"."""
        found: dict[str, list[str]] = {}
        for key in self.whole:
            if len(key) == 2 and len(key[1]) >= LONG:
                found.setdefault(key[0], []).append(key[1])
        return {first: tuple(seconds) for first, seconds in found.items()}

    def near_two(self, first: str, second: str) -> tuple[str, ...]:
        """The ids of the actor whose name of two words is meant, the second with one slip of the pen; () where none is."""
        from rapidfuzz.distance import DamerauLevenshtein

        close = [one for one in self.doubles.get(first, ()) if one[0] == second[0] and DamerauLevenshtein.distance(one, second) == 1]
        return self.whole[first, close[0]] if len(close) == 1 else ()


def sounds(word: str) -> str:
    """A folded word with letters that sound alike written alike: "Kuczinsky" and "Kuczynski" are one."""
    for written, alike in (("ph", "f"), ("ck", "k"), ("c", "k"), ("y", "i"), ("z", "s"), ("w", "v")):
        word = word.replace(written, alike)
    return word


def _key(name: str) -> Key:
    return tuple(fold(token.text) for token in tokenize(name))


def _person_keys(key: Key) -> Iterable[Key]:
    words = [word for word in key if len(word) > 1 and word[0].isalpha()]
    for word in words:
        if word not in _SMALL:
            yield (word,)
    for i in range(len(words)):
        for j in range(i + 2, len(words) + 1):
            yield tuple(words[i:j])
    if len(words) > 2:
        yield ("".join(word[0] for word in words),)


def name_index(view: View) -> NameIndex:
    """The names of a view, made once."""
    return view.kept("names", lambda: _names_of(view))


def _names_of(view: View) -> NameIndex:
    known = {fold(actor.name): actor.id for actor in view.facts.actors if actor.kind == "country"}
    extra = tuple((word, known[fold(name)]) for name, words, _ in country_words(view.rulebook) if fold(name) in known for word in words)
    regions = tuple((f"{actor.name}n", actor.id) for actor in view.facts.actors if actor.kind == "place" and actor.name.endswith(_PARTS))
    return NameIndex(view.facts.actors, (*extra, *regions))


_PARTS = (" America", " Asia", " Africa")  # of which people are called "Latin American", and of no country
