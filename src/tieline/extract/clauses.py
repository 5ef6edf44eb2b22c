"""Sentences taken apart into clauses: a verb group each, with what stands to its left and right."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tieline.extract.units import NOMINAL, Unit

CLOSERS = frozenset(';:()[]—–“”"')
HARD = frozenset((";", ":", "—", "–", "--"))
AUXILIARY = frozenset(("modal", "be", "have", "do"))
BETWEEN = frozenset(("adverb", "negator"))
TEMPORAL = frozenset(("after", "before", "since", "until", "till", "as", "once", "lest"))
CLAUSE_TAKERS = frozenset(
    (
        "ask",
        "urge",
        "want",
        "invite",
        "call",
        "expect",
        "allow",
        "force",
        "oblige",
        "require",
        "tell",
        "order",
        "push",
        "press",
        "encourage",
        "help",
        "let",
    )
)


@dataclass(frozen=True)
class VerbGroup:
    """Auxiliaries and their verb, as places in the row of units. `form`, of the first word: past, present, infinitive, part, ing."""

    start: int
    end: int
    head: int
    lemma: str
    lemmas: tuple[str, ...]
    form: str
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    perfect: bool = False
    progressive: bool = False

    @property
    def finite(self) -> bool:
        """Whether the group can stand alone in a main clause."""
        return self.form in ("past", "present")


@dataclass(frozen=True)
class Phrase:
    """A noun phrase by its head: the place of the head unit, and the preposition that governs it, if any."""

    head: int
    preposition: str | None = None


@dataclass
class Clause:
    """One verb group with its surroundings. `left` and `right` bound its own words; `parent` is the clause that governs it."""

    verb: VerbGroup
    left: int
    right: int
    link: str | None = None
    parent: "Clause | None" = None
    kind: str = "main"
    subject: list[int] = field(default_factory=list)
    after: list[Phrase] = field(default_factory=list)
    before: list[Phrase] = field(default_factory=list)
    antecedent: list[int] = field(default_factory=list)
    resumed: bool = False  # a main verb stands before this relative or participle clause


def verb_groups(units: Sequence[Unit]) -> list[VerbGroup]:
    """The verb groups of a sentence, from left to right."""
    groups: list[VerbGroup] = []
    i = 0
    while i < len(units):
        group = _group(units, i)
        if group:
            groups.append(group)
            i = group.end
        else:
            i += 1
    return groups


def _group(units: Sequence[Unit], i: int) -> VerbGroup | None:
    unit = units[i]
    if unit.tag in AUXILIARY:
        return _auxiliary(units, i, i)
    if unit.lower == "to" and i + 1 < len(units):
        k = i + 1
        while k < len(units) and units[k].tag in BETWEEN and k < i + 3:
            k += 1
        if k < len(units) and units[k].tag in ("verb", "be", "have") and (units[k].tag != "verb" or units[k].form("base")):
            found = _auxiliary(units, k, i)
            return _made(found, start=i, form="infinitive") if found else None
        return None
    if unit.tag != "verb":
        return None
    return _plain(units, i)


def _made(group: VerbGroup, **changes: Any) -> VerbGroup:
    return replace(group, **changes)


def _plain(units: Sequence[Unit], i: int) -> VerbGroup:
    unit = units[i]
    forms = {form for _, form in unit.verbs}
    back = i - 1
    while back > 0 and units[back].tag == "adverb":
        back -= 1
    negated = back >= 0 and units[back].tag == "negator" and units[back].lower != "no"
    lemmas = tuple(dict.fromkeys(lemma for lemma, _ in unit.verbs))
    if "ing" in forms:
        form = "ing"
    elif "past" in forms:
        form = "past"
    elif "part" in forms:
        form = "part"
    else:
        form = "present"
    start = back if negated else i
    return VerbGroup(start, i + 1, i, lemmas[0], lemmas, form, passive=form == "part", negated=negated)


def _auxiliary(units: Sequence[Unit], i: int, start: int) -> VerbGroup | None:
    """A group that opens with an auxiliary: "will not have been signed"."""
    modal, negated, perfect, passive, progressive = None, False, False, False, False
    first, head, k = units[i], i, i
    state = ""
    while k < len(units):
        unit = units[k]
        if unit.tag == "negator":
            if unit.lower == "no":
                break
            negated = True
        elif unit.tag == "modal" and not state:
            modal, state, head = unit.lower, "modal", k
        elif unit.tag == "have" and state in ("", "modal"):
            state, head = "have", k
        elif unit.tag == "be" and state in ("", "modal", "have", "be"):
            perfect = perfect or state == "have"
            progressive = progressive or (state == "be" and unit.lower == "being")
            state, head = "be", k
        elif unit.tag == "do" and state == "":
            state, head = "do", k
        elif unit.tag in ("adverb", "time") or unit.lower == "about":
            pass
        elif unit.lower in ("in", "at", "of") and k + 1 < len(units) and units[k + 1].lower in ("fact", "last", "course"):
            k += 1
        elif unit.tag == "verb" and _fits(unit, state):
            perfect = perfect or state == "have"
            if state == "be":
                passive = unit.form("part") is not None
                progressive = progressive or not passive
            head, k, state = k, k + 1, "verb"
            break
        else:
            break
        k += 1
    end = head + 1
    lemmas = tuple(dict.fromkeys(lemma for lemma, _ in units[head].verbs)) or (units[head].lower,)
    tag = units[head].tag
    if state != "verb":
        lemmas = ({"be": "be", "have": "have", "do": "do", "modal": "be"}.get(tag, lemmas[0]),)
        if tag == "be" and k < len(units) and units[k].lower == "to" and _to_verb(units, k):
            return _be_to(units, k, start, negated, first)
        negated = negated or (head + 1 < len(units) and units[head + 1].lower in ("not", "never", "n't"))
    form = "past" if first.lower in ("was", "were", "had", "did") else "present"
    if first.lower in ("being", "having"):
        form = "ing"
    if first.lower in ("been",):
        form = "part"
    return VerbGroup(start, end, head, lemmas[0], lemmas, form, passive, negated, modal, perfect, progressive)


def _to_verb(units: Sequence[Unit], i: int) -> bool:
    k = i + 1
    while k < len(units) and units[k].tag in BETWEEN:
        k += 1
    return k < len(units) and (units[k].tag in ("be", "have") or (units[k].tag == "verb" and units[k].form("base") is not None))


def _be_to(units: Sequence[Unit], to: int, start: int, negated: bool, first: Unit) -> VerbGroup | None:
    """A plan: "is to sign", "was to have been signed"."""
    k = to + 1
    while units[k].tag in BETWEEN:
        k += 1
    inner = _auxiliary(units, k, k) if units[k].tag != "verb" else _plain(units, k)
    if inner is None:
        return None
    past = first.lower in ("was", "were", "had")
    return _made(
        inner, start=start, form="past" if past else "present", modal="was to" if past else "is to", negated=negated or inner.negated
    )


def _fits(unit: Unit, state: str) -> bool:
    forms = {form for _, form in unit.verbs}
    if state in ("modal", "do"):
        return "base" in forms
    if state == "have":
        return "part" in forms
    if state == "be":
        return bool(forms & {"part", "ing"})
    return False


def phrases(units: Sequence[Unit], start: int, end: int) -> list[Phrase]:
    """The noun phrases between two places, each by its head."""
    found: list[Phrase] = []
    preposition: str | None = None
    pending = False
    for k in range(start, end):
        unit = units[k]
        if unit.tag == "preposition" or (unit.tag in ("subordinator", "relative") and unit.lower in TEMPORAL):
            preposition, pending = unit.lower, True
        elif unit.tag in NOMINAL or unit.tag == "pronoun":
            if k + 1 < end and units[k + 1].tag in ("noun", "agreement") and unit.tag in ("noun", "number"):
                continue  # not the head of its noun phrase
            if k + 1 < end and units[k + 1].tag == "'s":
                continue
            if k > start and units[k - 1].tag == "time" and unit.tag != "time":
                preposition = None  # "On 3 May the minister ..."
            found.append(Phrase(k, preposition))
            pending = False
        elif unit.tag == "sign" and not pending:
            preposition = None
    return found


def clauses(units: Sequence[Unit]) -> list[Clause]:
    """The clauses of a sentence, one for each verb group."""
    groups = verb_groups(units)
    found: list[Clause] = []
    for n, group in enumerate(groups):
        lonely = not any(other.finite for m, other in enumerate(groups) if m != n)
        previous = found[-1] if found else None
        floor = groups[n - 1].end if n else 0
        left, link, kind = _left(units, group, floor, previous, lonely=lonely)
        if previous is not None:
            previous.right = min(previous.right, _right(units, previous.verb.end, group.start, left, kind))
        clause = Clause(group, left, len(units), link, None, kind)
        clause.resumed = any(c.kind == "main" and c.verb.finite for c in found)
        _govern(units, clause, found)
        if previous is not None and _still_passive(units, clause, previous):
            clause.verb = replace(clause.verb, passive=True)
        found.append(clause)
    _fill_opening(found)
    for clause in found:
        clause.after = phrases(units, clause.verb.end, clause.right)
        clause.before = [p for p in phrases(units, clause.left, clause.verb.start) if p.head not in clause.subject]
    return found


def _still_passive(units: Sequence[Unit], clause: Clause, previous: Clause) -> bool:
    """Whether a bare participle goes on with the passive before it: "was signed in May, approved in June and ..."."""
    verb = clause.verb
    after = units[verb.end] if verb.end < len(units) else None
    bare = verb.end - verb.start == 1 and units[verb.head].form("part") is not None and clause.subject == previous.subject
    both = clause.kind == previous.kind == "main"
    return bare and both and previous.verb.passive and after is not None and after.tag in ("preposition", "time", "adverb")


def _fill_opening(found: list[Clause]) -> None:
    """A participle that opens the sentence takes the subject of the clause behind it: "Ratified in May, it ..."."""
    for n, clause in enumerate(found[:-1]):
        if clause.kind == "participle" and not clause.subject and clause.verb.start <= 2:
            clause.subject = next((c.subject for c in found[n + 1 :] if c.kind == "main" and c.subject), [])


def _left(units: Sequence[Unit], group: VerbGroup, floor: int, previous: Clause | None, *, lonely: bool) -> tuple[int, str | None, str]:
    """Where a clause begins, what links it to the one before, and its kind."""
    if group.form == "infinitive":
        return group.start, "to", "infinitive"
    k = group.start - 1
    comma = None
    while k >= floor:
        unit = units[k]
        if unit.tag == "relative" and k < group.start:
            return k + 1, unit.lower, "relative"
        inner = k < group.start - 1
        if (unit.tag == "subordinator" and (inner or unit.lower != "as")) or (
            unit.tag in ("preposition", "adverb") and unit.lower in TEMPORAL and comma is None and inner
        ):
            return k + 1, unit.lower, "subordinate"
        if unit.text in HARD or unit.lower.startswith("--"):
            return k + 1, unit.text, "main"
        if comma is None and (unit.text == "," or unit.tag == "coordinator"):
            comma = k
        k -= 1
    if group.form in ("ing", "part") or (not lonely and _reduced(units, group, previous)):
        return group.start, None, "participle"
    if previous is None:
        return floor, None, "main"
    cut = _cut(units, floor, group.start)
    return cut, units[cut - 1].lower if cut > floor else None, "main"


def _reduced(units: Sequence[Unit], group: VerbGroup, previous: Clause | None) -> bool:
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
    if verb.lower in ("scheduled", "slated", "planned") and after is not None and after.lower == "for":
        return True
    if before.tag in NOMINAL or before.text in (",", "—", "("):
        if before.text == "," and previous is not None and previous.kind in ("relative", "participle") and not previous.resumed:
            return False  # the comma closes the clause before; this verb goes on with what that clause interrupted
        if before.text == "," and previous is not None and previous.verb.passive and previous.kind != "participle":
            return False  # "was signed in May, ratified in June and ..."
        return (
            after is not None
            and (after.tag in ("preposition", "adverb", "time") or after.lower == "to")
            and before.tag not in ("actor", "pronoun")
        )
    return before.tag == "adverb" and group.start > 1 and units[group.start - 2].text == ","


def _cut(units: Sequence[Unit], floor: int, end: int) -> int:
    """Between two finite verbs: the place where the second clause begins."""
    joint = None
    for k in range(end - 1, floor - 1, -1):
        unit = units[k]
        if unit.tag == "coordinator" and k > floor and units[k - 1].text == ",":
            return k + 1
        if unit.text == "," and joint is None:
            joint = k + 1
        if unit.tag == "coordinator" and joint is None and unit.lower in ("and", "but", "or") and not _joins_names(units, k):
            joint = k + 1
    if joint is None and end > floor and units[end - 1].tag in NOMINAL and units[end - 1].tag != "time":
        return _np_start(units, floor, end)  # "said the two presidents met"
    return joint if joint is not None else end


def _np_start(units: Sequence[Unit], floor: int, end: int) -> int:
    """Where the noun phrase begins that ends just before a verb."""
    k = end
    while k > floor and (
        units[k - 1].tag in ("noun", "actor", "agreement", "number", "determiner", "quantity", "'s") or _joins_names(units, k - 1)
    ):
        k -= 1
    return k


def _joins_names(units: Sequence[Unit], k: int) -> bool:
    """Whether an "and" stands between two names ("Chile and China")."""
    return 0 < k < len(units) - 1 and units[k - 1].tag == "actor" and units[k + 1].tag == "actor"


def _right(units: Sequence[Unit], start: int, end: int, left: int, kind: str) -> int:
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


def _govern(units: Sequence[Unit], clause: Clause, earlier: list[Clause]) -> None:
    """Find the parent and the subject of a clause."""
    previous = earlier[-1] if earlier else None
    region = phrases(units, clause.left, clause.verb.start)
    own = _subject(units, region, clause)
    if clause.kind == "infinitive":
        clause.parent = previous
        if previous is not None:
            objects = [p.head for p in phrases(units, previous.verb.end, clause.verb.start) if p.preposition is None]
            clause.subject = objects if objects and previous.verb.lemma in CLAUSE_TAKERS else previous.subject
        return
    if clause.kind in ("relative", "participle"):
        clause.parent = previous
        clause.antecedent = _antecedent(units, clause, previous)
        clause.subject = own if clause.kind == "relative" and own else clause.antecedent
        if clause.kind == "participle" and clause.verb.form == "ing" and previous is not None and units[clause.verb.start - 1].text == ",":
            clause.subject = previous.subject
        return
    if clause.kind == "subordinate":
        clause.parent = previous
    elif previous is not None:
        main = previous
        while main.parent is not None and main.kind in ("relative", "participle", "infinitive"):
            main = main.parent
        clause.parent = main.parent if clause.link in ("and", "but", "or", ",") else None
    if not own and previous is not None and _goes_on(units, clause, previous):
        clause.subject, clause.parent = previous.subject, previous.parent
        clause.verb = replace(clause.verb, modal=previous.verb.modal, form=previous.verb.form)
        clause.kind = previous.kind
        return
    clause.subject = own
    interrupted = bool(earlier) and earlier[0].kind != "subordinate" and not any(c.kind == "main" and c.verb.finite for c in earlier)
    if interrupted and clause.kind == "main" and (not own or (clause.link is None and all(c.kind == "infinitive" for c in earlier))):
        opening = _subject(units, phrases(units, 0, earlier[0].verb.start), clause)
        clause.subject = opening or own
        if opening:
            return
    if not own and previous is not None:
        closed = units[clause.verb.start - 1].text == "," and previous.kind in ("relative", "participle")
        clause.subject = (previous.antecedent or previous.subject) if closed or previous.kind == "participle" else previous.subject
        if previous.kind == "relative" and not closed:
            clause.antecedent = previous.antecedent


def _goes_on(units: Sequence[Unit], clause: Clause, previous: Clause) -> bool:
    """Whether a bare verb goes on with the modal or the infinitive before it: "will visit Japan and hold talks"."""
    verb = clause.verb
    bare = verb.end - verb.start == 1 and verb.form == "present" and units[verb.head].form("base") is not None
    return (
        bare
        and clause.kind == "main"
        and clause.link in ("and", "or", ",")
        and (previous.kind == "infinitive" or previous.verb.modal is not None)
    )


def _subject(units: Sequence[Unit], region: list[Phrase], clause: Clause) -> list[int]:
    heads = [p.head for p in region if p.preposition is None and units[p.head].tag != "time"]
    if heads or clause.kind == "relative":
        return heads
    # "Among the guests were ...", "of the two, ..." give nothing better
    return [p.head for p in region if p.preposition == "of" and units[p.head].tag != "time"]


def _antecedent(units: Sequence[Unit], clause: Clause, previous: Clause | None) -> list[int]:
    """The noun phrase just before a relative pronoun or participle, names joined to it by "and" included."""
    k = clause.left - 2 if clause.kind == "relative" else clause.verb.start - 1
    floor = 0
    while k >= floor and (units[k].text in (",", "(", "—", "–") or units[k].tag in ("adverb", "preposition", "coordinator")):
        k -= 1
    while k > 0 and units[k].tag == "time" and units[k - 1].tag == "preposition":
        k -= 2
    if k < 0 or not (units[k].tag in NOMINAL or units[k].tag == "pronoun"):
        return []
    heads = [k]
    back = k - 1
    while back > 0 and (units[back].tag in ("coordinator", "actor", "determiner") or units[back].text == ","):
        if units[back].tag == "actor" and units[k].tag == "actor":
            heads.insert(0, back)
        back -= 1
    # "the treaty of 1975, signed ...": the head of the of-phrase may be meant as well
    chain = k - 1
    while chain >= 0 and units[chain].tag in (
        "noun",
        "determiner",
        "number",
        "actor",
        "preposition",
        "'s",
        "agreement",
        "time",
        "coordinator",
    ):
        if units[chain].tag in ("noun", "agreement") and units[chain + 1].tag == "preposition":
            heads.append(chain)
            break
        chain -= 1
    return heads
