"""The occasion of which sentences go on telling without saying its day again."""

from dataclasses import dataclass, field, replace

from tieline.extract.events.carried.echoes import KEPT, Model, is_model
from tieline.extract.events.frame.dates import dated, is_day
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.when.clause_times import DECLARED, clause_time
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.unit import Unit
from tieline.model.mention import ActorMention, EventMention
from tieline.model.span import Span
from tieline.model.time import TimeMention

SENTENCES, PARAGRAPHS, LEAD = 5, 3, 1
BULLETS = frozenset(("*", "**", "-", "–", "•", "·"))
AHEAD = frozenset(("planned", "expected", "hypothetical"))
OCCASIONS = frozenset(("visit", "meeting", "summit"))


@dataclass(frozen=True)
class Occasion:
    """A day on which something happened: where it is told, who took part, and whether it opens a stay of several days."""

    time: Span
    sentence: int
    paragraph: int
    people: frozenset[str]
    told: frozenset[tuple[str, str | None]] = frozenset()
    stay: bool = False


@dataclass
class Story:
    """What the article is telling of: the last occasion, and the day that heads an entry of a chronology."""

    now: Occasion | None = None
    first: int | None = None
    entry: tuple[int, Span] | None = None
    undated: list[tuple[int, int]] = field(default_factory=list)
    paragraph: int = -1
    ahead: tuple[int, Span] | None = None
    month: tuple[int, Span] | None = None  # the sentence and the month of a visit or a meeting of which no day is told
    models: list[Model] = field(default_factory=list)

    def settle(self, scene: Scene, found: list[EventMention], told: list[tuple[EventMention, Hit]]) -> None:
        """Give what the sentences before declared without a day the day on which the paper that declares it was signed.

        "Orsenda has established relations with Halidor. ... The communique was signed in Sorrel on Thursday." `told` are the events of this
        sentence, `found` those of all before it; events that still wait for their day are kept by their place in `found`.
        """
        index = scene.sentence.index
        day = next((mention.time for mention, hit in told if _signs_paper(scene, mention, hit)), None)
        if day is not None:
            for _, at in self.undated:
                found[at] = replace(found[at], occasion=day)
        self.undated = [] if day is not None else [(s, at) for s, at in self.undated if index - s <= SENTENCES]
        if scene.sentence.zone == "prose" and index <= LEAD + (self.first if self.first is not None else index):
            waiting = [k for k, (mention, hit) in enumerate(told) if _declares(mention, hit)]
            self.undated += [(index, len(found) + k) for k in waiting]
        self.first = index if self.first is None and scene.sentence.zone == "prose" else self.first

    def date(self, scene: Scene, mention: EventMention, hit: Hit) -> EventMention:
        """The mention with the day of its entry, or with the occasion that its sentence goes on telling of."""
        if scene.entry is not None and mention.time is None and not (hit.clause and hit.clause.kind == "infinitive" and not hit.nominal):
            return replace(mention, time=scene.entry)
        if self.ahead is not None and mention.status in AHEAD and mention.time is None and mention.occasion is None:
            near = scene.sentence.index - self.ahead[0] <= SENTENCES
            if near and _at_it(scene) and mention.type not in ("visit", "meeting", "summit", "statement"):
                return replace(mention, occasion=self.ahead[1], occasion_role="at")
        if self.month is not None and self._at_that_time(scene, mention, self.month[0]):
            return replace(mention, occasion=self.month[1], occasion_role="at")
        if self.now is None or not self._goes_on(scene, mention, hit, self.now):
            return mention
        self.now = replace(self.now, sentence=scene.sentence.index, paragraph=scene.sentence.paragraph)
        arrived = any(unit.lower.split()[-1] in scene.words["on_arrival"] for unit in scene.units)  # "was welcomed at the airport"
        return replace(mention, occasion=self.now.time, occasion_role="from" if self.now.stay and not arrived else "at")

    def open_entry(self, scene: Scene) -> None:
        """Take the date that heads an entry: "5 June 2017: Orsenda closes its border", "**2009-05** Talks begin", "1914. Orsenda ..."."""
        units = [unit for unit in scene.units if unit.text not in BULLETS]
        if not units or not dated(units[0]) or scene.sentence.zone not in ("prose", "list"):
            return
        start = scene.sentence.text.lstrip("-* •·")
        behind = units[1:]
        while behind and (behind[0].tag == "aside" or behind[0].text in (",", "(", ")")):
            behind = behind[1:]
        alone = not [unit for unit in behind if unit.text not in (".", ":")]
        dash = scene.sentence.paragraph != self.paragraph and any(u.text in ("-", "–") for u in scene.units[1:4])
        if alone or dash or (behind and behind[0].text in (":", "—")) or start.startswith(units[0].text + "**"):
            self.entry = (scene.sentence.paragraph, units[0].span)

    def entry_of(self, scene: Scene) -> Span | None:
        """The date that heads the entry in which a sentence stands."""
        self.paragraph = scene.sentence.paragraph
        return self.entry[1] if self.entry is not None and self.entry[0] == scene.sentence.paragraph else None

    def keep(self, scene: Scene, told: list[tuple[EventMention, Hit]]) -> None:
        """Take in the events of a sentence for which words of the next ones may stand ("Peru did so in May")."""
        for mention, hit in told:
            occasion = mention.status in AHEAD and (mention.type in OCCASIONS or mention.stage == "inaugurated")
            if occasion and mention.time is not None and any(u.span == mention.time and is_day(u) for u in scene.units):
                self.ahead = (scene.sentence.index, mention.time)
            if is_model(hit):
                last = bool(scene.clauses) and hit.clause is scene.clauses[-1]
                self.models = [*self.models[1 - KEPT :], Model(scene.sentence.index, hit, mention.arguments, last, mention.trigger.end)]

    def close(self, scene: Scene, found: list[tuple[EventMention, Hit]]) -> None:
        """Take the occasion that a sentence told of; one that tells of years or months ends the occasion before."""
        told = [c for c in scene.clauses if c.kind == "main" and _plain_past(c)]
        dates = {mention.time for mention, _ in found}
        times = [(c, clause_time(scene, c)) for c in told]
        times = [(c, at) for c, at in times if at and (c.verb.lemma not in scene.words["spoken"] or scene.units[at[0]].span in dates)]
        days = [(c, scene.units[at[0]]) for c, at in times if at and at[1] == "at" and is_day(scene.units[at[0]])]
        if days:
            clause, unit = days[0]
            stay = any(hit.clause is clause and mention.type == "visit" for mention, hit in found) and not _of_one_day(scene)
            self.now = Occasion(
                unit.span,
                scene.sentence.index,
                scene.sentence.paragraph,
                _people(scene),
                frozenset((mention.type, mention.stage) for mention, _ in found),
                stay,
            )
        elif times:
            self.now = None
            held = [m.time for m, _ in found if m.type in OCCASIONS and m.status == "occurred" and m.time_role == "at" and m.time]
            self.month = (scene.sentence.index, held[0]) if len(set(held)) == 1 else None

    def _at_that_time(self, scene: Scene, mention: EventMention, sentence: int) -> bool:
        """Whether an event came about at what was told of a month just before: "visited Lima in May. During that trip they signed ..."."""
        near = 0 < scene.sentence.index - sentence <= LEAD
        return near and mention.status == "occurred" and mention.time is None and mention.type not in OCCASIONS and _at_it(scene)

    def _goes_on(self, scene: Scene, mention: EventMention, hit: Hit, now: Occasion) -> bool:
        if mention.status not in ("occurred", "denied") or mention.type in ("statement", "visit"):
            return False
        if mention.time is not None:
            return scene.sentence.index - now.sentence <= 2 * SENTENCES and _same_day(scene, mention.time)
        near = scene.sentence.index - now.sentence <= SENTENCES and scene.sentence.paragraph - now.paragraph <= PARAGRAPHS
        if not near or scene.sentence.zone not in ("prose", "list"):
            return False
        if any(
            u.lower == "at" and v.lower == "the" and w.lower == "time"
            for u, v, w in zip(scene.units, scene.units[1:], scene.units[2:], strict=False)
        ):
            return False  # "the government had at the time also imposed a duty"
        if (
            (mention.type, mention.stage) in now.told
            and mention.type != "dispute"
            and hit.theme_span is not None
            and _definite(scene, hit.theme_span)
        ):
            return hit.clause is not None and _tells(hit.clause)
        if _just_signed(scene, hit, now):
            return True
        clause = hit.clause or (hit.like.clause if hit.like is not None else None)
        if clause is None or (hit.nominal and hit.like is None and not _carried(scene, hit, clause)):
            return False
        return (_tells(clause) or _also_done(scene, clause)) and _linked(scene, hit, clause, now)


