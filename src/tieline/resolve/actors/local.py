"""The actors of one document: names brought together before anything is compared across documents."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.model.span import Span
from tieline.resolve.actors.firm_homes import described_homes
from tieline.resolve.actors.naming import fold, full_names, may_be_one, parts
from tieline.resolve.actors.nicknames import second_names

_OUT = re.compile(r"(?:^|, )(?:[\w-]+ )?(?:former|late|ex|then)\b|\bpredecessor\b")
NAMED = ("name", "demonym", "metonym")
_KEPT = ("sheikh", "pope", "king", "queen", "prince", "princess", "emperor", "sultan", "emir")  # part of a name that has one word
_STYLES = ("mr", "mrs", "ms", "sir", "lady", "dame", "lord", "smt", "madam", "madame")
_STATE = ("president", "premier", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "head of state", "head of government")


@dataclass(eq=False)
class Local:
    """One actor of one document: its names, offices, country, and the mentions that carry them."""

    document: str
    kind: str
    names: Counter[str] = field(default_factory=Counter)
    mentions: list[ActorMention] = field(default_factory=list)
    roles: list[tuple[str, str | None, ActorMention]] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    gender: str | None = None
    styled: set[str] = field(default_factory=set)
    first: Span | None = None  # the first mention
    lent: tuple[str, ...] = ()  # titles that only other texts give
    elsewhere: str | None = None  # the country that only other texts give
    _titles: dict[str, None] = field(default_factory=dict)
    _told: int = 0  # how many of the roles are among the titles

    @property
    def titles(self) -> Iterable[str]:
        """The different titles of the actor's roles, in the order in which the text gives them."""
        if self._told < len(self.roles):
            self._titles.update((title, None) for title, _, _ in self.roles[self._told :])
            self._told = len(self.roles)
        return self._titles

    @property
    def name(self) -> str:
        """The fullest name: most parts, then most frequent, then first by alphabet."""
        fullest = min(self.names, key=lambda name: (-len(parts(name)), -self.names[name], name))
        styled = sorted(one for one in self.styled if one.endswith(" " + fullest) and one.split()[0].lower() in _KEPT)
        return styled[0] if styled and len(parts(fullest)) == 1 else fullest

    @property
    def country(self) -> str | None:
        """The country that the document gives the actor, the one stated most often."""
        if len(self.countries) < 2:
            return next(iter(self.countries), None)
        return min(self.countries, key=lambda one: (-self.countries[one], one))

    def holds(self, title: str) -> bool:
        """Whether one of the actor's titles is the given one, or a longer or shorter form of it."""
        return any(same_title(own, title) for own in (*self.titles, *self.lent))

    @property
    def is_out(self) -> bool:
        """Whether the text knows the actor only as one who held his office before: "former President X", "the late premier"."""
        titled = [mention.text.lower() for mention in self.mentions if mention.title and mention.form == "name"]
        return bool(titled) and all(_OUT.search(text) for text in titled)

    @property
    def leads_state(self) -> bool:
        """Whether the actor heads a state or government: president of a country, not of a chamber."""
        return any(is_state_title(title) and (of is None or of == self.country) for title, of, _ in self.roles)


@lru_cache(maxsize=8192)
def is_state_title(title: str) -> bool:
    """Whether a title is that of a head of state or government."""
    return any(title == one or title.endswith(" and " + one) or title.startswith(one + " and ") for one in _STATE)


_CROWNS = ("king", "queen", "emperor", "empress", "sultan", "emir", "pope")


