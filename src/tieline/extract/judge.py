"""What the words of a document are, judged by everything that the document does with them."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tieline.extract.deals import is_deal_acronym
from tieline.extract.gazetteer import Lexicon
from tieline.extract.groups import Group
from tieline.extract.pieces import Piece
from tieline.extract.states import States
from tieline.extract.titles import Title
from tieline.model.mention import ActorMention, Article
from tieline.model.span import Span
from tieline.model.token import Token

if TYPE_CHECKING:
    from tieline.extract.actors import Scan

_SPEECH = frozenset({
    "said", "says", "told", "tells", "added", "adds", "noted", "stressed", "urged", "pledged", "praised", "thanked", "replied",
    "answered", "wrote", "joked", "spoke", "recalled", "explained", "met", "signed", "arrived", "announced", "hopes", "hoped",
    "believes", "believed", "conceded", "asked", "who", "remarked", "vowed", "insisted",
})  # fmt: skip
_TELLING = frozenset({"said", "told", "added", "says", "asked", "wrote"})
_PLACE_STARTS = frozenset({
    "san", "santa", "santo", "la", "las", "los", "el", "new", "port", "fort", "mount", "saint", "st", "north", "south", "east",
    "west", "upper", "lower", "rio", "great", "cape", "lake",
})  # fmt: skip
_VERBS = frozenset({
    "went", "came", "led", "took", "became", "made", "met", "flew", "left", "sign", "signs", "announce", "announces", "visits",
    "meets", "handed", "arrives", "began", "won", "lost", "held", "told", "gave", "got", "sat", "stood", "spoke", "put", "set",
    "paid", "witness", "shook", "chose", "drew", "fell", "grew", "rose", "ran", "sent", "struck", "swore", "threw", "wore", "broke",
})  # fmt: skip
_OWNED = frozenset({
    "visit", "trip", "arrival", "speech", "remarks", "office", "government", "talk", "talks", "stay", "tour", "predecessor",
    "successor", "meeting", "words", "tenure", "presidency", "death",
})  # fmt: skip
_MET = frozenset(
    {"met", "told", "received", "greeted", "welcomed", "thanked", "urged", "by", "under", "after", "between", "with", "hosted", "invited"}
) - {"after", "between", "with", "under"}
_FIRMS = frozenset({
    "company", "firm", "brewer", "giant", "carrier", "airline", "producer", "manufacturer", "maker", "shipper", "retailer", "bank",
    "group", "miner", "builder", "contractor", "conglomerate", "startup",
})  # fmt: skip
_LINK = frozenset({"relations", "talks", "ties", "agreement", "deal", "trade", "negotiations", "between", "treaty", "pact"})


def is_trade_name(words: str) -> bool:
    """Whether a single word is written as firms write theirs, with a capital inside: "PetroVidal", but not "McBride"."""
    if " " in words or not words.isalpha() or words.isupper() or words.startswith(("Mc", "Mac", "De", "La", "Le", "Di", "Van")):
        return False
    return any(sign.isupper() and before.islower() for before, sign in pairwise(words))


class Judge:
    """The names of one document and their kinds."""

    def __init__(self, article: Article, scans: Sequence["Scan"], states: States, people: frozenset[str], lex: Lexicon) -> None:
        self.article, self.states, self.people, self.lex = article, states, set(people), lex
        self.votes: dict[str, Counter[str]] = {}
        self.steady: set[str] = set()
        self.things: set[str] = set()
        alone = {
            scan.tokens[piece.start].text
            for scan in scans
            for piece in scan.pieces
            if piece.kind == "unknown" and piece.end - piece.start == 1 and not self._located(scan, piece)
        }
        for scan in scans:
            for piece in scan.pieces:
                if piece.kind == "unknown":
                    self._vote(scan, piece)
                    if piece.end - piece.start in (2, 3) and scan.tokens[piece.end - 1].text in alone and not self._located(scan, piece):
                        self._count(self._words(scan.tokens, piece.start, piece.end), "person", 3)
            for person in scan.persons:
                self._count(self._words(scan.tokens, person.first, person.last), "person", 3)
            for piece in (one for one in scan.pieces if one.kind == "unknown"):
                if self._beside_person(scan, piece) and 2 <= piece.end - piece.start <= 4:
                    self._count(self._words(scan.tokens, piece.start, piece.end), "person", 3)
            for piece in scan.pieces:
                if piece.kind == "place" and piece.mark is None:
                    self._count(scan.tokens[piece.start].text, "place", 2)

    # names

    def names(self, scan: "Scan") -> list[ActorMention]:
        """Countries, organizations, places and judged names of a sentence, persons with a title left out."""
        titled = {person.first for person in scan.persons}
        found = []
        for piece in scan.pieces:
            if piece.kind == "thing" or piece.start in titled:
                continue
            mention = self._known(scan, piece) if piece.kind != "unknown" else self._judged(scan, piece)
            if mention:
                found.append(mention)
        return found

    def persons(self, scan: "Scan") -> list[ActorMention]:
        """The persons of a sentence whose title stands beside their name."""
        found = []
        for person in scan.persons:
            if scan.weak and not self._is_person(self._words(scan.tokens, person.first, person.last)) and not self.article_is_short():
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

    def titles(self, scan: "Scan") -> list[ActorMention]:
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

    def groups(self, scan: "Scan") -> list[ActorMention]:
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

    def _grouped(self, scan: "Scan", group: Group) -> ActorMention:
        owner = self._name_of(scan.tokens, group.owner)
        name = owner if group.form == "metonym" else None
        return self._mention(
            scan, group.start, group.end, group.form, group.kind, name=name, title=group.noun, of=owner, country=owner,
            count=group.count, plural=group.form == "group" or group.noun in ("they", "them", "their"), head=(group.head, group.end),
        )  # fmt: skip

    def _known(self, scan: "Scan", piece: Piece) -> ActorMention | None:
        mark = piece.mark
        if mark and mark.place and (mark.start, mark.end) == (piece.start, piece.end):
            return self._country(scan, piece)
        name = (
            mark.name if mark and (mark.start, mark.end) == (piece.start, piece.end) else self._words(scan.tokens, piece.start, piece.end)
        )
        country = mark.place.country if mark and mark.place else self._owner(scan.tokens, piece.start)
        return self._mention(scan, piece.start, piece.end, "name", piece.kind, name=name, country=country)

    def _country(self, scan: "Scan", piece: Piece) -> ActorMention:
        place = piece.mark.place  # type: ignore[union-attr]
        assert place is not None
        if place.use != "capital":
            return self._mention(scan, piece.start, piece.end, place.use, "country", name=place.country, country=place.country)
        if self._acts(scan, piece):
            return self._mention(scan, piece.start, piece.end, "metonym", "country", name=place.country, country=place.country)
        name = self._words(scan.tokens, piece.start, piece.end).title() if scan.weak else self._words(scan.tokens, piece.start, piece.end)
        return self._mention(scan, piece.start, piece.end, "name", "place", name=name, country=place.country)

    def _acts(self, scan: "Scan", piece: Piece) -> bool:
        """Whether a capital stands for its government: a subject, or a partner in relations."""
        tokens = scan.tokens
        before = tokens[piece.start - 1].lower if piece.start else ""
        after = tokens[piece.end].lower if piece.end < len(tokens) else ""
        if scan.weak or (before in self.lex.words["places.before"] and before != "from"):
            return False
        if before in ("with", "between", "against", "by", "towards", "toward") or (before == "and" and self._linked(tokens, piece.start)):
            return True
        return (
            after in self.lex.words["verbs.speech"]
            and after not in ("and", "'s")
            and before in ("", ",", '"', "“", "that", "as", "when", "had", "if", ".", ";", "but")
        )

    def _linked(self, tokens: Sequence[Token], i: int) -> bool:
        return any(token.lower in _LINK for token in tokens[max(i - 5, 0) : i])

    def _judged(self, scan: "Scan", piece: Piece) -> ActorMention | None:
        words = self._words(scan.tokens, piece.start, piece.end)
        state = self.states.of(words) or self.states.of(words.removesuffix("s"))
        if state:
            form = "name" if state == words else "demonym"
            return self._mention(scan, piece.start, piece.end, form, "country", name=state, country=state)
        kind = self._kind(words)
        if (
            kind is None
            or words in self.things
            or is_deal_acronym(words)
            or (scan.weak and words not in self.steady)
            or (piece.opening and not self._stands(scan, piece, words))
        ):
            return None
        return self._mention(scan, piece.start, piece.end, "name", kind, name=words, country=self._owner(scan.tokens, piece.start))

    def _kind(self, words: str) -> str | None:
        if self._is_person(words):
            return "person"
        votes = self.votes.get(words)
        if not votes:
            return "unknown"
        best = max(sorted(votes), key=lambda kind: votes[kind])
        return best if votes[best] > 0 else "unknown"

    def _is_person(self, words: str) -> bool:
        votes = self.votes.get(words)
        if votes and votes["person"] >= 3:
            return True
        return " " not in words and words.lower() in self.people

    def _stands(self, scan: "Scan", piece: Piece, words: str) -> bool:
        """Whether a word that opens a sentence is a name: it is one elsewhere, has several parts, or acts."""
        after = scan.tokens[piece.end].lower if piece.end < len(scan.tokens) else ""
        if words.isupper() and len(words) > 2:
            return True
        return words in self.steady or piece.end - piece.start > 1 or words.lower() in self.people or after in _SPEECH or after == "'s"

    def _vote(self, scan: "Scan", piece: Piece) -> None:
        tokens, lex = scan.tokens, self.lex
        words = self._words(tokens, piece.start, piece.end)
        before = tokens[piece.start - 1].lower if piece.start else ""
        after = tokens[piece.end].lower if piece.end < len(tokens) else ""
        if not piece.opening:
            self.steady.add(words)
        if before == "(" and any(other.kind == "thing" and other.end == piece.start - 1 for other in scan.pieces):
            self.things.add(words)
        if self._seems_person(scan, piece):
            self._count(words, "person", 3)
        several = " " in words
        if several and (after in _SPEECH or before in _TELLING or (before == "to" and tokens[piece.start - 2].lower == "according")):
            self._count(words, "person", 3)
        if (
            several
            and after == ","
            and piece.end + 1 < len(tokens)
            and (tokens[piece.end + 1].lower == "who" or tokens[piece.end + 1].text.isdigit())
        ):
            self._count(words, "person", 3)
        if (
            before in lex.words["places.locative"]
            or (before == "from" and after == "to")
            or (before == "to" and "from" in (t.lower for t in tokens[max(piece.start - 4, 0) : piece.start]))
        ):
            self._count(words, "place", 1)
        if before == "to" and piece.start > 1 and tokens[piece.start - 2].lower in lex.words["places.travel"]:
            self._count(words, "place", 2)
        if before in ("of", "at") and piece.start > 1 and tokens[piece.start - 2].lower in lex.words["places.nouns"]:
            self._count(words, "place", 3)
        noun = before if before in lex.words["organizations.heads"] else None
        if noun or before in ("company", "firm", "brewer", "giant", "carrier", "airline", "producer"):
            self._count(words, "organization" if noun else "company", 3)
        if self._is_firm(tokens, piece):
            self._count(words, "company", 4)
        if words.isupper() and len(words) > 1:
            self._count(words, "organization", 2)
        if is_trade_name(words) and not is_deal_acronym(words):
            self._count(words, "company", 3)
        if any(token.text == "." for token in tokens[piece.start : piece.end]):
            self._count(words, "person", 2)

    def _is_firm(self, tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether an apposition calls a name a firm: "a Malonian brewer, Pavo," and "Frutas Belisar, a family firm"."""
        around = []
        if piece.start > 1 and tokens[piece.start - 1].text == ",":
            around.append(tokens[piece.start - 2].lower)
        if piece.end + 1 < len(tokens) and tokens[piece.end].text == "," and tokens[piece.end + 1].lower in ("a", "an", "the"):
            around.extend(token.lower for token in tokens[piece.end + 2 : piece.end + 5])
        return any(word in _FIRMS for word in around)

    def _located(self, scan: "Scan", piece: Piece) -> bool:
        """Whether a preposition of place or an article stands before a name."""
        before = scan.tokens[piece.start - 1].lower if piece.start else ""
        return before in self.lex.words["places.locative"] or before in ("the", "-") or scan.tokens[piece.start].lower in _PLACE_STARTS

    def _seems_person(self, scan: "Scan", piece: Piece) -> bool:
        """Whether a name of two or three words does what persons do: acts, is met, owns a visit, stands beside a person."""
        tokens, size = scan.tokens, piece.end - piece.start
        if (
            not 2 <= size <= 4
            or tokens[piece.start].lower in _PLACE_STARTS
            or not all(t.text[0].isalpha() or t.text in "-." for t in tokens[piece.start : piece.end])
        ):
            return False
        before = tokens[piece.start - 1].lower if piece.start else ""
        after = tokens[piece.end].lower if piece.end < len(tokens) else ""
        beyond = tokens[piece.end + 1].lower if piece.end + 1 < len(tokens) else ""
        if before in ("the", "a", "an") or before in self.lex.words["places.locative"]:
            return False
        if after in self.lex.words["verbs.speech"] and after not in (
            "'s",
            "and",
            "is",
            "was",
            "has",
            "had",
            "will",
            "would",
            "also",
            "opened",
            "left",
        ):
            return True
        if (after.endswith("ed") and len(after) > 4) or after in _VERBS or (after == "," and beyond == "who"):
            return True
        if (after == "'s" and beyond in _OWNED) or before in _MET:
            return True
        return self._beside_person(scan, piece)

    def _beside_person(self, scan: "Scan", piece: Piece) -> bool:
        """Whether "and" joins the name to one that is a person's."""
        tokens = scan.tokens
        if piece.end + 1 < len(tokens) and tokens[piece.end].lower in ("and", ","):
            if tokens[piece.end].lower == "and" and self._owned_person(scan, piece.end + 1):
                return True
            if any(person.first <= piece.end + 2 and person.start >= piece.end for person in scan.persons if person.start <= piece.end + 1):
                return True
            other = next((one for one in scan.pieces if one.start == piece.end + 1 and one.kind == "unknown"), None)
            if other and self._is_person(self._words(tokens, other.start, other.end)):
                return True
        if piece.start > 1 and tokens[piece.start - 1].lower in ("and", ","):
            ends = {person.end for person in scan.persons} | {
                one.end for one in scan.pieces if one.kind == "unknown" and self._is_person(self._words(tokens, one.start, one.end))
            }
            return piece.start - 1 in ends or piece.start - 2 in ends
        return False

    def _owned_person(self, scan: "Scan", k: int) -> bool:
        """Whether a country's person stands at a token: "and Selvane's Ral Odem"."""
        other = next((one for one in scan.pieces if one.start > k and one.start - k <= 4 and one.kind == "unknown"), None)
        if other is None or scan.tokens[other.start - 1].lower != "'s":
            return False
        return self._is_person(self._words(scan.tokens, other.start, other.end))

    def _count(self, words: str, kind: str, weight: int) -> None:
        self.votes.setdefault(words, Counter())[kind] += weight
        if kind == "person" and " " in words and weight >= 3:
            parts = [part for part in words.split() if part[0].isupper() and len(part) > 1 and part[-1] != "."]
            self.people |= {parts[0].lower(), parts[-1].lower()} if parts else set()

    def _belonging(self, tokens: Sequence[Token], title: Title) -> tuple[str | None, str | None]:
        """The country of a title's holder, and what the title is of."""
        owner, of = self._name_of(tokens, title.owner), self._name_of(tokens, title.of)
        country = owner if owner and self._is_country(owner) else (of if of and self._is_country(of) else None)
        return country, of or owner

    def _is_country(self, name: str) -> bool:
        return name in self.lex.regions or name in self.states.names or name in self.states.adjectives.values()

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
        return self.states.of(words) or words

    def _words(self, tokens: Sequence[Token], start: int, end: int) -> str:
        return " ".join(self.article.text[tokens[start].start : tokens[end - 1].end].replace("’", "'").split())

    def _mention(
        self, scan: "Scan", start: int, end: int, form: str, kind: str, *, head: tuple[int, int] | None = None, **more: object
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
    return bool(offices) and bool(title.owner or title.of or title.lead in ("the", "his", "her", "its", "their", "a", "an"))


def _count_of(title: Title) -> int | None:
    """How many persons a title that leads with a number stands for."""
    return {"two": 2, "both": 2, "three": 3}.get(title.lead or "")
