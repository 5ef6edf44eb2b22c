"""Answers from the figures of the texts: "how much was trade in 2010"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import AnswerStatus
from tieline.model.article import Article
from tieline.model.document import Document
from tieline.model.edtf import may_overlap
from tieline.model.figure import Figure
from tieline.model.quantity import QuantityMention
from tieline.model.span import Citation
from tieline.model.token import Sentence
from tieline.model.words import in_words
from tieline.query.amounts.bases import asks_base, grown_to, is_base, is_part, is_rate
from tieline.query.amounts.by_source import by_source, source_words, without_source
from tieline.query.amounts.counted import is_money
from tieline.query.amounts.figure_words import HEDGED, NAMES, SCALES, Fit, words_of
from tieline.query.amounts.fitting import fitting
from tieline.query.amounts.from_to import by_how_much, figures_asked
from tieline.query.amounts.halves import of_doer
from tieline.query.amounts.of_deal import of_deal
from tieline.query.amounts.tally import tally
from tieline.query.draft import Draft, capital, clip, nearest, quoted
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.view import View


def measured(view: View, query: Query) -> Draft | None:
    """The answer that a figure gives; None where no figure covers the question."""
    if query.ordinal and (dealt := of_deal(view, query)):
        draft = _told(view, query, dealt[1])
        cited = tuple(dict.fromkeys((*draft.citations, *dealt[0].evidence)))
        return replace(draft, citations=cited, facts=(*draft.facts, dealt[0].id))
    fits = _best(by_source(view, query, fitting(view, query)) or by_source(view, query, fitting(view, without_source(query))))
    if not query.windows and not asks_base(query.text):
        fits.sort(key=lambda fit: (-round(fit.share, 2), is_base(view, fit.figure)))  # else in the order that they have
    if not fits:
        return None
    fits = of_doer(view, query, fits)
    best = [fit for fit in fits if fit.share >= fits[0].share - 0.03 and fit.own >= fits[0].own - 0.15]
    told = [fit.figure for fit in best if fit.figure.status not in HEDGED]
    gap = by_how_much(view, query, told)
    if gap:
        return gap
    told = figures_asked(view, query, told)
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
    fits = [fit for fit in _best(fitting(view, plain)) if (fit.figure.value in values if values else fit.figure.measure != "quantity")]
    dated = [fit for fit in fits if fit.figure.period and fit.figure.period.earliest and fit.share >= fits[0].share - 0.03]
    if not dated or len({fit.figure.period.edtf for fit in dated if fit.figure.period}) > 1:
        return None
    figure = dated[0].figure
    period = figure.period
    assert period is not None
    ahead = figure.status in HEDGED
    told = f"{'Expected for' if ahead else 'In'} {in_words(period)}: {words_for(figure)}. {_quote(view, figure)}"
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
    from tieline.extract.amounts.quantities import find_quantities

    return find_quantities(article, (), view.rulebook)


def _best(fits: Iterable[Fit]) -> list[Fit]:
    return sorted(
        fits, key=lambda fit: (-round(fit.share, 2), -round(fit.own, 2), bool(fit.figure.detail), _age(fit.figure), fit.figure.id)
    )


def _age(figure: Figure) -> int:
    """What sorts figures of later times before those of earlier ones, and those of no time behind them."""
    last = figure.period.latest if figure.period else None
    return -last.toordinal() if last else 0


def with_rivals(view: View, query: Query, draft: Draft) -> Draft:
    """An answer that rests on one figure, with those that other texts give in its place; itself where there are none.

    A question that names its source gets the figure of that source alone.
    """
    if source_words(view, query):
        return draft
    places = set(draft.citations)
    own = [one for one in view.facts.figures if set(one.evidence) & places and _is_told(one, draft)]
    rivals = _at_odds(view, own[0]) if len(own) == 1 else []
    return _differing(view, own[0], rivals) if rivals else draft


def _is_told(figure: Figure, draft: Draft) -> bool:
    """Whether a figure is the value of an answer; of an answer in words, whether it is the number in them."""
    if draft.kind == "number":
        return figure.value == draft.value
    return figure.measure != "rank" and bool(figure.text) and (figure.text or "") in draft.text.partition('"')[0]


def _differing(view: View, first: Figure, rivals: Sequence[Figure]) -> Draft:
    apart = len({one.asserted_by for one in (first, *rivals)}) > 1  # one source does not give two numbers
    both = " or ".join(f"{words_for(one)}{_by(view, one) if apart else ''}" for one in (first, *rivals))
    text = f"The texts differ: {both}. {_quote(view, first)}"
    facts = tuple(one.id for one in (first, *rivals))
    cited = _citations((first, *rivals))
    return Draft("partly", clip(text), "number", first.value, first.unit, citations=cited, facts=facts, lacks="accord")


def _told(view: View, query: Query, figures: Sequence[Figure]) -> Draft:
    first = figures[0]
    if first.measure == "votes" and (told := _voted(view, query, first)):
        return told
    if grown := None if asks_base(query.text) else grown_to(view, first):
        return grown
    rivals = [one for one in figures[1:] if _rivals(first, one)] or _at_odds(view, first)
    rivals = [one for one in rivals if is_rate(view, one) == is_rate(view, first)]
    if any(is_part(view, one) for one in (first, *rivals)):
        first, rivals = next((one for one in (first, *rivals) if not is_part(view, one)), first), []
    if rivals and not source_words(view, query):
        return _differing(view, first, rivals)
    citations = _citations((first,))
    value = first.value if first.value is not None else words_for(first)
    when = f" ({in_words(first.period)})" if first.period and first.period.earliest else ""
    hedge = {"expected": "Expected: ", "planned": "Planned: ", "hypothetical": "Only if: "}.get(first.status, "")
    text = f"{capital(hedge + words_for(first))}{when}. {_quote(view, first)}"
    reasons = (f"figure: {first.measure.replace('_', ' ')}, {first.text}", *first.reasons)
    return Draft("answered", clip(text), "number", value, first.unit, reasons=reasons, citations=citations, facts=(first.id,))


def _voted(view: View, query: Query, figure: Figure) -> Draft | None:
    """The tally of the sentence that gives a number of votes, of which each side is one number and none the rival of the other."""
    passages = view.passages_of(figure.evidence[:1])
    votes = tally(query.text, passages[0].text) if passages else None
    if votes is None:
        return None
    text = clip(f"{capital(votes.text)}. {quoted(passages[0])}")
    return Draft("answered", text, "number", votes.value, figure.unit, citations=_citations((figure,)), facts=(figure.id,))


def _only_ahead(view: View, query: Query, figure: Figure) -> Draft:
    if _STANDS.match(query.text):
        draft = _told(view, query, [figure])
        told = draft.text.removeprefix("Expected: ").removeprefix("Planned: ").removeprefix("Only if: ")
        return replace(draft, status="partly", text=clip(f"Only planned or expected: {told}"))
    text = f"The texts do not say; there is only a forecast or plan: {words_for(figure)}. {_quote(view, figure)}"
    return Draft("unanswered", clip(text), "number", nearest=nearest(view, query), facts=(figure.id,), lacks="fact")


# what something comes to, as it stands: also where it is still to come
_STANDS = regex(
    r"^\W*(?:how (?:large|big|great|high|much|many|long|wide|tall|deep)|what)\b(?!.*\b(?:was|were|did|had|been)\b).*\b(?:is|are|do|does)\b",
    re.I,
)


def words_for(figure: Figure) -> str:
    """A figure as people write it: "US$215 million", "244 million dollars"."""
    text = figure.text or str(figure.value)
    for sign in ("$", "€", "£", "¥", "₹"):
        text = text.replace(f"{sign} ", sign)
    if is_money(figure) and text[-1:].isalnum() and not any(sign in text for sign in "$€£¥₹") and text.split()[-1].lower() in SCALES:
        return f"{text} {NAMES.get(figure.unit or '', figure.unit)}"
    return text


def told_figure(text: str, figures: Sequence[Figure], status: AnswerStatus) -> Draft:
    """An answer in given words that rests on some figures, the first of which is its value."""
    first = figures[0]
    citations = tuple(dict.fromkeys(one.evidence[0] for one in figures))[:4]
    facts = tuple(one.id for one in figures)
    return Draft(status, clip(capital(text)), "number", first.value, first.unit, citations=citations, facts=facts)


def _rivals(one: Figure, other: Figure) -> bool:
    """Whether two figures give different values for one thing; the ends of one range ("between 14 and 16 billion") do not."""
    if (
        one.text == other.text
        or one.value is None
        or other.value is None
        or one.value == other.value
        or one.measure != other.measure
        or one.unit != other.unit
    ):
        return False
    if (one.subjects, one.objects, one.about) != (other.subjects, other.objects, other.about) or "denied" in (one.status, other.status):
        return False
    return (one.period and one.period.edtf) == (other.period and other.period.edtf)


def _at_odds(view: View, figure: Figure) -> list[Figure]:
    """The figures that other texts give for the same event or thing in its place, as the conflicts found between the texts have it."""
    places = set(figure.evidence)
    beside = [found - places or found for found in view.at_odds if places <= found]  # of one sentence that gives both, that sentence
    return [
        other
        for other in view.facts.figures
        if _measures_alike(figure, other) and other.unit == figure.unit and other.value != figure.value and other.status != "denied"
        if any(found and set(other.evidence) >= found for found in beside) and _of_one_time(figure, other)
    ]


def _measures_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures measure one thing: what one country sells to another is what that one buys of it."""
    return one.measure == other.measure or {one.measure, other.measure} == {"exports", "imports"}


def _of_one_time(one: Figure, other: Figure) -> bool:
    """Whether two figures can be of the same time: one has none, or they overlap."""
    return one.period is None or other.period is None or may_overlap(one.period, other.period)


def _citations(figures: Sequence[Figure]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for figure in figures for citation in figure.evidence[:2]))[:4]


def _by(view: View, figure: Figure) -> str:
    return f" ({figure.asserted_by})" if figure.asserted_by else ""


def _quote(view: View, figure: Figure) -> str:
    passages = view.passages_of(figure.evidence[:1])
    return quoted(passages[0]) if passages else ""


def _looks_ahead(view: View, query: Query) -> bool:
    ahead = words_of(view).sets["ahead"]
    return any(term.stem in ahead for term in query.words) or bool({"will", "would", "shall", "if"} & set(query.text.lower().split()))
