"""Which agreement a question means: by its name, by its kind, by whose it is."""

import re
from collections.abc import Iterable

from tieline.model.agreement import Agreement
from tieline.model.event import Event
from tieline.query.reading.query import Query
from tieline.query.reading.slots import no_slots
from tieline.query.reading.words import fold, stemmed
from tieline.query.view import View

LOOSE = 0.82  # for an agreement that the texts only call "the agreement" where the question says more
_CHANGES = frozenset({"upgrade", "addendum", "amendment", "supplement", "extension", "renewal", "annex"})
_SIDES = ("agreement", "negotiation", "trade_deal")
_TRADE = frozenset(("trad", "fta", "tlc"))


def agreement_fits(view: View, query: Query, event: Event, told: str) -> float:
    """1 where an event is about the agreement that a question means, or may be; less where only "the agreement" stands there; else 0.

    `told`: the words of the clauses that tell the event, as stems with blanks around each.
    """
    agreement = view.agreements.get(event.agreement or "")
    if "original" in query.text.lower() and ((agreement and _changes_another(agreement)) or event.status in ("planned", "expected")):
        return 0.0
    if not _upgrade_fits(query, event, agreement):
        return 0.0
    return min(_kind_fits(view, query, event, agreement, told), _name_fits(view, query, event, agreement))


def _changes_another(agreement: Agreement) -> bool:
    """Whether an agreement is made to change one made before."""
    return bool(set(re.findall(r"\w+", fold(agreement.name))) & _CHANGES)


def _kind_fits(view: View, query: Query, event: Event, agreement: Agreement | None, told: str) -> float:
    kinds = {act.agreement for act in query.acts if act.agreement}
    if not kinds or (agreement and (agreement.kind in kinds or "free trade" in fold(agreement.name))) or "free trade" in fold(event.title):
        return 1.0
    if " fre trad " in told and "free_trade" in kinds:
        return 1.0
    if event.type not in ("agreement", "negotiation") or not (agreement is None or _is_plain(view, agreement)):
        return 0.0
    return LOOSE if any(_speaks_of(view, citation.document) for citation in event.evidence) else 0.0


def _speaks_of(view: View, document: str) -> bool:
    """Whether a text speaks of trade agreements anywhere, so that "the accord" in it may be one."""

    def found() -> bool:
        rules = [phrase for phrase in view.lexicon.acts if phrase.id == "thing.free_trade"]
        near = (passage for passage in view.by_document[document] if passage.vocabulary & _TRADE)
        return any(rule.search(stemmed(passage.tokens), no_slots) for passage in near for rule in rules)

    return view.kept(f"free trade in {document}", found)


def _name_fits(view: View, query: Query, event: Event, agreement: Agreement | None) -> float:
    named = named_agreements(view, query)
    if not named or not agreement or event.agreement in named or event.type not in _SIDES:
        return 1.0
    if not _is_plain(view, agreement):
        return 0.0
    sides = frozenset(agreement.parties)
    return LOOSE if any(frozenset(view.agreements[i].parties) == sides for i in named) else 0.0


def _upgrade_fits(query: Query, event: Event, agreement: Agreement | None) -> bool:
    kinds = any(act.agreement for act in query.acts)
    if not (kinds or query.upgrade) or event.type not in ("agreement", "negotiation"):
        return True
    upgrade = event.stage == "upgraded" or bool(agreement and "upgrade" in fold(agreement.name)) or "upgrade" in fold(event.title)
    return upgrade == query.upgrade


def acronyms(names: Iterable[str]) -> tuple[str, ...]:
    """The initials of the last three or more words of some names: "epa" for "Orsenda-Pelmara Economic Partnership Agreement"."""
    found: dict[str, None] = {}
    for name in names:
        letters = [word[0] for word in re.split(r"[\s-]+", fold(name)) if word and word not in ("of", "the", "and", "on", "for", "a")]
        found.update(dict.fromkeys("".join(letters[-size:]) for size in range(3, min(len(letters), 6) + 1)))
    return tuple(found)


def _is_plain(view: View, agreement: Agreement) -> bool:
    """Whether the texts call an agreement nothing but "the agreement", "its deal with Orsenda" and the like."""
    return agreement.kind == "agreement" and all(
        _bare_words(view, name) <= view.lexicon.plain_agreements for name in (agreement.aliases or (agreement.name,))
    )


def _bare_words(view: View, name: str) -> set[str]:
    """The words of a name without those of countries."""
    from tieline.query.reading.names import name_index

    index = name_index(view)
    words = re.findall(r"[^\W\d_]+", fold(name))
    joined = " ".join(words)
    for key in sorted((k for k in _runs(words) if k in index.whole), key=len, reverse=True):
        joined = f" {joined} ".replace(f" {' '.join(key)} ", " ").strip()
    return {word for word in joined.split() if len(word) > 1}


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 4, len(words)) + 1)}


def named_agreements(view: View, query: Query) -> frozenset[str]:
    """The agreements that a question calls by a name of their own, of two words or more."""
    cache: dict[str, frozenset[str]] = view.__dict__.setdefault("_agreements_in", {})
    if query.text not in cache:
        text = f" {fold(query.text)} "
        cache.clear()
        cache[query.text] = frozenset(key for name, ids in _names(view).items() if name in text for key in ids)
    return cache[query.text]


def _names(view: View) -> dict[str, tuple[str, ...]]:
    """The names of agreements of two words or more, folded and without articles, with the ids that carry them."""
    found: dict[str, tuple[str, ...]] | None = view.__dict__.get("_agreement_names")
    if found is None:
        found = {}
        for agreement in view.facts.agreements:
            for name in (agreement.name, *agreement.aliases):
                if name[:1].isupper() and " " in name:
                    bare = fold(name).removeprefix("the ").removeprefix("a ")
                    if " " in bare and not set(bare.split()) <= view.lexicon.plain_agreements:
                        found[bare] = (*found.get(bare, ()), agreement.id)
        view.__dict__["_agreement_names"] = found
    return found
