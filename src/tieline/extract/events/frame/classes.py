"""What class of thing a unit names: agreement, talks, ties, project, person, country, ..."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tieline.extract.events.frame.words import words_of
from tieline.extract.syntax.grammar import grammar_of
from tieline.extract.syntax.unit import Unit
from tieline.model.mention import ActorMention, AgreementMention, QuantityMention
from tieline.rules.load import Rulebook

BODIES = frozenset(("committee", "commission", "board", "panel", "council", "group"))
COUNTS = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "dozens", "scores", "several")
)
DECREED = frozenset(("customs", "executive", "court", "expulsion", "deportation", "removal", "government", "ministerial", "presidential"))
STANDING = frozenset(("joint", "advisory", "technical", "ministerial", "intergovernmental", "bilateral", "standing"))
STAFF = frozenset(("members", "staff", "staffers", "employees", "officials", "workers", "officers", "personnel", "aides"))
MISSIONS = frozenset(("embassy", "mission", "consulate", "legation", "embassies", "missions", "consulates"))
FORMS = {"demonym": "country", "metonym": "country"}


@dataclass(frozen=True, eq=False)
class Classes:
    """Head nouns and mention kinds by class, and the type that a class gives an event."""

    heads: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]
    types: Mapping[str, str]
    compounds: Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()
    bargaining: frozenset[str] = frozenset()
    bargained: frozenset[str] = frozenset()
    fired: frozenset[str] = frozenset()

    def of(self, unit: Unit) -> frozenset[str]:
        """All classes of a unit."""
        mention = unit.mention
        if isinstance(mention, ActorMention):
            found = _actor(mention) | self.heads.get(_head(unit.lower), frozenset()) | self.heads.get(unit.lower, frozenset())
            if mention.kind == "unknown" and " " in mention.text.strip():
                found |= {"full name"}
            return found | self.heads.get((mention.title or "").lower().split(" ")[-1], frozenset()) if mention.form == "name" else found
        if isinstance(mention, AgreementMention):
            return self._agreement(mention)
        if isinstance(mention, QuantityMention):
            unit_name = mention.unit or ""
            kind = {"money"} if mention.kind == "money" else {"quantity", unit_name}
            words = unit.lower.split()
            return frozenset(kind) | self.heads.get(words[-1], frozenset()) | self.heads.get(" ".join(words[-3:]), frozenset())
        if unit.tag == "time":
            return frozenset(("time", "year") if len(unit.text) == 4 and unit.text.isdigit() else ("time",))
        if unit.tag == "noun":
            return self.heads.get(unit.lower) or self.heads.get(unit.lower.rsplit("-", 1)[-1], frozenset())  # "tablet-maker"
        return frozenset()

    def along(self, units: Sequence[Unit]) -> list[frozenset[str]]:
        """The classes of each unit of a sentence, with what the neighbours add: counted goods, meetings of leaders."""
        found = [self.of(unit) for unit in units]
        for k, unit in enumerate(units):
            if _foreign(units, k):
                found[k] |= {"foreign"}
            if "fire" in found[k] and ("foreign" in found[k] or _sent_from(units, k, self.fired)):
                found[k] |= {"foreign_fire"}
            if unit.tag == "noun" and k and any(u.tag == "number" or u.lower in self.numbers for u in units[max(0, k - 3) : k]):
                found[k] |= {"counted"}
            if unit.lower.rsplit(" ", 1)[-1] in STAFF and _of_mission(units, k):
                found[k] |= {"diplomat"}
            together = self._compound(units, k) if unit.tag == "noun" else None
            if together is not None:
                found[k] = together
            if "round" in found[k] and (_of_another(units, k, self.heads) or (k + 1 < len(units) and units[k + 1].tag == "noun")):
                found[k] -= {"round"}
            if found[k] & {"agreement"} and not found[k] & set(self.types) and self._bargain(units, k):
                found[k] |= {"contract"}
            if unit.lower in ("order", "orders") and k and units[k - 1].lower in DECREED:
                found[k] -= {"contract"}  # "the customs order of May"
            if unit.lower == "panel" and any(u.lower in STANDING for u in units[max(0, k - 3) : k]):
                found[k] = frozenset(("body", "commission"))  # "the joint rivers panel" hears no case
            if unit.lower in ("meeting", "summit") and _of_leaders(units, k):
                found[k] = frozenset(("summit",))
        return found

    def _bargain(self, units: Sequence[Unit], k: int) -> bool:
        """Whether an agreement is one to buy or sell: "a deal to buy 20 aircraft", "an accord for the supply of gas"."""
        near = list(units[k + 1 : k + 7])
        if (near and near[0].tag == "time") or (len(near) > 1 and near[0].tag == "preposition" and near[1].tag == "time"):
            near = near[1 if near[0].tag == "time" else 2 :]  # "a deal on Friday to import 20 buses"
        behind = [unit.lower for unit in near[:4]]
        if behind[:1] == ["to"]:
            return bool(behind[1:2]) and behind[1] in self.bargaining
        if behind[:1] == ["with"]:  # "a deal with an Orsendan firm to sell 300 jets"
            far = units[k + 2 : k + 10]
            at = next(
                (m for m, unit in enumerate(far) if unit.lower == "to" or unit.tag in ("sign", "verb", "be", "modal", "relative")), None
            )
            return at is not None and far[at].lower == "to" and at + 1 < len(far) and far[at + 1].lower in self.bargaining
        words = [word for word in behind[1:] if word not in ("the", "a", "an")]
        return behind[:1] in (["for"], ["on"], ["covering"]) and bool(words) and words[0] in self.bargained

    def _compound(self, units: Sequence[Unit], k: int) -> frozenset[str] | None:
        """The classes of a head noun together with the words beside it: "a line of credit", "a soft loan"; None where it stands alone."""
        for words, classes in self.compounds.get(units[k].lower, ()):
            if words[:1] == ("first",) and len(words) == 2 and _first_before(units, k):
                return classes
            start = k if words[0] == units[k].lower else k + 1 - len(words)
            if start >= 0 and tuple(unit.lower for unit in units[start : start + len(words)]) == words:
                return classes
        return None

    def _agreement(self, mention: AgreementMention) -> frozenset[str]:
        last = mention.text.lower().split()[-1].strip(".,;()'’s") if mention.text else ""
        if mention.kind == "partnership":
            return frozenset(("partnership",))
        if mention.kind == "free_trade" and last == "partnership":
            return self.kinds.get(mention.kind, frozenset()) | {"agreement"}  # "the Trans-Sarnic Partnership"
        found = self.kinds.get(mention.kind, frozenset()) | self.heads.get(last, frozenset())
        return found | {"agreement"}


def _of_mission(units: Sequence[Unit], k: int) -> bool:
    """Whether those told of serve at a mission: "two members of Orsenda's embassy staff", "three embassy employees"."""
    near = list(units[max(0, k - 2) : k])
    for unit in units[k + 1 : k + 6]:
        if unit.tag in ("verb", "be", "modal", "have", "sign", "relative", "time"):
            break
        near.append(unit)
    return any(MISSIONS & set(unit.lower.split()) for unit in near)


def _first_before(units: Sequence[Unit], k: int) -> bool:
    """Whether "first" opens the noun phrase of a head: "the first Orsendan LNG cargo"."""
    at = k - 1
    while at > 0 and k - at < 4 and units[at].tag in ("noun", "actor") and units[at].lower != "first":
        at -= 1
    return at >= 0 and units[at].lower == "first"


def _actor(mention: ActorMention) -> frozenset[str]:
    kind = FORMS.get(mention.form, mention.kind)
    found = {"actor", kind}
    if kind in ("country", "place"):
        found.add("destination")
    return frozenset(found)


def _foreign(units: Sequence[Unit], k: int) -> bool:
    """Whether a noun is told as another country's: "Ghanaian trucks", "33 Russians"."""
    unit = units[k]
    if isinstance(unit.mention, ActorMention):
        people = unit.lower.endswith("s") and bool(units[max(0, k - 1) : k]) and units[k - 1].tag in ("number", "noun", "determiner")
        return unit.mention.form == "group" or (unit.mention.form == "demonym" and people)
    before = units[k - 1] if k else None
    if unit.tag != "noun" or before is None:
        return False
    near = before if before.tag == "actor" else (units[k - 2] if k > 1 and before.tag == "noun" else before)
    if not isinstance(near.mention, ActorMention):
        return False
    return near.mention.form == "demonym" or (near.mention.kind == "country" and unit.lower.endswith("s") and _counted(units, k))


