"""From the words of a question to a `Query`: a visible list of steps over one set of marks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tieline.extract.time_words import may_name_times
from tieline.late import regex
from tieline.model.edtf import time_value
from tieline.model.span import Span
from tieline.model.time import TimeValue
from tieline.model.token import Token, tokenize
from tieline.query.reading.lexicon import Lexicon, Phrase
from tieline.query.reading.names import NameIndex, name_index
from tieline.query.reading.query import Act, Bound, Name, Query, Term, Window
from tieline.query.reading.slots import Marks
from tieline.query.reading.spelling import mended
from tieline.query.reading.words import fold, plain, stem, stemmed
from tieline.query.view import View

_YEAR = regex(r"\b(?:1[89]|20)\d\d\b", re.ASCII)
_NEGATED = frozenset(
    {"n't", "not", "never", "didn't", "isn't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "doesn't", "don't", "aren't", "won't"}
)
_TALKS = frozenset(stem(word) for word in ("talks", "negotiations", "negotiating", "round", "rounds", "discussions"))
_BEGINNINGS = "do be have will would can could shall must didn't isn't wasn't weren't hasn't haven't hadn't"
_AUXILIARIES = frozenset(stem(word) for word in _BEGINNINGS.split())
# A question that begins with an auxiliary asks for yes or no, or for one of these.
_ABOUT_VERDICTS = frozenset({"yesno", "order", "conflict", "document"})
_ORDINALS = {
    "first": "first",
    "earliest": "first",
    "initial": "first",
    "maiden": "first",
    "original": "first",
    "1st": "first",
    "second": "second",
    "2nd": "second",
    "third": "third",
    "3rd": "third",
    "fourth": "fourth",
    "last": "last",
    "latest": "last",
    "recent": "last",
    "recently": "last",
    "newest": "last",
    "oldest": "first",
    "final": "last",
    "previous": "previous",
    "next": "next",
    "upcoming": "next",
}
# before "year" or "day" these make a time of it: "exports last year"
_COUNTED_FROM = frozenset(
    stem(word) for word in ("last", "this", "next", "per", "a", "previous", "every", "each", "same", "current", "past")
)
_GROUP = regex(
    r"\b(?:the two|both|the pair of|two) (?:\w+ )?(?:presidents?|leaders?|countries|sides|nations|governments|states|heads of state)\b",
    re.I,
)
_BUILDING = regex(r"\b(construction|building|works?)\b", re.I)
_LEVEL = regex(
    r"\b(?:(comprehensive|all-weather|special|global) )?(?:(strategic|cooperative) )(?:cooperative )?partner(?:s|ship)?\b"
    r"|\bcomprehensive partnership\b",
    re.I,
)


_INDIRECT = regex(
    r"^\W*(?:do|does|did|is|are|can|could|would|will)\b[^?.,]{0,45}?\b(?:say|know|known|tell|mention|mentioned|state|stated|clear|specify|reveal)"
    r"(?: (?:me|us))?\s+(?=(?:exactly |precisely |roughly |about )?(?:when|who|whom|where|what|how|which|why)\b)",
    re.I,
)


def strip_courtesy(text: str, lexicon: Lexicon) -> str:
    """A question without greetings, thanks and the like around it."""
    text = _INDIRECT.sub("", text)
    for _ in range(4):
        tokens = stemmed(tokenize(text))
        match = next((m for pattern in lexicon.courtesy if (m := pattern.match(tokens, 0, _none))), None)
        if match and match.end < len(tokens):
            text = text[tokens[match.end].start :]
            continue
        tail = next(
            (
                m
                for i in range(max(len(tokens) - 7, 1), len(tokens))
                for p in lexicon.courtesy
                if (m := p.match(tokens, i, _none)) and not any(t.text[0].isalnum() for t in tokens[m.end :])
            ),
            None,
        )
        if not tail:
            break
        text = text[: tokens[tail.start].start].rstrip(" ,;-") or text
        if tail.start == 0:
            break
    return text.strip()


_ADVERBIAL = regex(
    r"(?P<head>(?:as of|in|on|by|according to|during|after|before|at|since|for|from|per|under|between|until|within)\b"
    r"(?!\s+(?:what|which|whom|how)\b)[^,?]{2,80}),\s+(?P<rest>.+)",
    re.I | re.S,
)
# The same without a comma, where a year ends it: "By the end of 2010 was the pact in force?"
_UNMARKED = regex(
    r"(?P<head>(?:as of|in|on|by|during|after|before|prior to|since|until)\b(?!\s+(?:what|which|how)\b)[^,?]{0,30}?\b\d{4})\s+"
    r"(?P<rest>(?:is|are|was|were|did|do|does|had|has|have|who|what|which|how|when|where)\b.+)",
    re.I | re.S,
)


def adverbial_last(text: str) -> str:
    """A question with what stands before its first comma ("As of July 2024, ...") at its end."""
    found = _ADVERBIAL.match(text) or _UNMARKED.match(text)
    return f"{found['rest'].rstrip(' ?')} {found['head']}?" if found else text


def read_question(view: View, question: str) -> Query:
    """The reading of one question."""
    text = _with_names(view, mended(view, strip_courtesy(plain(question).strip(), view.lexicon), frozenset(_ORDINALS)))
    raw = tokenize(text)
    tokens = stemmed(raw)
    windows = find_windows(text)
    index = name_index(view)
    names = _without(index.find(raw), [w.span for w in windows])
    names = _mend(view, index, raw, names, [w.span for w in windows])
    names, asked_title, title_span, owner = _titles(view, tokens, names)
    spans = tuple(n.span for n in names)
    people = tuple(n.span for n in names if is_person(view, n))
    lands = tuple(n.span for n in names if is_land(view, n))
    marks = Marks({"actor": spans, "place": spans, "person": people, "land": lands, "time": tuple(w.span for w in windows)})
    rule, asked = _form(view.lexicon, tokens, marks)
    ordinal, ordinal_span = _ordinal(raw, asked, windows)
    acts = _acts(view.lexicon, tokens, marks, names)
    acts = _outer(act for act in acts if not _spoken(text, act, rule))
    acts = _partnered(acts)
    acts = _started_agreement(_before_during(text, [act for act in acts if not any(act.span.touches(w.span) for w in windows)]), tokens)
    if _BUILDING.search(text) and any(act.rule == "act.begin" for act in acts):
        acts = [act for act in acts if act.rule != "act.complete"]
    upgrade = any(t.lower.startswith("upgrad") for t in tokens)
    if upgrade and any(a.stages and a.rule != "act.upgrade" for a in acts):
        acts = [replace(a, stages=frozenset()) if a.rule == "act.upgrade" else a for a in acts]
    level = _LEVEL.search(text)
    group = _GROUP.search(text)
    taken = [w.span for w in windows] + [n.span for n in names] + [a.span for a in acts if not a.soft]
    taken += [s for s in (asked, ordinal_span, title_span, Span(*group.span()) if group else None) if s]
    words = _content(
        view.lexicon, raw, [w.span for w in windows] + [n.span for n in names] + ([asked] if rule and not rule.fields.get("keep") else [])
    )
    if not words and rule and rule.fields["form"] == "yesno":
        words = _content(view.lexicon, raw, [*(w.span for w in windows), *(n.span for n in names), asked], view.lexicon.bare)
    return Query(
        question=question,
        text=text,
        form=rule.fields["form"] if rule else "fragment",
        rule=rule.id if rule else "fragment",
        grain=rule.fields.get("grain") if rule else None,
        unit=rule.fields.get("unit") if rule else None,
        asked=asked,
        names=tuple(names),
        windows=tuple(windows),
        acts=tuple(acts),
        terms=_content(view.lexicon, raw, taken),
        words=words,
        title=asked_title,
        title_span=title_span,
        owner=owner,
        ordinal=ordinal,
        negated=any(t.lower in _NEGATED for t in raw),
        level=level[0].casefold().replace("partner", "partnership").replace("partnershipship", "partnership").removesuffix("s")
        if level
        else None,
        upgrade=upgrade,
    )


def _with_names(view: View, text: str) -> str:
    if "counterpart" in text:
        from tieline.query.reading.counterparts import with_offices

        text = with_offices(view, text)
    if "capital" not in text.lower():
        return text
    from tieline.query.sentences.capitals import with_capitals

    return with_capitals(view, text)


def find_windows(text: str) -> list[Window]:
    """The times of a question with the way they bound it."""
    found = [(Span(m.start, m.end), m.time) for m in _times(text) if m.time and (m.time.earliest or m.time.latest)]
    for year in _YEAR.finditer(text):
        if not any(span.touches(Span(*year.span())) for span, _ in found):
            found.append((Span(*year.span()), time_value(year[0])))
    found.sort(key=lambda one: one[0])
    if len(found) == 2 and re.search(r"\b(between|from)\W*$", text[: found[0][0].start], re.I):
        (one, first), (other, second) = found
        if (
            re.fullmatch(r"\W*(and|to|until|till|through|-)\W*", text[one.end : other.start], re.I)
            and first.earliest
            and second.latest
            and first.earliest <= second.latest
        ):
            joined = TimeValue.made(edtf=f"{first.edtf}/{second.edtf}", earliest=first.earliest, latest=second.latest, grain="interval")
            return [Window("between", joined, Span(one.start, other.end))]
    return [Window(_edge(text, span, _interval(_bound(text[: span.start]), time)), time, span) for span, time in found]


def _edge(text: str, span: Span, bound: Bound) -> Bound:
    """How a time bounds: what is before the end of 2011 may still lie in 2011."""
    return (
        "until" if bound == "before" and text[span.start : span.end].lower().startswith(("the end of", "end of", "the close of")) else bound
    )


def _interval(bound: Bound, time: TimeValue) -> Bound:
    """A range ("from 2009 to 2015") bounds both ways."""
    return "between" if "/" in time.edtf and bound in ("since", "until") and time.earliest and time.latest else bound


def _times(text: str) -> Sequence:  # type: ignore[type-arg]
    if not may_name_times(text):
        return ()
    from tieline.extract.times import find_times

    found = list(find_times(text))
    if not found and text != text.title():
        found = [m for m in find_times(text.title()) if len(m.text) > 3]
    return found


def _bound(before: str) -> Bound:
    words = fold(before)[-30:]
    for pattern, bound in (
        (r"\bas of( the end of)?( early| late| mid)?\W*$", "as_of"),
        (r"\b(after|following|later than|post)\W*$", "after"),
        (r"\b(before|prior to|earlier than|pre)\W*$", "before"),
        (r"\b(since|from|starting)\W*$", "since"),
        (r"\b(until|till|up to|by|to)( the end of)?\W*$", "until"),
        (r"\bbetween\W*$", "between"),
    ):
        if re.search(pattern, words):
            return bound  # type: ignore[return-value]
    return "in"


def _without(names: list[Name], spans: list[Span]) -> list[Name]:
    return [name for name in names if not any(name.span.touches(span) for span in spans)]


def _mend(view: View, index: NameIndex, raw: Sequence[Token], names: list[Name], taken: list[Span]) -> list[Name]:
    """Words that the texts and the question words do not hold, read as the name that they are closest to."""
    lexicon = view.lexicon
    found = list(names)
    for token in raw:
        span = Span(token.start, token.end)
        word = fold(token.text)
        strange = (
            len(word) >= 4 and word.isalpha() and stem(word) not in view.index and word not in lexicon.stop and not lexicon.knows(word)
        )
        if strange and not any(span.touches(other) for other in (*taken, *(n.span for n in names))):
            ids = index.near(word)
            if ids:
                found.append(Name(span, token.text, ids, "name", sure=False))
    return sorted(found, key=lambda name: name.span)


def _titles(view: View, tokens: Sequence[Token], names: list[Name]) -> tuple[list[Name], str | None, Span | None, Name | None]:
    """Names with what titles say of them: "President Hu" is Hu; "the Peruvian president" is whoever is attested as that."""
    places = {name.span.start: name for name in names}
    ends = {name.span.end: name for name in names}
    asked: str | None = None
    asked_span: Span | None = None
    asked_owner: Name | None = None
    i = 0
    while i < len(tokens):
        title = next((t for t in view.lexicon.titles if tuple(x.lower for x in tokens[i : i + len(t)]) == t), None)
        if not title:
            i += 1
            continue
        end = i + len(title)
        span = Span(tokens[i].start, tokens[end - 1].end)
        owner, whole = _owner(view, tokens, places, ends, i, end)
        after = places.get(tokens[end].start) if end < len(tokens) else None
        if after and is_person(view, after):
            names = [replace(n, span=Span(span.start, n.span.end)) if n is after else n for n in names if n is not owner]
        elif asked is None:
            asked, asked_span, asked_owner = " ".join(title), span, owner
            holders = _holders(view, asked, owner)
            if holders and not owner and _definite(tokens, i):
                names = sorted([*names, Name(span, _between(tokens, span), holders, "title")], key=lambda n: n.span)
            if owner and holders:
                names = [n for n in names if n is not owner]
                names = sorted([*names, Name(whole, _between(tokens, whole), holders, "title")], key=lambda n: n.span)
        i = end
    return names, asked, asked_span, asked_owner


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
    return any(view.actors[i].kind == "person" for i in name.ids if i in view.actors)


def is_land(view: View, name: Name) -> bool:
    """Whether a name can be that of a country or place."""
    return any(view.actors[i].kind in ("country", "place") for i in name.ids if i in view.actors)


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
    same = own in called or (own.endswith(tuple(f" {one}" for one in called)) and not own.startswith(("vice", "deputy", "prime minist")))
    if wanted in ("leader", "head of stat", "lead") and own in ("president", "king", "premier", "prime minist", "prime minister"):
        same = True
    if not same or not owners:
        return same
    known = {fold(of or "")}
    return any(i == of or (i in view.actors and known & {fold(n) for n in (view.actors[i].name, *view.actors[i].aliases)}) for i in owners)


def _between(tokens: Sequence[Token], span: Span) -> str:
    return " ".join(t.text for t in tokens if span.start <= t.start and t.end <= span.end)


def _form(lexicon: Lexicon, tokens: Sequence[Token], marks: Marks) -> tuple[Phrase | None, Span]:
    verdict = bool(tokens) and tokens[0].lower in _AUXILIARIES
    for phrase in lexicon.forms:
        if verdict and phrase.fields["form"] not in _ABOUT_VERDICTS:
            continue
        match = phrase.search(tokens, marks.slots)
        if match and phrase.fields["form"] == "when" and _in_time(tokens[match.start : match.end], marks):
            continue
        if match and phrase.fields.get("singular") and _plural(tokens[match.end - 1]):
            continue
        if match and phrase.fields.get("singular") and match.start and tokens[match.start - 1].lower in _COUNTED_FROM:
            continue
        if match and phrase.fields.get("noun") and any(t.lower in _AUXILIARIES for t in tokens[match.start : match.end]):
            continue
        if match and phrase.fields.get("plural") and not _plural(tokens[match.end - 1]):
            continue
        if match and (not phrase.fields.get("whole") or all(not t.text.isalnum() for t in tokens[match.end :])):
            return phrase, Span(tokens[match.start].start, tokens[match.end - 1].end)
    return None, Span(0, 0)


def _in_time(tokens: Sequence[Token], marks: Marks) -> bool:
    """Whether words are part of a time that the question gives: "the first eight months"."""
    return any(span.start <= tokens[0].start and tokens[-1].end <= span.end for span in marks.spans.get("time", ()))


def _plural(token: Token) -> bool:
    return token.text.lower().endswith("s") or token.text.lower() in ("people", "media", "others")


def _acts(lexicon: Lexicon, tokens: Sequence[Token], marks: Marks, names: list[Name]) -> list[Act]:
    found = []
    for phrase in lexicon.acts:
        match = phrase.search(tokens, marks.slots)
        if match:
            fields = phrase.fields
            span = Span(tokens[match.start].start, tokens[match.end - 1].end)
            if not any(span.touches(n.span) and n.span.contains(span) for n in names):
                found.append(
                    Act(
                        phrase.id,
                        span,
                        frozenset(fields.get("types", ())),
                        frozenset(fields.get("stages", ())),
                        fields.get("agreement"),
                        bool(fields.get("soft")),
                    )
                )
    return found


def _outer(acts: Iterable[Act]) -> list[Act]:
    """Acts without those inside the words of a thing or a stage: the partnership of a "partnership agreement"."""
    own = list(acts)
    return [act for act in own if not any(_covers(other, act) for other in own)]


def _covers(outer: Act, act: Act) -> bool:
    inside = outer.span.contains(act.span) and outer.span != act.span
    return inside and (outer.rule.startswith("thing.") or bool(outer.stages and act.stages))


def _before_during(text: str, acts: list[Act]) -> list[Act]:
    """The acts before "during", where there are some: what comes after it only says when."""
    place = text.lower().find(" during ")
    main = [act for act in acts if act.span.start < place]
    return main if place >= 0 and any(act.types or act.stages for act in main) else acts


def _spoken(text: str, act: Act, rule: Phrase | None) -> bool:
    """Whether "talk about" means words and no negotiations."""
    words = text[act.span.start : act.span.end].lower()
    if words.startswith(("talked", "talking")):
        return True
    return words.startswith("talk") and rule is not None and rule.fields["form"] in ("document", "who", "said")


def _partnered(acts: list[Act]) -> list[Act]:
    """The acts, with the start of a partnership as the raising of relations to it."""
    if not any(act.types == frozenset({"partnership"}) for act in acts):
        return acts
    return [replace(act, stages=act.stages | {"upgraded"}) if act.rule == "act.establish" else act for act in acts]


def _started_agreement(acts: list[Act], tokens: Sequence[Token]) -> list[Act]:
    """The acts, with the start of an agreement as its entry into force; talks on it start by themselves."""
    talks = any(token.lower in _TALKS for token in tokens)
    if not talks and any("trade_deal" in act.types for act in acts):  # purchases are concluded by signing them
        acts = [replace(act, stages=act.stages | {"signed"}) if act.rule == "act.conclude" else act for act in acts]
    if talks or not any(act.agreement for act in acts):
        return acts
    over = [act for act in acts if act.rule == "act.conclude" and any(t.lower == "end" and t.start == act.span.start for t in tokens)]
    acts = [replace(act, stages=frozenset({"terminated", "lapsed"})) if act in over else act for act in acts]
    return [replace(act, stages=frozenset({"in_force"})) if act.rule == "act.begin" else act for act in acts]


def _ordinal(raw: Sequence[Token], asked: Span, windows: list[Window]) -> tuple[str | None, Span | None]:
    for i, token in enumerate(raw):
        span = Span(token.start, token.end)
        if token.lower in _ORDINALS and not any(w.span.touches(span) for w in windows):
            if token.lower in ("last", "next") and i + 1 < len(raw) and raw[i + 1].lower in ("year", "month", "week"):
                continue
            return _ORDINALS[token.lower], span
    return None, None


def _content(lexicon: Lexicon, raw: Sequence[Token], taken: list[Span], stop: frozenset[str] = frozenset()) -> tuple[Term, ...]:
    terms = []
    skip = 0
    for i, token in enumerate(raw):
        span = Span(token.start, token.end)
        if i < skip or not token.text[0].isalnum() or any(span.touches(other) for other in taken):
            continue
        size = _phrase(lexicon, raw, i)
        if any(Span(token.start, raw[i + size - 1].end).touches(other) for other in taken):
            size = 1  # "between the two" of "between the two countries"
        if size > 1:
            last = raw[i + size - 1]
            terms.append(
                Term(
                    " ".join(stem(t.lower) for t in raw[i : i + size]),
                    " ".join(t.text for t in raw[i : i + size]),
                    Span(token.start, last.end),
                )
            )
            skip = i + size
        elif fold(token.text) not in (stop or lexicon.stop):
            terms.append(Term(stem(token.lower), token.text, span))
    return tuple(terms)


def _phrase(lexicon: Lexicon, raw: Sequence[Token], i: int) -> int:
    """How many words from here on make up a phrase of which synonyms are known; 1 for none."""
    for size in (4, 3, 2):
        if i + size <= len(raw) and " ".join(stem(t.lower) for t in raw[i : i + size]) in lexicon.synonyms:
            return size
    return 1


def _none(kind: str, tokens: Sequence[Token], i: int) -> tuple[()]:
    return ()
