"""Numbers in sentences: how many, how much, what share, what rank."""

import re

from tieline.late import regex
from tieline.model.figure import Figure
from tieline.model.words import in_words
from tieline.query.amounts.by_source import told_by_another
from tieline.query.amounts.fitting import allowed
from tieline.query.amounts.measured import measured
from tieline.query.amounts.numbers import Number, counts_time, numbers
from tieline.query.amounts.trade_ways import of_all_trade
from tieline.query.draft import Draft, capital, clip, from_passage, nearest, nothing, quoted
from tieline.query.events.pick.choice import choose
from tieline.query.reading.query import Name, Query, Term
from tieline.query.reading.words import stem, stems
from tieline.query.sentences.cover import covers_text
from tieline.query.sentences.search import Found, search
from tieline.query.view import Passage, View

RANK = regex(
    r"\b(?:(?P<o>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))[ -])?"
    r"(?:biggest|largest|most important|top|highest|leading)\b|\b(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
    r"|\b(?:rank(?:s|ed|ing)?|placed|c[ao]mes?|st(?:ands?|ood)|is|was|lies|lay)(?: only| just| in)?"
    r" (?P<p>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b(?! (?:time|of)\b)",
    re.I,
)
_GROWTH = regex(r"\b(grow|grew|growth|rise|rose|increase\w*|expand\w*|fall|fell|change\w*|jump\w*)\b", re.I)
_EXPECTS = regex(r"\b(expect\w*|forecast\w*|predict\w*|anticipat\w*|foresee\w*|project(ed|ion)|plan(ned)?|will|target|hope\w*)\b", re.I)
_ENDS = frozenset({"in", "by", "and", ",", ".", ";", "of", "on", "at", "during", "last", "this", "from", "to"})
_ORDINAL = regex(r"\b(\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth)\b", re.I)


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def how_many(view: View, query: Query) -> Draft:
    """A count, an amount or a share that a sentence states."""
    typed = measured(view, query)
    if typed is not None or query.unit == "percent":
        return typed or _not_stated(view, query)
    head = _head(query)
    for found in search(view, query)[:10]:
        number = _pick(view, query, found, head)
        if number is None or not _may_answer(view, query, found, number) or _elsewhere(view, query, found.passage):
            continue
        if of_all_trade(view, query, found.passage) or told_by_another(view, query, found.passage):
            continue
        return _told(view, query, found, number)
    return _not_stated(view, query)


def _elsewhere(view: View, query: Query, passage: Passage) -> bool:
    """Whether a sentence leaves out a place, house or firm that the question names, and so counts something else."""
    kinds = ("place", "organization", "company")
    named = [name for name in query.names if all(view.actors[i].kind in kinds for i in name.ids if i in view.actors)]
    return any(
        not set(name.ids) & set(passage.fact.actors) and f" {stems(name.text)[0]} " not in passage.joined
        for name in named
        if stems(name.text)
    )


def _may_answer(view: View, query: Query, found: Found, number: Number) -> bool:
    """Whether a figure of the sentence with that number fits the question; a small number that is no figure counts a known group."""
    figures = [figure for one in found.passage.fact.figures if (figure := view.figures.get(one))]
    same = [figure for figure in figures if figure.value == number.value]
    if not same:
        return (number.value is None and not figures) or (number.value or 0) > 3
    return any(allowed(view, query, figure) for figure in same)


def _told(view: View, query: Query, found: Found, number: Number) -> Draft:
    text = f"{capital(number.words)}. {quoted(found.passage)}"
    hedged = _hedge(view, found.passage)
    unit = {"money": "USD" if "dollar" in number.words.lower() or "US$" in number.words else "money"}.get(number.unit or "", number.unit)
    value = number.value if number.value is not None else number.words
    if hedged and not _EXPECTS.search(query.text):
        return from_passage(
            found,
            "number",
            text=f"{capital(number.words)}, but only as a forecast or plan. {quoted(found.passage)}",
            value=value,
            unit=unit,
            status="partly",
        )
    return from_passage(found, "number", text=text, value=value, unit=unit)


