"""The country of a person as it follows from whom he serves, leads or receives: "a Togolese delegation led by X", "Orsen's deputy"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.local import Local, Locals
from tieline.resolve.actors.naming import fold, parts
from tieline.resolve.actors.nearby import by_sentence

Near = Mapping[int, Sequence[ActorMention]]  # the actors of each sentence

_LED = re.compile(r"(?:[^.;]{0,60}?\b)?(?:delegation|mission|team|side)(?:[^.;]{0,60}?)\b(?:led|headed) by ")
_BY = re.compile(r"\b(?:received|hosted|welcomed|greeted|met|seen off|briefed) by (?:the )?$")
_THERE = re.compile(r" (?:here )?in ")
_BODIES = ("delegation", "mission", "team", "side")
FAR = 140  # characters between the adjective of a delegation and who leads it
_PRONOUNS = ("he", "she")


def by_relations(reading: Reading, locals_: Locals) -> None:
    """Give persons without a country that of the delegation they lead, of the superior, of the country before, or of where they receive."""
    open_ = [one for one in locals_.persons() if one.country is None]
    near = by_sentence(reading)
    surnames: dict[str, list[Local]] = {}
    for one in locals_.persons():
        for surname in parts(one.name)[-1:]:
            surnames.setdefault(fold(surname), []).append(one)
    for one in open_:
        for mention in one.mentions:
            found = _led(mention, reading, near) or _of_country_before(mention, reading, near) or _receiving(mention, reading, near)
            found = found or _superior(one, mention, surnames)
            if found:
                one.countries[found] += 1
                break


def receives_ours(one: Local, seat: str, reading: Reading, locals_: Locals) -> bool:
    """Whether a person is told to receive somebody of a country, so that he is of another: "He was received by Premier X"."""
    near = by_sentence(reading)
    for mention in one.mentions:
        if _BY.search(reading.article.text[max(mention.span.start - 24, 0) : mention.span.start]):
            before = [m for m in _beside(mention, near) if m.span < mention.span]
            guests = [locals_.of_mention[m] for m in before if m.kind == "person" and m in locals_.of_mention]
            if any(guest.country == seat for guest in guests) or any(m.text.lower() in _PRONOUNS for m in before[:1]):
                return True
    return False


def _beside(mention: ActorMention, near: Near) -> Iterator[ActorMention]:
    return (one for one in near.get(mention.sentence, ()) if one is not mention)


def _led(mention: ActorMention, reading: Reading, near: Near) -> str | None:
    """The country of the delegation that somebody leads."""
    text = reading.article.text
    for one in _beside(mention, near):
        if one.kind != "country" or not one.span.end < mention.span.start <= one.span.end + FAR:
            continue
        body = one.title if one.form == "metonym" and one.title in _BODIES else ""
        if one.country and _LED.fullmatch(f"{body} {text[one.span.end : mention.span.start]}"):
            return one.country
    return None


def _receiving(mention: ActorMention, reading: Reading, near: Near) -> str | None:
    """The country where an office holder receives somebody: "was received by Prime Minister X in Riga"."""
    text = reading.article.text
    if not mention.title or not _BY.search(text[max(mention.span.start - 24, 0) : mention.span.start]):
        return None
    places = (one for one in _beside(mention, near) if one.kind in ("place", "country") and one.span.start > mention.span.end)
    return next((one.country for one in places if _THERE.fullmatch(text[mention.span.end : one.span.start])), None)


def _of_country_before(mention: ActorMention, reading: Reading, near: Near) -> str | None:
    """The one country of the sentence before, for a sentence that opens with "Its spokeswoman, Ila Moor"."""
    start = reading.article.sentences[mention.sentence].start
    if mention.span.start != start or not mention.text.lower().startswith("its "):
        return None
    before = [one for one in near.get(mention.sentence - 1, ()) if one.form in ("name", "metonym")]
    lands = list(dict.fromkeys(one.country for one in before if one.kind == "country"))
    return lands[0] if len(lands) == 1 else None


def _superior(one: Local, mention: ActorMention, surnames: Mapping[str, Sequence[Local]]) -> str | None:
    """The country of the person by whose name an office is owned: "Orsen's deputy, Ila Moor"."""
    owners = dict.fromkeys(fold(of) for title, of, told in one.roles if of and told is mention)
    found = [other for owner in owners for other in surnames.get(owner, ()) if other is not one and other.country]
    return found[0].country if len(found) == 1 else None
