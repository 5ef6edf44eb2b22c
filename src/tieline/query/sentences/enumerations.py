"""What a sentence lists: the members of "in wool, timber and hides", and the noun for them in "goods such as"."""

from collections.abc import Iterator

from tieline.extract.syntax.unit import Unit
from tieline.light import dataclass
from tieline.query.reading.words import stem
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

_INSIDE = frozenset(("noun", "actor", "agreement", "number", "'s"))
_LONGEST = 8  # units of one member
_CUES = frozenset(("as", "including", "like", "namely", "covering", "involving", "especially", "particularly", "notably", "spanning"))
_REST = frozenset(("other", "others", "more", "elsewhere", "further"))
_LOOSE = frozenset(("including", "as", "like", "especially", "particularly", "notably"))  # cues of lists that leave something out


@dataclass(frozen=True)
class Enumeration:
    """What a sentence lists. `kinds`: stems of the nouns for it; `lead`: those of the words right before; `whole`: nothing is left out."""

    members: tuple[str, ...]
    kinds: frozenset[str]
    lead: frozenset[str]
    whole: bool
    start: int
    end: int


def enumerations(view: View, passage: Passage) -> tuple[Enumeration, ...]:
    """The lists of a sentence, in order."""
    kept: tuple[Enumeration, ...] | None = passage.__dict__.get("_enumerations")
    if kept is None:
        kept = passage.__dict__["_enumerations"] = tuple(_lists(parsed(view, passage), passage.document.text, kind_nouns(view)))
    return kept


def kind_nouns(view: View) -> frozenset[str]:
    """The stems of the nouns that say only what sort of things is listed: "sectors", "areas", "products"."""
    return view.lexicon.listed["sorts"]


def _lists(row: Parsed, text: str, sorts: frozenset[str]) -> Iterator[Enumeration]:
    done = 0
    for k, unit in enumerate(row.units):
        if unit.lower in ("and", "or") and unit.tag == "coordinator" and k >= done and not _inner(row.units, k):
            parts = [part for part in _parts(row.units, k) if not _by_the_way(row.units, *part)]
            if len(parts) > 1:
                done = parts[-1][1]
                yield _made(row.units, parts, text, sorts)


_ASIDE = frozenset(("particular", "general", "addition", "fact", "short", "turn", "return", "part"))


def _by_the_way(units: tuple[Unit, ...], start: int, end: int) -> bool:
    """Whether what stands between commas is no member: "in particular, trade and transport"."""
    return end - start == 1 and start > 0 and units[start].lower in _ASIDE and units[start - 1].lower == "in"


def _inner(units: tuple[Unit, ...], k: int) -> bool:
    """Whether a coordinator joins two words of one member: "science and technology, health and justice"."""
    end = _run_right(units, k + 1)
    if end >= len(units) - 1 or units[end].text != ",":
        return False
    return _inner_ahead(units, end)


def _inner_ahead(units: tuple[Unit, ...], comma: int) -> bool:
    """Whether a list goes on behind a comma to its "and"."""
    for _ in range(8):
        start = _skip(units, comma + 1)
        if start < len(units) and units[start].lower in ("and", "or"):
            return not _new_clause(units, start + 1)
        comma = _run_right(units, start)
        if comma == start or comma >= len(units) or units[comma].text != ",":
            return comma < len(units) and comma > start and units[comma].lower in ("and", "or")
    return False


_FINITE = frozenset(("be", "have", "modal", "do"))


def _new_clause(units: tuple[Unit, ...], k: int) -> bool:
    """Whether what stands behind ", and" is a clause with its own verb: "..., and the growth of both is slowing"."""
    if k < len(units) and units[k].tag in ("verb", *_FINITE):
        return True
    end = k
    for _ in range(3):
        end = _run_right(units, end)
        if end >= len(units) or units[end].tag != "preposition":
            break
        end += 1
    return (
        end < len(units)
        and end > k
        and (units[end].tag in _FINITE or (units[end].tag == "verb" and units[end].form("past", "s") is not None))
    )


def _skip(units: tuple[Unit, ...], k: int) -> int:
    """The place behind a determiner."""
    return k + 1 if k < len(units) and units[k].tag == "determiner" else k


