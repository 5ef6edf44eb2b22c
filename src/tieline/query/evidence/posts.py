"""Who holds a post in a sentence that the roles of the actors do not tell of."""

import re

from tieline.query.evidence.asked import Sought
from tieline.query.evidence.context import before_it, meant
from tieline.query.evidence.cover import told_names
from tieline.query.evidence.facing import faces, only_of
from tieline.query.evidence.pick import Pick
from tieline.query.evidence.senses import tells
from tieline.query.reading.query import Query
from tieline.query.reading.words import stems
from tieline.query.sentences.parsed import Parsed, parsed
from tieline.query.view import Passage, View

NEAR = 6  # words between "is" and the name of who holds a post
STYLE = 4  # letters of "Mr" or "Prof" at most


def in_post(view: View, query: Query, asked: Sought, passage: Passage, places: dict[int, str]) -> Pick | None:
    """The one whose name stands right beside the words of a post that no other country or post of theirs contradicts."""
    if "counterpart" in query.text.lower() or not asked.terms:
        return None
    row = parsed(view, passage)
    lands = view.of_kind(query.ids, "country")
    ours = not lands or bool(lands & set(passage.fact.actors)) or bool(told_names(view, query, asked, passage))
    ours = ours or only_of(view, passage, lands)
    fitting = [k for k in places if _holds(view, query, asked, passage, k)]
    found = {k: places[k] for k in fitting if (ours and _of_lands(view, row, k, lands)) or faces(view, passage, k, lands)}
    names = list(dict.fromkeys(found.values()))
    return Pick(names[0], names[0]) if len(names) == 1 else None


def _holds(view: View, query: Query, asked: Sought, passage: Passage, k: int) -> bool:
    """Whether the words of a post end right before a name, or open right behind the comma after it."""
    head = stems(query.title)[-1] if query.title else asked.terms[-1][0].stem
    if not query.title and len(asked.terms) > 1:
        head = next((word for word in (asked.frame.subject.head if asked.frame else None,) if word), head)
    row = parsed(view, passage)
    start = k
    if start > 1 and row.units[start - 1].text == "." and len(row.units[start - 2].text) <= STYLE:
        start -= 2  # "the harbour master, Mr. Tam Brek"
    while start and row.units[start - 1].text[0].isupper() and not row.ids.get(row.units[start - 1].start):
        if head in stems(row.units[start - 1].text):
            break
        start -= 1  # the first words of a name, or a rank: "army chief General Tam Brek"
    start = _before_land(view, row, start, head)
    before, after = row.text(max(start - 10, 0), start), row.text(k + 1, k + 12)
    words = _left_out(view, passage, head, [term.stem for term, _ in asked.terms])
    told = {side: all(_says(view, query, word, side) for word in words) for side in (before, after)}
    close = _says(view, query, head, row.text(start - 1, start)) if start else False
    if start > 1 and row.units[start - 1].text == ",":  # "the director of the harbour board, Tove Ruhn"
        close = _says(view, query, head, row.text(_opens(row, start - 1), start - 1))
    first = row.units[k + 2] if k + 2 < len(row.units) else None
    behind = first is not None and row.units[k + 1].text in (",", "who") and first.tag != "coordinator"
    behind = behind and _says(view, query, head, row.text(k + 2, k + 6)) and not _next_of_list(view, row, k + 2)
    post = _post_of(row, k)
    own = [term.stem for term, _ in asked.terms if tells(view, term.stem, row.text(0, len(row.units)))]  # others the text around tells
    if post and _says(view, query, own[-1] if own else head, post) and all(_says(view, query, word, post) for word in own):
        return True
    if any(own and all(_says(view, query, word, title) for word in own) for title in _titles(view, passage, k)):
        return True
    return (close and told[before]) or (behind and told[after] and not re.search(r" (?:no|kin|not) ", after))


def _next_of_list(view: View, row: Parsed, k: int) -> bool:
    """Whether the words with capitals behind a comma are the title of the next one named: "Brek, Harbour Minister Tove Ruhn"."""
    while k < len(row.units) and row.units[k].text[0].isupper():
        if view.any_is(row.ids.get(row.units[k].start, ()), "person"):
            return True
        k += 1
    return False


