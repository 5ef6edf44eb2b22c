"""Whether a word that can be a verb is one beside its neighbours.

The tests stand in their order: the first that knows decides. Each looks at few words beside and names the wording it is for; contextual
rules in a fixed order are those of Brill (1995), "Transformation-based error-driven learning and natural language processing".
"""

from collections.abc import Callable

from tieline.extract.syntax.clause import SUBJECTS
from tieline.extract.syntax.grammar import Grammar
from tieline.extract.syntax.noun_readings import verb_of_two
from tieline.extract.syntax.place import ACTING, ADJECTIVAL, AUXILIARY, EDGE, FINITE, Place
from tieline.extract.syntax.unit import NOMINAL, Unit

_CLOSING = frozenset(("sign", "coordinator", "relative", "be", "have", "modal"))
_PARTICLES = frozenset(("out", "off", "up", "down", "over", "back", "away", "through"))  # "runs out", "cuts off"
_TIMING = frozenset(("after", "before", "since", "when", "until", "as", "that"))
_CUTTING, _LEAST = frozenset(("off", "back", "down", "up", "out")), 2  # "cut off the gas": a particle and an object
_TAKEN = frozenset(("determiner", "actor", "number", "quantity", "agreement", "preposition", "time"))  # what can be behind a verb
LONG_SUBJECT = 8  # units
LONG_ASIDE = 14  # units of an aside between a modal and its verb
_ONE = frozenset(("a", "an"))
_ONE_OR_MORE = _ONE | {"the", "this", "that"}
_DATING = frozenset(("date", "dates"))
_MANAGING = frozenset(("director", "editor", "partner"))  # what "managing" is part of the title of
_SEVERAL = frozenset(("they", "we", "you", "two", "three", "four", "both", "pair"))
_LEADING = frozenset(("after", "before", "by", "without"))  # before an -ing form: "after meeting his counterpart"
_LEAVING_OPEN = frozenset(("noun", "actor", "agreement", "pronoun", "relative", "adverb", "coordinator", "sign", "time", "quantity"))
_BEFORE_VERBS = _LEAVING_OPEN | {"number", "subordinator", "edge"}


def verbal(place: Place) -> bool:
    """Whether a word that can be a verb is one here."""
    for test in _TESTS:
        known = test(place)
        if known is not None:
            return known
    return place.before.tag in _BEFORE_VERBS


def intends(place: Place) -> bool:
    """Whether a word is what one thing means to do: "The operator plans to buy trains"; not "Plans to buy them were dropped"."""
    settled, behind = place.settled, place.behind
    if len(behind) < 2 or behind[0].lower != "to" or behind[1].form("base") is None:
        return False
    if place.unit.form("s") is None:
        return _several_intend(place)
    if place.before.tag == "coordinator" and place.second.text == ",":
        return _goes_on(settled)
    if place.before.tag == "coordinator" and place.second.tag == "verb":
        return True  # "which Orsenda built and hopes to reopen"
    apposed = place.before.text == ","  # "An Orsendan brewer, Halt, plans to invest"
    row = _before_aside(settled) if apposed else place.stretch
    opened = bool(row) and (row[0].tag in ("determiner", "actor") or "-" in row[0].text)  # "Cash-strapped Orsenda plans to"
    if not opened or row[-1].tag not in ("noun", "actor") or row[-1].lower.endswith("s"):
        return False
    if any(u.tag in ACTING or u.tag == "preposition" for u in row):
        return False
    ends = ("sign", "relative", "subordinator", "coordinator")
    ended = next((k for k, u in enumerate(behind[2:], 2) if u.tag in ends), len(behind))
    return not any(u.tag in AUXILIARY for u in behind[2:ended])


def _goes_on(settled: list[Unit]) -> bool:
    """Whether one thing that has done something also means to: "Orsenda paid, and plans to"; not "both spoke of it, and plans to"."""
    row = settled[:-2]
    verb = next((k for k, u in enumerate(row) if u.tag in FINITE), None)
    if verb is None or any(u.tag in ("sign", "coordinator", "subordinator", "relative", "preposition") for u in row[:verb]):
        return False
    last = row[verb - 1] if verb else EDGE
    one = last.tag in ("noun", "actor", "pronoun") and not last.lower.endswith("s") and last.lower.split()[-1] not in _SEVERAL
    listed = any(u.text == "," for u in row[verb:])
    return one and not listed and row[-1].tag in ("noun", "actor", "time", "agreement")


