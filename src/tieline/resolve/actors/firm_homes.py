"""The country of a firm by the words right before or after its name."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading

KIND = 4  # words that say what kind of firm it is


def described_homes(mentions: Sequence[ActorMention], reading: Reading, lex: Lexicon) -> dict[ActorMention, str]:
    """The country of each firm with its kind right before its name: "Tavonian state oil company Sarvo"."""
    text, nouns = reading.article.text, lex.words["clues.firms"]
    adjectives = [one for one in reading.actors if one.form == "demonym" and one.country]
    ends = [one.span.end for one in adjectives]
    opening: dict[int, list[ActorMention]] = {}
    closing: dict[int, str] = {}
    for one in reading.actors:
        if one.country:
            opening.setdefault(one.span.start, []).append(one)
            closing.setdefault(one.span.end, one.country)
    named = frozenset(one.sentence for one in reading.actors if one.kind == "company" and one.form == "name")
    found = {}
    for mention in mentions:
        if mention.kind not in ("company", "organization") or mention.country:
            continue
        based = (
            _based(mention, text, closing) or _told_after(mention, text, opening, nouns) or _led_by_firm(mention, reading, opening, named)
        )
        if based:
            found[mention] = based
            continue
        at = bisect_left(ends, mention.span.start) - 1
        between = text[ends[at] : mention.span.start] if at >= 0 else ""
        words = between.split()
        if (
            0 < len(words) <= KIND
            and between.replace("-", "").replace(" ", "").islower()
            and (words[-1] in nouns or words[-1].removesuffix("s") in nouns)
        ):
            found[mention] = adjectives[at].country or ""
    return found


def _led_by_firm(
    mention: ActorMention, reading: Reading, opening: Mapping[int, Sequence[ActorMention]], named: frozenset[int]
) -> str | None:
    """The country in "A Togolese company has filed a case. Tarvo Gold Corp says ...": the lead tells of a firm, the next opens with it."""
    sentences = reading.article.sentences
    if not mention.sentence or mention.span.start != sentences[mention.sentence].start:
        return None
    lead = sentences[mention.sentence - 1].start
    article = next((word for word in ("A ", "An ") if reading.article.text.startswith(word, lead)), "")
    firms = (m for k in (lead, lead + len(article)) for m in opening.get(k, ()) if m.kind == "company")
    firm = next(firms, None) if article else None
    return firm.country if firm and mention.sentence - 1 not in named else None


def _based(mention: ActorMention, text: str, closing: Mapping[int, str]) -> str | None:
    """The country in "Orsenda-based Tarvo"; `closing` holds the countries by where their words end."""
    if text[max(mention.span.start - 7, 0) : mention.span.start] not in ("-based ", "-owned "):
        return None
    return closing.get(mention.span.start - 7)


def _told_after(mention: ActorMention, text: str, opening: Mapping[int, Sequence[ActorMention]], nouns: frozenset[str]) -> str | None:
    """The country in "Tarvo, an Orsendan maker of lorries": its adjective begins the apposition, and a firm's noun stands close behind."""
    end = mention.span.end
    article = next((word for word in (", a ", ", an ", ", the ") if text.startswith(word, end)), None)
    if article is None:
        return None
    at = end + len(article)
    adjective = next((one for one in opening.get(at, ()) if one.kind in ("country", "company")), None)
    if adjective is None:
        return None
    words = text[at : at + 80].split(",", maxsplit=1)[0].split()[1 : KIND + 1]
    return adjective.country if any(word.strip(".;:") in nouns for word in words) else None
