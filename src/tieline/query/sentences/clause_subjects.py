"""Who does in a clause, and by whom it is done."""

from itertools import pairwise

from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import phrase_start
from tieline.query.reading.words import stems
from tieline.query.sentences.matching import Region, region
from tieline.query.sentences.parsed import Parsed

SPEAKS = frozenset(("say", "write", "tell", "add", "note", "ask", "reply"))


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
    if clause.kind == "infinitive" and clause.verb.passive and clause.verb.start > 1:
        places = _thing_before(row, clause) or places
    places = _bidden(row, clause) or places
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


def _thing_before(row: Parsed, clause: Clause) -> set[int]:
    """The thing to which something is to be done, right before "to be": "the meeting to be hosted by Orsenda"."""
    at = clause.verb.start - 1 - (row.units[clause.verb.start - 1].lower == "to")
    if row.units[at].tag not in ("noun", "agreement") or any(c.verb.head == at for c in row.clauses):
        return set()
    return set(range(phrase_start(row.units, at), at + 1))


_BIDS = frozenset((
    "choose", "hire", "ask", "order", "commission", "contract", "pick", "select", "appoint", "invite", "urge", "engage", "task", "pay",
    "tell", "authorize", "authorise", "license", "instruct", "allow", "permit", "enable", "oblige", "require", "force", "persuade",
))  # fmt: skip


def _bidden(row: Parsed, clause: Clause) -> set[int]:
    """Who is to do what somebody has him do: "the port chose Orsen, a builder in Torv, to dig the canal"."""
    parent = clause.parent
    if clause.kind != "infinitive" or parent is None or parent.verb.passive or parent.verb.lemma not in _BIDS:
        return set()
    end = clause.verb.start - (row.units[clause.verb.start - 1].lower == "to")
    between = range(parent.verb.end, end)
    return set(between) if any(row.units[k].tag in ("actor", "noun") for k in between) else set()


def _speaker_behind(row: Parsed, clause: Clause) -> set[int]:
    """The speaker where he stands behind the verb that closes what he says: ", wrote Vael in the daily"."""
    verb, units = clause.verb, row.units
    named = verb.end < len(units) and units[verb.end].tag == "actor" and verb.form == "past" and not verb.passive
    owner = named and verb.end + 1 < len(units) and units[verb.end + 1].tag in ("'s", "noun")  # "said Orsenda's envoy"
    if not named or owner or verb.lemma not in SPEAKS or not verb.start:
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
    if _apart(row, clause):
        return True
    if clause.verb.passive or end + 1 >= len(units) or units[end].lower != "by" or clause.verb.modal:
        return clause.verb.passive
    head = clause.verb.head
    bare = head > 0 and units[head].form("part") is not None and units[head - 1].tag in ("noun", "agreement", "actor", ",")
    return bare and units[end + 1].tag not in ("time", "number", "verb") and not units[end + 1].text[0].isdigit()


def _apart(row: Parsed, clause: Clause) -> bool:
    """Whether a participle between commas says by whom a thing was made or is done: ", founded in 1976 by Tam Brek,"."""
    if (
        clause.kind != "participle"
        or clause.verb.form == "ing"
        or not clause.verb.start
        or row.units[clause.verb.head].form("part") is None
    ):
        return False
    by = any(row.units[k].lower == "by" and row.units[k + 1].tag != "time" for k in range(clause.verb.end, clause.right - 1))
    return by and row.units[clause.verb.start - 1].text == "," and bool(clause.subject or clause.antecedent)


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
    while end > start + 2 and (units[end - 1].tag == "coordinator" or units[end - 1].text == ","):
        end -= 1  # "was built by a Selvan firm and paid for by a bank"
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


def heads_of(own: Region) -> tuple[str, ...]:
    """The stems of the words of a region."""
    return tuple(word for unit in own.units for word in stems(unit.text))
