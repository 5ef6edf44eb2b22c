"""Answers from a clause whose verb, subject and object are those of the question."""

from collections.abc import Iterator
from itertools import pairwise

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import phrase_start
from tieline.light import dataclass
from tieline.query.reading.frame import ORDERED, Frame, Part, frame_of
from tieline.query.reading.query import Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.matching import Region, fit, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import PROSE
from tieline.query.view import Passage, View

LEAST = 0.8
FITS = 0.6  # of a question, told by a clause that has its verb
MOST = 60  # sentences taken apart for one question
_DENYING = frozenset(("deny", "reject", "dismiss", "refuse", "rule"))
_IRREAL = frozenset(("would", "could", "may", "might", "should"))
_AHEAD = frozenset(("will", "shall", "is to", "was to", "'ll"))
_PLANS = frozenset(("plan", "expect", "hope", "schedule", "intend", "want", "aim", "due", "set", "be"))
_LIGHT = frozenset(stem(word) for word in ("impose", "make", "pay", "hold", "give", "issue", "carry", "conduct", "place", "lodge"))
_SPEAKS = frozenset(("say", "write", "tell", "add", "note", "ask", "reply"))
_ANNOUNCES = frozenset(("say", "announce", "confirm", "tell", "add", "declare", "state", "report"))
_EITHER = frozenset(
    ("end", "begin", "start", "open", "reopen", "close", "stop", "resume", "conclude", "finish", "launch", "move", "change")
)
_PARTICLES = frozenset(("over", "off", "out", "up", "back", "away", "down"))
_UNTIL = frozenset(("until", "till"))
_OBJECTS = frozenset(("it", "them", "him", "her", "this", "that"))
_IF = frozenset(("if", "unless", "whether", "once", "provided", "lest"))


@dataclass(frozen=True)
class Told:
    """A clause that tells what a question asks about, with the region that fills its gap. `mode`: told, ahead, or open."""

    passage: Passage
    row: Parsed
    clause: Clause
    share: float
    gap: Region
    mode: str
    denied: bool


def clauses_for(view: View, query: Query) -> tuple[Frame, list[Told]] | None:
    """The grammar of a question with the clauses that fit it, best first; None where it has none."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or (frame.subject.empty and frame.rest.empty and frame.wanted.empty):
        return None
    found = [told for passage in _candidates(view, frame) for told in _of_passage(view, frame, passage)]
    return frame, sorted(found, key=lambda one: (-round(one.share, 2), one.passage.number))


def told_of(view: View, query: Query, passage: Passage) -> bool | None:
    """Whether a sentence tells with the verb of a question what it asks: False where only of others, None where it lacks the verb."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return None
    fits = [share for _, share, _ in _with_verb(view, frame, passage)]
    return max(fits) >= FITS if fits else None


def mode_told(view: View, query: Query, passage: Passage) -> str | None:
    """How a sentence tells, with the verb of a question, what it asks: told, denied, ahead or open; None where no clause does."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return None
    row = parsed(view, passage)
    modes = [mode_of(row, clause) for clause, share, _ in _with_verb(view, frame, passage) if share >= FITS]
    found = ["denied" if denied else mode for mode, denied in modes]
    return next((one for one in ("told", "denied", "ahead", "open") if one in found), None)


def tells_of_others(view: View, query: Query, passage: Passage) -> bool:
    """Whether the clauses of a sentence with the verb of a question name others than the question, or the same in other places."""
    frame = frame_of(view, query)
    if frame is None or frame.copular:
        return False
    row = parsed(view, passage)
    asked = frame.subject.ids | frame.rest.ids | frame.wanted.ids
    doing = frame.subject.ids
    for clause in (one for one in row.clauses if _verb(view, frame, row, one)):
        before, after = set(subject_of(row, clause).ids), set(region(row, range(clause.verb.end, clause.right)).ids)
        if (before | after) and not (before | after) & asked:
            return True
        if doing and before and not before & doing and not clause.verb.passive:
            return True
    return False


def between_others(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence tells, with the verb of a question, of other parties than those it names: who owes whom, who lent to whom."""
    frame = frame_of(view, query)
    if frame is None or not (frame.subject.named and frame.rest.named) or frame.subject.head or frame.rest.head:
        return False
    return told_of(view, query, passage) is False