def _before_aside(settled: list[Unit]) -> list[Unit]:
    """The subject that an aside in commas follows: "Orsenda, facing shortages, plans to", "An Orsendan brewer, Halt, plans to"."""
    comma = next((k for k in range(len(settled) - 2, -1, -1) if settled[k].text == ","), -1)
    aside = settled[comma + 1 : -1]
    if comma > 0 and aside and (aside[0].form("ing", "part") is not None or aside[0].tag in ("relative", "preposition")):
        return [u for u in settled[:comma] if u.tag != "sign"]
    return [u for u in settled if u.tag != "sign"]


def _behind_aside(place: Place) -> bool | None:
    """What a single thing does behind an aside that tells of it: "The line, opened in 2004, links two ports", "which was signed, ends"."""
    row = place.settled
    if place.before.text != "," or "s" not in place.forms or place.after.tag not in _TAKEN:
        return None
    comma = next((k for k in range(len(row) - 2, 0, -1) if row[k].text == ","), 0)
    subject, aside = row[:comma], row[comma + 1 : -1]
    if not subject or not aside or len(subject) > LONG_SUBJECT or subject[0].tag not in ("determiner", "actor", "agreement"):
        return None
    told = aside[0].tag == "relative" or (aside[0].tag == "verb" and aside[0].form("part") is not None)
    acting = any(u.tag in ACTING or u.tag in ("sign", "coordinator", "relative") for u in subject)
    last = subject[-1]
    single = (last.tag in NOMINAL or last.tag == "number") and not (last.tag == "noun" and last.lower.endswith("s"))
    verbs = sum(u.tag in ("be", "have", "modal") for u in place.behind if u.tag not in ("relative", "subordinator"))
    return True if told and single and not acting and not verbs else None


def _several_intend(place: Place) -> bool:
    """Whether a word is what several mean to do: "Orsen Works and two trading houses including Halt plan to buy trains"."""
    row = place.stretch
    joined = next((k for k, u in enumerate(row) if u.tag == "coordinator"), None)
    if (
        place.unit.form("base") is None
        or place.before.tag != "actor"
        or not joined
        or any(u.tag in ACTING for u in row if not u.form("ing"))
    ):
        return False
    listed = row[joined - 1].tag in ("actor", "noun") and any(u.tag == "noun" and u.lower.endswith("s") for u in row[joined:])
    return listed and row[0].tag in ("determiner", "actor", "number", "noun")


def _among_nouns(place: Place) -> bool | None:
    """A base form in a list that no infinitive opens: "signed a pact on mines, and bomb and drone disposal"."""
    if place.before.tag != "coordinator" or place.forms != {"base"}:
        return None
    if any(u.tag in ("modal", "do") or u.lower == "to" for u in place.settled):
        return None
    told = {form for u in place.settled if u.tag in ("verb", "be", "have") for _, form in u.verbs}
    listed = place.after.tag == "coordinator" or (place.after.tag == "noun" and bool(told) and "base" not in told)
    return False if listed else None


def _of_both(place: Place) -> bool | None:
    """As in "Orsenda-Halidor talks on Tuesday failed"."""
    row = place.settled
    joined = len(row) > 2 and row[-1].tag == row[-3].tag == "actor" and row[-2].text in ("-", "–")
    return False if joined and place.inside and place.noun_too else None


