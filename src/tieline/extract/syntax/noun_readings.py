"""Base forms and third persons that are nouns as often: "calls", "visit", "plans". A verb has a subject before and something behind."""

from collections.abc import Callable
from itertools import pairwise

from tieline.extract.syntax.clause import SUBJECTS
from tieline.extract.syntax.place import ACTING, ADJECTIVAL, AUXILIARY, EDGE, FINITE, Place
from tieline.extract.syntax.unit import Unit

_STEADY = frozenset(("still", "also", "now", "already"))
_PARTICLES = frozenset(("off", "out", "up", "down", "back"))
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_BOUNDS = ACTING | {"sign", "subordinator", "relative", "coordinator", "preposition"}
_OBJECTS = frozenset(("determiner", "actor", "agreement"))


def verb_of_two(place: Place) -> bool:
    """Whether a word that is a noun as often is a verb here: the first test that knows decides."""
    for test in _TESTS:
        known = test(place)
        if known is not None:
            return known
    return _has_both_sides(place)


def _opens(place: Place) -> bool | None:
    return False if place.before.tag == "edge" else None


def _calls_for(place: Place) -> bool | None:
    """As in "The statement calls for a revival"."""
    if place.unit.lower != "calls" or place.after.lower != "for" or place.before.tag not in ("noun", "agreement", "adverb"):
        return None
    return place.before.lower in _STEADY or not place.told()


def _in_which(place: Place) -> bool | None:
    """As in "the year in which work began"."""
    return False if place.before.tag == "relative" and place.second.tag == "preposition" else None


def _of_their_rule(place: Place) -> bool | None:
    """As in "returned to Chinese rule in 1997"."""
    if place.before.tag != "actor" or place.second.tag != "preposition" or place.before.lower in SUBJECTS:
        return None
    taken = place.after.tag in ("determiner", "edge") or (place.after.lower == "for" and "part" in place.forms)
    return None if taken else False


def _behind_pronoun(place: Place) -> bool | None:
    """As in "which plans"; not "on one side"."""
    if place.before.tag not in ("pronoun", "relative"):
        return None
    return place.before.lower != "one" or place.forms != {"base"}


def _goes_on(place: Place) -> bool | None:
    """A bare verb behind "and" goes on with a modal before: "will visit the port and plan a road"."""
    if place.before.tag != "coordinator" or "base" not in place.forms:
        return None
    if place.after.tag in _OBJECTS or place.after.form("ing") is not None:
        return place.led_by_modal()  # "will use local coal and start operating in May"
    if place.after.tag == "preposition" and len(place.settled) > 1:
        return (place.second.tag in ("actor", "time") or place.second.text == ",") and place.led_by_modal()
    return None


def _behind_time(place: Place) -> bool | None:
    """As in "Orsenda and Halidor on Sunday set the seal on an accord", "Orsenda yesterday cut off the gas"."""
    if place.before.tag != "time":
        return None
    takes = place.after.tag in _OBJECTS or place.after.lower in _PARTICLES
    return True if takes and place.subject_waits() else None


def _past_of_actor(place: Place) -> bool | None:
    """As in "Orsenda cut ties", but not "Orsenda cut of the deal"."""
    named = place.before.tag in ("actor", "pronoun") and getattr(place.before.mention, "form", "") != "demonym"
    if "past" not in place.forms or not named:
        return None
    return place.after.lower not in ("of", "in", "on", "to", "for", "by")


def _past_of_noun(place: Place) -> bool | None:
    """As in "An Orsendan brewer and a bottler set up a venture": no verb has come yet, and what a verb takes stands behind."""
    takes = place.after.tag in _OBJECTS or place.after.lower in _PARTICLES
    if "past" not in place.forms or place.before.tag != "noun" or not takes:
        return None
    opened = any(u.tag in ("actor", "determiner") for u in place.stretch)
    return True if opened and not any(u.tag in ACTING for u in place.stretch) else None


def _apposed(place: Place) -> bool | None:
    """As in "Karvos and his colleague, Brekke, sign the accord", "when the premier, Tam Brek, visits Halidor"."""
    named = place.before.text == "," and place.second.tag == "actor"
    return not place.told() if named and place.after.tag in _OBJECTS else None


def _steady(place: Place) -> bool | None:
    """As in "two of them still need ratification", "still plans to go", "Orsendans still need a visa"."""
    one = place.second.tag == "actor" and "s" in place.forms and not place.told()  # "Orsenda still limits imports"
    thing = _is_thing(place) and ("base" in place.forms or one)
    goes_on = place.after.lower == "to" or place.after.tag in _OBJECTS or thing
    return True if place.before.lower in _STEADY and goes_on else None


