"""Visits and meetings that are no matter between states: at home, among people of one country, or told without anybody and any day."""

from collections.abc import Sequence, Set
from dataclasses import replace

from tieline.model.mention import Reading
from tieline.resolve.actors.who import Who
from tieline.resolve.events.reports.report import Told

MATTERS = frozenset({"agreement", "negotiation", "dispute"})  # of nobody, they are no matter between states
AHEAD = ("planned", "expected")
LOOSE = ("pronoun", "title")  # words that name nobody
NEAR = 3  # sentences before a pronoun in which the one is named whom it means


def is_at_home(told: Told, who: Who) -> bool:
    """Whether a report tells of something inside one country only, or of a gathering of which nothing is known."""
    if told.type == "visit" and (_stays_home(told, who) or _leads_nowhere(told)):
        return True
    if told.mention.status == "denied":
        return False  # "there was no meeting"
    if told.type in ("meeting", "summit") and not told.people:
        return told.time is None and told.place is None
    if told.type in MATTERS and not (told.people or told.place or told.agreement or told.time):
        return told.type == "agreement" or told.stage is None
    return told.type == "meeting" and _among_themselves(told, who)


def sent_abroad(told: Sequence[Told], reading: Reading, who: Who, back: Set[str]) -> list[Told]:
    """The reports of a text; a visit told by a pronoun or a title alone is that of the last one named who comes from elsewhere.

    "President Reve received Holm on the second day of her first visit to Arvonia": the visitor is Holm. Whoever is `back` is at home.
    """
    return [
        _sent(one, reading, who) if one.type == "visit" and _stays_home(one, who) and not _is_back(one, reading, back) else one
        for one in told
    ]


def _is_back(told: Told, reading: Reading, back: Set[str]) -> bool:
    """Whether a journey is told as one home: "she returned to Torv on Friday"."""
    span = told.mention.span
    return any(word in back for word in reading.article.text[span.start : span.end].lower().split())


def _sent(told: Told, reading: Reading, who: Who) -> Told:
    host, document = who.country(told.guest or ""), told.document
    loose = [
        one
        for one in reading.actors
        if one.form in LOOSE and one.span.start < told.mention.span.end and one.span.end > told.mention.span.start
    ]
    if not loose or host is None:
        return told
    title = next((one.title for one in loose if one.form == "title" and one.title), None)
    before = [
        one
        for one in reading.actors
        if one.span.end <= loose[0].span.start and one.form == "name" and told.mention.sentence - one.sentence <= NEAR
    ]
    for mention in reversed(before):
        for actor in who.at(document, mention.span):
            home = who.country(actor)
            if who.kind(actor) == "person" and home and home != host and (title is None or who.has_title(actor, title)):
                return _of_guest(told, actor, home, host)
    return told


def _of_guest(told: Told, guest: str, home: str, host: str) -> Told:
    """The same visit made by somebody else."""
    people = tuple(dict.fromkeys((guest if actor == told.guest else actor, role) for actor, role in told.people))
    lands = tuple(sorted({home, host}))
    persons = (told.persons - {told.guest or ""}) | {guest}
    return replace(told, guest=guest, people=people, persons=persons, visit=(guest, host), countries=lands, own=frozenset(lands))


def _leads_nowhere(told: Told) -> bool:
    """Whether a visit is told without place and day: "his visit will help"; the end of one, or one called off, without anybody."""
    if told.mention.status == "cancelled" or told.stage == "concluded":
        return not (told.people or told.visit or told.time or (told.mention.place and told.stage is None))
    hosts = any(role in ("host", "patient", "party") for _, role in told.people)
    open_ = told.mention.status in ("occurred", "planned", "expected", "hypothetical")
    return open_ and not (hosts or told.place or told.time or told.visit)


def _stays_home(told: Told, who: Who) -> bool:
    """Whether a visit leads its visitor to no other country than his own: talks that he holds in his capital are none."""
    home = who.country(told.guest) if told.guest else None
    hosts = {who.country(actor) for actor, role in told.people if role in ("host", "patient")}
    return home is not None and hosts == {home}


def _among_themselves(told: Told, who: Who) -> bool:
    """Whether all who are named are of one country, so that nobody is there whom they met."""
    homes = {who.country(actor) for actor, _ in told.people}
    return len(homes) == 1 and None not in homes


def as_planned(told: Sequence[Told], nouns: frozenset[str]) -> list[Told]:
    """The reports of a text; a visit only named ("his trip to Tavonia") is as sure as the same visit where the text tells of it."""
    ahead: dict[tuple[str, str], Told] = {}
    for one in told:
        if one.type == "visit" and one.visit and one.mention.status in AHEAD:
            ahead.setdefault(one.visit, one)
    return [_aligned(one, ahead[one.visit]) if _is_named(one, nouns) and one.visit in ahead else one for one in told]


def _is_named(one: Told, nouns: frozenset[str]) -> bool:
    """Whether a visit is named by a noun, as done and without a day."""
    only = one.type == "visit" and one.time is None and one.mention.status in ("occurred", "hypothetical")
    return only and one.verb.lower().split()[-1:] != [] and one.verb.lower().split()[-1] in nouns


def _aligned(one: Told, other: Told) -> Told:
    why = f"the text tells of this visit as {other.mention.status}"
    return replace(one, mention=replace(one.mention, status=other.mention.status, reasons=(*one.mention.reasons, why)))
