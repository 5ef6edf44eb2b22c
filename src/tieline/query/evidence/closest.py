"""The sentence shown for an open question that no way of answering is sure of: one that has all of its words that tell something.

It is shown as what comes closest, and nothing is picked out of it. Words that only frame a question ("what attitude does
X have towards") need not be told; the deed, the things and the names must be, with a reason where one is asked.
"""

import re
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.query.draft import Draft, excerpt, from_passage, with_before
from tieline.query.evidence.asked import Sought, sought
from tieline.query.evidence.context import points_back, taken_up, understood
from tieline.query.evidence.cover import covering
from tieline.query.evidence.names import names_of_kind
from tieline.query.evidence.pick import denied, only_ahead, same_verb
from tieline.query.evidence.senses import tells
from tieline.query.people.speakers import said_by
from tieline.query.people.unnamed import untold
from tieline.query.reading.frame import AUXILIARY, frame_of
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stem
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.matching import fit, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found
from tieline.query.sentences.themes import doer, doer_share
from tieline.query.trust.numbered import of_another_thing
from tieline.query.trust.of_kind import of_another_kind
from tieline.query.view import Passage, View

LEAST = 0.6  # of a question with its framing words
FEW = 2  # things that a sentence must tell of a question
RARE = 2  # sentences that hold a word which tells much
MANY = 5  # words of which it may leave one to others
MOST = 12  # sentences that are compared
SHOWN = 250  # characters of the sentence
_OPENS = regex(r"^\W*(?:(?:in|to|on|at|under|by|with|for|of|through|from|towards?) )?(?:what|which|whose|how|why)\b", re.I)
_SIZES = regex(r"^\W*(?:by )?how (?:many|much|long|old|big|far|large|high|often|soon|wide|tall|deep|fast)\b", re.I)
_WHY = regex(r"^\W*(?:why|for what reason|what (?:is|was|were|are) the reasons?|how come)\b", re.I)
_WHOSE = regex(r"^\W*(?:in |on |under |at )?whose\b", re.I)
_TOLD_OF = regex(r"^\W*what (?:is|was|else is) (?:said|told|reported|known|written|mentioned|stated) (?:about|of|on)\b", re.I)
_PAST = regex(r"\b(?:did|was|were|had|has|have)\b", re.I)
_FORMS = frozenset(("what", "list", "agreement", "level", "where", "said"))
_NAMED = frozenset(("house", "country", "place"))  # of which a sentence must hold a name
_GIVES_REASON = regex(
    r"\b(?:because|so that|so as to|in order to|thus|thereby|owing to|due to|citing|over|in (?:response|protest|retaliation|return)"
    r"|arguing|fearing|for fear|thanks to)\b",
    re.I,
)


def closest(view: View, query: Query) -> Draft | None:
    """The sentence that has all that an open question tells, as what comes closest; None where none does."""
    asked = _asked(view, query)
    core = _core(view, query, asked) if asked else ()
    if asked is None or not core:
        return None
    speaker = next((name for name in query.names if view.any_is(name.ids, "person")), None)
    loose = replace(asked, names=tuple(name for name in asked.names if name is not speaker))
    hits = [hit.passage for hit in covering(view, query, loose, least=LEAST) if _of_him(view, speaker, hit.passage)]
    hits = [passage for passage in hits if _tells_all(view, query, asked, core, speaker, passage)]
    ranks = {one.number: (one.fact.zone != "prose", -_literal(view, core, one), _stretch(view, core, one)) for one in hits[:MOST]}
    best = min(hits[:MOST], key=lambda one: (ranks[one.number], one.number), default=None)
    if best is None or not _fits(view, query, asked, best):
        return None
    if len(core) == 1 and list(ranks.values()).count(ranks[best.number]) > 1:
        return None  # which of them is meant stays open
    shown = with_before(view, best, excerpt(best, _told_words(view, core, best), SHOWN), SHOWN)
    text = f"Not said in these words; closest: {shown}"
    draft = from_passage(Found(best, 1.0, ()), "statement", text=text, status="partly", lacks="words")
    other = (not _MADE.match(query.text) and of_another_kind(view, query, draft)) or of_another_thing(view, query, draft)
    return None if other else draft


_MADE = regex(r"^\W*what (?:has |have |had )?(?:made|makes?)\b", re.I)  # "what made him curious" asks for no kind


def _of_him(view: View, speaker: Name | None, passage: Passage) -> bool:
    """Whether a sentence names somebody, or gives his words."""
    return speaker is None or bool(set(speaker.ids) & set(passage.fact.actors)) or said_by(view, speaker, passage)


def _asked(view: View, query: Query) -> Sought | None:
    """What an open question tells; None where a name, number or date is wanted, or the words of a speaker."""
    if not (query.form in _FORMS or _WHOSE.match(query.text)) or not _OPENS.match(query.text) or _SIZES.match(query.text):
        return None
    typed = sought(view, query)
    if typed and typed.kind not in ("thing", *_NAMED) and not _WHOSE.match(query.text):
        return None
    kind = typed.kind if typed else "thing"
    terms = tuple((term, view.weight(term.stem)) for term in query.words if not _frames(view, term.stem))
    return Sought(kind, None, (), terms, query.names, frame_of(view, query))


def _frames(view: View, word: str) -> bool:
    return word in AUXILIARY or word in view.lexicon.framing or view.lexicon.is_light(word)