def is_other_house(name: str, titles: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a name of one word is that of a king, and somebody else's titles are those of his ministers: "King Osric", "Osric Vael"."""
    if len(parts(name)) != 1 or not any(title in _CROWNS for title in titles):
        return False
    held = list(others)
    return any(is_state_title(title) or is_ministerial(title) for title in held) and not any(title in _CROWNS for title in held)


_PORTFOLIO = re.compile(r"(?:[\w-]+ ){0,3}?(?:minister|secretary) (?:of|for) ")
_PRIVATE = ("press secretary", "private secretary", "general secretary", "executive secretary", "party secretary")


@lru_cache(maxsize=8192)
def is_ministerial(title: str) -> bool:
    """Whether a title is that of a minister or secretary of a government: "trade minister", "minister of foreign affairs"."""
    return (title.endswith(("minister", "secretary")) and not title.endswith(_PRIVATE)) or _PORTFOLIO.match(title) is not None


@lru_cache(maxsize=65536)
def same_title(one: str, other: str) -> bool:
    """Whether two titles can be one office: equal, or one ends in the other ("minister", "transport minister")."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if short in ("president", "premier", "king", "queen") and "vice" in long:
        return False
    if ("premier" in one and other == "prime minister") or ("premier" in other and one == "prime minister"):
        return True
    if _inner(short.split(), long.split()) or _core(short, long):
        return True
    speakers = ("spokesperson", "spokesman", "spokeswoman")
    if one.endswith(speakers) and other.endswith(speakers):
        return True
    return long.endswith(" " + short) or long.startswith((short + " of", short + " for", short + " and")) or f"and {short}" in long


def _inner(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a title is another without some of its middle words: "deputy minister" for "deputy foreign minister"."""
    if len(short) < 2 or short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(word in rest for word in short)


_BEFORE_CORE = ("first", "senior", "acting", "interim", "then", "second", "chief", "principal")


def _core(short: str, long: str) -> bool:
    """Whether a title is another without its rank and what it is for: "deputy minister" for "first deputy minister of trade"."""
    before, found, after = f" {long} ".partition(f" {short} ")
    return bool(found) and before.strip() in _BEFORE_CORE and after.startswith(("of ", "for ", "and "))


SHORTEST = 4  # letters of a word that may be short for the name of a firm


class Locals:
    """The actors of one document with the mention each name belongs to."""

    def __init__(self, reading: Reading, lex: Lexicon) -> None:
        self.document = reading.article.document.id
        self.lex = lex
        self.all: list[Local] = []
        self.of_mention: dict[ActorMention, Local] = {}
        self.heads: Mapping[str, frozenset[str]] = {}  # the last names of those who lead each state, in all texts
        self.strangers = [mention for mention in reading.actors if mention.kind == "unknown"]
        second = second_names(reading.actors, reading.article.text)
        named = [mention for mention in reading.actors if mention.form in NAMED and mention.name and mention.kind != "unknown"]
        called = {fold(mention.name or ""): own for mention, own in second.items()}
        second |= {one: called[fold(one.name or "")] for one in (*named, *self.strangers) if fold(one.name or "") in called}
        named = [mention for mention in named if mention not in second]
        self._persons([mention for mention in named if mention.kind == "person"])
        self._others([mention for mention in named if mention.kind != "person"], reading)
        self.strangers = [mention for mention in self.strangers if mention not in second]
        for mention, own in second.items():
            if own in self.of_mention:
                self._add_second(self.of_mention[own], mention)
        self._letters()
        self._short_names()

    def persons(self) -> list[Local]:
        """The persons, in order of their first mention."""
        return [one for one in self.all if one.kind == "person"]

    def _persons(self, mentions: Sequence[ActorMention]) -> None:
        full = sorted(mentions, key=lambda one: (-len(parts(one.name or "")), one.span))
        by_key: dict[str, list[Local]] = {}
        for mention in (one for one in full if len(parts(one.name or "")) > 1):
            self._place(mention, by_key)
        for mention in sorted((one for one in full if len(parts(one.name or "")) <= 1), key=lambda one: one.span):
            self._place(mention, by_key)
        self.all.sort(key=first_span)

    def _place(self, mention: ActorMention, by_key: dict[str, list[Local]]) -> None:
        name = mention.name or ""
        options = list(dict.fromkeys(one for key in parts(name) for one in by_key.get(key, ())))
        fitting = [one for one in options if any(may_be_one(name, known) for known in full_names(one.names)) and self._agree(one, mention)]
        chosen = self._choose(fitting, mention)
        if chosen is None:
            chosen = Local(self.document, "person")
            self.all.append(chosen)
        for key in parts(name):
            if chosen not in by_key.setdefault(key, []):
                by_key[key].append(chosen)
        self._add(chosen, mention)

    def _agree(self, one: Local, mention: ActorMention) -> bool:
        """Whether title and country of a mention fit a person."""
        if mention.country and one.country and mention.country != one.country:
            return False
        if mention.title and is_other_house(mention.name or "", (mention.title,), one.titles):
            return False
        if mention.title and one.roles and len(parts(mention.name or "")) == 1:
            gender = self.lex.gender.get(mention.title)
            return not (gender and one.gender and gender != one.gender)
        return True

    def _choose(self, fitting: Sequence[Local], mention: ActorMention) -> Local | None:
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        title = mention.title
        titled = [one for one in fitting if title and one.holds(title)]
        called = [one for one in fitting if not title and mention.name in one.names]
        pool = titled or called or list(fitting)
        return min(pool, key=lambda one: (not one.leads_state, -len(one.mentions), first_span(one)))

    def _others(self, mentions: Sequence[ActorMention], reading: Reading) -> None:
        by_name: dict[tuple[str, str], Local] = {}
        heads: dict[str, Local] = {}
        homes = described_homes(mentions, reading, self.lex)
        for mention in mentions:
            name = mention.name or ""
            key = ("country" if mention.kind == "country" else "thing", fold(name))
            local = by_name.get(key)
            if local is None and mention.kind == "organization" and " " not in name:
                local = heads.get(fold(name)) or self._introduced(mention, by_name, reading)
            if local is None and " " not in name and mention.kind == "organization" and self.lex.has("organizations.heads", fold(name)):
                continue
            if local is None:
                local = Local(self.document, mention.kind)
                self.all.append(local)
            by_name[key] = local
            if mention.kind in ("organization", "company"):
                heads.setdefault(fold(name).split()[-1], local)
                if " of " in name or " for " in name:
                    heads.setdefault(fold(name).split()[0], local)  # "the League of Seas ... the League"
            self._add(local, mention)
            if mention in homes:
                local.countries[homes[mention]] += 1

    def _letters(self) -> None:
        """Bodies named by letters, joined with the one body of the text that they shorten: "OGL" of "Orsenda Global Logistics"."""
        bodies = [one for one in self.all if one.kind in ("organization", "company")]
        spelled: dict[str, list[Local]] = {}
        for one in bodies:
            spelled.setdefault(initials(one.name), []).append(one)
        gone: set[int] = set()
        for one in [one for one in bodies if one.name.isupper() and len(one.name) > 2]:
            whole = spelled.get(one.name, ())
            if len(whole) == 1 and whole[0] is not one and first_span(whole[0]) < first_span(one):
                gone.add(id(one))
                for mention in one.mentions:
                    self._add(whole[0], mention)
        self.all = [one for one in self.all if id(one) not in gone]

    def _short_names(self) -> None:
        """Names of one word that nothing explains, short for one firm of the text: "Tarvo" of "Tarvo Mining Corp"."""
        firms: dict[str, list[Local]] = {}
        for local in self.all:
            first = min((fold(name).split()[0] for name in local.names if " " in name), default=None) if local.kind == "company" else None
            if first is not None and len(first) >= SHORTEST:
                firms.setdefault(first, []).append(local)
        taken = {part for one in self.persons() for name in one.names for part in parts(name)}
        short = {mention: firms.get(fold(mention.name or mention.text), []) for mention in self.strangers}
        for mention, found in short.items():
            longest = fold(max((one.name for one in found), key=len, default=""))
            one_firm = bool(found) and all(longest.startswith(fold(one.name)) for one in found)
            if one_firm and mention.form in NAMED and not taken & set(parts(mention.text)):
                self._add(found[0], mention)
        self.strangers = [mention for mention in self.strangers if mention not in self.of_mention]

    def _introduced(self, mention: ActorMention, by_name: dict[tuple[str, str], Local], reading: Reading) -> Local | None:
        """The organization whose acronym in brackets this is: "Asia-Pacific Economic Cooperation (APEC)"."""
        start, text = mention.span.start, reading.article.text
        if not mention.text.isupper() or text[start - 1 : start] != "(":
            return None
        for local in reversed(list(by_name.values())[-6:]):
            if local.kind in ("organization", "company") and any(0 <= start - one.span.end <= 3 for one in local.mentions[-1:]):
                return local
        return None

    def _add_second(self, local: Local, mention: ActorMention) -> None:
        """Take in a mention by a second name, which never becomes the first."""
        local.mentions.append(mention)
        local.styled |= {mention.name or "", " ".join(mention.text.split())}
        self.of_mention[mention] = local

    def _add(self, local: Local, mention: ActorMention) -> None:
        local.names[mention.name or ""] += 1
        local.mentions.append(mention)
        local.first = min(local.first, mention.span) if local.first else mention.span
        self.of_mention[mention] = local
        if mention.country and mention.country != mention.name:
            local.countries[mention.country] += 1
        words = mention.text.split()
        at = words.index(mention.name) if mention.name in words else 0
        if at and words[at - 1].lower() in _KEPT:
            local.styled.add(" ".join(words[at - 1 : at + 1]))  # "Prime Minister Sheikh Hasina"
        if mention.title:
            local.gender = local.gender or self.lex.gender.get(mention.title) or self._by_style(mention)
            if self.lex.titles.value(mention.title) == "style":
                local.styled.add(" ".join(mention.text.split()))
                return
            local.roles.append((mention.title, mention.of, mention))

    def _by_style(self, mention: ActorMention) -> str | None:
        """The gender that a style between office and name tells: "the Permanent Secretary, Mr Orsen"."""
        before = mention.text.split(mention.name or " ")[0].split()[-1:]
        style = before[0].strip(".").lower() if before else ""
        return self.lex.gender.get(style) if style in _STYLES else None


def initials(name: str) -> str:
    """The first letters of the words with a capital; "" for a single word."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()) if " " in name else ""


def first_span(local: Local) -> Span:
    """Where an actor is first named."""
    return local.first or min(mention.span for mention in local.mentions)


def by_start(mentions: Iterable[ActorMention]) -> list[ActorMention]:
    """Mentions in order of place."""
    return sorted(mentions, key=lambda one: (one.span.start, -one.span.end))
