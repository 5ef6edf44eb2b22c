"""Answers from figures: how many, how much, what share, by how much something grew, how old somebody is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tieline.extract.amounts.quantities import find_quantities
from tieline.late import regex
from tieline.light import dataclass
from tieline.model.answer import AnswerStatus
from tieline.model.article import Article
from tieline.model.document import Document
from tieline.model.figure import Figure
from tieline.model.quantity import QuantityMention
from tieline.model.span import Citation, Span
from tieline.model.token import Sentence
from tieline.model.words import in_words
from tieline.query.draft import Draft, capital, clip, nearest, quoted
from tieline.query.events.select import in_window
from tieline.query.reading.query import Name, Query, Term
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View

LEAST = 0.8
SCALES = frozenset({"million", "billion", "trillion", "thousand", "bn"})
HEDGED = frozenset({"expected", "planned", "hypothetical"})
UNITS = frozenset(
    {"percent", "rank", "ordinal", "times", "years", "count", "people", "km", "tonnes", "minutes", "hours", "days", "miles", "metres"}
)
SIDES = {"exports": ("exports", "export_growth"), "imports": ("imports", "import_growth")}
DIRECTED = frozenset({"exports", "imports", "export_growth", "import_growth", "investment", "investment_stock", "loan", "grant"})
GIVING = (
    ["export"],
    ["exports"],
    ["exported"],
    ["invest"],
    ["invested"],
    ["lend"],
    ["lent"],
    ["grant"],
    ["give"],
    ["gave"],
    ["sell"],
    ["sold"],
)
COUNTED = frozenset({"capacity", "length", "age"})
PRICED = frozenset({"project_cost", "contract_value", "loan", "grant", "length", "capacity"})
ALL_TRADE = frozenset({"bilateral_trade", "trade_growth", "exports", "export_growth", "imports", "import_growth", "trade_balance"})
NAMES = {"USD": "dollars", "NZD": "New Zealand dollars", "SGD": "Singapore dollars", "EUR": "euros", "CNY": "yuan", "GBP": "pounds"}


@dataclass(frozen=True)
class Words:
    """The words with which questions speak of figures, as stems."""

    measures: Mapping[str, str]
    population: str
    sets: Mapping[str, frozenset[str]]


def words_of(view: View) -> Words:
    """The words of the view's rulebook, made once."""
    known: Words | None = view.__dict__.get("_measure_words")
    if known is None:
        tables = view.lexicon.tables
        measures = {name: " ".join(stems(text)) for table in tables["measures"] for name, text in table.items()}
        sets = {name: frozenset(stems(text)) for table in tables["figure_words"] for name, text in table.items()}
        known = view.__dict__["_measure_words"] = Words(measures, " ".join(sorted(sets["population"])), sets)
    return known


@dataclass(frozen=True)
class Fit:
    """A figure with the share of the question that it covers."""

    figure: Figure
    share: float
    own: float


def measured(view: View, query: Query) -> Draft | None:
    """The answer that a figure gives; None where no figure covers the question."""
    fits = _best(_by_source(view, query, _fits(view, query)) or _by_source(view, query, _fits(view, _without_source(query))))
    if not fits:
        return None
    best = [fit for fit in fits if fit.share >= fits[0].share - 0.03 and fit.own >= fits[0].own - 0.15]
    told = [fit.figure for fit in best if fit.figure.status not in HEDGED]
    if told or _looks_ahead(view, query):
        return _told(view, query, told or [fit.figure for fit in best])
    return _only_ahead(view, query, best[0].figure)