def _of_name(place: Place) -> bool | None:
    """As in "Orsenda exports tea to Halidor"; not "Orsenda exports to Halidor rose"."""
    named = place.before.tag == "actor" and getattr(place.before.mention, "form", "") != "demonym" and place.forms == {"s"}
    if not named or place.told() or place.second.tag == "preposition":
        return None
    if place.after.tag == "preposition":
        return False if _surely_finite(place) else None
    return not _surely_finite(place) if _is_thing(place) else None


def _goes_on_present(place: Place) -> bool | None:
    """As in "sells tea and imports rice from Orsenda": what goes on is told in the present as well."""
    if place.before.tag != "coordinator" or place.forms != {"s"} or not (_is_thing(place) or place.after.tag in _OBJECTS):
        return None
    since = next((k for k in range(len(place.settled) - 1, -1, -1) if place.settled[k].tag in ("subordinator", "modal")), -1)
    present = any(u.tag == "verb" and u.form("s") is not None for u in place.settled[since + 1 :])
    return True if present and not _surely_finite(place) else None


def _is_thing(place: Place) -> bool:
    """Whether a thing may be named behind, of words that can be verbs too: "limits purchases"."""
    after = place.after
    return after.tag in ("noun", "number", "quantity") or (after.tag == "verb" and after.lower in place.grammar.nouns_too)


def _surely_finite(place: Place) -> bool:
    """Whether a verb that can be nothing else comes in the same clause: "rose", "were", "has"; not "made", which may describe."""
    for k, unit in enumerate(place.behind):
        behind = place.behind[k + 1] if k + 1 < len(place.behind) else EDGE
        if unit.tag in ("sign", "relative", "subordinator") or (unit.tag == "coordinator" and behind.tag in (*ACTING, "adverb")):
            return False
        if unit.tag in AUXILIARY or (unit.tag == "verb" and unit.lower not in place.grammar.nouns_too and _told_so(unit)):
            return True
    return False


def _told_so(unit: Unit) -> bool:
    return (unit.form("past") is not None and unit.form("part") is None) or unit.form("s") is not None


def _listed(place: Place) -> bool | None:
    """As in "is to be signed in May, and needs the approval of both"."""
    listed = place.before.tag == "coordinator" and place.second.text == "," and place.forms == {"s"}
    return True if listed and place.after.tag in _OBJECTS else None


def _project(place: Place) -> bool | None:
    """As in "The Tavonia Hills project, funded by both, was"."""
    led = place.after.text == "," and place.forms <= {"base"} and any(u.tag == "determiner" for u in place.settled[-5:])
    return False if led else None


def _needed(place: Place) -> bool | None:
    """Whether a subject that fits in number waits for its verb, and no other comes: "The study focuses on trade", "new faces emerge"."""
    bound, row = _waiting(place)
    if not row or row[-1].tag not in ("noun", "agreement", "actor") or _counted(row):
        return None
    plural = _is_plural(row, place)
    opened = bound.lower == "whose" or bound.tag == "subordinator"
    if plural is None or ("base" if plural else "s") not in place.forms or not (plural or opened or _is_one(row, place)):
        return None
    return None if _finite_behind(place) else True


def _counted(row: list[Unit]) -> bool:
    """Whether a number stands before that makes a plural of what comes: not "the 25th"."""
    return any(unit.tag == "quantity" for unit in row) or any(
        unit.tag == "number" and unit.text.isdigit() and behind.lower not in _ENDINGS for unit, behind in pairwise(row)
    )


def _is_one(row: list[Unit], place: Place) -> bool:
    """Whether a subject in the singular is surely whole: "the study" or "Orsenda", not the first word of "the study groups in"."""
    if row[0].lower in ("a", "an", "each", "every", "this"):
        return True
    whole = row[0].tag in ("actor", "agreement", "'s") or row[0].lower == "the" or place.grammar.is_a(row[0].lower, "possessive")
    adjective = row[-1].lower.endswith(ADJECTIVAL) or place.grammar.is_a(row[-1].lower, "adjective")
    goes_on = place.after.tag in _OBJECTS | {"pronoun", "adverb", "time"} or (
        place.after.tag == "preposition" and place.after.lower != "of"
    )
    return whole and not adjective and goes_on


def _of_several(place: Place) -> bool | None:
    """Whether a verb is that of the one thing before a preposition: "The request of the towns results from"."""
    if place.forms != {"s"} or not place.before.lower.endswith("s") or place.before.tag != "noun" or place.after.tag == "edge":
        return None
    row = place.settled
    k = len(row) - 1
    while k >= 0 and (row[k].tag == "preposition" or row[k].tag not in _BOUNDS):
        k -= 1
    whole = row[k + 1 :]
    first = next((n for n, unit in enumerate(whole) if unit.tag == "preposition"), 0)
    one = first > 0 and whole[0].tag in ("determiner", "'s", "agreement") and whole[first - 1].tag in ("noun", "agreement")
    if not one or k >= 0 or whole[first - 1].lower.endswith("s"):
        return None
    return None if _finite_behind(place) else True


