"""What a clause hangs on: its parent, its subject, the noun that a relative clause is about."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.extract.syntax.clause import HARD, SUBJECTS, TEMPORAL, Clause, Phrase, phrases
from tieline.extract.syntax.grammar import Grammar
from tieline.extract.syntax.nouns import modifiers
from tieline.extract.syntax.unit import NOMINAL, Unit
from tieline.extract.syntax.verb_groups import VerbGroup
from tieline.model.mention import ActorMention

SAYING = frozenset(("say", "add", "insist", "tell", "stress", "warn", "note", "argue", "maintain"))


def govern(units: Sequence[Unit], clause: Clause, earlier: list[Clause], grammar: Grammar) -> None:
    """Find the parent and the subject of a clause."""
    previous = earlier[-1] if earlier else None
    region = phrases(units, _past_opening(units, clause.left, clause.verb.start), clause.verb.start)
    own = _subject(units, region, clause)
    if clause.kind == "infinitive":
        _govern_infinitive(units, clause, previous, grammar)
    elif previous is not None and _still_perfect(units, clause, previous):
        _go_on_with(clause, previous)
    elif clause.kind in ("relative", "participle"):
        _govern_attached(units, clause, earlier, own, grammar)
    elif own and previous is not None and _contact(units, clause, previous):
        clause.kind, clause.parent, clause.antecedent, clause.subject = "relative", previous, [clause.left - 1], own
    else:
        _govern_full(units, clause, earlier, own)


def _govern_infinitive(units: Sequence[Unit], clause: Clause, previous: Clause | None, grammar: Grammar) -> None:
    """An infinitive hangs on the clause before it; its subject is whom that names as to do it, or who does that."""
    clause.parent = previous
    noun = described_by(units, clause.verb)
    taken = previous is not None and previous.verb.lemma in grammar.words["clause_takers"]
    if noun is not None and not taken:
        clause.parent, clause.subject, clause.antecedent = None, [noun], [noun]
        return
    if previous is not None:
        led = ("on", "upon") if previous.verb.lemma == "call" else ()  # "called on Tavonia to lift the ban"
        between = phrases(units, previous.verb.end, clause.verb.start)
        objects = [p.head for p in between if p.preposition is None or p.preposition in led]
        clause.subject = objects if objects and previous.verb.lemma in grammar.words["clause_takers"] else previous.subject
        clause.subject = _for_whom(units, clause, between) or whose_plan(units, clause.verb.start, grammar) or clause.subject
    elif whose_plan(units, clause.verb.start, grammar):
        clause.subject = whose_plan(units, clause.verb.start, grammar)
    elif _heads(units, clause):
        clause.subject = [clause.verb.start - 1]
    elif clause.verb.passive and clause.verb.start > 1 and units[clause.verb.start - 1].text == ",":
        opening = phrases(units, 0, clause.verb.start)  # "The pact, to be signed in May, is long"
        clause.subject = [p.head for p in opening if p.preposition is None and units[p.head].tag != "time"]


def described_by(units: Sequence[Unit], verb: VerbGroup) -> int | None:
    """The noun of which an infinitive right behind it tells what is to be done with it: "a summit to be held in May", "due to open"."""
    at = verb.start - 1
    at -= at > 0 and units[at].lower in ("still", "yet", "now")
    due = at > 0 and units[at].lower == "due"
    at -= due
    told = at > 0 and units[at].tag in ("noun", "agreement") and (due or (verb.form == "infinitive" and verb.passive))
    return at if told else None


def _heads(units: Sequence[Unit], clause: Clause) -> bool:
    """Whether somebody's name right before an infinitive opens what is told, as a headline does: "Orsenda to buy six ships"."""
    at = clause.verb.start - 1
    opening = phrases(units, 0, clause.verb.start)
    named = at >= 0 and units[at].tag == "actor" and bool(opening) and opening[0].head == at
    return named and opening[0].preposition is None and units[at].text[:1].isupper()


def _go_on_with(clause: Clause, previous: Clause) -> None:
    """A second participle of one auxiliary shares all with the first."""
    first = previous.verb
    clause.kind, clause.parent, clause.subject = previous.kind, previous.parent, previous.subject
    clause.verb = replace(clause.verb, form=first.form, perfect=first.perfect, passive=first.passive, modal=first.modal)