def _single_words(place: Place) -> bool | None:
    """As in "There will be no meeting", "date back to 1935", "had working talks with the premier", "before crossing to Orsenda"."""
    word, before, after = place.unit.lower, place.before, place.after
    if not place.inside:
        return None
    if before.lower == "no" and "ing" in place.forms and place.noun_too:
        return False
    if word in _DATING and before.tag in NOMINAL and after.lower in ("back", "from"):
        return True
    if word == "working" and before.tag in ("have", "verb") and after.lower in place.grammar.nouns_too:
        return False
    if "s" in place.forms and before.tag == "actor" and len(place.settled) > 1 and _counts(place.grammar, place.settled[-2]):
        return False  # "ten Orsen jets"
    if word == "ground" and before.tag in NOMINAL and after.lower == "to":
        return True  # "work on the dam ground to a halt"
    if word == "managing" and after.lower.rstrip("s") in _MANAGING:
        return False  # "its acting managing director signed"
    if word == "crossing" and before.lower in _LEADING:
        return after.tag in ("preposition", "actor", "determiner")
    return None


def _counts(grammar: Grammar, unit: Unit) -> bool:
    return unit.tag == "number" or grammar.is_a(unit.lower, "counting")


def _infinitive(place: Place) -> bool | None:
    """Behind "to": "to visit", "to peacefully protest", but not "to trade talks"."""
    apart = place.before.tag == "adverb" and place.led_by.lower == "to"
    if (place.before.lower != "to" and not apart) or "base" not in place.forms:
        return None
    if place.noun_too and place.grammar.is_a(place.second.lower, "to_something") and _nothing_taken(place):
        return False  # "due to lack of funds", "went back to work"
    if place.grammar.is_a(place.unit.lower, "bare_takers") and place.after.form("base") is not None:
        return True  # "to help rebuild the port"
    clear = place.after.tag == "verb" and place.after.form("ing") is None
    return not (clear and place.noun_too and place.after.lower not in place.grammar.nouns_too)


def _nothing_taken(place: Place) -> bool:
    return place.after.tag in _CLOSING or place.after.lower in ("", "of")


def _behind_modal(place: Place) -> bool | None:
    """As in "will visit", "did not sign", "will on Monday, sign a treaty"."""
    if place.before.tag in ("modal", "do"):
        return True
    if place.before.text == "," and place.second.tag == "time" and "base" in place.forms:
        last = next((u for u in reversed(place.settled[-5:-2]) if u.tag not in ("preposition", "adverb", "sign")), EDGE)
        return True if last.tag == "modal" else None
    if place.before.text == "," and "base" in place.forms:
        return True if _opened_aside(place.settled).tag in ("modal", "do") else None
    aside = place.before.tag in ("negator", "adverb", "time")
    return True if place.led_by.tag in ("modal", "do") and "base" in place.forms and aside else None


def _opened_aside(row: list[Unit]) -> Unit:
    """The word before an aside that the last comma closes: "would not, contrary to what had been reported, travel"."""
    comma = next((k for k in range(len(row) - 2, max(-1, len(row) - LONG_ASIDE), -1) if row[k].text == ","), 0)
    while comma > 1 and row[comma - 1].tag in ("negator", "adverb"):
        comma -= 1
    return row[comma - 1] if comma else EDGE


def _bare(place: Place) -> bool | None:
    """A bare infinitive: "helped make peace", "let us go", "helps the country grow"."""
    if "base" not in place.forms:
        return None
    let = place.before.lower in ("let's", "let’s") or (place.before.tag == "pronoun" and place.second.lower == "let")
    helped = place.before.tag == "verb" and place.grammar.is_a(_lemma(place.before), "bare_takers") and not place.noun_too
    seen = place.before.tag == "actor" and place.second.tag == "verb" and _lemma(place.second) == "see"
    return True if let or helped or (seen and place.led_by_modal() and not _nothing_taken(place)) else None


def _lemma(unit: Unit) -> str:
    return unit.verbs[0][0] if unit.verbs else unit.lower


def _behind_subject(place: Place) -> bool | None:
    """A verb behind a pronoun that is a subject, with an adverb between: "I fully support the summit"."""
    led = place.before.tag == "adverb" and place.led_by.lower in SUBJECTS and place.led_by is not place.before
    return True if led and place.forms & {"base", "s", "past"} else None


def _of_pair(place: Place) -> bool | None:
    """The second of two bare verbs: "to live and work in Orsenda"."""
    paired = place.before.tag == "coordinator" and place.second.tag == "verb" and place.second.form("base") is not None
    return True if paired and "base" in place.forms and _is_bare(place.settled[:-1], place.grammar) else None