def _counted(units: Sequence[Unit], k: int) -> bool:
    """Whether a number stands before the country by whose name a noun is told: "two Halidor game wardens"."""
    at = next((m for m in range(k - 1, max(-1, k - 3), -1) if units[m].tag == "actor"), 0)
    return at > 0 and (units[at - 1].tag == "number" or units[at - 1].lower in COUNTS)


def _sent_from(units: Sequence[Unit], k: int, fired: frozenset[str]) -> bool:
    """Whether shells are told with the country that they came from: "rockets fired from Orsenda"."""
    behind = units[k + 1 : k + 5]
    at = next((m for m, unit in enumerate(behind) if unit.lower in ("from", "by")), None)
    return bool(at) and behind[0].lower in fired and any(isinstance(unit.mention, ActorMention) for unit in behind[at:])


def _of_another(units: Sequence[Unit], k: int, heads: Mapping[str, frozenset[str]]) -> bool:
    """Whether a round is one of something else than talks: "a round of tax payments"."""
    if k + 2 >= len(units) or units[k + 1].lower != "of":
        return False
    row = units[k + 2 : k + 10]
    noun = next(
        (u for u, after in zip(row, [*row[1:], None], strict=True) if u.tag == "noun" and (after is None or after.tag != "noun")), None
    )
    return noun is not None and not heads.get(noun.lower, frozenset()) & {"talks", "meeting", "summit", "sanction", "visit"}


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word if word.endswith("s") else word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def _head(words: str) -> str:
    """The head noun in the words for an actor: "their ambassadors from Egypt" gives "ambassadors"."""
    kept: list[str] = []
    for word in words.split():
        if kept and word in ("from", "to", "of", "in", "at", "and", "for", "on"):
            break
        kept.append(word.rstrip(","))
        if word.endswith(","):
            break
    return kept[-1]


