"""Where the words of a clause begin and end."""

from collections.abc import Sequence

from tieline.extract.syntax.clause import HARD, SUBJECTS, TEMPORAL, Clause
from tieline.extract.syntax.grammar import Grammar
from tieline.extract.syntax.unit import NOMINAL, Unit
from tieline.extract.syntax.verb_groups import VerbGroup

ASIDE, FAR = 2, 16  # units before a participle that is set off, and those within which its aside closes
SEVERAL = frozenset(("are", "were", "have"))


_OWNERS = frozenset(("his", "her", "its", "their"))
_OF_ONE = frozenset(("was", "is", "has", "does"))


def left_of(
    units: Sequence[Unit], group: VerbGroup, floor: int, previous: Clause | None, grammar: Grammar, *, lonely: bool
) -> tuple[int, str | None, str]:
    """Where a clause begins, what links it to the one before, and its kind."""
    if group.form == "infinitive":
        return group.start, "to", "infinitive"
    k = group.start - 1
    comma, broken = None, False
    while k >= floor:
        unit = units[k]
        if unit.tag == "relative" and k < group.start:
            return k + 1, unit.lower, "relative"
        if unit.tag == "actor" and unit.lower.startswith("whose "):
            return k, "whose", "relative"  # "Orsenda, whose envoy Jean Brel had flown to Lima"
        inner = k < group.start - 1
        if unit.lower == "as" and comma is not None and comma == group.start - 1:
            k -= 1
            continue  # "known as the Sorrel Pact, applies from today"
        if unit.lower in TEMPORAL and inner and (_disagrees(units, k, group) or _only_time(units, k, group)):
            k -= 1
            continue  # "talks on property seized after the war are to be opened"
        waiting = previous is not None and previous.kind == "relative" and not previous.resumed and comma is None
        if unit.tag in ("subordinator", "preposition", "adverb") and is_set_off(units, group):
            break  # "unless the dam, begun in 2015, is left unfinished": the condition is that of the verb behind
        if (unit.tag == "subordinator" and (inner or unit.lower != "as")) or (
            unit.tag in ("preposition", "adverb") and unit.lower in TEMPORAL and not broken and inner and not waiting
        ):
            return k + 1, unit.lower, "subordinate"
        if unit.text in HARD or unit.lower.startswith("--"):
            return k + 1, unit.text, "main"
        if k == group.start - 1 and k > floor and _ends_aside(units, k):
            broken = _interrupts(units, previous)
            k -= 1
            continue  # "after the judge, Jean Brel, issued ..."
        if unit.text == "," or unit.tag == "coordinator":
            comma = k if comma is None else comma
            broken = broken or not _lists_names(units, k)
        k -= 1
    alone = grammar.is_a(units[group.head].verbs[0][0], "never_passive") if units[group.head].verbs else False
    reduced = not lonely and not alone and _reduced(units, group, previous, grammar)
    if group.form == "ing" or (group.form == "part" and not alone) or reduced:
        return group.start, None, "participle"
    if previous is None:
        return floor, None, "main"
    cut = _cut(units, floor, group.start, told=_reports(previous, grammar))
    bare = cut > 0 and units[cut - 1].text != "," and units[cut - 1].tag != "coordinator"
    if bare and _reports(previous, grammar) and cut < group.start:
        return _opening(units, previous.verb.end, cut), "that", "subordinate"  # "said the two presidents met"
    if bare and (units[cut - 1].tag == "preposition" or _ends_plan(units, group, previous, grammar)):
        cut = group.start  # "talks mediated by Orsenda fail", "the plan to expel envoys failed": the subject stands further back
    return cut, units[cut - 1].lower if cut > floor and not bare else None, "main"


