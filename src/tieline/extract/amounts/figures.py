"""Figures: what each number of an article measures, for whom, when, how surely, and who says so."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from tieline.extract.amounts.figure_context import Context
from tieline.extract.amounts.figure_roles import Sides, sides
from tieline.extract.amounts.figure_rules import FigureRules, figure_rules
from tieline.extract.amounts.lexicon import Lexicon, lexicon
from tieline.extract.amounts.numbers import plain
from tieline.extract.amounts.phrases import noun_phrase
from tieline.model.mention import ActorMention, Article, FigureMention, QuantityMention, Reading
from tieline.model.span import Span
from tieline.model.time import TimeMention
from tieline.model.token import Sentence
from tieline.rules.load import Rulebook

M = TypeVar("M", QuantityMention, ActorMention)
TIMELESS = frozenset({"length", "project_cost", "capacity", "travel_time", "tariff_rate", "tariff_lines", "age"})
NAMED = frozenset({"investment", "loan", "project_cost", "grant", "travel_time", "length", "capacity", "growth", "share"})
LONGEST = 240
REFERRING = frozenset({"sum", "that", "it", "this", "figure", "number", "amount", "volume", "total", "them", "value"})
GROWTH_OF = {  # what a change told behind a sum is a change of: "came to 117 million euros, a fall of 22 percent"
    "bilateral_trade": "trade_growth", "exports": "export_growth", "imports": "import_growth", "investment": "investment_growth",
    "trade_growth": "trade_growth", "export_growth": "export_growth", "import_growth": "import_growth",
}  # fmt: skip
TRADED = frozenset({"bilateral_trade", "exports", "imports", "trade_growth", "export_growth", "import_growth", "trade_balance"})


def read_figures(reading: Reading, rulebook: Rulebook) -> tuple[FigureMention, ...]:
    """The figures of a reading, as a step of reading an article."""
    return find_figures(reading.article, reading.quantities, reading.actors, reading.times, rulebook)


def find_figures(
    article: Article,
    quantities: Sequence[QuantityMention],
    actors: Sequence[ActorMention],
    times: Sequence[TimeMention],
    rulebook: Rulebook,
) -> tuple[FigureMention, ...]:
    """Every figure of an article, in order of place: each quantity with what it measures."""
    rules, words = figure_rules(rulebook), lexicon(rulebook)
    found: list[FigureMention] = []
    for context in _contexts(article, quantities, actors, times, rules):
        for quantity in context.quantities:
            found += _figures(context, quantity, found, words)
    return tuple(found)


def _contexts(
    article: Article,
    quantities: Sequence[QuantityMention],
    actors: Sequence[ActorMention],
    times: Sequence[TimeMention],
    rules: FigureRules,
) -> Iterator[Context]:
    """The sentences that hold a quantity, with what is in them."""
    counted: dict[int, list[QuantityMention]] = {}
    named: dict[int, list[ActorMention]] = {}
    for quantity in sorted(quantities, key=lambda one: one.span.start):
        counted.setdefault(quantity.sentence, []).append(quantity)
    money = {place for one in quantities if one.kind == "money" and one.number for place in range(*one.number)}
    for actor in sorted(actors, key=lambda one: one.span):
        if actor.span.start not in money:  # the "US" of "US$ 5 million" is no country
            named.setdefault(actor.sentence, []).append(actor)
    ordered = sorted(times, key=lambda one: one.start)
    starts = [one.start for one in ordered]
    for sentence in sorted(article.sentences, key=lambda one: one.start):
        for part in _parts(sentence) if sentence.index in counted else ():
            here = tuple(_inside(counted[sentence.index], part))
            people = tuple(one for one in _inside(named.get(sentence.index, ()), part) if one.span.end <= part.end)
            within = ordered[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
            if here:
                yield Context(part, rules, people, tuple(one for one in within if one.end <= part.end), here)


def _inside(mentions: Sequence[M], part: Sentence) -> Sequence[M]:
    """Those of some mentions, in order of place, that begin in a sentence."""
    first = bisect_left(mentions, part.start, key=lambda one: one.span.start)
    return mentions[first : bisect_left(mentions, part.end, key=lambda one: one.span.start)]


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence itself; one that goes on for ever in parts, so that the work grows with its length and no faster."""
    tokens = sentence.tokens
    if len(tokens) <= LONGEST:
        yield sentence
        return
    for first in range(0, len(tokens), LONGEST):
        start = tokens[first].start
        end = tokens[first + LONGEST].start if first + LONGEST < len(tokens) else sentence.end
        yield replace(sentence, start=start, end=end, text=sentence.text[start - sentence.start : end - sentence.start])


