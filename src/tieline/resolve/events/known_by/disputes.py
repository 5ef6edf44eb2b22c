"""When two texts tell one step of a dispute: the same side, the same act, the same goods or people."""

from collections.abc import Collection, Mapping, Set
from dataclasses import replace

from tieline.model.edtf import may_overlap
from tieline.resolve.events.reports.report import Told

ALIKE = 2  # words that two rules must share to tell one step
LONG = 5  # letters of a word that tells what a sentence is about
ACTS = "measures."
STEPS = "steps."
EXPULSIONS = "steps.expulsions"
PLAIN = "measures.plain"
GOODS = "measures.goods"
STOPPING = "measures.stopping"
FLOWS = "measures.flows"
NO_ACTS = (PLAIN, GOODS, STOPPING, FLOWS)
OF_ENVOYS = ("measures.recalling", "measures.summoning")  # "withdrew its ambassador" ends no measure
BRINGING = "bringing"
LIFTING = "lifting"
NEAR = 5  # words behind a verb, or before it in the passive, that can be what it stops


def with_act(told: Told, words: Mapping[str, Set[str]]) -> Told:
    """A report of a dispute with what is done ("lifting"), and the words of its sentence that tell about what."""
    step = next((name for name in sorted(words) if name.startswith(STEPS) and told.mention.rule in words[name]), "")
    if told.type != "dispute":
        return replace(told, step=step) if step else told
    verb = {word.strip(".,;:") for word in told.verb.lower().split()}
    halted = verb & words[STOPPING] and set(_behind(told)) & words[FLOWS]
    told_by = OF_ENVOYS if step == EXPULSIONS else tuple(name for name in sorted(words) if name.startswith(ACTS) and name not in NO_ACTS)
    acts = (name.removeprefix(ACTS) for name in told_by if not halted and words[name] & verb)
    matter = frozenset(telling(told.sentence, words[GOODS]) - words[PLAIN] - {_singular(word) for word in verb})
    wares = frozenset(matter & {_singular(word) for word in words[GOODS]})
    return replace(told, act=next(acts, BRINGING), step=step, matter=matter, wares=wares)


def _behind(told: Told) -> list[str]:
    """The words around the verb of a report that can be what it stops: "suspended imports of wheat", "deliveries were cut"."""
    at = max(told.mention.trigger.start - told.mention.span.start, 0)
    text = told.citation.quote.lower()
    before, after = text[:at].split()[-NEAR:], text[at:].split()[: NEAR + 1]
    return [word.strip(".,;:\"'“”’()") for word in (*before, *after)]


def same_measure(one: Told, other: Told) -> str | None:
    """A step that two texts tell in the same days, once perhaps with one of its two countries only, about the same goods or people."""
    few, many = sorted((set(one.countries or one.pair), set(other.countries or other.pair)), key=len)
    shared = one.matter & other.matter
    days = one.time and other.time and one.time.grain == "day" and one.time.edtf == other.time.edtf
    kin = one.step and one.step == other.step and (days or len(shared) >= ALIKE)
    alike = one.mention.rule == other.mention.rule or kin
    if not few or not few <= many or not alike or not may_be_one(one, other) or not shared:
        return None
    return f"the same step, about {', '.join(sorted(shared))}"


def same_case(one: Told, other: Told) -> str | None:
    """A complaint or suit that two texts have brought, or ended, by the same countries at the same time."""
    if one.stage is None or one.stage != other.stage or one.document == other.document:
        return None
    if one.sides and other.sides and not one.sides & other.sides:
        return None
    few, many = sorted((set(one.own or one.countries), set(other.own or other.countries)), key=len)  # guessed ones tell nothing
    dated = one.time and other.time and may_overlap(one.time, other.time)
    return f"a complaint {one.stage} by the same countries at that time" if dated and few and few <= many else None


def may_be_one(one: Told, other: Told) -> bool:
    """Whether the same side does the same thing; what two sides do to each other is two steps."""
    if one.sides and other.sides and not one.sides & other.sides:
        return False
    if one.step and other.step and one.step != other.step:
        return False
    if one.step == other.step == EXPULSIONS and one.act != other.act:
        return False  # "recalled its envoy on Monday, and summoned that of Halidor"
    if one.document == other.document and one.stage == other.stage == "filed" and _apart(one, other):
        return False  # "it has begun arbitration"; "in 2014 the state had sued it"
    if one.document == other.document and one.wares and other.wares and not one.wares & other.wares:
        return False  # "banned the milk on Monday, and the pork"
    days = one.time and other.time and may_overlap(one.time, other.time)
    return one.act == other.act or (bool(days) and BRINGING not in (one.act, other.act))


def _apart(one: Told, other: Told) -> bool:
    """Whether two complaints of one text are brought by different ones."""
    mine, yours = ({actor for actor, _ in told.people} for told in (one, other))
    return bool(mine and yours) and not mine & yours


def telling(sentence: str, goods: Collection[str]) -> set[str]:
    """The longer words of a sentence in small letters, and those for goods, in the singular."""
    words = (word.strip(".,;:\"'“”’()") for word in sentence.split())
    return {
        _singular(word) for word in words if (len(word) >= LONG or word in goods) and word.islower() and word.replace("-", "").isalpha()
    }


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
