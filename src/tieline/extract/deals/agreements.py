"""Agreements, partnerships and plans in an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from tieline.extract.deals.deals import DealWords, deal_words, is_deal_acronym
from tieline.extract.names.gazetteer import lexicon
from tieline.extract.names.marks import is_shouted
from tieline.model.mention import ActorMention, AgreementMention, Article, Reading
from tieline.model.span import Span
from tieline.model.token import Sentence, Token
from tieline.rules.load import Rulebook

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "both", "'s"})


_OPENING = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})  # nothing before them describes the agreement


def read_agreements(reading: Reading, rulebook: Rulebook) -> tuple[AgreementMention, ...]:
    """The agreement mentions of a reading whose actors have been found."""
    return find_agreements(reading.article, reading.actors, rulebook, frozenset(time.start for time in reading.times))


def find_agreements(
    article: Article, actors: Sequence[ActorMention], rulebook: Rulebook, times: frozenset[int] = frozenset()
) -> tuple[AgreementMention, ...]:
    """The agreement mentions of an article, in order of place; none overlaps another or a date that begins at one of `times`."""
    words = deal_words(rulebook)
    lexicon(rulebook)
    by_sentence: dict[int, list[ActorMention]] = {}
    for actor in actors:
        if actor.kind == "country" and actor.form in ("name", "demonym", "metonym") and actor.name:
            by_sentence.setdefault(actor.sentence, []).append(actor)
    bodies = frozenset(actor.span.start for actor in actors if actor.kind == "organization")
    found: list[AgreementMention] = []
    acronyms: dict[str, str] = {}
    for sentence in article.sentences:
        if sentence.zone != "byline":
            found.extend(_Reader(article, sentence, by_sentence.get(sentence.index, []), words, acronyms, times, bodies).read())
    return tuple(found)


def _in_list(tokens: Sequence[Token], k: int) -> bool:
    """Whether a comma or dash stands in a name: "Treaty of Friendship, Good-Neighbourliness and Cooperation", "Orsenda – Halidor"."""
    if tokens[k].text in ("-", "–"):
        closed = k + 1 < len(tokens) and (tokens[k].start - tokens[k - 1].end, tokens[k + 1].start - tokens[k].end)
        joined = closed == (0, 0) or (closed == (1, 1) and tokens[k - 1].text[0].isupper())
        return bool(closed) and joined and (tokens[k].text == "-" or tokens[k + 1].text[0].isupper())
    if tokens[k].text != ",":
        return False
    for m in range(k + 1, min(k + 9, len(tokens) - 1)):
        if tokens[m].lower == "and":
            return m > k + 1 and tokens[m + 1].text[0].isupper()
        if not (tokens[m].text[0].isupper() or tokens[m].text in (",", "-")):
            return False
    return False


def _is_bracketed(tokens: Sequence[Token], k: int) -> bool:
    """Whether an acronym in brackets stands at a place."""
    return k + 2 < len(tokens) and tokens[k].text == "(" and tokens[k + 2].text == ")" and tokens[k + 1].text.isupper()


def _short_name(tokens: Sequence[Token], k: int) -> int:
    """How many words behind an agreement tell its short name: ", known as STA", ", called the STA"."""
    m = k + (k < len(tokens) and tokens[k].text == ",")
    m += m < len(tokens) and tokens[m].lower in ("also", "better")
    row = [one.lower for one in tokens[m : m + 3]]
    m += 2 if row[:2] == ["known", "as"] else 3 if row == ["referred", "to", "as"] else 1 if row[:1] in (["called"], ["dubbed"]) else 0
    m += m < len(tokens) and tokens[m].lower == "the"
    short = tokens[m].text if m < len(tokens) and m > k + 1 else ""
    return m + 1 - k if len(short) > 1 and short.isalpha() and short.isupper() else 0


@dataclass
class _Reader:
    """One sentence, read for agreements."""

    article: Article
    sentence: Sentence
    countries: Sequence[ActorMention]
    words: DealWords
    acronyms: dict[str, str]
    times: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()

    def read(self) -> list[AgreementMention]:
        tokens = self.sentence.tokens
        found: list[AgreementMention] = []
        floor = i = 0
        while i < len(tokens):
            mention = self._at(tokens, i, floor)
            if mention:
                found.append(mention[0])
                floor = i = mention[1]
            else:
                i += 1
        return found

    def _at(self, tokens: Sequence[Token], i: int, floor: int) -> tuple[AgreementMention, int] | None:
        hit = self.words.heads.at(tokens, i)
        if not hit:
            return self._acronym(tokens, i, floor)
        end, kind = hit
        if kind == "partnership" and tokens[i].lower == "partnerships" and (not i or tokens[i - 1].lower not in self.words.levels):
            return None
        if self._is_verb(tokens, i) or tokens[end - 1].lower in self.words.verbs or self._of_one_side(tokens, end):
            return None
        named = (tokens[end - 1].text[0].isupper() or self._called(tokens, i)) and not is_shouted(tokens)
        start = self._left(tokens, i, floor, named)
        end = self._right(tokens, end, named)
        return self._make(tokens, start, i, end, kind, named, tail=_short_name(tokens, end))

    def _called(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether one name that is no country stands between "the" and the noun: "the Orsel agreement" is called so."""
        name = tokens[i - 1] if i > 1 else None
        if name is None or not name.text[0].isupper() or not name.text.isalpha() or tokens[i - 2].lower != "the":
            return False
        return name.lower not in self.words.before and self._country_at(name) is None

    def _acronym(self, tokens: Sequence[Token], i: int, floor: int) -> tuple[AgreementMention, int] | None:
        """An acronym that this article has introduced in brackets, or one that ends as those of trade agreements do."""
        kind = self.acronyms.get(tokens[i].text) or ("free_trade" if is_deal_acronym(tokens[i].text) else None)
        if not kind or (i and tokens[i - 1].text == "(") or tokens[i].start in self.bodies:
            return None  # EFTA is a body, whatever its name ends in
        return self._make(tokens, self._left(tokens, i, floor, True), i, i + 1, kind, True)

    def _is_verb(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether the word is a verb here: "deal with", "to deal"."""
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        before = tokens[i - 1].lower if i else ""
        word = tokens[i].lower
        if word in ("deal", "deals", "contract", "contracts"):
            return (after == "with" and before in ("to", "will", "must", "would", "can")) or (
                before in ("great", "good") and after not in ("with", "on", "for", "between")
            )
        if word in ("plan", "treaty", "accord", "charter") and before == "to":
            return True
        return word == "accords" and after in ("with",) and before not in ("the", "of")

    def _of_one_side(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether a declaration is none on paper: "the declaration of martial law", "a declaration of war on Orsenda"."""
        behind = [token.lower for token in tokens[end : end + 2]]
        return tokens[end - 1].lower == "declaration" and behind[:1] == ["of"] and behind[-1] in self.words.alone

    def _left(self, tokens: Sequence[Token], i: int, floor: int, named: bool) -> int:
        """Back over the words that describe the agreement, up to its determiner."""
        start = i
        while start > floor:
            token = tokens[start - 1]
            word = token.lower
            if word in self.words.before or (
                named and token.text[0].isupper() and token.text.isalpha() and not self._opens(start - 1, word)
            ):
                start -= 1
                if word in _OPENING:
                    break
            elif (token.text in ("-", "–") and start - 2 >= floor and token.start == tokens[start - 2].end) or (
                token.text == "'s" and start - 2 >= floor and self._country_at(tokens[start - 2])
            ):
                start -= 2
            elif self._country_at(token):
                start -= 1
            elif (
                word in ("and", "&", "on", "of", "for")
                and named
                and start - 2 >= floor
                and tokens[start].text[0].isupper()
                and tokens[start - 2].text[0].isupper()
                and word != "on"
            ):
                start -= 2
            else:
                break
        while start < i and tokens[start].lower in ("and", "of", "-"):
            start += 1
        return start

    def _opens(self, i: int, word: str) -> bool:
        return i == 0 and word in self.words.openers

    def _right(self, tokens: Sequence[Token], end: int, named: bool) -> int:
        """Over "on ...", "of Friendship", "with Peru", "between China and Peru" and a bracketed acronym."""
        k = end
        the = k + 2 < len(tokens) and tokens[k + 1].lower == "the"
        lead = tokens[k + 1 + the] if k + 1 + the < len(tokens) else None
        if lead and named and tokens[k].lower in ("of", "on", "for") and lead.text[0].isupper() and lead.start not in self.times:
            k += 1 + the
            while k < len(tokens) and (
                tokens[k].text[0].isupper()
                or (tokens[k].lower in ("and", "of", "the", "on") and k + 1 < len(tokens) and tokens[k + 1].text[0].isupper())
                or _in_list(tokens, k)
            ):
                k += 1
        k += 3 * _is_bracketed(tokens, k)
        if k + 1 < len(tokens) and tokens[k].lower in ("with", "between"):
            last = self._countries_from(tokens, k + 1)
            owns = last is not None and last < len(tokens) and tokens[last].lower in ("'s", "'")  # "with Chile's foreign minister"
            if last and not owns:
                k = last + 3 * _is_bracketed(tokens, last)
        return k

    def _countries_from(self, tokens: Sequence[Token], k: int) -> int | None:
        """The end of a list of countries that begins at a token."""
        last: int | None = None
        while k < len(tokens):
            actor = self._country_at(tokens[k])
            if actor and actor.form == "name":
                while k < len(tokens) and tokens[k].start < actor.span.end:
                    k += 1
                last = k
            elif tokens[k].lower in ("the", "and", ",") and (last is None or self._next_country(tokens, k)):
                k += 1
            else:
                break
        return last

    def _next_country(self, tokens: Sequence[Token], k: int) -> bool:
        return any(self._country_at(token) is not None for token in tokens[k + 1 : k + 3])

    def _country_at(self, token: Token) -> ActorMention | None:
        return next((one for one in self.countries if one.span.start <= token.start < one.span.end and one.form != "metonym"), None)

    def _make(
        self, tokens: Sequence[Token], start: int, head: int, end: int, kind: str, named: bool, tail: int = 0
    ) -> tuple[AgreementMention, int]:
        text = self.article.text
        span = Span(tokens[start].start, tokens[end - 1].end)
        lower = [token.lower for token in tokens[start:end]]
        parties = self._parties(span, tokens[head])
        words = " ".join(text[span.start : span.end].split())
        name = self._name(tokens, start, end) if named else None
        if end - 2 > head and tokens[end - 1].text == ")":
            self.acronyms[tokens[end - 2].text] = kind
        if tail:
            self.acronyms[tokens[end + tail - 1].text] = kind
        level = self._level(lower) if kind == "partnership" else None
        mention = AgreementMention(
            Span(span.start, tokens[end + tail - 1].end), self.sentence.index, text[span.start : span.end],
            self._kind(kind, words), name, parties,
            definite=self._definite(tokens, start, head, named), plural=any(word in self.words.plurals for word in lower),
            level=level, upgrade="upgrade" in lower or "upgraded" in lower,
        )  # fmt: skip
        return mention, end + tail

    def _parties(self, span: Span, head: Token) -> tuple[str, ...]:
        """The countries named in the words; one capital before the noun is where it was made, two are the parties."""
        named = [one for one in self.countries if span.contains(one.span) and one.name]
        seats = [one for one in named if one.form == "metonym" and one.span.end <= head.start]
        return tuple(dict.fromkeys(one.name for one in named if one.name and (len(seats) > 1 or one not in seats)))

    def _kind(self, kind: str, words: str) -> str:
        lower = words.lower()
        for narrow, marks in self.words.narrower.items():
            if kind in ("agreement", "contract") and any(mark in lower for mark in marks):
                return narrow
        return kind

    def _level(self, lower: Sequence[str]) -> str:
        wanted = [word for word in lower if word in self.words.levels]
        while wanted and wanted[-1] == "of":
            wanted.pop()
        return " ".join(wanted) or "partnership"

    def _definite(self, tokens: Sequence[Token], start: int, head: int, named: bool) -> bool:
        """Whether the mention points at one known agreement: "the pact", "their deal", "Peru's agreement", a name."""
        before = [token.lower for token in tokens[start:head]]
        return named or (any(word in _DEFINITE for word in before) and not (before and before[0] in ("a", "an", "no", "any", "another")))

    def _name(self, tokens: Sequence[Token], start: int, end: int) -> str | None:
        """The name in capitals, without determiner and bracketed acronym."""
        first = next(
            (k for k in range(start, end) if tokens[k].text[0].isupper() and not (k == start and tokens[k].lower in self.words.openers)),
            start,
        )
        stop = next((k for k in range(first, end) if tokens[k].text == "(" or tokens[k].lower in ("with", "between")), end)
        words = " ".join(self.article.text[tokens[first].start : tokens[stop - 1].end].split())
        return words if stop - first > 1 or words.isupper() or is_deal_acronym(words) else None