def figure_date(view: View, query: Query) -> Draft | None:
    """The period of the figure that a question tells: "in which year did trade reach 15 billion dollars"."""
    people = [i for name in query.names for i in name.ids if i in view.actors and view.actors[i].kind == "person"]
    if people and query.types & {"visit", "meeting", "summit"}:
        return None  # it asks for what somebody did, and no figure dates that
    asked = [one for one in quantities_of(view, query.text) if one.number and one.value is not None and one.kind not in ("rank", "ordinal")]
    spans = [one.number for one in asked if one.number]
    words = tuple(term for term in query.words if not any(span.touches(term.span) for span in spans))
    kept = tuple(term for term in words if not any(one.span.contains(term.span) and term.text in NAMES.values() for one in asked))
    plain = replace(query, words=kept, form="how_much", unit=None, rule="figure")
    values = {one.value for one in asked}
    fits = [fit for fit in _best(_fits(view, plain)) if not values or fit.figure.value in values]
    dated = [fit for fit in fits if fit.figure.period and fit.figure.period.earliest and fit.share >= fits[0].share - 0.03]
    if not dated or len({fit.figure.period.edtf for fit in dated if fit.figure.period}) > 1:
        return None
    figure = dated[0].figure
    period = figure.period
    assert period is not None
    ahead = figure.status in HEDGED
    told = f"{'Expected for' if ahead else 'In'} {in_words(period)}: {_words(figure)}. {_quote(view, figure)}"
    return Draft("answered", clip(told), "date", period.edtf, citations=_citations([figure]), reasons=figure.reasons, facts=(figure.id,))


def asks_number(view: View, query: Query) -> bool:
    """Whether words without a question ask for a number: "trade value 2015", "export growth"."""
    if asks_topic(view, query):
        return True
    sets = words_of(view).sets
    return bool(sets["numeric"] & {stem(word) for word in query.text.lower().split()})


def asks_topic(view: View, query: Query) -> bool:
    """Whether nothing but what is measured and a time stand there: "bilateral trade 2015"."""
    sets = words_of(view).sets
    told = bool(query.windows and query.words) and all(term.stem in sets["topics"] | sets["loose"] for term in query.words)
    return told and not query.stages and not any(act.agreement for act in query.acts)


def quantities_of(view: View, text: str) -> tuple[QuantityMention, ...]:
    """The quantities in the words of a question."""
    article = Article(Document.made(id="question", text=text), (Sentence(0, 0, len(text), text),))
    return find_quantities(article, (), view.rulebook)


def _best(fits: Iterable[Fit]) -> list[Fit]:
    return sorted(fits, key=lambda fit: (-round(fit.share, 2), -round(fit.own, 2), bool(fit.figure.detail), fit.figure.id))


_SOURCE = regex(r"\b(?:according to|as (?:stated|reported|given) by)\s+(?P<who>[^?,;]+)", re.I)
_THIS_WORDS = "press release report text article story source document statement news note agency announcement"
_THIS = frozenset(stem(word) for word in _THIS_WORDS.split())


def _by_source(view: View, query: Query, fits: Iterable[Fit]) -> list[Fit]:
    """The figures told by the source that a question names; all of them where no sentence names it."""
    found = list(fits)
    told = _SOURCE.search(query.text)
    words = [word for word in stems(told["who"]) if word not in _THIS and word not in view.lexicon.stop] if told else []
    if not words or not any(all(f" {word} " in passage.joined for word in words) for passage in view.passages):
        return found
    return _nearest_to_source(view, [fit for fit in found if _told_by(view, fit.figure, words)], words)


def _nearest_to_source(view: View, fits: list[Fit], words: Sequence[str]) -> list[Fit]:
    """Of figures that one sentence gives by several sources, those that stand nearest behind the one asked for."""
    gaps: dict[str, int] = {}
    for fit in fits:
        for passage in view.passages_of(fit.figure.evidence):
            named = [n for n, word in enumerate(passage.stems) if word in words]
            own = stems(fit.figure.text or "")
            at = next((n for n in range(len(passage.stems)) if own and passage.stems[n : n + len(own)] == own), None)
            if named and at is not None:
                gaps[fit.figure.id] = min(abs(at - n) + (20 if at < n else 0) for n in named)
    least = min(gaps.values(), default=0)
    return [fit for fit in fits if gaps.get(fit.figure.id, least) == least]


