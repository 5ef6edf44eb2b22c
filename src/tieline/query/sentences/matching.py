"""How well the words of a question's part are told by a region of a clause, and by what stands around it."""

from collections.abc import Iterable, Set
from functools import cache

from tieline.extract.syntax.unit import Unit
from tieline.late import regex
from tieline.light import dataclass
from tieline.query.reading.frame import Part
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.words import fold, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.parsed import Parsed
from tieline.query.view import Passage, View

NEAR, SENTENCE, BEFORE, OPENING = 0.95, 0.85, 0.75, 0.6
_STANDS_IN = frozenset(
    ["it", "they", "them", "he", "him", "she", "her", "this", "these", "those", "both", "none", "neither", "its", "their"]
)
_OWNING = frozenset(("its", "their", "his", "her"))
_DEFINITE = frozenset(("the", "this", "these", "that", "those", "its", "their", "his", "her", "such"))
_INDEFINITE = frozenset(("a", "an", "some", "several", "many", "few", "other", "others", "another", "most", "any", "every", "each"))
_INITIALS = regex(r"(?:\b[A-Z][\w'’-]+(?: (?:of|for|the|and|on))*\s?){2,8}")


@dataclass(frozen=True)
class Region:
    """Some places of a sentence."""

    places: tuple[int, ...]
    text: str
    ids: frozenset[str]
    row: Parsed

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units at the places."""
        return tuple(self.row.units[k] for k in self.places)


def region(row: Parsed, places: Iterable[int]) -> Region:
    """The region of some places."""
    told = tuple(sorted(set(places)))
    text = " ".join(word for k in told for word in row.text(k, k + 1).split())
    return Region(told, f" {text} ", frozenset(row.named(told)), row)


def fit(view: View, part: Part, own: Region, clause: Region, passage: Passage, *, loose: bool = False, subject: bool = False) -> float:
    """From 0 to 1: how well a region tells a part of the question; 0 where its head or one of its names is missing.

    `loose`: the clause leaves the part out, and the sentences around it may hold it. `subject`: the region is a subject, of which
    a name must be the head: "negotiations on the Sorrel Pact" are not the pact.
    """
    if part.empty:
        return 1.0
    stands_in = loose or _stands_in(view, own)
    total = got = 0.0
    asked = part.ids
    around = _around(view, passage)
    for word in part.words:
        weight = min(view.weight(word), 4.0)
        share = _word(view, word, own, clause, around)
        if word in part.proper and (share == OPENING or (share < 1.0 and word != part.head and _other_name(own))):
            share = 0.0
        if word == part.head:
            share = _head(view, part, own, around, stands_in)
            if not share or (subject and _only_about(own, words=(word,))):
                return 0.0
        if not share and word in part.proper:
            return 0.0
        total += weight
        got += weight * share
    for ids, stems_ in part.named:
        joined = part.head is not None or any(set(other) & own.ids for other, _ in part.named if other != ids)
        share = _name(view, ids, stems_, own, clause, passage, stands_in, modifies=joined, beside=asked, subject=subject)
        if subject and not joined and 0 < share < 1.0 and not can_stand_for(view, ids, own):
            return 0.0
        if not share or (subject and not joined and _only_about(own, ids=ids, place=view.any_is(ids, "place"))):
            return 0.0
        total += 2.0
        got += 2.0 * share
    return got / total


@cache
def _standing(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The stems of the nouns that can stand for somebody of each kind."""
    return {kind: frozenset(stems(nouns)) for table in lexicon.tables.get("stands_for", ()) for kind, nouns in table.items()}


def standing_for(view: View, kind: str) -> frozenset[str]:
    """The stems of the nouns that, beside a name, stand for somebody of a kind: "the Orsendan navy", "Vael's administration"."""
    table = _standing(view.lexicon)
    if kind in ("person", "place"):
        return table["his" if kind == "person" else kind]
    return table["country"] | table["its"] | table.get(kind, frozenset())


def can_stand_for(view: View, ids: Iterable[str], own: Region) -> bool:
    """Whether the words of a subject that does not name somebody may mean him: a pronoun, "the government", the capital, an office."""
    if not own.places or _has_pronoun(own):
        return True
    kinds, told = _standing(view.lexicon), set(own.text.split())
    definite = any(unit.lower in _DEFINITE or unit.lower == "both" for unit in own.units)
    anybody = any(unit.lower in _INDEFINITE for unit in own.units)  # "several women" are nobody who has a name
    for actor in (view.actors[i] for i in ids if i in view.actors):
        nouns = kinds.get(actor.kind, frozenset()) if not anybody or actor.kind == "country" else frozenset()
        if told & nouns and (definite or not told & kinds.get("several", frozenset())):
            return True
        if actor.kind == "person" and any(told & set(stems(role.title)) for role in actor.roles):
            return True
        if actor.kind == "country" and any(view.actors[i].country == actor.name for i in own.ids if i in view.actors):
            return True
    return False


