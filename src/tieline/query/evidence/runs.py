"""Names in a sentence that the actors of the texts do not hold: runs of words with capitals."""

from tieline.query.evidence.asked import Sought
from tieline.query.evidence.pick import Pick
from tieline.query.reading.words import fold, stem, stems
from tieline.query.sentences.matching import Region
from tieline.query.sentences.parsed import Parsed
from tieline.query.view import View


def unknown_names(view: View, asked: Sought, row: Parsed, known: set[int]) -> dict[int, str]:
    """Names that the texts' actors do not hold: runs of words with capitals, called houses by the words in them."""
    found: dict[int, str] = {}
    asked_words = {word for term, _ in asked.terms for word in (term.text,)} | {w for n in asked.names for w in n.text.split()}
    k = 0
    if not any(unit.text.islower() for unit in row.units):
        return {}  # a headline in capitals
    while k < len(row.units):
        end = k
        while end < len(row.units) and _capital(row, end):
            end += 1
        words = [unit.text for unit in row.units[k:end]]
        free = not any(j in known or row.ids.get(row.units[j].start) for j in range(k, end))
        while words and stem(fold(words[0])) in view.lexicon.kinds_asked["person"]:
            words, k = words[1:], k + 1  # "Chief Bram Lodek"
        free = free and not (asked.kind in ("country", "place") and _of_a_plan(row, end))
        free = free and not (asked.kind == "country" and k and row.units[k - 1].lower == "the")  # a sea
        if words and free and not asked_words & set(words) and _run_kind(view, asked, words, k):
            found[end - 1] = " ".join(words)
        k = max(end, k + 1)
    return found


def _of_a_plan(row: Parsed, end: int) -> bool:
    """Whether a run of capitals goes on behind "and" to a noun that it only names: "the Bridge and Tunnel scheme"."""
    units = row.units[end : end + 3]
    if len(units) < 3 or units[0].tag != "coordinator" or row.ids.get(units[1].start):
        return False
    return units[1].text[0].isupper() and units[2].tag == "noun"


def unlisted(view: View, asked: Sought, row: Parsed, gap: Region) -> Pick | None:
    """A house that no actor of the texts is, where it heads the words for who did it: "the Pelmaran lender Fondomar paid for"."""
    frame = asked.frame
    last = gap.places[-1] if gap.places else 0
    if frame is None or frame.asks != "subject" or not last or row.units[last].tag != "noun" or not _named(view, row, last):
        return None
    first = last
    while first - 1 in gap.places and _named(view, row, first - 1):
        first -= 1
    before = {word for k in gap.places if k < first for word in stems(row.units[k].text)}
    houses = view.lexicon.kinds_asked["house"]
    if not (before | set(stems(row.units[last].text))) & houses or any(row.ids.get(row.units[k].start) for k in gap.places[1:]):
        return None
    name = " ".join(row.units[k].text for k in range(first, last + 1))
    return Pick(name, name)


def _named(view: View, row: Parsed, k: int) -> bool:
    unit = row.units[k]
    return k > 0 and unit.text[0].isupper() and unit.tag == "noun" and not row.ids.get(unit.start) and unit.lower not in _small(view)


def _capital(row: Parsed, k: int) -> bool:
    unit = row.units[k]
    return unit.text[0].isupper() and unit.tag in ("noun", "verb", "adverb") and not (k == 0 and unit.tag != "noun")


def _run_kind(view: View, asked: Sought, words: list[str], k: int) -> bool:
    """Whether a run of words with capitals can be a name of the kind asked for."""
    own = {stem(fold(word)) for word in words}
    nouns = view.lexicon.kinds_asked
    if asked.kind == "house":
        titled = stem(fold(words[-1])) in nouns["person"]
        return not titled and (len(words) > 1 or (k > 0 and not own & nouns["house"]))
    if asked.kind == "country":
        return k > 0 and len(words) == 1 and not own & (nouns["house"] | nouns["person"])
    if asked.kind == "person" and any(word.lower() in _small(view) for word in words):
        return False  # "International Cooperation" is nobody
    plain = bool(own & (nouns["house"] | nouns["place"] | nouns["person"]))
    plain = plain or stem(fold(words[-1])) in view.lexicon.impersonal
    return (asked.kind == "person" and 2 <= len(words) <= 4 and not plain) or (
        asked.kind == "place" and k > 0 and not own & nouns["person"]
    )


def _small(view: View) -> frozenset[str]:
    """The words that the texts write in small letters."""
    found: frozenset[str] | None = view.__dict__.get("_small_words")
    if found is None:
        tokens = (token.text for passage in view.passages for token in passage.tokens)
        found = view.__dict__["_small_words"] = frozenset(word for word in tokens if word.islower())
    return found