def is_set_off(units: Sequence[Unit], group: VerbGroup) -> bool:
    """Whether a participle stands between commas before the verb of its noun: "the dam, begun in 2015, is left", "first proposed in"."""
    comma = group.start - 1 - (group.start > ASIDE and units[group.start - 1].tag in ("adverb", "number"))
    if group.end - group.start > 1 or comma < 1 or units[comma].text != "," or not units[group.head].form("part"):
        return False
    behind = units[group.end : group.end + FAR]
    close = next((k for k, unit in enumerate(behind) if unit.tag in ("verb", "be", "have", "modal", "relative", "subordinator", "sign")), 0)
    if not close or behind[0].tag not in ("preposition", "adverb", "time") or behind[close].text != "," or close + 1 >= len(behind):
        return False
    return behind[close + 1].tag in ("be", "have", "modal")


def opener_before(units: Sequence[Unit], floor: int, start: int) -> Unit | None:
    """The word that opens the clause of a noun with a participle set off behind it: the "unless" of "unless the dam, begun in 2015, is"."""
    row = units[floor:start]
    at = next((k for k in range(len(row) - 1, -1, -1) if row[k].tag in ("subordinator", "relative") or row[k].text in HARD), None)
    return row[at] if at is not None and row[at].tag == "subordinator" else None


def _ends_plan(units: Sequence[Unit], group: VerbGroup, previous: Clause, grammar: Grammar) -> bool:
    """Whether what stands before a verb is the object of an infinitive inside its subject: "the plan to lend Orsenda money failed"."""
    inside = previous.kind == "infinitive" and previous.parent is None and previous.verb.start > 1
    return inside and not any(grammar.is_a(lemma, "that_takers") for lemma, _ in units[group.head].verbs)


def _only_time(units: Sequence[Unit], opener: int, group: VerbGroup) -> bool:
    """Whether only a time stands behind "before" or "since", which is no subject: "reports that he would come before May were wrong"."""
    row = units[opener + 1 : group.start]
    return bool(row) and all(u.tag == "time" for u in row) and units[group.start].tag in ("be", "have", "modal")


def _disagrees(units: Sequence[Unit], opener: int, group: VerbGroup) -> bool:
    """Whether the words between a preposition and a verb are one thing, and the verb wants several."""
    row = units[opener + 1 : group.start]
    if units[group.start].lower not in SEVERAL or not row or any(u.tag in ("coordinator", "verb", "pronoun", "sign") for u in row):
        return False
    last = row[-1]
    return last.tag == "noun" and not last.lower.endswith("s") and any(u.tag == "determiner" for u in row)


def _reports(clause: Clause, grammar: Grammar) -> bool:
    """Whether a clause can govern another without "that": "said", "denied"."""
    return clause.verb.finite and clause.verb.lemma != "be" and grammar.is_a(clause.verb.lemma, "that_takers")


def _opening(units: Sequence[Unit], start: int, end: int) -> int:
    """Where the words reported begin behind a verb: at once, but for "on Friday" and the like."""
    near = (k for k in range(start, min(end, start + 3)) if units[k].tag == "time")
    inside = [k for k in near if k == start or (units[k - 1].tag == "preposition" and units[k - 1].lower != "of")]
    return inside[-1] + 1 if inside else (start if all(units[k].text not in '"“”,' for k in range(start, end)) else end)


def governed(units: Sequence[Unit], groups: Sequence[VerbGroup], n: int, grammar: Grammar) -> bool:
    """Whether another finite verb of the same stretch can be the main one: one before, or one behind that needs a subject."""
    group = groups[n]
    before = next((k for k in range(group.start - 1, -1, -1) if units[k].text in HARD), -1)
    if any(other.finite and other.start > before for other in groups[:n]):
        return True
    return any(other.finite and _can_rule(units, group, other) and not _closes(units, other, grammar) for other in groups[n + 1 :])


def _closes(units: Sequence[Unit], group: VerbGroup, grammar: Grammar) -> bool:
    """Whether a verb of saying closes the sentence with its speaker: "The Senate approved on Monday the pact, local media reported"."""
    if not any(grammar.is_a(lemma, "that_takers") for lemma, _ in units[group.head].verbs):
        return False
    start = group.start
    while start and units[start - 1].tag in ("noun", "actor", "determiner", "number", "'s"):
        start -= 1
    behind = units[group.end] if group.end < len(units) else None
    return 0 < start < group.start and units[start - 1].text == "," and (behind is None or behind.tag in ("sign", "time", "preposition"))