def doers(view: View, query: Query, passage: Passage) -> set[str] | None:
    """Who does in a sentence what a question asks who did; None where it asks for something else."""
    frame = frame_of(view, query)
    if frame is None or frame.copular or frame.asks != "subject":
        return None
    found: set[str] = set()
    for _, share, gap in _with_verb(view, frame, passage):
        found |= set(gap.ids) if gap is not None and share >= FITS else set()
    return found


def _with_verb(view: View, frame: Frame, passage: Passage) -> Iterator[tuple[Clause, float, Region | None]]:
    """The clauses of a sentence that have the verb of a question: how well each tells what is asked, and the region of that."""
    row = parsed(view, passage)
    for clause in row.clauses:
        if _verb(view, frame, row, clause):
            yield clause, *_best(view, frame, row, clause, passage)


def clauses_with_verb(view: View, frame: Frame, passage: Passage) -> list[Clause]:
    """The clauses of a sentence that have the verb of a question."""
    row = parsed(view, passage)
    return [clause for clause in row.clauses if _verb(view, frame, row, clause)]


def _candidates(view: View, frame: Frame) -> list[Passage]:
    ways = {way for verb in frame.verbs for way in (verb, *view.lexicon.verbs.get(verb, ()))}
    ways |= {"be"} if _VISITED & set(frame.verbs) else set()
    told = {n for way in ways for n in view.index.get(way.split()[0], ())}
    own = [w for part in (frame.subject, frame.rest, frame.wanted) for w in part.words]
    words = [way for w in own for way in (w, *view.lexicon.nouns.get(w, ()))]
    ids = [i for part in (frame.subject, frame.rest, frame.wanted) for named, _ in part.named for i in named]
    near: dict[int, int] = {}
    for numbers in [view.index.get(word, ()) for word in words] + [view.by_actor.get(i, ()) for i in ids]:
        for number in numbers:
            for at in (number, number + 1):
                near[at] = near.get(at, 0) + 1
    ranked = sorted(told & set(near), key=lambda n: (-near[n], n))[:MOST] if near else []
    return [view.passages[n] for n in ranked if view.passages[n].fact.zone in PROSE]


def _of_passage(view: View, frame: Frame, passage: Passage) -> Iterator[Told]:
    row = parsed(view, passage)
    for clause in row.clauses:
        verb = _verb(view, frame, row, clause)
        share, gap = _best(view, frame, row, clause, passage) if verb else (0.0, None)
        if gap is not None and share * verb >= LEAST:
            mode, denied = mode_of(row, clause)
            yield Told(passage, row, clause, share * verb, gap, mode, denied)


def _best(view: View, frame: Frame, row: Parsed, clause: Clause, passage: Passage) -> tuple[float, Region | None]:
    """How well the parts of a question are those of a clause, and the region of what is asked."""
    end = reach(row, clause)
    before, after, agent = subject_of(row, clause), region(row, range(clause.verb.end, end)), agent_of(row, clause)
    whole = region(row, [*before.places, *range(clause.left, end)])
    roles = _roles(view, frame, clause, (before, after, agent, whole), passage)
    return max(roles, key=lambda one: one[0], default=(0.0, None))


def reach(row: Parsed, clause: Clause) -> int:
    """Where a clause ends with the verb that its own takes for an object: "resumed issuing visas", "decides whether to sign"."""
    end = clause.right
    for other in row.clauses:
        if other.verb.start < clause.verb.end or other is clause:
            continue
        between = row.units[clause.verb.end : other.verb.start]
        joined = other.kind in ("infinitive", "participle") and all(unit.tag == "adverb" for unit in between)
        asked = other.kind == "infinitive" and any(unit.lower == "whether" for unit in between)
        if (joined and other.verb.form != "part") or asked:
            return max(end, reach(row, other))
    return end


