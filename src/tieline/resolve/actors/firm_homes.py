"""The country of a firm by the words right before or after its name."""

from bisect import bisect_left
from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading

KIND = 4  # words that say what kind of firm it is


def described_homes(mentions: Sequence[ActorMention], reading: Reading, lex: Lexicon) -> dict[ActorMention, str]:
    """The country of each firm with its kind right before its name: "Tavonian state oil company Sarvo"."""
    text, nouns = reading.article.text, lex.words["clues.firms"]
    adjectives = [one for one in reading.actors if one.form == "demonym" and one.country]
    ends = [one.span.end for one in adjectives]
    found = {}
    for mention in mentions:
        if mention.kind not in ("company", "organization") or mention.country:
            continue
        based = _based(mention, reading) or _told_after(mention, reading, nouns)
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


def _based(mention: ActorMention, reading: Reading) -> str | None:
    """The country in "Orsenda-based Tarvo"."""
    text = reading.article.text
    if text[max(mention.span.start - 7, 0) : mention.span.start] not in ("-based ", "-owned "):
        return None
    at = mention.span.start - 7
    return next((one.country for one in reading.actors if one.span.end == at and one.country), None)


def _told_after(mention: ActorMention, reading: Reading, nouns: frozenset[str]) -> str | None:
    """The country in "Tarvo, an Orsendan maker of lorries": its adjective begins the apposition, and a firm's noun stands close behind."""
    text, end = reading.article.text, mention.span.end
    opening = next((word for word in (", a ", ", an ", ", the ") if text.startswith(word, end)), None)
    if opening is None:
        return None
    at = end + len(opening)
    adjective = next((one for one in reading.actors if one.span.start == at and one.country and one.kind in ("country", "company")), None)
    if adjective is None:
        return None
    words = text[at : at + 80].split(",")[0].split()[1 : KIND + 1]
    return adjective.country if any(word.strip(".;:") in nouns for word in words) else None