def _figures(context: Context, quantity: QuantityMention, earlier: Sequence[FigureMention], words: Lexicon) -> Iterator[FigureMention]:
    if quantity.kind in ("rank", "ordinal"):
        yield from _ranks(context, quantity, earlier, words)
        return
    against = _set_against(context, quantity, earlier)
    if against:
        yield _rival(context, quantity, against)
        return
    measured = None if _is_group(context, quantity) else _measured(context, quantity, earlier)
    if measured is None:
        return
    rule, measure, cue = measured
    base = _base(context, quantity, earlier)
    value, unit = _value(context, quantity, measure, base)
    measure = base.measure if base else measure
    figure = _figure(context, quantity, rule, measure, sides(context, measure, quantity))
    about, rest = _about(context, quantity, cue, measure), _rest(context, quantity)
    period = None if measure in TIMELESS else figure.period or _carried(figure, earlier)
    yield replace(figure, period=period, span=_span(context, quantity, cue), value=value, unit=unit, subject_text=about, object_text=rest)


def _figure(context: Context, quantity: QuantityMention, rule: str, measure: str, who: Sides) -> FigureMention:
    """What every figure takes from its surroundings."""
    time = context.period(quantity)
    return FigureMention(
        span=quantity.span, sentence=quantity.sentence, rule=rule, measure=measure, value=quantity.value, unit=quantity.unit,
        qualifier=quantity.qualifier, status=context.status(quantity), subject=who[0], object=who[1], number=quantity.number,
        text=" ".join(quantity.text.split()), period=Span(time.start, time.end) if time else None, asserted_by=context.speaker,
    )  # fmt: skip


def _set_against(context: Context, quantity: QuantityMention, earlier: Sequence[FigureMention]) -> FigureMention | None:
    """The number told just before that another source counts otherwise: "Orsenda counts 1.9 million for the same season"."""
    before = context.tokens[context.token_span(quantity.span)[0] - 1].lower
    if quantity.kind != "bare" or before not in context.rules.speech[1] or context.speaker is None:
        return None
    near = [one for one in earlier[-4:] if quantity.sentence - one.sentence <= 1 and one.unit not in ("percent", "rank", "ordinal")]
    return next((one for one in near if one.sentence == near[-1].sentence), None)


def _rival(context: Context, quantity: QuantityMention, other: FigureMention) -> FigureMention:
    """A bare number of what the one before it counts, with what that leaves unsaid."""
    figure = _figure(context, quantity, other.rule, other.measure, (other.subject, other.object))
    return replace(
        figure, period=figure.period or other.period, unit=other.unit, subject_text=other.subject_text, object_text=other.object_text
    )


def _carried(figure: FigureMention, earlier: Sequence[FigureMention]) -> Span | None:
    """The period of the sum before it, for a figure of trade in a sentence that names no time."""
    if figure.measure not in TRADED or figure.status != "occurred":
        return None
    near = [one for one in earlier[-4:] if figure.sentence - one.sentence <= 1]
    last = next((one for one in reversed(near) if one.measure in TRADED and one.status == "occurred"), None)
    return last.period if last is not None else None


def _is_group(context: Context, quantity: QuantityMention) -> bool:
    """Whether the number belongs to the name of a group of actors: "the two sides"."""
    before = context.tokens[context.token_span(quantity.span)[0] - 1].lower
    if quantity.value != 2 and before not in ("the", "these", "those", "all"):
        return False
    return any(actor.form == "group" and quantity.number and actor.span.contains(quantity.number) for actor in context.actors)