def _govern_attached(units: Sequence[Unit], clause: Clause, earlier: list[Clause], own: list[int], grammar: Grammar) -> None:
    """A relative or participial clause hangs on the clause before it, and on the noun that it describes."""
    previous = earlier[-1] if earlier else None
    row = _row(units, clause, earlier) if clause.kind == "participle" and clause.verb.form == "ing" else None
    if row is not None:
        clause.row, clause.parent, clause.subject, clause.antecedent = row, row.parent, row.subject, row.antecedent
        return
    clause.parent = previous
    clause.antecedent = _antecedent(units, clause)
    if clause.link == "whose" and len(own) == 2 and units[own[1] - 1].tag != "coordinator":
        clause.owned, clause.subject = own[:1], own[1:]  # "the bridge, whose first stone the president laid"
        return
    clause.subject = own if clause.kind == "relative" and own else clause.antecedent
    gerund = clause.kind == "participle" and clause.verb.form == "ing"
    behind = previous is not None and all(u.tag == "adverb" for u in units[previous.verb.end : clause.verb.start])
    if gerund and previous is not None and (behind or _led(units, clause.verb.start)):
        clause.subject = previous.subject  # "stopped issuing visas", "left, saying that"
    elif gerund and previous is not None and units[clause.verb.start - 1].tag == "preposition":
        noun = units[clause.verb.start - 2].lower if clause.verb.start > 1 else ""
        led = grammar.is_a(noun, "notions") and units[clause.verb.start - 1].lower == "of"  # "toyed with the idea of leaving"
        of_subject = previous.verb.lemma == "be" or led  # "is keen on buying", "thinks of leaving", "was accused of buying"
        clause.subject = previous.subject if not clause.subject or (of_subject and not previous.verb.passive) else clause.subject


def _govern_full(units: Sequence[Unit], clause: Clause, earlier: list[Clause], own: list[int]) -> None:
    """A main or subordinate clause has a subject of its own, or that of the clause with which it is joined."""
    previous = earlier[-1] if earlier else None
    if clause.kind == "subordinate":
        clause.parent = _sayer(units, clause, earlier) or previous
    elif previous is not None:
        main = previous
        while main.parent is not None and main.kind in ("relative", "participle", "infinitive"):
            main = main.parent
        clause.parent = main.parent if clause.link in ("and", "but", "or", ",") else None
    first = _shared(units, clause, earlier)
    if not own and first is not None and _goes_on(units, clause, first):
        clause.subject, clause.parent, clause.kind = first.subject, first.parent, first.kind
        clause.verb = replace(clause.verb, modal=first.verb.modal, form=first.verb.form)
        return
    clause.subject = own
    sayer = _says_on(units, clause, earlier) if not own else None
    if sayer is not None:
        clause.subject, clause.parent = sayer.subject, sayer.parent
        return
    _take_subject(units, clause, earlier, own)


def _says_on(units: Sequence[Unit], clause: Clause, earlier: Sequence[Clause]) -> Clause | None:
    """Whoever goes on to speak: "rejected the idea that the panel is dead and says it will meet"; a panel says nothing."""
    inner = earlier[-1] if earlier else None
    if clause.verb.lemma not in SAYING or inner is None or inner.kind != "subordinate" or inner.link != "that":
        return None
    outer = inner.parent
    things = not any(getattr(units[k].mention, "kind", None) in ("person", "country") for k in inner.subject)
    return outer if outer is not None and outer.verb.finite and outer.subject and things and clause.link in ("and", "but") else None


def _past_opening(units: Sequence[Unit], left: int, verb: int) -> int:
    """Where the subject can begin behind a phrase that opens a clause and lists: "According to A, B and C, the two sides signed"."""
    led = left + 1 < verb and (units[left].tag == "preposition" or units[left].lower == "according")
    led = led or (left == 1 and units[0].lower in TEMPORAL)  # "After talks in Lima, Quito and Bogota, the two sides signed"
    commas = [k for k in range(left, verb) if units[k].text == ","] if led else []
    if not commas or commas[-1] == verb - 1 or units[commas[-1] + 1].tag not in ("actor", "agreement", "determiner", "noun"):
        return left
    listed = len(commas) > 1 and any(u.tag == "coordinator" for u in units[commas[-2] : commas[-1]])
    return commas[-1] + 1 if listed or units[left].lower == "according" else left


