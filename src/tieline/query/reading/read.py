"""From the words of a question to its reading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieline.late import regex
from tieline.model.span import Span
from tieline.model.token import Token, tokenize
from tieline.query.reading.acts import acts_of, before_during, outer, partnered, spoken, started_agreement
from tieline.query.reading.country import with_countries
from tieline.query.reading.courtesy import strip_courtesy
from tieline.query.reading.forms import ORDINALS, form_of, ordinal_of
from tieline.query.reading.lexicon import Lexicon, Phrase
from tieline.query.reading.names import NameIndex, name_index
from tieline.query.reading.query import Act, Name, Query, Term, Window
from tieline.query.reading.slots import Marks
from tieline.query.reading.spelling import mended
from tieline.query.reading.terms import terms_of
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


@dataclass(frozen=True, slots=True)
class _Named:
    """The names and times of a question, and the office that it asks of."""

    windows: list[Window]
    names: list[Name]
    title: str | None
    title_span: Span | None
    owner: Name | None

    @property
    def spans(self) -> list[Span]:
        """Where times and names stand."""
        return [w.span for w in self.windows] + [n.span for n in self.names]


def read_question(view: View, question: str) -> Query:
    """The reading of one question."""
    text = _with_names(view, mended(view, strip_courtesy(plain(question).strip(), view.lexicon), frozenset(ORDINALS)))
    raw = tokenize(text)
    tokens = stemmed(raw)
    named = _named(view, text, raw, tokens)
    marks = _marks(view, text, named)
    rule, asked = form_of(view.lexicon, tokens, marks)
    asked = _to_first_verb(view.lexicon, raw, rule, asked)
    ordinal, ordinal_span = ordinal_of(raw, asked, named.windows)
    acts = _acts(view, text, tokens, marks, named, rule)
    upgrade = any(t.lower.startswith("upgrad") for t in tokens)
    if upgrade:
        acts = _beside_upgrade(acts, rule)
    group = _GROUP.search(text)
    taken = named.spans + [a.span for a in acts if not a.soft]
    taken += [s for s in (asked, ordinal_span, named.title_span, Span(*group.span()) if group else None) if s]
    words = _words(view.lexicon, text, raw, named, rule, asked)
    return Query(
        question=question,
        text=text,
        form=rule.fields["form"] if rule else "fragment",
        rule=rule.id if rule else "fragment",
        grain=rule.fields.get("grain") if rule else None,
        unit=rule.fields.get("unit") or _of_money(view, rule.id, text, words) if rule else None,
        asked=asked,
        names=tuple(named.names),
        windows=tuple(named.windows),
        acts=tuple(acts),
        terms=terms_of(view.lexicon, raw, taken),
        words=words,
        title=named.title,
        title_span=named.title_span,
        owner=named.owner,
        ordinal=ordinal,
        negated=any(t.lower in _NEGATED for t in raw),
        level=_level(text),
        upgrade=upgrade,
    )


def _named(view: View, text: str, raw: Sequence[Token], tokens: Sequence[Token]) -> _Named:
    windows = find_windows(text)
    times = [w.span for w in windows]
    index = name_index(view)
    names = _mend(view, index, raw, _without(index.find(raw), times), times)
    names, title, title_span, owner = with_titles(view, tokens, names)
    return _Named(windows, names, title, title_span, owner)


def _marks(view: View, text: str, named: _Named) -> Marks:
    """What stands where in a question, by the classes that the phrases of the lexicon ask for."""
    names = named.names
    spans = tuple(n.span for n in names)
    return Marks(
        {
            "actor": spans,
            "place": spans,
            "person": tuple(n.span for n in names if is_person(view, n)),
            "land": tuple(n.span for n in names if is_land(view, n)),
            "time": tuple(w.span for w in named.windows),
            "office": _one_office(text, named.title_span),
        }
    )


def _acts(view: View, text: str, tokens: Sequence[Token], marks: Marks, named: _Named, rule: Phrase | None) -> list[Act]:
    """The events and stages that a question means: none that only words about words or times bring up."""
    acts = acts_of(view.lexicon, tokens, marks, named.names)
    acts = partnered(outer(act for act in acts if not spoken(text, act, rule)))
    timeless = [act for act in acts if not any(act.span.touches(w.span) for w in named.windows)]
    acts = started_agreement(before_during(text, timeless), tokens)
    if _BUILDING.search(text) and any(act.rule == "act.begin" for act in acts):
        return [act for act in acts if act.rule not in ("act.complete", "act.built")]
    return acts


def _beside_upgrade(acts: list[Act], rule: Phrase | None) -> list[Act]:
    """The acts of a question about an upgrade: beside another stage, or as a thing whose status is asked, it is no stage itself."""
    a_thing = bool(rule) and rule.fields["form"] == "status" and any(a.rule.startswith("thing.") for a in acts)  # type: ignore[union-attr]
    if not a_thing and not any(a.stages and a.rule != "act.upgrade" for a in acts):
        return acts
    return [replace(a, stages=frozenset()) if a.rule == "act.upgrade" else a for a in acts]


def _words(lexicon: Lexicon, text: str, raw: Sequence[Token], named: _Named, rule: Phrase | None, asked: Span) -> tuple[Term, ...]:
    """The words that a sentence should hold to answer: "the two countries" only where nothing else is asked for."""
    told = named.spans + ([asked] if rule and not rule.fields.get("keep") else [])
    pair = _PAIR.search(text)
    words = terms_of(lexicon, raw, [*told, Span(*pair.span())] if pair else told) or terms_of(lexicon, raw, told)
    if not words and rule and rule.fields["form"] == "yesno":
        return terms_of(lexicon, raw, [*named.spans, asked], lexicon.bare)
    return words


def _level(text: str) -> str | None:
    """The level of relations that a question names: "strategic partnership"."""
    level = _LEVEL.search(text)
    if level is None:
        return None
    return level[0].casefold().replace("partner", "partnership").replace("partnershipship", "partnership").removesuffix("s")


def _to_first_verb(lexicon: Lexicon, raw: Sequence[Token], rule: Phrase | None, asked: Span) -> Span:
    """What asks for somebody's words, up to the first verb of speech: "what does Vael think" of "what does Vael think both sides want"."""
    if rule is None or rule.id != "said.what":
        return asked
    verbs = lexicon.verb_kinds["saying"] | lexicon.verb_kinds["holding"]
    own = [t for t in raw[1:] if t.end <= asked.end]
    auxiliary = next((n for n, t in enumerate(own) if t.lower in ("did", "does", "do", "has", "have", "had")), len(own))
    first = next((t for t in own[auxiliary + 1 :] if stem(t.lower) in verbs and not t.text[0].isupper()), None)
    return Span(asked.start, first.end) if first else asked


