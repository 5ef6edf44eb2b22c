"""The votes of one document: what its names are, by all that its sentences say of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.pieces import Piece
from tieline.extract.names.plain import bare
from tieline.extract.names.scan import Scan
from tieline.extract.names.votes.firms import CERTAIN, body_votes, called_firm, firm_votes
from tieline.extract.names.votes.named import LONGEST, Named, owner_start, words_of
from tieline.extract.names.votes.persons import SURE, is_active, is_met, may_be_person, person_votes
from tieline.extract.names.votes.places import place_votes
from tieline.model.mention import Article

_ROUNDS = 2  # how often names beside persons are looked for, so that a list of them is followed


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
        if votes and max(votes["company"], votes["organization"]) >= CERTAIN > votes["person"] - 2 * SURE:
            return False  # "Orsen Koei, a Halidoran firm, said"
        if votes and votes["company"] > max(votes["person"], SURE) and " " not in words:
            return False  # "told Orsenline, a ferry operator,"
        if votes and votes["person"] >= SURE:
            return True
        return bare(words) in self.people  # a surname, or a full name that other texts explain

    def named(self, scan: Scan, piece: Piece) -> Named:
        """A piece of a sentence as a name."""
        return Named(scan, piece, words_of(self.article, scan.tokens, piece.start, piece.end), self.lex)

    def _unknown(self, scan: Scan) -> Iterator[Named]:
        """The names of a sentence that are no known ones."""
        return (self.named(scan, piece) for piece in scan.pieces if piece.kind == "unknown")

    def _alone(self, scans: Sequence[Scan]) -> set[str]:
        """The single words of unknown names, without accents: surnames, perhaps."""
        return {bare(name.own[0].text) for scan in scans for name in self._unknown(scan) if len(name.own) == 1 and not name.is_located}

    def _read(self, scan: Scan, alone: set[str]) -> None:
        for name in self._unknown(scan):
            self._vote(name)
            if len(name.own) in (2, 3, 4) and bare(name.own[-1].text) in alone and not name.is_located:
                self._count(name.words, "person", SURE)
        for piece in scan.pieces:
            if piece.kind == "place" and piece.mark is None:
                self._count(scan.tokens[piece.start].text, "place", 2)
        for person in scan.persons:
            self._count(words_of(self.article, scan.tokens, person.first, person.last), "person", SURE)

    def _vote(self, name: Named) -> None:
        """Count all that speaks for what a name is, where it stands."""
        if not name.piece.opening:
            self.steady.add(name.words)
        if len(name.own) > 1 and self.lex.has("titles.inside", name.first) and "." in name.words:
            return  # "Assistant U.S. (Trade Representative)" is the beginning of an office
        if name.before == "(" and any(other.kind == "thing" and other.end == name.piece.start - 1 for other in name.scan.pieces):
            self.things.add(name.words)
        seen = SURE * (not called_firm(name) and self._seems_person(name))
        self._count(name.words, "person", seen + person_votes(name))
        self._count(name.words, "company", firm_votes(name))
        self._count(name.words, "organization", body_votes(name))
        self._count(name.words, "place", place_votes(name))

    def _seems_person(self, name: Named) -> bool:
        """Whether a name does what persons do: acts, is met, owns a visit, stands beside a person."""
        if name.is_lettered:
            return False
        if len(name.own) == 1:
            return is_met(name)
        return may_be_person(name) and (is_active(name) or self._beside_person(name))

    def _beside(self, scan: Scan) -> None:
        """Names that "and" or a comma joins to a person's, in a list of persons with their countries too."""
        for name in self._unknown(scan):
            if self._beside_firm(name):
                self._count(name.words, "company", 2)
            beside = self._acts_with if len(name.own) == 1 else self._beside_person
            if name.parts <= LONGEST and (beside(name) or self._beside_of_land(name)):
                self._count(name.words, "person", SURE)

    def _beside_person(self, name: Named) -> bool:
        """Whether "and" or a comma joins the name to one that is a person's, each perhaps with its country before."""
        scan, end = name.scan, name.piece.end
        if name.after in ("and", ",") and end + 1 < len(scan.tokens):
            k = end + 1 + (name.lower(end + 1) == "and")
            if any(person.first <= end + 2 and end <= person.start <= end + 1 for person in scan.persons):
                return True
            other = next((one for one in scan.pieces if one.kind == "unknown" and owner_start(scan, one.start) == k), None)
            near = other is not None and (other.start == k or name.after == "and" or name.owner_start < name.piece.start)
            if other is not None and near and self._is_one(scan, other):
                return True
        start = name.owner_start
        if name.lower(start - 1) not in ("and", ",") or start < 2:
            return False
        if name.lower(start - 2) in ("he", "she"):
            return True
        return self._has_person(scan, end=start - 1) or self._has_person(scan, end=start - 2)

    def _beside_of_land(self, name: Named) -> bool:
        """Whether "and" joins two names with their countries behind, one a person's: "Ila Moor of Orsenda and Tam Brek of Halidor"."""
        scan, end, start = name.scan, name.piece.end, name.piece.start
        if len(name.own) < 2 or name.lower(end) != "of":
            return False
        own = next((mark for mark in scan.marks if mark.start == end + 1), None)
        if own is None:
            return False
        if name.lower(own.end) in ("and", ",") and self._has_person(scan, start=own.end + 1):
            return True
        before = next((mark for mark in scan.marks if mark.end == start - 1 and name.lower(mark.start - 1) == "of"), None)
        return before is not None and name.lower(start - 1) in ("and", ",") and self._has_person(scan, end=before.start - 1)

    def _has_person(self, scan: Scan, start: int | None = None, end: int | None = None) -> bool:
        """Whether a person begins, or ends, at a token of a sentence: one with a title, or one who was found to be."""
        if any(one.start == start or one.end == end for one in scan.persons):
            return True
        near = (one for one in scan.pieces if one.kind == "unknown" and (one.start == start or one.end == end))
        return any(self._is_one(scan, one) for one in near)

    def _beside_firm(self, name: Named) -> bool:
        """Whether "and" joins a name with its country ("Orsenda's Brakk") to a firm, before or after it."""
        start, scan = name.owner_start, name.scan
        if start == name.piece.start:
            return False
        firms = [one for one in scan.pieces if one.kind == "company" or self._seems_firm(scan, one)]
        if start > 1 and name.lower(start - 1) == "and":
            return any(one.end == start - 1 for one in firms)
        return name.after == "and" and any(0 < one.start - name.piece.end <= 5 for one in firms)

    def _seems_firm(self, scan: Scan, piece: Piece) -> bool:
        return self.votes.get(self.named(scan, piece).words, Counter())["company"] > 1

    def _acts_with(self, name: Named) -> bool:
        """Whether a single word and a person do together what persons do: "Lula and Mr Prado signed"."""
        scan, k = name.scan, name.piece.end
        if k + 1 >= len(scan.tokens) or name.after != "and" or name.is_located:
            return False
        ends = [one.end for one in scan.pieces if one.start == k + 1 and one.kind == "unknown" and self._is_one(scan, one)]
        ends += [person.end for person in scan.persons if person.start == k + 1]
        return any(self.lex.has("clues.together", name.lower(end)) for end in ends)

    def _is_one(self, scan: Scan, piece: Piece) -> bool:
        return self.is_person(self.named(scan, piece).words)

    def _count(self, words: str, kind: str, weight: int) -> None:
        if not weight:
            return
        self.votes.setdefault(words, Counter())[kind] += weight
        if kind == "person" and " " in words and weight >= SURE:
            parts = [part for part in words.split() if part[0].isupper() and len(part) > 1 and part[-1] != "."]
            self.people |= {bare(parts[0]), bare(parts[-1]), bare(self._surname(words))} if parts else set()

    def _surname(self, words: str) -> str:
        """The last name with the small words that belong to it: "De Croo", "Van den Broek"."""
        parts = words.split()
        start = next((k for k, part in enumerate(parts) if k and part.lower() in self.lex.words["particles.words"]), len(parts) - 1)
        return " ".join(parts[start:])
