"""From a frame that fits to the mention of an event."""

from tieline.extract.events.frame.classes import Classes
from tieline.extract.events.frame.frames import Frame
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.status.cues import done_by_agreeing
from tieline.extract.events.status.qualifier_rules import Qualifiers
from tieline.extract.events.status.qualifiers import status_of
from tieline.extract.events.when.offsets import offset, years_since
from tieline.extract.events.when.timing import place_of, promised_at, time_of
from tieline.extract.events.who.arguments import arguments_of
from tieline.extract.events.who.bargains import of_firm, of_stake
from tieline.extract.events.wording import wording
from tieline.extract.syntax.nouns import level, ordinal, phrase_start
from tieline.model.mention import EventMention
from tieline.model.span import Span
from tieline.model.time import TimeMention

OF_DEALS = frozenset(("signed", "initialled", "proposed", "cancelled", "concluded"))
CHANGED = frozenset(("amended", "suspended", "terminated", "lapsed", "rejected"))  # what becomes of a contract
UNSTAGED = frozenset(("concluded", "cancelled", "proposed", *CHANGED))  # of a loan, a grant or a contract these are no stages
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
ON_PAPER = frozenset(("signed", "initialled", "cancelled"))
ABOUT_AGREEMENTS = frozenset(("agreement", "negotiation", "trade_deal", "investment", "aid", "partnership"))


def mention_of(scene: Scene, hit: Hit, classes: Classes, qualifiers: Qualifiers) -> EventMention:
    """The mention of an event: its type and stage, who, when, where, and how sure."""
    units, frame = scene.units, hit.frame
    away = offset(scene, hit)
    timing = (away[0], "at") if away is not None else time_of(scene, hit)
    place = place_of(scene, hit)
    arguments = arguments_of(scene, hit)
    agreement = agreement_of(scene, hit)
    told = sorted(_classes_of_theme(scene, hit), key=lambda c: (c == "contract", c))  # a loan contract is a loan
    kind = next((classes.types[c] for c in told if c in classes.types), None)
    kind = "investment" if of_stake(scene, hit) else kind or ("trade_deal" if of_firm(scene, hit, arguments) else None)
    changed = kind == "trade_deal" and frame.stage in CHANGED
    type_ = kind if kind and frame.type == "agreement" and (frame.stage in OF_DEALS or changed) else frame.type
    type_ = "investment" if type_ == "aid" and _is_bank_credit(scene, hit) else type_
    status, reasons = (hit.status, ("told so beside it",)) if hit.status else status_of(scene, hit, qualifiers, dated=_reach(scene, timing))
    if status == "occurred" and timing is not None and _still_ahead(scene, hit, timing[0]):
        status, reasons = "planned", ("told with a time to come",)
    if timing is not None and status in ("planned", "expected", "hypothetical") and _of_promise(scene, hit, timing[0]):
        timing = None
    if timing is not None and timing[1] != "at" and _of_what_is_agreed(scene, hit, timing[0]):
        timing = None
    head = hit.trigger[0] if hit.nominal else (hit.clause.verb.head if hit.clause else hit.trigger[0])
    return EventMention(
        span=_span(scene, hit, timing[0] if timing and away is None else None),
        trigger=Span(units[hit.trigger[0]].start, units[hit.trigger[1] - 1].end),
        sentence=scene.sentence.index,
        rule=frame.id,
        type=type_,
        stage=None if _whole_stay(scene, hit) or _only_agreed(frame, type_) else frame.stage_if.get(status, frame.stage),
        status=status,
        arguments=arguments,
        time=timing[0] if timing else None,
        time_role=timing[1] if timing else "at",
        place=place,
        agreement=agreement,
        level=_without_article(hit.level) or (level(units, head, scene.words["levels"]) if hit.nominal else visit_level(scene, hit)),
        ordinal=ordinal(units, head, scene.words.tables["counts"]) if hit.nominal else None,
        reasons=reasons,
        years_before=hit.years or (years_since(scene, hit) if timing is None else None),
        topic=hit.theme_span if frame.type == "project" else None,
        shift=away[1] if away is not None else hit.shift,
        together=hit.together,
        promised=promised_at(scene, hit),
        past=_in_past(hit),
        wording=wording(scene, hit),
    )


def _classes_of_theme(scene: Scene, hit: Hit) -> frozenset[str]:
    """The classes of what an event happens to; of what a pronoun stands for, those under which it was spoken of."""
    if hit.theme is not None and scene.units[hit.theme].span == hit.theme_span:
        return scene.kinds[hit.theme]
    if hit.theme_span is None or hit.frame.stage not in ON_PAPER:
        return frozenset()
    inside = [scene.kinds[k] for k, unit in enumerate(scene.units) if unit.span == hit.theme_span]
    return inside[0] if inside else scene.focus.kinds_at(hit.theme_span)


def _is_bank_credit(scene: Scene, hit: Hit) -> bool:
    """Whether a credit is that of a bank, which lends and gives nothing away: "The Development Bank approved a credit"."""
    credit = hit.theme is not None and scene.units[hit.theme].lower.split()[-1] in scene.words["bank_credits"]
    return credit and any("lender" in scene.kinds[k] for _, k in hit.agents)


def _in_past(hit: Hit) -> bool:
    """Whether a finite verb in the past tells it."""
    verb = hit.clause.verb if hit.clause is not None and not hit.nominal else None
    return verb is not None and verb.form == "past" and verb.finite and not verb.modal


def _only_agreed(frame: Frame, type_: str) -> bool:
    """Whether a loan, grant or contract is told to be agreed or called off, which is no stage of its own: "the loan was agreed in May"."""
    return type_ != frame.type and frame.stage in UNSTAGED


