"""Persons whom one text explains and another only names: the other text is read again, knowing the surname or the full name."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon, lexicon
from tieline.extract.names.plain import bare
from tieline.model.mention import Reading
from tieline.model.token import Sentence
from tieline.resolve.actors.lent import stem
from tieline.rules.load import Rulebook

PAIR = 2  # countries that two texts about one matter share
SHORTEST = 3  # letters of a surname by which somebody is known
LATEST = 24  # texts that name somebody of one surname in full
PROSE = frozenset({"prose", "list", "question", "correction"})
BEFORE = frozenset({"the", "a", "an", "-", "&", "mr", "mrs", "ms"})


def share_people(readings: Sequence[Reading], rulebook: Rulebook) -> tuple[Reading, ...]:
    """The readings; one that has only the surname of somebody whom a text about the same two countries names in full is read once more."""
    lands = [frozenset(one.country for one in reading.actors if one.country) for reading in readings]
    known = _named(readings, lands)
    lex = lexicon(rulebook)
    return tuple(_again(reading, own, known, lex, rulebook) for reading, own in zip(readings, lands, strict=True))


def _named(readings: Sequence[Reading], lands: Sequence[Set[str]]) -> Mapping[str, Sequence[Set[str]]]:
    """The surname and the full name of each person, with the countries of the last texts that name him so."""
    found: dict[str, list[Set[str]]] = {}
    for reading, own in zip(readings, lands, strict=True):
        for name in dict.fromkeys((*_surnames(reading), *_full_names(reading))):
            found.setdefault(name, []).append(own)
    return {name: texts[-LATEST:] for name, texts in found.items()}


def _full_names(reading: Reading) -> Iterator[str]:
    for one in reading.actors:
        if one.kind == "person" and one.form == "name" and one.title and " " in (one.name or ""):
            yield bare(one.name or "")


def _surnames(reading: Reading) -> Iterator[str]:
    for one in reading.actors:
        words = (one.name or "").split()
        if one.kind == "person" and one.form == "name" and len(words) > 1 and len(words[-1]) >= SHORTEST and words[-1][0].isupper():
            yield bare(words[-1])


def _again(reading: Reading, own: Set[str], known: Mapping[str, Sequence[Set[str]]], lex: Lexicon, rulebook: Rulebook) -> Reading:
    """A reading with the persons whose surnames it has not read as such."""
    if not own:
        return reading
    found = (
        {word for word in _unread(reading, known, lex) if any(len(own & other) >= PAIR for other in known[word])}
        if len(own) >= PAIR
        else set()
    )
    near = {stem(land) for land in own}
    found |= {name for name in _unexplained(reading) if any(near & {stem(land) for land in other} for other in known.get(name, ()))}
    if not found:
        return reading
    from tieline.extract.reading import read_mentions

    return read_mentions(replace(reading.article, people=tuple(sorted(found))), rulebook)


def _unexplained(reading: Reading) -> Iterator[str]:
    """The names of two words or more that a text does not explain."""
    return (bare(one.name) for one in reading.actors if one.kind == "unknown" and one.name and " " in one.name)


def _unread(reading: Reading, known: Mapping[str, Sequence[Set[str]]], lex: Lexicon) -> Iterator[str]:
    """The single capitalised words of the prose that are some person's surname and that nothing else has been read in."""
    taken = sorted((one.span.start, one.span.end) for one in reading.actors if one.form != "pronoun")
    reach = 0
    spans = iter(taken)
    start, end = next(spans, (len(reading.article.text), 0))
    for sentence in reading.article.sentences:
        for k, token in enumerate(sentence.tokens):
            while start <= token.start:
                reach = max(reach, end)
                start, end = next(spans, (len(reading.article.text), 0))
            if token.start >= reach and sentence.zone in PROSE and _is_alone(sentence, k, lex) and bare(token.text) in known:
                yield bare(token.text)


def _is_alone(sentence: Sentence, k: int, lex: Lexicon) -> bool:
    """Whether a word stands as somebody's name can: with a capital, beside no other, behind no article and no preposition of place."""
    tokens = sentence.tokens
    word, before = tokens[k].text, tokens[k - 1] if k else None
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if not word[:1].isupper() or len(word) < SHORTEST or word.isupper() or (after and (after.text[:1].isupper() or after.text in "-&")):
        return False
    if before is None or not before.text[:1].isalpha():
        return after is not None and (after.lower in ("'s", "and", "who") or _acts(sentence, k, lex))
    free = before.lower not in BEFORE and before.lower not in lex.words["places.locative"]
    return free and (not before.text[:1].isupper() or k == 1)


def _acts(sentence: Sentence, k: int, lex: Lexicon) -> bool:
    """Whether a verb of what persons do, or one that helps it, stands right behind a word."""
    word = sentence.tokens[k + 1].lower
    lists = ("clues.personal", "clues.personal_help", "clues.verbs", "clues.speech")
    return any(lex.has(name, word) for name in lists) or (word.endswith("ed") and len(word) > 4)