def _measured(
    context: Context, quantity: QuantityMention, earlier: Sequence[FigureMention]
) -> tuple[str, str, tuple[int, int] | None] | None:
    """The rule, the measure, and where the cue stands."""
    if quantity.kind not in ("share", "factor") and context.differs(quantity):
        return "figure.difference", "quantity", None
    found = context.measure(quantity)
    if quantity.kind in ("count", "vague", "bare") and quantity.noun_span:
        if _head(quantity) in ("ones", "others") and earlier:
            return earlier[-1].rule, earlier[-1].measure, None
        measure = context.rules.nouns.get(_head(quantity), ("quantity", None))[0]
        if found and (measure == "quantity" or found[0].measure == "capacity"):
            return found[0].id, found[0].measure, found[1]
        return "figure.count", measure, None
    if found and not (found[0].measure == "share" and _changed_by(context, quantity)):
        return found[0].id, found[0].measure, found[1]
    if quantity.kind == "money":
        return "figure.money", _last(quantity, earlier), None
    last = earlier[-1] if earlier else None
    if quantity.kind == "share" and context.grows(context.token_span(quantity.number or quantity.span)):
        told = last is not None and quantity.sentence - last.sentence <= 1
        last = (
            next((one for one in reversed(earlier[-3:]) if one.sentence == last.sentence and one.measure in GROWTH_OF), last)
            if last
            else None
        )
        return "figure.growth", GROWTH_OF.get(last.measure, "growth") if last is not None and told else "growth", None
    if last and quantity.kind == "measure" and last.unit == quantity.unit and quantity.sentence - last.sentence <= 1:
        return last.rule, last.measure, None
    if quantity.kind == "bare" and not _is_figure(context, quantity):
        return None
    fallback = {"share": "share", "measure": "quantity", "factor": "growth", "age": "age", "bare": "quantity", "count": "quantity"}
    if quantity.kind not in fallback:
        return None
    return f"figure.{quantity.kind}", fallback[quantity.kind], None


def _changed_by(context: Context, quantity: QuantityMention) -> bool:
    """Whether a share is that by which something changed, told right before it: "a fall of 22 percent", "they retreated 7.2%"."""
    first, end = context.token_span(quantity.number or quantity.span)
    near = [token.lower for token in context.tokens[max(first - 3, 0) : first]]
    behind = context.tokens[end].lower if end < len(context.tokens) else ""
    if behind in (*context.rules.behind_up, *context.rules.behind_down):
        return True  # "a 24.5 percent growth"
    return "to" not in near[-2:] and behind != "of" and any(word in context.rules.up | context.rules.down for word in near)


def _is_figure(context: Context, quantity: QuantityMention) -> bool:
    """Whether a number without unit and noun is told as a figure: "the figure is 19"."""
    first = context.token_span(quantity.span)[0]
    return any(token.lower in REFERRING for token in context.tokens[max(first - 4, 0) : first])


def _last(quantity: QuantityMention, earlier: Sequence[FigureMention]) -> str:
    """The measure of the last sum of money a few sentences back."""
    for figure in reversed(earlier):
        if quantity.sentence - figure.sentence > 12:
            break
        if figure.unit == quantity.unit and figure.measure not in ("trade_balance", "investment_stock"):
            return figure.measure
    return "quantity"


def _head(quantity: QuantityMention) -> str:
    noun = (quantity.noun or "").split(" of ")[0].split(" on ")[0].split()
    return noun[-1].lower() if noun else ""


def _refers(context: Context, quantity: QuantityMention) -> bool:
    """Whether "double" is said of a sum told before: "expects the sum to double", "may double that"."""
    first, end = context.token_span(quantity.span)
    near = context.tokens[max(first - 3, 0) : first] + context.tokens[end : end + 1]
    return any(token.lower in REFERRING for token in near)


def _base(context: Context, quantity: QuantityMention, earlier: Sequence[FigureMention]) -> FigureMention | None:
    """The sum that "double" multiplies, where one was told just before."""
    if quantity.kind != "factor":
        return None
    if not _refers(context, quantity):
        return None
    near = [one for one in earlier[-6:] if quantity.sentence - one.sentence <= 1 and one.unit not in ("percent", "rank", "ordinal")]
    return next((one for one in reversed(near) if one.value is not None), None)


def _value(context: Context, quantity: QuantityMention, measure: str, base: FigureMention | None) -> tuple[float | int | None, str | None]:
    value, unit = quantity.value, quantity.unit
    if base and value is not None and base.value is not None:
        return plain(base.value * value), base.unit
    if unit == "percent" and value is not None and measure.endswith("growth"):
        return (-value if context.grows(context.token_span(quantity.number or quantity.span)) < 0 else value), unit
    if unit is None:
        unit = _noun_unit(context, quantity)
    return value, unit


def _noun_unit(context: Context, quantity: QuantityMention) -> str:
    head = _head(quantity)
    known = context.rules.nouns.get(head)
    if known:
        return known[1] or head
    demonym = any(actor.form == "demonym" and quantity.noun_span and actor.span.end == quantity.noun_span.end for actor in context.actors)
    return "people" if demonym else head or "count"


