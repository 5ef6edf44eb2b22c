"""The country of a firm by the words right before its name."""

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
        at = bisect_left(ends, mention.span.start) - 1
        between = text[ends[at] : mention.span.start] if at >= 0 else ""
        words = between.split()
        if 0 < len(words) <= KIND and between.replace("-", "").replace(" ", "").islower() and words[-1] in nouns:
            found[mention] = adjectives[at].country or ""
    return found