def _whole_stay(scene: Scene, hit: Hit) -> bool:
    """Whether the end of a visit is told with its length, so that the whole of it is: "ended a three-day visit to Lima"."""
    if hit.frame.type != "visit" or hit.frame.stage != "concluded":
        return False
    row = scene.units[hit.trigger[0] : hit.trigger[1]]
    visit = any(u.lower in scene.words["visits"] for u in row)
    return visit and any(isinstance(u.mention, TimeMention) and u.mention.timex3.type == "DURATION" for u in row)


def _reach(scene: Scene, timing: tuple[Span, str] | None) -> str | None:
    """Whether an event has a time, and whether a verb in the present makes it one to come: "leaves for Lima on Monday"."""
    if timing is None:
        return None
    unit = next((u for u in scene.units if u.span == timing[0]), None)
    first, *behind = unit.text.split() if unit is not None else [""]
    weekday = first[:1].isupper() and not first[-1].isdigit() and all(word in PARTS_OF_DAY for word in behind)
    weekday = weekday or (unit is not None and (unit.lower in ("today", "tonight", "later today") or first.lower() in ("tomorrow", "next")))
    return "ahead" if weekday and scene.sentence.zone == "prose" else "told"


def _still_ahead(scene: Scene, hit: Hit, time: Span) -> bool:
    """Whether a noun names an event with words for a time to come: "next week's summit", "talks later on Wednesday"."""
    unit = next((u for u in scene.units if u.span == time), None)
    if unit is None or hit.years or not (hit.nominal or (hit.clause is not None and hit.clause.verb.form == "present")):
        return False
    words = unit.lower.split()
    return words[0] in ("tomorrow", "next") or words[:2] in (["later", "on"], ["later", "in"], ["later", "this"])


def _of_promise(scene: Scene, hit: Hit, time: Span) -> bool:
    """Whether a time is that of the promise and not of what was promised: "agreed last May to revise the accord"."""
    clause = hit.clause
    if clause is None or hit.nominal or clause.kind != "infinitive" or clause.parent is None:
        return False
    past = clause.parent.verb.form == "past" and not clause.parent.verb.modal and hit.frame.stage != "announced"
    return past and time.start < scene.units[clause.verb.start].start and not done_by_agreeing(scene, hit, clause)


def _of_what_is_agreed(scene: Scene, hit: Hit, time: Span) -> bool:
    """Whether a term is that of what was agreed and not of the agreement: "agreed to link their grids by 2016"."""
    if not hit.frame.lone:
        return False
    told = (c for c in scene.clauses if c.parent is hit.clause and (c.kind == "infinitive" or c.link == "that"))
    return any(time.start > scene.units[c.verb.start].start for c in told)


def _without_article(words: str | None) -> str | None:
    return words.removeprefix("a ").removeprefix("the ") if words else None


def agreement_of(scene: Scene, hit: Hit) -> Span | None:
    """The agreement that an event is about; for talks, the one that they are on: "negotiations on a free trade pact"."""
    if hit.frame.type not in ABOUT_AGREEMENTS or hit.theme_span is None:
        return None
    if hit.level:
        named = [k for k in range(*hit.trigger) if "partnership" in scene.kinds[k]]
        return scene.units[named[-1]].span if named else hit.theme_span
    if hit.theme is None or not scene.kinds[hit.theme] & {"talks", "round"}:
        return hit.theme_span
    units, wanted = scene.units, frozenset(("agreement",))
    for k in range(hit.theme + 1, min(hit.theme + 10, len(units))):
        if wanted & scene.kinds[k]:
            return units[k].span
        if units[k].tag in ("sign", "be", "modal", "have", "relative") or (units[k].tag == "verb" and not units[k].form("base", "ing")):
            break
    before = [k for k in range(max(0, hit.theme - 2), hit.theme) if scene.kinds[k] & wanted]
    if before:
        return units[before[-1]].span
    return scene.focus.last(wanted, scene.sentence.index, units, scene.kinds, hit.theme)


def visit_level(scene: Scene, hit: Hit) -> str | None:
    """The level of a visit that a verb tells of: "paid a working visit"."""
    for k in range(*hit.trigger):
        if scene.units[k].lower in scene.words["visits"]:
            return level(scene.units, k, scene.words["levels"])
    if hit.frame.type == "visit" and hit.clause is not None:
        behind = [k for k in range(hit.clause.verb.end, hit.clause.right) if scene.units[k].lower in scene.words["visits"]]
        return level(scene.units, behind[0], scene.words["levels"]) if behind else None
    return None


def _span(scene: Scene, hit: Hit, time: Span | None) -> Span:
    """The shortest run of words that holds trigger, theme, subject and time."""
    units = scene.units
    places = [*range(*hit.trigger)]
    low, high = hit.trigger
    if hit.clause is not None and not hit.nominal:
        low = hit.clause.left
    reach = low - 12 if hit.nominal or hit.clause is None or hit.clause.kind in ("relative", "participle") else low
    if hit.theme is not None and hit.theme >= reach:
        places += [hit.theme, phrase_start(units, hit.theme, max(0, reach))]
    places += [k for _, k in hit.agents if k >= reach]
    if hit.clause is not None and not hit.nominal:
        places += [k for k in hit.clause.subject if k >= low]
        places += [phrase_start(units, k, low) for k in hit.clause.subject if k >= low]
    inherited = hit.clause is not None and not hit.nominal and hit.clause.kind == "main" and hit.clause.link in ("and", ",")
    places += [k for k, unit in enumerate(units) if unit.span == time and not (inherited and k < low)]
    start, end = min(places), max(places)
    return Span(units[start].start, units[max(end, high - 1)].end)