def _of_leaders(units: Sequence[Unit], k: int) -> bool:
    """Whether a meeting is one of a forum: "the Leaders' Meeting", "the meeting of the Rio Group"."""
    before = {u.lower for u in units[max(0, k - 4) : k]}
    after = units[k + 1 : k + 4]
    body = any(word in BODIES for u in after for word in u.lower.split())
    forum = (
        not body
        and len(after) > 1
        and after[0].lower == "of"
        and any(isinstance(u.mention, ActorMention) and u.mention.kind == "organization" for u in after)
    )
    return "leaders" in before or "summit" in before or forum


@lru_cache(maxsize=4)
def classes_of(rulebook: Rulebook) -> Classes:
    """The classes of a rulebook's events."""
    table: dict[str, dict[str, str]] = {}
    together: dict[str, str] = {}
    for _, content in rulebook.tables("en/events"):
        table.update(content.get("class", {}))
        together.update(content.get("compounds", {}))
    heads: dict[str, set[str]] = {}
    kinds: dict[str, set[str]] = {}
    types: dict[str, str] = {}
    words = words_of(rulebook)
    for name, entry in table.items():
        wide = {name, entry["is"]} if "is" in entry else {name}
        for word in entry.get("heads", "").split():
            heads.setdefault(word, set()).update(wide)
            heads.setdefault(_plural(word), set()).update(wide)
        for full in entry.get("names", ()):
            heads.setdefault(full, set()).update(wide)
        for kind in entry.get("kinds", "").split():
            kinds.setdefault(kind, set()).update(wide)
        if "type" in entry:
            types[name] = entry["type"]
    return Classes(
        _frozen(heads),
        _frozen(kinds),
        types,
        _compounds(together),
        grammar_of(rulebook).words["counting"],
        words["bargaining"],
        words["bargained"],
        words["fired"],
    )


def _compounds(table: Mapping[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """Words that together name a thing, by their head: the first word before "of", else the last one."""
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for phrase, classes in table.items():
        words = tuple(phrase.split())
        found.setdefault(words[0] if "of" in words else words[-1], []).append((words, frozenset(classes.split())))
    return {head: tuple(rows) for head, rows in found.items()}


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in found.items()}