def _row(units: Sequence[Unit], clause: Clause, earlier: Sequence[Clause]) -> Clause | None:
    """The -ing form with which another behind "and" goes on: "talks on resuming trade and opening consulates"."""
    at = clause.verb.start - 1
    if at < 1 or units[at].tag != "coordinator" or not earlier:
        return None
    first = next((c for c in reversed(earlier) if c.kind != "infinitive"), None)
    if first is None or first.kind != "participle" or first.verb.form != "ing":
        return None
    between = units[first.verb.end : at]
    return None if any(unit.text in HARD or unit.tag in ("relative", "subordinator") for unit in between) else first.row or first


def _sayer(units: Sequence[Unit], clause: Clause, earlier: list[Clause]) -> Clause | None:
    """The clause that governs a second "that": "said the lawyers needed time and that he hoped to sign"."""
    joined = clause.left > 1 and units[clause.left - 1].lower == "that" == clause.link and units[clause.left - 2].tag == "coordinator"
    first = next((c for c in reversed(earlier) if c.kind == "subordinate" and c.link == "that"), None) if joined else None
    return first.parent if first is not None else None


def _for_whom(units: Sequence[Unit], clause: Clause, between: Sequence[Phrase]) -> list[int]:
    """Who is to do it: "no plans for the premier to visit Lima"."""
    near = between[-1] if between else None
    named = near is not None and near.preposition == "for" and near.head == clause.verb.start - 1 and units[near.head].tag == "actor"
    return [near.head] if named and near is not None else []


def planned_by(units: Sequence[Unit], start: int, grammar: Grammar) -> int | None:
    """The noun of what is meant to be done, right before an infinitive or with its doer between: "a plan by Orsenda to buy ships"."""
    at = start - 1
    if at < 1 or units[at].tag != "actor":
        return at if at > 0 and grammar.is_a(units[at].lower, "intents") else None
    by = at - 1
    while by > max(0, at - 6) and units[by].tag in ("determiner", "noun", "actor"):
        by -= 1  # "a plan by Orsendan mining company Halt to"
    led = by > 0 and units[by].lower in ("by", "of") and grammar.is_a(units[by - 1].lower, "intents")
    return by - 1 if led else None


def whose_plan(units: Sequence[Unit], start: int, grammar: Grammar) -> list[int]:
    """Whose plan an infinitive tells: "Orsenda's plan to buy ships", "a bid by Halidor to join"."""
    noun = planned_by(units, start, grammar)
    if noun is None:
        return []
    return [start - 1] if noun < start - 1 else [k for k in modifiers(units, noun) if units[k].tag == "actor"]


def _take_subject(units: Sequence[Unit], clause: Clause, earlier: list[Clause], own: list[int]) -> None:
    """Find the subject of a main or subordinate clause that may have none of its own."""
    previous = earlier[-1] if earlier else None
    rejoined = _rejoined(units, clause, earlier) if not own else None
    if rejoined is not None:
        clause.subject, clause.parent = rejoined.subject, rejoined.parent
        return
    if previous is not None and clause.kind == "main" and _object_of(units, clause, earlier):
        clause.subject = previous.antecedent  # "an accord protecting investments will be signed"
        return
    aside = _behind_aside(units, clause, earlier) if not own else []
    if aside:
        clause.subject, clause.fronted = aside, earlier[0].verb.start
        return
    if not own and clause.kind == "main" and previous is not None and previous.kind == "relative" and not previous.resumed:
        closed = units[clause.verb.start - 1].text == ","
        outer = _outermost(units, previous) if closed else previous
        apposed = _before_apposition(units, previous) if closed and len(earlier) == 1 else []
        clause.subject = apposed or outer.antecedent or outer.subject
        clause.antecedent = previous.antecedent if units[clause.verb.start - 1].text != "," else []
        return
    interrupted = bool(earlier) and earlier[0].kind != "subordinate" and not any(c.kind == "main" and c.verb.finite for c in earlier)
    inside = all(c.kind == "infinitive" or (c.kind == "participle" and c.verb.form == "ing") for c in earlier)
    if interrupted and clause.kind == "main" and (not own or (clause.link is None and inside)):
        start = next((k + 1 for k in range(earlier[0].verb.start - 1, -1, -1) if units[k].text == ";"), 0)
        opening = _subject(units, phrases(units, start, earlier[0].verb.start), clause)
        clause.subject = opening or own
        if opening:
            clause.fronted = earlier[0].verb.start
            return
    if not own and previous is not None and previous.kind == "infinitive":
        clause.subject = _behind_sign(units, previous, earlier)
        if clause.subject:
            return
    over = _over_description(units, clause, earlier) if not own else None
    if over is not None:
        clause.subject, clause.parent = over.subject, over.parent
        return
    if not own and previous is not None:
        closed = units[clause.verb.start - 1].text == "," and previous.kind in ("relative", "participle")
        described = (closed or previous.kind == "participle") and not _by_subject(previous)
        clause.subject = (previous.antecedent or previous.subject) if described else previous.subject
        if not clause.subject and previous.parent is not None:
            clause.subject = previous.parent.subject  # "remains frozen, however, and will not be signed"
        if previous.kind == "relative" and not closed:
            clause.antecedent = previous.antecedent


