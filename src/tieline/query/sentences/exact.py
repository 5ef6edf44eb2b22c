"""The very words of a sentence that a question asks for, set before it: "What did they pledge?" "To promote trade."."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import phrase_start
from tieline.late import regex
from tieline.query.draft import Draft, capital, clip, excerpt
from tieline.query.reading.frame import Frame, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clausal import FITS, fits, reach
from tieline.query.sentences.clause_subjects import is_passive
from tieline.query.sentences.clause_verbs import verbs_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

LONGEST = 150  # characters that may be set first
_OPENS = regex(r"^\W*(?:and |but |so )?(?:(?:in|on|at|for|with|to|from|about|of|under|by|as) )?(?:what|which)\b", re.I)
_LAST_VERB = regex(
    r"\b(?:to|will|would|can|could|should|must|may|might)\s+(?P<verb>[a-z]+)"
    r"(?:\s+(?:in|on|at|for|with|to|from|about|of|under|by|as|during|after|before|next|this|last|there|together|more|most|up|out)\b"
    r"(?:\s+[\w'’.-]+){0,4})?\W*$"
)
_FROM_HERE = frozenset(("especially", "particularly", "notably", "including", "such", "with", "whose"))  # behind a comma
_STOPS = frozenset(("preposition", "aside", "sign", "coordinator", "subordinator", "relative", "adverb", "'s", "determiner"))
_HOLDS = frozenset(("noun", "agreement", "actor", "number", "quantity", "verb"))
_LEADING = frozenset(("adverb", "sign", "coordinator"))
_PARTICLES = frozenset(("up", "out", "down", "over", "off", "back"))


# "the second largest", which is not what "the largest" asks for
_NEXT_BEST = regex(r"\b(?:second|third|fourth|fifth|sixth|seventh|\d+(?:nd|rd|th))[- ](?:\w+est|most)\b", re.I)


def exactly(view: View, query: Query, draft: Draft) -> Draft:
    """An answer that shows a sentence, with the words of it set first that stand where the question asks."""
    if draft.status != "answered" or draft.kind != "statement" or not draft.citations or not _OPENS.match(query.text):
        return draft
    passage = view.passage_at(draft.citations[0])
    if (
        passage is None
        or passage.text.isupper()
        or not shows(draft, passage)
        or (_NEXT_BEST.search(passage.text) and not _NEXT_BEST.search(query.text))
    ):
        return draft
    told = words_asked(view, query, passage)
    return replace(draft, text=set_first(told, passage)) if told else draft


def set_first(words: str, passage: Passage) -> str:
    """Some words of a sentence before the sentence itself."""
    return clip(f"{capital(words)}. {excerpt(passage, stems(words), 292 - len(words))}")


def shows(draft: Draft, passage: Passage) -> bool:
    """Whether an answer is no more than the sentence that it cites first."""
    shown = draft.text.strip('"…“” ')
    return bool(shown) and shown.split(" …")[0].strip('"“” ')[:60] in passage.text


def words_asked(view: View, query: Query, passage: Passage) -> str | None:
    """The words of a sentence that stand where a question asks; None where it cannot be told."""
    frame = frame_of(view, query)
    if (
        frame is None
        or stem("make") in frame.wanted.words
        or (set(frame.verbs) & view.lexicon.verb_kinds["saying"] and not _LAST_VERB.search(query.text))
    ):
        return None
    row = parsed(view, passage)
    for start, end in _stretches(view, query, frame, row, passage):
        text = _trimmed(query, row, start, end, passage)
        if text and _of_sort(view, frame, text) and not _is_cut(query, row, start, text) and not _one_of_two(query, passage, text):
            return text
    return None


_NOTHING = frozenset(("nothing", "nobody", "none", "no", "neither", "and", "or", "but"))


def _is_cut(query: Query, row: Parsed, start: int, text: str) -> bool:
    """Whether some words begin with "nothing", in the middle of a row of things, or end with a noun that the question itself holds."""
    words = [word.strip(",;:'\"").lower() for word in text.split()]
    if start > 0 and len(words) == 1 and row.units[start - 1].tag == "noun" and row.units[start].tag == "noun":
        return True  # "mix" of "the trade mix"
    if start > 0 and row.units[start - 1].text in ("-", "–"):
        return True  # "Peru pact" of "the China-Peru pact"
    joined = start > 0 and row.units[start - 1].tag == "coordinator" and row.units[start].tag in ("determiner", "actor", "noun")
    return words[0] in _NOTHING or joined or (stem(words[-1]) in {term.stem for term in query.words} and len(words) <= 3)


_SEVERAL = regex(r"^\W*(?:\w+ )?(?:which|what) (?:\w+ ){0,2}?\w{3,}(?<!s)s\b", re.I)


def _one_of_two(query: Query, passage: Passage, text: str) -> bool:
    """Whether some words are the first of two where several are asked for: "the Pacific" of "linking the Pacific and the Atlantic"."""
    return " and " not in text and f"{text} and " in passage.text and bool(_SEVERAL.match(query.text))


def _of_sort(view: View, frame: Frame, text: str) -> bool:
    """Whether some words are of the sort that a question asks for: "which oceans" wants an ocean."""
    head = frame.wanted.head
    return head is None or covers_text(view, head, f" {' '.join(stems(text))} ") > 0


def object_words(query: Query, row: Parsed, clause: Clause, passage: Passage) -> str | None:
    """The object of a clause in its own words, less what hangs on; None where it tells nothing that the question does not."""
    return None if is_passive(row, clause) else _trimmed(query, row, *_object(row, clause), passage)


def _stretches(view: View, query: Query, frame: Frame, row: Parsed, passage: Passage) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that may be what is asked, the surest first."""
    last = _last_verb(query, row)
    if frame.copular:
        yield from _other_side(frame, row)
    elif last == "do":
        yield from _to_do(row, frame) if frame.asks == "object" else ()
    elif last and last not in frame.verbs:
        yield from [_object(row, clause) for clause in row.clauses if last in verbs_of(row, clause) and not is_passive(row, clause)][:1]
    elif frame.asks != "object" or not frame.direct or frame.passive or last:  # "what did they call the pact"
        for clause in _own(view, frame, row, passage):
            yield from _stretch(frame, row, clause)


