"""Other senses of a verb than the one that tells of an event: a figure that moves, a bank that lends, a test that is met."""

from collections.abc import Callable

from tieline.extract.events.frame.scene import Scene
from tieline.extract.events.verbs.tries import Try
from tieline.extract.syntax.clause import Clause

OF_FIRMS = frozenset(("investment.bought", "investment.taken_over"))
SEEN = frozenset({"person", "group", "delegates", "unknown", "body", "actor"})  # whom one meets


def _moves_by(one: Try) -> bool:
    """Whether a verb only tells by how much a figure moved: "it dropped by 4 percent"."""
    scene, clause = one.scene, one.clause
    units, by = scene.units[clause.verb.end : clause.verb.end + 3], scene.units[clause.verb.end : clause.verb.end + 1]
    row = units[1:] if by and by[0].lower == "by" else units[:2]
    share = bool(row) and row[0].tag == "quantity" and row[0].lower.replace("per cent", "percent").endswith(("percent", "%", "pct", "pc"))
    return share and not clause.verb.passive and (len(row) < 2 or row[1].tag == "sign" or row[1].lower in ("in", "from", "to", "last"))


def _is_sold_to(one: Try) -> bool:
    """Whether a firm that is "sold" is who got the goods told right behind: "sold an Orsendan maker 30,000 tonnes of copper"."""
    scene, clause = one.scene, one.clause
    if one.frame.id not in OF_FIRMS or clause.verb.lemma != "sell":
        return False
    behind = [p.head for p in clause.after if p.preposition is None and scene.units[p.head].tag != "time"]
    at = behind.index(one.head) if one.head in behind else len(behind)
    goods = behind[at + 1 : at + 2] if at < len(behind) else []
    return bool(goods) and not any(u.tag == "sign" for u in scene.units[behind[at] : goods[0]])


def _has_what_bars(one: Try) -> bool:
    """Whether something stands with the verb that the frame names as speaking against it."""
    clause = one.clause
    things = clause.subject if clause.verb.passive else [p.head for p in clause.after if p.preposition is None]
    return bool(one.frame.unless) and any(one.scene.kinds[k] & one.frame.unless for k in things)


def _is_lent(one: Try) -> bool:
    """Whether it is a bank or a firm that gives money: what it provides it lends."""
    of_money = one.frame.type == "aid" and "money" in one.frame.theme and not one.clause.verb.passive
    return of_money and any(one.scene.kinds[k] & {"lender", "company", "stake"} for k in one.clause.subject)


def _is_supplied(one: Try) -> bool:
    """Whether it is a firm that hands goods over: what it delivers it has sold."""
    handed = one.frame.type == "aid" and one.frame.stage == "delivered" and one.phrase.lemma in one.scene.words["handing"]
    return handed and not one.clause.verb.passive and any(one.scene.kinds[k] & {"company", "stake"} for k in one.clause.subject)


def _is_timetable(one: Try) -> bool:
    """Whether it is an airline whose flights stop or start again, which is no step between states."""
    flown = one.head is not None and "service" in one.scene.kinds[one.head]
    return one.frame.type == "dispute" and flown and any("company" in one.scene.kinds[k] for k in one.clause.subject)


def _is_presence(one: Try) -> bool:
    """Whether it is a firm that is or goes somewhere, which is no visit: "Halidor Oil has been in Orsenda since 2003"."""
    kinds = [one.scene.kinds[k] for k in one.clause.subject]
    return one.frame.type == "visit" and bool(kinds) and all("company" in kind for kind in kinds)


def _is_private(one: Try) -> bool:
    """Whether those who visit come for themselves: "citizens who want to visit Togo"."""
    clause, units = one.clause, one.scene.units
    if one.frame.type != "visit" or not clause.subject:
        return False
    return all(units[k].lower.split()[-1] in one.scene.words["private"] for k in clause.subject)


def _is_busy_with(one: Try) -> bool:
    """Whether a passive with "with" tells of no dispute: "is occupied with elections"."""
    verb = one.clause.verb
    return (
        one.frame.type == "dispute"
        and verb.passive
        and one.phrase.rest is None
        and [u.lower for u in one.scene.units[verb.end : verb.end + 1]] == ["with"]
    )


def _will_do_by_paper(one: Try) -> bool:
    """Whether it is only told what an agreement will do: "under an accord that will relax limits on travel"."""
    scene, clause = one.scene, one.clause
    if one.frame.type != "dispute":
        return False
    doers = [k for k in clause.subject if "agreement" in scene.kinds[k]]
    ahead = clause.verb.modal in ("will", "would", "shall", "may", "could", "should") or clause.verb.form == "present"
    return bool(doers) and ahead and not clause.verb.passive and not clause.verb.perfect


