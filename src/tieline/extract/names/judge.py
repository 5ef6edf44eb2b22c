"""What the words of a document are, judged by everything that the document does with them."""

from collections.abc import Sequence

from tieline.extract.deals.deals import is_deal_acronym
from tieline.extract.names.gazetteer import Lexicon, firm_of
from tieline.extract.names.groups import Group
from tieline.extract.names.metonyms import acts
from tieline.extract.names.pieces import Piece
from tieline.extract.names.scan import Scan
from tieline.extract.names.states import States
from tieline.extract.names.title import Title
from tieline.extract.names.votes.count import Votes
from tieline.extract.names.votes.named import Named, words_of
from tieline.model.mention import ActorMention, Article
from tieline.model.span import Span
from tieline.model.token import Token


class Judge:
    """The names of one document and their kinds."""

    def __init__(self, article: Article, scans: Sequence[Scan], states: States, people: frozenset[str], lex: Lexicon) -> None:
        self.article, self.states, self.lex = article, states, lex
        self.votes = Votes(article, scans, people, lex)

    # names

    def names(self, scan: Scan) -> list[ActorMention]:
        """Countries, organizations, places and judged names of a sentence, persons with a title left out."""
        titled = {person.first for person in scan.persons}
        found = []
        for piece in scan.pieces:
            if piece.kind == "thing" or piece.start in titled or self._only_describes(scan, piece):
                continue
            mention = self._known(scan, piece) if piece.kind != "unknown" else self._judged(scan, piece)
            if mention:
                found.append(mention)
        return found

    def _only_describes(self, scan: Scan, piece: Piece) -> bool:
        """Whether a name only tells what kind of state the one behind it is: "the Pacific Island nation of Orsenda"."""
        tokens, k = scan.tokens, piece.end
        if k + 2 >= len(tokens) or tokens[k + 1].lower != "of" or not self.lex.has("groups.one", tokens[k].lower):
            return False
        land = next((mark for mark in scan.marks if mark.start in (k + 2, k + 3)), None)
        return land is not None and (piece.mark is None or piece.mark.place is None)

    def persons(self, scan: Scan) -> list[ActorMention]:
        """The persons of a sentence whose title stands beside their name."""
        found = []
        for person in scan.persons:
            if scan.weak and not self.votes.is_person(self._words(scan.tokens, person.first, person.last)) and not self.article_is_short():
                continue
            title = person.title
            country, of = self._belonging(scan.tokens, title)
            found.append(
                self._mention(
                    scan,
                    person.start,
                    person.end,
                    "name",
                    "person",
                    name=self._words(scan.tokens, person.first, person.last),
                    title=title.words,
                    of=of,
                    country=country,
                    post=self._name_of(scan.tokens, title.post),
                    head=(person.first, person.last),
                )
            )
        return found

    def titles(self, scan: Scan) -> list[ActorMention]:
        """Titles without a name that stand for somebody: "the Peruvian president", "his counterpart", "ministers"."""
        found = []
        for title in scan.titles:
            if not _points(title):
                continue
            country, of = self._belonging(scan.tokens, title)
            post = self._name_of(scan.tokens, title.post)
            form, kind = ("group", "person") if title.plural else ("title", "person")
            found.append(
                self._mention(
                    scan,
                    title.start,
                    title.end,
                    form,
                    kind,
                    title=title.words,
                    of=of,
                    country=country,
                    post=post,
                    plural=title.plural,
                    head=(title.head, title.own_end),
                    count=_count_of(title),
                )
            )
        return found

    def groups(self, scan: Scan) -> list[ActorMention]:
        """Groups, references and pronouns of a sentence."""
        busy = [(title.start, title.end) for title in scan.titles if _points(title)]
        return [
            self._grouped(scan, group)
            for group in scan.groups
            if not any(start <= group.head < end for start, end in busy if group.form != "pronoun")
        ]

    def article_is_short(self) -> bool:
        """Whether the article is a single sentence, such as a question."""
        return len(self.article.sentences) <= 2

    # parts

    def _grouped(self, scan: Scan, group: Group) -> ActorMention:
        owner = self._name_of(scan.tokens, group.owner)
        name = owner if group.form == "metonym" else None
        return self._mention(
            scan, group.start, group.end, group.form, group.kind, name=name, title=group.noun, of=owner, country=owner,
            count=group.count, plural=group.form == "group" or group.noun in ("they", "them", "their"), head=(group.head, group.end),
        )  # fmt: skip

    def _known(self, scan: Scan, piece: Piece) -> ActorMention | None:
        mark = piece.mark
        if mark and mark.place and (mark.start, mark.end) == (piece.start, piece.end):
            return self._country(scan, piece)
        name = (
            mark.name if mark and (mark.start, mark.end) == (piece.start, piece.end) else self._words(scan.tokens, piece.start, piece.end)
        )
        told = mark.place.country if mark and mark.place else self._owner(scan.tokens, piece.start)
        if name and name in self.lex.firms:
            name = self._words(scan.tokens, piece.start, piece.end)  # as the text writes it
        country = told or (firm_of(name or "", self.lex) if piece.kind == "company" else None)
        return self._mention(scan, piece.start, piece.end, "name", piece.kind, name=name, country=country)

    def _country(self, scan: Scan, piece: Piece) -> ActorMention:
        place = piece.mark.place  # type: ignore[union-attr]
        assert place is not None
        if place.use != "capital":
            return self._mention(scan, piece.start, piece.end, place.use, "country", name=place.country, country=place.country)
        if acts(scan, piece, self.lex):
            return self._mention(scan, piece.start, piece.end, "metonym", "country", name=place.country, country=place.country)
        name = self._words(scan.tokens, piece.start, piece.end).title() if scan.weak else self._words(scan.tokens, piece.start, piece.end)
        return self._mention(scan, piece.start, piece.end, "name", "place", name=name, country=place.country)

    def _judged(self, scan: Scan, piece: Piece) -> ActorMention | None:
        words = self._words(scan.tokens, piece.start, piece.end)
        state = self.states.of(words) or self.states.of(words.removesuffix("s"))
        if state:
            form = "name" if state == words else "demonym"
            return self._mention(scan, piece.start, piece.end, form, "country", name=state, country=state)
        kind = self.votes.kind(words)
        if (
            words in self.votes.things
            or is_deal_acronym(words)
            or (scan.weak and words not in self.votes.steady)
            or (piece.opening and not self._stands(self.votes.named(scan, piece)))
        ):
            return None
        country = self._owner(scan.tokens, piece.start) or (firm_of(words, self.lex) if kind == "company" else None)
        return self._mention(scan, piece.start, piece.end, "name", kind, name=words, country=country)

    def _stands(self, name: Named) -> bool:
        """Whether a word that opens a sentence is a name: it is one elsewhere, has several parts, or acts."""
        if name.words.isupper() and len(name.words) > 2:
            return True
        if name.words in self.votes.steady or len(name.own) > 1 or self.votes.is_person(name.words):
            return True
        if (name.after == "," or name.does("clues.firm_acts")) and self.votes.kind(name.words) == "company":
            return True  # "Orselane, a maker of lasers, ...", "Orselane will build the dam"
        if name.does("clues.personal") and self.votes.kind(name.words) == "person":
            return True  # "Orsen flew home"
        return name.after == "'s" or self.lex.has("clues.speech", name.after)

    def _belonging(self, tokens: Sequence[Token], title: Title) -> tuple[str | None, str | None]:
        """The country of a title's holder, and what the title is of."""
        told = title.owner is not None and title.owner[0] > 0 and tokens[title.owner[0] - 1].lower in ("told", "tells", "telling")
        told = told and not self._is_country(self._name_of(tokens, title.owner) or "")
        if title.of and title.words in ("guest", "host"):
            return None, None  # "a guest of the Orsendan government"
        owner = None if told else self._name_of(tokens, title.owner)  # "told Reuters Finance Secretary X had resigned"
        of = self._name_of(tokens, title.of)
        country = owner if owner and self._is_country(owner) else (of if of and self._is_country(of) else None)
        return country, of or owner

    def _is_country(self, name: str) -> bool:
        if name in self.lex.regions or name in self.states.names or name in self.states.adjectives.values():
            return True
        known = self.lex.countries.value(name)
        return known is not None and known.country == name

    def _owner(self, tokens: Sequence[Token], i: int) -> str | None:
        """The country of the possessor or adjective before a name."""
        k = i - 1 if i and tokens[i - 1].lower == "'s" else i
        for back in (1, 2, 3):
            if k - back >= 0:
                hit = self.lex.countries.at(tokens, k - back)
                if hit and hit[0] == k and (k < i or hit[1].use == "demonym"):
                    return hit[1].country
        return self.states.of(tokens[k - 1].text) if k and (k < i) else None

    def _name_of(self, tokens: Sequence[Token], part: tuple[int, int] | None) -> str | None:
        """The name that tokens stand for, a country under its short name."""
        if part is None:
            return None
        hit = self.lex.countries.at(tokens, part[0])
        if hit and hit[0] == part[1]:
            return hit[1].country
        known = self.lex.known.at(tokens, part[0])
        if known and known[0] == part[1]:
            return known[1][0]
        words = self._words(tokens, *part)
        return self.states.of(words) or self._long_form(tokens, part) or words

    def _long_form(self, tokens: Sequence[Token], part: tuple[int, int]) -> str | None:
        """The country whose long form tokens are: "the Republic of Orsenda"."""
        k = next((k for k in range(part[0] + 1, part[1] - 1) if tokens[k].lower == "of"), None)
        if k is None or not self.lex.has("forms.heads", tokens[k - 1].lower):
            return None
        hit = self.lex.countries.at(tokens, k + 1)
        state = hit[1].country if hit and hit[0] == part[1] and hit[1].use == "name" else None
        return state or (self.states.of(tokens[k + 1].text) if k + 2 == part[1] else None)

    def _words(self, tokens: Sequence[Token], start: int, end: int) -> str:
        return words_of(self.article, tokens, start, end)

    def _mention(
        self, scan: Scan, start: int, end: int, form: str, kind: str, *, head: tuple[int, int] | None = None, **more: object
    ) -> ActorMention:
        tokens, text = scan.tokens, self.article.text
        span = Span(tokens[start].start, tokens[end - 1].end)
        first, last = head or (start, end)
        return ActorMention(
            span, scan.sentence.index, text[span.start : span.end], form, kind,
            head=Span(tokens[first].start, tokens[last - 1].end), **more,  # type: ignore[arg-type]
        )  # fmt: skip


def _points(title: Title) -> bool:
    """Whether a title without a name stands for a person or persons, and not for a calling in general."""
    offices = {"state", "office"} & set(title.kind.split())
    if title.plural:
        return bool(offices) and bool(title.owner or title.of or title.lead)
    if title.counterpart:
        return bool(title.lead or title.owner) and not (title.of and "host" in title.words)
    called = title.lead == "the" and "calling" in title.kind.split() and not (title.owner or title.of)  # "the adviser said"
    return called or (bool(offices) and bool(title.owner or title.of or title.lead in ("the", "his", "her", "its", "their", "a", "an")))


def _count_of(title: Title) -> int | None:
    """How many persons a title that leads with a number stands for."""
    return {"two": 2, "both": 2, "three": 3}.get(title.lead or "")
