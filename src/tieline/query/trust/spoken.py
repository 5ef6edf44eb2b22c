"""Whether words that somebody is asked to have said are told of another: "that Selva welcomes goods", and not "that Orsenda does"."""

from collections.abc import Sequence

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.events.verdict.by_sentences import SAID
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stem
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.parsed import parsed
from tieline.query.view import Passage, View

_SKIPPED = regex(
    r"(?:\W*\b(?:would|will|could|should|can|must|may|might|has|have|had|is|was|also|now|always|never|not|ready|to|be|been)\b)*\W*(?P<verb>[a-z]+)"
)


def told_of_another(view: View, query: Query, draft: Draft) -> bool:
    """Whether the verb of what was said has in each sentence of an answer another country or person for its subject."""
    said = SAID.search(query.text)
    if said is None or draft.kind not in ("yesno", "actor", "document", "date", "place") or draft.value is False:
        return False
    subject = next((name for name in query.names if name.span.start >= said.end()), None)
    verb = _SKIPPED.match(query.text, subject.span.end) if subject and _opens(query.text[said.end() : subject.span.start]) else None
    if subject is None or verb is None:
        return False
    return _all_of_others(view, subject, stem(verb["verb"]), view.passages_of(draft.citations))


_OPENS = regex(r"\W*(?:that|how|whether|the)?\W*(?:that|the)?\W*", 0)


def _opens(between: str) -> bool:
    """Whether a name stands first in what was said."""
    return _OPENS.fullmatch(between) is not None


def _all_of_others(view: View, subject: Name, verb: str, told: Sequence[Passage]) -> bool:
    verdicts = [found for passage in told for found in _of_others(view, subject, verb, passage)]
    return bool(verdicts) and all(verdicts)


def _of_others(view: View, subject: Name, verb: str, passage: Passage) -> list[bool]:
    """For each clause of a sentence with a verb, whether its subject names others than somebody."""
    row = parsed(view, passage)
    doing = [
        set(subject_of(row, one).ids) for one in row.clauses if any(tells(view, verb, f" {own} ") for own in sorted(verbs_of(row, one)))
    ]
    return [not ids & set(subject.ids) for ids in doing if ids & _parties(view, ids)]


def _parties(view: View, ids: set[str]) -> set[str]:
    return view.of_kind(ids, "country", "person")
