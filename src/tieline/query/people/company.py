"""Who came with somebody: the words behind "accompanied by", and who is told to have accompanied them."""

import re
from dataclasses import replace

from tieline.late import regex
from tieline.query.draft import Draft, capital, clip, from_passage, nothing, quoted
from tieline.query.reading.names import name_index
from tieline.query.reading.query import Query
from tieline.query.sentences.clause_subjects import subject_of
from tieline.query.sentences.parsed import parsed
from tieline.query.sentences.search import Found
from tieline.query.view import Passage, View

_WENT = r"(?:came|come|comes|coming|went|go|goes|going|gone|travel\w*|fl(?:y|ies|ew|own|ying)|arriv\w*|visit\w*|is|are|was|were)"
_ASKED = regex(
    rf"^\W*who(?:m)?(?: else)? (?:{_WENT}|has come|had come|will (?:come|go|travel|be))(?: there| along| over| to [\w' -]{{3,30}}?)?"
    rf" (?:together |along )?with\b(?!\s*$)"
    r"|^\W*who(?: else)? (?:accompan\w*|is accompanying|was accompanying|will accompany)\b"
    r"|^\W*(?:by )?whom? (?:is|was|will)\b.+\baccompanied(?: by)?\b"
    r"|^\W*who(?:m)? (?:is|are|was|were)\b.+\b(?:delegation|entourage|retinue|suite|party)\b(?! of \d)"
    rf"|^\W*(?:with whom|who(?:m)?) (?:did|does|has|is|was|will)\b.+\b(?:bring|take|travel|come|arrive|go|going|coming"
    rf"|travelling)\b(?: (?:with|along)\b|\W*$)",
    re.I,
)
# words behind which those stand who came along, and before which they do
_BEHIND = regex(
    r"\baccompanied(?: on (?:the|his|her) (?:trip|visit|tour))? by\s+"
    r"|(?:,|\bhe|\bshe)\s+(?:together|along) with\s+(?=[^,]+,)"
    r"|\b(?:arrived|came|flew|travelled|landed)\b[^,.;]{2,60}? with (?=(?:a|an|his|her|some|several|\d+) )"
    r"|\b(?:with|travelling with) (?:him|her)(?: on the \w+)? (?:are|were|is|was|came|come|travel\w*)\s+"
    r"|\b(?:at the head of|leading|heading|brought(?: with (?:him|her))?|headed|led|brings) an? (?=[^,.;]*\b(?:delegation|team"
    r"|group|party|mission)\b)"
    r"|\b(?:his|her) (?:delegation|entourage|party|suite) (?:includes?|included|comprises?|comprised|consists? of|consisted of)\s+",
    re.I,
)
_BEFORE = regex(
    r"(?P<who>[^,.;]+?)(?:, who)? (?:(?:is|was|are|were) )?(?:accompan(?:ied|ies|y|ying)|will accompany|travel(?:led|ed|ling|ing"
    r"|s)? with) (?:him|her|the (?:\w+ )?\w+)\b",
    re.I,
)
_ENDS = regex(
    r"[;—–]|\s-{1,2}\s|\.\s|\.?$|\s(?:arrived|held|met|landed|flew|will|was|were|is|are|has|have|had|came|left|visited|began|said"
    r"|opened|signed)\b"
    r"|,?\s(?:on|for|to|in|at|during|when|while|who|after|before) (?!the Kingdom|Foreign|State\b)(?=[a-zA-Z0-9])",
    re.I,
)
_TOLD = regex(r"delegation|entourage|retinue|suite|party|accompan\w*|along|bring|brought|take|took|travel\w*|member|members|else", re.I)


def company(view: View, query: Query) -> Draft | None:
    """Those who came with the person whom a question names; None where it asks no such thing, or no sentence tells it."""
    guests = view.of_kind(query.ids, "person")
    if not _ASKED.search(query.text) or len(guests) != 1:
        return None
    numbers = sorted({n for i in guests for n in view.by_actor.get(i, ())})
    for passage in (view.passages[n] for n in numbers):
        told = _told(view, passage, next(iter(guests)))
        if told:
            text = f"{capital(clip(told, 160))}. {quoted(passage, 130)}"
            draft = from_passage(Found(passage, 1.0, ()), "actor", text=text, value=_person(view, passage, told) or told)
            return replace(draft, told=tuple(term.stem for term in query.words if _TOLD.fullmatch(term.text)))
    # "Vael, accompanied by Ruhn, met Silan" tells of no company of Silan, nor "since Ruhn went there" of one of Vael's
    own = "accompan" in query.text.lower() or _WITH_HIM.search(query.text)
    return nothing(view, query, "actor", "The texts name nobody for that.") if own else None


_WITH_HIM = regex(r"\b(?:came|come|went|go|goes|gone|going|coming)(?: there| along| over| together| to [\w' -]{3,30}?)? with\b", re.I)


def _told(view: View, passage: Passage, guest: str) -> str | None:
    """The words for those who came along, by a sentence in which somebody stands."""
    text = passage.text
    behind = _BEHIND.search(text)
    if behind and _stands_before(view, passage, guest, behind.start()):
        rest = text[behind.end() :]
        end = _ENDS.search(rest)
        told = " ".join(_less_clause(rest[: end.start()] if end else rest).split())
        return told.removesuffix(" and").strip(" ,") or None
    before = _BEFORE.search(text)
    named = _people(view, passage, before["who"]) if before else []
    return before["who"].strip() if before and named and guest not in named and "not" not in before[0].split() else None


def _less_clause(words: str) -> str:
    """A list of people without the clause that goes on behind its last comma."""
    parts = words.split(", ")
    return ", ".join(parts[:-1]) if len(parts) > 1 and not re.search(r"[A-Z]|\band\b", parts[-1]) else words


def _people(view: View, passage: Passage, words: str) -> list[str]:
    names = name_index(view).find(passage.tokens)
    return [i for name in names for i in name.ids[:1] if view.any_is((i,), "person") and name.text in words]


def _person(view: View, passage: Passage, words: str) -> str | None:
    """The name of the one person whom some words of a sentence name."""
    named = list(dict.fromkeys(_people(view, passage, words)))
    return view.actors[named[0]].name if len(named) == 1 else None


def _by_pronoun(view: View, passage: Passage) -> bool:
    """Whether "he" or "she" opens a sentence and is the one accompanied in it: "He was met by the emir and was accompanied by"."""
    row = parsed(view, passage)
    coming = next((clause for clause in row.clauses if clause.verb.lemma == "accompany" and clause.verb.passive), None)
    subject = subject_of(row, coming).units[:1] if coming else ()
    return bool(subject) and subject[0].lower in ("he", "she")


def _stands_before(view: View, passage: Passage, guest: str, end: int) -> bool:
    """Whether somebody is the last person named before a place in a sentence, or the one whom its "he" means."""
    ahead = [name for name in name_index(view).find(passage.tokens) if name.span.start < passage.fact.start + end]
    people = [name for name in ahead if view.any_is(name.ids, "person")]
    doing = _by_pronoun(view, passage)
    if people and not doing:
        return guest in people[-1].ids
    named = {i for name in name_index(view).find(passage.tokens) for i in name.ids}  # whom "he" does not mean
    return view.of_kind(passage.fact.actors, "person") - named <= {guest} or not ahead
