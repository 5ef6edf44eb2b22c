"""Actors in an article: marks, runs, titles, unknown states, names, groups; a visible list of steps."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tieline.extract.names.gazetteer import Lexicon, lexicon
from tieline.extract.names.groups import NUMBERS, find_groups
from tieline.extract.names.judge import Judge
from tieline.extract.names.marks import Mark, find_marks, is_shouted
from tieline.extract.names.people import join_titles
from tieline.extract.names.pieces import Piece, cut
from tieline.extract.names.runs import find_runs
from tieline.extract.names.scan import Scan
from tieline.extract.names.seats import find_seats, inherited_seats
from tieline.extract.names.states import States, find_states
from tieline.extract.names.titles import find_titles
from tieline.extract.names.trailing import part_names
from tieline.model.mention import ActorMention, Article, Reading
from tieline.model.span import Span
from tieline.model.token import Sentence, Token
from tieline.rules.load import Rulebook

# Zones whose capitals say nothing about names, and zones that hold no actors of the story.
WEAK = frozenset({"headline", "heading", "link", "header", "footer", "dateline", "prefix"})
SKIPPED = frozenset({"byline"})


def read_actors(reading: Reading, rulebook: Rulebook) -> tuple[ActorMention, ...]:
    """The actor mentions of a reading whose times have been found."""
    return find_actors(reading.article, rulebook, times=[Span(time.start, time.end) for time in reading.times])


def find_actors(article: Article, rulebook: Rulebook, *, times: Iterable[Span] = ()) -> tuple[ActorMention, ...]:
    """The actor mentions of an article, in order of place, longer ones first; a mention inside another is marked `inner`."""
    lex = _known(article, lexicon(rulebook))
    closed = sorted(times)
    starts = [span.start for span in closed]
    scans = [_scan(sentence, _near(sentence, closed, starts), lex) for sentence in article.sentences if sentence.zone not in SKIPPED]
    prose = [scan for scan in scans if not scan.weak]
    people = _words_of_people(prose) | frozenset(article.people)
    taken = people | frozenset(token.lower for scan in scans for mark in scan.marks for token in scan.tokens[mark.start : mark.end])
    states = find_states((scan.tokens for scan in prose or scans), _words_of_names(prose, lex) | taken, taken, lex)
    local, new = _local(prose or scans, states, lex)
    if new:
        scans = [
            scan
            if new.isdisjoint(token.lower for token in scan.tokens)
            else _scan(scan.sentence, _near(scan.sentence, closed, starts), local)
            for scan in scans
        ]
        prose = [scan for scan in scans if not scan.weak]
    judge = Judge(article, prose, states, people, local)
    return _in_order([mention for scan in scans for mention in _mentions(scan, judge)])


def _words_of_people(scans: Iterable[Scan]) -> frozenset[str]:
    """The words of which the names of persons are made."""
    named = (scan.tokens[person.first : person.last] for scan in scans for person in scan.persons)
    return frozenset(token.lower for tokens in named for token in tokens if token.text[0].isalpha())


def _words_of_names(scans: Iterable[Scan], lex: Lexicon) -> frozenset[str]:
    """The words of names of two or three words of which no table tells what they name: they may be persons, and no states."""
    pieces = (
        scan.tokens[piece.start : piece.end]
        for scan in scans
        for piece in scan.pieces
        if piece.kind == "unknown" and piece.end - piece.start in (2, 3) and not piece.opening
    )
    return frozenset(token.lower for tokens in pieces if _may_be_person(tokens, lex) for token in tokens)


def _may_be_person(tokens: Sequence[Token], lex: Lexicon) -> bool:
    if any(lex.has("forms.heads", token.lower) for token in tokens[:-1]):
        return False
    return tokens[1].text != "-" and not lex.has("houses.heads", tokens[-1].lower)


def _known(article: Article, lex: Lexicon) -> Lexicon:
    """The lexicon with the states that other texts have shown."""
    if not article.states:
        return lex
    return lex.with_states(sorted({state for _, state in article.states}), {word: state for word, state in article.states if word != state})


def _local(scans: Sequence[Scan], states: States, lex: Lexicon) -> tuple[Lexicon, frozenset[str]]:
    """The lexicon of one document, with the states and capitals it speaks of, and the words that are new in it."""
    words = states.words
    if words:
        lex = lex.with_states(sorted(states.names), states.adjectives)
    seats = inherited_seats((scan.tokens for scan in scans), lex) | find_seats((scan.tokens for scan in scans), lex)
    if seats:
        lex = lex.with_seats(seats)
    return lex, frozenset(word.split()[-1] for word in words) | {word.lower() for city in seats for word in city.split()}


def _near(sentence: Sentence, times: Sequence[Span], starts: Sequence[int]) -> Sequence[Span]:
    """The times that begin in a sentence, with a few before them that may reach into it."""
    return times[max(bisect_left(starts, sentence.start) - 4, 0) : bisect_left(starts, sentence.end)]


def _covered(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    """The places of the tokens that begin inside one of some spans."""
    waiting, reach, found = sorted(spans, key=lambda span: span.start, reverse=True), -1, []
    for i, token in enumerate(tokens):
        while waiting and waiting[-1].start <= token.start:
            reach = max(reach, waiting.pop().end)
        if token.start < reach:
            found.append(i)
    return frozenset(found)


def _scan(sentence: Sentence, times: Sequence[Span], lex: Lexicon) -> Scan:
    tokens = sentence.tokens
    scan = Scan(sentence, tokens, sentence.zone in WEAK or is_shouted(tokens))
    if not tokens:
        return scan
    inside = [span for span in times if span.start < sentence.end and sentence.start < span.end]
    closed = _covered(tokens, inside)
    scan.marks = [mark for mark in find_marks(tokens, lex) if mark.start not in closed]
    runs = [] if is_shouted(tokens) else part_names(tokens, _whole(find_runs(tokens, lex, closed), scan.marks), scan.marks, lex)
    scan.titles = find_titles(tokens, scan.marks, runs, lex)
    scan.pieces = _pieces(tokens, runs, scan, lex)
    scan.persons, scan.titles = join_titles(tokens, scan.pieces, scan.titles)
    taken = frozenset(k for person in scan.persons for k in range(person.start, person.end))
    bodies = [one for one in scan.pieces if one.kind in ("organization", "company") and not _several(tokens, one.start, one.end, lex)]
    names = frozenset(k for piece in bodies for k in range(piece.start, piece.end))
    scan.groups = find_groups(tokens, taken | names | _long(scan.marks), scan.marks, lex)
    return scan


def _several(tokens: Sequence[Token], start: int, end: int, lex: Lexicon) -> bool:
    """Whether a word only has its capital from the style of treaties: "the two States"."""
    counted = end == start + 1 and start > 0 and tokens[start - 1].lower in NUMBERS
    return counted and lex.has("groups.pair", tokens[start].lower)


def _long(marks: Sequence[Mark]) -> frozenset[int]:
    """The tokens of countries named in several words, none of which means a country by itself: "the Kingdom of Orsenda"."""
    return frozenset(k for mark in marks if mark.place and mark.place.use == "name" for k in range(mark.start, mark.end - 1))


def _whole(runs: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """The runs, none of which ends inside a known name: "Bosnia and Herzegovina" is one."""
    found: list[tuple[int, int]] = []
    ends = {mark.start: mark.end for mark in marks}
    for start, end in runs:
        first = start
        if found and start < found[-1][1]:
            first = found.pop()[0]  # "Trinidad and Tobago Central Bank" goes on behind the known name
        found.append((first, max([end, *(ends[k] for k in range(first, end) if k in ends)])))
    return found


def _pieces(tokens: Sequence[Token], runs: Sequence[tuple[int, int]], scan: Scan, lex: Lexicon) -> list[Piece]:
    """The runs, cut at titles, as pieces; and the marks outside all runs."""
    words = {k for title in scan.titles for k in range(title.head, title.own_end)}
    marked = {(mark.start, mark.end) for mark in scan.marks}
    posts = [title.post for title in scan.titles if title.post and title.post in marked and title.post[1] == title.end]
    words |= {k for post in posts for k in range(*post)}  # "Ambassador in Lomé Ama Lawson"
    pieces: list[Piece] = []
    for start, end in runs:
        for first, last in _without(start, end, words):
            touching = [mark for mark in scan.marks if mark.start < last and first < mark.end]
            pieces.extend(cut(tokens, (first, last), touching, lex))
    covered = {k for piece in pieces for k in range(piece.start, piece.end)}
    pieces.extend(Piece(m.start, m.end, m.kind, m) for m in scan.marks if not covered.intersection(range(m.start, m.end)))
    return sorted(pieces, key=lambda piece: (piece.start, -piece.end))


def _without(start: int, end: int, words: set[int]) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    first = start
    for k in range(start, end + 1):
        if k == end or k in words:
            if first < k:
                parts.append((first, k))
            first = k + 1
    return parts


def _mentions(scan: Scan, judge: Judge) -> list[ActorMention]:
    """The mentions of one sentence, the inner ones not yet marked."""
    return [
        *judge.names(scan),
        *judge.persons(scan),
        *judge.titles(scan),
        *judge.groups(scan),
    ]


def _in_order(mentions: list[ActorMention]) -> tuple[ActorMention, ...]:
    ordered = sorted(mentions, key=lambda one: (one.span.start, -one.span.end, one.form))
    found: list[ActorMention] = []
    outer = Span(-1, -1)
    seen: Counter[Span] = Counter()
    for mention in ordered:
        if seen[mention.span]:
            continue
        seen[mention.span] += 1
        inside = outer.contains(mention.span)
        found.append(replace(mention, inner=True) if inside else mention)
        if not inside:
            outer = mention.span
    return tuple(found)
