"""Office holders by what a sentence tells of them and a country: who signs for it, who invites somebody to it."""

import re
from collections.abc import Sequence

from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.local import Local, Locals
from tieline.resolve.actors.nearby import by_sentence

_SIGNED_FOR = re.compile(r" (?:signed|initialled|initialed|spoke|signs|acted|negotiated)(?: [\w ]{0,40}?)? (?:for|on behalf of) (?:the )?")
_FOR = re.compile(r" (?:for|on behalf of) (?:the )?")
_INVITED = re.compile(
    r"[^.;]{0,20}\binvit(?:es|ed|ing)\b[^.;]{0,60} (?:to visit|to come to|for a visit to|to pay [\w ]{0,20}?visit to|to) (?:the )?"
)


def settle_signers(reading: Reading, locals_: Locals) -> None:
    """Give who signs for a country, or invites to it, that country: "X signed for Nigeria and his counterpart Y for Togo"."""
    text, near = reading.article.text, by_sentence(reading)
    signing: tuple[int, Local] | None = None
    for mention in reading.actors:
        one = locals_.of_mention.get(mention)
        if one is None or one.kind != "person" or mention.inner:
            continue
        country = _next_country(mention, near.get(mention.sentence, ()))
        between = text[mention.span.end : country.span.start] if country else ""
        signed = bool(between) and _SIGNED_FOR.fullmatch(between) is not None
        beside = bool(between) and signing is not None and signing[0] == mention.sentence and _FOR.fullmatch(between) is not None
        signing = (mention.sentence, one) if signed or beside else signing
        invites = one.leads_state and bool(between) and _INVITED.fullmatch(between) is not None
        if country and country.country and one.country is None and (signed or beside or invites):
            one.countries[country.country] += 1


def _next_country(mention: ActorMention, here: Sequence[ActorMention]) -> ActorMention | None:
    """The first country named by its name behind a mention in its sentence."""
    return next((m for m in here if m.kind == "country" and m.form == "name" and m.span.start >= mention.span.end and not m.inner), None)
