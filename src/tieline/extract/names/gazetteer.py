"""The word lists that names are recognised with, read once from `data/countries.toml` and `data/en/names`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from tieline.model.token import Token, tokenize
from tieline.rules.load import Rulebook

V = TypeVar("V")
UNLISTED = "--"  # code of a state that no table holds


class Place(NamedTuple):
    """What a word of the country table stands for. `use`: name, demonym or capital; `cased`: needs a capital letter."""

    code: str
    country: str
    use: str
    cased: bool


class Phrases(Generic[V]):
    """Words and sequences of words, looked up where they stand; the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in entries:
            words = tuple(token.lower for token in tokenize(phrase))
            if words:
                self._by_first.setdefault(words[0], []).append((words, value))
        for options in self._by_first.values():
            options.sort(key=lambda one: -len(one[0]))

    def at(self, tokens: Sequence[Token], i: int) -> tuple[int, V] | None:
        """The token after the longest entry that begins at token `i`, with the value of the entry."""
        for words, value in self._by_first.get(tokens[i].lower, ()):
            end = i + len(words)
            if end <= len(tokens) and all(tokens[i + k].lower == words[k] for k in range(1, len(words))):
                return end, value
        return None

    def extended(self, entries: Iterable[tuple[str, V]]) -> "Phrases[V]":
        """These phrases with more beside them; the new value of a phrase wins."""
        more = Phrases(entries)
        for first, options in self._by_first.items():
            more._by_first[first] = sorted([*more._by_first.get(first, []), *options], key=lambda one: -len(one[0]))
        return more

    def value(self, phrase: str) -> V | None:
        """The value of a phrase that is an entry as a whole."""
        if phrase.isascii() and phrase.isalpha():
            return next((value for words, value in self._by_first.get(phrase.lower(), ()) if len(words) == 1), None)
        tokens = tokenize(phrase)
        found = self.at(tokens, 0) if tokens else None
        return found[1] if found and found[0] == len(tokens) else None


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything that the recognition of names looks up."""

    countries: Phrases[Place]
    names: dict[str, str]
    adjectives: dict[str, str]
    regions: dict[str, tuple[str, ...]]
    ambiguous: dict[str, frozenset[str]]
    titles: Phrases[str]
    known: Phrases[tuple[str, str, bool]]
    words: dict[str, frozenset[str]]
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    gender: dict[str, str]
    sorts: dict[str, frozenset[str]]
    headless: dict[str, frozenset[str]]
    thrones: dict[str, frozenset[str]]
    spelled: dict[str, frozenset[str]]
    kin: dict[str, tuple[str, ...]]
    successors: dict[str, tuple[str, ...]]
    cities: dict[str, str]
    firms: dict[str, str]  # the country that a well-known firm is at home in
    deeds: dict[str, frozenset[str]]
    body_kin: dict[str, frozenset[str]]
    parliaments: dict[str, Place]  # countries by the name of their parliament: "the Storting"
    joined: dict[str, Place]  # countries by what stands for them before a hyphen: "Franco-German"

    def spellings(self, country: str) -> frozenset[str]:
        """The names and adjectives of a country, capitals of cities left out."""
        return self.spelled.get(country, frozenset())

    def with_seats(self, seats: Mapping[str, str]) -> "Lexicon":
        """The lexicon with the capitals that a document gives to countries."""
        places = [(city, Place(UNLISTED, country, "capital", True)) for city, country in seats.items()]
        return replace(self, countries=self.countries.extended(places))

    def with_states(self, names: Iterable[str], adjectives: Mapping[str, str]) -> "Lexicon":
        """The lexicon with the states that a document speaks of and no table holds."""
        found = [(name, Place(UNLISTED, name, "name", True)) for name in names]
        found += [(word, Place(UNLISTED, name, "demonym", True)) for word, name in adjectives.items()]
        return replace(self, countries=self.countries.extended(found))

    def has(self, table: str, word: str) -> bool:
        """Whether a lower-case word stands in one of the word lists."""
        return word in self.words[table]


@lru_cache(maxsize=8)
def lexicon(rulebook: Rulebook) -> Lexicon:
    """The lexicon of a rulebook, its user's own tables included."""
    tables: dict[str, dict[str, Any]] = {}
    for folder in ("", "en/names"):
        for _, table in rulebook.tables(folder) if folder else _countries(rulebook):
            for name, content in table.items():
                if isinstance(content, dict):
                    tables.setdefault(name, {}).update(content)
    places, names, adjectives, regions = _places(tables)
    titles = tables["titles"]
    ranked = [(word, kind) for kind in ("state", "office", "style", "calling") for word in entries(titles[kind])]
    classes: dict[str, str] = {}
    for word, kind in ranked:
        classes[word] = f"{classes[word]} {kind}" if word in classes else kind
    return Lexicon(
        countries=Phrases(places),
        names=names,
        adjectives=adjectives,
        regions=regions,
        ambiguous={word: frozenset(entries(text)) for word, text in tables["ambiguous"].items()},
        titles=Phrases(classes.items()),
        known=Phrases(_known(tables)),
        words=_words(tables),
        endings=tuple((name, tuple(entries(adjective))) for name, adjective in tables["adjectives"]["endings"]),
        spelled=_spelled(places),
        kin={title: tuple(entries(text)) for title, text in tables["kin"].items()},
        cities={city: names[code] for code, text in tables["cities"].items() for city in entries(text)},
        firms={firm: names[code] for code, text in tables["firms"].items() for firm in entries(text)},
        successors={old: tuple(entries(text)) for old, text in tables["successors"].items()},
        deeds=_deeds(tables["deeds"]),
        parliaments={
            word: Place(code, names[code], "demonym", True) for code, text in tables["parliaments"].items() for word in entries(text)
        },
        joined={word: Place(code, names[code], "demonym", True) for code, text in tables["joined"].items() for word in entries(text)},
        body_kin={noun: frozenset(entries(text)) for noun, text in tables["bodies_kin"].items()},
        headless={title: frozenset(entries(text)) for title, text in tables["heads"].items()},
        thrones={title: frozenset(entries(text)) for title, text in tables["thrones"].items()},
        sorts={noun: frozenset(entries(text)) for noun, text in tables["sorts"].items()},
        gender={word: kind for kind in ("male", "female") for word in entries(tables["gender"][kind])},
    )