def _by_subject(clause: Clause) -> bool:
    """Whether an -ing form is done by the subject before and describes no noun: "held talks without naming a date, and agreed"."""
    return clause.kind == "participle" and clause.verb.form == "ing" and bool(clause.subject) and clause.subject != clause.antecedent


def _over_description(units: Sequence[Unit], clause: Clause, earlier: Sequence[Clause]) -> Clause | None:
    """The clause with which a verb goes on over what describes its object: "opened a road linking the two and signed a pact"."""
    previous = earlier[-1] if earlier else None
    if previous is None or not clause.verb.finite or units[clause.verb.start - 1].tag != "coordinator" or not _describes(units, previous):
        return None
    main = next((c for c in reversed(earlier[:-1]) if c.verb.finite and c.kind in ("main", "subordinate")), None)
    if main is None or main.verb.form != clause.verb.form or previous.verb.form == clause.verb.form:
        return None
    return main


def _outermost(units: Sequence[Unit], clause: Clause) -> Clause:
    """The aside in which a relative clause stands: "Premier X, heading a delegation that includes two ministers, will arrive"."""
    outer = clause.parent
    opened = outer is not None and outer.kind == "participle" and outer.verb.form == "ing" and units[outer.verb.start - 1].text == ","
    return outer if opened and outer is not None and outer.subject else clause


def _before_apposition(units: Sequence[Unit], clause: Clause) -> list[int]:
    """The subject before what it is called: "Talks on Ammer, the islet that both claim, broke down"."""
    k = clause.left - 2
    while k > 0 and units[k].tag in ("noun", "determiner", "number"):
        k -= 1
    if k <= 0 or units[k].text != "," or units[k + 1].tag != "determiner":
        return []
    return [p.head for p in phrases(units, 0, k) if p.preposition is None and units[p.head].tag != "time"]


def _behind_aside(units: Sequence[Unit], clause: Clause, earlier: list[Clause]) -> list[int]:
    """The subject before an aside that holds a clause: "Premier X, on a visit that began on Monday, met ..."."""
    if clause.kind != "main" or clause.verb.start < 2 or units[clause.verb.start - 1].text != "," or not earlier:
        return []
    comma = next((k for k in range(1, clause.verb.start - 1) if units[k].text == ","), None)
    if comma is None or earlier[0].verb.start < comma or any(c.kind in ("main", "subordinate") and c.verb.finite for c in earlier):
        return []
    led = units[comma + 1].tag == "preposition" or units[comma + 2].lower in ("on", "of", "about", "for")
    if not led:
        return []
    return [p.head for p in phrases(units, 0, comma) if p.preposition is None and units[p.head].tag != "time"]


def _object_of(units: Sequence[Unit], clause: Clause, earlier: Sequence[Clause]) -> bool:
    """Whether what stands before a verb is only the object of what describes the subject: "a treaty banning arms was signed"."""
    between = units[earlier[-1].verb.end : clause.verb.start]
    describes = (
        _describes(units, earlier[-1]) and clause.link in (None, "and") and not (earlier[-1].kind == "relative" and earlier[-1].resumed)
    )
    if not describes or not between or any(u.tag in ("sign", "verb") for u in between):
        return False
    waiting = units[clause.verb.start].lower in _OF_ONE or not any(c.verb.finite for c in earlier if c.kind != "relative")
    return waiting or not any(u.tag == "coordinator" for u in between)  # "a road linking Orsenda and Halidor was opened"