def _can_rule(units: Sequence[Unit], group: VerbGroup, other: VerbGroup) -> bool:
    """Whether a later verb can have the noun before an earlier one as its subject: "the accord signed in May took effect"."""
    for k in range(group.end, other.start):
        unit = units[k]
        joins = unit.tag == "coordinator" and (k + 1 == other.start or not _goes_on_inside(units, k))
        if unit.text in HARD or unit.tag in ("relative", "subordinator") or joins:
            return False
    alone = other.end - other.start == 1 and units[other.head].form("part") is not None
    behind = units[other.end] if other.end < len(units) else None
    object_ = behind is not None and behind.tag in ("determiner", "actor", "agreement", "noun")
    opened = group.start > 0 and units[group.start - 1].text == ","  # "a treaty, signed in May, took effect"
    return opened or not (alone and units[other.start - 1].text == "," and not object_)


def _goes_on_inside(units: Sequence[Unit], k: int) -> bool:
    """Whether an "and" joins two verbs or two names before the verb of a sentence: "initialled by Orsenda and to be signed in May"."""
    after = units[k + 1]
    ahead = after.lower == "to" and k + 2 < len(units) and units[k + 2].tag in ("verb", "be")
    return after.tag == "verb" or ahead or _joins_houses(units, k)


def _told_by(units: Sequence[Unit], group: VerbGroup, grammar: Grammar) -> bool:
    """Whether a verb of saying has its speaker before it: "..., his office announced on Saturday", "The ministry said it had ..."."""
    verb, k = units[group.head], group.start - 1
    if not any(grammar.is_a(lemma, "that_takers") for lemma, _ in verb.verbs) or not grammar.is_a(units[k].lower, "tellers"):
        return False
    start = _np_start(units, 0, group.start)
    return units[start - 1].text == "," if start else _tells_on(units, group.end)


def _tells_on(units: Sequence[Unit], end: int) -> bool:
    """Whether words that tell something stand behind a verb of saying, or behind its day: "said on Friday it had ..."."""
    k = end + (units[end].tag == "preposition") if end < len(units) else end
    k = k + 1 if k < len(units) and units[k].tag == "time" else end
    after = units[k] if k < len(units) else None
    return after is not None and (after.tag == "pronoun" or after.lower in ("that", "it", "they", "he", "she", "there"))


def _stands_back(units: Sequence[Unit], group: VerbGroup) -> bool:
    """Whether an actor is the subject with only a time between: "Orsenda and Halidor on Thursday opened two days of talks"."""
    k = group.start - 1
    if units[k].tag != "time" or k < 1:
        return False
    k -= 2 if k > 1 and units[k - 1].tag == "preposition" else 1
    length = group.end + 1 < len(units) and units[group.end].tag == "time" and units[group.end + 1].lower == "of"
    opens = k == 0 or units[k - 1].text in HARD  # "Orsenda today called home its envoy"
    return units[k].tag == "actor" and (length or opens)