def _told_by(view: View, figure: Figure, words: Sequence[str]) -> bool:
    """Whether a figure, its sentence or the words that it is attributed to hold most words of a source."""
    wide = " ".join(passage.joined for passage in view.passages_of(figure.evidence))
    own = f"{wide} {' '.join(stems(figure.asserted_by or ''))} "
    return sum(f" {word} " in own for word in words) * 2 > len(words)


def _without_source(query: Query) -> Query:
    """The question without "according to the press release": who says it can stand outside the text."""
    source = query.text.lower().find("according to")
    return query if source < 0 else replace(query, words=tuple(term for term in query.words if term.span.start < source))


def _told(view: View, query: Query, figures: Sequence[Figure]) -> Draft:
    first = figures[0]
    rivals = [one for one in figures[1:] if _rivals(first, one)]
    citations = _citations((first, *rivals))
    if rivals:
        both = " or ".join(f"{_words(one)}{_by(view, one)}" for one in (first, *rivals))
        text = f"The texts differ: {both}. {_quote(view, first)}"
        return Draft(
            "partly", clip(text), "number", first.value, first.unit, citations=citations, facts=tuple(one.id for one in (first, *rivals))
        )
    value = first.value if first.value is not None else _words(first)
    when = f" ({in_words(first.period)})" if first.period else ""
    hedge = {"expected": "Expected: ", "planned": "Planned: ", "hypothetical": "Only if: "}.get(first.status, "")
    text = f"{capital(hedge + _words(first))}{when}. {_quote(view, first)}"
    reasons = (f"figure: {first.measure.replace('_', ' ')}, {first.text}", *first.reasons)
    return Draft("answered", clip(text), "number", value, first.unit, reasons=reasons, citations=citations, facts=(first.id,))


def _only_ahead(view: View, query: Query, figure: Figure) -> Draft:
    text = f"The texts do not say; there is only a forecast or plan: {_words(figure)}. {_quote(view, figure)}"
    return Draft("unanswered", clip(text), "number", nearest=nearest(view, query), facts=(figure.id,))


def _words(figure: Figure) -> str:
    """A figure as people write it: "US$215 million", "244 million dollars"."""
    text = figure.text or str(figure.value)
    for sign in ("$", "€", "£", "¥", "₹"):
        text = text.replace(f"{sign} ", sign)
    if _is_money(figure) and text[-1:].isalnum() and not any(sign in text for sign in "$€£¥₹") and text.split()[-1].lower() in SCALES:
        return f"{text} {NAMES.get(figure.unit or '', figure.unit)}"
    return text


def words_for(figure: Figure) -> str:
    """A figure as people write it: "US$215 million", "244 million dollars"."""
    return _words(figure)


def told_figure(text: str, figures: Sequence[Figure], status: AnswerStatus) -> Draft:
    """An answer in given words that rests on some figures, the first of which is its value."""
    first = figures[0]
    citations = tuple(dict.fromkeys(one.evidence[0] for one in figures))[:4]
    facts = tuple(one.id for one in figures)
    return Draft(status, clip(capital(text)), "number", first.value, first.unit, citations=citations, facts=facts)


def _rivals(one: Figure, other: Figure) -> bool:
    """Whether two figures give different values for one thing."""
    if one.value is None or other.value is None or one.value == other.value or one.measure != other.measure or one.unit != other.unit:
        return False
    if (one.subjects, one.objects, one.about) != (other.subjects, other.objects, other.about) or "denied" in (one.status, other.status):
        return False
    return (one.period and one.period.edtf) == (other.period and other.period.edtf)


def _citations(figures: Sequence[Figure]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for figure in figures for citation in figure.evidence[:2]))[:4]


def _by(view: View, figure: Figure) -> str:
    return f" ({figure.asserted_by})" if figure.asserted_by else ""