_LARGE = regex(r"^\W*how (?:large|big|great|high|sizeable|sizable)\b", re.I)


def _one_office(text: str, span: Span | None) -> tuple[Span, ...]:
    """The words for an office that one person holds: "which minister", and not "which ministers"."""
    return (span,) if span and not text[span.start : span.end].endswith("s") else ()


def _of_money(view: View, rule: str, text: str, words: Sequence[Term]) -> str | None:
    """The unit of a debt, a loan or another sum whose size is asked for: "how large is the debt"."""
    money = _LARGE.match(text) and rule == "figure.many" and any(term.stem in view.lexicon.quantities["money"] for term in words)
    return "money" if money else None


def _with_names(view: View, text: str) -> str:
    text = with_countries(view.rulebook, text)
    if "counterpart" in text:
        from tieline.query.reading.counterparts import with_offices

        text = with_offices(view, text)
    if "capital" not in text.lower():
        return text
    from tieline.query.sentences.capitals import with_capitals

    return with_capitals(view, text)


def _without(names: list[Name], spans: list[Span]) -> list[Name]:
    return [name for name in names if not any(name.span.touches(span) for span in spans)]


LONG_NAME = 7  # letters of a surname whose stem alone is that of a word of the question: "kuczynsky"


def _mend(view: View, index: NameIndex, raw: Sequence[Token], names: list[Name], taken: list[Span]) -> list[Name]:
    """Words that the texts and the question words do not hold, read as the name that they are closest to."""
    lexicon = view.lexicon
    found = list(names)
    for n, token in enumerate(raw):
        span = Span(token.start, token.end)
        word = fold(token.text)
        two = index.near_two(fold(raw[n - 1].text), word) if n and len(word) >= LONG_NAME and fold(raw[n - 1].text) in index.doubles else ()
        if two and stem(word) not in view.index:
            found.append(Name(Span(raw[n - 1].start, token.end), f"{raw[n - 1].text} {token.text}", two, "name", sure=False))
            continue
        strange = (
            len(word) >= 4 and word.isalpha() and stem(word) not in view.index and word not in lexicon.stop and not lexicon.knows(word)
        )
        strange = strange or (len(word) >= LONG_NAME and word.isalpha() and (stem(word),) in index.parts and (word,) not in index.parts)
        short = token.text.isupper() and token.text in index.initials and stem(word) not in view.index
        if short and not any(span.touches(other) for other in (*taken, *(n.span for n in names))):
            found.append(Name(span, token.text, index.initials[token.text], "name"))
        elif strange and not any(span.touches(other) for other in (*taken, *(n.span for n in names))):
            ids = index.near(word)
            if ids:
                found.append(Name(span, token.text, ids, "name", sure=False))
    return sorted(found, key=lambda name: name.span)