def _is_bare(row: list[Unit], grammar: Grammar) -> bool:
    """Whether the last verb of a row stands behind "to", a modal, or such a verb."""
    before = row[-2] if len(row) > 1 else EDGE
    if before.tag == "adverb" and len(row) > 2:
        before = row[-3]
    if before.tag in ("coordinator", "sign") and len(row) > 3 and row[-3].tag == "verb":
        return _is_bare(row[:-2], grammar)
    return before.lower == "to" or before.tag in ("modal", "do")


def _counted(place: Place) -> bool | None:
    """As in "six patrol boats", "three points", "seven jets"."""
    several = place.before.tag == "number" or (place.before.tag == "noun" and place.grammar.is_a(place.before.lower, "counting"))
    if several and place.before.lower != "one" and place.forms == {"s"}:
        return False
    counted = place.grammar.is_a(place.before.lower, "counting") and place.after.tag == "noun"
    return False if "base" in place.forms and counted else None


def _describes_object(place: Place) -> bool | None:
    """A participle between a verb and a noun: "hold detailed talks", "made renewed efforts"."""
    before, after = place.before, place.after
    if before.tag != "verb" or not place.unit.lower.endswith("ed") or place.forms & {"base", "s", "ing"}:
        return None
    thing = after.tag in ("noun", "agreement") or (after.tag == "verb" and after.lower in place.grammar.nouns_too)
    subject = place.second.tag not in ("agreement", "quantity")  # else "the pact signed strengthened ties"
    takes = before.form("base", "s", "past", "ing") is not None and (subject or before.form("part") is None)
    return False if thing and (takes or before.form("base") is not None) else None


def _second_thing(place: Place) -> bool | None:
    """As in "discussed bilateral relations and regional issues"."""
    row = place.settled
    adjective = place.before.tag == "noun" and place.before.lower.endswith(ADJECTIVAL)
    if adjective and place.second.tag == "verb" and place.forms == {"s"} and place.second.form("past") is not None:
        return False  # "discussed economic sanctions that had been imposed"
    second = adjective and len(row) > 2 and row[-2].tag == "coordinator" and row[-3].tag == "noun"
    return False if second and place.forms <= {"base", "s"} else None


def _goes_on_with_particle(place: Place) -> bool | None:
    """A verb with its particle or time behind "and": "took effect in 2011 and runs out", "was signed in 2017 and lapses in June"."""
    timed = place.second.tag == "time" and place.after.tag in ("preposition", "time") and not _verb_follows(place)
    joined = place.before.tag == "coordinator" and "s" in place.forms and (place.after.lower in _PARTICLES or timed)
    return True if joined and any(u.tag in FINITE for u in place.settled) else None


def _verb_follows(place: Place) -> bool:
    """Whether another verb tells what the word does: "took 15 years and talks with Orsenda have begun"."""
    for unit in place.behind:
        if unit.tag in ("sign", "subordinator", "relative"):
            return False
        if unit.tag in AUXILIARY or unit.form("past") is not None:
            return True
    return False


def _acts_with_particle(place: Place) -> bool | None:
    """A verb alike in base and past with its particle and an object, behind who acts: "after Orsenda cut off gas supplies"."""
    if not place.forms >= {"base", "past"} or place.after.lower not in _CUTTING or len(place.behind) < _LEAST:
        return None
    aside = place.before.text == "," and any(u.text == "," for u in place.settled[:-1])
    if place.behind[1].tag not in ("determiner", "noun", "actor", "number", "quantity"):
        return None
    if place.before.tag == "coordinator":
        return True if any(u.tag == "verb" and u.form("past") is not None for u in place.settled) else None
    if place.before.tag == "actor":
        return True if place.subject_waits() or place.second.lower in _TIMING else None
    aside = place.before.text == "," and any(u.text == "," for u in place.settled[:-1])
    return True if aside and place.settled[0].tag == "actor" and not any(u.tag in ACTING for u in place.settled) else None


