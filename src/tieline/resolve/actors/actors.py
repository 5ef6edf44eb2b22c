"""Actors: the names of all documents brought together, and whom every mention means."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tieline.extract.names.gazetteer import Lexicon, lexicon
from tieline.ids import fact_id
from tieline.model.actor import Actor, ActorKind, Role
from tieline.model.issue import Issue
from tieline.model.mention import ActorMention, Reading
from tieline.model.span import Citation, Span
from tieline.model.time import TimeValue
from tieline.resolve.actors.firms import join_firms
from tieline.resolve.actors.identity import Person, join_persons, join_states
from tieline.resolve.actors.lent import lend
from tieline.resolve.actors.local import Local, Locals, first_span, is_ministerial
from tieline.resolve.actors.naming import fold, parts
from tieline.resolve.actors.references import OPPOSITE, Pointers, find_pointers
from tieline.resolve.actors.seats import settle_seats
from tieline.resolve.actors.states import settle_states
from tieline.resolve.cite import cite
from tieline.rules.load import Rulebook

LONGEST = 400  # characters of the longest words that name actors
PROSE = ("prose", "list", "question", "correction")
SHORTEST = 4  # letters of a surname that may stand for one person over all texts
_KINDS = ("country", "person", "organization", "company", "place", "group")


@dataclass(frozen=True)
class ActorTable:
    """The actors of all texts, in order of kind and name, and which of them the words of a span mean."""

    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...] = ()
    _spans: Mapping[str, Mapping[Span, tuple[str, ...]]] = field(default_factory=dict)
    _names: Mapping[str, str] = field(default_factory=dict)
    _sorted: dict[str, list[Span]] = field(default_factory=dict)

    def who(self, document_id: str, span: Span) -> tuple[str, ...]:
        """The ids of the actors that the words of a span mean; () where that is open."""
        spans = self._spans.get(document_id, {})
        if span in spans:
            return spans[span]
        near = self._near(document_id, spans, span)
        inside = [one for one in near if span[0] <= one[0] and one[1] <= span[1]]
        outside = [one for one in near if one[0] <= span[0] and span[1] <= one[1]]
        best = min(outside, key=lambda one: (one[1] - one[0], one), default=None) or min(
            inside, key=lambda one: (one[0] - one[1], one), default=None
        )
        return spans[best] if best else ()

    def _near(self, document_id: str, spans: Mapping[Span, tuple[str, ...]], span: Span) -> list[Span]:
        """The known spans of a document that begin inside a span or not far before it."""
        if document_id not in self._sorted:
            self._sorted[document_id] = sorted(spans)
        order = self._sorted[document_id]
        return order[bisect_left(order, (span[0] - LONGEST, 0)) : bisect_left(order, (span[1], 0))]

    def name(self, actor_id: str) -> str:
        """The name of an actor."""
        return self._names.get(actor_id, actor_id)


def resolve_actors(
    readings: Sequence[Reading], rulebook: Rulebook, *, published: Mapping[str, TimeValue | None] | None = None
) -> ActorTable:
    """The actors of a set of articles; the order in which they are given does not matter.

    `published` gives the publication dates of documents by id, where they are known better than the documents say.
    """
    lex = lexicon(rulebook)
    readings = settle_states(settle_seats(sorted(readings, key=lambda one: one.article.document.id), lex), lex)
    tables = [Locals(reading, lex) for reading in readings]
    lend(tables)
    pointers = [find_pointers(reading, table, lex) for reading, table in zip(readings, tables, strict=True)]
    return _Builder(readings, tables, pointers, lex, published or {}).build()


@dataclass
class _Builder:
    readings: Sequence[Reading]
    tables: Sequence[Locals]
    pointers: Sequence[Pointers]
    lex: Lexicon
    published: Mapping[str, TimeValue | None]
    id_of: dict[int, str] = field(default_factory=dict)
    group_spans: dict[str, dict[Span, tuple[str, ...]]] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)

    def build(self) -> ActorTable:
        states = join_states([one for table in self.tables for one in table.all if one.kind == "country"], self.lex)
        self._articles = {reading.article.document.id: reading.article for reading in self.readings}
        for name, members in states.items():
            self._actor(name, "country", members, None)
        self._unnamed(set(states))
        self._renamed = {alias: name for name, members in states.items() for one in members for alias in one.names}
        self._demonyms = {
            name: Counter(" ".join(m.text.split()) for one in members for m in one.mentions if m.form == "demonym")
            for name, members in states.items()
        }
        self._things()
        for person in join_persons([one for table in self.tables for one in table.persons()], self._renamed, self._lands()):
            person.country = person.country or self._seat(person)
            self._actor(person.name, "person", person.members, person)
        self._groups()
        self.by_name = {fold(one.name): one.id for one in sorted(self.actors.values(), key=lambda one: one.id) if one.kind != "group"}
        actors = tuple(sorted(self.actors.values(), key=lambda one: (_KINDS.index(one.kind), fold(one.name), one.id)))
        return ActorTable(actors, (), self._all_spans(), {one.id: one.name for one in actors})

    def _lands(self) -> dict[str, set[str]]:
        """The countries that each text names, by their names, adjectives or capitals."""
        return {
            reading.article.document.id: {
                self._renamed.get(one.country, one.country) for one in reading.actors if one.country and self._is_state(one.country)
            }
            for reading in self.readings
        }

    def _unnamed(self, named: set[str]) -> None:
        """Countries of which a text names the capital or a house of theirs alone: "flew to Warsaw", "the Polish Foreign Ministry"."""
        found: dict[str, list[Local]] = {}
        for reading, table in zip(self.readings, self.tables, strict=True):
            homes = {one.country for one in table.persons()}
            for mention in reading.actors:
                country = mention.country or self._around(mention) or ""
                written = mention.country and reading.article.sentences[mention.sentence].zone == "dateline" and mention.country in homes
                if country in named or not (written or self._is_seat(mention, reading) or self._is_house(mention, reading)):
                    continue
                local = Local(reading.article.document.id, "country", Counter({country: 1}), [mention], first=mention.span)
                found.setdefault(country, []).append(local)
        for country in sorted(found):
            self._actor(country, "country", found[country], None)

    def _is_seat(self, mention: ActorMention, reading: Reading) -> bool:
        """Whether the prose names a capital, or another city of one country, that is no other place."""
        led = reading.article.text[max(mention.span.start - 5, 0) : mention.span.start].split()[-1:]
        if mention.kind != "place" or (mention.inner and led not in (["in"], ["to"], ["from"])):
            return False  # "the mayor of Lima"; but "its ambassador in Lima"
        prose = reading.article.sentences[mention.sentence].zone in PROSE
        if self._around(mention):
            return prose
        known = self.lex.countries.value(mention.text) if mention.country in self.lex.regions else None
        return prose and known is not None and known.use == "capital" and not known.cased and known.country == mention.country

    def _is_house(self, mention: ActorMention, reading: Reading) -> bool:
        """Whether the prose names a ministry, parliament or other house of a country in the table."""
        if mention.kind != "organization" or mention.form != "name" or mention.country not in self.lex.regions:
            return False
        words = (mention.name or "").lower().split()
        prose = reading.article.sentences[mention.sentence].zone in PROSE
        return prose and any(self.lex.has("houses.heads", word) for word in words)

    def _around(self, mention: ActorMention) -> str | None:
        """The country around a city that is no capital."""
        return self.lex.cities.get(mention.name or "") if mention.kind == "place" and mention.country is None else None

    def _is_state(self, name: str | None) -> bool:
        return name is not None and (name in self.lex.regions or name in self._renamed)

    def _things(self) -> None:
        groups: dict[str, list[Local]] = {}
        for table in self.tables:
            for local in table.all:
                if local.kind not in ("country", "person"):
                    groups.setdefault(fold(local.name).removeprefix("the "), []).append(local)
        for members in join_firms(groups):
            kind = Counter(one.kind for one in members).most_common(1)[0][0]
            names = Counter(name for one in members for name in one.names.elements())
            self._actor(min(names, key=lambda name: (-len(name), _is_shouted(name), name)), kind, members, None)

    def _groups(self) -> None:
        """Groups that a country owns: "Chinese companies", "Peruvian officials"."""
        found: dict[str, list[tuple[str, ActorMention]]] = {}
        for reading in self.readings:
            for mention in reading.actors:
                if self._owned(mention):
                    home = self._renamed.get(mention.country or "", mention.country or "")
                    noun = (mention.title or "people").removeprefix("the ")
                    found.setdefault(f"{self._adjective(home)} {noun}", []).append((reading.article.document.id, mention))
        for name in sorted(found):
            home = found[name][0][1].country or ""
            actor = fact_id("actor", name, "group")
            evidence = self._evidence([(document, mention) for document, mention in found[name]])
            self.actors[actor] = Actor(id=actor, name=name, kind="group", country=self._renamed.get(home, home), evidence=evidence)
            for document, mention in found[name]:
                self.group_spans.setdefault(document, {})[mention.span] = (actor,)

    def _adjective(self, country: str) -> str:
        """The adjective of a country, for one that no table holds as the texts write it."""
        known = self.lex.adjectives.get(country)
        words = self._demonyms.get(country)
        return known or (min(words, key=lambda one: (-words[one], len(one), one)) if words else country)

    def _owned(self, mention: ActorMention) -> bool:
        """Whether a group is one country's: its companies or officials, not its counterparts."""
        if mention.title and " and " in mention.text:
            return False
        several = mention.form == "group" and mention.kind in ("company", "group", "person") and mention.plural
        return several and self._is_state(mention.country) and mention.title != "counterparts"

    def _actor(self, name: str, kind: str, members: Sequence[Local], person: Person | None) -> None:
        country = person.country if person else self._home(kind, members)
        names = {spelled for one in members for spelled in one.names} | {
            m.text for one in members for m in one.mentions if m.form == "demonym"
        }
        names |= {m.text for one in members for m in one.mentions if kind in ("organization", "company") and m.text.isupper()}
        names |= {styled for one in members for styled in one.styled}
        if kind == "country":
            names |= self.lex.spellings(name)
        actor = fact_id("actor", name, kind, *([country] if person and country else []))
        while actor in self.actors:
            actor = fact_id("actor", name, kind, country, actor)
        mentions = [(one.document, mention) for one in members for mention in one.mentions]
        self.actors[actor] = Actor(
            id=actor,
            name=name,
            kind=kind,
            aliases=tuple(sorted(names - {name})),
            roles=self._roles(members, country) if kind == "person" else (),
            country=country,
            evidence=self._evidence(mentions),
        )
        for one in members:
            self.id_of[id(one)] = actor

    def _seat(self, person: Person) -> str | None:
        """The country of the organization that a person speaks for."""
        homes = {one.name: one.country for one in self.actors.values() if one.kind in ("organization", "company") and one.country}
        found = [homes[of] for one in person.members for _, of, _ in one.roles if of in homes]
        return found[0] if found else None

    def _home(self, kind: str, members: Sequence[Local]) -> str | None:
        if kind == "country":
            return None
        counts = Counter(self._renamed.get(c, c) for one in members for c in one.countries.elements())
        if kind == "place" and not counts:
            return next((self.lex.cities[one.name] for one in members if one.name in self.lex.cities), None)
        return min(counts, key=lambda one: (-counts[one], one)) if counts else None

    def _evidence(self, mentions: Sequence[tuple[str, ActorMention]]) -> tuple[Citation, ...]:
        """The first mention in each document."""
        first: dict[str, ActorMention] = {}
        for document, mention in sorted(mentions, key=lambda one: (one[0], one[1].span)):
            first.setdefault(document, mention)
        return tuple(cite(self._articles[document], mention.span) for document, mention in first.items())

    def _roles(self, members: Sequence[Local], country: str | None) -> tuple[Role, ...]:
        found: dict[tuple[str, str | None, str], Role] = {}
        for one in members:
            for title, of, mention in one.roles:
                if title.endswith(OPPOSITE):
                    continue
                place = self._renamed.get(of, of) if of else country if _is_office(title, self.lex) else None
                key = (title, place, one.document)
                if key not in found:
                    time = self.published.get(one.document) or self._articles[one.document].document.published
                    found[key] = Role(title=title, of=place, time=time, evidence=(cite(self._articles[one.document], mention.span),))
        return tuple(found[key] for key in sorted(found, key=lambda key: (key[2], key[0], key[1] or "")))

    def _all_spans(self) -> dict[str, dict[Span, tuple[str, ...]]]:
        spans: dict[str, dict[Span, tuple[str, ...]]] = {}
        surnames = self._surnames()
        for table, pointers in zip(self.tables, self.pointers, strict=True):
            here = spans.setdefault(table.document, {})
            for mention, locals_ in pointers.to.items():
                self._put(here, mention, tuple(dict.fromkeys(self.id_of[id(one)] for one in locals_ if id(one) in self.id_of)))
            for mention, local in table.of_mention.items():
                if id(local) in self.id_of:
                    self._put(here, mention, (self.id_of[id(local)],))
            for mention in table.strangers:
                known = self.by_name.get(fold(mention.name or "")) or surnames.get(fold(mention.name or ""))
                if known:
                    self._put(here, mention, (known,))
            here.update({span: ids for span, ids in self.group_spans.get(table.document, {}).items() if span not in here})
        return spans

    def _surnames(self) -> dict[str, str]:
        """The one person of all texts who goes by a surname: some text names him in full, and "Modi's trip" of another means him."""
        found: dict[str, set[str]] = {}
        for one in self.actors.values():
            if one.kind == "person" and len(parts(one.name)) > 1 and one.roles:
                found.setdefault(parts(one.name)[-1], set()).add(one.id)
        return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1 and len(name) >= SHORTEST}

    def _put(self, here: dict[Span, tuple[str, ...]], mention: ActorMention, ids: tuple[str, ...]) -> None:
        here[mention.span] = ids
        if mention.head:
            here.setdefault(mention.head, ids)


def _is_shouted(name: str) -> bool:
    """Whether a name stands in capitals as in a dateline, and is no acronym."""
    return name.isupper() and (" " in name or len(name) > 5)


def _is_office(title: str, lex: Lexicon) -> bool:
    kinds = (lex.titles.value(title) or "").split()
    return bool({"state", "office"} & set(kinds)) or is_ministerial(title)


__all__ = ["ActorKind", "ActorTable", "first_span", "resolve_actors"]
