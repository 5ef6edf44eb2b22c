"""Verb, noun or pronoun: what a word is beside its neighbours."""

from tieline.extract.syntax.clause import SUBJECTS
from tieline.extract.syntax.grammar import Grammar
from tieline.extract.syntax.unit import NOMINAL, Unit

ADJECTIVAL = ("ive", "al", "ic", "ous", "ful", "able", "ible", "ed")
STEADY = frozenset(("still", "also", "now", "already"))
MEASURED = frozenset(("recently", "early", "late", "soon", "long", "far", "well", "many", "much", "quickly", "often"))
DATING = frozenset(("date", "dates"))
LEADING = frozenset(("after", "before", "by", "without"))  # before an -ing form: "after meeting his counterpart"
PARTICLES = frozenset(("off", "out", "up", "down", "back"))
NAMING = frozenset(("noun", "agreement", "actor", "quantity", "number", "verb", "time"))


def settle(units: list[Unit], grammar: Grammar) -> list[Unit]:
    """Verb or noun or adjective, by the neighbours."""
    settled: list[Unit] = []
    for i, unit in enumerate(units):
        before = settled[-1] if settled else None
        after = units[i + 1] if i + 1 < len(units) else None
        plain = _plain_tag(unit, before, after, settled)
        if plain is not None:
            settled.append(_as(unit, plain))
            continue
        if before is not None and _stands_for(before, unit, after):
            settled[-1] = _as(before, "pronoun")
            settled.append(unit)  # "when these led nowhere"
            continue
        month = unit.lower == "may" and unit.text != "may" and before is not None and before.tag == "preposition"
        if unit.lower == "once" and before is not None and before.tag in ("actor", "noun") and after is not None and after.tag == "verb":
            settled.append(_as(unit, "adverb"))  # "which Orsenda once opposed"
            continue
        if unit.lower == "instead" and after is not None and after.lower != "of":
            settled.append(_as(unit, "adverb"))
            continue
        if unit.lower == "as" and before is not None and before.tag in NAMING and _as_what(units, i):
            settled.append(_as(unit, "preposition"))
            continue
        if unit.lower == "longer" and before is not None and before.lower == "no":
            settled.append(_as(unit, "adverb"))
            continue
        if unit.lower == "so" and before is not None and before.lower in ("do", "does", "did", "done"):
            settled.append(_as(unit, "adverb"))
            continue
        if _intends(units, i, settled):
            settled.append(unit)
            continue
        measured = _as_far(unit, settled, after)
        if measured is not None:
            settled.append(_as(unit, measured))
        elif unit.lower == "once" and after is not None and after.tag in ("sign", "preposition", "time", "coordinator"):
            settled.append(_as(unit, "adverb"))  # "had been broken once, in March"
        elif before is not None and after is not None and _adverbial(unit, before, after):
            settled.append(_as(unit, "adverb"))
        elif month or (unit.tag == "verb" and not _verbal(unit, before, after, settled, grammar)):
            settled.append(_as(unit, "noun"))
        elif (
            grammar.is_a(unit.lower, "standing_alone")
            and before is not None
            and before.tag == "determiner"
            and (after is None or after.tag not in NAMING)
        ):
            settled.append(_as(unit, "pronoun"))
        elif unit.lower == "those" and after is not None and after.tag == "preposition" and after.lower != "of":
            settled.append(_as(unit, "pronoun"))  # "those with Chile have stalled"
        elif unit.lower == "than" and before is not None and before.lower in ("more", "less", "fewer"):
            settled.append(_as(unit, "determiner"))
        elif unit.lower == "that" and before is not None and after is not None:
            settled.append(_as(unit, _that(settled, after, grammar)))
        else:
            settled.append(unit)
    return _without_asides(settled)