def _hedge(view: View, passage: Passage) -> bool:
    figures = [figure for i in passage.fact.figures if (figure := view.figures.get(i))]
    if figures and all(figure.status in ("expected", "planned", "hypothetical") for figure in figures):
        return True
    return bool(re.search(r"\b(expected|forecast|predicted|is expected|are expected|anticipated|will reach|to reach)\b", passage.text))


def _not_stated(view: View, query: Query) -> Draft:
    return nothing(view, query, "number", "The texts give no such figure.", "answer")


def _head(query: Query) -> tuple[Term, ...]:
    """The noun that is counted: the words right after "how many"."""
    acts = [act.span for act in query.acts if not act.soft]
    after = [t for t in query.words if t.span.start >= query.asked.end and not any(span.contains(t.span) for span in acts)]
    head: list[Term] = []
    place = query.asked.end
    for term in after:
        between = [n.span for n in query.names if place <= n.span.start < term.span.start]
        place = max([place, *(s.end for s in between)])
        if term.span.start - place > 3:
            break
        head.append(term)
        place = term.span.end
    return tuple(head)


_AGAINST = regex(r"\b(?:against|compared (?:with|to)|(?:up|down) from|versus)(?: (?:about|some|only|just|nearly|over))?\s*$", re.I)


def _set_against(passage: Passage, number: Number) -> bool:
    """Whether a number only stands for what another is compared with: "against 200,000 in 2015"."""
    return bool(_AGAINST.search(passage.document.text[max(passage.fact.start, number.start - 40) : number.start]))


def _pick(view: View, query: Query, found: Found, head: tuple[Term, ...]) -> Number | None:
    passage = found.passage
    wanted = query.unit
    known = [n for n in numbers(passage) if not (n.value == 2 and _PAIR.match(passage.document.text, n.end))]
    known = known if _TIMES.search(query.text) else [n for n in known if not counts_time(passage, n)]
    if wanted == "money":
        known = [n for n in known if n.unit == "money"] or [n for n in known if n.unit == "percent" and _GROWTH.search(query.text)]
    elif wanted == "percent":
        known = [n for n in known if n.unit == "percent"]
    elif query.form == "how_many":
        known = [n for n in known if n.unit != "money" or (head and head[-1].stem == "dollar")]
        known = [n for n in known if not _whole(passage, n)] or known
        known = known if query.windows else [n for n in known if not _set_against(passage, n)] or known
        counted = [n for n in known if _counts(view, passage, n, head) and not (len(known) > 1 and _whole(passage, n))]
        known = counted or ([] if head else known)
    return max(known, key=lambda n: (_near(view, query, passage, n), -n.start), default=None)


_TIMES = regex(r"\b(?:minute|hour|day|week|month|year|decade|long|old|age)s?\b", re.I)
_PAIR = regex(r"\s+(?:sides|countries|nations|governments|states|neighbou?rs|parties|peoples)\b", re.I)


def _whole(passage: Passage, number: Number) -> bool:
    """Whether a number is the whole of which another is a part ("of the 30 million")."""
    return passage.document.text[passage.fact.start : number.start].lower().rstrip().endswith(("of the", "out of"))


def _counts(view: View, passage: Passage, number: Number, head: tuple[Term, ...]) -> bool:
    """Whether a number counts the noun asked for: it stands before the noun, or after it with nothing else to count."""
    if not head:
        return False
    after = [stem(t.lower) for t in passage.tokens if t.start >= number.end][:5]
    if any(covers_text(view, term.stem, f" {' '.join(after)} ") > 0.8 for term in head) or number.unit == head[-1].stem:
        return True
    before = [stem(t.lower) for t in passage.tokens if t.end <= number.start][-8:]
    return covers_text(view, head[-1].stem, f" {' '.join(before)} ") > 0.8 and (not after or after[0] in _ENDS)