def _goes_on_past(place: Place) -> bool | None:
    """A verb alike in the present and the past behind another in the past: "ordered the envoy out and cut ties"."""
    if place.before.tag != "coordinator" or not place.forms >= {"base", "past"}:
        return None
    told = any(u.tag == "verb" and u.form("past") is not None for u in place.settled)
    takes = place.after.tag in ("determiner", "actor", "agreement") or (place.after.tag == "verb" and place.after.form("s") is not None)
    return True if told and takes else None


def _tells_which(place: Place) -> bool | None:
    """A verb that ends what tells of a noun: "the crossing that Orsenda shut in May", "a post which Halidor cut"."""
    if place.before.tag != "actor" or place.second.tag != "relative" or place.second.lower not in ("that", "which", "whom"):
        return None
    if getattr(place.before.mention, "form", "") == "demonym" or not place.forms & {"base", "past", "s"}:
        return None
    return True if place.after.tag in ("preposition", "time", "sign", "adverb") else None


def _one_thing(place: Place) -> bool | None:
    """A bare verb cannot have one thing as its subject: "settled a long-running border dispute", "ordered a sales ban"."""
    noun, row = place.before, place.settled
    if noun.tag != "noun" or place.forms != {"base"}:
        return None
    many = noun.lower.endswith("s")
    if place.grammar.is_a(noun.lower, "many_in_one") or place.led_by_modal():
        return None
    k = len(row) - 1
    while k > 0 and (row[k].tag in ("noun", "actor") or (row[k].tag == "number" and not many)):
        k -= 1
    if many and any(place.grammar.is_a(unit.lower, "counting") for unit in row[k + 1 :]):
        return None  # "a few towns trade with it"
    return False if row[k].lower in (_ONE if many else _ONE_OR_MORE) else None


def _subject_of_auxiliary(place: Place) -> bool | None:
    """As in "The visit was", "a joint commission is to meet"."""
    if place.after.tag not in ("be", "modal", "have"):
        return None
    described = place.forms <= {"base"} and place.before.tag in ("noun", "determiner", "number", "'s")
    opens = place.before is EDGE and place.forms == {"s"}  # "Notes were exchanged"
    return False if place.noun_too or described or opens else None


def _sanctions_on(place: Place) -> bool | None:
    """As in "UN sanctions on Orsenda"."""
    imposed = place.before.tag == "actor" and place.grammar.is_a(place.unit.lower, "imposed")
    return False if imposed and place.after.tag == "preposition" else None


def _firm_or_money(place: Place) -> bool | None:
    """As in "the Orsendan telecoms group Halt", "secured financing for the dam"."""
    firm = place.grammar.is_a(place.unit.lower, "firm_words") and place.after.tag == "actor" and place.before.tag in ("noun", "actor")
    money = place.grammar.is_a(place.unit.lower, "money_words") and place.after.tag == "preposition" and place.before.tag == "verb"
    return False if firm or money else None


def _behind_auxiliary(place: Place) -> bool | None:
    """As in "was signed", "has since met"; not "is a signed paper"."""
    if place.led_by.tag not in ("be", "have") or not place.forms & {"part", "ing", "past"}:
        return None
    return place.before.tag != "determiner"


def _behind_article(place: Place) -> bool | None:
    """As in "the visit", "their planned talks", "a domestically produced satellite"."""
    before, after = place.before, place.after
    if before.tag in ("determiner", "'s") or place.grammar.is_a(before.lower, "possessive"):
        return False
    adverb = before.tag == "adverb" or (
        before.tag == "noun" and before.lower.endswith("ly") and not place.grammar.is_a(before.lower, "ly_nouns")
    )
    led = place.second.tag in ("determiner", "'s") and adverb
    return False if led and "part" in place.forms and after.tag in ("noun", "agreement") else None


def _ing_and_noun(place: Place) -> bool | None:
    """As in "after meeting Mr Halt"; else "a meeting", "the building of"."""
    if "ing" not in place.forms or not place.noun_too:
        return None
    before = place.before
    opened = before.tag not in NOMINAL and (before.tag not in ("verb", "preposition") or before.lower in _LEADING)
    return opened and before.tag != "edge" and place.after.tag == "actor"


def _behind_preposition(place: Place) -> bool | None:
    """As in "by signing"; any other word behind a preposition is none."""
    return None if place.before.tag != "preposition" else "ing" in place.forms and not place.noun_too


