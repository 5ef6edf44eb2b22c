"""Office holders of the country in which a text is dated."""

import re
from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import Reading
from tieline.resolve.actors.homes.letterhead import issuer_of
from tieline.resolve.actors.homes.offices import can_hold, governs, holds_office, is_taken, rivals
from tieline.resolve.actors.homes.opposite import opposite_side
from tieline.resolve.actors.homes.visits import VISIT, lands_visited
from tieline.resolve.actors.kinship import receives_ours
from tieline.resolve.actors.local import Local, Locals, first_span

LEAD = 3  # sentences of prose in which who is of the house needs no country beside his office
_FROM_AFAR = ("for", "from", "of", "to", "by")


def settle_at_home(reading: Reading, locals_: Locals, lex: Lexicon) -> None:
    """The one office holder of the lead whose country the text leaves out is of the country of its dateline, unless he travels."""
    seat = seat_of(reading, lex)
    body = [one.index for one in reading.article.sentences if one.zone == "prose"]
    body = body if issuer_of(reading) == seat else body[:LEAD]  # in a text of its own ministry, "the Minister of Trade" is its own
    if seat is None or not body:
        return
    lead = [one for one in locals_.persons() if min(one.mentions, key=lambda m: m.span).sentence in body]
    open_ = [one for one in lead if one.country is None and holds_office(one, lex) and governs(one)]
    if len(open_) > 1 and not _side_by_side(open_, reading, locals_):
        return
    for one in open_:
        if not (is_taken(seat, one, locals_) or rivals(one, seat, locals_)) and can_hold(one, seat, lex):
            _settle_at(seat, one, lead, reading, locals_)


def _side_by_side(people: Sequence[Local], reading: Reading, locals_: Locals) -> bool:
    """Whether office holders can all be of one government: no two with one office, no two heads, no two told to meet."""
    titles = [title for one in people for title in dict.fromkeys(one.titles)]
    if len(set(titles)) < len(titles) or sum(one.leads_state for one in people) > 1:
        return False
    spans = {mention.span: k for k, one in enumerate(people) for mention in one.mentions}
    met = [event for event in reading.events if event.type in ("meeting", "visit", "negotiation")]
    return all(len({spans[arg.span] for arg in event.arguments if arg.span in spans}) < 2 for event in met)


def _settle_at(seat: str, one: Local, lead: Sequence[Local], reading: Reading, locals_: Locals) -> None:
    """Give a person the country of the dateline, unless he travels or is sent for."""
    text = reading.article.text
    at = first_span(one).start
    before = text[max(at - 12, 0) : at].split()[-1:]
    far = _FROM_AFAR if one.leads_state else ("from",)
    if before and before[0] in far and one is not min(lead, key=first_span):
        return  # "a message for King X"
    if (
        _CALLED_ON.search(text[max(at - 24, 0) : at])
        and _journey_from(seat, reading)
        and not _guest_from_abroad(one, seat, reading, locals_)
    ):
        return  # "left for Dhaka ... will call on Foreign Minister X"
    if receives_ours(one, seat, reading, locals_):
        return
    around = (text[max(m.span.start - 40, 0) : m.span.end] + text[m.span.end : m.span.end + 60].split(". ")[0] for m in one.mentions)
    abroad = lands_visited(reading, one)
    travels = not abroad and any(VISIT.search(words) for words in around)
    travels = travels or any("visiting" in text[max(m.span.start - 12, 0) : m.span.end].lower() for m in one.mentions)
    if not travels and seat not in abroad | opposite_side(reading, one, locals_):
        one.countries[seat] += 1


_CALLED_ON = re.compile(r"(?:call(?:ed|s)? on|meet(?:s|ing)?(?: with)?|met(?: with)?|talks with|received by|hosted by|welcomed by)\s$")


def _guest_from_abroad(one: Local, seat: str, reading: Reading, locals_: Locals) -> bool:
    """Whether somebody of another country than that of the dateline stands before a person in the sentence that names him first."""
    first = min(one.mentions, key=lambda m: m.span)
    before = (m for m in reading.actors if m.sentence == first.sentence and m.span < first.span and m.kind == "person")
    return any((local := locals_.of_mention.get(m)) is not None and local.country not in (None, seat) for m in before)


def _journey_from(seat: str, reading: Reading) -> bool:
    """Whether the text tells a journey to another country than that of its dateline."""
    lands = {mention.span: mention.country for mention in reading.actors if mention.country and mention.kind in ("country", "place")}
    hosts = (lands.get(arg.span) for event in reading.events if event.type == "visit" for arg in event.arguments if arg.role == "host")
    if any(land and land != seat for land in hosts):
        return True
    text, abroad = reading.article.text, [m for m in reading.actors if m.kind == "place" and m.country and m.country != seat]
    return any(text[max(m.span.start - 4, 0) : m.span.start] == " in " for m in abroad)


def seat_of(reading: Reading, lex: Lexicon) -> str | None:
    """The country in whose capital the text is dated, or whose ministry put it out; None where that is a seat of many bodies."""
    for mention in reading.actors:
        if reading.article.sentences[mention.sentence].zone == "dateline" and mention.country:
            return None if mention.text.lower() in lex.words["places.seats"] else mention.country
    return issuer_of(reading)
