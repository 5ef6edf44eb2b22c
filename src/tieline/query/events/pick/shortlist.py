"""What can fit a question at all, found by indexes: so that asking does not read everything."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from tieline.light import dataclass
from tieline.model.event import Event
from tieline.query.reading.identity import acronyms
from tieline.query.reading.query import Name, Query, Term
from tieline.query.reading.words import fold, stems
from tieline.query.sentences.cover import ways
from tieline.query.view import View

WIDE = 4  # years: events that may lie in more of them are looked at for any time
LONGEST = 1000  # characters of a title or statement that are searched
_THINGS = frozenset(("agreement", "pact", "treati", "accord", "deal", "convent", "document", "text"))


@dataclass(frozen=True, eq=False)
class Shortlist:
    """The events and sentences of a view by the names and words that can lead to them."""

    view: View

    @cached_property
    def by_key(self) -> dict[str, tuple[str, ...]]:
        """For ids and folded names of actors the events in which they have a part."""
        found: dict[str, dict[str, None]] = {}
        for event in self.view.facts.events:
            for key in self._keys(event):
                found.setdefault(key, {})[event.id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    def _keys(self, event: Event) -> Iterable[str]:
        agreement = self.view.agreements.get(event.agreement or "")
        own = [one for p in event.participants for one in (p.actor, p.name)]
        own += [one for one in (event.place, event.asserted_by, event.agreement, *(agreement.parties if agreement else ())) if one]
        for one in own:
            actor = self.view.actors.get(one)
            yield from (one, fold(one))
            if actor:
                yield fold(actor.name)
            if actor and actor.country:
                yield actor.country

    @cached_property
    def by_word(self) -> dict[str, tuple[str, ...]]:
        """For stems of titles, topics and names of agreements the events that carry them."""
        return self.view.kept("titles", self._by_word)

    def _by_word(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        named: dict[str, tuple[str, ...]] = {
            a.id: tuple(dict.fromkeys((*acronyms((a.name, *a.aliases)), *(w for n in (a.name, *a.aliases) for w in stems(n)))))
            for a in self.view.facts.agreements
        }
        for event in self.view.facts.events:
            own = (event.title, event.level, event.topic, event.content, event.place, event.type.replace("_", " "), event.stage)
            for word in (*named.get(event.agreement or "", ()), *(word for text in own if text for word in stems(text[:LONGEST]))):
                found.setdefault(word, {})[event.id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """All stems, sorted."""
        return tuple(sorted({*self.view.index, *self.by_word}))

    @cached_property
    def by_year(self) -> dict[int, tuple[str, ...]]:
        """For each year the events that may lie in it; under 0 those that may lie in many."""
        found: dict[int, list[str]] = {}
        for event in self.view.facts.events:
            if event.time and event.time.earliest and event.time.latest:
                first, last = event.time.earliest.year, event.time.latest.year
                for year in range(first, last + 1) if last - first <= WIDE else (0,):
                    found.setdefault(year, []).append(event.id)
            elif event.time:
                found.setdefault(0, []).append(event.id)
        return {year: tuple(ids) for year, ids in found.items()}

    def forms(self, word: str) -> tuple[str, ...]:
        """The stems that may stand for a stem of a question: itself, its synonyms, near forms."""
        cache: dict[str, tuple[str, ...]] = self.__dict__.setdefault("_forms", {})
        if word not in cache:
            parts = word.split()
            found = dict.fromkeys((*(way.split()[0] for way in ways(self.view, word)), *parts[:1]))
            for part in (word, *parts):
                if len(part) >= 6 and part.isalpha():
                    found.update(dict.fromkeys(self._near(part)))
            cache[word] = tuple(found)
        return cache[word]

    def _near(self, word: str) -> list[str]:
        head = word[: max(6, len(word) - 3)]
        start = bisect_left(self.vocabulary, head)
        found = []
        for other in self.vocabulary[start:]:
            if not other.startswith(head):
                break
            found.append(other)
        return found

    def sentences(self, word: str) -> set[int]:
        """The numbers of the sentences that may cover a stem."""
        return {number for form in self.forms(word) for number in self.view.index.get(form, ())}

    def events_of_term(self, word: str) -> set[str]:
        """The ids of the events that may cover a stem."""
        found = {ident for form in self.forms(word) for ident in self.by_word.get(form, ())}
        return found | {ident for number in self.sentences(word) for ident in self.view.passages[number].fact.events}

    def events_of_name(self, name: Name) -> set[str]:
        """The ids of the events in which a name may have a part or stand nearby."""
        actors = [self.view.actors[i] for i in name.ids if i in self.view.actors]
        keys = {*name.ids, *(fold(a.name) for a in actors), *(a.country for a in actors if a.kind == "place" and a.country)}
        keys |= {fold(key) for key in keys}
        found = {ident for key in keys for ident in self.by_key.get(key, ())}
        numbers = {n for i in name.ids for n in self.view.by_actor.get(i, ())}
        if name.form == "name":
            words = [word for word in stems(name.text) if len(word) > 3]
            found |= {ident for word in words for ident in self.by_word.get(word, ())}
            numbers |= {n for word in words for n in self.view.index.get(word, ())}
        return found | {ident for n in numbers for ident in self.view.passages[n].fact.events}


def shortlist(view: View) -> Shortlist:
    """The indexes of a view, made once."""
    found: Shortlist | None = view.__dict__.get("_shortlist")
    if found is None:
        found = view.__dict__["_shortlist"] = Shortlist(view)
    return found


def events(view: View, query: Query, *, strict: bool, in_time: bool) -> Sequence[Event]:
    """The events that can fit a question. `strict`: each name must have a part, and more than half of the words."""
    ids = _ids(view, query, strict, in_time)
    if ids is None:
        kinds = sorted(query.types)
        return (
            [e for kind in kinds for e in view.by_type.get(kind, ())] if kinds else [e for e in view.facts.events if e.type != "statement"]
        )
    found = (view.events[ident] for ident in sorted(ids) if ident in view.events)
    return [e for e in found if (e.type in query.types if query.types else e.type != "statement")]


def _ids(view: View, query: Query, strict: bool, in_time: bool) -> set[str] | None:
    index = shortlist(view)
    sets = [index.events_of_name(name) for name in query.names]
    terms = [term for term in query.terms if term.stem not in _THINGS]
    if sets:
        return min(sets, key=len) if strict else set().union(*sets)
    if terms and len(terms) == len(query.terms):
        lists = sorted((index.events_of_term(term.stem) for term in terms), key=len)
        return set().union(*lists[: _may_lose(len(lists)) + 1]) if strict else set().union(*lists)
    years = [w for w in query.windows if w.bound in ("in", "between") and w.time.earliest and w.time.latest] if in_time else []
    if years:
        first, last = years[0].time.earliest.year, years[0].time.latest.year  # type: ignore[union-attr]
        if last - first <= WIDE:
            return {ident for year in (0, *range(first, last + 1)) for ident in index.by_year.get(year, ())}
    return None


def _may_lose(number: int) -> int:
    """How many of some words an event may leave uncovered: fewer than half."""
    return (number - 1) // 2


def passages(view: View, terms: Sequence[Term], names: Sequence[Name], least: float, *, most: float = 4.0, name: float = 1.5) -> set[int]:
    """The numbers of the sentences that can cover a share of some words: each holds one of the rarest, or stands after one that does."""
    index = shortlist(view)
    weights = sorted(((min(view.weight(t.stem), most), index.sentences(t.stem)) for t in terms), key=lambda one: len(one[1]))
    rest = sum(weight for weight, _ in weights) + name * len(names)
    enough = least * rest
    found: set[int] = set()
    for weight, numbers in weights:
        if rest < enough:
            break
        found |= numbers
        rest -= weight
    return found | {number + 1 for number in found if number + 1 < len(view.passages)}
