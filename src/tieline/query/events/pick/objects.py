"""Sentences that hold the verb of a question only as a noun beside another: an "export market" tells nothing of what is exported."""

from tieline.query.reading.frame import frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View

DEEDS = ("ance", "ence", "ment", "tion", "sion", "ing", "al", "ure")  # nouns that tell of the deed itself: "his attendance at ..."
_LISTS = frozenset(("of", "such", "including", "include", "like", "namely", "as", ":"))


def only_beside(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence has the verb of "what does Orsenda export" in no clause, and as a noun that nothing is listed behind."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.passive or not frame.verbs or frame.asks == "subject":
        return False
    verbs = {word for verb in frame.verbs for word in (verb, *_alike(view, verb)) if " " not in word}
    row = parsed(view, passage)
    heads = {clause.verb.head for clause in row.clauses}
    places = [k for k, unit in enumerate(row.units) if stem(unit.lower) in verbs]
    if not places:
        inside = any(word.startswith(verb) for verb in verbs if len(verb) > 4 for word in passage.stems)
        return inside or len(query.words) < 2  # "the Association of Exporters"; or the only word stands in the sentence before
    if any(k in heads for k in places):
        return False
    return not any(
        row.units[k].lower.endswith(DEEDS) or _lists([unit.lower for unit in row.units[k + 1 : k + 6]])
        for k in places
        if k + 1 == len(row.units) or row.units[k + 1].tag != "noun"
    )


def _lists(behind: list[str]) -> bool:
    """Whether the words behind a noun list what it stands for: "exports of copper", "exports to Orsenda such as copper"."""
    return bool(behind) and (behind[0] in _LISTS or (behind[0] in ("to", "into", "from") and not _LISTS.isdisjoint(behind)))


def _alike(view: View, verb: str) -> tuple[str, ...]:
    """The stems of other words for a verb."""
    return (*view.lexicon.verbs.get(verb, ()), *(way[0] for way in view.lexicon.synonyms.get(verb, ()) if len(way) == 1))