def _span(context: Context, quantity: QuantityMention, cue: tuple[int, int] | None) -> Span:
    """The number with the words that say what it measures, where they stand near."""
    if cue is None:
        return quantity.span
    start, end = context.tokens[cue[0]].start, context.tokens[cue[1] - 1].end
    if context.distance(cue, context.token_span(quantity.span)) > 14:
        return quantity.span
    return Span(min(start, quantity.span.start), max(end, quantity.span.end))


def _about(context: Context, quantity: QuantityMention, cue: tuple[int, int] | None, measure: str) -> str | None:
    """What is counted, or the word that says what is measured."""
    if quantity.noun:
        return " ".join(quantity.noun.split())
    if cue is None or measure in NAMED:
        return measure.replace("_", " ")
    return " ".join(token.text for token in context.tokens[cue[0] : cue[1]])


def _rest(context: Context, quantity: QuantityMention) -> str | None:
    """What is said of the counted things, up to the end of the clause."""
    first, end = context.token_span(quantity.span)
    words = ["record high"] if any(token.lower == "record" for token in context.tokens[max(first - 4, 0) : first]) else []
    for token in context.tokens[end : end + 12]:
        if token.text in ',;:.!?"”':
            break
        words.append(token.text)
    return " ".join(words).replace(" 's", "'s").replace(" - ", "-") or None


def _ranks(context: Context, quantity: QuantityMention, earlier: Sequence[FigureMention], words: Lexicon) -> Iterator[FigureMention]:
    if quantity.kind == "ordinal" and quantity.noun is None and not (earlier and earlier[-1].unit == "rank"):
        first = context.token_span(quantity.span)[0]
        if context.tokens[first - 1].lower not in ("'s", "its", "their"):
            return
    nouns = _coordinated(context, quantity, words)
    last = nouns[-1][0]
    whole = replace(quantity, span=Span(quantity.span.start, last.end), noun_span=last) if last else quantity
    figure = _figure(context, quantity, f"figure.{quantity.kind}", "rank", sides(context, "rank", whole))
    for span, noun in nouns:
        yield replace(
            figure, span=Span(quantity.span.start, max(span.end if span else 0, quantity.span.end)), unit=quantity.unit if noun else "rank",
            rank=int(quantity.value) if quantity.value is not None else None, object_text=_scope(context, last or quantity.span),
            subject_text=_unowned(context, span, noun) or (earlier[-1].subject_text if earlier else None),
        )  # fmt: skip


def _unowned(context: Context, span: Span | None, noun: str | None) -> str | None:
    """What a rank is held as, without the country that it is held with: "export market", of "export market of Peru"."""
    if noun is None or span is None or " of " not in noun:
        return noun
    owned = any(one.span.end == span.end and one.kind in ("country", "place") and one.form != "demonym" for one in context.actors)
    return noun.split(" of ")[0] if owned else noun


def _coordinated(context: Context, quantity: QuantityMention, words: Lexicon) -> list[tuple[Span | None, str | None]]:
    """Everything that one rank is held as: "largest trading partner, export market and source of import"."""
    if quantity.noun_span is None or quantity.kind == "ordinal":
        return [(quantity.noun_span, quantity.noun)]
    found: list[tuple[Span | None, str | None]] = [(quantity.noun_span, quantity.noun)]
    tokens = context.tokens
    end = context.token_span(quantity.noun_span)[1]
    while end < len(tokens) and tokens[end].lower in (",", "and"):
        start = end + 1 + (tokens[end].text == "," and end + 1 < len(tokens) and tokens[end + 1].lower == "and")
        stop = noun_phrase(tokens, start, words, plural=False)
        if stop == start or not any(token.lower in words.heads for token in tokens[start:stop]):
            break
        span = Span(tokens[start].start, tokens[stop - 1].end)
        found.append((span, context.sentence.text[span.start - context.sentence.start : span.end - context.sentence.start]))
        end = stop
    return found


def _scope(context: Context, span: Span) -> str | None:
    """Where or among whom a rank holds: "in Latin America"."""
    end = context.token_span(span)[1]
    if end >= len(context.tokens) or context.tokens[end].lower not in ("in", "among", "after", "within"):
        return None
    words = []
    for token in context.tokens[end : end + 6]:
        if token.text in ',;:.!?"”' or token.lower in ("while", "and", "said"):
            break
        words.append(token.text)
    return " ".join(words)