def _plain_tag(unit: Unit, before: Unit | None, after: Unit | None, settled: list[Unit]) -> str | None:
    """What a small word is by its neighbours alone: "since then", "the first train", "Orsenda provided Halidor with grain"."""
    if unit.lower in ("since", "until") and after is not None and after.lower == "then":
        return "adverb"  # "Since then two accords have been signed"
    if unit.tag == "subordinator" and unit.verbs and after is not None and _provides(settled, after):
        return "verb"
    if unit.lower == "first" and unit.tag == "adverb" and before is not None and before.tag in ("determiner", "'s"):
        return "number"  # "On Monday the first train ran"
    return None


def _as_what(units: list[Unit], i: int) -> bool:
    """Whether an "as" opens no clause: no verb that could be finite stands before the next sign ("chose Orsenda as supplier in May")."""
    for unit in units[i + 1 :]:
        if unit.tag == "sign":
            break
        if unit.tag in ("be", "have", "modal", "do", "verb", "relative") or unit.lower == "to":
            return False
    return i + 1 < len(units) and units[i + 1].tag in ("noun", "determiner")


def _intends(units: list[Unit], i: int, settled: list[Unit]) -> bool:
    """Whether a word is what one thing means to do: "The operator plans to buy trains"; not "Plans to buy them were dropped"."""
    unit, behind = units[i], units[i + 1 : i + 3]
    if unit.tag != "verb" or unit.form("s") is None or len(behind) < 2 or behind[0].lower != "to" or behind[1].form("base") is None:
        return False
    apposed = bool(settled) and settled[-1].text == ","  # "An Orsendan brewer, Halt, plans to invest"
    row = [u for u in settled if u.tag != "sign"] if apposed else _stretch(settled)
    if not row or row[0].tag not in ("determiner", "actor") or row[-1].tag not in ("noun", "actor") or row[-1].lower.endswith("s"):
        return False
    if any(u.tag in ("verb", "be", "have", "modal", "do", "preposition") for u in row):
        return False
    ended = next(
        (k for k, u in enumerate(units[i + 3 :], i + 3) if u.tag in ("sign", "relative", "subordinator", "coordinator")), len(units)
    )
    return not any(u.tag in ("be", "have", "modal", "do") for u in units[i + 3 : ended])


def _stretch(settled: list[Unit]) -> list[Unit]:
    """The units since the last sign or relative word."""
    last = next((k for k in range(len(settled) - 1, -1, -1) if settled[k].text in (",", ";", ":") or settled[k].tag == "relative"), -1)
    return settled[last + 1 :]


def _stands_for(before: Unit, unit: Unit, after: Unit | None) -> bool:
    """Whether "this" or "these" stands for something before a verb in the past: "these led nowhere", "this came to an end"."""
    forms = {form for _, form in unit.verbs}
    told = unit.tag == "verb" and "past" in forms and not unit.lower.endswith("ed")
    return before.tag == "determiner" and before.lower in ("this", "these", "those") and told and (after is None or after.tag != "noun")


def _provides(settled: list[Unit], after: Unit) -> bool:
    """Whether "provided" is the verb of a stretch that has none yet, or goes with an auxiliary."""
    last = _word_before(settled)
    led = last is not None and last.tag in ("be", "have")
    return led or (after.tag in ("actor", "noun", "quantity", "number", "determiner", "agreement") and _subject_waits(settled))


def _subject_waits(settled: list[Unit]) -> bool:
    """Whether a stretch has opened with an actor and has no verb yet."""
    row = _stretch(settled)
    return any(u.tag == "actor" for u in row) and not any(u.tag in ("verb", "be", "have", "modal", "do") for u in row)


def _as_far(unit: Unit, settled: list[Unit], after: Unit | None) -> str | None:
    """What the two words of "as recently as June", "as soon as possible" are; None for any other "as"."""
    if unit.lower != "as" or after is None:
        return None
    if after.lower.split()[0] in MEASURED and after.tag != "verb":
        return "adverb"
    if len(settled) > 1 and settled[-1].lower.split()[0] in MEASURED and settled[-2].lower == "as":
        return "preposition"
    return None


