"""A knowledge base of any size, made from values and not by reading, the same one each time: invented countries, many kinds of dates."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from tieline.model.actor import Actor, Role
from tieline.model.agreement import Agreement, AgreementStage
from tieline.model.document import Document
from tieline.model.edtf import day_value, time_value
from tieline.model.event import Event, Participant
from tieline.model.facts import Facts
from tieline.model.figure import Figure
from tieline.model.issue import Issue
from tieline.model.span import Citation
from tieline.model.time import TimeValue
from tieline.present.page import View

SYLLABLES = ("Bo", "Ter", "Sil", "Mon", "Gar", "Pel", "Hos", "Dun", "Rav", "Lem")
ENDINGS = ("tavia", "drisa", "lenta", "mirra")
COUNTRIES = tuple(a + b for b, a in product(ENDINGS, SYLLABLES))
TOPICS = ("fisheries", "customs", "extradition", "rail transit", "trade", "aviation", "water", "mining")
# type, stage, status, what the title says, roles of the two actors
KINDS = (
    ("visit", None, "occurred", "{person} of {one} visited {two}", ("guest", "host")),
    ("meeting", None, "occurred", "{one} and {two} met on {topic}", ("party", "party")),
    ("negotiation", "round", "ongoing", "{one} and {two} held talks on {topic}", ("party", "party")),
    ("agreement", "signed", "occurred", "{one} and {two} signed the {topic} agreement", ("party", "party")),
    ("agreement", "in_force", "planned", "The {topic} agreement of {one} and {two} is to enter into force", ("party", "party")),
    ("project", "inaugurated", "expected", "{one} is expected to open the {topic} terminal in {two}", ("agent", "host")),
    ("investment", None, "hypothetical", "{one} may invest in the {topic} works of {two}", ("agent", "patient")),
    ("summit", None, "cancelled", "The {topic} summit of {one} and {two} was called off", ("party", "party")),
    ("dispute", "filed", "denied", "{one} denied having filed a complaint on {topic} against {two}", ("agent", "patient")),
    ("statement", None, "occurred", "{one} praised the {topic} policy of {two}", ("speaker", "addressee")),
    ("aid", None, "occurred", "{one} gave {two} equipment for {topic}", ("donor", "recipient")),
)  # fmt: skip
PER_DOCUMENT = 8
DATED = ("documents", "events", "figures")


@dataclass
class _Made:
    documents: list[Document] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    signed: dict[tuple[str, str, str], list[Event]] = field(default_factory=dict)


def made_facts(events: int) -> Facts:
    """A number of events of all types and statuses, in articles of eight, with actors, agreements, figures and conflicts."""
    made = _Made()
    for start in range(0, events, PER_DOCUMENT):
        _article(made, start, min(PER_DOCUMENT, events - start))
    return Facts(
        documents=tuple(made.documents),
        actors=tuple(_actors(made.documents)),
        agreements=tuple(_agreement(key, found) for key, found in sorted(made.signed.items())),
        events=tuple(made.events),
        figures=tuple(made.figures),
        issues=tuple(made.issues),
    )


def _article(made: _Made, start: int, count: int) -> None:
    day = dt.date(1996, 1, 8) + dt.timedelta(days=start * 2)
    document, published = f"a{start // PER_DOCUMENT:04}", day_value(dt.date(1996, 1, 8) + dt.timedelta(days=start * 2))
    text = f"{_title(start)}, and more\n\nNORBURG, {day:%B} {day.day}, {day.year} (Northern Wire) --"
    for n in range(start, start + count):
        when = _when(n, day)
        said = f"{_title(n)}{f' ({when.edtf})' if when else ''}"
        citation = Citation(document=document, start=len(text) + 1, end=len(text) + 1 + len(said), quote=said)
        text += f" {said}. Officials gave no further details on the matter."
        made.events.append(_event(n, when, published, citation, made))
    text += "\n\n"
    worth = f"Trade between {_pair(start)[0]} and {_pair(start)[1]} came to {100 + start % 900} million dollars in {day.year - 1}"
    citation = Citation(document=document, start=len(text), end=len(text) + len(worth), quote=worth)
    made.figures.append(_figure(start, day.year - 1, published, citation))
    made.documents.append(
        Document(
            id=document,
            title=f"{_title(start)}, and more",
            publisher=("Northern Wire", "Halidor Times", "Coast Post")[start // PER_DOCUMENT % 3],
            place="Norburg",
            published=published,
            published_basis="dateline",
            text=f"{text}{worth}.\n",
        )
    )


def _pair(n: int) -> tuple[str, str]:
    size = len(COUNTRIES)
    one = n * 7 % size
    return COUNTRIES[one], COUNTRIES[(one + 1 + n // size % (size - 1)) % size]


def _title(n: int) -> str:
    one, two = _pair(n)
    return KINDS[n % len(KINDS)][3].format(one=one, two=two, person=_person(one), topic=_topic(n))


def _topic(n: int) -> str:
    return TOPICS[n // 3 % len(TOPICS)]


def _person(country: str) -> str:
    return f"Ada {country[:3]}sen"


def _when(n: int, day: dt.date) -> TimeValue | None:
    """A day for every other event; else one of the many forms of an imprecise date, or none."""
    year, month = day.year, day.month
    if n % 2 == 0:
        return day_value(day - dt.timedelta(days=n % 11))
    forms = (
        f"{year}-{month:02}", f"{year - 1}", f"{year}-{month:02}-XX", f"{year}~", f"{year}-{month:02}/{year + 1}-{month:02}",
        f"[{day}..{year + 1}-12-31]", f"{year // 10}X", f"../{year + 6}-01-01", f"{year}-22", f"{day}T14:30", None,
        f"{year + 1}-33", f"{day}/{day + dt.timedelta(days=3)}",
    )  # fmt: skip
    edtf = forms[n // 2 % len(forms)]
    return time_value(edtf) if edtf else None


def _event(n: int, when: TimeValue | None, published: TimeValue, citation: Citation, made: _Made) -> Event:
    type_, stage, status, _, roles = KINDS[n % len(KINDS)]
    one, two = _pair(n)
    names = (_person(one) if type_ == "visit" else one, two)
    agreement = _agreement_id(one, two, _topic(n)) if type_ in ("agreement", "negotiation") else None
    event = Event.model_validate(
        {
            "id": f"event:{type_}-{n:05}",
            "type": type_,
            "stage": stage,
            "title": _title(n),
            "time": when,
            "status": status,
            "participants": tuple(
                Participant(actor=f"actor:{name}", name=name, role=role) for name, role in zip(names, roles, strict=True)
            ),
            "place": two,
            "agreement": agreement,
            "published": published,
            "asserted_by": _person(one) if n % 5 == 0 else None,
            "reasons": (f'"{citation.quote[-10:]}" is the date of the event',) if when else (),
            "rules": (f"{type_}.made_up",),
            "evidence": (citation,),
        }
    )
    if agreement:
        made.signed.setdefault((one, two, _topic(n)), []).append(event)
    if n % 40 == 39:
        other = made.events[-1]
        message = f"{other.title}, or {event.title}: the texts differ"
        made.issues.append(Issue(kind="conflict", message=message, evidence=(*other.evidence, citation)))
    return event


def _agreement_id(one: str, two: str, topic: str) -> str:
    return f"agreement:{one}-{two}-{topic}".replace(" ", "-").lower()


def _agreement(key: tuple[str, str, str], events: list[Event]) -> Agreement:
    one, two, topic = key
    stages = tuple(
        AgreementStage(stage=event.stage, time=event.time, status=event.status, event=event.id, evidence=event.evidence)
        for event in events
        if event.stage
    )
    evidence = tuple(citation for event in events for citation in event.evidence)
    name = f"{one}-{two} {topic} agreement"
    return Agreement(id=_agreement_id(*key), name=name, kind="agreement", parties=(one, two), stages=stages, evidence=evidence)


def _figure(n: int, year: int, published: TimeValue, citation: Citation) -> Figure:
    one, two = _pair(n)
    return Figure(
        id=f"figure:trade-{n:05}",
        measure="bilateral_trade",
        value=(100 + n % 900) * 10**6,
        unit="USD",
        period=time_value(str(year)),
        subject=f"{one} and {two}",
        subjects=(f"actor:{one}", f"actor:{two}"),
        about="trade",
        text=f"{100 + n % 900} million dollars",
        published=published,
        evidence=(citation,),
    )


def _actors(documents: list[Document]) -> Iterator[Actor]:
    first = documents[0]
    start = first.text.index("Northern Wire")
    citation = Citation(document=first.id, start=start, end=start + len("Northern Wire"), quote="Northern Wire")
    for name in COUNTRIES:
        yield Actor(id=f"actor:{name}", name=name, kind="country", aliases=(f"{name}n",), evidence=(citation,))
    for name in COUNTRIES:
        role = Role(title="president", of=name, time=first.published, evidence=(citation,))
        yield Actor(id=f"actor:{_person(name)}", name=_person(name), kind="person", country=name, roles=(role,), evidence=(citation,))


def made_views(facts: Facts, stops: int) -> list[View]:
    """What was known of made facts at some days of publication, evenly spread, the last one among them."""
    days = sorted({one.published.latest for one in facts.documents if one.published and one.published.latest})
    chosen = [days[(number + 1) * len(days) // stops - 1] for number in range(stops)]
    return [View(day, facts.model_copy(update={kind: _by(getattr(facts, kind), day) for kind in DATED})) for day in chosen]


def _by(values: Iterable[Any], day: dt.date) -> tuple[Any, ...]:
    return tuple(one for one in values if one.published.latest <= day)
