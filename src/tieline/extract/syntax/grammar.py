"""The forms of verbs and the small words of English, from the tables in `en/grammar`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tieline.extract.syntax.verb_forms import VerbForms
from tieline.kept import once, program_key
from tieline.light import dataclass
from tieline.rules.load import Rulebook

VOWELS = "aeiou"
_MAKING = ("alise", "anise", "ilise", "itise", "erise", "orise", "ize", "ify")  # endings that make verbs


@dataclass(frozen=True, eq=False)
class Grammar:
    """Word lists, and for every verb form its readings as (lemma, form); form is base, s, past, part or ing."""

    forms: Mapping[str, tuple[tuple[str, str], ...]]
    words: Mapping[str, frozenset[str]]
    contractions: Mapping[str, tuple[str, ...]]
    never: frozenset[str]
    nouns_too: frozenset[str]
    done_too: Mapping[str, str]  # the lemmas of words in -ing that are things or trades first: "building"

    def is_a(self, word: str, kind: str) -> bool:
        """Whether a word is in one of the lists: determiner, preposition, ..."""
        return word in self.words[kind]

    def readings(self, word: str) -> tuple[tuple[str, str], ...]:
        """The verb readings of a word; unknown words in -ed, -ing, -ize and the like are taken for verbs."""
        known = self.forms.get(word)
        if known or word in self.never or len(word) < 6 or not word.isalpha():
            return known or ()
        if word.startswith("un") and word.endswith("ed"):
            return ()  # "undisclosed talks"
        if word.endswith("ed") and not word.endswith("eed"):
            return ((word, "past"), (word, "part"))
        if word.endswith(_MAKING):
            return ((word, "base"),)
        return ((word, "ing"),) if word.endswith("ing") else ()


def inflect(lemma: str, *, double: bool = False) -> dict[str, str]:
    """The regular forms of a verb."""
    stem = lemma + lemma[-1] if double else lemma
    if lemma.endswith("e"):
        past, ing = (
            lemma + "d",
            lemma[:-2] + "ying" if lemma.endswith("ie") else (lemma + "ing" if lemma.endswith("ee") else lemma[:-1] + "ing"),
        )
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        third = lemma[:-1] + "ies"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh", "o")) else "s")
    return {"base": lemma, "s": third, "past": past, "part": past, "ing": ing}


@lru_cache(maxsize=4)
def grammar_of(rulebook: Rulebook) -> Grammar:
    """The grammar tables of a rulebook; those of the shipped rules are kept on disk."""
    if rulebook.extra is not None:
        return _made(rulebook)
    return once(f"grammar-{program_key()}", lambda: _made(rulebook), instead_of="grammar-*")


def _made(rulebook: Rulebook) -> Grammar:
    tables = dict(rulebook.tables("en/grammar"))
    verbs, words = tables["verbs.toml"], tables["words.toml"]
    double, either = set(verbs["double"].split()), set(verbs["either"].split())
    forms: dict[str, list[tuple[str, str]]] = {}
    for lemma in verbs["regular"].split():
        _enter(forms, lemma, inflect(lemma, double=lemma in double))
        if lemma in either:
            _enter(forms, lemma, inflect(lemma, double=True))
    known = {entry.split()[0] for entry in verbs["irregular"].split(";")}
    for lemma in _named_by_rules(rulebook):
        if lemma not in forms and lemma not in known:
            _enter(forms, lemma, inflect(lemma, double=lemma in double))
    for entry in verbs["irregular"].split(";"):
        lemma, past, part = entry.split()
        doubled = (
            lemma in double
            or (len(lemma) == 3 and lemma[-1] in "tnpgdb" and lemma[-2] in VOWELS)
            or lemma in ("begin", "forget", "forbid", "swim")
        )
        _enter(forms, lemma, inflect(lemma, double=doubled) | {"past": past, "part": part})
    lists = {key: frozenset(value.split()) for key, value in words.items() if isinstance(value, str)}
    contractions = {key: tuple(value.split()) for key, value in words["contraction"].items()}
    never = frozenset(verbs["never"].split())
    found = {form: tuple(readings) for form, readings in forms.items() if form not in never or form in ("bring", "exceed", "feed")}
    nouns_too = _nouns_too(verbs["nouns_too"].split(), forms) | set(verbs["alone"].split())
    return Grammar(VerbForms(found), lists, contractions, never, nouns_too, verbs["done_too"])


def _nouns_too(listed: Sequence[str], forms: Mapping[str, Sequence[tuple[str, str]]]) -> frozenset[str]:
    """The forms listed, with the third person of each that is the base form of a verb."""
    lemmas = set(listed)
    thirds = {word for word, readings in forms.items() for lemma, form in readings if form == "s" and lemma in lemmas}
    return frozenset(lemmas | thirds)


def _named_by_rules(rulebook: Rulebook) -> Iterator[str]:
    """The verbs that event rules and their families name, so that a user's rule needs no entry in the verb table."""
    for rule in rulebook.rules("en/events"):
        for use in ("does", "happens", "reciprocal"):
            yield from (entry.split()[0] for entry in rule.fields.get(use, ()) if not entry.startswith("@"))
    for _, content in rulebook.tables("en/events"):
        for entries in content.get("family", {}).values():
            yield from (entry.split()[0] for entry in entries)


def _enter(forms: dict[str, list[tuple[str, str]]], lemma: str, table: Mapping[str, str]) -> None:
    for form, word in table.items():
        readings = forms.setdefault(word, [])
        if (lemma, form) not in readings:
            readings.append((lemma, form))
