"""How something changed: its ranks one after another, or whether it rose or fell."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.model.answer import Item
from tieline.model.figure import Figure
from tieline.model.words import in_words
from tieline.query.amounts.figure_words import words_of
from tieline.query.amounts.measured import measured
from tieline.query.draft import Draft, capital, clip, from_passage, quoted
from tieline.query.reading.query import Query, Term
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found, search
from tieline.query.view import View

_CHANGED = regex(
    r"\b(?:chang|evolv|develop|improv|mov|shift|ris|rose|climb|progress|vari|differ)\w*"
    r"|\b(?:over time|over the years|through the years|history)\b",
    re.I,
)
_RANK = regex(r"\b(?:rank\w*|position|place|standing|status|spot)\b", re.I)
_CHOICE = "grow or decline"  # as wordings.toml puts "rise or fall"


def rank_changes(view: View, query: Query) -> Draft | None:
    """The ranks that one country held with another, in order of time; None where a question asks for no change of rank."""
    if not (_CHANGED.search(query.text) and _RANK.search(query.text)) or query.types - {"investment"}:
        return None
    lands = [set(name.ids) for name in query.names if view.any_is(name.ids, "country")]
    nouns = [term.stem for term in query.words if _is_ranked(view, term)]
    texts: dict[str, Figure] = {}
    for figure in sorted((one for one in view.facts.figures if _fits(view, query, one, nouns, lands)), key=_when):
        texts.setdefault(figure.evidence[0].document, figure)
    told = list(texts.values())
    if len(told) < 2:
        return None
    line = "; ".join(f"{in_words(one.published) if one.published else 'undated'}: {one.text or one.rank}" for one in told)
    items = tuple(Item.made(text=one.text or str(one.rank), time=one.published, citations=one.evidence[:1], fact=one.id) for one in told)
    citations, facts = tuple(one.evidence[0] for one in told), tuple(one.id for one in told)
    return Draft("answered", clip(f"{capital(line)}."), "series", len(told), items=items, citations=citations, facts=facts)


def _is_ranked(view: View, term: Term) -> bool:
    """Whether a word of a question says as what somebody is ranked."""
    return not (_RANK.fullmatch(term.text) or _CHANGED.fullmatch(term.text) or view.lexicon.is_light(term.stem))


def _fits(view: View, query: Query, figure: Figure, nouns: list[str], lands: list[set[str]]) -> bool:
    if figure.measure != "rank" or figure.unit != "rank" or not figure.rank or figure.status == "denied" or not lands:
        return False
    if not set(figure.subjects) & lands[0] or (len(lands) > 1 and not set(figure.objects) & lands[1]):
        return False
    about = f" {' '.join(stems(figure.about or ''))} "
    known = all(in_window(figure.published, w) or in_window(figure.period, w) for w in query.windows if w.bound != "in")
    return known and all(covers_text(view, word, about) for word in nouns)


def _when(figure: Figure) -> tuple[str, str]:
    time = figure.published or figure.period
    return str(time and (time.earliest or time.latest)), figure.id


def up_or_down(view: View, query: Query) -> Draft | None:
    """Whether something rose or fell, where a question leaves it open; None where it offers no such choice."""
    start = query.text.lower().find(_CHOICE)
    if start < 0:
        return None
    own = stems(_CHOICE)
    kept = tuple(term for term in query.words if not start <= term.span.start < start + len(_CHOICE))
    words = (*kept, Term("grow", "grow", query.asked))
    draft = measured(view, replace(query, words=words, terms=words, form="how_much", unit="percent", rule="figure"))
    if draft and draft.status == "answered" and isinstance(draft.value, int | float) and draft.value:
        way = "grew" if draft.value > 0 else "fell"
        return replace(draft, text=clip(f"It {way}. {draft.text}"), kind="status", value=way, unit=None, told=own)
    told = _told(view, query, kept) if kept else None
    return replace(told, told=own) if told else None


def _told(view: View, query: Query, kept: tuple[Term, ...]) -> Draft | None:
    """Which way it went by a sentence of which it is the subject."""
    sets = words_of(view).sets
    for found in search(view, query, terms=kept, least=0.9)[:6]:
        row = parsed(view, found.passage)
        for clause in row.clauses:
            verb = stem(clause.verb.lemma)
            way = "grew" if verb in sets["grown"] else "fell" if verb in sets["fallen"] else None
            told = mode_of(row, clause) == ("told", False)
            if way and told and covers_text(view, kept[0].stem, subject_of(row, clause).text):
                one = Found(found.passage, 1.0, ())
                return from_passage(one, "status", text=f"It {way}. {quoted(found.passage, 240)}", value=way)
    return None