def _core(view: View, query: Query, asked: Sought) -> tuple[str, ...]:
    """The words of a question that a sentence must tell: all but those that frame it, the verb where it tells something."""
    words = [term.stem for term, _ in asked.terms]
    verbs = asked.frame.verbs[:1] if asked.frame and not asked.frame.copular else ()
    idle = view.lexicon.framing | AUXILIARY | view.lexicon.verb_kinds["saying"]
    words += [verb for verb in verbs if verb.split()[0] not in words and verb not in idle]
    people = sum(not view.any_is(name.ids, "country") for name in query.names)
    rare = len(words) == 1 and len(view.index.get(words[0], ())) <= RARE
    lands = (0.5 if rare else 0.25) * (len(query.names) - people)
    enough = len(words) + people + lands >= FEW or (rare and _TOLD_OF.match(query.text))
    return tuple(words) if words and enough else ()


def _tells_all(view: View, query: Query, asked: Sought, core: tuple[str, ...], speaker: Name | None, passage: Passage) -> bool:
    """Whether a sentence has all that must be told, of the one who does it, with a reason where one is asked."""
    lost = [word for word in core if not tells(view, word, passage.joined)]
    verbs = asked.frame.verbs if asked.frame else ()
    if len(lost) == len(core) or (lost and any(word in lost for word in verbs)):
        return False
    if lost and not (len(core) >= MANY and len(lost) == 1) and not _left_to_others(view, lost, passage):
        return False
    if asked.kind in _NAMED and not names_of_kind(view, query, asked, passage):
        return False
    spoken = speaker is not None and not set(speaker.ids) & set(passage.fact.actors)  # what he wants stands in his own words
    return (spoken or _does_it(view, asked, passage)) and (not _WHY.match(query.text) or _gives_reason(view, core, passage))


def _fits(view: View, query: Query, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence tells it, neither as denied nor as left open, nor as planned where it is asked as done."""
    if untold(query, passage.text) or (_MOST.search(query.text) and _ONE_OF.search(passage.text)):
        return False
    return not denied(view, asked, passage) and not (_PAST.search(query.text) and only_ahead(view, query, asked, passage))


_MOST = regex(r"\b(?:most|least|(?!latest)[a-z]{3,}est)\b", re.I)
_ONE_OF = regex(r"\bone of\b", re.I)


def _gives_reason(view: View, core: tuple[str, ...], passage: Passage) -> bool:
    """Whether a sentence opens a reason by a word for it, or by what is to be done right behind a word of the question."""
    if _GIVES_REASON.search(passage.text):
        return True
    row = parsed(view, passage)
    aims = (one.verb.start for one in row.clauses if one.kind == "infinitive" and not _is_held(view, row, one))
    return any(k > 1 and any(tells(view, word, f" {row.text(k - 2, k)} ") for word in core) for k in aims)


def _is_held(view: View, row: Parsed, aim: Clause) -> bool:
    """Whether an infinitive is what somebody expects or wants, and no aim: "expected the number to reach 50,000"."""
    before = [one for one in row.clauses if one.verb.end <= aim.verb.start and one.kind != "infinitive"][-1:]
    return any(stem(one.verb.lemma) in view.lexicon.verb_kinds["holding"] for one in before)


def _left_to_others(view: View, lost: list[str], passage: Passage) -> bool:
    """Whether the sentences to which one points back, or whose thing it takes up, tell what it lacks itself."""
    if points_back(view, passage):
        return all(understood(view, word, passage) for word in lost)
    before = " ".join(one.joined for one in taken_up(view, passage))
    return all(tells(view, word, before) for word in lost)


def _does_it(view: View, asked: Sought, passage: Passage) -> bool:
    """Whether somebody named as the one who does what is asked does something in a sentence; who says something must say it there."""
    frame = asked.frame
    if frame is None or frame.copular or frame.passive or frame.subject.empty:
        return True
    speech = set(frame.verbs) & _speech(view)
    if speech & view.lexicon.verb_kinds["saying"]:
        return False  # what somebody said has a way of its own
    if not speech and not view.any_is(frame.subject.ids, "person", "country", "place"):
        return True
    row = parsed(view, passage)
    whole = region(row, range(len(row.units)))
    return any(
        fit(view, frame.subject, doer(row, clause), whole, passage, subject=True) or doer_share(view, frame.subject, row, clause, passage)
        for clause in row.clauses
        if not speech or speech & set(verbs_of(row, clause))
    ) and (set(frame.verbs) <= view.lexicon.framing or any(same_verb(view, asked, row, clause) for clause in row.clauses))


def _speech(view: View) -> frozenset[str]:
    """The stems of verbs for saying and holding something, but for those that only frame a question."""
    kinds = view.lexicon.verb_kinds
    return (kinds["saying"] | kinds["speech"] | kinds["holding"]) - view.lexicon.framing


def _literal(view: View, core: tuple[str, ...], passage: Passage) -> float:
    """How much of a question a sentence tells, its own words before others that say the same."""
    return round(sum(tells(view, word, passage.joined) for word in core), 2)


def _stretch(view: View, core: tuple[str, ...], passage: Passage) -> int:
    """How many words of a sentence stand from the first to the last that tell something of a question."""
    places = [n for n, own in enumerate(passage.stems) if any(tells(view, word.split()[0], f" {own} ") for word in core)]
    return places[-1] - places[0] if places else len(passage.stems)


def _told_words(view: View, core: tuple[str, ...], passage: Passage) -> set[str]:
    return {own for own in passage.stems if any(tells(view, word, f" {own} ") for word in core)}
