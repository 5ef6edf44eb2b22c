"""Agreements that are bargains: made with a firm, to build, run or supply something or for a sum of money."""

from collections.abc import Sequence

from tieline.extract.events.frame.scene import Hit, Scene
from tieline.model.mention import Argument

FEW = 5  # units between an agreement and the infinitive that tells what it is on
REACH = 24  # units behind an agreement within which it is told what it is for


def of_stake(scene: Scene, hit: Hit) -> bool:
    """Whether what is agreed is to buy a firm or a part of one: "signed a deal to buy 51 percent of a lender"."""
    if hit.frame.type != "agreement" or hit.theme is None:
        return False
    buying = next((c for c in scene.clauses if c.kind == "infinitive" and hit.theme < c.verb.start <= hit.theme + FEW), None)
    if buying is None or buying.verb.lemma not in scene.words["taking_over"]:
        return False
    things = [p.head for p in buying.after if p.preposition is None]
    return any(scene.kinds[k] & {"shares", "stake", "company", "percent"} for k in things[:1])


def of_firm(scene: Scene, hit: Hit, arguments: Sequence[Argument]) -> bool:
    """Whether an agreement is a bargain with a firm: "signed a deal worth 5 million dollars with Halidor Oil to build a port"."""
    if hit.frame.type != "agreement" or hit.theme is None or scene.units[hit.theme].lower.split()[-1] not in scene.words["bargains"]:
        return False
    spans = {one.span for one in arguments}
    firm = any(unit.span in spans and "company" in scene.kinds[k] for k, unit in enumerate(scene.units))
    with_firm = _with_firm(scene, hit.theme)
    return ((firm or with_firm) and _for_works(scene, hit.theme)) or (with_firm and "deal" in scene.kinds[hit.theme])


def _with_firm(scene: Scene, theme: int) -> bool:
    """Whether an unnamed firm is the other side: "with a Halidoran firm"."""
    behind = scene.units[theme + 1 : theme + REACH]
    at = next((k for k, unit in enumerate(behind, theme + 1) if unit.lower in ("with", "between")), None)
    if at is None:
        return False
    for k in range(at + 1, min(at + 8, len(scene.units))):
        if scene.units[k].tag in ("verb", "be", "modal", "relative", "preposition", "sign"):
            return False
        if scene.kinds[k] & {"company"} or scene.units[k].lower in scene.words["houses"]:
            return True
    return False


def _for_works(scene: Scene, theme: int) -> bool:
    """Whether it is told what a bargain is for, or for how much."""
    units = scene.units
    for k in range(theme + 1, min(theme + REACH, len(units))):
        if units[k].tag in ("relative", "subordinator") or units[k].lower in ("after", "before", "following", "during"):
            return False
        if "money" in scene.kinds[k] or (units[k].lower in scene.words["bargained"] and units[k].tag == "noun"):
            return True
        if units[k].lower == "to" and k + 1 < len(units) and units[k + 1].lower in scene.words["bargaining"] | scene.words["works"]:
            return True
    return "money" in scene.kinds[theme - 1] if theme else False
