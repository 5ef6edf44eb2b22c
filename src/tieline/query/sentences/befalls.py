"""Whether a sentence tells what happened to something: it is the subject or the object of a clause, and not only named there."""

from tieline.extract.syntax.clause import Clause
from tieline.query.reading.frame import Part
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.matching import fit, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found, search
from tieline.query.sentences.themes import theme_share
from tieline.query.view import Passage, View

LEAST = 0.6
STRONG = 0.75
_STOPS = frozenset(("of", "in", "on", "for", "between", "from", "to", "with", "at", "over", "about", "that", "which", "who"))


def theme_of(view: View, query: Query, start: int, end: int) -> Part:
    """The thing that some words of a question name; its head is the last noun before "of" and the like, and before a participle."""
    words = query.text[start:end].split()
    stop = next((n for n, word in enumerate(words) if n and word.lower() in _STOPS), len(words))
    verb = next((n for n, word in enumerate(words[:stop]) if n > 1 and word.lower().endswith("ed")), stop)
    own = tuple(term.stem for term in query.words if start <= term.span.start < end)
    named = tuple((name.ids, stems(name.text)) for name in query.names if start <= name.span.start < end)
    head = stem(words[verb - 1].lower()) if verb else None
    return Part(own, head if head in own else None, named)


def befallen(view: View, query: Query, theme: Part) -> list[Found]:
    """The sentences that say of a thing itself what was done with it or what it did, the last told first."""
    if theme.empty:
        return []
    told = search(view, query, least=0.8)
    known = {one.passage.number for one in told}
    after = [view.passages[n + 1] for n in known if n + 1 < len(view.passages) and n + 1 not in known]
    near = [Found(one, 0.8, ()) for one in after if one.document is view.passages[one.number - 1].document]  # "It has been postponed"
    found = [one for one in (*told, *near) if _strongly(view, theme, one.passage)]
    return sorted(found, key=lambda one: (-round(one.share, 1), -one.passage.number))


def _strongly(view: View, theme: Part, passage: Passage) -> bool:
    """Whether a thing is the subject of a passive or a perfect, or the object of what was done."""
    row = parsed(view, passage)
    for clause in _further(row, theme):
        mode, denied = mode_of(row, clause)
        if mode != "told" or denied or clause.kind == "relative" or not clause.verb.finite:
            continue
        past = clause.verb.perfect or (clause.verb.passive and clause.verb.form == "past")
        undergoes = past and _subject_share(view, theme, row, clause, passage) >= STRONG
        fate = clause.verb.form == "past" and stem(clause.verb.lemma) in view.lexicon.verb_kinds["fates"]
        undergoes = undergoes or (fate and _subject_share(view, theme, row, clause, passage) >= STRONG)
        done = clause.verb.form == "past" and not clause.verb.passive and _object_share(theme, row, clause, passage, view)
        if undergoes or done:
            return True
    return False


def _further(row: Parsed, theme: Part) -> list[Clause]:
    """The clauses that tell more than the words which name a thing: that they were arrested says nothing new of those arrested."""
    return [one for one in row.clauses if not verbs_of(row, one) & set(theme.words) or one.verb.lemma in ("be", "have")]


def befalls(view: View, theme: Part, passage: Passage) -> bool:
    """Whether a clause of a sentence has a thing for its subject or object, and tells more of it than the words that name it."""
    row = parsed(view, passage)
    if theme.empty or not row.clauses:
        return True
    own = _further(row, theme)
    return any(_subject_share(view, theme, row, one, passage) >= LEAST or _object_share(theme, row, one, passage, view) for one in own)


_PLANS = frozenset(stem(word) for word in ("plan", "proposal", "project", "scheme", "idea", "bid", "construction", "work", "building"))


def _subject_share(view: View, theme: Part, row: Parsed, clause: Clause, passage: Passage) -> float:
    """How well a thing, or the plan for it, is the subject of a clause: "a proposal for a dam was dropped"."""
    own = subject_of(row, clause)
    planned = theme.head is not None and any(set(stems(unit.text)) & _PLANS for unit in own.units)
    loose = fit(view, theme, own, own, passage) if planned and own.places else 0.0
    return max(loose, theme_share(view, theme, row, clause, passage))


def _object_share(theme: Part, row: Parsed, clause: Clause, passage: Passage, view: View) -> bool:
    """Whether a thing itself stands behind a verb: "rails", and no "railways"."""
    own = region(row, range(clause.verb.end, clause.right))
    if theme.head is not None and not any(theme.head in stems(unit.text) for unit in own.units):
        return False
    return bool(own.places) and fit(view, theme, own, own, passage) >= LEAST
