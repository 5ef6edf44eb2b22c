"""What one article says before anything is brought together: words with a place and a reading, no identity.

Mentions are plain data classes: they are made in great number, cross process borders, and never reach a user.
A mention points at other mentions of its article by their spans, so that a later step can look them up.
"""

from dataclasses import field

from tieline.light import dataclass
from tieline.model.article import Article, PartialDate
from tieline.model.quantity import QuantityMention
from tieline.model.span import Span
from tieline.model.time import TimeMention

__all__ = [
    "ActorMention",
    "AgreementMention",
    "Argument",
    "Article",
    "EventMention",
    "FigureMention",
    "PartialDate",
    "QuantityMention",
    "Reading",
    "Wording",
]


@dataclass(frozen=True)
class ActorMention:
    """Words for one actor, or for several taken together.

    `form`: "name" (Hu Jintao, Peru, Xinhua), "demonym" (Chinese: the country behind it), "title" (the Peruvian president),
    "pronoun" (he), "group" (the two leaders, both sides), "metonym" (Beijing said). `name` is the name without title, or None.
    `kind` as in Actor, plus "unknown". `title` and `of` hold a role written beside the name ("president", "Peru"), `country` the
    country that an adjective or possessor gives ("Peruvian economist"), `post` where an envoy serves ("ambassador to China").
    `head` is the span of the name or head noun alone. `inner`: the words lie inside another actor mention ("Chinese" in
    "Chinese President Hu").
    """

    span: Span
    sentence: int
    text: str
    form: str
    kind: str
    name: str | None = None
    title: str | None = None
    of: str | None = None
    count: int | None = None
    plural: bool = False
    head: Span | None = None
    country: str | None = None
    post: str | None = None
    inner: bool = False


@dataclass(frozen=True)
class AgreementMention:
    """Words for an agreement, partnership, communique or plan. `kind`: free_trade, procurement, partnership, communique, ..."""

    span: Span
    sentence: int
    text: str
    kind: str
    name: str | None = None
    parties: tuple[str, ...] = ()
    definite: bool = True
    plural: bool = False
    level: str | None = None
    upgrade: bool = False


@dataclass(frozen=True)
class Argument:
    """One role of an event, filled by the words of a span (usually an actor mention)."""

    role: str
    span: Span


@dataclass(frozen=True)
class Wording:
    """The words that tell an event by themselves: those for who acts, and those for what is done, without its times.

    `form` is that of the verb ("past", "present", "infinitive", "part", "ing"), or "noun" where a noun phrase tells it and nobody acts.
    """

    subject: Span | None
    form: str
    done: tuple[Span, ...]


@dataclass(frozen=True)
class EventMention:
    """One event as one sentence tells it. `time` and `agreement` are spans of mentions; `span` is the shortest clause that tells it.

    `years_before`: the event lies that many years before `time`, or before publication where there is none ("the 40th anniversary in May").
    `shift`: the event lies so far from `time`, "-P14Y" before it ("14 years after ..."); with "!" to the day.
    `together`: done at once with another event of the same sentence, whose time it shares ("signed a treaty and a protocol on Monday").
    `occasion`: the time of the event told just before, of whose occasion this sentence goes on telling ("The two leaders also signed ...");
    with the role "from" that occasion opened a stay of several days.
    `promised`: the time at which it was agreed or promised ("agreed last month to reopen the missions in March").
    `past`: a verb in the past tells it. `wording`: the words that tell it by themselves.
    """

    span: Span
    trigger: Span
    sentence: int
    rule: str
    type: str
    stage: str | None = None
    status: str = "occurred"
    arguments: tuple[Argument, ...] = ()
    time: Span | None = None
    time_role: str = "at"
    place: Span | None = None
    agreement: Span | None = None
    level: str | None = None
    ordinal: int | None = None
    topic: Span | None = None
    content: Span | None = None
    asserted_by: Span | None = None
    reasons: tuple[str, ...] = ()
    years_before: int | None = None
    occasion: Span | None = None
    occasion_role: str = "at"
    shift: str | None = None
    together: bool = False
    promised: Span | None = None
    past: bool = False
    wording: Wording | None = None


@dataclass(frozen=True)
class FigureMention:
    """One figure as one sentence tells it; spans point at the words, `period` at a time mention.

    `subject` and `object` are spans of actor mentions: who exports to whom, who lends to whom, who holds a rank with whom, whose
    people go where. `subject_text` is what is counted, ranked or measured ("Chinese tourists", "trading partner"), `object_text` what
    is said of it ("established by local doctors"), `number` the place of the number and its unit, `text` the whole quantity as written.
    """

    span: Span
    sentence: int
    rule: str
    measure: str
    value: float | int | None
    unit: str | None
    qualifier: str | None = None
    rank: int | None = None
    status: str = "occurred"
    subject: Span | None = None
    object: Span | None = None
    subject_text: str | None = None
    object_text: str | None = None
    period: Span | None = None
    asserted_by: Span | None = None
    number: Span | None = None
    text: str | None = None


@dataclass(frozen=True)
class Reading:
    """Everything that one article says, mention by mention, in order of place."""

    article: Article
    times: tuple[TimeMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    issues: tuple[str, ...] = field(default=())