def _before_land(view: View, row: Parsed, start: int, head: str) -> int:
    """Where the words for an office end before the country it is held in: "Orsendan ambassador" of "Orsendan ambassador to Pelmara"."""
    k = start
    while k > 2 and row.units[k - 1].text[0].isupper() and not row.ids.get(row.units[k - 1].start):
        k -= 1  # a style between: "ambassador to Pelmara Dato Tam Brek"
    land = k > 2 and row.ids.get(row.units[k - 1].start) and row.units[k - 2].lower in ("to", "of", "in", "for", "at")
    return k - 2 if land and head in stems(row.units[k - 3].text) else start


_OWN = frozenset(("the", "its", "his", "her", "their"))


def _left_out(view: View, passage: Passage, head: str, words: list[str]) -> list[str]:
    """The words of a post that a sentence must tell: not those that it leaves to the sentences right before it, "the captain, Tam Brek"."""
    row = parsed(view, passage)
    untold = [word for word in words if not tells(view, word, passage.joined)]
    if not untold or head in untold:
        return words
    at = next((n for n, unit in enumerate(row.units) if n and head in stems(unit.text) and row.units[n - 1].lower in _OWN), None)
    if at is None or (at + 1 < len(row.units) and row.units[at + 1].lower == "of"):
        return words
    first = before_it(view, passage)
    near = [first, before_it(view, first) if first else None, *meant(view, passage)]
    around = " ".join(one.joined for one in near if one)
    return [word for word in words if word not in untold] if all(tells(view, word, around) for word in untold) else words


def _post_of(row: Parsed, k: int) -> str:
    """The words of which a clause says that somebody is that: "its executive secretary since 2008 is the engineer Tam Brek"."""
    clause = next((one for one in row.clauses if one.verb.lemma == "be" and one.verb.end <= k < one.right), None)
    plain = clause is not None and not clause.verb.negated and not clause.verb.modal and k - clause.verb.end < NEAR
    if clause is None or not plain:
        return ""
    start = max((one.verb.end for one in row.clauses if one.verb.end <= clause.verb.start), default=0)
    return row.text(start, clause.verb.start)


def _titles(view: View, passage: Passage, k: int) -> list[str]:
    """What a sentence calls the one named at a place of it: "minister of roads, ports and fishing"."""
    people = (view.actors[i] for i in parsed(view, passage).ids.get(parsed(view, passage).units[k].start, ()) if i in view.actors)
    roles = [role for actor in people if actor.kind == "person" for role in actor.roles]
    start, end = passage.fact.start, passage.fact.start + len(passage.text)
    told = [role for role in roles if any(c.document == passage.document.id and start <= c.start < end for c in role.evidence)]
    return [f" {' '.join(stems(role.title))} " for role in told]


def _opens(row: Parsed, end: int) -> int:
    """Where the words for an office begin that end at a place: behind the last comma, "and" or verb, ten words back at most."""
    start = end
    while start > max(end - 10, 0) and row.units[start - 1].text != "," and row.units[start - 1].tag not in ("coordinator", "verb", "be"):
        start -= 1
    return start


def _says(view: View, query: Query, word: str, text: str) -> bool:
    """Whether words name a post: the very title where a question has one, any way of saying it otherwise."""
    if query.title and word in " ".join(stems(query.title)).split() + [term.stem for term in query.words if query.title in term.text]:
        ways = (word, *view.lexicon.alike_titles.get(word, ()))
        return any(f" {way.split()[0]} " in text for way in ways)
    return tells(view, word, text) > 0


def _of_lands(view: View, row: Parsed, k: int, lands: set[str]) -> bool:
    """Whether neither the words around a name nor the posts of the one who carries it speak of other countries than those asked for."""
    end = next((j for j in range(k + 1, min(k + 9, len(row.units))) if row.units[j].tag == "coordinator"), min(k + 9, len(row.units)))
    near = {i for j in range(max(k - 5, 0), end) for i in row.ids.get(row.units[j].start, ())}
    countries = view.of_kind(near, "country")
    people = [view.actors[i] for i in row.ids.get(row.units[k].start, ()) if i in view.actors]
    if len(lands) == 1 and any(_guest(view, actor.id, lands) for actor in people):  # an envoy of one to another goes there
        return False
    labels = lands | {view.actors[i].name for i in lands}
    own = {of for actor in people for of in (actor.country, *(role.of for role in actor.roles)) if of}
    return not lands or not (countries - lands or own - labels)


def _guest(view: View, actor: str, lands: set[str]) -> bool:
    """Whether somebody is told to visit one of some countries: of these he is not."""
    visits = (event for event in view.by_type.get("visit", ()) if any(p.actor == actor and p.role == "guest" for p in event.participants))
    return any(p.actor in lands and p.role == "host" for event in visits for p in event.participants)