def verbs_of(row: Parsed, clause: Clause) -> set[str]:
    """The stems of the verb of a clause; one with "re-" before it is one word with that."""
    head = clause.verb.head
    words = [row.units[head].lower, *clause.verb.lemmas]
    if head > 1 and row.units[head - 1].text == "-" and row.units[head - 2].lower == "re":
        words = [f"re{word}" for word in words]
    return {stem(word) for word in words}


def _verb(view: View, frame: Frame, row: Parsed, clause: Clause) -> float:
    own = verbs_of(row, clause)
    if own & set(frame.verbs):
        return 1.0
    rest = row.text(clause.verb.head + 1, min(clause.verb.head + 4, len(row.units)))
    if "be" in clause.verb.lemmas and _VISITED & set(frame.verbs) and _stays(row, clause):
        return 0.95  # "was in Vienna on 3 October"
    if own & _LIGHT and any(f" {verb} " in row.text(clause.verb.head + 1, min(clause.verb.head + 6, clause.right)) for verb in frame.verbs):
        return 0.92  # "imposed its own ban on", "paid a visit to"
    runs = [f" {one}{rest}" for one in sorted(own)]
    ways = {way for verb in frame.verbs for way in (verb, *view.lexicon.verbs.get(verb, ()))}
    part = stem(row.units[clause.verb.head + 1].lower) if clause.verb.head + 1 < len(row.units) else ""
    ways = {way for way in ways if part not in _PARTICLES or part in way.split()}  # "took over" is no "took"
    if any(run.startswith(f" {way} ") for way in ways for run in runs):
        return 0.95
    behind = row.text(clause.verb.end, clause.right)  # "handed the island back"
    apart = [way.split() for way in ways if way.count(" ") == 1 and way.split()[1] in _PARTICLES]
    return 0.95 if any(verb in own and f" {particle} " in behind for verb, particle in apart) else 0.0


_VISITED = frozenset(stem(word) for word in ("visit", "travel", "go"))


def _stays(row: Parsed, clause: Clause) -> bool:
    """Whether a clause tells no more than where somebody was."""
    units, k = row.units, clause.verb.end
    return k + 1 < len(units) and units[k].lower in ("in", "at") and units[k + 1].tag == "actor"


def _roles(
    view: View, frame: Frame, clause: Clause, regions: tuple[Region, Region, Region, Region], passage: Passage
) -> Iterator[tuple[float, Region]]:
    """The ways in which the parts of a question can be those of a clause: the share told, and the region of what is asked."""
    before, after, agent, whole = regions

    def told(part: Part, own: Region) -> float:
        return fit(view, part, own, whole, passage, subject=own is before)

    passive = is_passive(before.row, clause)
    if frame.asks == "subject":
        yield told(frame.rest, before if passive else after), agent if passive else before
        if not passive and not _has_object(after, clause):
            yield 0.95 * fit(view, frame.rest, whole, whole, passage, loose=True), before
    elif frame.passive:
        theme = frame.wanted if frame.subject.empty else frame.subject
        yield min(told(theme, before), told(frame.rest, whole)), before
        if not passive:
            yield min(told(theme, after), told(frame.rest, whole)), after
    elif frame.asks == "object":
        k = clause.verb.end
        if not passive and k < len(after.row.units) and after.row.units[k].lower in _OBJECTS:  # "called it an insult"
            yield min(told(frame.subject, before), fit(view, frame.rest, region(after.row, (k,)), whole, passage)), after
        yield min(told(frame.subject, agent if passive else before), told(frame.rest, whole)), before if passive else after
    elif not passive:
        yield min(told(frame.subject, before), told(frame.rest, after)), after
        if not frame.direct or clause.verb.lemma in _SPEAKS:  # "..., wrote Vael in the paper"
            yield min(told(frame.subject, after), told(frame.rest, whole)), after
        if not frame.direct and clause.verb.lemma in _EITHER and frame.subject.head:
            yield min(told(frame.subject, after), told(frame.rest, whole)), before  # "Rosk ended his visit": when did it end
    else:
        yield min(told(frame.rest, before), told(frame.subject, agent)), before
        if not frame.direct:
            yield min(told(frame.subject, before), told(frame.rest, whole)), before


