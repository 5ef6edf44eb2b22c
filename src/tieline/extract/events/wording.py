"""The words of a text that tell an event by themselves: who acts, and what is done, without what stands between and around them."""

from collections.abc import Iterator, Sequence

from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import POSSESSIVES, phrase_start
from tieline.extract.syntax.unit import NOMINAL, Unit
from tieline.model.mention import Wording
from tieline.model.span import Span

CLOSING = frozenset(("relative", "subordinator"))
LOOSE = frozenset(("coordinator", "preposition", "pronoun", "determiner", "adverb"))  # nothing ends with one of these
LEADING = frozenset(("preposition", "determiner"))
NOBODY = frozenset(("nobody", "none", "neither"))
LONGEST = 14  # units of a subject
Run = tuple[int, int]  # the places where a run of units begins and ends


def wording(scene: Scene, hit: Hit) -> Wording | None:
    """Subject and predicate of an event that a verb tells, the noun phrase of one told by a noun; None where neither stands by itself."""
    units, clause = scene.units, hit.clause
    if hit.nominal or clause is None:
        again = _second_half(scene, hit)
        return again or Wording(None, "noun", _spans(units, [(_noun_start(units, hit.trigger[0]), _phrase_end(units, hit.trigger[1]))]))
    subject = _subject(units, clause)
    if subject is None or (clause.verb.form == "infinitive" and not _governed(units, clause)):
        return None
    theme = hit.theme + 1 if hit.theme is not None and hit.theme > clause.verb.start else 0
    done = [(clause.verb.start, _before_second_half(scene, clause, max(_predicate_end(scene, clause), hit.trigger[1], theme)))]
    if clause.kind == "relative" and clause.antecedent and clause.subject != clause.antecedent:
        done.append(
            (_start(units, min(clause.antecedent)), max(clause.antecedent) + 1)
        )  # "the ban, which Togo lifted": "Togo lifted the ban"
    return Wording(_span(units, subject), clause.verb.form, _spans(units, done))


def _before_second_half(scene: Scene, clause: Clause, end: int) -> int:
    """Where the words of a verb end, before those of a second half that has no verb of its own."""
    gap = scene.gap
    if not clause.verb.end <= gap < end:
        return end
    gap = phrase_start(scene.units, gap, clause.verb.end)
    while gap > clause.verb.end and (scene.units[gap - 1].tag in ("coordinator", "determiner") or scene.units[gap - 1].text in (",", ";")):
        gap -= 1
    return gap


def _second_half(scene: Scene, hit: Hit) -> Wording | None:
    """What is told again of another thing, with the verb before: "The ferry pact was signed in May and the grazing pact in June"."""
    units, first = scene.units, hit.trigger[0]
    told = hit.like.clause if hit.like is not None and not hit.like.nominal else None
    if told is None or told.verb.end > first or (hit.like is not None and hit.like.theme is not None and hit.like.theme > told.verb.start):
        return None
    end = next((k for k in range(first + 1, hit.trigger[1]) if units[k].tag in ("preposition", "time")), hit.trigger[1])
    rest = next((k for k in range(end, hit.trigger[1]) if units[k].tag == "time"), hit.trigger[1])
    rest -= rest > end and units[rest - 1].tag == "preposition"
    done = [(told.verb.start, told.verb.end), *([(end, rest)] if rest > end else [])]
    return Wording(_span(units, (phrase_start(units, end - 1, told.verb.end), end)), told.verb.form, _spans(units, done))


def _governed(units: Sequence[Unit], clause: Clause) -> bool:
    """Whether an infinitive goes on with the verb right before it, whose subject it has: "agreed to lift the ban"."""
    k = clause.verb.start - 1
    while k > 0 and units[k].tag in ("time", "preposition", "adverb", "negator"):
        k -= 1
    return clause.parent is not None and k >= 0 and units[k].tag in ("verb", "be")