def _behind_demonym(place: Place) -> bool | None:
    """As in "Orsendan exports", "Orsendan shelling killed four"."""
    demonym = place.before.tag == "actor" and getattr(place.before.mention, "form", "") == "demonym"
    if demonym and place.forms <= {"base", "s"}:
        return False
    told = place.after.tag in ("be", "have", "modal") or place.after.form("past") is not None
    return False if demonym and "ing" in place.forms and told and not place.before.lower.endswith("s") else None


def _past(place: Place) -> bool | None:
    """As in "signed", but not "signed improved terms", "two damaged ships", "new and improved terms"."""
    if not place.forms & {"past", "part"} or "base" in place.forms:
        return None
    describes = place.before.tag in ("verb", "number") or (place.before.tag == "coordinator" and _adjectives(place))
    return not (place.after.tag == "noun" and describes)


def _adjectives(place: Place) -> bool:
    """Whether the word before an "and" is an adjective, so that a participle behind it is one too."""
    if place.before.lower == "but" or place.second.tag != "noun":
        return False
    return place.second.lower.endswith(ADJECTIVAL) or place.grammar.is_a(place.second.lower, "adjective")


def _ing(place: Place) -> bool | None:
    """As in "saying"; not "a three-day working visit", "the potential signing of a treaty", "of political meddling and banned"."""
    if "ing" not in place.forms:
        return None
    before, after = place.before, place.after
    if before.tag == "time" and "-" in before.text and after.tag in ("noun", "verb"):
        return False
    if before.tag == "noun" and not before.lower.endswith("s") and (after.tag in _CLOSING or after is EDGE):
        return False  # "human trafficking has", "legal defence financing."
    if not place.inside or before.tag != "noun" or not before.lower.endswith(ADJECTIVAL):
        return True
    led = place.second.tag in ("preposition", "determiner", "verb")
    return not (after.lower == "of" or (led and after.tag in ("coordinator", "sign")))


def _names_deal(place: Place) -> bool | None:
    """As in "a debt rescheduling agreement"."""
    inside = place.before.tag == "noun" and place.after.tag == "agreement" and place.second.tag in ("determiner", "quantity", "actor", "'s")
    return False if inside and "ing" in place.forms else None


def _noun_or_verb(place: Place) -> bool | None:
    """A base form or third person that is a noun as often."""
    return verb_of_two(place) if place.noun_too else None


def _several_hold(place: Place) -> bool | None:
    """What several who are told by their place hold: "Critics in Torv fear that it may sink"."""
    row = place.stretch
    if place.after.lower not in ("that", "they", "it") or place.unit.form("base") is None or place.before.tag != "actor" or len(row) < 3:
        return None
    several = row[0].tag == "noun" and row[0].lower.endswith("s") and row[1].tag == "preposition"
    return True if several and not any(u.tag in ACTING for u in row) else None


def _set_off(place: Place) -> bool | None:
    """A participle that is a noun too, set off with its time: "ties between the two, cut in 2003, will be restored"."""
    if not (place.noun_too and "part" in place.forms and place.before.text == "," and place.second.tag in NOMINAL):
        return None
    row = place.behind[:3]
    led = row[0].tag == "preposition" if row else False
    timed = row[led : led + 2]
    return True if len(timed) == 2 and timed[0].tag == "time" and timed[1].text in (",", ".") else None


_TESTS: tuple[Callable[[Place], bool | None], ...] = (
    _set_off,
    _among_nouns,
    _of_both,
    _several_hold,
    _single_words,
    _behind_aside,
    _infinitive,
    _behind_modal,
    _bare,
    _behind_subject,
    _of_pair,
    _counted,
    _describes_object,
    _second_thing,
    _goes_on_with_particle,
    _acts_with_particle,
    _goes_on_past,
    _tells_which,
    _one_thing,
    _subject_of_auxiliary,
    _sanctions_on,
    _firm_or_money,
    _behind_auxiliary,
    _behind_article,
    _ing_and_noun,
    _behind_preposition,
    _behind_demonym,
    _past,
    _names_deal,
    _ing,
    _noun_or_verb,
)