def _has_object(after: Region, clause: Clause) -> bool:
    """Whether something stands behind a verb without a preposition."""
    return any(phrase.preposition is None and after.row.units[phrase.head].tag != "time" for phrase in clause.after)


def subject_of(row: Parsed, clause: Clause) -> Region:
    """The words of the subject of a clause, those of a noun before "which" included."""
    behind = _speaker_behind(row, clause)
    if behind:
        return region(row, behind)
    places: set[int] = set()
    for head in _subjects(row, clause):
        end = head + 1
        while end < clause.verb.start and row.units[end].tag not in (
            "verb",
            "relative",
            "subordinator",
            "be",
            "have",
            "modal",
            "do",
            "sign",
        ):
            end += 1
        places |= set(range(_from(row, clause, head), end if end < clause.verb.start else head + 1))
    if clause.kind in ("main", "subordinate"):
        places |= set(range(clause.left, clause.verb.start))
    if clause.kind == "main" and clause.link in ("and", "but", "or", ",") and not _own_subject(row, clause):
        places |= _shared_subject(row, clause)
    if not places and clause.verb.start and row.units[clause.verb.start - 1].lower in _PRONOUNS:
        places = {clause.verb.start - 1}
    if not places and clause.kind == "participle" and clause.verb.form == "ing":
        places = _understood_subject(row, clause)
    return region(row, places)


def _from(row: Parsed, clause: Clause, head: int) -> int:
    """Where the noun phrase of a subject begins: of a list that "who" does not stand for, behind its last but one."""
    others = [k for k in clause.antecedent if k < head]
    begin = phrase_start(row.units, head)
    return max(begin, others[-1] + 1) if others and _subjects(row, clause) == [head] else begin


def _speaker_behind(row: Parsed, clause: Clause) -> set[int]:
    """The speaker where he stands behind the verb that closes what he says: ", wrote Vael in the daily"."""
    verb, units = clause.verb, row.units
    named = verb.end < len(units) and units[verb.end].tag == "actor" and verb.form == "past" and not verb.passive
    owner = named and verb.end + 1 < len(units) and units[verb.end + 1].tag in ("'s", "noun")  # "said Orsenda's envoy"
    if not named or owner or verb.lemma not in _SPEAKS or not verb.start:
        return set()
    return {verb.end} if units[verb.start - 1].text in _CLOSING else set()


_CLOSING = frozenset((",", '"', "”", "'", "’"))


def _understood_subject(row: Parsed, clause: Clause) -> set[int]:
    """Whom a participle without a subject is about: the subject of its sentence, before it or behind: "Orsenda, still owing, ..."."""
    parent = clause.parent or next((one for one in row.clauses if one.kind == "main" and one.verb.start > clause.verb.start), None)
    return set(parent.subject) if parent is not None else set()


def _own_subject(row: Parsed, clause: Clause) -> bool:
    return any(row.units[k].tag in ("noun", "actor", "agreement", "pronoun", "number") for k in range(clause.left, clause.verb.start))


def _shared_subject(row: Parsed, clause: Clause) -> set[int]:
    """What stands before the first finite verb of the sentence, whose subject a later verb shares: "the accord runs on and will lapse"."""
    first = next((c for c in row.clauses if c.kind == "main" and c.verb.finite and c.verb.start < clause.verb.start), None)
    heads = {k for k in (first.subject if first else ()) if k in set(clause.subject)}
    return set(range(first.verb.start)) if first and (heads or not clause.subject) else set()


_PRONOUNS = frozenset(("it", "they", "he", "she", "we"))