def _subject(units: Sequence[Unit], clause: Clause) -> Run | None:
    """The noun phrase of those who act, where it is told in one run."""
    opened = next((k for k in range(clause.left, clause.verb.start) if units[k].tag == "time"), -1)
    places = [k for k in clause.subject if k > opened] or clause.subject  # "Lima, 3 May - On Monday the workers, ..."
    if not places or any(units[k].tag in ("relative", "sign") for k in places):
        return None
    start, end = _start(units, min(places)), max(places) + 1
    while end + 1 < clause.verb.start and units[end].lower == "of":
        end = _noun_end(units, end + 1, clause.verb.start)
    words = units[start:end]
    if end - start > LONGEST or any(u.tag in CLOSING or u.text in (";", ":") or u.lower in NOBODY for u in words):
        return None
    if clause.kind == "participle" and end != clause.verb.start:
        return None  # "the memorial for the sailors killed": the memorial was not
    closed = next((k for k in range(clause.verb.start - 1, end - 1, -1) if units[k].text == ","), None)
    return start, closed + 1 if closed is not None and any(u.text == "," for u in words) else end


def _start(units: Sequence[Unit], head: int) -> int:
    """Where the noun phrase of a head begins, with the words that a hyphen joins to its first."""
    start = phrase_start(units, head)
    while start > 1 and _joins(units, start - 1):
        start = phrase_start(units, start - 2)
    if start and units[start - 1].tag == "negator":
        return start - 1  # "no such project"
    return start + 1 if units[start].tag == "'s" and start < head else start


def _noun_start(units: Sequence[Unit], head: int) -> int:
    """Where a noun phrase begins that is a line of its own: without "their" and without "the"."""
    start = _start(units, head)
    while start < head and (units[start].lower in POSSESSIVES or units[start].tag in ("'s", "determiner")):
        start += 1
    return start


def _noun_end(units: Sequence[Unit], k: int, limit: int) -> int:
    """Where the noun phrase ends that opens at a place."""
    while k < limit and (units[k].tag in NOMINAL or units[k].tag in ("determiner", "'s")):
        k += 1
    return k


def _predicate_end(scene: Scene, clause: Clause) -> int:
    """Where what is done ends: before the next clause, aside or conjoined verb."""
    units, k = scene.units, clause.verb.end
    others = [one for one in scene.clauses if one is not clause]
    apart = [one for one in others if one.kind in ("relative", "subordinate") or (one.kind == "main" and one.link)]
    starts = {place for one in apart for place in (one.left, one.verb.start)}
    if clause.kind == "participle":
        starts |= {one.verb.start for one in others if one.kind == "main"}  # "the ban imposed by Togo has hurt Ghana"
    while k < len(units) and not (units[k].tag in CLOSING or k in starts or (units[k].tag == "sign" and not _joins(units, k))):
        k += 1
    while k > clause.verb.end and units[k - 1].tag in LOOSE:
        k -= 1
    return k


def _phrase_end(units: Sequence[Unit], k: int) -> int:
    """Where a noun phrase ends whose head stands before a place, with the phrases that hang on it by prepositions."""
    inside = NOMINAL | {"determiner", "'s", "preposition", "coordinator"}
    while k < len(units) and (units[k].tag in inside or _joins(units, k)):
        k += 1
    while units[k - 1].tag in LOOSE:
        k -= 1
    return k


def _joins(units: Sequence[Unit], k: int) -> bool:
    """Whether a sign joins the words on both its sides: "trade-related"."""
    inside = units[k].tag == "sign" and 0 < k < len(units) - 1
    return inside and units[k - 1].end == units[k].start and units[k].end == units[k + 1].start


def _span(units: Sequence[Unit], run: Run) -> Span:
    return Span(units[run[0]].start, units[run[1] - 1].end)


def _spans(units: Sequence[Unit], runs: Sequence[Run]) -> tuple[Span, ...]:
    """The words of runs, without the times in them and the words that lead up to those."""
    return tuple(_span(units, part) for run in runs for part in _without_times(units, run))


def _without_times(units: Sequence[Unit], run: Run) -> Iterator[Run]:
    start, last = run
    for k in range(*run):
        after = units[k + 1] if k + 1 < last else None
        if units[k].tag != "time" or (after is not None and (after.tag in ("noun", "agreement", "'s") or after.text == "-")):
            continue  # "a 20-year loan", "last year's ban"
        end = k
        while end > max(start, run[0] + 1) and units[end - 1].tag in LEADING:
            end -= 1
        if end - 2 > start and units[end - 2].lower == "as" and units[end - 1].tag == "adverb":
            end -= 2  # "met as recently as April"
        if end > start:
            yield start, end
        start = k + 1
    if start < last:
        yield start, last