def _near(view: View, query: Query, passage: Passage, number: Number) -> float:
    """How near the telling words of the question stand to a number, within its clause."""
    score = 0.0
    score -= 1.5 * _whole(passage, number)
    for term in query.words:
        gaps = []
        for token in passage.tokens:
            if covers_text(view, term.stem, f" {stem(token.lower)} "):
                low, high = sorted((token.start, number.start))
                broken = sum(sign in ",;:" for sign in passage.document.text[low:high])
                gaps.append(abs(token.start - number.start) + 25 * broken)
        if gaps:
            score += min(view.weight(term.stem), 3) / (1 + min(gaps) / 12)
    return score


def rank(view: View, query: Query) -> Draft:
    """A rank such as "third-largest" that a sentence states of one actor among another's partners."""
    if query.title or view.any_is(query.ids, "person"):
        from tieline.query.people.people import person, who

        return who(view, query) if query.title else person(view, query)  # a person holds an office and no rank
    if _COMPARES.search(query.text):
        return nothing(view, query, "rank")  # one rank compares nothing
    holder, owner = _sides(view, query)
    ways = search(view, query, terms=_ranked(query), least=0.7)
    if all(window.bound in ("as_of", "until") for window in query.windows):
        ways.sort(key=lambda f: (-round(f.share, 1), -(p.latest.toordinal() if (p := f.passage.document.published) and p.latest else 0)))
    told: list[tuple[int, Draft]] = []
    for found in ways[:8]:
        figures = [f for i in found.passage.fact.figures if (f := view.figures.get(i)) and f.measure == "rank" and f.unit == "rank"]
        figures = [f for f in figures if _side(view, f.subject, holder) and (_side(view, f.object, owner) or _owned_behind(view, f, owner))]
        ranks = list(RANK.finditer(found.passage.text))
        wanted = {f.rank for f in figures}
        ranks = [m for m in ranks if not wanted or _place(m) in wanted]
        ranks = _of_noun(view, query, found.passage, ranks)
        ranks = [m for m in ranks if figures or not m[0].lower().endswith(("leading", "top"))]
        if not ranks or (not figures and (holder or owner) and found.passage.fact.figures):
            continue
        start = found.passage.fact.start
        best = max(ranks, key=lambda m: _near(view, query, found.passage, Number(start + m.start(), start + m.end(), m[0], None, None)))
        time = next((f.period for f in figures if f.period), None) or found.passage.document.published
        when = f" ({in_words(time)})" if time else ""
        text = f"{capital(best['p'] or best[0])}{when}. {quoted(found.passage)}"
        drafted = from_passage(found, "rank", text=text, value=_place(best), unit="rank")
        told.append((_following(view, query, found.passage, best), drafted))
    return max(told, key=lambda one: one[0])[1] if told else nothing(view, query, "rank")


