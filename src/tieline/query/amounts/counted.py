"""What a question counts, in which unit, and whose it is."""

import re

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.model.span import Span
from tieline.query.amounts.figure_words import COUNTED, UNITS, words_of
from tieline.query.amounts.numbers import MONEY
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stems
from tieline.query.view import View


def counted_words(view: View, figure: Figure) -> str:
    """The words for the counted things themselves."""
    parts = " ".join(word for part in (figure.about, figure.unit) if part for word in stems(part))
    more = words_of(view)
    people = more.population if figure.unit == "people" and whole_people(figure) else ""
    visiting = " ".join(sorted(more.sets["visiting"])) if more.sets["visitors"] & set(parts.split()) else ""
    return f" {parts} {more.measures.get(figure.measure, '')} {people} {visiting} "


def whole_people(figure: Figure) -> bool:
    """Whether a figure counts a people as a whole: "the 30 million Peruvians"."""
    return bool(not figure.detail and figure.about and " " not in figure.about)


def _run(query: Query) -> list[tuple[str, Name | None]]:
    """The words right behind "how many", up to the noun that is counted: the first plural; each with the name it belongs to."""
    if query.form != "how_many" or not _is_count(query):
        return []
    told: list[tuple[Span, str, Name | None]] = [(one.span, one.text, None) for one in query.words]
    told += [(one.span, one.text, one) for one in query.names]
    place = query.asked.end
    run: list[tuple[str, Name | None]] = []
    for span, text, name in sorted((one for one in told if one[0].start >= query.asked.end), key=lambda one: one[0]):
        if span.start - place > 2 or (run and name is None and _is_visit(query, span)):
            break  # "how many Chinese visited Peru" counts the Chinese
        for word in text.split():
            run.append((word, name))
            if _plural(word.lower()):
                return run
        place = span.end
    return run


def _is_visit(query: Query, span: Span) -> bool:
    """Whether a word of a question tells of a visit."""
    return any(act.span.contains(span) and "visit" in act.types for act in query.acts)


def counted_noun(query: Query) -> str | None:
    """The stem of the noun that "how many" counts."""
    run = _run(query)
    return next(iter(stems(run[-1][0])[-1:]), None) if run else None


def of_whom(query: Query, figure: Figure) -> bool:
    """Whether the people or things of "how many Chinese tourists" are those that the figure counts."""
    run = _run(query)
    owners = [name for _, name in run[:-1] if name]
    owners += [name for name in query.names if run and query.text[: name.span.start].lower().split()[-1:] == ["from"]]
    return all(not figure.subjects or set(name.ids) & set(figure.subjects) for name in owners)


_PERSONS = regex(r"how many (?:people|persons)\b", re.I)
_OWN = regex(r"\b(population|inhabitants|how old|age)\b", re.I)


def of_owner(query: Query, figure: Figure) -> bool:
    """Whether a population or an age is that of somebody whom the question names."""
    if figure.measure != "age" and not (figure.unit == "people" and whole_people(figure)):
        return True
    inside = [name for name in query.names if query.text[: name.span.start].lower().split()[-1:] == ["in"]]
    if any(not set(name.ids) & {*figure.subjects, *figure.objects} for name in inside):
        return False  # "how many Peruvians live in China" asks for no whole people
    if not _OWN.search(query.text) or not query.names:
        return True
    return all(set(name.ids) & {*figure.subjects, *figure.objects} for name in query.names)


def _plural(word: str) -> bool:
    return word in ("people", "men", "women", "children", "staff") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def right_unit(query: Query, figure: Figure) -> bool:
    """Whether a figure is in the unit asked for: money, a share, a count of something."""
    money = is_money(figure)
    if figure.unit == "count" and figure.measure == "companies" and _PERSONS.match(query.text, query.asked.start):
        return False  # firms that employ people are not the people
    if figure.measure == "rank" or (figure.measure == "age") != bool({"old", "age", "aged"} & set(query.text.lower().rstrip("?").split())):
        return False
    if query.unit == "money":
        return money
    if query.unit == "percent":
        return figure.unit in ("percent", "times")
    if _is_count(query):
        return not money or "dollar" in query.text.lower()
    return True


def _is_count(query: Query) -> bool:
    """Whether a question counts: "how many", and "did 170 firms ..."."""
    asked = query.text[query.asked.start : query.asked.end].lower()
    return "many" in query.text.lower() or "number" in asked or query.rule.startswith("yesno")


def is_money(figure: Figure) -> bool:
    """Whether a figure is an amount of money."""
    if figure.measure == "quantity" and figure.unit and MONEY.fullmatch(figure.unit):
        return True
    counted = figure.rule and figure.rule.startswith("figure.count")
    return (
        figure.unit is not None and figure.unit not in UNITS and figure.measure != "rank" and not counted and figure.measure not in COUNTED
    )
