"""Whether a clause tells of what happened, of what is ahead, or of neither."""

from tieline.extract.syntax.clause import Clause
from tieline.query.reading.frame import ORDERED
from tieline.query.sentences.parsed import Parsed

_DENYING = frozenset(("deny", "reject", "dismiss", "refuse", "rule"))
_IRREAL = frozenset(("would", "could", "may", "might", "should", "must", "can", "ought"))
_AHEAD = frozenset(("will", "shall", "is to", "was to", "'ll"))
_PLANS = frozenset(("plan", "expect", "hope", "schedule", "intend", "want", "aim", "due", "set", "be"))
_ANNOUNCES = frozenset(("say", "announce", "confirm", "tell", "add", "declare", "state", "report"))
_NEEDS = frozenset(("need", "require", "want", "demand", "insist", "expect", "hope", "intend", "plan"))
_UNTIL = frozenset(("until", "till"))
_IF = frozenset(("if", "unless", "whether", "once", "provided", "lest"))


DEMANDS = frozenset(("demand", "ask", "urge", "request", "propose", "recommend", "suggest", "require", "order", "insist", "plead", "beg"))


def mode_of(row: Parsed, clause: Clause) -> tuple[str, bool]:
    """Whether a clause tells of what happened, of what is ahead, or leaves it open; and whether it is denied."""
    denied = clause.verb.negated
    if denied and clause.kind == "relative" and any(unit.lower in _ANY for unit in row.units[max(clause.left - 3, 0) : clause.left + 1]):
        denied = False  # "anything it has not agreed to": what it has agreed to is left aside
    mode = "open" if clause.verb.modal in _IRREAL or clause.link in _IF else "ahead" if clause.verb.modal in _AHEAD else "told"
    parent = clause.parent
    before = row.units[clause.verb.start - 1].lower if clause.verb.start else ""
    denied = (
        denied or before == "without" or _nobody(row, clause) or _cut_off(row, clause)
    )  # "lapsed without being ratified", "none has been paid"
    if mode == "told" and clause.kind in ("main", "subordinate") and row.units[clause.verb.start].lower == "be":
        mode = "ahead"  # "would cost a billion and be finished by 2030"
    if mode == "told" and parent is not None and _follows(row, clause):
        mode = mode_of(row, parent)[0]
    if mode == "told" and parent is not None and parent is not clause and before == "by" and clause.verb.form == "ing":
        mode, undone = mode_of(row, parent)  # "will not follow them by suspending payments"
        denied = denied or undone
    if mode == "told" and (_only_about(row, clause) or _only_weighed(row, clause)):
        mode = "open"
    denied = denied or _of_nothing(row, clause) or _ruled_out(row, clause)
    if mode == "open" and _reported(row, clause):
        mode = "ahead"
    if mode == "told" and parent is not None and parent.verb.lemma in DEMANDS and clause.link == "that" and clause.verb.form != "past":
        mode = "open"  # "demanded that the company leave"
    if mode == "told" and clause.link == "before" and parent is not None and parent.verb.lemma in _NEEDS:
        mode = "open"  # "a deal was needed before Orsenda lent more"
    if mode == "told" and clause.link in _UNTIL and clause.verb.form != "past":
        mode = "ahead"  # "until both parliaments have ratified it"
    if clause.kind == "infinitive" and (_singled_out(row, clause) or _brought_about(clause)):
        return mode, denied
    if clause.kind == "infinitive" and mode == "told" and parent is None:
        mode = "ahead" if _to_be_done(row, clause) else "open"
        denied = denied or _turned_down(row, clause)  # "Orsenda's bid to join was refused"
    if clause.kind == "infinitive" and mode == "told" and parent is not None:
        mode = "ahead" if parent.verb.lemma in _PLANS or row.units[parent.verb.head].lower in ("due", "scheduled") else "open"
        denied = denied or parent.verb.negated or parent.verb.lemma in ("fail", "refuse", "decline")
    if clause.kind == "infinitive" and still_to(row, clause):
        mode = "ahead"
    for _ in range(4):
        if parent is None:
            break
        if clause.kind in ("subordinate", "infinitive") and _denies(row, parent):
            denied = True
        if parent.verb.negated and clause.link == "that" and clause.kind != "relative":
            denied = True
        clause, parent = parent, parent.parent
    return mode, denied


_NO_MORE = frozenset(("longer", "sooner", "doubt", "less", "fewer", "matter", "wonder"))
_ANY = frozenset(("anything", "everything", "whatever", "anyone", "everyone"))
_NOBODY = frozenset(("none", "neither", "nobody", "nothing"))


def _nobody(row: Parsed, clause: Clause) -> bool:
    """Whether the subject of a clause is nobody and nothing: "None has been paid", "Neither of them signed", "Nothing was agreed"."""
    opening = [
        unit for unit in row.units[clause.left : clause.verb.start] if unit.tag not in ("sign", "coordinator", "adverb", "subordinator")
    ]
    if clause.kind not in ("main", "subordinate") or not opening:
        return False
    nothing = opening[0].lower == "no" and len(opening) > 1 and opening[1].lower not in _NO_MORE
    return nothing or opening[0].lower in _NOBODY


