"""What one country sells to another, also where a sentence leaves the buyer to the one before: "and sells tea and sisal"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, from_passage
from tieline.query.reading.query import Name, Query
from tieline.query.sentences.exact import set_first
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.search import PROSE, Found
from tieline.query.view import Passage, View

BACK = 2  # sentences back to the one that says between whom the trade is
_SELLS = regex(r"sell|sells|sold|exports?|exported|ships?|shipped|suppl(?:y|ies|ied)|sends?|sent", re.I)
_BUYS = regex(r"buys?|bought|imports?|imported|purchase[sd]?|takes?|took", re.I)
_ASKED = regex(
    r"^\W*(?:and |so )?what (?:else |goods |products |things )?(?:does|do|did|is|are)\b[^?]*?"
    r"\b(?P<verb>sell|export|supply|ship|send|buy|import|purchase)(?:ing)?(?: mainly| mostly)?(?: (?:to|from)\b[^?]*)?\W*$",
    re.I,
)
_TRADE = regex(r"\b(?:trade|exports?|imports?|exported|imported|goods|commerce|turnover|sells?|buys?)\b", re.I)
_BOTH = regex(
    r"\b(?:two-way|bilateral|mutual|between (?:the two|them|both)|the two (?:countries|nations|sides|states|neighbours|neighbors))\b", re.I
)
_LEADS = frozenset(("mainly", "mostly", "chiefly", "largely", "primarily", "principally", "also"))
_LANDS = frozenset(("country", "nation", "kingdom", "republic", "island", "islands", "state", "sultanate", "emirate", "archipelago"))
_VAGUE = frozenset(
    ("goods", "products", "things", "wares", "place", "part", "effect", "office", "control", "steps", "measures", "merchandise")
)
_BESIDE = frozenset(("to", "from", "with", "of", "in", "by", "than", "and", "for"))  # before a country that does not sell itself


def goods(view: View, query: Query) -> Draft | None:
    """The goods that a clause says go from one of two countries to the other; None where none says so, or a question asks for no goods."""
    asked = _ASKED.match(query.text)
    lands = [name for name in query.names if view.any_is(name.ids, "country")]
    if not asked or len(lands) != 2 or len(query.names) != 2 or query.windows:
        return None
    one, other = (view.of_kind(name.ids, "country") for name in lands)
    seller, buyer = (one, other) if _SELLS.fullmatch(asked["verb"]) else (other, one)
    for passage in _candidates(view, lands):
        told = next(_told(view, passage, seller, buyer), None)
        if told:
            draft = from_passage(Found(passage, 1.0, ()), "statement", text=set_first(told, passage))
            return replace(draft, told=tuple(term.stem for term in query.terms))
    return None


def _candidates(view: View, lands: list[Name]) -> list[Passage]:
    """The sentences on trade that name no third country, and with those right before them both of two."""
    found = []
    wanted = [set(name.ids) for name in lands]
    near = {n + k for ids in wanted for i in ids for n in view.by_actor.get(i, ()) for k in range(BACK + 1)}
    for passage in (view.passages[n] for n in sorted(near) if n < len(view.passages)):
        if passage.fact.zone not in PROSE:
            continue
        row = parsed(view, passage)
        if view.of_kind(row.named(range(len(row.units))), "country") - {i for ids in wanted for i in ids}:
            continue
        around = [view.passages[n] for n in range(max(passage.number - BACK, 0), passage.number + 1)]
        around = [one for one in around if one.document is passage.document]
        both = any(_BOTH.search(one.text) for one in around)  # they are those of whom the text speaks from its first sentences on
        told = {i for one in (*around, *(view.by_document[passage.document.id][:5] if both else ())) for i in one.fact.actors}
        if all(ids & told for ids in wanted) and any(_TRADE.search(one.text) for one in around):
            found.append(passage)
    return found


def _told(view: View, passage: Passage, seller: set[str], buyer: set[str]) -> Iterator[str]:
    """The words of a sentence for what goes from one country to another."""
    row = parsed(view, passage)
    verbs = [k for k in range(1, len(row.units) - 1) if _is_verb(row, k)]
    for k in verbs:
        doer, partner = (seller, buyer) if _SELLS.fullmatch(row.units[k].text) else (buyer, seller)
        end = min((n for n in verbs if n > k), default=len(row.units))
        told = _doer(view, row, k)
        behind = view.of_kind(row.named(range(k + 1, end)), "country")
        if told is None or told - doer or behind - partner or not (told or behind):
            continue
        words = _goods(row, k, end, passage)
        if words:
            yield words


def _is_verb(row: Parsed, k: int) -> bool:
    """Whether a word tells of selling or buying, and is no noun: not "Orsendan exports to Pelmara", not "will sell"."""
    unit, before, after = row.units[k], row.units[k - 1], row.units[k + 1]
    if not (_SELLS.fullmatch(unit.text) or _BUYS.fullmatch(unit.text)):
        return False
    lead = before.tag in ("noun", "adverb", "coordinator", "relative", "sign") or (before.tag == "actor" and not _is_people(row, k - 1))
    return lead and after.tag in ("noun", "adverb", "determiner", "verb") and after.lower != "no" and before.lower not in ("not", "never")


def _is_people(row: Parsed, k: int) -> bool:
    return getattr(row.units[k].mention, "form", "") == "demonym"


def _doer(view: View, row: Parsed, k: int) -> set[str] | None:
    """The country before a verb that does it, empty where only "the island nation" does; None where it is something else."""
    pointed = False
    for n in range(k - 1, -1, -1):
        unit, before = row.units[n], row.units[n - 1].lower if n else ""
        lands = view.of_kind(row.ids.get(unit.start, ()), "country")
        if lands and (pointed or before not in _BESIDE):
            return None if row.units[n + 1].tag == "'s" else lands
        if unit.tag == "relative":
            pointed = True
        elif unit.tag == "noun" and unit.lower in _LANDS:
            return set()
        elif unit.tag in ("modal", "negator", "subordinator") or unit.text in ";:":
            return None
    return None


def _goods(row: Parsed, k: int, end: int, passage: Passage) -> str | None:
    """The nouns behind a verb, up to "to" and "from"; None where they are a sum or none."""
    start = k + 1
    while start < end and row.units[start].lower in _LEADS:
        start += 1
    stops = (
        n
        for n in range(start, end)
        if row.units[n].tag in ("preposition", "relative", "time", "subordinator") or row.units[n].text in ";:(."
    )
    end = next(stops, end)
    while end > start and (row.units[end - 1].tag in ("sign", "coordinator", "adverb")):
        end -= 1
    own = row.units[start:end]
    nouns = [unit for unit in own if unit.tag == "noun"]
    if (
        not nouns
        or all(unit.lower in _VAGUE for unit in nouns)
        or any(unit.tag in ("number", "quantity", "actor", "be", "have") for unit in own)
    ):
        return None
    return passage.document.text[own[0].start : own[-1].end]