def _last_verb(query: Query, row: Parsed) -> str | None:
    """The stem of the verb behind "to" or "will" whose object a question asks for, where the sentence has it too; "do"."""
    told = {word for clause in row.clauses for word in verbs_of(row, clause)} | {"do"}
    found = [stem(match["verb"].lower()) for match in (_LAST_VERB.search(query.text),) if match and match["verb"] != "be"]
    return next((one for one in found if one in told), None)


def _own(view: View, frame: Frame, row: Parsed, passage: Passage) -> list[Clause]:
    """The clauses of a sentence that tell what a question asks; else the only one with its verb."""
    rated = [(clause, share) for clause, share, _ in fits(view, frame, passage)]
    good = [clause for clause, share in rated if share >= FITS]
    same = [clause for clause, _ in rated if set(frame.verbs) & verbs_of(row, clause)]
    return good or (same if len(same) == 1 and set(frame.subject.words) & passage.vocabulary else [])


def _stretch(frame: Frame, row: Parsed, clause: Clause) -> Iterator[tuple[int, int]]:
    """The place in a clause for which "what" stands."""
    if frame.asks == "object" and frame.passive and not frame.subject.empty:
        yield _object(row, clause)  # "what is the port considered"
        return
    passive = is_passive(row, clause) or (frame.passive and clause.verb.form == "part" and not clause.verb.finite)
    if frame.asks == "object" and not passive:
        yield _object(row, clause)
    elif (frame.asks == "object") == passive:
        found = _subject(row, clause)
        yield from [found] if found else []


def _to_do(row: Parsed, frame: Frame) -> Iterator[tuple[int, int]]:
    """What somebody is to do, from "to"."""
    own = [clause.verb.end for clause in row.clauses if set(frame.verbs) & verbs_of(row, clause)]
    found = [one for one in row.clauses if one.kind == "infinitive" and own and own[0] < one.verb.start]
    begins = [one.verb.start - (row.units[one.verb.start].lower != "to") for one in found]
    told = [(to, reach(row, one)) for to, one in zip(begins, found, strict=True) if row.units[to].lower == "to"]
    told = [one for one in told if not any(other.verb.finite and own[0] <= other.verb.start < one[0] for other in row.clauses)]
    whose = [one for one in told if set(frame.rest.words) & set(stems(row.units[one[0] - 1].text))]  # "encourage firms to invest"
    yield from (whose or told)[:1]


def _object(row: Parsed, clause: Clause) -> tuple[int, int]:
    """The words behind a verb, as far as they are its own; with what a preposition at their end governs."""
    end = reach(row, clause)
    for _ in range(3):
        after = next((one for one in row.clauses if one.verb.start == end and one is not clause), None)
        if after is None or end >= len(row.units):
            break
        if not (row.units[end - 1].tag == "preposition" or _before_noun(row, after) or _hangs_on(row, clause, after, end)):
            break
        end = reach(row, after)
    return clause.verb.end, end


_LETS = frozenset(
    ("expect", "want", "urge", "ask", "encourage", "allow", "force", "help", "oblige", "require", "order", "tell", "invite", "enable")
)


def _hangs_on(row: Parsed, clause: Clause, after: Clause, end: int) -> bool:
    """Whether what stands right behind an object belongs to it: "expects trade to reach ...", "praised the steps taken by ..."."""
    if row.units[end - 1].text == "," or row.units[end - 1].tag == "time":
        return False
    made = after.kind == "participle" and after.verb.form in ("part", "past") and row.units[end - 1].tag == "noun"
    return made or (after.kind == "infinitive" and clause.verb.lemma in _LETS)


