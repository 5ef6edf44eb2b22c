"""Who holds a rank, and since when: "Who was Norland's largest trading partner in 2016?"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.model.span import Citation
from tieline.model.words import in_words
from tieline.query.draft import Draft, clip, quoted
from tieline.query.reading.query import Name, Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import View

if TYPE_CHECKING:
    from tieline.model.quantity import QuantityMention

ASKING = ("who", "which country", "what country", "which nation", "what nation", "which state")


_BECAME = regex(r"^(?:when|(?:in |by )?(?:what|which) year|how long ago)\b.*\b(?:become|became|rise to|rose to)\b")


def ranked(view: View, query: Query) -> Draft | None:
    """Who holds the rank that a question names, or since when; None where it names none or no figure tells it."""
    text = query.text.lower()
    since = text.startswith(("since when", "since which", "since what", "from when")) or bool(_BECAME.match(text))
    if not since and not text.startswith(ASKING):
        return None
    rank = _rank(view, query.text)
    if rank is None or not rank.noun:
        return None
    found = [figure for figure in view.facts.figures if _fits(view, query, figure, rank)]
    if since:
        return _since(view, found)
    return _holder(view, query, found)


def _rank(view: View, text: str) -> "QuantityMention | None":
    """The rank that the words of a question name."""
    from tieline.query.amounts.measured import quantities_of

    return next((one for one in quantities_of(view, text) if one.kind == "rank" and one.value is not None), None)


def _fits(view: View, query: Query, figure: Figure, rank: "QuantityMention") -> bool:
    if figure.measure != "rank" or figure.unit != "rank" or figure.rank != rank.value or figure.status == "denied" or not figure.subjects:
        return False
    owner = _owner(query, rank)
    if owner is None or not set(owner.ids) & set(figure.objects):
        return False
    about = f" {' '.join(stems(figure.about or ''))} "
    nouns = [stem(word) for word in (rank.noun or "").split(" of ")[0].split()]
    if not all(covers_text(view, word, about) for word in nouns):
        return False
    where = f" {' '.join(stems(figure.detail or ''))} "
    named = {word for name in query.names if name is not owner for word in stems(name.text)}
    held = {word for one in figure.subjects if one in view.actors for word in stems(view.actors[one].name)}
    return all(f" {word} " in where for word in named - held) and _in_time(query, figure)


def _in_time(query: Query, figure: Figure) -> bool:
    """Whether a rank is told for the time asked about: in its period, or in a text of that time."""
    return all(
        in_window(figure.period, window) or in_window(figure.published, window) or _spans(figure, window.time.edtf[:4])
        for window in query.windows
    )


def _spans(figure: Figure, year: str) -> bool:
    period = figure.period
    return bool(period and period.earliest and period.latest and year.isdigit() and period.earliest.year <= int(year) <= period.latest.year)


def _owner(query: Query, rank: "QuantityMention") -> Name | None:
    """With whom the rank is held: "Norland's largest partner", "the largest partner of Norland"."""
    for name in query.names:
        before, after = query.text[: name.span.start].lower().rstrip(), query.text[name.span.end :]
        if after.startswith(("'s", "’s")) or (name.span.start >= rank.span.start and before.endswith((" of", " for"))):
            return name
        if rank.noun_span and rank.noun_span.contains(name.span):
            return name
    return None


def _holder(view: View, query: Query, found: Sequence[Figure]) -> Draft | None:
    if not found:
        return None
    best = max(found, key=lambda one: (not one.detail, str(one.published.latest if one.published else ""), one.id))
    names = " and ".join(view.actors[one].name for one in best.subjects if one in view.actors)
    text = f"{names}{_told(best)}. {_quote(view, best)}"
    return Draft(
        "answered",
        clip(text),
        "actor",
        names,
        reasons=(f"figure: rank {best.rank}, {best.about}", *best.reasons),
        citations=best.evidence[:3],
        facts=(best.id,),
    )


def _since(view: View, found: Sequence[Figure]) -> Draft | None:
    held = [one for one in found if one.period and one.period.grain == "interval" and one.period.earliest]
    if not held:
        return None
    best = min(held, key=lambda one: (one.period.earliest if one.period else None, one.id))
    year = str(best.period.earliest.year) if best.period and best.period.earliest else ""
    return Draft(
        "answered",
        clip(f"Since {year}. {_quote(view, best)}"),
        "date",
        year,
        reasons=best.reasons,
        citations=(_lasting(view, best) or best.evidence)[:2],
        facts=(best.id,),
        told=_BECOMES,
    )


_BECOMES = (stem("become"), stem("rise"))


def _told(figure: Figure) -> str:
    when = figure.period or figure.published
    return f" ({in_words(when)})" if when else ""


def _quote(view: View, figure: Figure) -> str:
    passages = view.passages_of(_lasting(view, figure) or figure.evidence[-1:])
    return quoted(passages[0]) if passages else ""


def _lasting(view: View, figure: Figure) -> tuple[Citation, ...]:
    """The places that tell how long a rank has been held."""
    told = ((one, view.passage_at(one)) for one in figure.evidence)
    return tuple(one for one, passage in told if passage and any(m.timex3.type == "DURATION" for m in passage.times))