def _of_both(settled: list[Unit]) -> bool:
    """Whether two names joined by a dash stand before: "Orsenda-Halidor talks"."""
    return settled[-1].tag == settled[-3].tag == "actor" and settled[-2].text in ("-", "–")


def _at_sight(unit: Unit, forms: set[str], before: Unit | None, after: Unit | None, settled: list[Unit], grammar: Grammar) -> bool | None:
    """Whether a word is a verb where its nearest neighbours alone tell; None where they do not."""
    if before is None or after is None:
        return None
    if len(settled) > 2 and _of_both(settled) and unit.lower in grammar.nouns_too:
        return False  # "Orsenda-Halidor talks on Tuesday failed"
    if before.lower == "no" and "ing" in forms and unit.lower in grammar.nouns_too:
        return False  # "There will be no meeting"
    if unit.lower in DATING and before.tag in NOMINAL and after.lower in ("back", "from"):
        return True  # "Relations between Orsenda and Halidor date back to 1935"
    if unit.lower == "working" and before.tag in ("have", "verb") and after.lower in grammar.nouns_too:
        return False  # "had working talks with the premier"
    if unit.lower == "crossing" and before.lower in LEADING:
        return after.tag in ("preposition", "actor", "determiner")  # "before crossing to Orsenda"
    return None


def _among_nouns(unit: Unit, before: Unit | None, after: Unit | None, settled: list[Unit]) -> bool:
    """Whether a base form stands in a list that no infinitive opens: "signed a pact on mines, and bomb and drone disposal"."""
    if before is None or after is None or before.tag != "coordinator" or {form for _, form in unit.verbs} != {"base"}:
        return False
    if any(u.tag in ("modal", "do") or u.lower == "to" for u in settled):
        return False
    told = {form for u in settled if u.tag in ("verb", "be", "have") for _, form in u.verbs}
    return after.tag == "coordinator" or (after.tag == "noun" and bool(told) and "base" not in told)


def _noun_form(unit: Unit, before: Unit | None) -> bool:
    """Whether a base form before an auxiliary stands behind a describing word: "a joint commission is to meet"."""
    return {form for _, form in unit.verbs} <= {"base"} and before is not None and before.tag in ("noun", "determiner", "number", "'s")


def _adverbial(unit: Unit, before: Unit, after: Unit) -> bool:
    """Whether a word only tells when: "had last met in May", "at once"."""
    if unit.lower == "last":
        return after.tag == "verb" and before.tag not in ("determiner", "'s", "preposition", "coordinator")
    return unit.lower == "once" and before.lower == "at"


def _without_asides(units: list[Unit]) -> list[Unit]:
    """Short brackets without a verb stand outside the grammar of their sentence."""
    opened = None
    for i, unit in enumerate(units):
        if unit.text in ("(", "["):
            opened = i
        elif unit.text in (")", "]") and opened is not None:
            if i - opened <= 7 and not any(u.tag in ("verb", "be", "have", "modal") for u in units[opened:i]):
                for k in range(opened, i + 1):
                    units[k] = _as(units[k], "aside")
            opened = None
    return units


def _as(unit: Unit, tag: str) -> Unit:
    return Unit(unit.start, unit.end, unit.text, unit.lower, tag, unit.mention, unit.verbs, unit.quoted, unit.inner)


def _that(before: list[Unit], after: Unit, grammar: Grammar) -> str:
    if before[-1].tag == "preposition" and after.tag == "noun":
        return "determiner"
    if after.tag in ("modal", "be", "have", "do", "verb") and before[-1].tag in ("noun", "agreement", "actor", "time"):
        return "relative"
    if (
        before[-1].tag in ("noun", "agreement")
        and before[-1].lower not in grammar.words["said_nouns"]
        and after.tag in ("actor", "pronoun", "determiner")
    ):
        verb = next((u for u in reversed(before) if u.tag in ("verb", "be") or u.text in (";", ":")), None)
        takes = verb is not None and (verb.tag == "be" or any(grammar.is_a(lemma, "that_takers") for lemma, _ in verb.verbs))
        return "subordinator" if takes else "relative"
    return "subordinator"


