"""Everything about one actor, agreement, event, figure or document, with its evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tieline.graph.order import time_key
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
from tieline.model.shape import shape_of
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.model.words import in_words
from tieline.present.lines import BLANK, Line, Lines, Piece, line, section
from tieline.present.sources import Sources, document_name, published_words
from tieline.present.tables import status

Fact = Actor | Agreement | Event | Figure | Document
SHOWN = 12  # quotes of one fact
LISTED = 40  # events of one actor
MET = 6  # actors met most often


def profile_lines(fact: Fact, facts: Facts, sources: Sources, ordered: Sequence[Event], *, verbose: bool = False) -> Lines:
    """The screen of one fact. `ordered` are the events of the knowledge base in order of time."""
    if isinstance(fact, Document):
        return _document(fact, facts, ordered)
    makers = {Actor: _actor, Agreement: _agreement, Event: _event, Figure: _figure}
    body = makers[type(fact)](fact, facts, ordered, sources)  # type: ignore[operator]
    ident = _field("id", fact.id) if verbose else ()
    return (*body, *ident, *_evidence(fact.evidence, sources, verbose))


def _actor(actor: Actor, facts: Facts, ordered: Sequence[Event], sources: Sources) -> Iterable[Line]:
    yield line(Piece(one_line(actor.name), "strong"), Piece(f"  {actor.kind}", "soft"))
    own = [event for event in ordered if any(one.actor == actor.id for one in event.participants)]
    party = [one for one in facts.agreements if actor.name in one.parties or actor.id in one.parties]
    names = {actor.name, actor.id}
    figures = [one for one in facts.figures if names & {one.subject, one.object, *one.subjects, *one.objects}]
    yield from _held({"event": len(own), "agreement": len(party), "figure": len(figures), "text": len(_texts(actor, own))})
    yield from _field("also called", ", ".join(actor.aliases))
    yield from _field("country", actor.country)
    for office, times in _offices(actor).items():
        yield from _field("office", office + (f" (said on {', '.join(times)})" if times else ""))
    yield from _field("acts with", _met(actor, own))
    yield from section("Events", (*event_lines(own[:LISTED]), *_left(len(own) - LISTED, f'tieline timeline --actor "{actor.name}"')))
    yield from section("Agreements", (_with_stages(one) for one in party))
    yield from section("Figures", (_figure_line(one) for one in figures))


def _agreement(agreement: Agreement, facts: Facts, ordered: Sequence[Event], sources: Sources) -> Iterable[Line]:
    yield line(Piece(one_line(agreement.name), "strong"), Piece(f"  {label(agreement.kind)}", "soft"))
    yield from _field("also called", ", ".join(one for one in agreement.aliases if one != agreement.name))
    yield from _field("parties", ", ".join(agreement.parties))
    yield from section("Stages", _stages(agreement, sources))
    told = {stage.event for stage in agreement.stages}
    own = [one for one in ordered if one.agreement == agreement.id]
    yield from section("Other events" if told else "Events", event_lines([one for one in own if one.id not in told]))
    figures = [one for one in facts.figures if agreement.name in (one.subject, one.object)]
    yield from section("Figures", (_figure_line(one) for one in figures))


def _event(event: Event, facts: Facts, ordered: Sequence[Event], sources: Sources) -> Iterable[Line]:
    names = {one.id: one.name for one in facts.agreements} | {one.id: one.name for one in facts.actors}
    yield line(Piece(one_line(event.title), "strong"))
    yield from _field("when", in_words(event.time) if event.time else "the texts do not say")
    yield from _field("that is", _bounds(event.time))
    yield from _field("type", kind_words(event))
    yield line(Piece("status: ", "soft"), status(event.status), indent=2)
    for one in event.participants:
        yield from _field(label(one.role), one.name)
    said = names.get(event.asserted_by or "", event.asserted_by)
    reported = in_words(event.published) if event.published else None
    fields = {"where": event.place, "level": event.level, "agreement": names.get(event.agreement or "", event.agreement)}
    for name, text in (fields | {"topic": event.topic, "said": event.content, "according to": said, "first reported": reported}).items():
        yield from _field(name, text)
    steps = dict.fromkeys((*(event.time.derivation if event.time else ()), *event.reasons))
    yield from section("Why", (line(one_line(reason), indent=2, lead="- ") for reason in steps))
    cited = set(event.evidence)
    issues = [one for one in facts.issues if one.evidence and cited.issuperset(one.evidence)]
    yield from section("Open", (line(Piece(one_line(one.message), "warn"), indent=2, lead="- ") for one in issues))


def _figure(figure: Figure, facts: Facts, ordered: Sequence[Event], sources: Sources) -> Iterable[Line]:
    yield line(Piece(f"{label(figure.measure)}: {amount(figure)}", "strong"))
    period = in_words(figure.period) if figure.period else "the texts do not say"
    for name, text in {"of": about(figure), "when": period, "status": figure.status, "according to": figure.asserted_by}.items():
        yield from _field(name, text)
    yield from _field("as written", figure.text)
    yield from section("Why", (line(one_line(reason), indent=2, lead="- ") for reason in figure.reasons))


def _document(document: Document, facts: Facts, ordered: Sequence[Event]) -> Lines:
    cited = [one for one in ordered if any(citation.document == document.id for citation in one.evidence)]
    agreements, figures, actors = (
        sum(any(citation.document == document.id for citation in one.evidence) for one in group)
        for group in (facts.agreements, facts.figures, facts.actors)
    )
    issues = [one for one in facts.issues if any(citation.document == document.id for citation in one.evidence)]
    basis = {"none": "nothing in the text tells", "given": "given by you", "inferred": "worked out from the content"}
    reasons = document.published.derivation if document.published else ()
    return (
        line(Piece(one_line(document.title or first_words(document.text)), "strong")),
        *_held({"event": len(cited), "agreement": agreements, "figure": figures, "actor": actors, "time expression": len(document.times)}),
        *_field("cited as", document_name(document)),
        *_field("id", document.id),
        *_field("place", document.place),
        *_field("published", f"{published_words(document)}, {basis.get(document.published_basis, 'from the ' + document.published_basis)}"),
        *_field("length", f"{len(document.text):,} characters"),
        *_field("address", document.url),
        *section("Why this date", (line(one_line(reason), indent=2, lead="- ") for reason in reasons)),
        *section("Events", event_lines(cited)),
        *section("Open", (line(Piece(one_line(one.message), "warn"), indent=2, lead="- ") for one in issues)),
    )


def _offices(actor: Actor) -> dict[str, list[str]]:
    """Each office with the days on which a text gives it, in order of time."""
    found: dict[str, list[str]] = {}
    for role in sorted(actor.roles, key=lambda one: time_key(one.time)):
        found.setdefault(offices((role,)), []).extend([in_words(role.time)] if role.time else [])
    return found


def _held(counts: dict[str, int]) -> Lines:
    """How much there is of each kind, on one line."""
    told = ", ".join(f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in counts.items() if number)
    return (line(Piece(told, "soft"), indent=2),) if told else ()


def _texts(actor: Actor, own: Iterable[Event]) -> set[str]:
    return {one.document for one in actor.evidence} | {one.document for event in own for one in event.evidence}


def _met(actor: Actor, own: Iterable[Event]) -> str:
    """The actors most often in the same events, with how often."""
    others = Counter(name for event in own for name in sorted({one.name for one in event.participants if one.actor != actor.id}))
    return ", ".join(f"{name} ({times})" for name, times in sorted(others.items(), key=lambda one: (-one[1], one[0]))[:MET])


def _left(number: int, where: str) -> Lines:
    return (line(Piece(one_line(f"{number} more: {where}"), "soft"), indent=2),) if number > 0 else ()


def _with_stages(agreement: Agreement) -> Line:
    stages = "; ".join(map(stage_words, agreement.stages))
    return line(one_line(agreement.name), Piece(f": {stages}" if stages else "", "soft"), indent=2, lead="- ")


def _stages(agreement: Agreement, sources: Sources) -> Iterator[Line]:
    """The life of an agreement, each stage with the words that tell it first."""
    for stage in agreement.stages:
        yield line(Piece(one_line(stage_words(stage)), "" if stage.status == "occurred" else "warn"), indent=2, lead="- ")
        for citation in stage.evidence[:1]:
            yield line(*sources.quote(citation), indent=4, lead="> ")


def _bounds(when: TimeValue | None) -> str | None:
    """The first and the last day of a season, quarter, decade and the like, which its name does not tell."""
    if when is None or shape_of(when) != "period" or when.grain in ("month", "year"):
        return None
    first, last = when.earliest, when.latest
    told = (f"from {in_words(str(first))}" if first else "", f"to {in_words(str(last))}" if last else "")
    return " ".join(part for part in told if part)


def event_lines(events: Iterable[Event]) -> Iterable[Line]:
    """Events as a list: time, title, and the status where it is not simply so."""
    for event in events:
        when = in_words(event.time) if event.time else "undated"
        mark = Piece(f" ({event.status})", "warn") if event.status != "occurred" else ""
        yield line(Piece(f"{when}: ", "strong" if event.time else "soft"), one_line(event.title), mark, indent=2, lead="- ")


def _figure_line(figure: Figure) -> Line:
    when = f", {in_words(figure.period)}" if figure.period else ""
    what = f", {one_line(figure.about)}" if figure.about else ""
    return line(f"{label(figure.measure)}: {amount(figure)}{what}{when}", indent=2, lead="- ")


def _field(name: str, text: str | None) -> Lines:
    return (line(Piece(f"{name}: ", "soft"), one_line(text), indent=2),) if text else ()


def _evidence(citations: Sequence[Citation], sources: Sources, verbose: bool) -> Lines:
    chosen = citations if verbose else citations[:SHOWN]
    left = len(citations) - len(chosen)
    more = (BLANK, line(Piece(f"{left} more with --verbose", "soft"))) if left else ()
    return (*section("Evidence", sources.lines(chosen, indent=2, verbose=verbose)), *more)
