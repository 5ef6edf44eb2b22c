"""Each figure mention with its actors, its period and its citation."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from tieline.extract.amounts.lexicon import Lexicon
from tieline.extract.amounts.numbers import read_number
from tieline.model.edtf import time_value
from tieline.model.mention import ActorMention, FigureMention, Reading
from tieline.model.span import Citation, Span
from tieline.model.time import TimeMention, TimeValue
from tieline.model.token import Sentence
from tieline.resolve.actors.pairs import countries_of
from tieline.resolve.actors.who import Who
from tieline.resolve.cite import cite
from tieline.resolve.days.dating import Dates
from tieline.resolve.days.times import TimeTable
from tieline.resolve.deals.orders import order_before
from tieline.resolve.events.known_by.corrections import claims, corrected

SHORT = 9  # words of a sentence that only gives the right number
MUTUAL = frozenset({"bilateral_trade", "trade_growth"})
CARRIED = {"trade_growth": "bilateral_trade", "bilateral_trade": "trade_growth"}


@dataclass(frozen=True)
class ToldFigure:
    """A figure as one sentence tells it, with ids in the place of words."""

    mention: FigureMention
    document: str
    citation: Citation
    zone: str
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    period: TimeValue | None = None
    published: TimeValue | None = None
    status: str = "occurred"
    reasons: tuple[str, ...] = ()
    report: str = ""  # the document, or that which it repeats; "" where it stands alone
    order: str = ""  # of which of several loans or contracts it is: "second"
    notice: str = ""  # the words of a notice of correction that tells it: its sentence, and the one before
    more: tuple[Citation, ...] = ()  # what else shows of what it is told

    @cached_property
    def about(self) -> str:
        """What is counted, in a form that can be compared: the noun at the head."""
        words = (self.mention.subject_text or "").lower().split(" of ")[0].split()
        return words[-1] if words else ""

    @cached_property
    def loose_key(self) -> tuple[object, ...]:
        """What two reports of one figure share, the period left out."""
        mention = self.mention
        place = (self.report, " ".join(self.citation.quote.split())) if self.report else (self.document, mention.sentence)
        where = () if self.subjects or self.objects else place
        about = self.about if mention.rule.startswith(("figure.count", "figure.rank", "figure.ordinal")) else ""
        text = mention.text if mention.value is None else ""
        return mention.measure, mention.value, mention.unit, text, about, self.subjects, self.objects, self.status, where

    @cached_property
    def key(self) -> tuple[object, ...]:
        """What two reports of one figure share."""
        return (*self.loose_key, self.period.edtf if self.period else None)


def tell_figures(
    reading: Reading,
    who: Who,
    times: TimeTable,
    dates: Dates | None,
    words: Mapping[str, Set[str]] = MappingProxyType({}),
    numbers: Lexicon | None = None,
) -> Iterator[ToldFigure]:
    """The figures of one article, in order."""
    document = reading.article.document
    published = dates[document.id].published if dates else document.published
    report = dates.report(document.id) if dates else ""
    sentences = {one.index: one for one in reading.article.sentences}
    named = {one.span: one for one in reading.actors}
    pair = _pairs(reading, who)
    claimed = claims(reading, words) if words else {}
    notices = corrected(reading, words) if words else frozenset()
    last: dict[str, ToldFigure] = {}
    before: ToldFigure | None = None
    for mention in reading.figures:
        sentence = sentences[mention.sentence]
        subjects, objects = _sides(mention, document.id, who, named, last)
        if before and not objects and (before.mention.sentence, before.mention.subject_text) == (mention.sentence, mention.subject_text):
            objects = before.objects
        if not subjects and mention.measure in MUTUAL:
            subjects = pair(mention.sentence)
        period, reasons = _period(mention, times.mention(document.id, mention.period), published)
        told = ToldFigure(
            mention, document.id, cite(reading.article, _quoted(sentence, mention)), sentence.zone, subjects, objects,
            who.at(document.id, mention.asserted_by), period, published, mention.status, reasons, report,
            order_before((mention.number or mention.span).start, sentence, words) if words else "",
            _noticed(mention.sentence, sentences) if mention.sentence in notices else "",
        )  # fmt: skip
        if (mention.number or mention.span).start > claimed.get(mention.sentence, mention.span.end):
            told = replace(told, status="denied", reasons=(*reasons, "a correction tells it as what was said before"))
            last[mention.measure] = before = told
            yield told
            yield from _right_count(told, reading, sentences, numbers)
            continue
        last[mention.measure] = before = told
        yield told


def _noticed(index: int, sentences: Mapping[int, Sentence]) -> str:
    return " ".join(sentences[k].text for k in (index - 1, index) if k in sentences)


def _right_count(wrong: ToldFigure, reading: Reading, sentences: Mapping[int, Sentence], numbers: Lexicon | None) -> Iterator[ToldFigure]:
    """The number that the next sentence of a correction gives in the place of one: "seventeen were signed. The number is eighteen"."""
    after = sentences.get(wrong.mention.sentence + 1)
    if after is None or numbers is None or wrong.mention.unit not in ("count", wrong.mention.measure) or len(after.tokens) > SHORT:
        return
    if any(one.sentence == after.index for one in reading.figures):
        return
    found = [one for k in range(len(after.tokens)) if (one := read_number(after, k, numbers)) and one.kind == "cardinal"]
    if found:
        first, last = after.tokens[found[0].start], after.tokens[found[0].end - 1]
        number = Span(first.start, last.end)
        words = f"{reading.article.words(number)} {(wrong.mention.text or '').split(' ', 1)[-1]}"
        right = replace(
            wrong.mention, span=number, sentence=after.index, value=found[0].value, number=number, text=words, status="occurred"
        )
        quoted = cite(reading.article, _quoted(after, right))
        yield replace(wrong, mention=right, citation=quoted, status="occurred", reasons=("a correction gives it in the place of another",))


def _pairs(reading: Reading, who: Who) -> Callable[[int], tuple[str, ...]]:
    """The two countries that a sentence is about: those that the text names most, where no third comes near, else those of its section."""
    document = reading.article.document.id
    named = Counter(
        one for mention in reading.actors if not mention.inner for one in who.at(document, mention.span) if who.kind(one) == "country"
    )
    ranked = sorted(named.items(), key=lambda item: (-item[1], item[0]))[:3]
    often = len(ranked) >= 2 and ranked[1][1] >= 2 and not (len(ranked) == 3 and 2 * ranked[2][1] > ranked[1][1])
    most = tuple(one for one, _ in ranked[:2]) if often else ()
    countries = countries_of(reading, who)
    return lambda sentence: tuple(sorted(most or (countries.pair(sentence) if countries.fixed else ()), key=who.name))


def _quoted(sentence: Sentence, mention: FigureMention) -> Span:
    """The sentence, without white space at its ends."""
    left = len(sentence.text) - len(sentence.text.lstrip())
    return Span(min(sentence.start + left, mention.span.start), max(sentence.start + len(sentence.text.rstrip()), mention.span.end))


def _sides(
    mention: FigureMention, document: str, who: Who, named: Mapping[Span, ActorMention], last: Mapping[str, ToldFigure]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    subjects = _actors(document, mention.subject, who, named)
    objects = tuple(one for one in _actors(document, mention.object, who, named) if one not in subjects)
    if mention.measure not in MUTUAL:
        return subjects, objects
    both = tuple(sorted({*subjects, *objects}, key=who.name))
    earlier = next((last[one] for one in (mention.measure, CARRIED[mention.measure]) if one in last), None)
    if len(both) < 2 and earlier and mention.sentence - earlier.mention.sentence <= 3 and set(both) <= set(earlier.subjects):
        both = earlier.subjects
    return both, ()


def _actors(document: str, span: Span | None, who: Who, named: Mapping[Span, ActorMention]) -> tuple[str, ...]:
    """The actors of a span, and the country behind a group of people or firms: "170 Chinese businesses"."""
    if span is None:
        return ()
    found = who.at(document, span)
    mention = named.get(span)
    if mention is None or mention.form not in ("group", "demonym"):
        return found
    home = who.by_name.get((mention.of or mention.country or "").lower())
    return found if home is None or home in found else (*found, home)


def _period(mention: FigureMention, time: TimeMention | None, published: TimeValue | None) -> tuple[TimeValue | None, tuple[str, ...]]:
    """The period of a figure: the time told, or, where it held for some years up to the report, those years."""
    if time is None:
        return None, ()
    if time.time is not None:
        return time.time, time.time.derivation
    years = _years(time)
    if years is None or published is None or published.earliest is None or published.latest is None or mention.measure != "rank":
        return None, ()
    edtf = f"{published.earliest.year - years:04}/{published.latest.year:04}"
    reason = f'"{time.text}" up to {published.edtf} is {edtf}'
    return time_value(edtf, basis="derived", derivation=(reason,)), (reason,)


def _years(time: TimeMention) -> int | None:
    value = time.timex3.value or ""
    if time.timex3.type == "DURATION" and value.startswith("P") and value.endswith("Y") and value[1:-1].isdigit():
        return int(value[1:-1])
    return None