_ABOUT = frozenset(("for", "about", "on", "of", "toward", "towards", "against"))


def _only_about(row: Parsed, clause: Clause) -> bool:
    """Whether an -ing form only says what a noun is for or about: "procedures for reopening the mission", "talks on lifting the ban"."""
    at = clause.verb.start
    if clause.verb.form != "ing" or clause.verb.finite or at < 2 or row.units[at - 1].lower not in _ABOUT:
        return False
    return row.units[at - 2].tag == "noun"


_WEIGHS = frozenset(
    ("consider", "contemplate", "weigh", "mull", "ponder", "discuss", "suggest", "propose", "recommend", "favour", "favor", "oppose")
) | frozenset(
    ("avoid", "risk", "resist", "envisage", "fear", "think", "talk", "speak", "dream", "warn", "object", "debate", "insist", "refrain")
)  # fmt: skip


def _only_weighed(row: Parsed, clause: Clause) -> bool:
    """Whether an -ing form only says what somebody weighs, fears or leaves undone: "is considering joining", "thought of closing it"."""
    parent = clause.parent
    if clause.verb.form != "ing" or clause.verb.finite or parent is None or parent.verb.lemma not in _WEIGHS:
        return False
    between = row.units[parent.verb.end : clause.verb.start]
    return len(between) <= 3 and all(
        unit.tag in ("preposition", "adverb", "particle") or unit.lower in ("short", "out") for unit in between
    )


def _denies(row: Parsed, clause: Clause) -> bool:
    """Whether a verb denies what hangs on it: "denied that", "ruled out that"; not "ruled that"."""
    behind = row.units[clause.verb.end].lower if clause.verb.end < len(row.units) else ""
    return clause.verb.lemma in _DENYING and (clause.verb.lemma != "rule" or behind == "out")


def _ruled_out(row: Parsed, clause: Clause) -> bool:
    """Whether an -ing form is what somebody denies or rules out: "ruled out taking the case to court", "denied having sold it"."""
    parent = clause.parent
    if clause.verb.form != "ing" or clause.verb.finite or parent is None or parent.verb.lemma not in _DENYING or parent.verb.negated:
        return False
    return all(unit.lower == "out" or unit.tag == "adverb" for unit in row.units[parent.verb.end : clause.verb.start])


def _of_nothing(row: Parsed, clause: Clause) -> bool:
    """Whether a verb has nobody or nothing for its object: "imposed two levies and lifted neither"."""
    behind = row.units[clause.verb.end].lower if clause.verb.end < len(row.units) else ""
    return behind in _NOBODY


def _cut_off(row: Parsed, clause: Clause) -> bool:
    """Whether words between commas part a verb from the "not" before it: "will not, Vael said, reopen the mission"."""
    at, units = clause.verb.start, row.units
    if not at or units[at - 1].text != ",":
        return False
    comma = next((k for k in range(at - 2, max(at - 9, 0), -1) if units[k].text == ","), 0)
    return comma > 0 and units[comma - 1].lower in ("not", "never", "n't")


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


def still_to(row: Parsed, clause: Clause) -> bool:
    """Whether an infinitive tells what has not been done so far: "has yet to give its consent", "remains to be signed"."""
    at = clause.verb.start - (row.units[clause.verb.start].lower != "to")
    if at < 1 or row.units[at].lower != "to":
        return False
    before = row.units[at - 1].lower
    return before == "yet" or (before == "still" and row.units[at - 2].tag in ("be", "have")) or before in ("remains", "remain", "remained")


def _to_be_done(row: Parsed, clause: Clause) -> bool:
    """Whether an infinitive between commas tells what is to be done to the thing before it: "The mission, to be housed in Torv, ..."."""
    start = clause.verb.start - (row.units[clause.verb.start - 1].lower == "to" if clause.verb.start else 0)
    return clause.verb.passive and start > 1 and row.units[start - 1].text == "," and row.units[start - 2].tag in ("noun", "actor")


_TURNS_DOWN = _DENYING | {"turn", "veto", "block", "rebuff", "thwart"}


def _turned_down(row: Parsed, clause: Clause) -> bool:
    """Whether what an infinitive tells was only asked for, and refused: "Orsenda's bid to join the union was refused"."""
    behind = next((one for one in row.clauses if one.verb.start >= clause.right - 1 and one is not clause), None)
    return behind is not None and behind.kind == "main" and behind.verb.passive and behind.verb.lemma in _TURNS_DOWN


_BRINGS = frozenset(("help", "manage"))


def _brought_about(clause: Clause) -> bool:
    """Whether an infinitive tells what somebody did by the verb before it: "helped to broker the deal"."""
    parent = clause.parent
    if parent is None or parent.verb.lemma not in _BRINGS or parent.verb.form != "past":
        return False
    return not parent.verb.modal and not parent.verb.negated


def _singled_out(row: Parsed, clause: Clause) -> bool:
    """Whether an infinitive tells what somebody did first, last or alone: "was the first leader to visit Orsenda"."""
    parent = clause.parent
    if parent is None or parent.verb.lemma not in ("be", "become") or parent.verb.form != "past" or parent.verb.modal:
        return False
    return any(unit.lower in ORDERED for unit in row.units[parent.verb.end : clause.verb.start])
