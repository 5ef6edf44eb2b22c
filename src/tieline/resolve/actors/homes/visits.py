"""Office holders who travel: visitors, guests, envoys and those who accompany them."""

import re
from collections.abc import Mapping, Sequence

from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.local import Local, Locals

VISIT = re.compile(
    r"\b(?:would|will|to|is|was|had|has|may|might|could|later|then|also)(?: be)? (?:visit(?:ed|ing)?|tour(?:ed|ing)?)\s(?:the )?$"
    r"|\b(?:(?:visit|trip|tour|arriv|travel|journey)\w*|flew|fly|flies|go|goes|went|come|comes|came|lands|landed|returns|returned)\b[^.;]{0,24}\b(?:to|in|of|at)\b"
)
_PAID_BY = re.compile(r"\b(?:visit|trip|tour|journey)\b[^.;,]{0,40}\bby (?:the )?$")


def lands_visited(reading: Reading, one: Local) -> set[str]:
    """The countries that a text tells a person to visit: of these he is not."""
    own = {mention.span for mention in one.mentions}
    visits = (event for event in reading.events if event.type == "visit")
    trips = [event for event in visits if any(arg.role == "guest" and arg.span in own for arg in event.arguments)]
    if not trips:
        return set()
    lands = {mention.span: mention.country for mention in reading.actors if mention.country and mention.kind in ("country", "place")}
    return {land for event in trips for arg in event.arguments if arg.role == "host" and (land := lands.get(arg.span))}


def settle_visiting(reading: Reading, people: Sequence[Local], names: Sequence[str], home: Local | None) -> None:
    """Those whom a text calls visiting ("the visiting premier") are not of the country of the dateline."""
    if home is None or home.name not in names or len(names) < 2:
        return
    for mention in reading.actors:
        if mention.title and mention.text.lower().startswith(("the visiting ", "visiting ")):
            holders = [one for one in people if one.holds(mention.title)]
            if len(holders) == 1 and holders[0].country is None:
                holders[0].countries[names[1 - names.index(home.name)]] += 1


def visitor_of(reading: Reading, one: Local, by_sentence: Mapping[int, Sequence[ActorMention]], names: Sequence[str]) -> str | None:
    """A visitor to one main country is of the other: "President X is paying a state visit to China"."""
    text = reading.article.text
    for mention in one.mentions[:6]:
        for country in by_sentence.get(mention.sentence, ()):
            between = text[mention.span.end : country.span.start] if country.span.start > mention.span.end else ""
            paid = between.strip() in ("to", "to the") and _PAID_BY.search(text[max(mention.span.start - 60, 0) : mention.span.start])
            if "invit" in between:
                continue  # "X invites Y to visit Orsenda"
            if 0 < len(between) < 60 and country.country in names and len(names) == 2 and (paid or VISIT.search(between)):
                return names[1 - names.index(country.country)]
    return None


def settle_posted(locals_: Locals, names: Sequence[str]) -> None:
    """An envoy to one of two countries is of the other: "the High Commissioner to Orsenda, X"."""
    for one in locals_.persons() if len(names) == 2 else ():
        posts = {mention.post for mention in one.mentions if mention.post in names}
        if one.country is None and len(posts) == 1:
            one.countries[names[1 - names.index(posts.pop() or "")]] += 1


_WITH = re.compile(r"[^.;]{0,80}\b(?:accompanied|flanked|escorted) by\b[^.;]{0,200}")


def settle_companions(reading: Reading, locals_: Locals) -> None:
    """Who accompanies somebody is of his country: "Mr X, who is accompanied by Minister Y and the envoy Z"."""
    text = reading.article.text
    led: tuple[ActorMention, Local] | None = None
    for mention in reading.actors:
        one = locals_.of_mention.get(mention)
        if one is None or one.kind != "person" or mention.inner:
            continue
        between = text[led[0].span.end : mention.span.start] if led and led[0].sentence == mention.sentence else ""
        if led and between and _WITH.fullmatch(between):
            open_ = one.country is None and all(of is None for _, of, _ in one.roles)
            if open_ and led[1].country:
                one.countries[led[1].country] += 1
            continue
        led = (mention, one)


def guest_of_other(reading: Reading, one: Local, names: Sequence[str]) -> str | None:
    """A head of one of two countries who is told to visit the other."""
    abroad = [land for land in lands_visited(reading, one) if land in names]
    return names[1 - names.index(abroad[0])] if len(names) == 2 and len(abroad) == 1 and one.leads_state else None
