"""Which agreement an event is about, where its words name it, point back at it, or leave it to the text."""

import re
from collections.abc import Mapping, Set

from tieline.model.mention import EventMention, Reading
from tieline.model.span import Span
from tieline.resolve.actors.pairs import Countries
from tieline.resolve.actors.who import Who
from tieline.resolve.deals.deals import AgreementTable
from tieline.resolve.deals.subjects import kin

BACK = 700  # characters in which "the text" or "they" still means the agreement named last
_NAME = re.compile(r"[^\W\d_]+")
_SEVERAL = re.compile(r"\d|\b(?:agreement|deal|document|contract|memorandum|accord)s\b", re.IGNORECASE)
_ORIGINAL = re.compile(r"\bthe original\b", re.IGNORECASE)
_ON = re.compile(r"\b(?:talks|negotiations|discussions) on ((?:[a-z-]+ ?){1,4})")
REACH = 30  # characters behind the words for talks in which they say on what
_TO = re.compile(r" (?:to|of) (?:the |their |its )?$", re.IGNORECASE)


def agreement_meant(
    m: EventMention, reading: Reading, who: Who, deals: AgreementTable, countries: Countries, words: Mapping[str, Set[str]]
) -> str | None:
    """The id of the agreement that an event is about: the one it names, the only one that fits, or the one told last."""
    document = reading.article.document.id
    if m.type in ("agreement", "negotiation"):
        named = m.agreement is not None and m.span.contains(m.agreement)
        implied = deals.implied(document, m.span, m.trigger.start, named=named)
        if implied:
            return implied
    found = _head(m.agreement, reading, deals) or deals.at(document, m.agreement) or _behind(m, reading, deals)
    if found and _ORIGINAL.search(reading.article.words(m.span)):
        return deals.original(found)
    if found and m.type == "negotiation" and m.agreement and not m.span.touches(m.agreement):
        found = _main_of(m.agreement, found, reading, deals)
    if found and _of_others(found, m, reading, who, deals):
        return None  # "Togo did so in June": its own agreement, not the one told before
    if found and m.type == "negotiation" and deals.groups[found].kind in words["apart"] and m.agreement and not m.span.touches(m.agreement):
        found = None  # talks are not about the communique that another sentence names
    if found is None and m.type == "partnership":
        return deals.after(document, m.trigger.start, m.span.end + 60)
    if found is not None or m.type not in ("agreement", "negotiation") or _is_named(m, reading) or (m.type == "agreement" and not m.stage):
        return found
    known = {c for arg in m.arguments for actor in who.at(document, arg.span) if (c := who.country(actor))}
    known |= {
        actor for arg in m.arguments if arg.role == "party" for actor in who.at(document, arg.span) if who.kind(actor) == "organization"
    }
    known |= set(countries.sections.get(m.sentence, ()))
    apart = frozenset(words["apart"])
    if m.stage == "round" and m.agreement is None:  # "a treaty with the union has hung fire since the rounds of 2001 and 2003"
        found = deals.last(document, reading.article.sentences[m.sentence].start, m.trigger.start, known, apart)
    if found is None and (m.agreement or m.type == "negotiation"):
        found = deals.only(document, known, apart)
    if found is None and not (m.agreement and _SEVERAL.search(reading.article.words(m.agreement))):
        found = deals.last(document, m.trigger.start - BACK, m.trigger.start, known, apart)
    if found is None and m.type == "negotiation":
        found = deals.next(document, m.trigger.end, m.trigger.end + BACK, known, apart)
    return None if found and _on_another(m, reading, found, deals) else found


def _on_another(m: EventMention, reading: Reading, agreement: str, deals: AgreementTable) -> bool:
    """Whether talks are told to be on a matter that an agreement, named elsewhere, is not about: "talks on an air link"."""
    text = reading.article.text
    found = _ON.search(text, m.span.start, min(m.span.end + REACH, len(text)))
    if m.type != "negotiation" or found is None:
        return False
    words = [word.lower() for word in _NAME.findall(found[1])]
    dull = deals.words["subjects.idle"] | deals.words["generic"] | deals.words["before"] | deals.words["heads"]
    matter = {kin(word, deals.words) for word in words if word not in dull}
    group = deals.groups[agreement]
    told = {kin(word.lower(), deals.words) for name in group.names for word in _NAME.findall(name)} | group.about
    specific = told - {kin(word, deals.words) for word in dull}
    return bool(matter and specific) and not matter & told and not any(word in deals.words["heads"] for word in words)


def _main_of(pointed: Span, found: str, reading: Reading, deals: AgreementTable) -> str:
    """For talks that point back to a paper named in passing, the one that its sentence is about: "signed a trade pact, with a protocol"."""
    sentence = next((one for one in reading.article.sentences if one.start <= pointed.start < one.end), None)
    if sentence is None or not deals.vague(found):
        return found
    first = deals.next(reading.article.document.id, sentence.start, pointed.start, set(deals.groups[found].parties), frozenset())
    return first if first and not deals.vague(first) else found


def _of_others(agreement: str, m: EventMention, reading: Reading, who: Who, deals: AgreementTable) -> bool:
    """Whether an agreement that another sentence names is one of two countries, and somebody else takes the step."""
    parties, sentence = deals.groups[agreement].parties, reading.article.sentences[m.sentence]
    if len(parties) != 2 or m.agreement is None or sentence.start <= m.agreement.start < sentence.end:
        return False
    own = [arg.span for arg in m.arguments if sentence.start <= arg.span.start < sentence.end]
    named = {actor for arg in m.arguments if arg.role == "party" for actor in who.at(reading.article.document.id, arg.span)}
    sides = {actor for actor in named if who.kind(actor) in ("country", "organization")}
    if len(sides) == 2 and sides == named and not sides <= set(parties):
        return True  # talks of two others are not on this treaty
    homes = {home for span in own for actor in who.at(reading.article.document.id, span) if (home := who.country(actor))}
    return bool(homes) and not homes & set(parties)


def _head(span: Span | None, reading: Reading, deals: AgreementTable) -> str | None:
    """The annex or protocol that an agreement stands behind: "a tariff annex to the accord, signed ..." tells of the annex."""
    if span is None:
        return None
    document, first = reading.article.document, max(span.start - 12, 0)
    between = _TO.search(document.text[first : span.start])
    return deals.ending(document.id, first + between.start()) if between else None


def _behind(m: EventMention, reading: Reading, deals: AgreementTable) -> str | None:
    """The agreement right behind the words for its step or form: "signed an upgrade of their pact", "the ratification of the pact"."""
    document = reading.article.document
    places = [m.span.end] if m.type in ("agreement", "negotiation") else []
    if m.agreement and document.text[m.agreement.end : m.agreement.end + 4].startswith((" of ", " to ")):
        places.insert(0, m.agreement.end)
    found = (deals.next(document.id, at, at + 6, set(), frozenset()) for at in places)
    return next((one for one in found if one), None)


def _is_named(m: EventMention, reading: Reading) -> bool:
    """Whether the words for the agreement are a name of its own, though no agreement was read there."""
    words = reading.article.words(m.agreement) if m.agreement else ""
    return any(found[0][0].isupper() for found in list(_NAME.finditer(words))[1:])
