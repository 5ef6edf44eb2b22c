"""What an article has said so far: who was named where, who acted, spoke and came to visit."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.homes.letterhead import issuer_of
from tieline.resolve.actors.local import Local, Locals, first_span

SEVERAL = 3  # countries with which a bulletin deals besides its own
REACH = 3  # sentences back in which somebody is still spoken of
CROWD = 120  # persons of a text beyond which only those near are looked at
RECENT = 400  # mentions of persons
SOON = 40  # persons
LATELY = 40  # mentions of countries
BODIES = ("organization", "company")
_JOINTS = ("and", "&", "-", "–")
_COMING = (" visit", "arrived", " trip", "travel", " tour ")


class Story:
    """One article, read up to a mention: the table of its actors, and what has been said before."""

    def __init__(self, reading: Reading, locals_: Locals, lex: Lexicon) -> None:
        self.reading, self.locals, self.lex = reading, locals_, lex
        self.mentions = sorted(reading.actors, key=lambda one: (one.span.start, -one.span.end))
        self.by_sentence: dict[int, list[ActorMention]] = {}
        for one in self.mentions:
            self.by_sentence.setdefault(one.sentence, []).append(one)
        self.to: dict[ActorMention, tuple[Local, ...]] = {}
        self.seen: list[tuple[int, Local]] = []
        self.spoken: dict[int, list[Local]] = {}
        self.last: dict[int, int] = {}
        self.subjects: dict[int, Local] = {}
        self.countries: list[tuple[int, Local]] = []
        self.bodies: list[tuple[int, Local]] = []  # organizations and firms
        self.told_of: dict[int, list[Local]] = {}
        self.speakers: list[tuple[int, Local]] = []
        self.pairs: dict[int, tuple[Local, ...]] = {}
        self.joined: dict[int, tuple[Local, Local]] = {}  # the countries last named as "A and B" in a sentence
        self._before: tuple[ActorMention, Local] | None = None
        counts = Counter(locals_.of_mention[m] for m in self.mentions if m.kind == "country" and m in locals_.of_mention)
        self.main = sorted(counts, key=lambda one: (-counts[one], first_span(one)))[:2]
        self._persons = sorted(locals_.persons(), key=first_span)
        self._starts = [first_span(one) for one in self._persons]
        self.by_country = {one.name: one for one in locals_.all if one.kind == "country"}
        self.named_in: dict[int, set[Local]] = {}  # the countries that the words of a sentence name or belong to
        for m in self.mentions:
            if m.country in self.by_country:
                self.named_in.setdefault(m.sentence, set()).add(self.by_country[m.country])
        self.entries = self._entries()
        self.issuer = self.by_country.get(issuer_of(reading) or "")  # the country whose ministry put the text out
        self.home = self._home() or self.issuer
        self.visitors: set[Local] = set()

    def _entries(self) -> dict[int, range]:
        """The sentences of the entry in which each sentence of a list stands, in a bulletin that deals with several countries in turn."""
        listed: dict[int, list[int]] = {}
        for sentence in self.reading.article.sentences:
            if sentence.zone == "list":
                listed.setdefault(sentence.paragraph, []).append(sentence.index)
        entries = [range(rows[0], rows[-1] + 1) for rows in listed.values()]
        others = {one for entry in entries for at in entry for one in self.named_in.get(at, ())} - set(self.main[:1])
        return {at: entry for entry in entries for at in entry} if len(others) >= SEVERAL else {}

    def note(self, mention: ActorMention, found: Sequence[Local]) -> None:
        """Take in whom a mention means."""
        persons = [one for one in found if one.kind == "person"]
        if len(persons) == 1:
            self._note_person(mention, persons[0])
        self.bodies.extend((mention.sentence, one) for one in found if one.kind in BODIES)
        countries = [one for one in found if one.kind == "country"]
        self.told_of.setdefault(mention.sentence, []).extend(countries)
        self.countries.extend((mention.sentence, one) for one in countries if mention.form != "demonym")
        if len(countries) == 1 and mention.form != "demonym":
            self._join(mention, countries[0])
        if len(found) == 2:
            self.pairs[mention.sentence] = tuple(found)

    def _join(self, mention: ActorMention, country: Local) -> None:
        """Take in a country that is named together with the one before it: "Riyadh and Tehran", "Peru-Chile"."""
        if self._before is not None and self._before[1] is not country:
            between = self.reading.article.text[self._before[0].span.end : mention.span.start]
            if between.lower().removesuffix("the ").strip() in _JOINTS:
                self.joined[mention.sentence] = (self._before[1], country)
        self._before = (mention, country)

    def _note_person(self, mention: ActorMention, person: Local) -> None:
        sentence = mention.sentence
        self.seen.append((sentence, person))
        self.spoken.setdefault(sentence, []).append(person)
        self.last[id(person)] = len(self.seen)
        told = self.reading.article.text.startswith((", who", ", visiting"), mention.span.end)
        if ((told or self.subjects.get(sentence) is person) and self._visits(mention)) or self._arrives(mention):
            self.visitors.add(person)
        self.subjects.setdefault(sentence, person)
        if mention.form != "pronoun" and self.speaks(mention):
            self.speakers.append((sentence, person))

    def people(self, mention: ActorMention) -> Sequence[Local]:
        """The persons that words without a name can mean: all of an article, in a long text those named lately or soon."""
        if len(self._persons) <= CROWD:
            return self._persons
        recent = dict.fromkeys(one for _, one in self.seen[-RECENT:])
        at = bisect_right(self._starts, mention.span)
        recent.update(dict.fromkeys(self._persons[at : at + SOON]))
        return sorted(recent, key=first_span)

    def recent(self, sentence: int, gender: str | None = None, *, acting: bool = False) -> Local | None:
        """The person spoken of: the subject of this sentence, or of one of the sentences before.

        `acting`: the one meant does something himself, so whoever only speaks for others comes last.
        """
        if gender == "female" and (woman := self._woman(sentence)) is not None:
            return woman
        mouths: list[Local] = []
        for k in range(sentence, sentence - REACH - 1, -1):
            here = [self.subjects[k]] if k in self.subjects else []
            here = (self._kept_on(k) if acting and k < sentence else []) + here
            here += reversed(self.spoken.get(k, []))
            for one in here:
                if gender is None or one.gender in (None, gender):
                    if not (acting and self._speaks_for_others(one)):
                        return one
                    mouths.append(one)
        return next(iter(mouths), None)

    def _woman(self, sentence: int) -> Local | None:
        """The one woman spoken of in this sentence or the one before, where "she" could else be somebody of whom nothing tells it."""
        near = dict.fromkeys(one for k in (sentence, sentence - 1) for one in self.spoken.get(k, ()))
        women = [one for one in near if one.gender == "female"]
        return women[0] if len(women) == 1 else None

    def _kept_on(self, sentence: int) -> list[Local]:
        """Whom a sentence with a new subject only names by "him": the text goes on with him ("The premier met him. He will leave ...")."""
        subject = self.subjects.get(sentence)
        if subject is None or min(one.sentence for one in subject.mentions) < sentence:
            return []
        named = (self.to.get(one, ()) for one in self.by_sentence.get(sentence, ()) if one.form == "pronoun")
        return [found[0] for found in named if len(found) == 1 and found[0].kind == "person" and found[0] is not subject]

    def _speaks_for_others(self, one: Local) -> bool:
        """Whether a person is only the voice of somebody else: a spokesman."""
        return any(self.lex.has("reference.mouths", title.split()[-1]) for title in one.titles if title)

    def lands(self, sentence: int, back: int) -> list[Local]:
        """The countries named by their name in a sentence and some before it, the last one first."""
        return [one for at, one in reversed(self.countries[-LATELY:]) if sentence - at <= back]

    def holders(self, people: Sequence[Local], title: str) -> list[Local]:
        """Those who hold an office, or else those whose office a title of its kind can mean: the queen for "the monarch"."""
        found = [one for one in people if one.holds(title)]
        kin = self.lex.kin.get(title, ()) if not found else ()
        return found or [one for one in people if any(one.holds(other) for other in kin)]

    def nearest(self, people: Sequence[Local]) -> Local:
        """The one last spoken of, or the first to be named later."""
        return max(people, key=lambda one: (self.last.get(id(one), -1), -first_span(one)[0]))

    def inner_countries(self, mention: ActorMention) -> list[str]:
        """The countries named inside the words of a mention: "the Malian and Chadian envoys"."""
        inside = (m for m in self.by_sentence[mention.sentence] if m.inner and m.kind == "country" and mention.span.contains(m.span))
        return list(dict.fromkeys(m.name for m in inside if m.name))

    def speaks(self, mention: ActorMention) -> bool:
        """Whether a verb of speech stands beside a mention."""
        text, telling = self.reading.article.text, self.lex.words["reference.speech"]
        before = text[max(mention.span.start - 24, 0) : mention.span.start].lower().split()
        after = text[mention.span.end : mention.span.end + 24].lower().split()
        if after and after[0].strip(",.") in telling:
            return True
        return bool(before) and (before[-1] in telling or before[-2:] == ["according", "to"])

    def words_before(self, mention: ActorMention) -> list[str]:
        """The few words before a mention, in small letters."""
        return self.reading.article.document.text[max(mention.span.start - 24, 0) : mention.span.start].lower().split()

    def _visits(self, mention: ActorMention) -> bool:
        """Whether the words after a mention tell of a visit or arrival."""
        after = self.reading.article.text[mention.span.end : mention.span.end + 60].lower()
        return any(word in after for word in _COMING)

    def _arrives(self, mention: ActorMention) -> bool:
        """Whether the very next words tell that somebody has come: "has arrived in Lima"."""
        after = self.reading.article.text[mention.span.end : mention.span.end + 40].lower().split()[:3]
        return any(self.lex.has("reference.arriving", word) for word in after) and not any(word.endswith(",") for word in after[:1])

    def _home(self) -> Local | None:
        """The country where the article is written, from its dateline."""
        for mention in self.mentions:
            zone = self.reading.article.sentences[mention.sentence].zone
            if zone == "dateline" and mention.country:
                return self.by_country.get(mention.country)
        return None