def _verbal(unit: Unit, before: Unit | None, after: Unit | None, settled: list[Unit], grammar: Grammar) -> bool:
    if _among_nouns(unit, before, after, settled):
        return False
    forms = {form for _, form in unit.verbs}
    plain = _at_sight(unit, forms, before, after, settled, grammar)
    if plain is not None:
        return plain
    if before is not None and before.lower == "to" and "base" in forms:
        clear = after is not None and after.tag == "verb" and "ing" not in {f for _, f in after.verbs}
        return after is None or not (clear and unit.lower in grammar.nouns_too and after.lower not in grammar.nouns_too)
    if before is not None and before.tag in ("modal", "do"):
        return True
    if before is not None and "base" in forms and grammar.is_a(before.lower, "counting") and after is not None and after.tag == "noun":
        return False  # "six patrol boats"
    last = _word_before(settled)
    if (
        last is not None
        and last.tag in ("modal", "do")
        and "base" in forms
        and before is not None
        and before.tag in ("negator", "adverb", "time")
    ):
        return True
    if before is not None and before.tag == "verb" and _describes_object(unit, forms, before, after, grammar):
        return False  # "hold detailed talks"
    if before is not None and forms <= {"base", "s"} and _second_thing(before, settled):
        return False  # "discussed bilateral relations and regional issues"
    if before is not None and before.tag == "coordinator" and forms >= {"base", "past"} and _goes_on_past(settled, after):
        return True  # "ordered the envoy out and cut ties"
    if before is not None and before.tag == "noun" and forms == {"base"} and _one_thing(before, settled, grammar):
        return False  # "settled a long-running border dispute"
    if after is not None and after.tag in ("be", "modal", "have") and (unit.lower in grammar.nouns_too or _noun_form(unit, before)):
        return False
    if (
        before is not None
        and before.tag == "actor"
        and grammar.is_a(unit.lower, "imposed")
        and after is not None
        and after.tag == "preposition"
    ):
        return False  # "UN sanctions on Orsenda"
    if last is not None and last.tag in ("be", "have") and forms & {"part", "ing", "past"}:
        return not (before is not None and before.tag == "determiner")
    if before is not None and (before.tag in ("determiner", "'s") or grammar.is_a(before.lower, "possessive")):
        return False
    led = len(settled) > 1 and settled[-2].tag in ("determiner", "'s") and before is not None and before.lower.endswith("ly")
    if led and "part" in forms and after is not None and after.tag in ("noun", "agreement"):
        return False  # "a domestically produced satellite"
    if "ing" in forms and unit.lower in grammar.nouns_too:
        return (
            before is not None
            and before.tag not in NOMINAL
            and (before.tag not in ("verb", "preposition") or before.lower in LEADING)
            and after is not None
            and after.tag == "actor"
        )
    if before is not None and before.tag == "preposition":
        return bool(forms & {"ing"}) and unit.lower not in grammar.nouns_too
    if before is not None and before.tag == "actor" and getattr(before.mention, "form", "") == "demonym" and forms <= {"base", "s"}:
        return False
    if forms & {"past", "part"} - {"base"} and not (forms & {"base"}):
        return not (
            after is not None
            and after.tag in ("noun", "agreement")
            and before is not None
            and (before.tag in ("verb", "number") or (before.tag == "coordinator" and _adjectives(settled, grammar)))
            and after.tag != "agreement"
        )
    if (
        "ing" in forms
        and before is not None
        and before.tag == "time"
        and "-" in before.text
        and after is not None
        and after.tag in ("noun", "verb")
    ):
        return False  # "a three-day working visit"
    if "ing" in forms:
        return not _is_described(settled, before, after)
    # base or third person: a verb after a subject, with something that a verb takes behind it
    if unit.lower in grammar.nouns_too:
        if before is None:
            return False
        if unit.lower == "calls" and after is not None and after.lower == "for" and before.tag in ("noun", "agreement", "adverb"):
            told = any(u.tag in ("verb", "be", "have", "modal") for u in settled)
            return before.lower in STEADY or not told  # "The statement calls for a revival"
        if before.tag == "relative" and len(settled) > 1 and settled[-2].tag == "preposition":
            return False  # "the year in which work began"
        if (
            before.tag == "actor"
            and len(settled) > 1
            and settled[-2].tag == "preposition"
            and after is not None
            and after.tag != "determiner"
            and before.lower not in SUBJECTS
            and not (after.lower == "for" and "part" in forms)
        ):
            return False  # "returned to Chinese rule in 1997"
        if before.tag in ("pronoun", "relative"):
            return before.lower != "one" or forms != {"base"}  # "on one side"
        if before.tag == "coordinator" and "base" in forms and after is not None and after.tag in ("determiner", "actor", "agreement"):
            return _led_by_modal(settled)
        if before.tag == "coordinator" and "base" in forms and after is not None and after.tag == "preposition" and len(settled) > 1:
            return (settled[-2].tag in ("actor", "time") or settled[-2].text == ",") and _led_by_modal(settled)
        if before.tag == "time" and _subject_waits(settled) and after is not None and _takes(after):
            return True  # "Orsenda and Halidor on Sunday set the seal on an accord", "Orsenda yesterday cut off the gas"
        if forms & {"past"} and before.tag in ("actor", "pronoun") and getattr(before.mention, "form", "") != "demonym":
            return after is None or after.lower not in ("of", "in", "on", "to", "for", "by")
        apposed = before.text == "," and len(settled) > 1 and settled[-2].tag == "actor" and "base" in forms
        if apposed and after is not None and after.tag in ("agreement", "determiner", "actor"):
            return not any(u.tag in ("verb", "be", "have", "modal") for u in settled)  # "Karvos and his colleague, Brekke, sign the accord"
        if before.lower in STEADY and after is not None and (after.lower == "to" or (after.tag == "noun" and "base" in forms)):
            return True  # "two of them still need ratification", "still plans to go"
        listed = before.tag == "coordinator" and len(settled) > 1 and settled[-2].text == "," and forms == {"s"}
        if listed and after is not None and after.tag in ("determiner", "actor", "agreement"):
            return True  # "is to be signed in May, and needs the approval of both"
        behind = after is not None and (
            (after.lower == "back" and "s" in forms)
            or (after.lower == "up" and before.tag == "noun")
            or after.tag in ("determiner", "actor", "agreement", "subordinator", "quantity", "pronoun")
            or (after.tag == "preposition" and after.lower not in ("of",) and before.tag == "actor")
        )
        plural = before.lower.endswith("s") or before.tag == "actor"
        if after is not None and after.text == "," and forms <= {"base"} and any(u.tag == "determiner" for u in settled[-5:]):
            return False  # "The Tavonia Hills project, funded by both, was"
        if plural and after is not None and before.tag == "noun" and "base" in forms:
            behind = behind or (after.tag == "preposition" and after.lower not in ("of", "and")) or after.lower == "to"
        ending = after is None or after.text in (".", ",", ";") or after.tag in ("preposition", "time")
        if (ending and before.tag in ("agreement", "actor")) or (ending and plural and before.tag == "noun" and "base" in forms):
            behind = behind or not any(u.tag in ("verb", "be", "have", "modal") for u in settled)
        return behind and before.tag in ("noun", "actor", "agreement", "adverb") and (plural or "s" in forms)
    return before is None or before.tag in (
        "noun",
        "actor",
        "agreement",
        "pronoun",
        "relative",
        "adverb",
        "coordinator",
        "sign",
        "time",
        "quantity",
        "number",
        "subordinator",
    )


