"""What speaks for a person, a place, an organization or a firm, counted over one document."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tieline.extract.deals.deals import is_deal_acronym
from tieline.extract.names.gazetteer import Lexicon, firm_of
from tieline.extract.names.pieces import Piece
from tieline.extract.names.plain import bare
from tieline.extract.names.scan import Scan
from tieline.model.mention import Article
from tieline.model.token import Token

LONGEST = 4  # parts of a person's name: "Fernando da Piedade Dias dos Santos" has four
SURE = 3  # votes that make a name a person's
_AUXILIARY = ("'s", "and", "is", "was", "has", "had", "will", "would", "also", "opened", "left")
_ENDS = frozenset({",", ".", ";", "of", "in", "at", "that", "which", "who", "from", "with", "for", "and", "to"})
_ROUNDS = 2  # how often names beside persons are looked for, so that a list of them is followed


def words_of(article: Article, tokens: Sequence[Token], start: int, end: int) -> str:
    """The words of some tokens on one line, apostrophes straight."""
    return " ".join(article.text[tokens[start].start : tokens[end - 1].end].replace("’", "'").split())


def is_trade_name(words: str) -> bool:
    """Whether a single word is written as firms write theirs, with a capital inside: "PetroVidal", but not "McBride"."""
    if " " in words or not words.isalpha() or words.isupper() or words.startswith(("Mc", "Mac", "De", "La", "Le", "Di", "Van")):
        return False
    return any(sign.isupper() and before.islower() for before, sign in pairwise(words))


class Votes:
    """The votes of one document: per name and kind, with the parts of persons' names, and names that need no capital to be ones."""

    def __init__(self, article: Article, scans: Sequence[Scan], people: frozenset[str], lex: Lexicon) -> None:
        self.article, self.lex, self.people = article, lex, {bare(word) for word in people}
        self.votes: dict[str, Counter[str]] = {}
        self.steady: set[str] = set()
        self.things: set[str] = set()
        alone = self._alone(scans)
        for scan in scans:
            self._read(scan, alone)
        for _ in range(_ROUNDS):
            for scan in scans:
                self._beside(scan)

    def kind(self, words: str) -> str:
        """The kind of a name: the one with most votes, or "unknown"."""
        if self.is_person(words):
            return "person"
        votes = self.votes.get(words)
        if not votes:
            return "unknown"
        best = max(sorted(votes), key=lambda kind: votes[kind])
        return best if votes[best] > 0 else "unknown"

    def is_person(self, words: str) -> bool:
        """Whether a name is a person's."""
        votes = self.votes.get(words)
        if votes and max(votes["company"], votes["organization"]) >= 4 * SURE > votes["person"] - 2 * SURE:
            return False  # "Orsen Koei, a Halidoran firm, said"
        if votes and votes["company"] > max(votes["person"], SURE) and " " not in words:
            return False  # "told Orsenline, a ferry operator,"
        if votes and votes["person"] >= SURE:
            return True
        return " " not in words and bare(words) in self.people

    # reading

    def _alone(self, scans: Sequence[Scan]) -> set[str]:
        """The single words of unknown names, without accents: surnames, perhaps."""
        return {
            bare(scan.tokens[piece.start].text)
            for scan in scans
            for piece in scan.pieces
            if piece.kind == "unknown" and piece.end - piece.start == 1 and not self._located(scan, piece)
        }

    def _read(self, scan: Scan, alone: set[str]) -> None:
        for piece in scan.pieces:
            if piece.kind == "unknown":
                self._vote(scan, piece)
                surname = bare(scan.tokens[piece.end - 1].text)
                if piece.end - piece.start in (2, 3, 4) and surname in alone and not self._located(scan, piece):
                    self._count(self._words(scan, piece), "person", SURE)
            elif piece.kind == "place" and piece.mark is None:
                self._count(scan.tokens[piece.start].text, "place", 2)
        for person in scan.persons:
            self._count(words_of(self.article, scan.tokens, person.first, person.last), "person", SURE)

    def _beside(self, scan: Scan) -> None:
        """Names that "and" or a comma joins to a person's, in a list of persons with their countries too."""
        for piece in scan.pieces:
            if piece.kind != "unknown":
                continue
            if self._beside_firm(scan, piece):
                self._count(self._words(scan, piece), "company", 2)
            size = piece.end - piece.start
            beside = self._acts_with if size == 1 else self._beside_person
            if self._parts(scan, piece) <= LONGEST and beside(scan, piece):
                self._count(self._words(scan, piece), "person", SURE)

    def _vote(self, scan: Scan, piece: Piece) -> None:
        tokens, lex = scan.tokens, self.lex
        words = self._words(scan, piece)
        before = tokens[piece.start - 1].lower if piece.start else ""
        after = tokens[piece.end].lower if piece.end < len(tokens) else ""
        if not piece.opening:
            self.steady.add(words)
        if piece.end - piece.start > 1 and lex.has("titles.inside", tokens[piece.start].lower) and "." in words:
            return  # "Assistant U.S. (Trade Representative)" is the beginning of an office
        if before == "(" and any(other.kind == "thing" and other.end == piece.start - 1 for other in scan.pieces):
            self.things.add(words)
        # what a firm does, persons do too: "the brewer Orsen Norte bought a mill"
        firm = self._after_trade(tokens, piece) or self._is_body(tokens, piece) or self._speaks_as_firm(tokens, piece)
        firm = firm or firm_of(words, lex) is not None
        if not firm and self._seems_person(scan, piece):
            self._count(words, "person", 3)
        if self._is_given(scan, piece) or (" " in words and not piece.letters and before in lex.words["clues.humans"]):
            self._count(words, "person", SURE)
        several = " " in words
        told = lex.has("clues.telling", before) or (before == "to" and tokens[piece.start - 2].lower == "according")
        if self._lettered(tokens, piece):
            self._count(words, "organization", 2)
            several = False
        if several and not firm and (told or lex.has("clues.speech", after)):
            self._count(words, "person", 3)
        if (
            several
            and after == ","
            and piece.end + 1 < len(tokens)
            and (tokens[piece.end + 1].lower == "who" or tokens[piece.end + 1].text.isdigit())
        ):
            self._count(words, "person", 3)
        self._count_places(tokens, piece, words)
        noun = before if before in lex.words["organizations.heads"] else None
        if noun or self._after_trade(tokens, piece):
            self._count(words, "organization" if noun else "company", 3)
        if self._speaks_as_firm(tokens, piece):
            self._count(words, "company", 3)
        if firm_of(words, lex) is not None:
            self._count(words, "company", 4 * SURE)  # "Orsen Oil Export", where the table knows Orsen Oil
        if self._is_body(tokens, piece) or self._has_its_own(tokens, piece):
            self._count(words, "company", 4 * SURE)
        if self._is_firm(tokens, piece):
            self._count(words, "company", 4)
        elif self._trades(tokens, piece):
            self._count(words, "company", 2)
        if (
            self.does(tokens, piece, "clues.personal")
            and not piece.letters
            and not words.isupper()
            and before not in ("the", "a", "an")
            and self._parts(scan, piece) <= LONGEST
            and not self._located(scan, piece)
        ):
            self._count(words, "person", SURE)
        if words.isupper() and len(words) > 1:
            self._count(words, "organization", 2)
        if is_trade_name(words) and not is_deal_acronym(words):
            self._count(words, "company", 3)
        if any(token.text == "." for token in tokens[piece.start : piece.end]):
            self._count(words, "person", 2)

    def _count_places(self, tokens: Sequence[Token], piece: Piece, words: str) -> None:
        """Count what speaks for a place right before a name: "in", "flew to", "the port of"."""
        lex = self.lex
        before = tokens[piece.start - 1].lower if piece.start else ""
        after = tokens[piece.end].lower if piece.end < len(tokens) else ""
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

    def _is_given(self, scan: "Scan", piece: Piece) -> bool:
        """Whether a name of two to four parts begins with a given name that is known: "Shinzo Abe"."""
        tokens = scan.tokens
        first = tokens[piece.start].lower
        if piece.end > piece.start + 2 and tokens[piece.start + 1].text == "-":
            first = "".join(token.lower for token in tokens[piece.start : piece.start + 3])
        whole = all(token.text[0].isalpha() or token.text in "-.'’" for token in tokens[piece.start : piece.end])
        before = tokens[piece.start - 1].lower if piece.start else ""
        return (
            piece.end - piece.start > 1
            and self._parts(scan, piece) <= LONGEST
            and not piece.letters
            and whole
            and self.lex.has("given.any", first)
            and before not in ("the", "a", "an", "&")
            and not self._is_firm(tokens, piece)
        )

    def _is_firm(self, tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether an apposition calls a name a firm: "a Malonian brewer, Pavo," and "Frutas Belisar, a family firm"."""
        around = []
        if piece.start > 1 and tokens[piece.start - 1].text == ",":
            around.append(tokens[piece.start - 2].lower)
        if piece.end + 1 < len(tokens) and tokens[piece.end].text == "," and tokens[piece.end + 1].lower in ("a", "an", "the"):
            behind = [token.lower for token in tokens[piece.end + 2 : piece.end + 8]]
            around.extend(behind[: next((k for k, word in enumerate(behind) if k > 2 and word in _ENDS), len(behind))])
        return any(word in self.lex.words["clues.firms"] for word in around)

    def _is_body(self, tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether the apposition after a name says that it is no man: "Orsen Koei, a Halidoran firm"."""
        if not (piece.end + 1 < len(tokens) and tokens[piece.end].text == "," and tokens[piece.end + 1].lower in ("a", "an", "the")):
            return False
        after = [token.lower for token in tokens[piece.end + 2 : piece.end + 6]]
        upto = next((k for k, word in enumerate(after) if not word.isalpha()), len(after))
        return any(self.lex.has("clues.bodies", word) for word in after[:upto])

    def _has_its_own(self, tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether what follows a name of several words says "its" of it: "Orsen Koei said its founder", "Orsen Koei, which makes"."""
        after = [token.lower for token in tokens[piece.end : piece.end + 3]]
        if piece.end - piece.start < 2 or len(after) < 3:
            return False
        trades = after[:2] == [",", "which"] and self.lex.has("clues.firm_acts", after[2])
        return trades or (after[1] == "its" and self.lex.has("clues.speech", after[0]))

    def _speaks_as_firm(self, tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether a name says something of itself as a firm: "Orsen Koei on Wednesday said the company would buy the mill"."""
        row = [token.lower for token in tokens[piece.end : piece.end + 8]]
        at = next((k for k, word in enumerate(row[:4]) if word in ("said", "says", "announced", "confirmed")), None)
        if at is None or (piece.start and not piece.opening):
            return False
        behind = [word for word in row[at + 1 :] if word not in ("that", "on", "yesterday", "today")]
        return behind[:1] == ["the"] and behind[1:2] != [] and self.lex.has("bodies.company", behind[1])

    def _after_trade(self, tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether what a firm is stands right before a name: "the Orsendan builder Immerhaus"; a trader may be a man."""
        before = tokens[piece.start - 1].lower if piece.start else ""
        if before in ("company", "firm", "brewer", "giant", "carrier", "airline", "producer"):
            return True
        trade = (
            any(self.lex.has("clues.firms", one) for one in (before, before.removesuffix("s"))) and tokens[piece.start - 1].text.islower()
        )
        calling = any(self.lex.titles.value(one) for one in (before, before.removesuffix("s")))
        return trade and not calling and not self.lex.has("given.any", tokens[piece.start].lower)

    def _trades(self, tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether a name does or has what firms alone do and have."""
        acts = self.does(tokens, piece, "clues.firm_acts") and not self.lex.has("given.any", tokens[piece.start].lower)
        hired = piece.start > 0 and self.lex.has("clues.hired", tokens[piece.start - 1].lower) and not piece.opening
        acts = acts or (hired and not self.lex.has("given.any", tokens[piece.start].lower))
        return acts or self._seated(tokens, piece) or self._dealt_with(tokens, piece)

    def does(self, tokens: Sequence[Token], piece: Piece, acts: str) -> bool:
        """Whether one of some verbs stands after a name, helping verbs and "also" between."""
        k = piece.end
        while k < min(len(tokens), piece.end + 3) and self.lex.has("clues.personal_help", tokens[k].lower):
            k += 1
        return k < len(tokens) and self.lex.has(acts, tokens[k].lower)

    def _dealt_with(self, tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether a contract, an order or a stake is told with a name: "a contract with Orsetal"."""
        low = piece.start - (1 if piece.start and tokens[piece.start - 1].lower == "the" else 0)
        led = low > 1 and tokens[low - 1].lower in ("with", "to", "from", "in", "of")
        return led and self.lex.has("clues.dealt", tokens[low - 2].lower) and not self.lex.has("given.any", tokens[piece.start].lower)

    def _seated(self, tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether a name is told to have its seat somewhere: "the Tarnby-based Estim"."""
        low = piece.start
        return low > 2 and tokens[low - 1].lower in ("based", "listed", "owned") and tokens[low - 2].text == "-"

    def _located(self, scan: Scan, piece: Piece) -> bool:
        """Whether a preposition of place or an article stands before a name."""
        before = scan.tokens[piece.start - 1].lower if piece.start else ""
        first = scan.tokens[piece.start].lower
        return before in self.lex.words["places.locative"] or before in ("the", "-") or self.lex.has("clues.places", first)

    def _seems_person(self, scan: Scan, piece: Piece) -> bool:
        """Whether a name does what persons do: acts, is met, owns a visit, stands beside a person."""
        tokens, size, lex = scan.tokens, piece.end - piece.start, self.lex
        start = self._owner_start(scan, piece.start)
        before = tokens[start - 1].lower if start else ""
        after = tokens[piece.end].lower if piece.end < len(tokens) else ""
        beyond = tokens[piece.end + 1].lower if piece.end + 1 < len(tokens) else ""
        parts = self._parts(scan, piece)
        if self._lettered(tokens, piece):
            return False
        if size == 1:
            owns = (
                after == "'s" and tokens[piece.end + 1 : piece.end + 2] and tokens[piece.end + 1].text[0].isupper()
            )  # "met Brenn's Ila Moor"
            return not owns and not piece.letters and lex.has("clues.met_alone", before) and not lex.has("organizations.heads", after)
        if (
            parts > LONGEST
            or piece.letters
            or lex.has("clues.places", tokens[piece.start].lower)
            or not all(t.text[0].isalpha() or t.text in "-.'’" for t in tokens[piece.start : piece.end])
            or before in ("the", "a", "an")
            or before in lex.words["places.locative"]
        ):
            return False
        if after in lex.words["verbs.speech"] and after not in _AUXILIARY:
            return True
        if (after.endswith("ed") and len(after) > 4) or lex.has("clues.verbs", after) or (after == "," and beyond == "who"):
            return True
        if (after == "'s" and lex.has("clues.owned", beyond)) or lex.has("clues.met", before) or self._met_with(scan, start):
            return True
        return self._beside_person(scan, piece)

    @staticmethod
    def _lettered(tokens: Sequence[Token], piece: Piece) -> bool:
        """Whether letters begin a name of several words, as with broadcasters and firms: "ORN Pacific"."""
        first = tokens[piece.start].text
        return (
            piece.end - piece.start > 1
            and first.isupper()
            and first.isalpha()
            and len(first) > 2
            and not tokens[piece.end - 1].text.isupper()
        )

    @staticmethod
    def _parts(scan: Scan, piece: Piece) -> int:
        """How many names a name has, particles left out and those joined by a hyphen counted once."""
        tokens = scan.tokens[piece.start : piece.end]
        return sum(token.text[0].isupper() and (not k or tokens[k - 1].text != "-") for k, token in enumerate(tokens))

    def _met_with(self, scan: Scan, start: int) -> bool:
        """Whether "met with", "spoke to" or, after a person, "called" stands before a token."""
        words = [token.lower for token in scan.tokens[max(start - 2, 0) : start]]
        if len(words) == 2 and words[1] in ("with", "to") and self.lex.has("clues.talked", words[0]):
            return True
        return words[-1:] == ["called"] and any(0 <= start - 1 - person.end <= 2 for person in scan.persons)

    def _owner_start(self, scan: Scan, start: int) -> int:
        """Where the country begins that owns a name ("Spain's Josep Borrell"); the place of the name itself where none does."""
        if not start or scan.tokens[start - 1].lower != "'s":
            return start
        return next((mark.start for mark in scan.marks if mark.place and mark.end == start - 1), start)

    def _beside_person(self, scan: Scan, piece: Piece) -> bool:
        """Whether "and" or a comma joins the name to one that is a person's, each perhaps with its country before."""
        tokens = scan.tokens
        if piece.end + 1 < len(tokens) and tokens[piece.end].lower in ("and", ","):
            k = piece.end + 1 + (tokens[piece.end + 1].lower == "and")
            if any(person.first <= piece.end + 2 and person.start >= piece.end for person in scan.persons if person.start <= piece.end + 1):
                return True
            other = next((one for one in scan.pieces if one.kind == "unknown" and self._owner_start(scan, one.start) == k), None)
            if other and (other.start == k or tokens[piece.end].lower == "and" or self._owned(scan, piece)) and self._is_one(scan, other):
                return True
        start = self._owner_start(scan, piece.start)
        if start > 1 and tokens[start - 1].lower in ("and", ","):
            ends = {person.end for person in scan.persons}
            ends |= {one.end for one in scan.pieces if one.kind == "unknown" and self._is_one(scan, one)}
            ends |= {start - 1} if tokens[start - 2].lower in ("he", "she") else set()
            return start - 1 in ends or start - 2 in ends
        return False

    def _beside_firm(self, scan: Scan, piece: Piece) -> bool:
        """Whether "and" joins a name with its country ("Orsenda's Brakk") to a firm, before or after it."""
        start, tokens = self._owner_start(scan, piece.start), scan.tokens
        if start == piece.start:
            return False
        firms = [one for one in scan.pieces if one.kind == "company" or self.votes.get(self._words(scan, one), Counter())["company"] > 1]
        if start > 1 and tokens[start - 1].lower == "and":
            return any(one.end == start - 1 for one in firms)
        if piece.end < len(tokens) and tokens[piece.end].lower == "and":
            return any(0 < one.start - piece.end <= 5 for one in firms)
        return False

    def _acts_with(self, scan: Scan, piece: Piece) -> bool:
        """Whether a single word and a person do together what persons do: "Lula and Mr Prado signed"."""
        tokens, k = scan.tokens, piece.end
        if k + 1 >= len(tokens) or tokens[k].lower != "and" or self._located(scan, piece):
            return False
        ends = [one.end for one in scan.pieces if one.start == k + 1 and one.kind == "unknown" and self._is_one(scan, one)]
        ends += [person.end for person in scan.persons if person.start == k + 1]
        after = {tokens[end].lower for end in ends if end < len(tokens)}
        return any(self.lex.has("clues.together", word) for word in after)

    def _owned(self, scan: Scan, piece: Piece) -> bool:
        return self._owner_start(scan, piece.start) < piece.start

    def _is_one(self, scan: Scan, piece: Piece) -> bool:
        return self.is_person(self._words(scan, piece))

    def _words(self, scan: Scan, piece: Piece) -> str:
        return words_of(self.article, scan.tokens, piece.start, piece.end)

    def _count(self, words: str, kind: str, weight: int) -> None:
        self.votes.setdefault(words, Counter())[kind] += weight
        if kind == "person" and " " in words and weight >= SURE:
            parts = [part for part in words.split() if part[0].isupper() and len(part) > 1 and part[-1] != "."]
            self.people |= {bare(parts[0]), bare(parts[-1])} if parts else set()