def _has_pronoun(own: Region) -> bool:
    """Whether a word of a region stands for a noun, and before none: "this" of "talks of this kind" does not."""
    behind = [*own.units[1:], None]
    return any(
        unit.tag == "pronoun" or (unit.lower in _STANDS_IN and (after is None or after.tag not in ("noun", "agreement", "actor")))
        for unit, after in zip(own.units, behind, strict=True)
    )


def _spoken_of(view: View, ids: tuple[str, ...], own: Region, passage: Passage) -> bool:
    """Whether "the country" or "the government" stands for a country: the one that the nearest sentence before names."""
    told = set(own.text.split())
    if not told & _standing(view.lexicon).get("country", frozenset()) or not any(unit.lower in _DEFINITE for unit in own.units):
        return False
    near = view.by_document[passage.document.id]
    place = passage.number - near[0].number
    before = (view.of_kind(one.fact.actors, "country") for one in reversed(near[max(place - 3, 0) : place]))
    return bool(set(ids) & next((lands for lands in before if lands), set()))


_ABOUT = frozenset(("on", "about", "over", "against", "for", "concerning", "regarding"))
_WAYS = frozenset(("from", "to", "between", "near", "towards"))  # "the ferry from Sorn to Vey" is not Sorn


def _only_about(own: Region, words: Iterable[str] = (), ids: Iterable[str] = (), *, place: bool = False) -> bool:
    """Whether a region has what is meant only as that which its noun is about, or a place only as one that its noun goes from or to."""
    leads = _ABOUT | _WAYS if place else _ABOUT
    found = False
    for n, unit in enumerate(own.units):
        if not (set(words) & set(stems(unit.text)) or set(ids) & set(own.row.ids.get(unit.start, ()))):
            continue
        found = True
        before = [one for one in own.units[:n] if one.tag not in ("determiner", "actor", "'s")]
        behind = len(before) > 1 and (before[-2].tag in ("noun", "agreement") or (place and before[-2].lower in _WAYS))
        if not (behind and before[-1].lower in leads):
            return False
    return found


def _covers(view: View, word: str, text: str) -> float:
    """Whether a text holds a word, or a noun that names the same."""
    return covers_text(view, word, text) or (0.9 if any(f" {way} " in text for way in view.lexicon.nouns.get(word, ())) else 0.0)


def _around(view: View, passage: Passage) -> tuple[str, str, str, str]:
    """The stems of the sentence, of the two before it, of the head of its text, and the initials of the names in it."""
    own = view.by_document[passage.document.id]
    place = passage.number - own[0].number
    before = " ".join(one.joined for one in own[max(place - 2, 0) : place])
    opening = " ".join(one.joined for one in own[:3])
    return passage.joined, before, opening, _initials(passage.text)


def _initials(text: str) -> str:
    found = ("".join(word[0] for word in match[0].split() if word[0].isupper()) for match in _INITIALS.finditer(text))
    return f" {' '.join(fold(one) for one in found)} "


def _word(view: View, word: str, own: Region, clause: Region, around: tuple[str, str, str, str]) -> float:
    sentence, before, opening, initials = around
    if _covers(view, word, own.text):
        return 1.0
    if f" {word} " in initials:
        return NEAR
    for text, share in ((clause.text, NEAR), (sentence, SENTENCE), (before, BEFORE), (opening, OPENING)):
        if _covers(view, word, text):
            return share
    return 0.0


def _head(view: View, part: Part, own: Region, around: tuple[str, str, str, str], stands_in: bool) -> float:
    head = part.head or ""
    if f" {head} " in own.text:
        return 1.0
    if _covers(view, head, own.text):  # "trade grew, with exports rising": the exports are not the trade
        return 0.0 if f" {head} " in around[0] and head not in view.lexicon.generic else 1.0
    if several_of(view, head, own):
        return NEAR
    if f" {head} " in around[3] and any(unit.tag == "agreement" for unit in own.units):
        return NEAR  # "the FTA" is the Free Trade Agreement
    others = [word for word in part.words if word != head]
    if head in view.lexicon.generic and any(_covers(view, word, own.text) for word in others):
        return 0.9
    if not stands_in:
        return 0.0
    told_before = own.row.text(0, own.places[0]) if own.places else around[0]  # "they signed the text; nobody saw the accord": two things
    return 0.85 if any(_covers(view, head, text) for text in (told_before, around[1])) else 0.0


