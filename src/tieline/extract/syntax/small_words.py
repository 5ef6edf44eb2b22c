"""What the small words are beside their neighbours: "as", "once", "that", "those", "first"."""

from collections.abc import Callable
from itertools import pairwise

from tieline.extract.syntax.place import ACTING, AUXILIARY, EDGE, Place
from tieline.extract.syntax.unit import Unit

_MEASURED = frozenset(("recently", "early", "late", "soon", "long", "far", "well", "many", "much", "quickly", "often"))
_NAMING = frozenset(("noun", "agreement", "actor", "quantity", "number", "verb", "time"))
_GIVEN = frozenset(("actor", "noun", "quantity", "number", "determiner", "agreement"))


def small_tag(place: Place) -> str | None:
    """The part of speech of a small word; None where the word is none of them, or its neighbours say nothing of it."""
    test = _TESTS.get(place.unit.lower)
    found = test(place) if test is not None else None
    if found is None and place.unit.tag == "subordinator" and place.unit.verbs and _provides(place):
        return "verb"
    return found or _alone(place)


def stands_for(place: Place) -> bool:
    """Whether "this" or "these" stands for something before a verb in the past: "these led nowhere", "this came to an end"."""
    if place.before.tag != "determiner" or place.before.lower not in ("this", "that", "these", "those") or place.unit.tag != "verb":
        return False
    one = place.before.lower in ("this", "that")
    if one and "s" in place.forms:
        return True  # "this means"
    if "past" not in place.forms:
        return False
    if place.unit.lower.endswith("ed"):
        return place.second is EDGE and place.after.tag in ("actor", "determiner", "pronoun")  # "That angered Orsenda"
    return place.before.lower != "that" and place.after.tag != "noun"


def _alone(place: Place) -> str | None:
    """A word that can stand for a thing, where nothing behind names the thing: "the two met"."""
    if place.before.tag != "determiner" or place.after.tag in _NAMING or place.unit.tag == "verb":
        return None
    return "pronoun" if place.grammar.is_a(place.unit.lower, "standing_alone") else None


def _since(place: Place) -> str | None:
    """As in "Since then two accords have been signed", "has since raised its prices"."""
    put_in = place.led_by.tag == "have" and place.after.tag == "verb"
    return "adverb" if place.after.lower == "then" or put_in else None


def _first(place: Place) -> str | None:
    """As in "On Monday the first train ran"."""
    return "number" if place.unit.tag == "adverb" and place.before.tag in ("determiner", "'s") else None


def _provides(place: Place) -> bool:
    """Whether "provided" is the verb of a stretch that has none yet, or goes with an auxiliary: "Orsenda provided Halidor with grain"."""
    if place.after is EDGE:
        return False
    if place.before.tag == "noun" and place.after.tag == "preposition":
        return True  # "rice provided under its food aid"
    given = place.after.tag in _GIVEN or place.after.lower in place.grammar.nouns_too  # "provided aid"
    return place.led_by.tag in ("be", "have") or (given and place.subject_waits())


def _once(place: Place) -> str | None:
    """As in "which Orsenda once opposed", "had been broken once, in March", "at once"."""
    opposed = place.before.tag in ("actor", "noun") and place.after.tag == "verb"
    ended = place.after.tag in ("sign", "preposition", "time", "coordinator")
    return "adverb" if opposed or ended or (place.before.lower == "at" and place.inside) else None


def _instead(place: Place) -> str | None:
    return "adverb" if place.after is not EDGE and place.after.lower != "of" else None


def _like(place: Place) -> str | None:
    """As in "Orsenda would like to see the ban lifted"."""
    return "verb" if place.unit.verbs and place.before.tag == "modal" else None


def _equal(place: Place) -> str | None:
    """As in "a loan equivalent to 5 million dollars"."""
    return "adverb" if place.after.lower == "to" and place.before.tag in ("noun", "agreement") else None


def _longer(place: Place) -> str | None:
    return "adverb" if place.before.lower == "no" else None


def _so(place: Place) -> str | None:
    return "adverb" if place.before.lower in ("do", "does", "did", "done") else None


def _last(place: Place) -> str | None:
    """As in "had last met in May"."""
    told = place.after.tag == "verb" and place.before is not EDGE
    return "adverb" if told and place.before.tag not in ("determiner", "'s", "preposition", "coordinator") else None


def _may(place: Place) -> str | None:
    """The month behind its preposition."""
    return "noun" if place.unit.tag != "time" and place.unit.text != "may" and place.before.tag == "preposition" else None


def _pointing(place: Place) -> str | None:
    """As in "this has dropped", "these will lead to a pact"."""
    return "pronoun" if place.after.tag in AUXILIARY else None


def _those(place: Place) -> str | None:
    """As in "those with Chile have stalled", "those were signed"."""
    behind = (place.after.tag == "preposition" and place.after.lower != "of") or place.after.tag in AUXILIARY
    return _alone(place) or ("pronoun" if behind else None)


def _than(place: Place) -> str | None:
    return "determiner" if place.before.lower in ("more", "less", "fewer") else None


def _as(place: Place) -> str | None:
    """As in "chose Orsenda as supplier in May", and the two words of "as recently as June"."""
    if place.before.tag in _NAMING and _opens_no_clause(place):
        return "preposition"
    if place.after is EDGE:
        return None
    if _measures(place.after) and place.after.tag != "verb":
        return "adverb"
    return "preposition" if _measures(place.before) and place.second.lower == "as" else None


def _measures(unit: Unit) -> bool:
    return unit.lower.partition(" ")[0] in _MEASURED