def _takes(after: Unit) -> bool:
    """Whether a word opens what a verb takes behind it."""
    return after.tag in ("determiner", "actor", "agreement") or after.lower in PARTICLES


def _is_described(settled: list[Unit], before: Unit | None, after: Unit | None) -> bool:
    """Whether an -ing form is a noun behind an adjective: "the potential signing of a treaty", "of political meddling and banned"."""
    if before is None or after is None or before.tag != "noun" or not before.lower.endswith(ADJECTIVAL):
        return False
    led = len(settled) > 1 and settled[-2].tag in ("preposition", "determiner", "verb")
    return after.lower == "of" or (led and after.tag in ("coordinator", "sign"))


def _describes_object(unit: Unit, forms: set[str], before: Unit, after: Unit | None, grammar: Grammar) -> bool:
    """Whether a participle between a verb and a noun describes the object: "hold detailed talks", "made renewed efforts"."""
    ended = unit.lower.endswith("ed") and not forms & {"base", "s", "ing"}
    takes = bool({form for _, form in before.verbs} & {"base", "s", "past", "ing"}) and before.form("part") is None
    thing = after is not None and (after.tag in ("noun", "agreement") or (after.tag == "verb" and after.lower in grammar.nouns_too))
    return ended and thing and (takes or before.form("base") is not None)


