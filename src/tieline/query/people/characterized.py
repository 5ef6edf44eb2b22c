"""What somebody calls a thing: the sentences of a speaker that say what the thing asked about is, where a question has him describe it."""

import re
from collections.abc import Iterator, Sequence

from tieline.late import regex
from tieline.query.people.speakers import said_by, sentences_about
from tieline.query.reading.frame import Part
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stems
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.matching import fit, region
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

DESCRIBES = regex(r"\b(?:describe[ds]?|characteri[sz]e[ds]?|call|calls|called|term|termed|see|view|regard|portray|label)\b", re.I)
_CALLS = regex(
    r"\b(?:describ|characteri[sz]|portray|label|regard|hail|dismiss|praise|condemn|denounc|consider|lament)\w*\b"
    r"|\b(?:call(?:s|ed|ing)?|term(?:s|ed)|dubbed|brand(?:s|ed)|view(?:s|ed)|sees|saw|deplor\w+)\b",
    re.I,
)
_COPULA = regex(
    r"(?:\b(?:is|are|was|were|as|become|became|called|calls)|,)\s+(?:considered |seen as |regarded as |one of |called )?(?:an?|the|one)\b"
    r"|\b(?:has|have|had) been (?!\w+ed\b|\w+ing\b)\w+",
    re.I,
)
_IT_IS = regex(
    r"\W*(?:it|this|that|these|they|both)(?: \w+)? (?:is|are|was|were|looks?|seems?|bears?|has|have|had|will be|would be|remains?)\b", re.I
)
_NAMES = regex(r"\bwhat (?:did|does|do|has|have)\b.*\b(?:call|term|label|dub)", re.I)
_CALLS_IT = regex(rf"(?:{_CALLS.pattern}) (?:it|this|that|them|these)\b", re.I)
_NEAR = 9  # words between "called" and what is called so


def describing(view: View, query: Query, speaker: Name, found: Sequence[Found]) -> list[Found]:
    """The sentences that say what the thing asked about is in the eyes of a speaker, the plainest first."""
    wanted = _wanted(view, query)
    called = [one for one in found if _calls(view, wanted, one.passage)]
    named = [one for one in found if _said_to_be(view, query, speaker, one.passage)]
    told = called or named or list(_by_pronoun(view, wanted, speaker))
    if told or _NAMES.search(query.text):
        return told
    return [one for one in found if _is_subject(view, wanted, one.passage)]


def _wanted(view: View, query: Query) -> tuple[str, ...]:
    """The words for the thing: those behind the verb, plain ones such as "the day" where no other stand there."""
    words = stems(query.text[query.asked.end :])
    return tuple(word for word in words if word not in view.lexicon.stop) or words[-1:]


def _calls(view: View, wanted: Sequence[str], passage: Passage) -> bool:
    """Whether a sentence calls the thing something: "called the day a turning point"."""
    behind = (stems(passage.text[match.end() :])[:_NEAR] for match in _CALLS.finditer(passage.text))
    return bool(wanted) and any(all(covers_text(view, word, f" {' '.join(words)} ") for word in wanted) for words in behind)


def _said_to_be(view: View, query: Query, speaker: Name, passage: Passage) -> bool:
    """Whether a sentence says what the thing is: "Pelmara Bridge, a landmark project, is considered one of ..."."""
    names = [name for name in query.names if name.span != speaker.span]
    wanted = {word for name in names for word in stems(name.text)} | {t.stem for t in query.words if not query.asked.contains(t.span)}
    return any(set(stems(passage.text[: match.start()])[-6:]) & wanted for match in _COPULA.finditer(passage.text))


def _by_pronoun(view: View, wanted: Sequence[str], speaker: Name) -> Iterator[Found]:
    """The words of a speaker that say what "it" is, behind a sentence that names the thing."""
    for passage in dict.fromkeys(near for one in sentences_about(view, speaker) for near in _with_next(view, one)):
        before = view.passages[passage.number - 1] if passage.number else None
        quoted = passage.text[max(passage.text.find('"'), passage.text.find("“"), 0) :]
        points = _IT_IS.match(quoted) or _CALLS_IT.search(passage.text)
        if before is None or before.document is not passage.document or not points or not wanted:
            continue
        if all(covers_text(view, word, before.joined) for word in wanted) and said_by(view, speaker, passage):
            yield Found(passage, 0.9, ())


def _with_next(view: View, passage: Passage) -> tuple[Passage, ...]:
    return tuple(view.passages[passage.number : passage.number + 2])


def _is_subject(view: View, wanted: Sequence[str], passage: Passage) -> bool:
    """Whether a clause of a sentence has the thing for its subject."""
    row = parsed(view, passage)
    part = Part(tuple(wanted), wanted[-1] if wanted else None)
    whole = region(row, range(len(row.units)))
    subjects = (subject_of(row, clause) for clause in row.clauses)
    return not part.empty and any(own.places and fit(view, part, own, whole, passage, subject=True) for own in subjects)