def _reduced(units: Sequence[Unit], group: VerbGroup, previous: Clause | None, grammar: Grammar) -> bool:
    """Whether a bare -ed form is a participle ("an accord, signed in May, ..."): no subject of its own, no object behind it."""
    verb = units[group.head]
    if group.end - group.start > 1 or not verb.form("part") or group.start == 0:
        return (
            group.start == 0
            and verb.form("part") is not None
            and group.end < len(units)
            and units[group.end].tag in ("preposition", "adverb")
        )
    before = units[group.start - 1]
    after = units[group.end] if group.end < len(units) else None
    goes_on = _stands_back(units, group) or _resumed_at(units, group.start - 1) or _closes_names(units, group, previous)
    if before.lower == "also" or goes_on or _told_by(units, group, grammar):
        return False
    if verb.lower in ("scheduled", "slated", "planned") and after is not None and after.lower == "for":
        return True
    if before.tag in NOMINAL or before.text in (",", "—", "("):
        opener = _opener(previous)
        if before.text == "," and opener is not None and opener.kind in ("relative", "participle") and not opener.resumed:
            return False  # the comma closes the clause before; this verb goes on with what that clause interrupted
        if (
            before.tag == "actor"
            and after is not None
            and after.tag == "preposition"
            and _between_two(units, group.start, previous, grammar)
        ):
            return True  # "hailed the agreement between Orsenda and Halidor reached in May"
        chained = before.text == "," and previous is not None and previous.verb.passive and previous.kind != "participle"
        if chained and units[group.start - 2].tag != "agreement":
            return False  # "was signed in May, ratified in June and ..."; not "was followed by an accord, signed in June"
        if before.tag == "actor" and after is not None and after.tag == "preposition" and _of_object(units, group.start, previous, grammar):
            return True  # "expelled two diplomats accused of spying"
        if before.tag == "actor" and _done_by(units, group):
            return True  # "a delegation from Orsenda led by the minister arrived"
        return (
            after is not None
            and (after.tag in ("preposition", "adverb", "time") or after.lower == "to")
            and before.tag not in ("actor", "pronoun")
            and not (before.text == "," and _takes_object(units, group.end))
        )
    return before.tag == "adverb" and group.start > 1 and units[group.start - 2].text == ","


def _closes_names(units: Sequence[Unit], group: VerbGroup, previous: Clause | None) -> bool:
    """Whether a comma closes the names of a second subject: "..., and on 3 June the two presidents, A of Orsenda and B of Halidor, met"."""
    if previous is None or units[group.start - 1].text != "," or not units[group.head].form("past"):
        return False
    row = units[previous.verb.end : group.start - 1]
    joint = next((k for k in range(len(row) - 1, 0, -1) if row[k].tag == "coordinator" and row[k - 1].text == ","), None)
    second = row[joint + 1 :] if joint is not None else ()
    opened = next((k for k, unit in enumerate(second) if unit.text == ","), None)
    plain = all(u.tag in (*NOMINAL, "determiner", "preposition", "coordinator", "'s") or u.text == "," for u in second)
    return bool(opened) and plain and second[opened - 1].tag == "actor" and second[opened + 1].tag == "actor"  # type: ignore[operator]


def _of_object(units: Sequence[Unit], start: int, previous: Clause | None, grammar: Grammar) -> bool:
    """Whether a verb tells what was done to those who are the object of the verb before: "expelled two envoys accused of spying"."""
    if previous is None or previous.verb.passive or _reports(previous, grammar):
        return False
    alone = all(unit.tag == "determiner" for unit in units[previous.verb.end : start - 1])
    return alone and grammar.is_a(units[start].verbs[0][0], "only_done_to")


def _done_by(units: Sequence[Unit], group: VerbGroup) -> bool:
    """Whether "by" and somebody stand right behind a verb, so that it tells what is done to the words before it."""
    behind = [unit for unit in units[group.end : group.end + 3] if unit.tag != "determiner"]
    return len(behind) > 1 and behind[0].lower == "by" and behind[1].tag == "actor"


def _between_two(units: Sequence[Unit], start: int, previous: Clause | None, grammar: Grammar) -> bool:
    """Whether names before a participle only belong to the thing that is told of: "the pact with Orsenda signed in Lima"."""
    if previous is None or not previous.verb.finite or _reports(previous, grammar):
        return False
    k = start - 1
    while k > previous.verb.end and units[k].tag in ("actor", "coordinator"):
        k -= 1
    leads = ("between", "with", "to", "in", "of") if units[start + 1].lower == "by" else ("between", "with")
    return k > previous.verb.end and units[k].lower in leads and units[k - 1].tag in ("agreement", "noun")


