"""The number in a sentence that a question asks for: by its unit, by the noun behind it, by what stands near it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.time import TimeValue
from tieline.query.amounts.figure_words import words_of
from tieline.query.amounts.fitting import directed
from tieline.query.amounts.from_to import asked_of
from tieline.query.amounts.numbers import Number, counts_time, numbers
from tieline.query.amounts.tally import tally
from tieline.query.amounts.trade_ways import in_clause_of_all_trade
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.context import points_back, understood
from tieline.query.evidence.cover import Hit
from tieline.query.evidence.pick import Pick, closeness, held
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Query
from tieline.query.reading.windows import in_window
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause import around, stems_beside, stems_in
from tieline.query.view import Passage, View

_BALLOT = regex(r"\bvot|\bballot|\btally|\bmajority|\bmargin", re.I)
_TURN = regex(r"\bfor the (?P<n>\d+)(?:st|nd|rd|th) time\b", re.I)
_OFTEN = regex(r"\b(?:once|twice|thrice)\b(?! (?:a|an|as|the|every|they|he|she|it|both|all)\b)", re.I)
_ONCE = {"once": 1, "twice": 2, "thrice": 3}
TIE = 0.93
DATED = 0.5  # how surely a number is of what is asked that alone stands beside the time asked about
DOZEN = 12  # a size or quantity without a unit is more than this
TIME = stem("times")


def pick_number(view: View, query: Query, asked: Sought, hit: Hit) -> Pick | None:
    """The number of a sentence that fits what is asked; None where none can."""
    passage = hit.passage
    if _BALLOT.search(query.text):
        votes = tally(query.text, passage.text)
        return Pick(votes.text, votes.value) if votes else None
    if asked.noun == (TIME,) and (turn := _TURN.search(passage.text)):
        return Pick(
            f"{turn['n']} times",
            int(turn["n"]),
            held=held(view, asked, passage, passage.fact.start + turn.start(), passage.fact.start + turn.end()),
        )
    if asked.noun == (TIME,) and (often := _OFTEN.search(passage.text)):
        start = passage.fact.start + often.start()
        return Pick(often[0].lower(), _ONCE[often[0].lower()], held=held(view, asked, passage, start, passage.fact.start + often.end()))
    fitting = [n for n in numbers(passage) if _typed(view, query, asked, passage, n) and _as_told(view, query, passage, n)]
    if asked.unit == "size" and asked.noun and query.form == "how_much":
        beside = [n for n in fitting if all(tells(view, word, stems_beside(passage, n.start, n.end)) for word in asked.noun)]
        meant = points_back(view, passage) and all(understood(view, word, passage) for word in asked.noun)
        fitting = beside or ([n for n in fitting if n.unit] if meant else [])
    if not fitting and asked.unit == "size" and query.form == "how_much":  # "sells fish worth 48 million dollars" tells how much fish
        fitting = [n for n in numbers(passage) if n.unit == "money" and _WORTH.search(passage.document.text[passage.fact.start : n.start])]
    fitting = asked_of(query, passage, in_windows(query, passage, fitting))
    if not fitting:
        return None
    ranked = sorted(
        ((closeness(view, asked, passage, n.start, n.end), -n.start, n) for n in fitting), key=lambda one: one[:2], reverse=True
    )
    best = ranked[0][2]
    rivals = [n for score, _, n in ranked[1:] if score >= TIE * ranked[0][0] and n.value != best.value]
    if query.windows and len(fitting) > 1 and time_beside(passage, best) is None and any(m.time for m in passage.times):
        return None
    if query.windows and (rivals or _other_in_time(query, passage, best)):
        return None
    if in_clause_of_all_trade(view, query, passage, best.start) or _of_another_thing(view, query, asked, passage, best):
        return None
    words = _with_unit(passage, best)
    near = held(view, asked, passage, best.start, best.end)
    if query.windows and len(fitting) == 1 and time_beside(passage, best) is not None:
        near = max(near, DATED)
    return Pick(words, best.value if best.value is not None else best.words, sure=not rivals, held=near)


def _of_another_thing(view: View, query: Query, asked: Sought, passage: Passage, best: Number) -> bool:
    """Whether "how much tax revenue" finds its noun in a sentence, but not in the pieces around the number."""
    head = asked.frame.wanted.head if asked.frame and query.form == "how_much" and best.unit == "money" else None
    if head is None or not tells(view, head, passage.joined):
        return False
    return not tells(view, head, stems_in(passage, around(passage, best.start, best.end)))


_WORTH = regex(r"\b(?:worth|valued at|to the value of)(?: of)? (?:some |about |around |over |nearly )?$", re.I)


def in_windows(query: Query, passage: Passage, found: list[Number]) -> list[Number]:
    """Of some numbers those of the times that a question gives, where the sentence sets a time beside each or some."""
    if not query.windows or len(found) < 2:
        return found
    own = [(n, time_beside(passage, n)) for n in found]
    return [n for n, time in own if time and all(in_window(time, window) for window in query.windows)] or [
        n for n, time in own if time is None
    ]


def _other_in_time(query: Query, passage: Passage, best: Number) -> bool:
    """Whether the time asked about stands beside another number of a sentence than the one that would be picked."""
    own = time_beside(passage, best)
    fits = [n for n in numbers(passage) if (time := time_beside(passage, n)) and all(in_window(time, window) for window in query.windows)]
    return bool(fits) and best not in fits and own is not None


def time_beside(passage: Passage, number: Number) -> TimeValue | None:
    """The time told right behind a number or, where none is, right before it, with no other number between: "300 tonnes in 1985"."""
    others = [n for n in numbers(passage) if n.start != number.start and not any(m.start <= n.start < m.end for m in passage.times)]
    dated = [m for m in passage.times if m.time and m.time.earliest]
    for mention in [*(m for m in dated if m.start >= number.end), *(m for m in reversed(dated) if m.end <= number.start)]:
        low, high = sorted((number.end, mention.start)) if mention.start >= number.end else (mention.end, number.start)
        leads = mention.end <= number.start  # what opens a clause holds for all that it tells: "in 2012 it grew by 4% to 20 million"
        if any(low <= n.start < high and not (leads and n.unit != number.unit) for n in others):
            continue
        between = passage.document.text[low:high]
        if not _CUTS.search(between):
            return mention.time
    return None


_CUTS = regex(r"[;:()]|\b(?:while|whereas|but|compared|against|from|up|down)\b", re.I)


def _as_told(view: View, query: Query, passage: Passage, number: Number) -> bool:
    """Whether what is known of a number in a sentence allows it as an answer: whose it is, of whom, and when."""
    known = [figure for one in passage.fact.figures if (figure := view.figures.get(one)) and figure.value == number.value]
    beside = time_beside(passage, number)
    if beside is not None or all(figure.period is None for figure in known):  # the sentence tells of what time it is
        query = replace(query, windows=()) if beside is None or all(in_window(beside, one) for one in query.windows) else query
    return not known or any(directed(view, query, figure) for figure in known)


def may_answer(view: View, asked: Sought, query: Query, passage: Passage) -> bool:
    """Whether a sentence holds a number of the kind asked for."""
    return any(_typed(view, query, asked, passage, number) for number in numbers(passage))


def may_be_asked(view: View, query: Query, asked: Sought, passage: Passage) -> list[Number]:
    """The numbers of an answer that can be what was asked, though what they count is left to the question."""
    found = [number for number in numbers(passage) if number.unit in ("money", "percent") or query.form == "how_many"]
    return [n for n in found if (n.unit == asked.unit if asked.unit in ("money", "percent") else n.unit != "money")]


def _typed(view: View, query: Query, asked: Sought, passage: Passage, number: Number) -> bool:
    """Whether a number is of the kind asked for."""
    if any(str(number.value) == word.text.replace(",", "") for word in query.words):
        return False
    if asked.unit in ("money", None) and query.form not in ("how_many", "count") and _bare_sum(passage, number):
        return True
    if asked.unit in ("money", "percent"):
        return number.unit == asked.unit and not (asked.unit == "percent" and _SHARE.search(query.text) and _changes(view, passage, number))
    if query.form in ("how_many", "count"):
        return number.unit not in ("money", "percent") and _counts(view, asked, passage, number)
    if asked.unit is None:
        return number.unit in ("money", "percent")
    return number.unit != "money" and (number.unit is not None or not isinstance(number.value, int | float) or number.value > DOZEN)


_ENDS_SUM = regex(
    r"\s*(?:[.,;:)]|$|\b(?:in|on|by|at|for|from|to|and|or|as|when|because|this|last|a year|per|each|after|before|but|than|while|against)\b)"
)
MILLION = 1e6


def _bare_sum(passage: Passage, number: Number) -> bool:
    """Whether a number of millions stands without a noun, as a sum does whose money was named before: "the new estimate is 3.1 billion"."""
    large = isinstance(number.value, int | float) and number.value >= MILLION and number.unit is None
    return large and bool(_ENDS_SUM.match(passage.document.text, number.end, passage.fact.end))


_SHARE = regex(r"\b(?:share|proportion|portion|fraction|part)\b", re.I)


def _changes(view: View, passage: Passage, number: Number) -> bool:
    """Whether a number tells how much something rose or fell: "rising by 8 percent"."""
    sets = words_of(view).sets
    before = [own for token, own in zip(passage.tokens, passage.stems, strict=True) if token.end <= number.start][-2:]
    return bool(set(before) & (sets["grown"] | sets["fallen"]))


def _counts(view: View, asked: Sought, passage: Passage, number: Number) -> bool:
    """Whether the noun asked for stands behind a number, or before it with a verb of amounts between."""
    if not asked.noun:
        sized = asked.unit == "size" and number.value not in (1, 2)  # "one of the largest", "the two sides"
        return number.unit is not None or (sized and not counts_time(passage, number))
    near = [(token.lower, own) for token, own in zip(passage.tokens, passage.stems, strict=True) if token.start >= number.end][:5]
    after = [own for _, own in near]
    cut = next((n for n, (word, _) in enumerate(near) if word in _ENDS_NOUN or _is_deed(near, n)), len(after))
    if asked.noun == (TIME,):
        return TIME in after[:1]
    if _PEOPLE & set(asked.noun) and _STAFF.search(passage.document.text[max(passage.fact.start, number.start - 60) : number.start]):
        return True
    if _stands_alone(passage, number) and any(understood(view, word, passage) for word in asked.noun[-1:]):
        return True
    behind = f" {' '.join(after[: max(cut, 1)])} "
    wanted = [word for word in asked.noun if word not in ("many", "much", "new")]
    measured = number.unit and wanted and tells(view, wanted[0], f" {' '.join(stems(number.unit))} ")
    if measured and all(tells(view, word, passage.joined) for word in wanted[1:]):
        return True  # "365,000 tonnes" of the salt that the sentence tells of
    head = asked.frame.wanted.head if asked.frame and asked.frame.wanted.head in wanted else None  # "tonnes of salt" are tonnes
    if (
        wanted
        and tells(view, head or wanted[-1], behind)
        and all(tells(view, w, passage.joined) or understood(view, w, passage) for w in wanted)
    ):
        return True
    before = [own for token, own in zip(passage.tokens, passage.stems, strict=True) if token.end <= number.start][-9:]
    bare = cut == 0 or not after or after[0] in ("in", "last", "thi", "a", "by")
    return (
        bare and number.value is not None and number.value > 12 and bool(wanted) and bool(tells(view, wanted[-1], f" {' '.join(before)} "))
    )


_ENDS_NOUN = frozenset(
    (
        ",",
        ";",
        "and",
        "of",
        "from",
        "to",
        "in",
        ".",
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "this",
        "these",
        "which",
        "who",
        "that",
    )
)


def _is_deed(near: Sequence[tuple[str, str]], n: int) -> bool:
    """Whether a word is what those counted did: "two countries signed agreements" counts no agreements."""
    return n > 0 and near[n][0].endswith("ed") and near[n - 1][0].endswith("s")


_VERB_NEXT = regex(r"\s+(?:were|was|are|is|had|have|has|will|would|remain(?:ed)?|of (?:them|these|those|which|whom))\b")


def _stands_alone(passage: Passage, number: Number) -> bool:
    """Whether a number opens its sentence and leaves what it counts to the one before: "Forty-six were repaired", "Two of them sank"."""
    lead = passage.document.text[passage.fact.start : number.start].strip(" \"'“‘")
    return lead.lower() in ("", "only", "about", "some", "another") and bool(_VERB_NEXT.match(passage.document.text, number.end))


_PEOPLE = frozenset(stems("people person persons staff workers worker employees employee men women officials officers members hands"))
_STAFF = regex(
    r"\b(?:(?:staff|workforce|team|crew|personnel|force|party|delegation|garrison|complement|payroll) (?:of|numbers|is|was|numbered|totals)"
    r"|(?:employ|hire|recruit)(?:s|ed|ing)?)(?: about| some| only| nearly| around| over| more than| up to| at least| fewer than)? $",
    re.I,
)


_RATE = regex(r" times (?:an? |per |each |every )\w+", re.I)


def _with_unit(passage: Passage, number: Number) -> str:
    """The words of a number with the noun right behind it."""
    after = passage.document.text[number.end : number.end + 30]
    rate = _RATE.match(after)
    if rate:
        return f"{number.words}{rate[0]}"
    noun = re.match(r"[ \u00a0]?(?:per cent|percent|%)?(?:[ -][a-z][a-z-]+)?", after)
    unit = (
        noun[0]
        if noun and not re.search(r"\b(?:and|to|in|of|on|by|from|at|for|with|or|a|the|last|this|as|is|was|were|are|has|have|had)$", noun[0])
        else ""
    )
    return f"{number.words}{unit}".strip()