def _before_noun(row: Parsed, clause: Clause) -> bool:
    """Whether an -ing form only stands before its noun: "a strong driving force"."""
    units, end = row.units, clause.verb.end
    joined = clause.kind == "participle" and clause.verb.form == "ing" and units[clause.verb.start - 1].tag == "noun"
    return joined and end < len(units) and units[end].tag in ("noun", "agreement")


def _subject(row: Parsed, clause: Clause) -> tuple[int, int] | None:
    """The noun phrase before a verb."""
    heads = [k for k in (clause.subject or clause.antecedent) if k < clause.verb.start]
    if not heads:
        return None
    end = clause.verb.start if clause.kind != "relative" else clause.left
    start = phrase_start(row.units, heads[0])
    far = next((k for k in range(start - 1, max(start - 4, -1), -1) if row.units[k].tag not in ("adverb", "verb", "time")), start)
    return (far if row.units[far].tag == "determiner" else start), end  # "a recent fall in prices"


_AIMS = frozenset(
    stem(word) for word in ("goal", "aim", "purpose", "objective", "task", "plan", "mission", "idea", "intention", "step", "priority")
)


def _other_side(frame: Frame, row: Parsed) -> Iterator[tuple[int, int]]:
    """The words on the other side of "is" than those that the question holds."""
    wanted = {*frame.subject.words, *frame.rest.words}
    for clause in row.clauses:
        to_be = row.units[clause.verb.start].tag == "be" and clause.verb.end > clause.verb.start + 1
        if not wanted or not (to_be or clause.verb.lemma in ("be", "become", "remain")):
            continue
        before, after = _subject(row, clause), _object(row, clause)
        if to_be and row.units[clause.verb.start + 1].lower == "to":  # "its goal is to open the mine", not "the board is to meet"
            if before and not wanted & _AIMS:
                continue
            after = clause.verb.start + 1, after[1]
        elif to_be:
            continue
        if before and wanted <= set(row.text(*after).split()):
            yield before
        elif before and wanted <= set(row.text(*before).split()):
            yield after


def _trimmed(query: Query, row: Parsed, start: int, end: int, passage: Passage) -> str | None:
    """A stretch without what only leads up to it or hangs on; None where nothing new is left."""
    units = row.units
    asked = set(stems(query.text))
    ends_with = query.text.rstrip(" ?.!").rsplit(" ", 1)[-1].lower()
    if any(unit.lower == ends_with for unit in units[start + 1 : min(start + 4, end)]):  # "what did he urge them to give full play to"
        start = next(k for k in range(start, end) if units[k].lower == ends_with)
    while start < end and (units[start].tag in _LEADING or units[start].lower in (_PARTICLES | {ends_with})):
        if units[start].tag == "coordinator":
            return None
        start += 1
    end = next((k for k in range(start + 1, end) if units[k - 1].text == "," and units[k].lower in _FROM_HERE), end)
    end = _without_time(row, start, _cut(row, start, _with_last(row, start, end)))
    if start >= end or units[start].tag == "pronoun" or units[start].lower in ("that", "this", "it", "these"):
        return None
    if units[start].lower == "to" and start + 1 < end and units[start + 1].tag == "be":
        return None
    told = [u for u in units[start:end] if u.tag in _HOLDS]
    if not any(set(stems(u.text)) - asked for u in told):
        return None
    text = " ".join(passage.document.text[units[start].start : units[end - 1].end].split())
    return text if len(text) <= LONGEST and _balanced(text) else None


def _with_last(row: Parsed, start: int, end: int) -> int:
    """The end of a stretch with the last member of its list, where it ends with "and"."""
    units = row.units
    if end - start < 2 or units[end - 1].tag != "coordinator":
        return end
    after = next((k for k in range(end, len(units)) if units[k].tag not in (*_HOLDS, "determiner", "'s")), len(units))
    goes_on = after < len(units) and units[after].tag in ("verb", "be", "have", "modal", "do")
    named = any(unit.tag in ("noun", "actor", "agreement") for unit in units[end:after])
    return after if named and not goes_on and not any(unit.tag == "verb" for unit in units[end:after]) else end


def _cut(row: Parsed, start: int, end: int) -> int:
    """The end of a stretch without commas, prepositions and the like that stand there."""
    units = row.units
    while end > start and (units[end - 1].tag in _STOPS or not units[end - 1].text[-1].isalnum()):
        end -= 1
    return end


def _without_time(row: Parsed, start: int, end: int) -> int:
    """The end of a stretch without the time that stands there after other words."""
    units = row.units
    if end - start > 2 and units[end - 1].tag == "time" and units[end - 2].lower in ("on", "in", "at", "during", "since", "by"):
        return _cut(row, start, end - 2)
    return end


def _balanced(text: str) -> bool:
    """Whether each quotation mark and bracket in a text is closed."""
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”") and text.count("(") == text.count(")")
