"""What the words of a sentence bring up without telling it: habits, figures, what only describes, what names again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tieline.extract.events.carried.echoes import Model
from tieline.extract.events.frame.infinitives import is_aim
from tieline.extract.events.frame.intents import owned
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.nouns.borne import bearer
from tieline.extract.events.status.cues import HEADS
from tieline.extract.events.status.undone import minded
from tieline.extract.syntax.nouns import attached, modifiers
from tieline.model.mention import EventMention
from tieline.model.time import TimeMention

RESTATED = frozenset(("dispute", "investment", "aid", "trade_deal"))
OCCASIONS = frozenset(("visit", "meeting", "summit"))
DOERS = frozenset(("country", "company", "organization"))
SUMS = frozenset(("aid", "investment"))
OUTCOME, RATIFIED_AHEAD = "dispute.killed", "agreement.ratified.ahead"


@dataclass(frozen=True)
class Candidate:
    """An event that a sentence may tell of, among all that it brings up, and after those told before."""

    scene: Scene
    hit: Hit
    mention: EventMention
    hits: Sequence[Hit]
    before: Sequence[Model]


def is_left_out(one: Candidate) -> bool:
    """Whether an event is only brought up, not told."""
    return any(bar(one) for bar in BARS)


def _lacks_time(one: Candidate) -> bool:
    """Whether a frame that asks for a time has none."""
    ahead = one.hit.frame.type == "meeting" and one.mention.status in ("planned", "expected")  # "will discuss trade with President X"
    return one.hit.frame.dated and one.mention.time is None and not ahead


def _is_uncertain(one: Candidate) -> bool:
    """Whether a frame that only tells what is certain is open or a habit: "buys most of its oil from Orsenda"."""
    if not one.hit.frame.certain or one.mention.time is not None:
        return False
    return (one.mention.status == "hypothetical" and not _is_weighed(one)) or (_is_habit(one.hit) and one.scene.sentence.zone not in HEADS)


def _is_weighed(one: Candidate) -> bool:
    """Whether one country is told to weigh a step that concerns another: "offered to sell Orsenda gas"."""
    clause, kinds = one.hit.clause, one.scene.kinds
    parent = clause.parent if clause is not None else None
    if one.hit.nominal:
        return _weighs_deed(one)
    if clause is None:
        return False
    if parent is not None and parent.verb.lemma == "threaten":
        return True
    above = parent if parent is not None and clause.kind in ("infinitive", "participle") else None
    told = above is not None and (above.verb.lemma in one.scene.words["weighing"] or minded(one.scene, above))
    named = any(kinds[k] & DOERS for k in clause.subject)
    supposed = clause.link in one.scene.words["supposing"] or (above is not None and above.link in one.scene.words["supposing"])
    return _between_states(one) and not supposed and ((named and (told or _may_act(one.hit))) or owned(one.scene, clause) is not None)


def _weighs_deed(one: Candidate) -> bool:
    """Whether one country weighs what a noun names: "is considering the sale of six boats to Orsenda"."""
    doers = bearer(one.scene, one.hit.trigger[0]) or ()
    return any(one.scene.kinds[k] & DOERS for k in doers) and _between_states(one)


def _between_states(one: Candidate) -> bool:
    spans = {argument.span for argument in one.mention.arguments}
    return len({getattr(u.mention, "country", None) for u in one.scene.units if u.span in spans} - {None}) > 1


def _may_act(hit: Hit) -> bool:
    """Whether a modal tells of a step that a government may take; what firms could buy or sell is no news."""
    return hit.clause is not None and hit.frame.type == "dispute" and hit.clause.verb.modal in ("may", "might", "could")


def _is_habit(hit: Hit) -> bool:
    """Whether a verb tells of what is done as a rule: "buys most of its oil from Orsenda"."""
    verb = hit.clause.verb if hit.clause is not None and not hit.nominal else None
    return verb is not None and verb.form == "present" and not (verb.modal or verb.perfect or verb.progressive or verb.passive)


def _only_holds(one: Candidate) -> bool:
    """Whether a verb in the present only tells what holds, and not when it began: "Orsenda, which recognises Halidor"."""
    told_now = one.hit.frame.once and one.mention.time is None and one.mention.status in ("occurred", "ongoing")
    return told_now and _is_habit(one.hit) and one.scene.sentence.zone not in HEADS


def _is_consent(one: Candidate) -> bool:
    """Whether an agreement is only to another event that is told, or to none: "agreed to begin talks", "agreed to differ"."""
    if not one.hit.frame.lone:
        return False
    words, timed = one.scene.words, one.mention.time is not None
    nothing = words["differing"] if timed else words["differing"] | words["going_on"]
    agreed = (c.verb.lemma for c in one.scene.clauses if c.kind == "infinitive" and c.parent is one.hit.clause)
    if _is_opinion(one.scene, one.hit):
        return True
    return any(_tells_what(one.hit, other) for other in one.hits) or any(lemma in nothing for lemma in agreed)


def _is_opinion(scene: Scene, hit: Hit) -> bool:
    """Whether those who agree are only of one mind on what is so: "agreed on Monday that the sanctions had failed"."""
    told = next((c for c in scene.clauses if c.parent is hit.clause and c.kind == "subordinate" and c.link == "that"), None)
    return told is not None and told.verb.modal is None and told.verb.finite and scene.units[told.verb.start].lower != "be"


def _tells_what(hit: Hit, other: Hit) -> bool:
    """Whether another event is what somebody agreed to: "agreed to suspend the works", "agreed to begin talks"."""
    clause = other.clause
    return (
        other is not hit
        and other.frame.nominal != "beside"
        and clause is not None
        and (clause is hit.clause or (clause.parent is hit.clause and (clause.kind == "infinitive" or clause.link == "that")))
    )


def _only_for_talks(one: Candidate) -> bool:
    """Whether talks only say what a meeting or a visit was for: "met in Lima for talks hosted by the premier"."""
    scene, hit, hits = one.scene, one.hit, one.hits
    if hit.frame.type != "negotiation" or hit.frame.stage or hit.theme is None:
        return False
    led = any(u.lower == "for" for u in scene.units[max(0, hit.theme - 3) : hit.theme])
    return led and any(other.frame.type in OCCASIONS and other.trigger[1] <= hit.theme for other in hits)


def _sum_of_aim(one: Candidate) -> bool:
    """Whether a sum only belongs to what somebody may do or wants to: "is in talks to lend Orsenda 5 million"."""
    hit, clause = one.hit, one.hit.clause
    if not hit.nominal or hit.frame.type not in SUMS or clause is None or clause.kind != "infinitive" or hit.trigger[0] < clause.verb.end:
        return False
    return one.mention.status == "occurred" and is_aim(one.scene, clause)


def _only_outcome(one: Candidate) -> bool:
    """Whether a participle only tells what came of a fight told before it: "exchanged fire on Sunday, killing two guards"."""
    hit, hits = one.hit, one.hits
    clause = hit.clause
    if hit.frame.id != OUTCOME or hit.nominal or clause is None or clause.kind != "participle" or clause.verb.form != "ing":
        return False
    return any(other is not hit and other.frame.type == "dispute" and other.trigger[1] <= clause.verb.start for other in hits)


def _beside_in_headline(one: Candidate) -> bool:
    """Whether a headline only brings up the talks before what it tells: "SIGN PACT AFTER 88 DAYS OF TALKS"."""
    return one.hit.frame.nominal == "beside" and one.scene.sentence.zone in HEADS


def _ties_of_firms(one: Candidate) -> bool:
    """Whether ties are those of a firm: "its relationship with Orsen Oil dates back to 2009"."""
    if one.mention.type != "diplomatic_ties":
        return False
    spans = {argument.span for argument in one.mention.arguments}
    return any(unit.span in spans and "company" in one.scene.kinds[k] for k, unit in enumerate(one.scene.units))


def _is_wont(one: Candidate) -> bool:
    """Whether a visit or a meeting is told as a habit: "visited Lima whenever they were in the region", "meet regularly"."""
    scene, hit, mention = one.scene, one.hit, one.mention
    clause = hit.clause
    since = mention.time is not None and mention.time_role == "since"
    if mention.type not in OCCASIONS | {"negotiation"} or clause is None or (mention.time is not None and not since):
        return False
    told = {u.lower for u in scene.units[clause.verb.end : max(hit.theme or 0, hit.trigger[1])]}
    if clause.verb.form == "present" and not clause.verb.modal and told & scene.words["habitual"]:
        return True  # "Since 2007 both hold yearly meetings"
    if clause.link == "whenever" or any(c.parent is clause and c.link == "whenever" for c in scene.clauses):
        return True
    near = {u.lower for u in scene.units[max(0, clause.verb.start - 1) : clause.verb.end + 1]}
    behind = {u.lower for u in scene.units[clause.verb.end : clause.right]}
    return bool(near & scene.words["habitual"]) or "whenever" in behind


def _only_counts(one: Candidate) -> bool:
    """Whether words only say which one a visit told before is: "It will be the first visit by a monarch since 1993"."""
    hit, clause = one.hit, one.hit.clause
    since = one.mention.time_role == "since"
    if not (hit.nominal and hit.frame.type == "visit" and since) or clause is None or clause.verb.lemma != "be":
        return False
    pointing = [one.scene.units[k].lower for k in clause.subject] in (["it"], ["this"], ["that"])
    return pointing and hit.trigger[0] >= clause.verb.end and any(each.hit.frame.type == "visit" for each in one.before)


def _is_regretted(one: Candidate) -> bool:
    """Whether words only deplore what was done: "Ties should never have been cut" tells neither that they were nor that they were not."""
    hit = one.hit
    verb = hit.clause.verb if hit.clause is not None and not hit.nominal else None
    return verb is not None and verb.modal == "should" and verb.perfect and verb.negated


def _only_figures(one: Candidate) -> bool:
    """Whether goods sold abroad are told as a figure of a month or a year: "exported goods worth 5 million dollars in 2019"."""
    scene, hit, mention = one.scene, one.hit, one.mention
    verb = hit.clause.verb if hit.clause is not None and not hit.nominal else None
    if mention.type != "trade_deal" or verb is None or mention.status != "occurred":
        return False
    wares = any(u.lower in scene.words["wares"] for u in scene.units[verb.end : verb.end + 5])
    if verb.lemma not in scene.words["trading"] and not (wares and verb.lemma in scene.words["trading_sums"]):
        return False
    told = next((u.mention for u in scene.units if u.span == mention.time), None)
    return not isinstance(told, TimeMention) or told.time is None or told.time.grain not in ("day", "week", "hour", "minute")


def _only_described(one: Candidate) -> bool:
    """Whether a participle without a time only says who built what another verb tells of: "the bridge, built by Orsenda, was opened"."""
    hit, mention, hits = one.hit, one.mention, one.hits
    clause = hit.clause
    if mention.type != "project" or mention.time is not None or clause is None or hit.nominal or clause.kind != "participle":
        return False
    return any(other is not hit and other.frame.type == "project" and other.clause is not clause for other in hits)


def _only_discussed(one: Candidate) -> bool:
    """Whether it is only told that something was not talked of: "sanctions were not discussed" denies no sanctions."""
    hit, clause = one.hit, one.hit.clause
    if hit.frame.type != "dispute" or clause is None or not clause.verb.negated:
        return False
    return (hit.nominal or hit.frame.status == "hypothetical") and clause.verb.lemma in one.scene.words["talked_of"]


def _at_own_place(one: Candidate) -> bool:
    """Whether somebody is only at a place of his own: "who is at his Orsetal resort"."""
    hit, clause = one.hit, one.hit.clause
    if hit.nominal or hit.frame.type != "visit" or clause is None or clause.verb.lemma != "be":
        return False
    behind = [u.lower for u in one.scene.units[clause.verb.end : clause.verb.end + 2]]
    return behind[:1] in (["at"], ["in"]) and behind[1:] in (["his"], ["her"], ["their"])


def _of_person(one: Candidate) -> bool:
    """Whether it is a person who takes office: "at the inauguration of President X", "her inauguration"."""
    scene, hit = one.scene, one.hit
    if not hit.nominal or hit.frame.type != "project" or hit.theme is not None:
        return False
    head = hit.trigger[1] - 1
    if any(u.lower in ("his", "her") for u in scene.units[max(0, head - 2) : head]):
        return True
    near = [*modifiers(scene.units, head), *(k for word, k in attached(scene.units, head, len(scene.units)) if word == "of")]
    return any("person" in scene.kinds[k] for k in near)


def _restated(one: Candidate) -> bool:
    """Whether a participle without doer and time only names again what was told: "The duties imposed will range from 6 to 9 percent"."""
    scene, hit, mention, before = one.scene, one.hit, one.mention, one.before
    clause = hit.clause
    if clause is None or hit.nominal or mention.time is not None or hit.theme is None or mention.type not in RESTATED:
        return False
    verb = clause.verb
    described = hit.theme in clause.subject and verb.end - verb.start == 1 and scene.units[verb.head].form("part") is not None
    doer = any(p.preposition == "by" for p in clause.after)
    return described and not doer and any(one.hit.frame is hit.frame for one in before)


def _is_over(one: Candidate) -> bool:
    """Whether what is told as still to come of a paper is over, and nothing says how it ended: "voted on the treaty in May"."""
    verb = one.hit.clause.verb if one.hit.clause is not None and not one.hit.nominal else None
    done = verb is not None and verb.form == "past" and verb.finite and not verb.modal
    return one.hit.frame.id == RATIFIED_AHEAD and done and one.mention.time is not None


def _told_by_guests(one: Candidate) -> bool:
    """Whether words only tell where and when a gathering is that somebody is told to go to: "attended a summit held in Lima in May"."""
    hit, clause = one.hit, one.hit.clause
    if hit.nominal or hit.theme is None or hit.agents or clause is None or hit.theme not in clause.antecedent or one.mention.arguments:
        return False
    same = (other for other in one.hits if other is not hit and other.frame.type == hit.frame.type and other.theme == hit.theme)
    return hit.frame.type in OCCASIONS and any(other.agents and other.clause is not clause for other in same)


BARS: tuple[Callable[[Candidate], bool], ...] = (
    _told_by_guests,
    _only_for_talks,
    _sum_of_aim,
    _only_outcome,
    _lacks_time,
    _is_wont,
    _beside_in_headline,
    _only_counts,
    _ties_of_firms,
    _is_regretted,
    _is_uncertain,
    _only_holds,
    _only_figures,
    _of_person,
    _only_discussed,
    _at_own_place,
    _only_described,
    _restated,
    _is_over,
    _is_consent,
)