@cache
def pair_words(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the nouns for two countries together, and of those for the people who speak for them."""
    table = lexicon.tables.get("together", ({},))[0]
    return frozenset(stems(table.get("lands", ""))), frozenset(stems(table.get("people", "")))


def several_of(view: View, head: str, own: Region) -> bool:
    """Whether a region names several countries, or people, for which a question has one noun: "the two sides", "the ministers"."""
    lands, people = pair_words(view.lexicon)
    if head in lands:
        return len(view.of_kind(own.ids, "country")) > 1 or any(f" {word} " in own.text for word in lands)
    return head in people and len(view.of_kind(own.ids, "person")) > 1


def _other_name(own: Region) -> bool:
    """Whether a region holds a name, or a word with a capital that does not open the sentence."""
    return bool(own.ids) or any(unit.text[:1].isupper() for k, unit in zip(own.places, own.units, strict=True) if k)


def _stands_in(view: View, own: Region) -> bool:
    """Whether a region only points back: "it", "the accord"."""
    words = [unit for unit in own.units if unit.tag in ("noun", "pronoun", "agreement", "actor") or unit.lower in _STANDS_IN]
    if not words:
        return False
    if words[0].lower in _STANDS_IN and not (words[0].lower in _OWNING and len(words) > 1):
        return True
    nouns = [unit for unit in words if unit.tag in ("noun", "agreement")]
    definite = any(unit.lower in _DEFINITE for unit in own.units[:2])
    return definite and len(nouns) == 1 and bool(set(stems(nouns[0].text)) & view.lexicon.generic)


def _name(
    view: View,
    ids: tuple[str, ...],
    words: tuple[str, ...],
    own: Region,
    clause: Region,
    passage: Passage,
    stands_in: bool,
    *,
    modifies: bool,
    beside: Set[str],
    subject: bool,
) -> float:
    wanted = set(ids)
    if wanted & own.ids or f" {' '.join(words)} " in own.text:
        return 1.0
    if wanted & clause.ids:
        lands = view.any_is(own.ids - wanted - beside, "country")
        return NEAR if modifies and not lands else 0.0  # it has another part in the clause: "Orsenda invested in Pelmara"
    country = view.any_is(ids, "country")
    if country and not modifies and not own.ids and _spoken_of(view, ids, own, passage):
        return BEFORE
    others = view.of_kind(clause.ids - wanted, "country")
    if _another_person(view, wanted, own, beside) or (subject and not modifies and _meant_here(view, ids, own, passage)):
        return 0.0
    placed = view.any_is(ids, "place") or (country and not modifies)
    if not subject and clause.places and placed and _only_later(own.row, wanted, clause.places[-1]):
        return 0.0  # "closed its mission in Vienna, which had also covered Pelm": not in Pelm
    if wanted & set(passage.fact.actors) and not (country and others):
        return SENTENCE
    near = view.by_document[passage.document.id]
    place = passage.number - near[0].number
    definite = not own.ids and any(unit.lower in _DEFINITE for unit in own.units[:1])
    if any(wanted & set(one.fact.actors) for one in near[max(place - 2, 0) : place]) and (stands_in or country or definite):
        return BEFORE if definite or not (country and others) else 0.0
    if country and not others and any(wanted & set(one.fact.actors) for one in near[:4]):
        return OPENING
    return 0.0


_ACTORS = {"he": ("person",), "she": ("person",), "it": ("country", "organization", "company")}


def _meant_here(view: View, ids: tuple[str, ...], own: Region, passage: Passage) -> bool:
    """Whether a pronoun, or a doer left out, must be somebody whom the sentence itself names, and not him whom an earlier one does."""
    if set(ids) & set(passage.fact.actors) or (own.places and not _has_pronoun(own)):
        return False
    pronoun = next((unit.lower for unit in own.units if unit.lower in _ACTORS), "")
    kinds = _ACTORS.get(pronoun, ("country", "organization", "company", "person"))
    row, end = own.row, own.places[0] if own.places else len(own.row.units)
    named = [{i for i in row.ids.get(unit.start, ()) if i in view.actors} for unit in row.units[:end]]
    acting = [own_ids for own_ids in named if view.any_is(own_ids, *kinds)]
    lands = {view.actors[i].country or view.actors[i].name for one in acting for i in one}
    asked = {view.actors[i].country or view.actors[i].name for i in ids if i in view.actors}
    return bool(acting) and not lands & asked


def named_behind(part: Part, own: Region) -> bool:
    """Whether the one asked about is named only behind a subject, and as no subject: "the visitor ended a tour begun in Orsenda"."""
    row, wanted = own.row, part.ids
    if part.head is not None or len(part.named) != 1 or not own.places:
        return False
    spots = [k for k, unit in enumerate(row.units) if wanted & set(row.ids.get(unit.start, ()))]
    return bool(spots) and spots[0] > own.places[-1] and not any(set(spots) & set(clause.subject) for clause in row.clauses)


_PARTS = frozenset(("verb", "be", "have", "modal", "relative", "subordinator"))


def _only_later(row: Parsed, wanted: Set[str], end: int) -> bool:
    """Whether a sentence names somebody only behind a place, in a clause of its own."""
    spots = [k for k, unit in enumerate(row.units) if wanted & set(row.ids.get(unit.start, ()))]
    return bool(spots) and any(unit.tag in _PARTS for unit in row.units[end + 1 : spots[0]])


def _another_person(view: View, wanted: Set[str], own: Region, beside: Set[str]) -> bool:
    """Whether a region names people, and somebody who is asked about is none of them."""
    asked = view.any_is(wanted, "person")
    return asked and view.any_is(own.ids - beside, "person")
