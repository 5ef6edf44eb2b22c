"""Somebody or some place in a sentence that a question asks for: by its kind, and by its part in the clause."""

import re
from collections.abc import Sequence, Set

from tieline.extract.syntax.clause import Clause
from tieline.late import regex
from tieline.query.draft import in_a_row
from tieline.query.evidence.asked import Sought
from tieline.query.evidence.context import points_back, understood
from tieline.query.evidence.cover import Hit
from tieline.query.evidence.pick import Pick, clauses_like, closeness, held
from tieline.query.evidence.posts import in_post
from tieline.query.evidence.runs import unknown_names, unlisted
from tieline.query.evidence.senses import tells
from tieline.query.evidence.sides import countries
from tieline.query.evidence.sites import is_site
from tieline.query.reading.country import is_adjective
from tieline.query.reading.frame import Frame
from tieline.query.reading.query import Name, Query
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.clause_subjects import agent_of, heads_of, is_passive, subject_of
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.kinds import is_wide
from tieline.query.sentences.matching import Region, region
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.sentences.sided import people_of
from tieline.query.sentences.told_text import told_text
from tieline.query.view import Passage, View

KINDS = {
    "person": ("person",),
    "house": ("organization", "company"),
    "country": ("country",),
    "place": ("place", "country"),
}
TIE = 0.9
LABEL = 3  # words before a name that say what it is
_PRONOUNS = frozenset(("he", "she", "they"))


def pick_name(view: View, query: Query, asked: Sought, hit: Hit) -> Pick | None:
    """Who or what a sentence names where the question puts it; None where it names nobody of the kind."""
    passage = hit.passage
    row = parsed(view, passage)
    known = query.ids
    places = _of_kind(view, asked, row, known)
    _, own = clauses_like(view, asked, passage)
    gapped = _gapped(view, asked, row, own, places)
    if gapped:
        return Pick(gapped, gapped)
    if not own and asked.kind == "person" and _light(view, asked):
        own = [clause for clause in row.clauses if clause.kind == "main"]
    if asked.kind == "place" and any(_is_land(view, name) for name in query.names):
        places = {k: name for k, name in places.items() if not _named_land(view, row, k)}
    if asked.kind == "place":
        places = {k: name for k, name in places.items() if is_site(view, query, row, own, k)}
    if not own and not _verb_told(view, asked, passage):
        return None
    if asked.kind in ("person", "house") and not own:
        places = {k: name for k, name in places.items() if _beside_verb(view, asked, row, k)}
        behind = {k: name for k, name in places.items() if _apposed(view, asked, row, k)}
        places = behind or places
    if own and asked.kind in ("person", "house", "country"):
        told = [pick for clause in own if (pick := _by_part(view, asked, row, clause, places, hit))]
        return told[0] if told else None
    if not places:
        return None
    if asked.kind == "person" and (asked.frame is None or asked.frame.copular):
        return in_post(view, query, asked, passage, places)
    ranked = sorted(places, key=lambda k: (-closeness(view, asked, passage, row.units[k].start, row.units[k].end), k))
    best = ranked[0]
    if _TWO.search(query.text):
        return _two(view, asked, hit, row, ranked, places)
    score = closeness(view, asked, passage, row.units[best].start, row.units[best].end)
    rivals = [k for k in ranked[1:] if places[k] != places[best] and _score(view, asked, hit, row, k) >= TIE * score]
    if _SEVERAL.search(query.text):
        return Pick(_listed(row, places, best), places[best], held=held(view, asked, passage, row.units[best].start, row.units[best].end))
    sure = not rivals and (asked.kind != "person" or len(set(places.values())) == 1)
    unit = row.units[best]
    return Pick(places[best], places[best], sure, held(view, asked, passage, unit.start, unit.end))


def _gapped(view: View, asked: Sought, row: Parsed, own: Sequence[Clause], places: dict[int, str]) -> str | None:
    """Who did it by a part that leaves out the verb: "one side was led by Tam Brek, the Pelmaran side by Tove Ruhn"."""
    frame = asked.frame
    if frame is None or frame.asks != "subject" or not frame.rest.named or not any(clause.verb.passive for clause in own):
        return None
    for k, name in places.items():
        first = _first_title(row, k)
        start = next((n for n in range(first - 1, 0, -1) if row.units[n].text in (",", ";") or row.units[n].tag == "coordinator"), None)
        if start is None or row.units[first - 1].lower != "by" or any(clause.verb.start > start for clause in own):
            continue
        part = row.named(range(start, first - 1))
        if any(set(part) & set(ids) for ids, _ in frame.rest.named):
            return name
    return None


