"""The way from an answer or a fact back to the words that prove it. A step that is indented belongs to the one above it."""

from collections.abc import Iterable, Iterator

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.answer import Answer
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.figure import Figure
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.query.find import Found
from tieline.query.view import View

IN = "  "


def explain(view: View, thing: Answer | Found | str) -> tuple[str, ...]:
    """The derivation step by step: answer, fact, dates, rule, sentence, article. An id that no fact has gives ()."""
    if isinstance(thing, Answer):
        return tuple(_answer(view, thing))
    fact = _by_id(view, thing) if isinstance(thing, str) else thing
    return tuple(_fact(view, fact)) if fact is not None else ()


def _answer(view: View, answer: Answer) -> Iterator[str]:
    yield f"{answer.status}: {answer.answer}"
    yield from (f"{IN}{reason}" for reason in answer.reasons)
    facts = [found for one in answer.facts if (found := _by_id(view, one)) is not None]
    for fact in facts:
        yield from _fact(view, fact)
    told = {citation for fact in facts if not isinstance(fact, Document) for citation in fact.evidence}
    yield from _quotes(view, (citation for citation in answer.citations if citation not in told), depth=1)


def _by_id(view: View, id: str) -> Found | None:
    facts = view.facts
    groups: tuple[tuple[Found, ...], ...] = (facts.events, facts.agreements, facts.figures, facts.actors, facts.documents)
    return next((one for group in groups for one in group if one.id == id), None)


def _fact(view: View, fact: Found) -> Iterator[str]:
    if isinstance(fact, Event):
        kind = ", ".join(word.replace("_", " ") for word in (fact.type, fact.stage or "", fact.status) if word)
        yield f"event: {fact.title} ({kind})"
        yield from _time(fact.time)
        yield from (f"{IN}because: {reason}" for reason in fact.reasons if not fact.time or reason not in fact.time.derivation)
        yield from (f"{IN}read by rule {rule}" for rule in fact.rules)
    elif isinstance(fact, Agreement):
        yield f"agreement: {fact.name}"
        for stage in fact.stages:
            when = in_words(stage.time) if stage.time else "no date in the texts"
            yield f"{IN}{stage.stage.replace('_', ' ')}: {when} ({stage.status})"
    elif isinstance(fact, Figure):
        yield f"figure: {fact.measure.replace('_', ' ')} {fact.value if fact.value is not None else fact.rank} {fact.unit or ''}".rstrip()
        yield from _time(fact.period)
        yield from (f"{IN}read by rule {rule}" for rule in (fact.rule,) if rule)
    elif isinstance(fact, Actor):
        yield f"{fact.kind}: {fact.name}"
        yield from (f"{IN}also called {alias}" for alias in fact.aliases)
    else:
        yield f"document: {fact.title or fact.id}"
        yield from _time(fact.published)
        yield from _quotes(view, fact.published_evidence, depth=1)
        return
    yield from _quotes(view, fact.evidence, depth=1)
    yield from (f"{IN}brought together: {reason}" for merge in view.facts.merges if merge.fact == fact.id for reason in merge.reasons)


def _time(when: TimeValue | None) -> Iterator[str]:
    if when is None:
        yield f"{IN}no date in the texts"
        return
    yield f"{IN}time: {in_words(when)} ({when.edtf}, {when.basis})"
    yield from (f"{IN}{IN}{step}" for step in when.derivation)


def _quotes(view: View, citations: Iterable[Citation], *, depth: int) -> Iterator[str]:
    documents = {document.id: document for document in view.facts.documents}
    for citation in dict.fromkeys(citations):
        document = documents.get(citation.document)
        published = f", published {in_words(document.published)}" if document and document.published else ""
        yield f'{IN * depth}{citation.document} {citation.start}-{citation.end}: "{citation.quote}"{published}'