def _subjects(row: Parsed, clause: Clause) -> list[int]:
    """The heads of the subject: past "known as ...", and that of "has since" before "been dropped"."""
    parent = clause.parent
    if clause.link == "as" and parent is not None and parent.verb.lemma in ("know", "call", "dub") and parent.kind == "participle":
        return [*(parent.subject or parent.antecedent), *clause.subject]
    if not clause.subject and parent is not None and parent.verb.lemma in ("have", "be"):
        return parent.subject
    return _antecedents(row, clause) if clause.subject in ([], clause.antecedent) else clause.subject


def _antecedents(row: Parsed, clause: Clause) -> list[int]:
    """Whom "who" stands for: of several only the last, where the verb is that of one, or he ends a list: "A, B, and C, who heads it"."""
    found = clause.antecedent
    if len(found) < 2 or clause.kind != "relative":
        return found
    last, verb = found[-1], row.units[clause.verb.start]
    one = verb.lower in _OF_ONE or (verb.tag == "verb" and clause.verb.form == "present" and verb.lower.endswith("s"))
    listed = clause.verb.form == "past" and len(found) > 2 and row.units[clause.left - 1].text == ","
    closed = any(unit.text == "," for unit in row.units[found[-2] + 1 : last])  # "B, and C, who"
    return [last] if one or listed or closed else found


_OF_ONE = frozenset(("is", "was", "has", "does", "isn't", "wasn't", "hasn't"))


def is_passive(row: Parsed, clause: Clause) -> bool:
    """Whether the verb of a clause is passive: by its own form, or a participle with somebody behind "by": "talks mediated by Pelmara"."""
    units, end = row.units, clause.verb.end
    if clause.verb.passive or end + 1 >= len(units) or units[end].lower != "by" or clause.verb.modal:
        return clause.verb.passive
    head = clause.verb.head
    bare = head > 0 and units[head].form("part") is not None and units[head - 1].tag in ("noun", "agreement", "actor", ",")
    return bare and units[end + 1].tag not in ("time", "number", "verb") and not units[end + 1].text[0].isdigit()


def agent_of(row: Parsed, clause: Clause) -> Region:
    """The words behind "by" in a passive clause."""
    units = row.units
    start = next((k for k in range(clause.verb.end, clause.right) if units[k].lower == "by"), None)
    start, right = (start, clause.right) if start is not None else _put_behind(row, clause)
    if start is None or not is_passive(row, clause):
        return region(row, ())
    end = start + 1
    while end < right and units[end].tag not in ("relative", "subordinator", "time") and units[end].text not in ";:(":
        if units[end].tag == "preposition" and not _of_office(row, start + 1, end, right):
            break
        if units[end].text == "," and not any(u.tag == "actor" or u.text[0].isupper() for u in units[end + 1 : end + 4]):
            break
        end += 1
    return region(row, range(start + 1, end))


def _put_behind(row: Parsed, clause: Clause) -> tuple[int | None, int]:
    """Where "by" stands behind what is put between commas: "was represented at the ceremony, held in Torv, by its envoy"."""
    units = row.units
    if clause.right >= len(units) or units[clause.right - 1].text != ",":
        return None, clause.right
    stop = next((k for k in range(clause.right, len(units)) if units[k].text in (";", ":", ".")), len(units))
    comma = next((k for k in range(clause.right, stop - 1) if units[k].text == "," and units[k + 1].lower == "by"), None)
    return (comma + 1, stop) if comma is not None else (None, clause.right)


def _of_office(row: Parsed, start: int, k: int, right: int) -> bool:
    """Whether a preposition stands within the words for an office, before the name of its holder: "its chief for trade Tove Ruhn"."""
    units = row.units
    if units[k].lower not in ("of", "for", "in", "at") or not any(units[n].tag == "noun" for n in range(start, k)):
        return False
    behind = units[k + 1 : min(k + 10, right)]
    stops = (
        n for n, u in enumerate(behind) if u.tag in ("verb", "relative", "time") or (u.tag == "preposition" and u.lower not in _WITHIN)
    )
    cut = next(stops, len(behind))
    named = any(u.tag == "actor" for u in behind[1:cut])
    return named or any(one.text[0].isupper() and two.text[0].isupper() for one, two in pairwise(behind[1:cut]))