def _quote(view: View, figure: Figure) -> str:
    passages = view.passages_of(figure.evidence[:1])
    return quoted(passages[0]) if passages else ""


def _looks_ahead(view: View, query: Query) -> bool:
    return any(term.stem in words_of(view).sets["ahead"] for term in query.words) or bool({"will"} & set(query.text.lower().split()))


def _fits(view: View, query: Query) -> Iterator[Fit]:
    sets = words_of(view).sets
    terms = [term for term in query.words if term.stem.split()[0] not in sets["loose"] | sets["ahead"]]
    change = sets["grown"] | sets["fallen"]
    for figure in view.facts.figures:
        if allowed(view, query, figure):
            left = [term for term in terms if not (figure.measure.endswith("growth") and term.stem.split()[0] in change)]
            fit = _fit(view, query, figure, _own_words(view, figure), left)
            if fit.share >= LEAST:
                yield fit


def allowed(view: View, query: Query, figure: Figure) -> bool:
    """Whether a figure can answer a question at all: its unit, time, direction, and what it counts."""
    if figure.status == "denied" or not _right_unit(query, figure) or not _in_time(query, figure):
        return False
    if not _right_change(view, query, figure) or not _same_trade(view, query, figure):
        return False
    if not _direction(view, query, figure) or not _whose(query, figure) or not _of_that(query, figure):
        return False
    much = _much(query)
    if much and much not in words_of(view).sets["loose"] and not covers_text(view, much, _own_words(view, figure)):
        return False
    head = _head(query)
    return not head or head in words_of(view).sets["loose"] or covers_text(view, head, _counted(view, figure)) > 0


def directed(view: View, query: Query, figure: Figure) -> bool:
    """Whether a figure is of the time of a question and goes the way that it asks about."""
    return figure.status != "denied" and _in_time(query, figure) and _direction(view, query, figure)


def _much(query: Query) -> str | None:
    """The stem of the noun right after "how much": of tax, of coffee."""
    if not query.text[query.asked.start : query.asked.end].lower().endswith("how much"):
        return None
    return next((term.stem for term in query.words if 0 <= term.span.start - query.asked.end <= 1), None)


def _right_change(view: View, query: Query, figure: Figure) -> bool:
    """Whether a question on growth meets a growth, and a question on a fall one that is no rise."""
    sets = words_of(view).sets
    told = {word for term in query.words for word in (term.stem, term.stem.split()[0])}  # "go" of "go up"
    fallen = bool(told & sets["fallen"])
    asked = fallen or bool(told & sets["grown"])
    growth = figure.measure.endswith("growth")
    if growth != asked and (growth or query.unit == "percent"):
        return False
    return not (growth and fallen and figure.value is not None and figure.value > 0)


def _fit(view: View, query: Query, figure: Figure, own: str, terms: Sequence[Term]) -> Fit:
    passages = view.passages_of(figure.evidence)
    wide = " ".join(passage.joined for passage in passages)
    before = " ".join(view.passages[one.number - 1].joined for one in passages if one.number and _follows(view, one))
    counted = _counted(view, figure)
    total = got = inner = 2.0 if _head(query) else 0.0
    for term in terms:
        weight = min(view.weight(term.stem), 3.5)
        share = max(covers_text(view, term.stem, own), 0.8 * covers_text(view, term.stem, wide), 0.6 * covers_text(view, term.stem, before))
        if term.text[0].isupper() and term.span.start > 0 and not query.text.isupper() and not covers_text(view, term.stem, own + wide):
            return Fit(figure, 0, 0)  # a proper name that the sentence of the figure does not hold
        if figure.measure in PRICED and share <= 0.6 and term.stem not in view.lexicon.generic and not _points_back(passages):
            return Fit(figure, 0, 0)  # the price or size of something else
        total += weight
        got += weight * share
        inner += weight * covers_text(view, term.stem, counted)
    for name in query.names:
        share = _named(view, name, figure, own, wide)
        if not share and not any(view.actors[i].kind == "country" for i in name.ids if i in view.actors):
            return Fit(figure, 0, 0)  # it is told of something else than the place, house or person asked about
        total += 2
        got += 2 * share
        inner += 2 * share
    return Fit(figure, got / total, inner / total) if terms or _head(query) else Fit(figure, 0, 0)


