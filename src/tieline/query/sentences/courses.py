"""What became of something, what it had to contend with, what it gained and what part it played, where a question leaves the verb open."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.query.draft import Draft, from_passage, nothing, passage_item, quoted
from tieline.query.reading.frame import Part, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.read import read_question
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause_modes import mode_of
from tieline.query.sentences.clause_subjects import is_passive
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.doings import candidates, doings
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import Found, in_time_of
from tieline.query.sentences.themes import theme_share
from tieline.query.view import Passage, View

LEAST = 0.75
_SINCE = r"(?: (?:since|over|in|during|after|from|between|so far|recently|lately)\b[^?]*)?"
_MOVES = regex(
    rf"^\W*how (?:has|have|had|did|is|are) (?P<thing>[^?]+?) (?:been )?(?:developed?|developing|changed?|changing|evolved?|evolving|fared?"
    rf"|faring|progress(?:ed|ing)?|doing|performed|gone){_SINCE}\W*$",
    re.I,
)
_NOUN = r"(?:\w+ ){0,2}?(?:problem|difficult(?:y|ie)|challenge|obstacle|hurdle|setback|trouble)s?"
_TROUBLES = regex(
    rf"^\W*(?:what|which) {_NOUN} (?:has|have|had|did|does|do|is|are|was|were) (?P<thing>[^?]+?)"
    rf" (?:facing|faced?|had|have|encounter(?:ed|ing)?|met|run into|suffer(?:ed)?|struggl\w+ with|experienced?){_SINCE}\W*$"
    rf"|^\W*what (?:is|was|are|were|went|has gone) wrong (?:with|about) (?P<wrong>[^?]+?){_SINCE}\W*$"
    rf"|^\W*what (?:is|are|was|were) the (?:\w+ )?{_NOUN} (?:of|with|for|facing) (?P<other>[^?]+?)\W*$",
    re.I,
)
_GAINS = regex(
    r"^\W*(?:what|which) (?:\w+ )?(?:benefit|advantage|gain|improvement)s? (?:has|have|had|did|does|do|will|would) (?P<thing>[^?]+?)"
    r" (?:brought|bring|had|have|offer(?:ed)?|yield(?:ed)?|provided?|give|given|deliver(?:ed)?)(?: (?:to|for) [^?]+?)?\W*$"
    r"|^\W*what (?:is|are|was|were) the (?:\w+ )?(?:benefit|advantage|gain)s? of (?P<other>[^?]+?)\W*$",
    re.I,
)
_PART = regex(
    r"^\W*(?:what|which) (?:\w+ )?(?:role|part|function)"
    r" (?P<aux>did|does|do|has|have|had|will|would) (?P<thing>[^?]+?)"
    r" (?:play|played|have|had|perform)(?: (?:in|at|during|for|within) (?P<rest>[^?]+?))?\W*$"
    r"|^\W*what (?P<be>is|was) (?P<owner>[^?]+?)['’]s? (?:\w+ )?(?:role|part|function)"
    r"(?: (?:in|at|during|for|within) (?P<place>[^?]+?))?\W*$"
    r"|^\W*what (?P<been>is|was) the (?:role|part|function) of (?P<other>[^?]+?)\W*$",
    re.I,
)


def course(view: View, query: Query) -> Draft | None:
    """The sentences that tell how something went, by verbs for that; a refusal where none does; None where something else is asked."""
    for pattern, key in ((_MOVES, "moves"), (_TROUBLES, "troubles"), (_GAINS, "gains")):
        asked = pattern.match(query.text)
        if asked:
            told = _told(view, query, next(filter(None, asked.groups())), key)
            return told or (nothing(view, query, "statement") if key == "moves" else None)
    return None


def played(view: View, query: Query) -> Draft | None:
    """What somebody did in something, which is the part that he played."""
    asked = _PART.match(query.text)
    if asked is None:
        return None
    own = asked["thing"] or asked["owner"] or asked["other"]
    rest = asked["rest"] or asked["place"]
    done = "does" if "is" in (asked["be"], asked["been"]) else "did" if asked["be"] or asked["been"] else asked["aux"]
    verb = "done" if done in ("has", "have", "had") else "do"
    plain = read_question(view, f"what {done} {own} {verb}{f' in {rest}' if rest else ''}?")
    told = _of_question(query, doings(view, plain))
    if told or not rest:
        return told
    told = _of_question(query, doings(view, read_question(view, f"what {done} {own} {verb}?")))
    shown = view.passages_of(told.citations)[:1] if told else []
    words = [word for word in stems(rest) if word not in view.lexicon.stop]
    return told if shown and all(covers_text(view, word, shown[0].joined) for word in words) else None


def _of_question(query: Query, draft: Draft | None) -> Draft | None:
    """A draft whose every word of the question is accounted for by the way it was found."""
    found = draft if draft and draft.status == "answered" else None
    return replace(found, told=(*found.told, *(term.stem for term in query.words))) if found else None


def _told(view: View, query: Query, thing: str, key: str) -> Draft | None:
    plain = read_question(view, f"what did {thing} do?")
    frame = frame_of(view, plain)
    if frame is None or frame.subject.empty:
        return None
    told = list(_clauses(view, query, frame.subject, candidates(view, plain, frame), key))
    best = max((one.share for one in told), default=0.0)
    passages = list(dict.fromkeys(one.passage for one in told if one.share >= best - 0.05))
    if not passages:
        return None
    draft = from_passage(
        Found(passages[0], best, ()), "statement", text=" ".join(quoted(one, 290 // min(len(passages), 2)) for one in passages[:2])
    )
    items = tuple(passage_item(one) for one in passages[:6]) if len(passages) > 1 else ()
    return _of_question(query, replace(draft, items=items, citations=tuple(one.citation for one in passages[:6])))


def _clauses(view: View, query: Query, part: Part, passages: list[Passage], key: str) -> Iterator[Found]:
    tables = view.lexicon.tables.get("courses", ())
    verbs, befalls = (frozenset(stem(word) for table in tables for word in table[one].split()) for one in (key, "befalls"))
    for passage in passages:
        if not all(in_time_of(passage, window) for window in query.windows):
            continue
        row = parsed(view, passage)
        for clause in row.clauses:
            mode, denied = mode_of(row, clause)
            verb, passive = stem(clause.verb.lemma), is_passive(row, clause)
            own = verb in verbs and not (passive and key == "gains")
            if (
                mode != "told"
                or denied
                or not (own or (key != "gains" and passive and verb in befalls) or (key == "troubles" and _too(row, clause)))
            ):
                continue
            share = theme_share(view, part, row, clause, passage)
            if share >= LEAST:
                yield Found(passage, share, ())


def _too(row: Parsed, clause: Clause) -> bool:
    """Whether a clause says that something is too much of what it is: "the agenda was just too broad"."""
    behind = [unit.lower for unit in row.units[clause.verb.end : clause.verb.end + 3]]
    return clause.verb.lemma == "be" and "too" in behind