def _waiting(place: Place) -> tuple[Unit, list[Unit]]:
    """The last verb or boundary before a word, with the units between; none where they are no plain subject."""
    row = place.settled
    k = len(row) - 1
    while k >= 0 and row[k].tag not in _BOUNDS:
        k -= 1
    bound = row[k] if k >= 0 else EDGE
    if bound.tag == "preposition" or (bound.tag == "coordinator" and not _new_clause(row[:k])):
        return bound, []
    if bound.tag in ACTING and not any(place.grammar.is_a(lemma, "that_takers") for lemma, _ in bound.verbs):
        return bound, []
    kept = [unit for unit in row[k + 1 :] if unit.tag not in ("adverb", "time")]
    return bound, kept if any(unit.tag in ("noun", "agreement", "actor") for unit in kept) else []


def _new_clause(row: list[Unit]) -> bool:
    """Whether what stands before an "and" is a clause, so that another begins behind it."""
    return any(unit.tag in FINITE for unit in row)


def _is_plural(row: list[Unit], place: Place) -> bool | None:
    """Whether a subject is of several; None where it does not show."""
    head = row[-1]
    if place.grammar.is_a(head.lower, "many_in_one"):
        return None
    if head.tag == "actor":
        return False if head.lower[-1:] != "s" or row[0].lower == "the" else None
    plural = head.lower.endswith("s") and not head.lower.endswith(("ss", "us", "is")) and not place.grammar.is_a(head.lower, "one_in_s")
    return None if plural and place.grammar.is_a(head.lower, "plural_first") else plural


def _finite_behind(place: Place) -> bool:
    """Whether another verb comes before the next boundary, for which the word may be the subject."""
    for unit in place.behind:
        if unit.tag in ("sign", "relative", "subordinator"):
            return False
        if unit.tag in ACTING and (unit.tag != "verb" or unit.form("past", "s") is not None or unit.form("base") is not None):
            return unit.lower not in place.grammar.nouns_too
    return False


def _has_both_sides(place: Place) -> bool:
    """Whether a subject that fits stands before and something that a verb takes behind."""
    if place.before.tag == "actor" and place.forms == {"base"} and not _several(place):
        return False  # "the Orsenda exhibit at"
    if place.forms == {"s"} and place.grammar.is_a(place.before.lower, "adjective"):
        return False  # "Old rivals Orsenda and Halidor"
    many_told = place.before.lower.endswith("s") and not place.grammar.is_a(place.before.lower, "one_in_s")
    plural = many_told or place.before.tag == "actor"
    many = plural and place.before.tag == "noun" and "base" in place.forms
    behind = _takes(place) or (many and _goes_to(place))
    ending = place.after.tag in ("edge", "preposition", "time") or place.after.text in (".", ",", ";")
    if ending and (many or place.before.tag in ("agreement", "actor")):
        behind = behind or not place.told()
    return behind and place.before.tag in ("noun", "actor", "agreement", "adverb") and (plural or "s" in place.forms)


def _several(place: Place) -> bool:
    """Whether the actor before is several or one of several: "the Soviets", "Orsenda and Halidor", "Orsenda, Halidor"."""
    listed = place.second.tag == "coordinator" or (place.second.text == "," and len(place.settled) > 2 and place.settled[-3].tag == "actor")
    named = place.before.lower in SUBJECTS or place.before.lower.endswith("s") or place.before.mention is None
    return listed or named or place.grammar.is_a(place.before.lower, "many_in_one")


def _takes(place: Place) -> bool:
    """Whether what a verb takes stands behind."""
    after = place.after
    return (
        (after.lower == "back" and "s" in place.forms)
        or (after.lower == "up" and place.before.tag == "noun")
        or after.tag in _OBJECTS
        or after.tag in ("subordinator", "quantity", "pronoun")
        or (after.tag == "preposition" and after.lower != "of" and place.before.tag == "actor")
    )


def _goes_to(place: Place) -> bool:
    return place.after.lower == "to" or (place.after.tag == "preposition" and place.after.lower not in ("of", "and"))


_TESTS: tuple[Callable[[Place], bool | None], ...] = (
    _opens,
    _calls_for,
    _in_which,
    _of_their_rule,
    _behind_pronoun,
    _goes_on,
    _behind_time,
    _past_of_actor,
    _past_of_noun,
    _apposed,
    _steady,
    _of_name,
    _goes_on_present,
    _listed,
    _project,
    _needed,
    _of_several,
)
