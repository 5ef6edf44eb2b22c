"""Words without a name, in one document: pronouns, titles alone, "the two leaders", "the country"; and whom they mean there."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tieline.extract.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.homes import settle_homes
from tieline.resolve.local import Local, Locals, first_span, is_state_title, same_title

_REACH = 3
CROWD = 120  # persons of a text beyond which only those near are looked at
RECENT = 400  # mentions of persons
SOON = 40  # persons
_SPEECH = frozenset({
    "said", "says", "told", "added", "adds", "noted", "stressed", "replied", "answered", "wrote", "joked", "explained", "asked",
    "urged", "remarked",
})  # fmt: skip
_VISITOR = ("visiting",)
OPPOSITE = ("counterpart", "colleague", "interlocutor", "opposite number", "homologue", "successor", "predecessor")
_HOST = ("host", "guest")
_COUNTRY_NOUNS = frozenset({
    "countries", "nations", "sides", "governments", "states", "neighbors", "neighbours", "parties", "economies", "peoples",
    "capitals", "republics", "parliaments", "territories", "partners", "allies", "kingdoms", "delegations", "islands", "rivals",
    "powers", "ministries", "two",
})  # fmt: skip


@dataclass
class Pointers:
    """What the nameless mentions of a document point at: actors of the document, and what is left for other documents."""

    to: dict[ActorMention, tuple[Local, ...]] = field(default_factory=dict)
    open: list[ActorMention] = field(default_factory=list)


def find_pointers(reading: Reading, locals_: Locals, lex: Lexicon) -> Pointers:
    """Whom the nameless mentions of a document mean, read from its beginning to its end."""
    return _Walk(reading, locals_, lex).run()


class _Walk:
    """One pass over the mentions of a document, with what has been said so far."""

    def __init__(self, reading: Reading, locals_: Locals, lex: Lexicon) -> None:
        self.reading, self.locals, self.lex = reading, locals_, lex
        self.pointers = Pointers()
        self.mentions = sorted(reading.actors, key=lambda one: (one.span.start, -one.span.end))
        self.by_sentence: dict[int, list[ActorMention]] = {}
        for one in self.mentions:
            self.by_sentence.setdefault(one.sentence, []).append(one)
        self.seen: list[tuple[int, Local]] = []
        self.spoken: dict[int, list[Local]] = {}
        self.last: dict[int, int] = {}
        self.subjects: dict[int, Local] = {}
        self.countries: list[tuple[int, Local]] = []
        self.speakers: list[tuple[int, Local]] = []
        self.pairs: dict[int, tuple[Local, ...]] = {}
        counts = Counter(locals_.of_mention[m] for m in self.mentions if m.kind == "country" and m in locals_.of_mention)
        self.main = sorted(counts, key=lambda one: (-counts[one], first_span(one)))[:2]
        self.people = sorted(locals_.persons(), key=first_span)
        self.starts = [first_span(one) for one in self.people]
        self.by_country = {one.name: one for one in locals_.all if one.kind == "country"}
        self.home = self._home()
        self.visitors: set[Local] = set()

    def run(self) -> Pointers:
        self._appositions()
        opposites = self._counterparts()
        settle_homes(self.reading, self.locals, self.main, self.home, opposites, self.lex)
        for mention in self.mentions:
            local = self.locals.of_mention.get(mention)
            if local is None:
                found = self._point(mention)
                if found:
                    self.pointers.to[mention] = found
                    self._note(mention, found)
                elif mention.form in ("title", "group", "pronoun"):
                    self.pointers.open.append(mention)
            else:
                self._note(mention, (local,))
        return self.pointers

    # what has been said

    def _note(self, mention: ActorMention, found: Sequence[Local]) -> None:
        persons = [one for one in found if one.kind == "person"]
        if len(persons) == 1:
            self.seen.append((mention.sentence, persons[0]))
            self.spoken.setdefault(mention.sentence, []).append(persons[0])
            self.last[id(persons[0])] = len(self.seen)
            if self.subjects.get(mention.sentence) is persons[0] and self._visits(mention):
                self.visitors.add(persons[0])
            self.subjects.setdefault(mention.sentence, persons[0])
            if mention.form != "pronoun" and self._speaks(mention):
                self.speakers.append((mention.sentence, persons[0]))
        countries = [one for one in found if one.kind == "country" and mention.form != "demonym"]
        self.countries.extend((mention.sentence, one) for one in countries)
        if len(found) == 2:
            self.pairs[mention.sentence] = tuple(found)

    def _home(self) -> Local | None:
        """The country where the article is written, from its dateline."""
        for mention in self.mentions:
            zone = self.reading.article.sentences[mention.sentence].zone
            if zone == "dateline" and mention.country:
                return self.by_country.get(mention.country)
        return None

    def _appositions(self) -> None:
        """The office told after a person who has one title already: "Mrs Ama Lawson, the Togolese foreign minister,"."""
        text = self.reading.article.document.text
        for before, mention in pairwise(one for one in self.mentions if not one.inner):
            local = self.locals.of_mention.get(before)
            if local is None or local.kind != "person" or not before.title or mention.form != "title" or mention.kind != "person":
                continue
            closed = text[mention.span.end : mention.span.end + 1] in (",", ".", ";")
            if mention.title and closed and text[before.span.end : mention.span.start] == ", ":
                local.roles.append((mention.title, mention.of, mention))
                local.countries.update([mention.country] if mention.country else [])

    def _counterparts(self) -> list[tuple[Local, Local]]:
        """A counterpart with a name holds the office of the one whose counterpart he is, and so does his country."""
        pairs: list[tuple[Local, Local]] = []
        last: Local | None = None
        office: str | None = None
        for mention in self.mentions:
            local = self.locals.of_mention.get(mention)
            if local is None or local.kind != "person":
                continue
            if mention.title and mention.title.endswith(OPPOSITE):
                owner = self._owner_of(mention)
                last = owner or last
                own = next((title for title, _, _ in last.roles if not title.endswith(OPPOSITE)), None) if last else None
                own = own.rsplit(" and ", 1)[-1] if own else None
                title = own or office
                of = mention.country or (owner.country if owner else mention.of)
                if title and last is not local:
                    local.roles.append((title, of, mention))
                if owner and owner.country and mention.title.endswith(("predecessor", "successor")):
                    local.countries[owner.country] += 1
                if last is not None and last is not local and mention.title.endswith(OPPOSITE[:5]):
                    pairs.append((last, local))
            else:
                last = local
                styled = self.lex.titles.value(mention.title or "") == "style"
                office = mention.title if mention.title and not styled else office
        return pairs

    def _owner_of(self, mention: ActorMention) -> Local | None:
        """The person whose counterpart or predecessor somebody is called: "Rosk's predecessor, Ila Moor"."""
        inner = [one for one in self.by_sentence[mention.sentence] if one.inner and mention.span.contains(one.span)]
        people = [self.locals.of_mention[one] for one in inner if one.kind == "person" and one in self.locals.of_mention]
        return people[0] if people and people[0] is not self.locals.of_mention.get(mention) else None

    # who is meant

    def _point(self, mention: ActorMention) -> tuple[Local, ...]:
        if mention.form == "pronoun":
            return self._pronoun(mention)
        if mention.form == "title" and mention.kind == "person":
            return self._title(mention)
        if mention.form == "title" and mention.kind == "country":
            return self._country(mention)
        if mention.form == "group" and mention.kind == "country":
            return self._pair(mention)
        if mention.form == "group" and mention.kind == "person" and not (mention.country and " and " not in mention.text):
            return self._leaders(mention)
        return ()

    def _pronoun(self, mention: ActorMention) -> tuple[Local, ...]:
        word = mention.text.lower()
        if word in ("they", "them", "their", "theirs"):
            return next((self.pairs[k] for k in range(mention.sentence, mention.sentence - 2, -1) if k in self.pairs), ()) or self._both(
                mention
            )
        gender = "female" if word in ("she", "her", "hers") else "male"
        if word in ("him", "her") and mention.text.lower() == "him" and mention.sentence in self.subjects:
            return self._object(mention, gender)
        person = self._speaker(mention, gender) or self._possessor(mention, gender) or self._recent(mention.sentence, gender)
        if person is None:
            person = self._coming(mention, gender)
        if person:
            person.gender = person.gender or gender
        return (person,) if person else ()

    def _object(self, mention: ActorMention, gender: str) -> tuple[Local, ...]:
        """For "Xi held talks with him": somebody before the subject of the sentence."""
        subject = self.subjects[mention.sentence]
        for one in (self.subjects.get(k) for k in range(mention.sentence - 1, mention.sentence - _REACH - 1, -1)):
            if one and one is not subject and one.gender in (None, gender):
                return (one,)
        return ()

    def _both(self, mention: ActorMention) -> tuple[Local, ...]:
        """The two main countries, where both have just been named."""
        near = {id(one) for at, one in self.countries[-40:] if mention.sentence - at <= 1}
        return tuple(sorted(self.main, key=first_span)) if len(self.main) == 2 and all(id(one) in near for one in self.main) else ()

    def _visits(self, mention: ActorMention) -> bool:
        """Whether the words after a mention tell of a visit or arrival."""
        after = self.reading.article.text[mention.span.end : mention.span.end + 60].lower()
        return any(word in after for word in (" visit", "arrived", " trip", "travel", " tour "))

    def _speaks(self, mention: ActorMention) -> bool:
        """Whether a verb of speech stands beside a mention."""
        text = self.reading.article.text
        before = text[max(mention.span.start - 24, 0) : mention.span.start].lower().split()
        after = text[mention.span.end : mention.span.end + 24].lower().split()
        if after and after[0].strip(",.") in _SPEECH:
            return True
        return bool(before) and (before[-1] in _SPEECH or before[-2:] == ["according", "to"])

    def _speaker(self, mention: ActorMention, gender: str) -> Local | None:
        """For "he said": the one who spoke last, if the words before are his."""
        if mention.text.lower() not in ("he", "she") or not self._speaks(mention) or mention.sentence in self.subjects:
            return None
        near = [one for at, one in reversed(self.speakers[-8:]) if mention.sentence - at <= _REACH + 1 and one.gender in (None, gender)]
        return near[0] if near else None

    def _possessor(self, mention: ActorMention, gender: str) -> Local | None:
        """For "Xi's visit and his attendance": the possessor that stands closest before in the sentence."""
        if mention.text.lower() not in ("his", "her"):
            return None
        here = self.by_sentence[mention.sentence]
        for other in reversed(here[: here.index(mention)]):
            found = self.pointers.to.get(other) or ((self.locals.of_mention[other],) if other in self.locals.of_mention else ())
            if len(found) == 1 and found[0].kind == "person":
                text = self.reading.article.text[other.span.end : other.span.end + 2].replace("’", "'")
                return found[0] if text == "'s" and found[0].gender in (None, gender) else None
        return None

    def _recent(self, sentence: int, gender: str | None = None) -> Local | None:
        """The person spoken of: the subject of this sentence, or of one of the sentences before."""
        for k in range(sentence, sentence - _REACH - 1, -1):
            here = [self.subjects[k]] if k in self.subjects else []
            here += reversed(self.spoken.get(k, []))
            for one in here:
                if gender is None or one.gender in (None, gender):
                    return one
        return None

    def _coming(self, mention: ActorMention, gender: str) -> Local | None:
        """The person named later in the same sentence: "In her speech, Hasina said"."""
        here = self.by_sentence[mention.sentence]
        later = (m for m in here if m.kind == "person" and m.span > mention.span and m in self.locals.of_mention)
        people = (self.locals.of_mention[m] for m in later)
        return next((one for one in people if one.gender in (None, gender)), None)

    def _people(self, mention: ActorMention) -> Sequence[Local]:
        """The persons that words without a name can mean: all of an article, in a long text those named lately or soon."""
        if len(self.people) <= CROWD:
            return self.people
        recent = dict.fromkeys(one for _, one in self.seen[-RECENT:])
        at = bisect_right(self.starts, mention.span)
        recent.update(dict.fromkeys(self.people[at : at + SOON]))
        return sorted(recent, key=first_span)

    def _title(self, mention: ActorMention) -> tuple[Local, ...]:
        title = mention.title or ""
        if title in ("former", "latter"):
            return self._one_of_two(mention)
        if title.endswith(OPPOSITE):
            return self._counterpart(mention)
        if title.endswith(_HOST):
            owner = self._recent(mention.sentence)
            other = [one for _, one in reversed(self.seen[-40:]) if one is not owner and one.leads_state]
            return (other[0],) if other else ()
        holders = [one for one in self._people(mention) if one.holds(title)]
        if mention.text.lower().startswith(("a ", "an ")):
            return self._announced(mention, [one for one in holders if one.country in (None, mention.country)])
        if mention.country:
            own = [one for one in holders if one.country == mention.country] or [one for one in holders if one.country is None]
            if len(own) == 1 and own[0].country is None:
                own[0].countries[mention.country] += 1
                own[0].roles.append((title, mention.country, mention))
            return (self._nearest(own),) if own else ()
        if any(word in mention.text.lower().split() for word in _VISITOR):
            away = [one for one in holders if one in self.visitors]
            away = away or [one for one in holders if self.home and one.country and one.country != self.home.name]
            holders = away or (holders if len(holders) == 1 else [])
        before = [one for one in holders if first_span(one) < mention.span]
        return (self._nearest(before),) if before else ()

    def _one_of_two(self, mention: ActorMention) -> tuple[Local, ...]:
        """For "the former" and "the latter": the two persons, or else the two countries, that stand nearest before."""
        for sentence in (mention.sentence, mention.sentence - 1):
            named = [m for m in self.by_sentence.get(sentence, ()) if m in self.locals.of_mention and m.span < mention.span and not m.inner]
            here = list(dict.fromkeys(self.locals.of_mention[m] for m in named))
            for kind in ("person", "country"):
                two = [one for one in here if one.kind == kind]
                if len(two) == 2:
                    return (two[mention.title == "latter"],)
        return ()

    def _announced(self, mention: ActorMention, holders: Sequence[Local]) -> tuple[Local, ...]:
        """The one named right after: "A foreign ministry spokesperson said. Spokesperson Lin Jian made the remarks"."""
        soon = [
            one
            for one in holders
            for m in one.mentions
            if mention.sentence < m.sentence <= mention.sentence + 2 and m.title and same_title(m.title, mention.title or "")
        ]
        if soon and first_span(soon[0]) > mention.span:
            if mention.country:
                soon[0].countries[mention.country] += 1
                soon[0].roles.append((mention.title or "", mention.country, mention))
            return (soon[0],)
        return ()

    def _counterpart(self, mention: ActorMention) -> tuple[Local, ...]:
        owner = self._recent(mention.sentence)
        if owner is None:
            return ()
        title = owner.roles[0][0] if owner.roles else ""
        others = [one for one in self._people(mention) if one is not owner and one.country != owner.country]
        if mention.country:
            others = [one for one in others if one.country == mention.country]
        if "interlocutor" in (mention.title or "") and not mention.country:
            near = [one for at, one in reversed(self.seen[-40:]) if one is not owner and mention.sentence - at <= 2]
            return (near[0],) if near else ()
        fitting = [one for one in others if one.holds(title)]
        return (fitting[0],) if len(fitting) == 1 else ()

    def _nearest(self, people: Sequence[Local]) -> Local:
        """The one last spoken of before the mention, or the first to be named after it."""
        return max(people, key=lambda one: (self.last.get(id(one), -1), -first_span(one)[0]))

    def _country(self, mention: ActorMention) -> tuple[Local, ...]:
        word = mention.text.lower().split()[0]
        if word in ("his", "her"):
            person = self._recent(mention.sentence)
            home = self.by_country.get(person.country or "") if person else None
            return (home,) if home else ()
        region = mention.of or self._region(mention)
        if mention.title == "bloc":
            return self._bloc(mention)
        near = [one for at, one in reversed(self.countries[-40:]) if mention.sentence - at <= _REACH]
        near = self._elsewhere(mention, self._of_sort(mention.title or "", near))
        if region:
            near = self._of_region(region, near)
        return (near[0],) if near else ()

    def _of_sort(self, noun: str, near: Sequence[Local]) -> list[Local]:
        """The countries that a noun can mean: a kingdom is one of those that the table calls so, or a state of no table."""
        kind = self.lex.sorts.get(noun)
        if kind is None:
            return list(near)
        fitting = [one for one in near if one.name in kind] or [one for one in self.main if one.name in kind]
        return fitting or [one for one in near if one.name not in self.lex.regions]

    def _elsewhere(self, mention: ActorMention, near: list[Local]) -> list[Local]:
        """Without the home of the one who goes there: "the president of Kenya will travel to the kingdom"."""
        start = mention.span.start
        words = self.reading.article.document.text[max(start - 24, 0) : start].lower().split()
        traveller = self.subjects.get(mention.sentence)
        if not words or traveller is None or not (words[-1] == "to" or words[-1].startswith("visit")):
            return near
        return [one for one in near if one.name != traveller.country] or near

    def _bloc(self, mention: ActorMention) -> tuple[Local, ...]:
        """The union of states named last."""
        for sentence in range(mention.sentence, mention.sentence - _REACH - 1, -1):
            for other in reversed(self.by_sentence.get(sentence, ())):
                local = self.locals.of_mention.get(other)
                if local and other.span < mention.span and self._is_bloc(local):
                    return (local,)
        return ()

    def _is_bloc(self, local: Local) -> bool:
        if local.kind == "country":
            return local.name == "European Union"
        return local.kind == "organization" and (
            self.lex.known.value(local.name) is not None or self.lex.has("groups.blocs", _head_word(local.name))
        )

    def _of_region(self, region: str, near: Sequence[Local]) -> list[Local]:
        """The countries that a region describes: those that the table puts there, else one that no table holds."""
        for pool in (near, self.main):
            found = [one for one in pool if region in self.lex.regions.get(one.name, ())]
            if found:
                return found
        strange = list(dict.fromkeys(one for pool in (near, self.main) for one in pool if one.name not in self.lex.regions))
        return strange if len(strange) == 1 else []

    def _region(self, mention: ActorMention) -> str | None:
        """The region that describes a country: "the South American country"."""
        if not mention.text[4:5].isupper():
            return None
        return next((one for regions in self.lex.regions.values() for one in regions if one in mention.text), None)

    def _pair(self, mention: ActorMention) -> tuple[Local, ...]:
        if mention.title not in _COUNTRY_NOUNS or (mention.count or 2) != 2:
            return ()
        here = list(dict.fromkeys(one for at, one in self.countries[-40:] if mention.sentence - 1 <= at <= mention.sentence))
        if len(here) == 2 and not set(here) & set(self.main):
            return tuple(here)
        main = self.main if all(first_span(one) < mention.span for one in self.main) else self._named_so_far()
        return tuple(sorted(main, key=first_span)) if len(main) == 2 else ()

    def _named_so_far(self) -> list[Local]:
        """The two countries named most so far, where one of the main two is named only further down."""
        counts = Counter(one for _, one in self.countries)
        return sorted(counts, key=lambda one: (-counts[one], first_span(one)))[:2]

    def _leaders(self, mention: ActorMention) -> tuple[Local, ...]:
        if (mention.count or 2) != 2:
            return ()
        title = (mention.title or "").removesuffix("s")
        wanted = "head of state" if title.startswith("heads") or title in ("leader", "statesmen") else title
        seen = list(dict.fromkeys(one for _, one in reversed(self.seen[-RECENT:])))
        known = set(seen)
        later = [one for one in self._people(mention) if one not in known]
        if wanted in ("head of state", "heads of state", "leader", "heads of government"):
            people = [one for one in (*seen, *later) if any(is_state_title(role) for role in one.titles)]
        else:
            people = [one for one in (*seen, *later) if one.holds(wanted)]
        owners = [m.name for m in self.by_sentence[mention.sentence] if m.inner and m.kind == "country" and mention.span.contains(m.span)]
        if len(owners) == 2:
            held = [[one for one in people if one.country == owner] for owner in owners]
            return tuple(one[0] for one in held) if all(held) else tuple(self.by_country[o] for o in owners if o in self.by_country)
        chosen = self._of_two_countries(people)
        return tuple(sorted(chosen, key=first_span)) if len(chosen) == 2 else ()

    def _of_two_countries(self, people: Sequence[Local]) -> list[Local]:
        """The two persons of two different countries, those of the main countries first."""
        names = [one.name for one in self.main]
        ranked = sorted(people, key=lambda one: one.country not in names if one.country else False)
        chosen: list[Local] = []
        for one in ranked:
            if len(chosen) < 2 and not any(other.country == one.country and one.country for other in chosen):
                chosen.append(one)
        return chosen


def _head_word(name: str) -> str:
    """The head word of an organization's name: the last before "of"."""
    return name.lower().split(" of ")[0].split()[-1]
