"""Names with what titles say of them: who is meant by "the Peruvian president"."""

from collections.abc import Sequence
from dataclasses import replace

from tieline.model.span import Span
from tieline.model.token import Token, tokenize
from tieline.query.reading.query import Name
from tieline.query.reading.words import fold, stem
from tieline.query.view import View


def with_titles(view: View, tokens: Sequence[Token], names: list[Name]) -> tuple[list[Name], str | None, Span | None, Name | None]:
    """Names with what titles say of them: "President Hu" is Hu; "the Peruvian president" is whoever is attested as that."""
    places = {name.span.start: name for name in names}
    ends = {name.span.end: name for name in names}
    asked: str | None = None
    asked_span: Span | None = None
    asked_owner: Name | None = None
    i = 0
    while i < len(tokens):
        title = next((t for t in view.lexicon.titles.get(tokens[i].lower, ()) if tuple(x.lower for x in tokens[i : i + len(t)]) == t), None)
        if not title or (i and tokens[i - 1].lower in view.lexicon.of_no_office):
            i += 1
            continue
        end = i + len(title)
        span = Span(tokens[i].start, tokens[end - 1].end)
        owner, whole = _owner(view, tokens, places, ends, i, end)
        after = places.get(tokens[end].start) if end < len(tokens) else None
        if after and is_person(view, after):
            start = whole.start if owner and _holds_for(view, after, " ".join(title), owner) else span.start
            names = [replace(n, span=Span(start, n.span.end)) if n is after else n for n in names if n is not owner]
        elif asked is None:
            asked, asked_span, asked_owner = " ".join(title), span, owner
            holders = _holders(view, asked, owner)
            if holders and not owner and _definite(tokens, i):
                names = sorted([*names, Name(span, _between(tokens, span), holders, "title")], key=lambda n: n.span)
            if owner and holders and not _which(tokens, whole):
                names = [n for n in names if n is not owner]
                names = sorted([*names, Name(whole, _between(tokens, whole), holders, "title")], key=lambda n: n.span)
        i = end
    return names, asked, asked_span, asked_owner


def _holds_for(view: View, name: Name, title: str, owner: Name) -> bool:
    """Whether somebody holds an office of the country that stands before it: "Orsenda's president Vael"."""
    roles = [role for i in name.ids if i in view.actors for role in view.actors[i].roles]
    return any(holds(view, role.title, role.of, title, owner.ids) for role in roles)


def _owner(
    view: View, tokens: Sequence[Token], places: dict[int, Name], ends: dict[int, Name], i: int, end: int
) -> tuple[Name | None, Span]:
    span = Span(tokens[i].start, tokens[end - 1].end)
    back = i - 1
    while back >= 0 and tokens[back].text.lower() in ("'s", "'", "newly", "elected", "new", "former", "current", "then", "s", "-"):
        back -= 1
    before = ends.get(tokens[back].end) if back >= 0 else None
    if before and not is_person(view, before):
        return before, Span(before.span.start, span.end)
    if end + 1 < len(tokens) and tokens[end].text.lower() in ("of", "from", "for"):
        j = end + 1 + (tokens[end + 1].text.lower() == "the")
        after = places.get(tokens[j].start) if j < len(tokens) else None
        if after:
            after = _possessed(tokens, places, after) or after
            return after, Span(span.start, after.span.end)
    return None, span


def _possessed(tokens: Sequence[Token], places: dict[int, Name], name: Name) -> Name | None:
    """The name that stands right after a possessive one: "Peru's National Chamber of Tourism"."""
    rest = [token for token in tokens if token.start >= name.span.end][:2]
    return places.get(rest[1].start) if len(rest) == 2 and rest[0].text.lower() in ("'s", "'") else None


def is_person(view: View, name: Name) -> bool:
    """Whether a name can be that of a person."""
    return view.any_is(name.ids, "person")


def is_land(view: View, name: Name) -> bool:
    """Whether a name can be that of a country or place."""
    return view.any_is(name.ids, "country", "place")


def _which(tokens: Sequence[Token], whole: Span) -> bool:
    """Whether a question asks which one of those who hold an office somebody is: "which Orsendan minister"."""
    before = [token.lower for token in tokens if token.start < whole.start][-1:]
    last = next(token.text for token in reversed(tokens) if token.end <= whole.end)
    return before in (["which"], ["what"]) and not last.endswith("s")


def _definite(tokens: Sequence[Token], i: int) -> bool:
    """Whether a title stands with "the" before it, for somebody known."""
    return i > 0 and tokens[i - 1].text.lower() == "the"


def _holders(view: View, title: str, owner: Name | None) -> tuple[str, ...]:
    owners = owner.ids if owner else ()
    return tuple(
        actor.id
        for actor in view.facts.actors
        if actor.kind == "person" and any(holds(view, role.title, role.of, title, owners) for role in actor.roles)
    )


def holds(view: View, title: str, of: str | None, wanted: str, owners: Sequence[str]) -> bool:
    """Whether a role is the one asked for: its title ends with the words wanted (as stems) and it belongs to one of the owners."""
    own = " ".join(stem(t.lower) for t in tokenize(title))
    called = (wanted, *view.lexicon.alike_titles.get(wanted, ()))
    lower = title.lower().startswith(("vice", "deputy", "assistant", "prime minist"))  # a vice president is no president
    same = own in called or (own.endswith(tuple(f" {one}" for one in called)) and not lower)
    if wanted in ("leader", "head of stat", "lead") and own in ("president", "king", "premier", "prime minist", "prime minister"):
        same = True
    if not same or not owners:
        return same
    known = {fold(of or "")}
    return any(i == of or (i in view.actors and known & {fold(n) for n in (view.actors[i].name, *view.actors[i].aliases)}) for i in owners)


def _between(tokens: Sequence[Token], span: Span) -> str:
    return " ".join(t.text for t in tokens if span.start <= t.start and t.end <= span.end)
