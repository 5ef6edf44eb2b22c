"""From the words of a question to its reading."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tieline.late import regex
from tieline.model.span import Span
from tieline.model.token import Token, tokenize
from tieline.query.reading.acts import acts_of, before_during, outer, partnered, spoken, started_agreement
from tieline.query.reading.courtesy import strip_courtesy
from tieline.query.reading.forms import ORDINALS, form_of, ordinal_of
from tieline.query.reading.lexicon import Lexicon
from tieline.query.reading.names import NameIndex, name_index
from tieline.query.reading.query import Name, Query, Term
from tieline.query.reading.slots import Marks
from tieline.query.reading.spelling import mended
from tieline.query.reading.titles import is_land, is_person, with_titles
from tieline.query.reading.windows import find_windows
from tieline.query.reading.words import fold, plain, stem, stemmed
from tieline.query.view import View

_NEGATED = frozenset(
    {"n't", "not", "never", "didn't", "isn't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "doesn't", "don't", "aren't", "won't"}
)
_GROUP = regex(
    r"\b(?:the two|both|the pair of|two) (?:\w+ )?(?:presidents?|leaders?|countries|sides|nations|governments|states|heads of state)\b",
    re.I,
)
_PAIR = regex(
    r"\b(?:the|these) (?:two |neighbou?ring )?(?:countries|sides|nations|governments|states|neighbou?rs|parties)"
    r"\b(?! (?:of|with|that)\b)",
    re.I,
)
_BUILDING = regex(r"\b(construction|building|works?)\b", re.I)
_LEVEL = regex(
    r"\b(?:(comprehensive|all-weather|special|global) )?(?:(strategic|cooperative) )(?:cooperative )?partner(?:s|ship)?\b"
    r"|\bcomprehensive partnership\b",
    re.I,
)


def read_question(view: View, question: str) -> Query:
    """The reading of one question."""
    text = _with_names(view, mended(view, strip_courtesy(plain(question).strip(), view.lexicon), frozenset(ORDINALS)))
    raw = tokenize(text)
    tokens = stemmed(raw)
    windows = find_windows(text)
    index = name_index(view)
    names = _without(index.find(raw), [w.span for w in windows])
    names = _mend(view, index, raw, names, [w.span for w in windows])
    names, asked_title, title_span, owner = with_titles(view, tokens, names)
    spans = tuple(n.span for n in names)
    people = tuple(n.span for n in names if is_person(view, n))
    lands = tuple(n.span for n in names if is_land(view, n))
    marks = Marks(
        {
            "actor": spans,
            "place": spans,
            "person": people,
            "land": lands,
            "time": tuple(w.span for w in windows),
            "office": _one_office(text, title_span),
        }
    )
    rule, asked = form_of(view.lexicon, tokens, marks)
    ordinal, ordinal_span = ordinal_of(raw, asked, windows)
    acts = acts_of(view.lexicon, tokens, marks, names)
    acts = outer(act for act in acts if not spoken(text, act, rule))
    acts = partnered(acts)
    acts = started_agreement(before_during(text, [act for act in acts if not any(act.span.touches(w.span) for w in windows)]), tokens)
    if _BUILDING.search(text) and any(act.rule == "act.begin" for act in acts):
        acts = [act for act in acts if act.rule != "act.complete"]
    upgrade = any(t.lower.startswith("upgrad") for t in tokens)
    things = bool(rule) and rule.fields["form"] == "status" and any(a.rule.startswith("thing.") for a in acts)  # type: ignore[union-attr]
    if upgrade and (things or any(a.stages and a.rule != "act.upgrade" for a in acts)):
        acts = [replace(a, stages=frozenset()) if a.rule == "act.upgrade" else a for a in acts]
    level = _LEVEL.search(text)
    group = _GROUP.search(text)
    taken = [w.span for w in windows] + [n.span for n in names] + [a.span for a in acts if not a.soft]
    taken += [s for s in (asked, ordinal_span, title_span, Span(*group.span()) if group else None) if s]
    beside = [asked] if rule and not rule.fields.get("keep") else []
    pair = _PAIR.search(text)
    told = [w.span for w in windows] + [n.span for n in names] + beside
    words = _content(view.lexicon, raw, [*told, Span(*pair.span())] if pair else told) or _content(view.lexicon, raw, told)
    if not words and rule and rule.fields["form"] == "yesno":
        words = _content(view.lexicon, raw, [*(w.span for w in windows), *(n.span for n in names), asked], view.lexicon.bare)
    return Query(
        question=question,
        text=text,
        form=rule.fields["form"] if rule else "fragment",
        rule=rule.id if rule else "fragment",
        grain=rule.fields.get("grain") if rule else None,
        unit=rule.fields.get("unit") or _of_money(view, rule.id, text, words) if rule else None,
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


_LARGE = regex(r"^\W*how (?:large|big|great|high|sizeable|sizable)\b", re.I)


def _one_office(text: str, span: Span | None) -> tuple[Span, ...]:
    """The words for an office that one person holds: "which minister", and not "which ministers"."""
    return (span,) if span and not text[span.start : span.end].endswith("s") else ()


def _of_money(view: View, rule: str, text: str, words: Sequence[Term]) -> str | None:
    """The unit of a debt, a loan or another sum whose size is asked for: "how large is the debt"."""
    money = _LARGE.match(text) and rule == "figure.many" and any(term.stem in view.lexicon.quantities["money"] for term in words)
    return "money" if money else None


def _with_names(view: View, text: str) -> str:
    if "counterpart" in text:
        from tieline.query.reading.counterparts import with_offices

        text = with_offices(view, text)
    if "capital" not in text.lower():
        return text
    from tieline.query.sentences.capitals import with_capitals

    return with_capitals(view, text)


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
        short = token.text.isupper() and token.text in index.initials and stem(word) not in view.index
        if short and not any(span.touches(other) for other in (*taken, *(n.span for n in names))):
            found.append(Name(span, token.text, index.initials[token.text], "name"))
        elif strange and not any(span.touches(other) for other in (*taken, *(n.span for n in names))):
            ids = index.near(word)
            if ids:
                found.append(Name(span, token.text, ids, "name", sure=False))
    return sorted(found, key=lambda name: name.span)


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