def firm_of(words: str, lex: Lexicon) -> str | None:
    """The home of the well-known firm with whose name some words begin; None where the table knows none."""
    parts = words.split()
    return next((lex.firms[name] for k in range(len(parts), 0, -1) if (name := " ".join(parts[:k])) in lex.firms), None)


def _deeds(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The nouns behind each verb of what only states do."""
    found: dict[str, frozenset[str]] = {}
    for verbs, nouns in table.items():
        found |= {verb: found.get(verb, frozenset()) | frozenset(entries(nouns)) for verb in entries(verbs)}
    return found


def entries(text: str) -> list[str]:
    """The entries of a list written with semicolons."""
    return [" ".join(part.split()) for part in text.split(";") if part.strip()]


def _countries(rulebook: Rulebook) -> Iterable[tuple[str, dict[str, Any]]]:
    return (item for item in rulebook.tables(".") if item[0] == "countries.toml")


def _places(
    tables: dict[str, dict[str, Any]],
) -> tuple[list[tuple[str, Place]], dict[str, str], dict[str, str], dict[str, tuple[str, ...]]]:
    places: list[tuple[str, Place]] = []
    names, adjectives, regions = {}, {}, {}
    for code, row in tables["countries"].items():
        spelled = [[one.strip() for one in part.split(",") if one.strip()] for part in row.split(";")]
        name = spelled[0][0].strip("()")
        names[code] = name
        regions[name] = tuple(one.strip() for one in tables["regions"][spelled[3][0]].split(","))
        if spelled[1]:
            adjectives[name] = spelled[1][0].strip("()")
        for use, words in zip(("name", "demonym", "capital"), spelled, strict=False):
            for word in words:
                place = Place(code, name, use, word.startswith("("))
                places.extend((form, place) for form in _forms(word.strip("()"), use))
    return places, names, adjectives, regions


def _spelled(places: list[tuple[str, Place]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    plurals = {form + "s" for form, place in places if place.use == "demonym"}
    for form, place in places:
        if place.use != "capital" and form not in plurals:
            found.setdefault(place.country, set()).add(form)
    return {country: frozenset(forms) for country, forms in found.items()}


def _forms(word: str, use: str) -> list[str]:
    plural = use == "demonym" and not word.endswith(("ese", "sh", "ch", "s", "."))
    forms = [word, word.replace(" and ", " & ")] if " and " in word else [word]
    return [word, word + "s"] if plural else forms


def _known(tables: dict[str, dict[str, Any]]) -> list[tuple[str, tuple[str, str, bool]]]:
    found = [
        (form.strip("()"), (name, "organization", form.startswith("(")))
        for name, others in tables["known"].items()
        for form in (name, *entries(others))
    ]
    adjectives = sorted({one.strip() for text in tables["regions"].values() for one in text.split(",")})
    found += [(name, (name, "thing", name.islower())) for name in adjectives]
    found += [(firm, (firm, "company", True)) for text in tables["firms"].values() for firm in entries(text)]
    cities = (city for text in tables["cities"].values() for city in entries(text))
    return found + [(name, (name, "place", False)) for name in (*entries(tables["places"]["known"]), *cities)]


def _words(tables: dict[str, dict[str, Any]]) -> dict[str, frozenset[str]]:
    wanted = (
        "titles",
        "particles",
        "organizations",
        "places",
        "things",
        "strange",
        "groups",
        "bodies",
        "verbs",
        "evidence",
        "deeds_done",
        "counterparts",
        "houses",
        "describing",
        "clues",
        "reference",
        "compounds",
        "forms",
        "given",
    )
    given = frozenset(name for text in tables["given"].values() for name in entries(text))
    return {"given.any": given} | {
        f"{table}.{key}": frozenset(entries(text))
        for table in wanted
        for key, text in tables[table].items()
        if isinstance(text, str) and not (table == "places" and key == "known")
    }