def _opener(clause: Clause | None) -> Clause | None:
    """The clause on which a chain of infinitives hangs: "which aimed to bring them closer"."""
    while clause is not None and clause.kind == "infinitive" and clause.parent is not None:
        clause = clause.parent
    return clause


def _takes_object(units: Sequence[Unit], end: int) -> bool:
    """Whether a verb has its object behind a time: "the Assembly, ratified on 10 April the accord"."""
    at = end + 1 if units[end].tag == "preposition" else end
    if at + 1 >= len(units) or units[at].tag != "time":
        return False
    return units[at + 1].tag in ("determiner", "agreement", "actor")


def _resumed_at(units: Sequence[Unit], k: int) -> bool:
    """Whether a time behind "and" stands before a verb that goes on with the clause: "wrote off debts and in March handed over"."""
    lead = k - 2 if k > 1 and units[k - 1].tag == "preposition" else k - 1
    return units[k].tag == "time" and lead > 0 and units[lead].tag == "coordinator"


def _cut(units: Sequence[Unit], floor: int, end: int, *, told: bool) -> int:
    """Between two finite verbs: the place where the second clause begins. `told`: the first verb is one of saying."""
    set_off = _before_apposed(units, floor, end)
    if set_off is not None:
        return set_off
    if told and _is_one_subject(units, floor, end):
        return floor
    if told and end - 2 > floor - 1 and _ends_aside(units, end - 1):
        end -= 1  # "said the judge, Jean Brel, was expected in Lima"
    while told and end - 2 > floor - 1 and units[end - 1].tag == "adverb" and units[end - 2].tag in NOMINAL:
        end -= 1  # "said contracts still had to be signed"
    joint = None
    for k in range(end - 1, floor - 1, -1):
        unit = units[k]
        if unit.tag == "coordinator" and k > floor and units[k - 1].text == ",":
            if joint is not None and _names_second(units, floor, k, joint) and joint < end:
                return joint
            return k + 1
        if unit.text == "," and joint is None:
            joint = k + 1
        if (
            unit.tag == "coordinator"
            and joint is None
            and unit.lower in ("and", "but", "or")
            and not ((told or not _is_object(units, floor, k)) and _joins_names(units, k))
        ):
            joint = k + 1  # right behind a verb, the first name is its object: "visits Lima and the two sides sign"
    if joint is None and end > floor + 1 and units[end - 1].lower in SUBJECTS and units[end - 2].tag in ("noun", "agreement", "quantity"):
        return end - 1  # "the duties it had imposed", "the visit he planned"
    if joint is None and end > floor and units[end - 1].tag in NOMINAL and units[end - 1].tag != "time":
        return _np_start(units, floor, end)  # "said the two presidents met"
    if joint is None and told and end > floor and units[end - 1].tag == "pronoun":
        return end - 1  # "said it could be signed"
    return joint if joint is not None else end


def _is_object(units: Sequence[Unit], floor: int, k: int) -> bool:
    """Whether one name, counted perhaps, stands right behind the verb before: "expelled two envoys and the police seized ..."."""
    return floor > 0 and units[floor - 1].tag == "verb" and all(unit.tag in ("number", "determiner") for unit in units[floor : k - 1])


def _is_one_subject(units: Sequence[Unit], floor: int, end: int) -> bool:
    """Whether all between "said" and a verb is its subject: "said a boycott of Orsenda and neighbouring Halidor would take effect"."""
    row = units[floor:end]
    said = floor > 0 and units[floor - 1].lower in ("say", "says", "said") and bool(row) and row[0].tag in ("determiner", "noun")
    joined = next((k for k, unit in enumerate(row) if unit.tag == "coordinator"), None)
    whole = all(unit.tag in ("determiner", "noun", "preposition", "actor", "coordinator", "number", "'s") for unit in row)
    return said and whole and joined is not None and any(unit.tag == "noun" for unit in row[:joined])