def _describes(units: Sequence[Unit], clause: Clause) -> bool:
    """Whether a clause stands right behind a noun and tells which one: "a road linking the two", "a road that links the two"."""
    if clause.kind == "relative":
        return bool(clause.antecedent) and clause.left > 1 and units[clause.left - 2].tag in NOMINAL
    at = clause.verb.start - 1
    at -= at > 0 and units[at].lower == "of"  # "had no intention of withdrawing, and offered"
    return clause.kind == "participle" and clause.verb.form == "ing" and at >= 0 and units[at].tag in NOMINAL and at in clause.antecedent


def _still_perfect(units: Sequence[Unit], clause: Clause, previous: Clause) -> bool:
    """Whether a participle goes on with the auxiliary before it: "has signed and broken with Orsenda", "was begun and frozen"."""
    after_and = clause.verb.start > 0 and units[clause.verb.start - 1].tag == "coordinator"
    active = (previous.verb.perfect or previous.verb.passive) and previous.verb.finite and previous.kind != "infinitive"
    return after_and and active and clause.kind == "participle" and units[clause.verb.head].form("part") is not None


def _led(units: Sequence[Unit], k: int) -> bool:
    """Whether an -ing form is done by the subject before: behind a comma, "by", "after"."""
    leads = k > 0 and (units[k - 1].text == "," or units[k - 1].lower in ("by", "after", "before", "without", "on", "while"))
    return leads or is_ahead(units, k)


def is_ahead(units: Sequence[Unit], k: int) -> bool:
    """Whether an -ing form is what somebody does next: "ahead of flying to Lima", "prior to leaving for Lima"."""
    return k > 1 and (units[k - 2].lower, units[k - 1].lower) in (("ahead", "of"), ("prior", "to"))


def _rejoined(units: Sequence[Unit], clause: Clause, earlier: list[Clause]) -> Clause | None:
    """The main clause that goes on behind a subordinate one: "was suspended when cash ran out, and resumed in May"."""
    at = clause.left
    if at < 2 or units[at - 2].text != "," or units[at - 1].tag != "coordinator" or not earlier or earlier[-1].kind != "subordinate":
        return None
    return next((c for c in reversed(earlier) if c.kind == "main" and c.verb.finite), None)


def _contact(units: Sequence[Unit], clause: Clause, previous: Clause) -> bool:
    """Whether a clause stands right behind its noun without "which": "lifted the duties it had imposed", "a treaty the two men signed"."""
    at, verb = clause.left, clause.verb
    noun = units[at - 1] if at > previous.verb.end else None
    opens = at < verb.start and units[at].lower in SUBJECTS
    after = units[verb.end] if verb.end < len(units) else None
    bare = after is None or after.tag in ("preposition", "time", "sign", "adverb", "coordinator")
    return (
        clause.kind == "main"
        and opens
        and bare
        and noun is not None
        and noun.tag in ("noun", "agreement", "quantity")
        and verb.start - at <= 2
    )


def _behind_sign(units: Sequence[Unit], previous: Clause, earlier: list[Clause]) -> list[int]:
    """The subject before an infinitive that hangs on it, behind a semicolon: "...; an agreement to build it was signed"."""
    sign = next((k for k in range(previous.verb.start - 1, -1, -1) if units[k].text in HARD), None)
    if sign is None or any(c.verb.start > sign for c in earlier if c is not previous):
        return []
    return [p.head for p in phrases(units, sign + 1, previous.verb.start) if p.preposition is None and units[p.head].tag != "time"]


def _goes_on(units: Sequence[Unit], clause: Clause, previous: Clause) -> bool:
    """Whether a bare verb goes on with the modal or the infinitive before it: "will visit Japan and hold talks", "and be received"."""
    verb = clause.verb
    bare = verb.end - verb.start == 1 and verb.form == "present" and units[verb.head].form("base") is not None
    return (
        (bare or units[verb.start].lower == "be")
        and clause.kind == "main"
        and clause.link in ("and", "or", ",")
        and (previous.kind == "infinitive" or previous.verb.modal is not None)
    )