def _only_closer(one: Try) -> bool:
    """Whether ties are only to be closer than they are: "to forge closer ties" founds none."""
    if one.frame.type != "diplomatic_ties" or one.head is None or one.frame.stage != "established":
        return False
    return any(unit.lower in one.scene.words["closer"] for unit in one.scene.units[max(0, one.head - 3) : one.head])


def _is_not_of_states(one: Try) -> bool:
    """Whether what is recognised is no state: "recognised Accra as the capital", "recognised Serbian-issued plates"."""
    return one.phrase.lemma in ("recognise", "recognize") and (_as_seat(one.scene, one.clause) or _of_a_people(one.scene, one.head))


def _holds_round(one: Try) -> bool:
    """Whether what is held is a round of talks and no meeting of its own: "held a fourth round of talks"."""
    return one.frame.type == "meeting" and any("round" in one.scene.kinds[k] for k in range(one.clause.verb.end, one.end))


def _is_applied_for(one: Try) -> bool:
    """Whether something is asked for: "applied for membership", "the pact, for which it applied"."""
    scene, clause = one.scene, one.clause
    if one.phrase.lemma != "apply" or one.frame.stage != "in_force":
        return False
    behind = scene.units[clause.verb.end].lower if clause.verb.end < len(scene.units) else ""
    led = scene.units[clause.left - 2].lower if clause.kind == "relative" and clause.left > 1 else ""
    return "for" in (behind, led)


def _is_bargaining(one: Try) -> bool:
    """Whether talks of countries are over prices, debts or tariffs, and no mere meeting: "held debt talks"."""
    units, clause = one.scene.units, one.clause
    row = range(clause.verb.end, one.end)
    over = any("talks" in one.scene.kinds[k] and units[k - 1].lower in one.scene.words["bargained_over"] for k in row)
    return one.frame.type == "meeting" and over and not any("person" in one.scene.kinds[k] for k in clause.subject)


def _meets_thing(one: Try) -> bool:
    """Whether what is met is a thing: "meets three of the tests"."""
    clause, units = one.clause, one.scene.units
    behind = next((p for p in clause.after if p.head >= one.end and units[p.head].tag != "time"), None)
    if one.phrase.lemma != "meet" or clause.verb.passive or behind is None or behind.preposition is not None:
        return False
    at = behind.head
    while at + 2 < len(units) and units[at + 1].tag == "coordinator" and units[at + 2].tag == "noun":
        at += 2 + (at + 3 < len(units) and units[at + 3].tag == "noun")  # "met Halidor's civilian and military leaders"
    if units[at].lower in ("time", "times"):
        return False  # "met three times in May"
    return units[at].tag in ("noun", "number", "quantity") and not one.scene.kinds[at] & SEEN


def _receives_thing(one: Try) -> bool:
    """Whether an "it" is received, which is nobody: "the premier has yet to receive it"."""
    meets = one.frame.type in ("meeting", "visit") and one.phrase.lemma in ("receive", "meet", "welcome", "host")
    behind = one.scene.units[one.clause.verb.end].lower if one.clause.verb.end < len(one.scene.units) else ""
    return meets and not one.clause.verb.passive and behind == "it"


def _as_seat(scene: Scene, clause: Clause) -> bool:
    """Whether what is recognised is what something is, and no state: "as the capital", "as the winner"."""
    behind = [u.lower for u in scene.units[clause.verb.end : clause.verb.end + 9]]
    at = behind.index("as") if "as" in behind else None
    if at is None:
        return False
    power = at + 1 < len(behind) and bool(scene.kinds[clause.verb.end + at + 1] & {"authority", "person"})  # "as its interim president"
    return not power and not any(word.split()[-1] in scene.words["statehood"] for word in behind[at + 1 : at + 6])


def _of_a_people(scene: Scene, theme: int | None) -> bool:
    """Whether a word for a people only describes what is recognised: "recognised Serbian-issued plates"."""
    if theme is None or getattr(scene.units[theme].mention, "form", "") != "demonym":
        return False
    behind = scene.units[theme + 1 : theme + 3]
    return not any(u.lower in scene.words["statehood"] for u in behind)


SENSE_BARS: tuple[Callable[[Try], bool], ...] = (
    _moves_by,
    _is_sold_to,
    _has_what_bars,
    _only_closer,
    _is_lent,
    _is_supplied,
    _is_timetable,
    _is_presence,
    _is_private,
    _is_busy_with,
    _will_do_by_paper,
    _is_not_of_states,
    _holds_round,
    _is_applied_for,
    _is_bargaining,
    _meets_thing,
    _receives_thing,
)
