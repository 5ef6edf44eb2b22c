"""Whether sentences say of somebody that he is what a question calls him: by a clause with "is", or by words set beside his name."""

from collections.abc import Iterator

from tieline.late import regex
from tieline.query.draft import Draft
from tieline.query.evidence.senses import tells
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

_SURE = 0.85
_ASKED = regex(
    r"^\W*(?:is|was|are|were)(?:n't)? (?:the )?(?P<who>.{2,60}?) (?:still |now |also |already |once |really |not |ever )*"
    r"(?:an? )(?P<what>[^?,;]{2,90}?)\W*$"
)
_ENDS = regex(r"\b(?:of|in|for|at|to|on|by|with|from|since|between|among|under|who|which|that|as|after|before|during|when|because)\b")
# verbs that say what somebody is, or makes himself
_BEING = frozenset(
    stem(word)
    for word in ("be", "become", "remain", "serve", "act", "consider", "call", "name", "describe", "regard", "represent", "know", "make")
) | frozenset(stem(word) for word in ("join", "enter", "elect", "appoint", "see", "work", "constitute", "form", "stay", "rank", "count"))


def unlike_called(view: View, query: Query, draft: Draft) -> bool:
    """Whether a Yes to "is A a B" rests on sentences that hold A and B and do not call A one."""
    if draft.value is not True or any(i in view.events or i in view.figures for i in draft.facts):
        return False
    asked = _ASKED.match(query.text[:1].lower() + query.text[1:])
    who = _named(query, asked.start("who"), asked.end("who")) if asked else None
    if asked is None or who is None:
        return False
    head = stems(_ENDS.split(asked["what"], maxsplit=1)[0])[-1:]
    told = view.passages_of(draft.citations)
    return bool(head and told) and head[0] not in draft.told and not any(_calls(view, passage, who, head[0]) for passage in told)


def _named(query: Query, start: int, end: int) -> Name | None:
    """The name that ends where the one asked about is told."""
    return next((name for name in query.names if start <= name.span.start and name.span.end == end), None)


def _calls(view: View, passage: Passage, who: Name, head: str) -> bool:
    """Whether a sentence calls somebody by a noun."""
    row = parsed(view, passage)
    return any(_beside(view, passage, row, k, head) for k in _places(view, passage, row, who)) or _is_said(view, row, who, head)


def _places(view: View, passage: Passage, row: Parsed, who: Name) -> Iterator[int]:
    for name in name_index(view).find(passage.tokens):
        if set(name.ids) & set(who.ids):
            yield from (k for k, unit in enumerate(row.units) if unit.start <= name.span.start < unit.end)


def _is_said(view: View, row: Parsed, who: Name, head: str) -> bool:
    """Whether a clause with "is" and the like has somebody for its subject and the noun behind."""
    for clause in row.clauses:
        own = row.text(clause.verb.start, clause.verb.end)
        begin = clause.verb.end if stem(clause.verb.lemma) in _BEING else clause.right if tells(view, head, own) < _SURE else None
        if begin == clause.right or clause.verb.negated:
            continue
        ids = set(subject_of(row, clause).ids) or set(row.named(range(clause.left, clause.verb.start)))
        if ids & set(who.ids) and (begin is None or tells(view, head, row.text(begin, clause.right)) >= _SURE):
            return True
    return False


_REACH = 8  # units between a name and the noun set beside it


def _beside(view: View, passage: Passage, row: Parsed, k: int, head: str) -> bool:
    """Whether a noun stands beside a name with no verb between: "the economist Vael", "Vael, an economist", "members such as Orsenda"."""
    heads = {clause.verb.head for clause in row.clauses}
    for step in (-1, 1):
        run: list[str] = []
        for n in range(k + step, k + step * _REACH, step):
            if not 0 <= n < len(row.units) or n in heads or row.units[n].tag == "relative":
                break
            run.append(row.units[n].text)
            if tells(view, head, row.text(n, n + 1)) >= _SURE:
                return step < 0 or "," in run or "as" in run or "-" in run or n == k + 1
    return False
