"""Everything about one actor, agreement, event, figure or document, with its evidence."""

from collections.abc import Iterable, Sequence

from tieline.model.actor import Actor
from tieline.model.agreement import Agreement
from tieline.model.amount import amount, label
from tieline.model.clean import one_line
from tieline.model.document import Document
from tieline.model.event import Event
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.model.opening import first_words
from tieline.model.phrases import about, kind_words, offices, stage_words
from tieline.model.span import Citation
from tieline.model.words import in_words
from tieline.present.lines import BLANK, Line, Lines, Piece, line, section
from tieline.present.sources import Sources, document_name, published_words
from tieline.present.tables import status

Fact = Actor | Agreement | Event | Figure | Document
SHOWN = 12  # quotes of one fact


def profile_lines(fact: Fact, facts: Facts, sources: Sources, ordered: Sequence[Event], *, verbose: bool = False) -> Lines:
    """The screen of one fact. `ordered` are the events of the knowledge base in order of time."""
    if isinstance(fact, Document):
        return _document(fact, ordered)
    makers = {Actor: _actor, Agreement: _agreement, Event: _event, Figure: _figure}
    body = makers[type(fact)](fact, facts, ordered, sources)  # type: ignore[operator]
    ident = _field("id", fact.id) if verbose else ()
    return (*body, *ident, *_evidence(fact.evidence, sources, verbose))


def _actor(actor: Actor, facts: Facts, ordered: Sequence[Event], sources: Sources) -> Iterable[Line]:
    yield line(Piece(one_line(actor.name), "strong"), Piece(f"  {actor.kind}", "soft"))
    yield from _field("also called", ", ".join(actor.aliases))
    yield from _field("country", actor.country)
    for role in actor.roles:
        yield from _field("office", offices((role,)) + (f" (said on {in_words(role.time)})" if role.time else ""))
    own = [event for event in ordered if any(one.actor == actor.id for one in event.participants)]
    yield from section("Events", event_lines(own))
    party = [one for one in facts.agreements if actor.name in one.parties or actor.id in one.parties]
    yield from section("Agreements", (line(one_line(one.name), indent=2, lead="- ") for one in party))
    figures = [one for one in facts.figures if actor.name in (one.subject, one.object) or actor.id in (one.subject, one.object)]
    yield from section("Figures", (_figure_line(one) for one in figures))


def _agreement(agreement: Agreement, facts: Facts, ordered: Sequence[Event], sources: Sources) -> Iterable[Line]:
    yield line(Piece(one_line(agreement.name), "strong"), Piece(f"  {label(agreement.kind)}", "soft"))
    yield from _field("also called", ", ".join(one for one in agreement.aliases if one != agreement.name))
    yield from _field("parties", ", ".join(agreement.parties))
    yield from section("Stages", (line(one_line(stage_words(one)), indent=2, lead="- ") for one in agreement.stages))
    yield from section("Events", event_lines([one for one in ordered if one.agreement == agreement.id]))


def _event(event: Event, facts: Facts, ordered: Sequence[Event], sources: Sources) -> Iterable[Line]:
    names = {one.id: one.name for one in facts.agreements} | {one.id: one.name for one in facts.actors}
    yield line(Piece(one_line(event.title), "strong"))
    yield from _field("when", in_words(event.time) if event.time else "the texts do not say")
    yield from _field("type", kind_words(event))
    yield line(Piece("status: ", "soft"), status(event.status), indent=2)
    for one in event.participants:
        yield from _field(label(one.role), one.name)
    said = names.get(event.asserted_by or "", event.asserted_by)
    reported = in_words(event.published) if event.published else None
    fields = {"where": event.place, "level": event.level, "agreement": names.get(event.agreement or "", event.agreement)}
    for name, text in (fields | {"topic": event.topic, "said": event.content, "according to": said, "first reported": reported}).items():
        yield from _field(name, text)
    yield from section("Why", (line(one_line(reason), indent=2, lead="- ") for reason in event.reasons))


def _figure(figure: Figure, facts: Facts, ordered: Sequence[Event], sources: Sources) -> Iterable[Line]:
    yield line(Piece(f"{label(figure.measure)}: {amount(figure)}", "strong"))
    period = in_words(figure.period) if figure.period else "the texts do not say"
    for name, text in {"of": about(figure), "when": period, "status": figure.status, "according to": figure.asserted_by}.items():
        yield from _field(name, text)


def _document(document: Document, ordered: Sequence[Event]) -> Lines:
    cited = [one for one in ordered if any(citation.document == document.id for citation in one.evidence)]
    basis = {"none": "nothing in the text", "given": "given by you", "inferred": "worked out from the content"}
    reasons = document.published.derivation if document.published else ()
    return (
        line(Piece(one_line(document.title or first_words(document.text)), "strong")),
        *_field("cited as", document_name(document)),
        *_field("id", document.id),
        *_field("place", document.place),
        *_field("published", f"{published_words(document)}, from {basis.get(document.published_basis, 'the ' + document.published_basis)}"),
        *_field("length", f"{len(document.text):,} characters"),
        *_field("address", document.url),
        *section("Why this date", (line(one_line(reason), indent=2, lead="- ") for reason in reasons)),
        *section("Events", event_lines(cited)),
    )


def event_lines(events: Iterable[Event]) -> Iterable[Line]:
    """Events as a list: time, title, and the status where it is not simply so."""
    for event in events:
        when = in_words(event.time) if event.time else "undated"
        mark = Piece(f" ({event.status})", "warn") if event.status != "occurred" else ""
        yield line(Piece(f"{when}: ", "strong" if event.time else "soft"), one_line(event.title), mark, indent=2, lead="- ")


def _figure_line(figure: Figure) -> Line:
    when = f", {in_words(figure.period)}" if figure.period else ""
    return line(f"{label(figure.measure)}: {amount(figure)}{when}", indent=2, lead="- ")


def _field(name: str, text: str | None) -> Lines:
    return (line(Piece(f"{name}: ", "soft"), one_line(text), indent=2),) if text else ()


def _evidence(citations: Sequence[Citation], sources: Sources, verbose: bool) -> Lines:
    chosen = citations if verbose else citations[:SHOWN]
    left = len(citations) - len(chosen)
    more = (BLANK, line(Piece(f"{left} more with --verbose", "soft"))) if left else ()
    return (*section("Evidence", sources.lines(chosen, indent=2, verbose=verbose)), *more)