def _fits(units: tuple[Unit, ...], k: int) -> bool:
    """Whether a unit can stand inside a member; a hyphen where it parts nothing, a verb where it is one word of a name of a thing."""
    unit = units[k]
    if unit.tag in _INSIDE:
        return True
    if unit.text in ("-", "&", "\u2011"):
        return 0 < k < len(units) - 1 and units[k - 1].end == unit.start == units[k + 1].start - len(unit.text)
    if unit.tag != "verb" or k == 0:
        return False
    behind = units[k + 1] if k + 1 < len(units) else None
    before = units[k - 1]
    listed = before.text == "," or before.tag in ("coordinator", "preposition", "noun", "determiner")
    closes = behind is None or behind.tag in ("coordinator", "noun", "preposition") or behind.text in ",.;:"
    return listed and closes and (unit.form("ing") is not None or (behind is not None and behind.tag == "noun" and before.text == ","))


def _run_right(units: tuple[Unit, ...], k: int) -> int:
    """Where the words that can be one member end, from a place on."""
    start = k
    k = _skip(units, k)
    while k < len(units) and k - start < _LONGEST and _fits(units, k):
        k += 1
    return k


def _run_left(units: tuple[Unit, ...], end: int) -> int:
    """Where the words that can be one member begin, before a place."""
    k = end
    while k > 0 and end - k < _LONGEST and _fits(units, k - 1):
        k -= 1
    return k - 1 if 0 < k < end and units[k - 1].tag == "determiner" and units[k - 1].lower not in ("such",) else k


def _parts(units: tuple[Unit, ...], k: int) -> list[tuple[int, int]]:
    """The places of the members around an "and", first to last."""
    last = (k + 1, _run_right(units, k + 1))
    end = k - 1 if units[k - 1].text == "," else k
    if end < k and _new_clause(units, k + 1):
        return []
    found = [last] if last[1] > _skip(units, k + 1) else []
    while found and end > 0:
        start = _run_left(units, end)
        if start == end:
            break
        verb = next(
            (n for n in range(start, end - 1) if (units[n].tag == "verb" and units[n].form("ing") is None) or units[n].lower in _CUES), None
        )
        if verb is not None:
            found.insert(0, (verb + 1, end))
            break
        joined = start > 1 and units[start - 1].lower == "and"
        further = _run_left(units, start - 1) if joined else start
        if joined and units[start - 2].tag == "verb" and units[start].form("base", "past", "s"):
            found.insert(0, (start + 1, end))  # "grow and ship apples, pears and plums"
            break
        if joined and further < start - 1 and further > 0 and units[further - 1].text == ",":
            start = further
        found.insert(0, (start, end))
        if start == 0 or units[start - 1].text != ",":
            break
        end = start - 1
    return found


def _made(units: tuple[Unit, ...], parts: list[tuple[int, int]], text: str, sorts: frozenset[str]) -> Enumeration:
    first, last = parts[0], parts[-1]
    lead = units[max(first[0] - 5, 0) : first[0]]
    cue = lead[-1].lower if lead else ""
    words = units[last[0] : last[1]]
    head = words[-1].lower if words else ""
    plural = head.endswith("s") and not head.endswith("ss")
    whose = last[1] < len(units) and units[last[1]].lower == "of"  # "widening areas of work" is a member by itself
    shared = plural and not whose and len(words) > 1 and stem(head) in sorts
    kinds = {stem(head)} if plural and not whose else set()
    told = [u for u in lead if u.tag == "noun"]
    kinds |= {stem(u.lower) for u in told[-2:]} if cue in _CUES or (lead and lead[-1].lower == "of") else set()
    rest = units[last[0]].lower in _REST or (last[1] > last[0] + 1 and units[last[0] + 1].lower in _REST)
    if rest:
        kinds |= {stem(u.lower) for u in words if u.tag == "noun"}
    cut = [*parts[:-1], *([] if rest else [(last[0], last[1] - 1 if shared else last[1])])]
    members = tuple(_told(text[units[a].start : units[b - 1].end]) for a, b in cut if b > a)
    among = " ".join(u.lower for u in units[last[1] : last[1] + 3])
    whole = not rest and cue not in _LOOSE and "among other" not in among and "among others" not in among
    return Enumeration(
        members, frozenset(kinds), frozenset(stem(u.lower) for u in lead), whole, units[first[0]].start, units[last[1] - 1].end
    )


def _told(text: str) -> str:
    """A member as it stands, without its article."""
    words = " ".join(text.split())
    return words[4:] if words[:4].lower() == "the " else words