def _light(view: View, asked: Sought) -> bool:
    """Whether the verb of a question tells next to nothing: "gave an interview"."""
    return asked.frame is not None and asked.frame.asks == "subject" and bool(set(asked.frame.verbs) & view.lexicon.verb_kinds["empty"])


def _verb_told(view: View, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence says the verb of a question in some form, where that verb tells anything."""
    frame = asked.frame
    if frame is None or frame.copular or asked.kind == "person":
        return True
    own = {verb.split()[0] for verb in frame.verbs}
    return bool(own & view.lexicon.verb_kinds["light"]) or any(tells(view, verb, passage.joined) for verb in own)


def _beside_verb(view: View, asked: Sought, row: Parsed, k: int) -> bool:
    """Whether a name stands right beside a noun that says the verb of a question: "his predecessor, Tove Ruhn"."""
    frame = asked.frame
    if frame is None or frame.copular:
        return True
    if set(frame.verbs) & view.lexicon.verb_kinds["speech"] and _speaks(row, k):
        return True
    if frame.rest.head and _made_by(view, frame, row, k):
        return True
    comma = k + 1 < len(row.units) and row.units[k + 1].text == ","
    if _is_doer(view, asked, row, k):
        return True
    first = _first_title(row, k)
    near = f"{row.text(max(first - 2, 0), first)}{row.text(k + 1, k + 5 if comma else k + 3)}"
    return any(tells(view, verb.split()[0], near) for verb in frame.verbs)


def _is_doer(view: View, asked: Sought, row: Parsed, k: int) -> bool:
    """Whether a clause says with "be" that somebody is the doer: "its chairmen are Tam Brek and Tove Ruhn"."""
    clause = next((one for one in row.clauses if one.verb.lemma == "be" and one.verb.end <= k < one.right), None)
    if clause is None or asked.frame is None or clause.verb.negated or clause.verb.modal:
        return False
    doers = [row.units[n] for n in clause.subject if row.units[n].tag == "noun"]
    told = f" {' '.join(word for unit in doers for word in stems(unit.text))} "
    return any(tells(view, verb.split()[0], told) for verb in asked.frame.verbs)


def _first_title(row: Parsed, k: int) -> int:
    """The place where the titles before a name begin: "Deputy Minister Tam Brek"."""
    while k and row.units[k - 1].tag == "noun" and row.units[k - 1].text[0].isupper():
        k -= 1
    start = k
    while start and k - start < LABEL and row.units[start - 1].tag in ("noun", "determiner") and row.units[start - 1].text != ",":
        start -= 1  # "its builder, the yard Ostrel Works"
    return start if start and row.units[start - 1].text == "," else k


def does_by_noun(view: View, query: Query, asked: Sought, passage: Passage) -> bool:
    """Whether a sentence names right beside a noun for the verb of a question who does it: "its builder, Ostrel Works"."""
    if asked.kind not in ("person", "house") or asked.frame is None or asked.frame.copular or asked.frame.asks != "subject":
        return False
    row = parsed(view, passage)
    verbs = {verb.split()[0] for verb in asked.frame.verbs}
    if not any(tells(view, verb, passage.joined) for verb in verbs) or verbs & view.lexicon.verb_kinds["speech"]:
        return False
    return any(_beside_verb(view, asked, row, k) for k in _of_kind(view, asked, row, query.ids))


def _apposed(view: View, asked: Sought, row: Parsed, k: int) -> bool:
    """Whether right behind a name and a comma stands what the question asks about: "Tam Brek, the head of the harbour board"."""
    if asked.frame is None or k + 2 >= len(row.units) or row.units[k + 1].text != ",":
        return False
    behind = row.text(k + 2, k + 14)
    named = all(f" {stems_[-1]} " in behind for _, stems_ in asked.frame.rest.named if stems_)
    told = all(tells(view, word, behind) for word in asked.frame.rest.words)
    return bool(named and told and (asked.frame.rest.named or asked.frame.rest.words))


_SPEECH = frozenset(("say", "tell", "add", "note", "write", "state", "declare", "announce", "argue", "insist"))


def _made_by(view: View, frame: Frame, row: Parsed, k: int) -> bool:
    """Whether what is asked about stands right before "by" and a name: "the study, by Tove Ruhn, said"."""
    if not set(frame.verbs) & view.lexicon.verb_kinds["makes"] or k < 2:
        return False
    start = k
    while start and row.units[start - 1].text[0].isupper():
        start -= 1
    before = [unit.lower for unit in row.units[max(start - 3, 0) : start] if unit.text != ","]
    return before[-1:] in (["by"], ["from"]) and tells(view, frame.rest.head or "", f" {' '.join(stems(' '.join(before)))} ") > 0


def _speaks(row: Parsed, k: int) -> bool:
    """Whether a name is that of a speaker: the subject of a verb of saying, or right behind one."""
    for clause in row.clauses:
        if clause.verb.lemma in _SPEECH and (k in subject_of(row, clause).places or 0 <= k - clause.verb.end <= 1):
            return True
    return False


def _is_land(view: View, name: Name) -> bool:
    return view.any_is(name.ids, "place", "country")


def _named_land(view: View, row: Parsed, k: int) -> bool:
    """Whether a place is a whole country: no answer where the question itself names a place in one."""
    return view.any_is(row.ids.get(row.units[k].start, ()), "country")


_SEVERAL = regex(
    r"\b(?:which|what) (?:other |foreign |two |three )?(?:countries|nations|states|companies|firms|banks|cities|towns|ports|groups"
    r"|ministries|ministers|papers|newspapers|organi[sz]ations|places)\b",
    re.I,
)


def _listed(row: Parsed, places: dict[int, str], best: int) -> str:
    """A name with those that are strung to it by commas and "and"."""
    chosen = [best]
    for step in (1, -1):
        k = best + step
        while 0 <= k < len(row.units) and (k in places or row.units[k].text == "," or row.units[k].tag in ("coordinator", "determiner")):
            chosen += [k] if k in places else []
            k += step
    names = list(dict.fromkeys(places[k] for k in sorted(chosen)))
    return in_a_row(names)


_TWO = regex(r"\b(?:which|what) two\b|\bboth\b", re.I)


def _two(view: View, asked: Sought, hit: Hit, row: Parsed, ranked: list[int], places: dict[int, str]) -> Pick | None:
    """The two names nearest to what is asked, in the order of the sentence."""
    names = list(dict.fromkeys(places[k] for k in ranked))[:2]
    if len(names) < 2:
        return None
    names.sort(key=lambda name: min(k for k in places if places[k] == name))
    unit = row.units[ranked[0]]
    return Pick(" and ".join(names), names[0], held=held(view, asked, hit.passage, unit.start, unit.end))


def names_of_kind(view: View, query: Query, asked: Sought, passage: Passage) -> tuple[str, ...]:
    """The names of the kind asked for in a sentence, those of the question left out."""
    known = query.ids
    return tuple(_of_kind(view, asked, parsed(view, passage), known).values())


def _score(view: View, asked: Sought, hit: Hit, row: Parsed, k: int) -> float:
    return closeness(view, asked, hit.passage, row.units[k].start, row.units[k].end)


_TOWNS = frozenset(stem(word) for word in ("city", "town", "port", "harbour", "airport", "village", "capital"))


def _of_kind(view: View, asked: Sought, row: Parsed, known: Set[str]) -> dict[int, str]:
    """The places of names of the kind asked for, each with the name."""
    found = {}
    for k, unit in enumerate(row.units):
        for ident in row.ids.get(unit.start, ()):
            actor = view.actors.get(ident)
            if actor is None or (is_wide(view, actor) and set(asked.noun) & _TOWNS):
                continue  # a part of the world is no town
            if actor.kind in KINDS[asked.kind] and ident not in known and not _demonym(view, row, k, asked, actor.name):
                found[k] = actor.name
    found |= unknown_names(view, asked, row, set(found))
    return {k: name for k, name in found.items() if asked.kind != "person" or _in_title(view, asked, row, k)}


def _in_title(view: View, asked: Sought, row: Parsed, k: int) -> bool:
    """Whether somebody is of those that a question asks for: "which ministers" wants a minister."""
    wanted = [word for word in asked.noun if word in view.lexicon.kinds_asked["person"]]
    people = [view.actors[i] for i in row.ids.get(row.units[k].start, ()) if i in view.actors]
    titles = " ".join(f" {' '.join(stems(role.title))} " for actor in people for role in actor.roles)
    return not wanted or bool(covers_text(view, wanted[-1], f"{titles}{row.text(max(k - 4, 0), k + 6)}"))


def _demonym(view: View, row: Parsed, k: int, asked: Sought, name: str) -> bool:
    """Whether a name only stands before its noun, or is an adjective: "Peruvian" of "Chinese and Peruvian firms"."""
    behind = row.units[k + 1] if k + 1 < len(row.units) else None
    if asked.kind == "place" and is_adjective(view.rulebook, row.units[k].text, name):
        return True
    return asked.kind in ("place", "country") and behind is not None and behind.tag in ("noun", "'s", "agreement", "actor")


def _by_part(view: View, asked: Sought, row: Parsed, clause: Clause, places: dict[int, str], hit: Hit) -> Pick | None:
    """Those who stand in the clause where the question asks: its subject, its object, or behind "by"."""
    frame = asked.frame
    if frame is None:
        return None
    gap = _gap(row, clause, wants_doer=frame.asks == "subject" or (frame.passive and frame.asks == "adverb"))
    names = list(dict.fromkeys(places[k] for k in gap.places if k in places))
    if not names and any(unit.lower in _PRONOUNS for unit in gap.units):
        names = _meant(view, asked, hit, places)
    if not names and asked.kind == "person":
        return _by_land(view, asked, row, gap) or unlisted(view, asked, row, gap) or _by_office(view, asked, row, gap)
    if not names or (frame.rest.head and not _told(view, asked, row, hit)):
        return None
    own = people_of(view, {i for name in asked.names for i in countries(view, name.ids)}, gap, places)
    if own == []:
        return None
    names = own or names
    text = in_a_row(names)
    return Pick(text, names[0])


def _told(view: View, asked: Sought, row: Parsed, hit: Hit) -> bool:
    frame = asked.frame
    assert frame is not None
    told = all(tells(view, word, hit.passage.joined) for word in frame.rest.words if word == frame.rest.head)
    office = frame.rest.head if frame.asks == "object" else None  # "whom did they propose as president"
    meant = bool(office and frame.rest.words == (office,) and understood(view, office, hit.passage))
    return told or meant or (points_back(view, hit.passage) and not hit.missing)


def _by_land(view: View, asked: Sought, row: Parsed, gap: Region) -> Pick | None:
    """The country or house that did it, where nothing but its name is told: "talks mediated by Pelmara"."""
    frame = asked.frame
    known = {i for name in asked.names for i in name.ids}
    told = [k for k in gap.places if row.units[k].tag not in ("determiner", "sign", "adverb")]
    heads = [i for k in told for i in row.ids.get(row.units[k].start, ()) if i in view.actors and i not in known]
    lands = [view.actors[i].name for i in heads if view.actors[i].kind in ("country", "organization", "company")]
    if frame is None or frame.asks != "subject" or len(lands) != 1 or len(told) != 1:
        return None
    return Pick(lands[0], lands[0])


def _by_office(view: View, asked: Sought, row: Parsed, gap: Region) -> Pick | None:
    """Who is called by an office alone: "Orsenda's ambassador to Pelmara"."""
    frame = asked.frame
    if all(unit.text[0].isupper() for unit in row.units if unit.text.isalpha()):
        return None
    known = {i for name in asked.names for i in name.ids}
    head = [k for k in gap.places if not any(row.units[n].tag == "preposition" for n in gap.places if n < k)]
    nouns = [k for k in head if set(stems(row.units[k].text)) & view.lexicon.kinds_asked["person"]]
    nouns = [k for k in nouns if not known & set(row.ids.get(row.units[k].start, ()))]
    if not nouns or len(gap.places) > 10 or (frame and frame.rest.head and frame.rest.head in heads_of(gap)):
        return None
    text = told_text(gap, row.units[gap.places[0]].start, row.units[gap.places[-1]].end)
    told = [k for k in gap.places if row.units[k].tag not in ("determiner", "sign")]
    return Pick(text, text) if len(told) > 1 else None  # "the secretary" tells nobody


def _gap(row: Parsed, clause: Clause, *, wants_doer: bool) -> Region:
    if wants_doer:
        return agent_of(row, clause) if is_passive(row, clause) else subject_of(row, clause)
    return subject_of(row, clause) if is_passive(row, clause) else region(row, range(clause.verb.end, clause.right))


def _meant(view: View, asked: Sought, hit: Hit, places: dict[int, str]) -> list[str]:
    """The one person whom a pronoun can mean: referred to by the sentence, and not named in it."""
    literal = set(places.values())
    found = [view.actors[i].name for i in hit.passage.fact.actors if i in view.actors and view.actors[i].kind == "person"]
    known = {i for name in asked.names for i in name.ids}
    found = [name for name in found if name not in literal and not any(view.actors[i].name == name for i in known if i in view.actors)]
    return found if len(found) == 1 else []