def _points_back(passages: Sequence[Passage]) -> bool:
    """Whether a sentence speaks of what the one before names: "It cost ...", "The project will cost ..."."""
    return any(passage.tokens and passage.tokens[0].lower in ("it", "the", "this", "its", "they", "that") for passage in passages)


def _follows(view: View, passage: Passage) -> bool:
    """Whether a sentence has one before it in its text."""
    return view.passages[passage.number - 1].document is passage.document


def _own_words(view: View, figure: Figure) -> str:
    """The words that say what a figure counts or measures, as stems with blanks around each."""
    cache: dict[str, str] = view.__dict__.setdefault("_figure_words", {})
    if figure.id not in cache:
        parts = (figure.about, figure.detail, figure.text, figure.subject, figure.object)
        cache[figure.id] = f"{_counted(view, figure)}{' '.join(word for part in parts if part for word in stems(part))} "
    return cache[figure.id]


def _counted(view: View, figure: Figure) -> str:
    """The words for the counted things themselves."""
    parts = " ".join(word for part in (figure.about, figure.unit) if part for word in stems(part))
    more = words_of(view)
    people = more.population if figure.unit == "people" and _whole_people(figure) else ""
    visiting = " ".join(sorted(more.sets["visiting"])) if more.sets["visitors"] & set(parts.split()) else ""
    return f" {parts} {more.measures.get(figure.measure, '')} {people} {visiting} "


def _whole_people(figure: Figure) -> bool:
    """Whether a figure counts a people as a whole: "the 30 million Peruvians"."""
    return bool(not figure.detail and figure.about and " " not in figure.about)


def _same_trade(view: View, query: Query, figure: Figure) -> bool:
    """Whether a question on trade, exports or imports meets a figure of the same."""
    if query.unit == "money" and figure.measure not in ALL_TRADE and _asks_trade(query):
        return False
    for name, measures in SIDES.items():
        if any(term.stem in words_of(view).sets[name] for term in query.words):
            return figure.measure in measures or figure.measure not in ALL_TRADE
    return True


_TRADE = regex(r"\b(trade|commerce|turnover)\b(?! (?:deals?|agreements?|pacts?|contracts?|fair|office|war|union))", re.I)


def _asks_trade(query: Query) -> bool:
    """Whether the value of all trade is asked for, and of no agreement."""
    return bool(_TRADE.search(query.text)) and not any(act.types & {"trade_deal", "agreement", "investment"} for act in query.acts)


def _run(query: Query) -> list[tuple[str, Name | None]]:
    """The words right behind "how many", up to the noun that is counted: the first plural; each with the name it belongs to."""
    if query.form != "how_many" or not _is_count(query):
        return []
    told: list[tuple[Span, str, Name | None]] = [(one.span, one.text, None) for one in query.words]
    told += [(one.span, one.text, one) for one in query.names]
    place, run = query.asked.end, []
    for span, text, name in sorted((one for one in told if one[0].start >= query.asked.end), key=lambda one: one[0]):
        if span.start - place > 2:
            break
        for word in text.split():
            run.append((word, name))
            if _plural(word.lower()):
                return run
        place = span.end
    return run


def _head(query: Query) -> str | None:
    """The stem of the noun that "how many" counts."""
    run = _run(query)
    return next(iter(stems(run[-1][0])[-1:]), None) if run else None