def _just_signed(scene: Scene, hit: Hit, now: Occasion) -> bool:
    """Whether an aside says where the paper was signed of which the last sentence tells: "The accord, signed in Lima, ..."."""
    made = any(kind == "agreement" or stage in DECLARED for kind, stage in now.told)
    aside = hit.clause is not None and hit.clause.kind == "participle" and hit.frame.stage in ("signed", "initialled")
    return aside and made and scene.sentence.index == now.sentence + 1 and hit.theme_span is not None and _definite(scene, hit.theme_span)


def _carried(scene: Scene, hit: Hit, clause: Clause) -> bool:
    """Whether a verb carries an event noun, or does it by saying so: "announced the beginning of the talks"."""
    said = clause.verb.lemma in scene.words["declaring"] and hit.frame.stage in DECLARED | {"launched", "concluded"}
    return clause.verb.lemma in scene.words["carried"] or said


def _declares(mention: EventMention, hit: Hit) -> bool:
    """Whether an event is done by declaring it, and told without a day as done: "has established relations"."""
    done = mention.status == "occurred" and mention.stage in DECLARED and mention.time is None and mention.occasion is None
    return done and hit.clause is not None and not hit.nominal and hit.clause.kind == "main" and not mention.years_before


def _signs_paper(scene: Scene, mention: EventMention, hit: Hit) -> bool:
    """Whether an event is the signature of a communique or the like on a day of its own."""
    if (mention.type, mention.stage, mention.status) != ("agreement", "signed", "occurred") or mention.time_role != "at":
        return False
    paper = next((u for u in scene.units if u.span == hit.theme_span), None)
    named = paper is not None and paper.lower.split()[-1] in scene.words["papers"]
    return named and any(u.span == mention.time and is_day(u) for u in scene.units)