_WITHIN = frozenset(("of", "for", "in", "at"))


def mode_of(row: Parsed, clause: Clause) -> tuple[str, bool]:
    """Whether a clause tells of what happened, of what is ahead, or leaves it open; and whether it is denied."""
    denied = clause.verb.negated
    mode = "open" if clause.verb.modal in _IRREAL or clause.link in _IF else "ahead" if clause.verb.modal in _AHEAD else "told"
    parent = clause.parent
    if mode == "told" and parent is not None and _follows(row, clause):
        mode = mode_of(row, parent)[0]
    if mode == "told" and _only_about(row, clause):
        mode = "open"
    if mode == "open" and _reported(row, clause):
        mode = "ahead"
    if mode == "told" and clause.link in _UNTIL and clause.verb.form != "past":
        mode = "ahead"  # "until both parliaments have ratified it"
    if clause.kind == "infinitive" and _singled_out(row, clause):
        return mode, denied
    if clause.kind == "infinitive" and mode == "told" and parent is not None:
        mode = "ahead" if parent.verb.lemma in _PLANS or row.units[parent.verb.head].lower in ("due", "scheduled") else "open"
        denied = denied or parent.verb.negated or parent.verb.lemma in ("fail", "refuse", "decline")
    for _ in range(4):
        if parent is None:
            break
        if clause.kind in ("subordinate", "infinitive") and parent.verb.lemma in _DENYING:
            denied = True
        if parent.verb.negated and clause.link == "that":
            denied = True
        clause, parent = parent, parent.parent
    return mode, denied


_ABOUT = frozenset(("for", "about", "on", "of", "toward", "towards", "against"))


def _only_about(row: Parsed, clause: Clause) -> bool:
    """Whether an -ing form only says what a noun is for or about: "procedures for reopening the mission", "talks on lifting the ban"."""
    at = clause.verb.start
    if clause.verb.form != "ing" or clause.verb.finite or at < 2 or row.units[at - 1].lower not in _ABOUT:
        return False
    return row.units[at - 2].tag == "noun"


_FOLLOWS = frozenset(("before", "after", "ahead", "prior", "then"))


def _follows(row: Parsed, clause: Clause) -> bool:
    """Whether an -ing form stands behind "before" or "after", and is ahead with it: "is due to speak before leaving"."""
    if clause.verb.form != "ing" or clause.verb.finite or clause.verb.perfect or clause.parent is clause:
        return False
    return any(unit.lower in _FOLLOWS for unit in row.units[max(clause.verb.start - 2, 0) : clause.verb.start])


def _reported(row: Parsed, clause: Clause) -> bool:
    """Whether "would" tells what somebody announced: "he said the island would be returned in 1999"; under no condition."""
    parent = clause.parent
    if clause.verb.modal != "would" or any(unit.lower in _IF for unit in row.units):
        return False
    speaks = (
        [parent] if parent is not None and clause.kind == "subordinate" else [c for c in row.clauses if c.verb.start >= clause.right - 3]
    )
    return any(one.verb.form == "past" and not one.verb.modal and one.verb.lemma in _ANNOUNCES for one in speaks)


def _singled_out(row: Parsed, clause: Clause) -> bool:
    """Whether an infinitive tells what somebody did first, last or alone: "was the first leader to visit Orsenda"."""
    parent = clause.parent
    if parent is None or parent.verb.lemma not in ("be", "become") or parent.verb.form != "past" or parent.verb.modal:
        return False
    return any(unit.lower in ORDERED for unit in row.units[parent.verb.end : clause.verb.start])


def heads_of(own: Region) -> tuple[str, ...]:
    """The stems of the words of a region."""
    return tuple(word for unit in own.units for word in stems(unit.text))