def _shared(units: Sequence[Unit], clause: Clause, earlier: list[Clause]) -> Clause | None:
    """The clause with which a verb behind "and" goes on, over what is inside it: "to give it trading status and ease limits"."""
    if clause.verb.start and units[clause.verb.start - 1].tag == "coordinator":
        inside = ("participle", "relative")
        return next((c for c in reversed(earlier) if c.kind not in inside or c.verb.form != "ing"), None)
    return earlier[-1] if earlier else None


def _subject(units: Sequence[Unit], region: list[Phrase], clause: Clause) -> list[int]:
    heads = [p.head for p in region if p.preposition is None and units[p.head].tag != "time"]
    if heads or clause.kind == "relative":
        return heads
    named = _named_beside(units, region) if clause.kind == "main" else []
    if named:
        return named
    # "Among the guests were ...", "of the two, ..." give nothing better
    return [p.head for p in region if p.preposition == "of" and units[p.head].tag != "time"]


def _named_beside(units: Sequence[Unit], region: list[Phrase]) -> list[int]:
    """The names right behind the noun of an opening phrase: "During his stay Premier X met", "Under the pact A and B will lift"."""
    k = region[-1].head if len(region) > 1 else 0
    if not k or units[k].tag != "actor" or not units[k].text[:1].isupper():
        return []
    found = [k]
    while k > 2 and units[k - 1].tag == "coordinator" and units[k - 2].tag == "actor":
        k -= 2
        found.insert(0, k)
    return found if units[k - 1].tag in ("noun", "agreement") else []


_OCCASIONS = frozenset(("at", "during"))
_OF_ONE = frozenset(("is", "was", "has"))


def _explains(units: Sequence[Unit], k: int) -> bool:
    """Whether a name only explains who somebody is: "was signed by A and his Halidorian counterpart, B, who arrived on Monday"."""
    if ", " in units[k].text and k and units[k - 1].tag == "coordinator":
        return True  # one mention holds both
    aside = k > 2 and units[k - 1].text == "," and units[k + 1].text == "," and units[k].tag == units[k - 2].tag == "actor"
    return aside and units[k - 2].text.split()[-1].islower() and any(u.tag == "coordinator" for u in units[: k - 2])


def _of_firm(units: Sequence[Unit], k: int) -> bool:
    """Whether a country only tells where a firm is at home: "Orsen Air of Halidor, in which Keta Air holds a share, ..."."""
    if k < 2 or units[k - 1].lower != "of":
        return False
    home, firm = units[k].mention, units[k - 2].mention
    both = isinstance(home, ActorMention) and isinstance(firm, ActorMention)
    return both and getattr(home, "kind", "") == "country" and getattr(firm, "kind", "") in ("company", "unknown")


def _antecedent(units: Sequence[Unit], clause: Clause) -> list[int]:
    """The noun phrase just before a relative pronoun or participle, names joined to it by "and" included."""
    k = clause.left - 2 if clause.kind == "relative" else clause.verb.start - 1
    floor = 0
    while k >= floor and (units[k].text in (",", "(", "—", "–") or units[k].tag in ("adverb", "preposition", "coordinator", "aside")):
        k -= 1
    while k > 0 and units[k].tag == "time" and units[k - 1].tag == "preposition":
        k -= 2
    if k > 1 and units[k].tag == "time" and units[k - 1].text == ",":
        k -= 2  # "the opening, now put off until June"
    if k < 0 or not (units[k].tag in NOMINAL or units[k].tag == "pronoun"):
        return []
    k -= 2 if _of_firm(units, k) else 0
    heads = [k]
    back = k - 1
    single = units[clause.verb.start].lower in _OF_ONE or _explains(units, k)
    one = clause.kind == "relative" and single  # "was signed by A and B, who is on a visit"
    while back >= 0 and (units[back].tag in ("coordinator", "actor", "determiner") or units[back].text == ","):
        if units[back].tag == "actor" and units[k].tag == "actor" and not one:
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
        "pronoun",
        "quantity",
    ):
        if units[k].tag == "noun" and units[chain].lower in _OCCASIONS:
            break  # "ruled out a meeting with X at the summit, which Orsenda hosted"
        if units[chain].tag in ("noun", "agreement", "pronoun", "quantity") and units[chain + 1].tag == "preposition":
            heads.append(chain)
        chain -= 1
    return heads