def _of_noun(view: View, query: Query, passage: Passage, ranks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The ranks after which most of what is ranked follows."""
    most = max((_following(view, query, passage, m) for m in ranks), default=0)
    return [m for m in ranks if _following(view, query, passage, m) == most and (most or not _ranked(query))]


def _following(view: View, query: Query, passage: Passage, match: re.Match[str]) -> int:
    """How many words of what is ranked follow a rank."""
    after = [stem(t.lower) for t in passage.tokens if t.start >= passage.fact.start + match.end()][:8]
    text = f" {' '.join(after)} "
    return sum(covers_text(view, term.stem, text) > 0.8 for term in _ranked(query))


def _place(match: re.Match[str]) -> int:
    word = (match["o"] or match["p"] or match[0]).lower()
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    return int(word[:-2]) if word[:-2].isdigit() else 1


def _ranked(query: Query) -> tuple[Term, ...]:
    return tuple(t for t in query.words if t.stem not in ("rank", "position", "plac", "posit", "hold", "spot"))


_COMPARES = regex(r"\b(?:differ|differs|differed|compare|compares|compared)\b", re.I)
_OWN_RANK = regex(r"'s\s+(?:\w+\s+){0,2}?(?:rank|ranking|position|place|standing|status)\b", re.I)


def _sides(view: View, query: Query) -> tuple[Name | None, Name | None]:
    """Who holds the rank, and whose partner it is: "China's position among Peru's partners"."""
    among = next((n for n in query.names if re.search(r"\bamong (?:the )?$", query.text[: n.span.start])), None)
    if among and (holder := next((n for n in query.names if n is not among and _country(view, n)), None)):
        return holder, among
    owned = [
        n for n in query.names if query.text[n.span.end :].startswith("'s") or re.search(r"\b(of|for)\s+$", query.text[: n.span.start])
    ]
    if not owned:
        return None, None
    if len(owned) == 1 and _OWN_RANK.match(query.text[owned[0].span.end :]):
        return owned[0], next((n for n in query.names if n is not owned[0] and _country(view, n)), None)
    owner = owned[-1]
    holder = next((n for n in query.names if n is not owner and set(n.ids) != set(owner.ids) and _country(view, n)), None)
    return holder, owner


def _country(view: View, name: Name) -> bool:
    return view.any_is(name.ids, "country")


def _side(view: View, label: str | None, name: Name | None) -> bool:
    return name is None or label in name.ids or label in {view.actors[i].name for i in name.ids if i in view.actors}


def _owned_behind(view: View, figure: Figure, owner: Name | None) -> bool:
    """Whether the owner of a rank that names none stands right behind it: "ranks second among the suppliers of Samoa"."""
    if owner is None or figure.objects or figure.object:
        return False
    return any(_AMONG.search(p.text) and set(owner.ids) & set(p.fact.actors) for p in view.passages_of(figure.evidence))


_AMONG = regex(
    r"\b(?:rank(?:s|ed|ing)?|c[ao]mes?|placed|st(?:ands?|ood)|is|was) (?:only |just |in )?\w+ among\b[^,;]{1,40}(?:\bof\b|['’]s?\b)", re.I
)
_COUNTED = regex(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\W+(?:[\w-]+\W+){0,2}?(visit|trip|tour|meeting|summit|round)",
    re.I,
)


def _counted_event(view: View, query: Query) -> Draft | None:
    """Which of its kind an event was: "this is her second state visit"."""
    kinds = [kind for kind in ("visit", "trip", "meeting", "summit", "round") if re.search(rf"\b{kind}", query.text, re.I)]
    if any(term.span.start == query.asked.end + 1 for term in query.terms):
        return None  # "which number leg of the trip"
    for hit in choose(view, query) if kinds else ():
        for passage in view.passages_of(hit.event.evidence):
            for told in _COUNTED.finditer(passage.text):
                if told[2].lower() in (*kinds, "trip" if "visit" in kinds else ""):
                    found = Found(passage, 1.0, ())
                    return from_passage(
                        found, "number", text=f"The {told[1].lower()}. {quoted(passage)}", value=_ORDINALS.index(told[1].lower()) + 1
                    )
    return None


def ordinal(view: View, query: Query) -> Draft:
    """Which edition of a series: "the 31st"."""
    counted = _counted_event(view, query)
    if counted:
        return counted
    for found in search(view, query, least=0.6)[:6]:
        named = [m for m in _ORDINAL.finditer(found.passage.text) if m[0][0].isdigit()] or []
        if named:
            return from_passage(
                found, "number", text=f"The {named[0][0]}. {quoted(found.passage)}", value=int(re.sub(r"\D", "", named[0][0]))
            )
    return Draft("unanswered", clip("The texts do not say."), "number", nearest=nearest(view, query), lacks="answer")
