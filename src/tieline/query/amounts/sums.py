"""What a thing cost or was lent by all texts together: every value that stands, with who gives it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.model.words import in_words
from tieline.query.amounts.measured import told_figure, words_for
from tieline.query.draft import Draft, clip, quoted
from tieline.query.reading.read import read_question
from tieline.query.reading.windows import find_windows, in_window
from tieline.query.reading.words import stems
from tieline.query.view import Passage, View

_COST = regex(
    r"^\W*(?:what|how much) (?:did|does|do|was|is|will|would|has|had)\s+(?P<thing>.+?)\s+"
    r"(?:(?:said|reported|estimated|expected|put) to )?cost\b(?P<rest>.*)$",
    re.I,
)
_LENT = regex(r"^\W*how much (?:did|has|had|does)\s+(?P<giver>.+?)\s+(?:lend|lent|loan|loaned)\b.*?\bfor (?P<thing>[^?]+)", re.I)
_GIVEN = regex(
    r"^\W*(?:which|what) (?:figures?|numbers?|values?|estimates?) (?:are|is|were|do the \w+) (?:given|cited|quoted|reported|give|cite)?\s*"
    r"(?:for|of)\s+(?P<thing>.+?),? and by whom\W*$",
    re.I,
)
_STATUS = frozenset({"denied", "hypothetical"})


def sums(view: View, text: str) -> Draft | None:
    """The values of a cost, a loan or a trade in all texts; None where the question asks for none or names no thing."""
    cost, lent, given = _COST.match(text), _LENT.match(text), _GIVEN.match(text)
    if cost:
        return _told(view, _of_thing(view, ("project_cost",), cost["thing"], ""), cost["rest"])
    if lent:
        return _told(view, _of_thing(view, ("loan",), lent["thing"], lent["giver"]), "")
    return _by_whom(view, given["thing"]) if given else None


def _of_thing(view: View, measures: Sequence[str], thing: str, giver: str) -> list[Figure]:
    """The figures of a measure whose sentence, or the text above it, names the thing; the giver stands in the sentence itself."""
    names, givers = _names(thing), _names(giver)
    if not names or (giver and not givers):
        return []
    found = []
    for figure in view.facts.figures:
        if figure.measure in measures and figure.status not in _STATUS and figure.value is not None:
            passages = view.passages_of(figure.evidence[:1])
            if passages and _about(view, passages[0], names) and all(f" {word} " in passages[0].joined for word in givers):
                found.append(figure)
    return found


def _names(words: str) -> list[str]:
    """The stems of the words with a capital, those that name a thing."""
    return [one for word in re.findall(r"[^\W\d_]+", words) if word[:1].isupper() for one in stems(word)]


def _about(view: View, passage: Passage, names: Sequence[str]) -> bool:
    """Whether a sentence holds all the names, or names no other place and one before it in its text holds them."""
    elsewhere = view.any_is(passage.fact.actors, "place")
    if elsewhere and not any(f" {name} " in passage.joined for name in names):
        return False
    above = [one.joined for one in view.by_document[passage.document.id] if one.number <= passage.number]
    titled = f" {' '.join(stems(passage.document.title or ''))} "
    return all(any(f" {name} " in words for words in (*above, titled)) for name in names)


def _told(view: View, figures: Sequence[Figure], rest: str) -> Draft | None:
    windows = find_windows(rest)
    kept = [one for one in figures if not windows or any(in_window(one.period or one.published, window) for window in windows)]
    kept = _apart(kept)
    if not kept:
        return None
    first = kept[0]
    if len(kept) == 1:
        passage = view.passages_of(first.evidence[:1])
        quote = quoted(passage[0]) if passage else ""
        return told_figure(f"{words_for(first)}. {quote}", kept, "answered")
    both = "; ".join(f"{words_for(one)}{_source(view, one)}" for one in kept)
    told = told_figure(f"The texts differ: {both}.", kept, "partly" if not windows else "answered")
    return replace(told, lacks="accord")


def _apart(figures: Sequence[Figure]) -> list[Figure]:
    """One figure for each value, in order of publication."""
    ordered = sorted(figures, key=lambda one: (str(one.published and one.published.earliest), one.evidence[0].start, one.id))
    found: dict[object, Figure] = {}
    for one in ordered:
        found.setdefault((one.value, one.unit), one)
    return list(found.values())


def _source(view: View, figure: Figure) -> str:
    """Who gives a figure, and when: in brackets."""
    document = view.documents[figure.evidence[0].document]
    detail = figure.detail if figure.detail and re.match(r"(?:by|according|including)\b", figure.detail) else None
    who = figure.asserted_by or (detail.split(" and ")[0] if detail else None) or document.publisher
    when = in_words(document.published) if document.published else None
    told = ", ".join(part for part in (who, when) if part)
    return f" ({told})" if told else ""


def _by_whom(view: View, thing: str) -> Draft | None:
    """All values of a trade in a time, each with the sentence that gives it."""
    query = read_question(view, f"how much was {thing}")
    countries = view.of_kind(query.ids, "country")
    if len(countries) < 2 or "trade" not in thing.lower():
        return None
    found = [
        one
        for one in view.facts.figures
        if one.measure == "bilateral_trade"
        and one.status not in _STATUS
        and one.value is not None
        and all(in_window(one.period, window) for window in query.windows)
        and len(countries & {actor for p in view.passages_of(one.evidence[:1]) for actor in (*p.fact.actors, *one.subjects, *one.objects)})
        > 1
    ]
    kept = _apart(found)
    told = [f"{words_for(one)}: {quoted(p[0], 110) if (p := view.passages_of(one.evidence[:1])) else ''}" for one in kept]
    return told_figure(clip("; ".join(told)), kept, "answered") if kept else None