def _of_one_day(scene: Scene) -> bool:
    """Whether a sentence gives a stay a single day: "paid a one-day visit to Lima on Tuesday"."""
    return any(isinstance(u.mention, TimeMention) and u.mention.timex3.value == "P1D" for u in scene.units)


def _plain_past(clause: Clause) -> bool:
    verb = clause.verb
    return verb.form == "past" and not (verb.perfect or verb.modal)


def _tells(clause: Clause) -> bool:
    """Whether a clause tells of something done then: in the plain past, or by an infinitive behind such a verb."""
    if clause.kind == "infinitive":
        return clause.parent is not None and clause.parent.kind == "main" and _plain_past(clause.parent)
    return clause.kind == "main" and _plain_past(clause)


def _also_done(scene: Scene, clause: Clause) -> bool:
    """Whether a clause in the perfect tells of one more thing done then: "have also signed a protocol"."""
    verb = clause.verb
    perfect = clause.kind == "main" and verb.perfect and verb.form == "present" and not verb.modal
    return perfect and any(unit.lower in scene.words["continuing"] for unit in scene.units[verb.start : verb.end])


def _same_day(scene: Scene, time: Span) -> bool:
    return any(unit.span == time and unit.lower.split()[:2] in (["the", "same"], ["that", "same"], ["same", "day"]) for unit in scene.units)


def _people(scene: Scene) -> frozenset[str]:
    """The last words of the names of all who take part."""
    names = [unit.mention.name or "" for unit in scene.units if isinstance(unit.mention, ActorMention) and unit.mention.kind == "person"]
    return frozenset(name.split()[-1] for name in names if name)


def _linked(scene: Scene, hit: Hit, clause: Clause, now: Occasion) -> bool:
    """Whether a sentence says that it goes on: "also", "at the ceremony", the same people, "the two leaders", "the document"."""
    subject = [scene.units[k] for k in (clause.subject or (clause.parent.subject if clause.parent else []))]
    if any(unit.lower in scene.words["continuing"] for unit in scene.units[clause.left : clause.verb.end + 3]):
        return True
    met = [unit for unit in scene.units if hit.theme_span is not None and unit.span == hit.theme_span]
    if _people(scene) & now.people or any(_stands_for_those(unit) for unit in (*subject, *met)):
        return True
    paper = hit.theme_span and next((u for u in scene.units if u.span == hit.theme_span), None)
    if paper and paper.lower.split()[-1] in scene.words["papers"]:
        return _definite(scene, paper.span) or scene.sentence.index == now.sentence + 1
    return _at_it(scene)


def _stands_for_those(unit: Unit) -> bool:
    """Whether a subject is "they", "the two leaders", "both sides"."""
    mention = unit.mention
    return isinstance(mention, ActorMention) and (
        mention.form == "pronoun" or (mention.form == "group" and unit.lower.startswith(("the ", "both ")))
    )


def _definite(scene: Scene, theme: Span) -> bool:
    """Whether a thing is told as known: "the communique", "the Fisheries Accord"."""
    at = next((k for k, unit in enumerate(scene.units) if unit.span == theme), None)
    return at is not None and (scene.units[at].lower.startswith("the ") or (at > 0 and scene.units[at - 1].lower == "the"))


def _at_it(scene: Scene) -> bool:
    """Whether a sentence stands at the occasion: "at the ceremony", "after the talks", "in the presence of"."""
    units = scene.units
    for k in range(len(units) - 2):
        led = units[k].lower in scene.words["at_occasion"] and units[k + 1].lower in ("the", "their", "a", "this", "that")
        if led and any(u.lower in scene.words["occasions"] for u in units[k + 2 : k + 5]):
            return True
        if units[k].lower == "presence" and units[k + 1].lower == "of":
            return True
    return False