def _names_second(units: Sequence[Unit], floor: int, k: int, joint: int) -> bool:
    """Whether "and" opens the second of two by whom it was done: "signed by Vael, and her Halvan counterpart, Tovo Rusk, lorries may"."""
    named = units[k - 2].tag == "actor" and units[joint - 2].tag == "actor"
    office = units[k + 1 : joint - 2]
    apposed = (
        office[-1].text == "," and all(u.tag in _OF_OFFICE or u.lower in _OWNERS for u in office[:-1]) if office else k + 1 == joint - 2
    )
    return named and apposed and any(unit.lower == "by" for unit in units[floor:k])


_OF_OFFICE = frozenset(("noun", "actor", "determiner", "'s", "number"))


def _ends_aside(units: Sequence[Unit], k: int) -> bool:
    """Whether a comma closes the name behind an office: "the judge, Jean Brel, issued ..."."""
    return units[k].text == "," and units[k - 1].tag == "actor" and "," in units[k - 1].text


def _interrupts(units: Sequence[Unit], clause: Clause | None) -> bool:
    """Whether an -ing form between commas stands between a subject and its verb: "Premier X, speaking after talks with Y, denied"."""
    if clause is None or clause.kind != "participle" or clause.verb.form != "ing" or clause.resumed:
        return False
    return clause.verb.start > 1 and units[clause.verb.start - 1].text == "," and bool(clause.subject)


def _before_apposed(units: Sequence[Unit], floor: int, end: int) -> int | None:
    """Where a second subject with its office between commas begins: "A led one team and B, the trade minister, led the other"."""
    if end - 1 <= floor or units[end - 1].text != ",":
        return None
    k = end - 2
    while k > floor and units[k].tag in ("noun", "actor", "agreement", "number", "determiner", "'s", "preposition"):
        k -= 1
    named = k - 1 > floor and k < end - 2 and units[k].text == "," and units[k - 1].tag == "actor"
    return k - 1 if named and units[k - 2].tag == "coordinator" else None


def _np_start(units: Sequence[Unit], floor: int, end: int) -> int:
    """Where the noun phrase begins that ends just before a verb."""
    k = end
    while k > floor and (
        units[k - 1].tag in ("noun", "actor", "agreement", "number", "determiner", "quantity", "'s") or _joins_names(units, k - 1)
    ):
        k -= 1
    return k


def _joins_names(units: Sequence[Unit], k: int) -> bool:
    """Whether an "and" stands between two names, "Chile and China"; not in "from Chile, and China was invited", "but her envoys left"."""
    if not (0 < k < len(units) - 1 and units[k - 1].tag == "actor" and units[k + 1].tag == "actor"):
        return False
    behind = units[k + 2] if k + 2 < len(units) else None
    if units[k].lower == "but" or behind is None:
        return units[k].lower != "but"
    owns = units[k + 1].lower in _OWNERS and behind.tag in ("noun", "agreement")
    return not owns and behind.lower not in _OF_ONE


def _joins_houses(units: Sequence[Unit], k: int) -> bool:
    """Whether an "and" stands between two names, the second with its article: "by Orsenda and the Development Bank"."""
    article = k + 2 < len(units) and units[k - 1].tag == "actor" and units[k + 1].lower == "the" and units[k + 2].tag == "actor"
    return article or _joins_names(units, k)


def _lists_names(units: Sequence[Unit], k: int) -> bool:
    """Whether a comma or "and" stands in a list of names: "after Chile, the UAE and Egypt broke with ..."."""
    after = next((u for u in units[k + 1 : k + 4] if u.tag not in ("determiner", "coordinator")), None)
    return k > 0 and units[k - 1].tag == "actor" and after is not None and after.tag == "actor"


def right_of(units: Sequence[Unit], start: int, end: int, left: int) -> int:
    """Where the words of a clause end, given where the next one begins."""
    for k in range(start, end):
        unit = units[k]
        if unit.tag in ("relative", "subordinator"):
            if unit.lower in TEMPORAL and left <= k:
                continue
            return k
        if unit.text in HARD:
            return k
    return max(start, min(left, end))
