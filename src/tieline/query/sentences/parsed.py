"""Sentences taken apart: units, clauses, and the words of each part as stems."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.unit import Mention, Unit
from tieline.light import dataclass
from tieline.model.mention import ActorMention
from tieline.model.time import TimeMention
from tieline.model.token import Sentence
from tieline.query.reading.country import is_adjective
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name
from tieline.query.reading.words import stems
from tieline.query.times.year_behind import year_behind
from tieline.query.view import Passage, View


@dataclass(frozen=True)
class Parsed:
    """A sentence as a row of units with its clauses. `ids` gives, by the start of a unit, whom it names."""

    units: tuple[Unit, ...]
    clauses: tuple[Clause, ...]
    ids: dict[int, tuple[str, ...]]

    def named(self, places: Iterable[int]) -> tuple[str, ...]:
        """The ids of the actors at some places."""
        return tuple(dict.fromkeys(i for k in places for i in self.ids.get(self.units[k].start, ())))

    def text(self, start: int, end: int) -> str:
        """The stems of the units between two places with blanks around each."""
        return f" {' '.join(filter(None, self._stems[start:end]))} "

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        """The stems of each unit, none of a sign."""
        return tuple(" ".join(stems(unit.text)) for unit in self.units)


def parsed(view: View, passage: Passage) -> Parsed:
    """A sentence of the texts, taken apart once."""
    found: Parsed | None = passage.__dict__.get("_parsed")
    if found is None:
        sentence = Sentence(0, passage.fact.start, passage.fact.end, passage.text)
        names = [n for n in name_index(view).find(passage.tokens) if any(word[:1].isupper() for word in n.text.split())]
        times = ((m.start, m.end, m) for m in passage.times if not year_behind(passage, m))
        found = passage.__dict__["_parsed"] = take_apart(view, sentence, names, times)
    return found


def take_apart(view: View, sentence: Sentence, names: Sequence[Name], times: Iterable[tuple[int, int, Mention]]) -> Parsed:
    """A sentence with the names and times in it, taken apart."""
    from tieline.extract.syntax.clauses import clauses  # the grammar is loaded for the first sentence that is read; most answers need none
    from tieline.extract.syntax.grammar import grammar_of
    from tieline.extract.syntax.units import lay_out

    rows: list[tuple[int, int, str, Mention]] = [(start, end, "time", mention) for start, end, mention in times]
    rows += [(n.span.start, n.span.end, "actor", _mention(view, n)) for n in names]
    rows.sort(key=lambda row: (row[0], -row[1], row[2] != "time"))
    grammar = grammar_of(view.rulebook)
    units = lay_out(sentence, rows, grammar)
    return Parsed(units, tuple(clauses(units, grammar)), {n.span.start: n.ids for n in names})


def _mention(view: View, name: Name) -> ActorMention:
    actor = next((view.actors[i] for i in name.ids if i in view.actors), None)
    kind = actor.kind if actor else "unknown"
    people = actor is not None and kind == "country" and is_adjective(view.rulebook, name.text, actor.name)
    return ActorMention(name.span, 0, name.text, "demonym" if people else name.form, kind, name.text)


def time_at(unit: Unit) -> TimeMention | None:
    """The time that a unit stands for."""
    return unit.mention if isinstance(unit.mention, TimeMention) else None