def _whose(query: Query, figure: Figure) -> bool:
    """Whether the people or things of "how many Chinese tourists" are those that the figure counts."""
    run = _run(query)
    owners = [name for _, name in run[:-1] if name]
    owners += [name for name in query.names if run and query.text[: name.span.start].lower().split()[-1:] == ["from"]]
    return all(not figure.subjects or set(name.ids) & set(figure.subjects) for name in owners)


_OWN = regex(r"\b(population|inhabitants|how old|age)\b", re.I)


def _of_that(query: Query, figure: Figure) -> bool:
    """Whether a population or an age is that of somebody whom the question names."""
    if figure.measure != "age" and not (figure.unit == "people" and _whole_people(figure)):
        return True
    inside = [name for name in query.names if query.text[: name.span.start].lower().split()[-1:] == ["in"]]
    if any(not set(name.ids) & {*figure.subjects, *figure.objects} for name in inside):
        return False  # "how many Peruvians live in China" asks for no whole people
    if not _OWN.search(query.text) or not query.names:
        return True
    return all(set(name.ids) & {*figure.subjects, *figure.objects} for name in query.names)


def _plural(word: str) -> bool:
    return word in ("people", "men", "women", "children", "staff") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _right_unit(query: Query, figure: Figure) -> bool:
    money = _is_money(figure)
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


def _is_money(figure: Figure) -> bool:
    counted = figure.rule and figure.rule.startswith("figure.count")
    return (
        figure.unit is not None and figure.unit not in UNITS and figure.measure != "rank" and not counted and figure.measure not in COUNTED
    )


def _in_time(query: Query, figure: Figure) -> bool:
    return all(in_window(figure.period or figure.published, window) for window in query.windows)


def _direction(view: View, query: Query, figure: Figure) -> bool:
    """Whether exporter and importer of the question are those of the figure."""
    for name in query.names:
        lands = [one for one in figure.objects if one in view.actors and view.actors[one].kind == "country"]
        lands += [one for one in view.called.get(figure.object or "", ()) if view.actors[one].kind == "country"]
        told = any(view.actors[one].kind == "country" for one in name.ids if one in view.actors) and name.form == "name"
        inside = query.text[: name.span.start].lower().split()[-1:] == ["in"]
        if inside and told and lands and not set(name.ids) & set(lands) and figure.measure not in ALL_TRADE:
            return False
    if figure.measure not in DIRECTED:
        return True
    for name in query.names:
        before = query.text[: name.span.start].lower().split()[-1:]
        after = query.text[name.span.end :].lower()
        giver = (
            name.form == "demonym"
            or _sells(view, query, name)
            or before == ["from"]
            or after.startswith(("'s", "’s"))
            or after.split()[:1] in GIVING
        )
        towards = before in (["to"], ["into"], ["in"]) and not _sells(view, query, name)
        side = figure.objects if towards else figure.subjects if giver else None
        if side and not set(name.ids) & set(side):
            return False
    return True


def _sells(view: View, query: Query, name: Name) -> bool:
    """Whether a name stands right before its exports: "the increase in Orsendan exports"."""
    trade = words_of(view).sets["exports"] | words_of(view).sets["imports"]
    return any(0 < term.span.start - name.span.end <= 3 and term.stem in trade for term in query.words)


def _named(view: View, name: Name, figure: Figure, own: str, wide: str) -> float:
    """How far a name of the question is one of the figure's own."""
    sides = {*figure.subjects, *figure.objects}
    homes = {view.actors[one].country for one in sides if one in view.actors}
    if set(name.ids) & (sides | homes):
        return 1.0
    said = stems(figure.asserted_by) if figure.asserted_by else ()
    if any(f" {word} " in own or word in said for word in stems(name.text)):
        return 1.0
    labels = {
        word
        for one in name.ids
        if one in view.actors
        for text in (view.actors[one].name, *view.actors[one].aliases)
        for word in stems(text)
    }
    if any(f" {word} " in own for word in labels):
        return 0.95
    return 0.7 if any(f" {word} " in wide for word in labels) else 0.0