def _goes_on_past(settled: list[Unit], after: Unit | None) -> bool:
    """Whether a verb that looks alike in the present and the past goes on with a verb in the past before."""
    told = any(u.tag == "verb" and u.form("past") is not None for u in settled)
    return (
        told
        and after is not None
        and (after.tag in ("determiner", "actor", "agreement") or (after.tag == "verb" and after.form("s") is not None))
    )


def _second_thing(before: Unit, settled: list[Unit]) -> bool:
    """Whether an adjective right behind "noun and" stands before, so that it describes one more thing."""
    adjective = before.tag == "noun" and before.lower.endswith(ADJECTIVAL)
    return adjective and len(settled) > 2 and settled[-2].tag == "coordinator" and settled[-3].tag == "noun"


def _one_thing(noun: Unit, settled: list[Unit], grammar: Grammar) -> bool:
    """Whether a noun is one thing behind its article, so that a bare verb cannot have it as its subject."""
    if noun.lower.endswith("s") or grammar.is_a(noun.lower, "many_in_one") or _led_by_modal(settled):
        return False
    k = len(settled) - 1
    while k > 0 and settled[k].tag in ("noun", "number", "actor"):
        k -= 1
    return settled[k].lower in ("a", "an", "the", "this", "that")


def _led_by_modal(settled: list[Unit]) -> bool:
    """Whether a modal or an infinitive stands before, with which a bare verb behind "and" goes on."""
    return any(u.tag == "modal" or (u.lower == "to" and settled[i + 1].tag == "verb") for i, u in enumerate(settled[:-1]))


def _adjectives(settled: list[Unit], grammar: Grammar) -> bool:
    """Whether the word before an "and" is an adjective, so that a participle behind it is one too: "new and improved terms"."""
    if len(settled) < 2 or settled[-1].lower == "but":
        return False
    word = settled[-2].lower
    return settled[-2].tag == "noun" and (word.endswith(ADJECTIVAL) or grammar.is_a(word, "adjective"))


def _word_before(settled: list[Unit]) -> Unit | None:
    """The last word before, over adverbs and a time put into a verb group: "will today host", "has on Friday signed"."""
    k = len(settled) - 1
    low = max(-1, k - 4)
    while k > low and (settled[k].tag in ("adverb", "negator", "time") or settled[k].lower == "now" or _leads_time(settled, k)):
        k -= 1
    return settled[k] if k > low else None


def _leads_time(settled: list[Unit], k: int) -> bool:
    return k + 1 < len(settled) and settled[k].tag == "preposition" and settled[k + 1].tag == "time"