def _opens_no_clause(place: Place) -> bool:
    """Whether no verb that could be finite stands between an "as" and the next sign."""
    for unit in place.behind:
        if unit.tag == "sign":
            break
        if unit.tag in ACTING or unit.tag == "relative" or unit.lower == "to":
            return False
    return place.after.tag in ("noun", "determiner")


def _that(place: Place) -> str | None:
    """Before one thing, of a thing before it, or before what is said."""
    before, after = place.before, place.after
    if not place.inside:
        return None
    if before.tag == "preposition" and (after.tag == "noun" or _can_be_noun(after)):
        return "determiner"  # "on that ground"
    if _goes_on(before) and (after.tag == "noun" or _can_be_noun(after)) and not after.lower.endswith("s") and not _is_governed(place):
        return "determiner"  # "was due in May, but that trip was called off"
    if after.lower in place.grammar.nouns_too and place.second.tag == "verb" and _verb_takes_that(place):
        return "subordinator"  # "told reporters that talks had begun"
    if before.tag in ("actor", "time") and _can_be_subject(place) and _verb_takes_that(place):
        return "subordinator"  # "said on Monday that talks on fish would resume"
    if after.tag in ACTING and before.tag in ("noun", "agreement", "actor", "time"):
        return "relative"
    thing = before.tag in ("noun", "agreement", "quantity") and before.lower not in place.grammar.words["said_nouns"]
    if thing and after.tag in ("actor", "pronoun", "determiner"):
        return "subordinator" if _verb_takes_that(place) else "relative"
    if before.tag == "actor" and after.tag in ("actor", "pronoun", "determiner") and _opens_long(place):
        return "relative"
    return "subordinator"


def _opens_long(place: Place) -> bool:
    """Whether a sentence opens with a thing and its place, and no verb yet: "A mill in Orsenda that Halidor built in May was sold"."""
    row = place.settled
    verbal = any(u.tag in ACTING or u.tag == "verb" for u in row)
    return len(row) > 2 and not verbal and row[-2].tag in ("preposition", "determiner") and any(u.tag in ("noun", "agreement") for u in row)


def _goes_on(before: Unit) -> bool:
    """Whether a clause of its own may begin behind a word: "and", "but", ";"."""
    return before.tag == "coordinator" or before.text == ";"


def _is_governed(place: Place) -> bool:
    """Whether a verb before goes on with what is said, so that a second "that" may: "said he would come and that trade had grown"."""
    row = place.settled
    if any(unit.tag == "subordinator" and unit.lower == "that" for unit in row):
        return True
    return any(
        (behind.tag in _GIVEN or behind.tag == "pronoun") and any(place.grammar.is_a(lemma, "that_takers") for lemma, _ in unit.verbs)
        for unit, behind in pairwise(row)
    )


def _can_be_subject(place: Place) -> bool:
    """Whether the word behind a "that" may be the subject of a verb further on: "that talks on fish would resume"."""
    return place.after.lower in place.grammar.nouns_too and any(unit.tag in AUXILIARY or unit.tag == "verb" for unit in place.behind[1:])


def _can_be_noun(unit: Unit) -> bool:
    """Whether a word that can be a verb stands in its bare form, which a noun may have: "on that ground", "with that visit"."""
    return unit.tag == "verb" and any(form == "base" for _, form in unit.verbs)


def _verb_takes_that(place: Place) -> bool:
    """Whether the last verb before goes on with what is said or so: "told the house that", "the aim is that"."""
    verb = next((u for u in reversed(place.settled) if u.tag in ("verb", "be") or u.text in (";", ":")), EDGE)
    return verb.tag == "be" or any(place.grammar.is_a(lemma, "that_takers") for lemma, _ in verb.verbs)


def _from_then(place: Place) -> str | None:
    """As in "will lift the ban beginning 28 September": from then on; not "talks beginning on Monday"."""
    at = place.behind[1] if len(place.behind) > 1 and place.after.lower in ("on", "from", "in") else place.after
    ahead = at.tag == "time" and any(u.tag == "modal" or u.lower == "to" for u in place.stretch)
    return "preposition" if ahead and place.before.tag in ("noun", "actor", "agreement", "adverb", "sign") else None


def _about(place: Place) -> str | None:
    """As in "Over 40 firms signed", "in about 12 towns": a word that only makes a number rough, and governs nothing."""
    opens = place.before is EDGE or place.before.tag in ("sign", "coordinator", "subordinator", "relative", "preposition")
    return "adverb" if opens and _counts(place.after) else None


def _up_to(place: Place) -> str | None:
    """As in "up to 40 firms"."""
    return "adverb" if place.before.lower == "up" and _counts(place.after) else None


def _at_least(place: Place) -> str | None:
    """As in "At least 40 soldiers crossed the border"."""
    return "adverb" if place.after.lower in ("least", "most") and any(_counts(unit) for unit in place.behind[1:2]) else None


def _counts(unit: Unit) -> bool:
    return unit.tag in ("number", "quantity") or unit.text[:1].isdigit()


_TESTS: dict[str, Callable[[Place], str | None]] = {
    "since": _since,
    "until": _since,
    "first": _first,
    "once": _once,
    "instead": _instead,
    "longer": _longer,
    "equivalent": _equal,
    "equal": _equal,
    "like": _like,
    "so": _so,
    "last": _last,
    "may": _may,
    "this": _pointing,
    "these": _pointing,
    "those": _those,
    "than": _than,
    "as": _as,
    "that": _that,
    "beginning": _from_then,
    "starting": _from_then,
    "commencing": _from_then,
    "effective": _from_then,
    "over": _about,
    "about": _about,
    "around": _about,
    "under": _about,
    "to": _up_to,
    "at": _at_least,
}
