"""The words of questions, read from `data/en/questions`: forms, acts, synonyms, courtesy."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from tieline.kept import once, program_key
from tieline.light import dataclass
from tieline.model.token import Token
from tieline.query.reading.slots import no_slots
from tieline.query.reading.words import fold, stem, stemmed_pattern, stems
from tieline.rules.load import Rulebook
from tieline.rules.pattern import Match, Pattern, Slots, compile_pattern, firsts_of_all, words_of_all

FOLDER = "en/questions"


@dataclass(frozen=True)
class Phrase:
    """One rule of question words with its compiled patterns. `words`: one of them stands in every match (None: not known)."""

    id: str
    fields: dict[str, Any]
    patterns: tuple[Pattern, ...]
    words: frozenset[str] | None

    def search(self, tokens: Sequence[Token], slots: Slots) -> Match | None:
        """The first and longest match; only at the start where the rule says so."""
        if self.fields.get("start"):
            found = [match for pattern in self.patterns if (match := pattern.match(tokens, 0, slots))]
        else:
            words = frozenset(token.lower for token in tokens)
            may_be = (one for one in self.patterns if one.firsts is None or not one.firsts.isdisjoint(words))
            found = [match for pattern in may_be if (match := pattern.search(tokens, slots))]
        return min(found, key=lambda match: (match.start, -match.end), default=None)


@dataclass(frozen=True)
class Wording:
    """Patterns and what is read in their place; `start` where they must open the question, `ends` where others must close it.

    `unless`: what must stand nowhere before them; `words`: one of them stands in every question for it (None: not known).
    """

    patterns: tuple[Pattern, ...]
    ends: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    by: str
    words: frozenset[str] | None
    start: bool = False


@dataclass(frozen=True)
class Refusal:
    """Ways of asking for what no text tells and the sentence that says so; `words`: one of them stands in every match."""

    says: str
    patterns: tuple[Pattern, ...]
    words: frozenset[str] | None


_Rule = TypeVar("_Rule", Phrase, Refusal)


def may_stand(rules: Iterable[_Rule], tokens: Sequence[Token]) -> Iterator[_Rule]:
    """The rules of which a word stands among the tokens, and those of which no word is known, in their order."""
    words = frozenset(token.lower for token in tokens)
    return (rule for rule in rules if rule.words is None or not rule.words.isdisjoint(words))


@dataclass(frozen=True)
class Tongue:
    """Another language: its question words and the little words of its questions, both folded."""

    name: str
    asks: frozenset[str]
    little: frozenset[str]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The question words of a rulebook, compiled when first needed. `lexicon_of` gives the one of a rulebook."""

    rulebook: Rulebook

    @cached_property
    def tables(self) -> dict[str, Any]:
        """The tables that stand beside the rules; lists of a user's own file come in addition."""
        merged: dict[str, Any] = {}
        for _, table in self.rulebook.tables(FOLDER):
            for name, content in table.items():
                if name != "rule":
                    merged.setdefault(name, []).append(content)
        return merged

    @cached_property
    def forms(self) -> tuple[Phrase, ...]:
        """Form rules, the most telling first."""
        forms = [phrase for phrase in self._phrases if "form" in phrase.fields]
        return tuple(sorted(forms, key=lambda phrase: (-phrase.fields.get("rank", 0), phrase.id)))

    @cached_property
    def acts(self) -> tuple[Phrase, ...]:
        """Rules for acts and things, by id."""
        return tuple(phrase for phrase in self._phrases if "form" not in phrase.fields)

    @cached_property
    def _phrases(self) -> tuple[Phrase, ...]:
        made = ((rule, _compiled(rule.fields["patterns"])) for rule in self.rulebook.rules(FOLDER))
        return tuple(Phrase(rule.id, dict(rule.fields), patterns, words_of_all(patterns)) for rule, patterns in made)

    @cached_property
    def reason_openings(self) -> dict[str, tuple[Pattern, ...]]:
        """How a sentence opens that gives the reason of the one before it ("behind"), or has the one before for its own ("ahead")."""
        own = self.tables["reasons"]
        return {key: _compiled(pattern for table in own for pattern in table.get(key, ())) for key in ("behind", "ahead")}

    @cached_property
    def courtesy(self) -> tuple[Pattern, ...]:
        """What people say around a question."""
        return _compiled(pattern for table in self.tables["courtesy"] for pattern in table["patterns"])

    @cached_property
    def courtesy_words(self) -> frozenset[str] | None:
        """The words with which that begins, as stems; None where any can."""
        return firsts_of_all(self.courtesy)

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Ways of asking for what no text tells, each under the sentence that says so."""
        made = ((one["says"], _compiled(one["patterns"])) for table in self.tables.get("refusal", ()) for one in table)
        return tuple(Refusal(says, patterns, words_of_all(patterns)) for says, patterns in made)

    def refused(self, tokens: Sequence[Token]) -> str | None:
        """Why no text tells what a question asks for, given the stems of its words; None where a text may."""
        may_be = may_stand(self.refusals, tokens)
        return next((refusal.says for refusal in may_be if any(p.search(tokens, no_slots) for p in refusal.patterns)), None)

    @cached_property
    def missing(self) -> dict[str, str]:
        """For each kind of answer the words that say that it is not in the texts."""
        return {kind: says for table in self.tables.get("missing", ()) for kind, says in table.items()}

    @cached_property
    def slips(self) -> dict[str, str]:
        """Short ways of writing a word, and slips that its letters do not betray."""
        return dict(pair.split("=") for table in self.tables.get("slips", ()) for pair in table["pairs"].split())

    @cached_property
    def light(self) -> frozenset[str]:
        """Stems of words that a text need not hold: they shade a question, or say what sort of answer is wanted."""
        return frozenset(word for table in self.tables.get("light", ()) for words in table.values() for word in stems(words))

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """Ways of asking with plainer ones, in the order of the table."""
        return tuple(_wording(one) for table in self.tables.get("wording", ()) for one in table)

    @cached_property
    def tags(self) -> tuple[Pattern, ...]:
        """What turns a statement into a question: ", isn't it?"."""
        return _compiled(pattern for table in self.tables.get("tag", ()) for one in table for pattern in one["patterns"])

    @cached_property
    def tongues(self) -> tuple[Tongue, ...]:
        """Other languages than English, in which a question may be put."""
        tables = (one for table in self.tables.get("tongue", ()) for one in table)
        return tuple(Tongue(one["name"], frozenset(one["asks"].split()), frozenset(one["little"].split())) for one in tables)

    @cached_property
    def honorifics(self) -> frozenset[str]:
        """What stands before a name and says no more than that it is one: "Mr"."""
        return frozenset(word for table in self.tables.get("honorifics", ()) for word in table["words"].split())

    @cached_property
    def asking(self) -> frozenset[str]:
        """The words that open a question."""
        return frozenset(word for table in self.tables.get("asking", ()) for word in table["words"].split())

    @cached_property
    def stop(self) -> frozenset[str]:
        """Folded words, and their stems, that carry no constraint."""
        words = [word for table in self.tables["stop"] for word in table["words"].split()]
        words += [word for table in self.tables.get("light", ()) for word in table.get("hedges", "").split()]
        told = frozenset(word for table in self.tables["stop"] for word in table.get("telling", "").split())
        return frozenset(fold(word) for word in words) | frozenset(stem(word) for word in words) - told

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Names that only their capitals tell from a word that carries no constraint: "US"."""
        return frozenset(word for table in self.tables["stop"] for word in table.get("capitals", "").split())

    @cached_property
    def whatever(self) -> frozenset[str]:
        """Stems of words that ask for whatever happened, and for no kind of event."""
        return frozenset(stem(word) for table in self.tables.get("whatever", ()) for word in table["words"].split())

    @cached_property
    def bare(self) -> frozenset[str]:
        """Words that never carry a constraint, not even where a question has no others."""
        return frozenset(fold(word) for table in self.tables["stop"] for word in table.get("bare", "").split())

    @cached_property
    def plain_agreements(self) -> frozenset[str]:
        """Folded words that call an agreement no more than an agreement."""
        return frozenset(word for table in self.tables["agreements"] for word in table["plain"].split())

    @cached_property
    def titles(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Titles of offices as stems, the longest first, by the first of their words."""
        titles = {stems(title) for table in self.tables["roles"] for title in table["titles"]}
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        for title in sorted(titles, key=lambda title: (-len(title), title)):
            found[title[0]] = (*found.get(title[0], ()), title)
        return found

    @cached_property
    def of_no_office(self) -> frozenset[str]:
        """Words before a title, as stems, that make it no office: "business leaders"."""
        return frozenset(word for table in self.tables["roles"] for word in stems(table.get("of_none", "")))

    @cached_property
    def alike_titles(self) -> dict[str, tuple[str, ...]]:
        """For each title of an office, as stems, the others that name the same one."""
        groups = [group for table in self.tables["roles"] for group in table.get("alike", ())]
        found: dict[str, tuple[str, ...]] = {}
        for group in groups:
            ways = tuple(" ".join(stems(way)) for way in group.split("|"))
            found.update({way: tuple(other for other in ways if other != way) for way in ways})
        return found

    def is_light(self, stem_: str) -> bool:
        """Whether a stem, or each of the words of a run of stems, need not be met in the texts."""
        return all(word in self.light or word in self.stop for word in stem_.split())

    @cached_property
    def verbs(self) -> dict[str, tuple[str, ...]]:
        """For each verb or phrase of a verb, as stems, those that say the same of an event."""
        return self._alike("verbs")

    @cached_property
    def nouns(self) -> dict[str, tuple[str, ...]]:
        """For each noun, as stems, those that name the same thing beside the same verb."""
        return self._alike("nouns")

    @cached_property
    def senses(self) -> dict[str, tuple[str, ...]]:
        """For each word or phrase, as stems, the others by which the last way of answering reads it."""
        return self._alike("senses")

    @cached_property
    def quantities(self) -> dict[str, frozenset[str]]:
        """For each kind of unit the stems of nouns that stand for a number of it."""
        return self._sets("quantities")

    @cached_property
    def verb_kinds(self) -> dict[str, frozenset[str]]:
        """The stems of verbs by what they leave to the other words of a question: "light", "posts", ..."""
        return self._sets("verb_kinds")

    @cached_property
    def sites(self) -> dict[str, frozenset[str]]:
        """The stems of words behind which a name tells where something was: "behind", and the "nouns" for places before "of"."""
        return self._sets("sites")

    @cached_property
    def planned_kinds(self) -> dict[str, frozenset[str]]:
        """For each type of event the stems of nouns by which questions ask which are planned."""
        return self._sets("planned_kinds")

    @cached_property
    def kinds_asked(self) -> dict[str, frozenset[str]]:
        """For each kind of name the stems of nouns by which questions ask for it."""
        return self._sets("kinds_asked")

    @cached_property
    def office_kinds(self) -> dict[str, frozenset[str]]:
        """For what people call those in office ("diplomat") the stems of the titles; under "calling" those of no office."""
        return self._sets("office_kinds")

    @cached_property
    def gatherings(self) -> frozenset[str]:
        """The nouns for gatherings that have a name of their own, as stems: "summit", "forum"."""
        return frozenset(word for table in self.tables.get("gatherings", ()) for word in stems(table["nouns"]))

    @cached_property
    def kinds_of_events(self) -> dict[str, frozenset[str]]:
        """For each noun for events, as a stem, the types that it can mean."""
        found: dict[str, set[str]] = {}
        for table in self.tables.get("kinds_of_events", ()):
            for kind, nouns in table.items():
                for word in stems(nouns):
                    found.setdefault(word, set()).add(kind)
        return {word: frozenset(kinds) for word, kinds in found.items()}

    @cached_property
    def contraries(self) -> tuple[tuple[str, str], ...]:
        """Pairs of the stems of measures of which one is the contrary of the other."""
        pairs = (pair.split("|") for table in self.tables.get("contrary_measures", ()) for pair in table["pairs"])
        return tuple((stem(one), stem(other)) for one, other in pairs)

    @cached_property
    def open_nouns(self) -> frozenset[str]:
        """Stems of nouns that say nothing of what is asked for: "results", "things", "reasons"."""
        own = (word for table in self.tables.get("open_nouns", ()) for word in stems(table["nouns"]))
        return frozenset((*own, *self.listed["loose"], *self.listed["points"]))

    @cached_property
    def impersonal(self) -> frozenset[str]:
        """Stems of nouns that close a name which is nobody's: "the Informal Meeting"."""
        return frozenset(word for table in self.tables.get("impersonal", ()) for word in stems(table["nouns"]))

    @cached_property
    def right(self) -> frozenset[str]:
        """Words that are right as they are written, with their plurals."""
        words = [word for table in self.tables.get("right", ()) for word in table["words"].split()]
        return frozenset(form for word in words for form in (word, f"{word}s"))

    @cached_property
    def common(self) -> frozenset[str]:
        """Stems of words that are no slips of the pen, though neither the texts nor the rules of questions may hold them."""
        groups = {word for key in self.senses for word in key.split()}
        nouns = {
            word
            for table in (self.quantities, self.verb_kinds, self.planned_kinds, self.kinds_asked)
            for own in table.values()
            for word in own
        }
        right = {word for table in self.tables.get("right", ()) for word in stems(table["words"])}
        return frozenset(groups | nouns | right)

    @cached_property
    def listed(self) -> dict[str, frozenset[str]]:
        """The stems of nouns by which questions ask for what a sentence lists, of those for points, and of the verbs for listing."""
        return self._sets("listed")

    @cached_property
    def motion(self) -> dict[str, frozenset[str]]:
        """The stems of verbs and nouns for going somewhere, for receiving who comes, and of what keeps a journey from being one."""
        return self._sets("motion")

    @cached_property
    def framing(self) -> frozenset[str]:
        """The stems of words that only frame an open question: "attitude", "purpose", "want"."""
        return frozenset(word for words in self._sets("framing").values() for word in words)

    def _sets(self, name: str) -> dict[str, frozenset[str]]:
        tables = self.tables.get(name, ())
        return {key: frozenset(word for one in tables for word in stems(one.get(key, ""))) for table in tables for key in table}

    def _alike(self, name: str) -> dict[str, tuple[str, ...]]:
        """The groups of a table by each of their ways; those of the shipped rules are kept, each table for itself."""
        if self.rulebook.extra is not None:
            return self._grouped(name)
        return once(f"alike-{name}-{program_key()}", lambda: self._grouped(name), instead_of=f"alike-{name}-*")

    def _grouped(self, name: str) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for table in self.tables.get(name, ()):
            for group in table["groups"]:
                ways = [" ".join(stems(way)) for way in group.split("|")]
                for way in ways:
                    found.setdefault(way, {}).update(dict.fromkeys(ways))
        return {way: tuple(others) for way, others in found.items()}

    @cached_property
    def bland(self) -> frozenset[str]:
        """Stems of adjectives that single out nothing."""
        return frozenset(word for table in self.tables.get("bland", ()) for word in stems(table["words"]))

    @cached_property
    def generic(self) -> frozenset[str]:
        """Stems of nouns that say only what kind of thing something is: "the ferry service", "the gas project"."""
        return frozenset(word for table in self.tables.get("generic", ()) for word in stems(table["nouns"]))

    @cached_property
    def synonyms(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """For a stem, the other ways (each a run of stems) of saying it."""
        found: dict[str, dict[tuple[str, ...], None]] = {}
        for table in self.tables["synonyms"]:
            for group in table["groups"]:
                runs = [run for words in group.split("|") if (run := stems(words))]
                for run in runs:
                    found.setdefault(" ".join(run), {}).update(dict.fromkeys(other for other in runs if other != run))
        for table in self.tables.get("members", ()):
            for kind, words in table.items():
                found.setdefault(stem(kind), {}).update(dict.fromkeys((word,) for word in stems(words)))
        return {key: tuple(runs) for key, runs in found.items()}

    @cached_property
    def known(self) -> frozenset[str]:
        """Words and stems that the rules know."""
        patterns = [pattern for phrase in self._phrases for pattern in phrase.patterns]
        words = {word for pattern in patterns for word in re.findall(r"[a-z]+", pattern.source)}
        return frozenset(words | {word for key in self.synonyms for word in key.split()})

    def knows(self, word: str) -> bool:
        """Whether the rules know a word or its stem."""
        return word in self.known or stem(word) in self.known


def lexicon_of(rulebook: Rulebook) -> Lexicon:
    """The words of questions; those of the shipped rules are kept on disk, since compiling them takes longer than answering."""
    if rulebook.extra is not None:
        return Lexicon(rulebook)
    return once(f"words-{program_key()}", lambda: _complete(Lexicon(rulebook)), instead_of="words-*")


def _complete(lexicon: Lexicon) -> Lexicon:
    """The lexicon with everything made that a question can need."""
    for name in (
        "tables",
        "forms",
        "acts",
        "courtesy",
        "courtesy_words",
        "refusals",
        "missing",
        "light",
        "slips",
        "wordings",
        "tags",
        "asking",
        "stop",
        "titles",
        "alike_titles",
        "synonyms",
        "known",
    ):
        getattr(lexicon, name)
    return lexicon


def _wording(one: dict[str, Any]) -> Wording:
    patterns, ends = _compiled(one["patterns"]), _compiled(one.get("ends", ()))
    words = words_of_all(patterns or ends)
    return Wording(patterns, ends, _compiled(one.get("unless", ())), one["by"], words, start=bool(one.get("start")))


def _compiled(sources: Iterable[str]) -> tuple[Pattern, ...]:
    return tuple(compile_pattern(stemmed_pattern(source)) for source in sources)
