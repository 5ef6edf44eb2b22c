"""Whether an office, an order, a rank or a number in a question is the one that the texts give."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.actor import Actor
from tieline.model.edtf import may_overlap, surely_before
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.model.span import Span
from tieline.model.words import in_words
from tieline.query.amounts import figures, numbers
from tieline.query.amounts.figure_words import HEDGED
from tieline.query.amounts.measured import quantities_of
from tieline.query.draft import Draft, cite, clip, line, nothing, quoted
from tieline.query.events.verdict.by_events import verdict_of
from tieline.query.events.verdict.by_sentences import FIRST, asks_open
from tieline.query.evidence.senses import tells
from tieline.query.people.holders import attested
from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Name, Query
from tieline.query.reading.titles import holds
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause import pieces
from tieline.query.sentences.cover import covers_text
from tieline.query.times import anchors
from tieline.query.times.told_order import told_first
from tieline.query.view import View

_HOLDING = frozenset(stem(word) for word in ("be", "become", "serve", "hold", "work", "act", "remain", "call"))


def office_verdict(view: View, query: Query) -> Draft | None:
    """Whether somebody holds an office: no, where the texts give the person another one or the office to another."""
    frame = frame_of(view, query)
    if frame is not None and not frame.copular and not (set(frame.verbs) & _HOLDING):
        return None  # "did Rosk meet the Selvan president": the office is that of somebody else
    people = [n for n in query.names if n.form == "name" and view.any_is(n.ids, "person")]
    kind = OFFICE_KIND.match(query.text) if people and not query.windows else None
    if kind and (words := view.lexicon.office_kinds.get(kind["kind"].lower())):
        return _of_office_kind(view, query, people[0], words)
    offices = [n for n in query.names if n.form == "title"]
    if not people or query.types - {"visit", "meeting", "summit"}:
        return None
    actor = view.actors[people[0].ids[0]]
    own = [r for r in actor.roles if holds(view, r.title, None, query.title or "", ())]
    held = offices[0].ids if offices else _holders(view, query.title or "", own[0].of) if own and not query.owner else ()
    if actor.id in held:
        lands = [name for name in query.names if name not in people and name not in offices]
        return _held_by(view, query, actor, held, lands)
    if query.title and not own and stem(query.title.split()[-1]) in view.lexicon.office_kinds["calling"]:
        return nothing(view, query, "yesno", "Not stated in the texts.", "answer")  # a researcher may be an economist too
    return _held_by_another(view, query, actor, held) if actor.roles else None


OFFICE_KIND = regex(
    r"^\W*(?:is|was) [^?,]{2,60}? an? (?:(?-i:[A-Z])[\w-]+ |(?:senior|political|government|state|national|foreign) )?"
    r"(?P<kind>official|politician|diplomat|leader|head of state)\W*$",
    re.I,
)


def _of_office_kind(view: View, query: Query, name: Name, words: frozenset[str]) -> Draft:
    """Whether somebody holds an office of a kind: an ambassador is a diplomat; not known of those whose office tells of no country."""
    actor = view.actors[name.ids[0]]
    own = [role for role in actor.roles if stem(role.title.split()[-1].lower()) in words and _is_of_land(view, role.of)]
    lands = [one for one in query.names if one is not name and view.any_is(one.ids, "country")]
    told = " ".join(word for role in own for c in role.evidence for word in stems(c.quote))
    if not own or not all(_of_land(view, actor, one, told) for one in lands):
        return nothing(view, query, "yesno", "Not stated in the texts.", "answer")
    text = clip(f"Yes. The texts call {actor.name} {own[0].title}.")
    words_told = tuple(term.stem for term in query.words)
    return Draft("answered", text, "yesno", True, citations=own[0].evidence[:2], facts=(actor.id,), told=words_told)


def _is_of_land(view: View, of: str | None) -> bool:
    """Whether an office is one of a country, by its name or id; or of nobody in particular."""
    return of is None or view.any_is((of, *view.called.get(of, ())), "country")


def _held_by(view: View, query: Query, actor: Actor, held: Sequence[str], lands: Sequence[Name]) -> Draft | None:
    """Yes, where the texts call somebody what the question does, of that country and at that time."""
    own = [r for r in actor.roles if holds(view, r.title, None, query.title or "", ())]
    role = own[0] if own else actor.roles[0]
    words = " ".join(word for one in actor.roles for c in one.evidence for word in stems(c.quote))
    if query.ordinal or any(not covers_text(view, term.stem, f" {words} ") for term in query.terms):
        return None  # more is asked for than the office
    if any(not _of_land(view, actor, name, words) for name in lands):
        return None  # nobody calls them that of the country asked about
    if query.windows and not attested(view, actor, query):
        instead = [view.actors[i] for i in held if i != actor.id and attested(view, view.actors[i], query)]
        return _other(view, query.title or "", actor, instead) if instead else None
    text = f"Yes. {actor.name} is called {role.title}" + (f" ({in_words(role.time)})." if role.time else ".")
    return Draft("answered", clip(text), "yesno", True, citations=role.evidence[:2], facts=(actor.id,))


def _held_by_another(view: View, query: Query, actor: Actor, held: Sequence[str]) -> Draft:
    """No, with the office that the texts give to somebody, and those who hold the one asked about."""
    role = actor.roles[0]
    others = ", ".join(view.actors[i].name for i in held if not query.windows or attested(view, view.actors[i], query))
    of = f" of {view.actors[role.of].name if role.of in view.actors else role.of}" if role.of else ""
    text = f"No. The texts call {actor.name} {role.title}{of}; the office was held by {others or 'somebody else'}."
    return Draft("answered", clip(text), "yesno", False, citations=role.evidence[:2], facts=(actor.id,))


def _of_land(view: View, actor: Actor, name: Name, words: str) -> bool:
    """Whether somebody holds an office of, or comes from, what a name of the question means, or the words for the office name it."""
    labels = {*name.ids, *(view.actors[i].name for i in name.ids if i in view.actors)}
    if actor.country in labels or any(role.of in labels for role in actor.roles):
        return True
    return any(f" {' '.join(stems(label))} " in f" {words} " for label in {name.text, *labels})


def _holders(view: View, title: str, of: str | None) -> tuple[str, ...]:
    """Everybody attested in the same office."""
    return tuple(a.id for a in view.facts.actors if any(holds(view, r.title, None, title, ()) and r.of == of for r in a.roles))


def _other(view: View, title: str, actor: Actor, others: list[Actor]) -> Draft:
    names = " and ".join(other.name for other in others)
    citations = tuple(c for other in others for r in other.roles[:1] for c in r.evidence[:1])
    return Draft("answered", clip(f"No. {names} held that office then, not {actor.name}."), "yesno", False, citations=citations)


_COMPARED = regex(r"^\W*(?:did|was|were|had|is|does|do)\s+(?P<a>.+?)\s+(?P<how>before|after)\s+(?P<b>(?!or\b).+)", re.I)


def order_verdict(view: View, query: Query) -> Draft | None:
    """Whether one event came before or after another that the question names."""
    found = _COMPARED.match(query.text)
    if not found or any(w.bound in ("before", "after") for w in query.windows):
        return None
    second = anchors.completed(anchors.with_names(view, found["b"], found["a"]), found["a"])
    one, two = anchors.dated(view, found["a"]), anchors.dated(view, second)
    if not one or not two or one.id == two.id or not one.time or not two.time:
        return None
    said = told_first(view, one, two) if may_overlap(one.time, two.time) else one if surely_before(one.time, two.time) else two
    if said is None:
        return _same_day(one, two)
    value = (said is one) == (found["how"].lower() == "before")
    other = two if said is one else one
    draft = verdict_of(value, one, f"{'Yes' if value else 'No'}. {line(said)}; {line(other)}.")
    return replace(draft, citations=cite([said, other]), facts=(said.id, other.id))


def _same_day(one: Event, two: Event) -> Draft | None:
    """No, where both of two events are of one and the same day."""
    if one.time is None or two.time is None or one.time.grain != "day" or one.time.edtf != two.time.edtf:
        return None
    draft = verdict_of(False, one, f"No, on the same day, {in_words(one.time)}: {one.title}; {two.title}.")
    return replace(draft, citations=cite([one, two]), facts=(one.id, two.id))


def rank_verdict(view: View, query: Query) -> Draft | None:
    """Whether a rank in the question is the one that the texts give."""
    asked = figures.RANK.search(query.text)
    if not asked or FIRST.search(query.text):
        return None
    terms = tuple(t for t in query.words if not asked.start() <= t.span.start < asked.end())
    draft = figures.rank(view, replace(query, words=terms, form="rank"))
    if draft.status != "answered" or not isinstance(draft.value, int):
        return None
    same = draft.value == figures._place(asked)
    if not same and any(window.bound in ("until", "as_of", "before", "since", "after") for window in query.windows):
        return None  # a rank of one time is none of another
    return replace(draft, text=clip(f"{'Yes' if same else 'No'}. {draft.text}"), kind="yesno", value=same, unit=None)


def count_verdict(view: View, query: Query) -> Draft | None:
    """Whether a number in the question is the one that the texts give."""
    asked = next(
        (m for m in numbers.NUMBER.finditer(query.text) if m["n"] and not any(w.span.touches(Span(*m.span())) for w in query.windows)),
        None,
    )
    if not asked or re.match(r"(one|two)$", asked["n"], re.I):
        return None
    number = next((one for one in quantities_of(view, query.text) if one.number and one.number.touches(Span(*asked.span()))), None)
    if number is None or number.number is None or number.kind in ("duration", "ordinal", "rank", "age"):
        return None
    words = tuple(t for t in query.words if not number.span.start <= t.span.start < max(number.number.end, asked.end()))
    unit = numbers.unit_of(asked)
    draft = figures.how_many(
        view, replace(query, words=words, terms=words, form="how_much" if unit else "how_many", unit=unit, asked=Span(*asked.span()))
    )
    if draft.status == "partly" or (draft.status == "unanswered" and draft.citations):
        return replace(draft, status="partly", text=clip(f"Not confirmed. {draft.text}"), kind="yesno", value=None, unit=None)
    if draft.status != "answered" or not isinstance(draft.value, int | float):
        return None
    if _only_expected(view, query, draft):
        return replace(draft, status="partly", text=clip(f"Not confirmed. {draft.text}"), kind="yesno", value=None, unit=None)
    told, wanted = float(draft.value), float(numbers.value_of(asked) or 0)
    bound = number.qualifier or _apart(query.text, asked.start()) or ("at_least" if _REACHES.search(query.text[: asked.start()]) else None)
    if wanted > told and re.match(r"(more than|over|at least)\b", draft.text, re.I) and bound in (None, "over", "at_least"):
        return replace(draft, status="partly", text=clip(f"Not stated. {draft.text}"), kind="yesno", value=None, unit=None)
    same = _agrees(told, wanted, bound) and not (told == wanted and bound == "over" and _SHORT.match(draft.text))
    ahead = _expected(view, query, draft, wanted) if not same and wanted > told else None
    if ahead:
        return ahead
    if not same and told != wanted and _says_nothing_else(view, query, draft, asked["n"]):
        return None
    passed = stems(f"{asked['n']} reach") if same and _REACHES.search(query.text) else ()
    text = clip(f"{'Yes' if same else 'No'}. {draft.text}")
    return replace(draft, text=text, kind="yesno", value=same, unit=None, told=(*draft.told, *passed))


def _only_expected(view: View, query: Query, draft: Draft) -> bool:
    """Whether a number is only forecast that a question asks to have been reached: "has the mark of 50,000 been reached"."""
    figures_told = [view.figures[one] for one in draft.facts if one in view.figures]
    hedged = bool(figures_told) and all(one.status in HEDGED for one in figures_told)
    return hedged and _DONE.match(query.text) is not None and not asks_open(query.text)


_DONE = regex(r"^\W*(?:did|has|have|had|was|were)\b", re.I)
_SHORT = regex(r"(?:nearly|almost|close to|just under|up to|under|less than)\b", re.I)
_REACHES = regex(r"\b(?:reach|hit|attain|pass|arrive at|get to|climb to|rise to|grow to|meet)", re.I)


def _expected(view: View, query: Query, draft: Draft, wanted: float) -> Draft | None:
    """Not confirmed, where a number was only expected that a question asks to have been reached; None where nobody expected it."""
    unit = next((one.unit for one in view.facts.figures if one.id in draft.facts), None)
    if unit is None or query.windows or not _REACHES.search(query.text):
        return None
    aims = [one for one in view.facts.figures if one.status in HEDGED and one.unit == unit and one.value == wanted]
    aims = [one for one in aims if any(covers_text(view, term.stem, _subject(one)) for term in query.terms)]
    told = next((passage for one in aims for passage in view.passages_of(one.evidence)), None)
    if told is None:
        return None
    return Draft("partly", clip(f"Not confirmed. {quoted(told)}"), "yesno", None, citations=(told.citation,), facts=(aims[0].id,))


def _subject(figure: Figure) -> str:
    return f" {' '.join(stems(figure.subject or ''))} "


def _holds(text: str, number: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d|[.,]\d)", text) is not None


def _says_nothing_else(view: View, query: Query, draft: Draft, number: str) -> bool:
    """Whether the sentences of another number hold the one asked about as well, or say no word for the verb of the question."""
    told = view.passages_of(draft.citations)
    given = re.search(r"\d[\d.,]*\d|\d", draft.text)
    parts = [passage.document.text[part.start : part.end] for passage in told for part in pieces(passage)]
    if given and any(_holds(part, number) and _holds(part, given[0]) for part in parts):
        return True
    frame = frame_of(view, query)
    if frame is None or frame.copular or not told or any(i in view.figures for i in draft.facts):
        return False
    return not any(tells(view, verb.split()[0], passage.joined) for verb in frame.verbs for passage in told)


_MORE = regex(r"\b(?P<less>less|fewer)\b|\b(?:more|greater|higher|larger|bigger)\b", re.I)
_THAN = regex(r"\bthan\s+(?:about |some |around )?(?:US)?[$€£¥]?$", re.I)


def _apart(text: str, start: int) -> str | None:
    """The bound that a question sets apart from its number: "were there more clinics than 80"."""
    weighed = _MORE.search(text[:start]) if _THAN.search(text[:start]) else None
    return None if weighed is None else "under" if weighed["less"] else "over"


def _agrees(told: float, asked: float, qualifier: str | None) -> bool:
    """Whether the number told bears out the number asked about: "more than 100" is borne out by 170."""
    if qualifier in ("over", "at_least"):
        return told >= asked
    if qualifier in ("under", "up_to", "nearly"):
        return told <= asked
    return abs(told - asked) < 1e-6 * max(1.0, abs(told))
