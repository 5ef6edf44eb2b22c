"""What an expression is read against: the day of publication, the last date told, and the sentence around it."""

import datetime as dt
import re
from collections.abc import Callable

from tieline.extract.times.render import anchor_of, day_words, time_words, timex, words
from tieline.extract.times.story import story_line
from tieline.extract.times.tense import direction, follows, foretells, happened, next_deed, once_set, takes_effect
from tieline.extract.times.values import Between, Bounds, Point, Range, Time
from tieline.late import regex
from tieline.light import dataclass
from tieline.model.time import Basis

WEEK = 7
# short forms whose point ends no sentence
_SHORT = (
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mr", "Mrs", "Ms", "Dr", "Gen", "Gov", "Sen",
    "Rep", "Col", "Capt", "Lt", "Sgt", "St", "Prof", "Rev", "No",
)  # fmt: skip
_NO_END = r"(?<!\.[A-Z]\.)(?<!\s[A-Z]\.)" + "".join(rf"(?<!\b{word}\.)" for word in _SHORT)
_BREAK = regex(rf"[.!?]{_NO_END}[\"'”’)]*\s(?!\s?[a-z])|\n\s*\n")
# "one in Rome last year and the other in Lima in June", "one in Rome last year, one in Lima in June"
_APART = regex(r"\b(?:the other|another|one (?:in|at|on|with|of))\b", re.IGNORECASE)
_OPENED = regex(
    r",\s+(?:(?:last|first|originally|initially|formally)\s)?(?:which|who|whose|[a-z]{3,20}ed|broken|begun|held)\b[^,;]{0,120}$"
)
_SINCE = regex(r"\b(?:since|(?:than|compared with|compared to)(?: in)?)\s{1,3}(?:(?:the|late|early|mid)[\s-])?$")
_SINCE_MADE = regex(r"-[a-z]")  # "the 1961-built bridge"
_AFTER = regex(r"\b(?:days|weeks|months|years|hours|day|week|month|year|shortly|soon) (?:after|before|since)\s[^,;.]{0,80}$")
_RESULTS = regex(r"\s(?:levels|prices|earnings|profits?|results|revenues|sales|figures)\b")  # "it hopes 2005 sales will rise"
_FROM = regex(r"\b(?:from|than|against|versus)\s{1,3}(?:in\s{1,3})?$")
_AMOUNT = regex(r"\d\s?(?:%|percent|per cent|million|billion)[^.;]{0,20}$")
_GOES_ON = regex(r"\s{1,3}(?:to|until|till|through)\b|\s?[-–—]\s?\d")
# "the treaty of 1958 ran out on 31 December", "the 1958 treaty lapsed in May": the year names the deed, and what befell it is another
_DEED = (
    r"(?:agreement|treaty|pact|accord|convention|protocol|deal|contract|lease|concession|law|charter|licen[cs]e|memorandum|ruling|one)s?"
)
_OF_A_DEED = regex(rf"\b{_DEED} (?:of|from) (?:the )?(?:(?:late|early|mid)[- ])?$")
_BEFORE_DEED = regex(r"\b(?:the|an?|its|their|under|that|this)\s$|['’]s?\s$", re.IGNORECASE)
_BEFELL = regex(
    r"\b(?:ran out|runs out|running out|expire[sd]?|expiring|lapse[sd]?|end(?:s|ed)?|terminated|cancelled|denounced|fell due|falls due"
    r"|renewed|(?<!had )(?:come|came|comes|enter(?:s|ed)?|went|goes) into|took effect|takes effect|suspended|amended|upgraded|extended"
    r"|revived|opened|resumed|held|met|visited|recalled|expelled)\b"
)
_YEAR = r"^(?:[A-Z][a-z]{2,8}\.?\s)?(?:\d{1,2},?\s)?(?:[A-Z][a-z]{2,8}\.?\s)?\d{4}"
_DEED_BEHIND = regex(rf"{_YEAR}\s(?:[A-Za-z-]{{3,20}}\s){{0,3}}{_DEED}\b")
# "the pact signed in January 2020 came into force on 1 July": two verbs that nothing joins
_FIRST_VERB = regex(
    r"\b(?:signed|concluded|reached|struck|agreed|negotiated|made|initialled|ratified|launched|begun|started|that)\b[^,;]{0,60}$"
)
_THEN_VERB = regex(
    rf"{_YEAR}\s(?:(?:formally|finally|officially|only|also|then|now)\s)?(?:came|comes|entered|enters|took|takes|went|goes|expired|expires"
    r"|lapsed|ended|ran|resumed|collapsed|(?:was|were|is|are|has been|have been) \w{3,20}ed)\b[^,;]{0,60}$"
)
_LATELY = regex(r"\bas recently as\s$", re.I)  # measured from the day of the paper: "met as recently as April"
_CLOSED = regex(r"[^,;]{0,12},\s")
_CHRONOLOGY = regex(r"\b(?:timeline|chronology|key dates|key events|milestones)\b", re.IGNORECASE)
_ENTRY = regex(r"(?:^|[\n*•–—-])\s{0,2}$")
_ENTRY_ENDS = regex(r"\s?[:–—-]\s")
HEADLINE = 300  # characters in which a text says what it is
REACH = 240
HEAD, AFAR = 22, 10


@dataclass(frozen=True)
class Found:
    """The value of an expression, and how it came about; `anchor` is the TIMEX3 value of the date that it counts from."""

    time: Time
    basis: Basis = "explicit"
    derivation: tuple[str, ...] = ()
    pieces: tuple[tuple[int, int, Time], ...] = ()  # the stretches of text that TimeML annotates one by one
    anchor: str | None = None

    def of(self, time: Time, pieces: tuple[tuple[int, int, Time], ...] = ()) -> "Found":
        """Another value that came about in the same way."""
        return Found(time, self.basis, self.derivation, pieces, self.anchor)

    def stating(self, time: Time, pieces: tuple[tuple[int, int, Time], ...] = ()) -> "Found":
        """Another value that came about in the same way and with which the last step of the derivation ends: "... is 2008-01/2008-09"."""
        steps, said, says = self.derivation, time_words(self.time), time_words(time)
        if said and says and steps and steps[-1].endswith(f" is {said}"):
            steps = (*steps[:-1], steps[-1].removesuffix(said) + says)
        return Found(time, self.basis, steps, pieces, self.anchor)


@dataclass
class Context:
    """The state of reading one text, moved from expression to expression."""

    text: str
    published: Bounds | None = None
    narrative: bool = False
    told: Point | None = None
    told_at: int = -1
    told_before: Point | None = None
    line: Point | None = None
    aside: Point | None = None
    told_sure: bool = False
    told_day: Point | None = None
    told_day_at: int = -1
    told_period: Point | None = None
    told_period_at: int = -1
    told_clock: Point | None = None
    told_clock_at: int = -1
    stay: Range | None = None
    stay_at: int = -1
    run: Range | None = None
    run_at: int = -1
    start: int = 0
    end: int = 0

    @property
    def phrase(self) -> str:
        """The words being read."""
        return " ".join(self.text[self.start : self.end].split())

    def sentence_start(self) -> int:
        """Where the sentence of the expression begins, looking back a bounded way."""
        low = max(0, self.start - REACH)
        ends = [found.end() for found in _BREAK.finditer(self.text, low, self.start)]
        return ends[-1] if ends else low

    def sentence_end(self) -> int:
        """Where the sentence of the expression ends, looking ahead a bounded way."""
        found = _BREAK.search(self.text, self.end, min(len(self.text), self.end + REACH))
        return found.start() if found else min(len(self.text), self.end + REACH)

    def lead(self) -> str:
        """The words of the sentence before the expression, its line breaks read as blanks."""
        return self.text[self.sentence_start() : self.start].replace("\n", " ")

    def direction(self) -> int:
        """-1 where the sentence looks back, 1 where it looks ahead, 0 where it does not say."""
        return direction(self.lead(), self.text[self.end : self.sentence_end()].replace("\n", " "))

    def happened(self) -> bool:
        """Whether the verb right before says that it was so on that day: "They arrived on May 20"."""
        return happened(self.lead())

    def follows(self) -> bool:
        """Whether the sentence tells here what came next: "met him on Monday before flying to Lima on Tuesday"."""
        return follows(self.lead())

    def tells_next_deed(self) -> bool:
        """Whether the sentence tells, behind the date told in it, what was done next: "in December 2020, and restored them in"."""
        return self.told_near() and next_deed(self.text[self.told_at : self.start])

    def foretells(self) -> bool:
        """Whether the sentence says what will be, seen from the day of its writing."""
        return foretells(self.lead())

    def once_set(self) -> bool:
        """Whether the words before tell in the past of a plan: "was due in Lima on 3 May"."""
        return once_set(self.lead())

    def heads_entry(self) -> bool:
        """Whether the expression heads an entry of a text that calls itself a chronology: "* Jan. 28: The two leaders agree to meet"."""
        behind = _ENTRY_ENDS.match(self.text, self.end) is not None
        return behind and _ENTRY.search(self.text[max(0, self.start - 4) : self.start]) is not None and self._is_chronology()

    def _is_chronology(self) -> bool:
        return _CHRONOLOGY.search(self.text[:HEADLINE]) is not None

    def takes_effect(self) -> bool:
        """Whether the words right before say in the present tense that something takes effect."""
        return takes_effect(self.lead())

    def from_published(self, move: Callable[[dt.date], Point | None], said: str) -> Found | None:
        """What `move` makes of the day of publication; all that it can be where that day is only bounded."""
        if self.published is None:
            return None
        one, other = move(self.published[0]), move(self.published[1])
        if one is None or other is None:
            return None
        anchor = anchor_of(self.published)
        if one == other:
            low, high = self.published
            day = day_words(low) if low == high else f"a day of {low} to {high}"
            return Found(one, "relative", (f'"{self.phrase}" {said} {day} is {words(one)}',), anchor=anchor)
        if one.grain in ("day", "part") and (self.published[1] - self.published[0]).days >= WEEK:
            return None
        low, high = self.published
        note = f'"{self.phrase}" {said} a day of {low} to {high} lies from {words(one)} to {words(other)}'
        return Found(Between(one, other), "relative", (note,), anchor=anchor)

    def from_told(self, move: Callable[[Point], Point | None], said: str, told: Point | None = None) -> Found | None:
        """What `move` makes of the last date told, or of another one given."""
        told = told or self.told
        point = move(told) if told else None
        if told is None or point is None:
            return None
        return Found(point, "relative", (f'"{self.phrase}" {said} {words(told)} is {words(point)}',), anchor=timex(told))

    def told_near(self) -> bool:
        """Whether the last date was told in the sentence of the expression, and of the same one of two things set side by side."""
        near = self.told is not None and self.told_at >= self.sentence_start()
        return near and not _APART.search(self.text, self.told_at, self.start) and not self._aside()

    def told_lately(self) -> bool:
        """Whether the last date is the last such one before the news, which lends no year: "came last November, and left in May"."""
        return self.told is not None and self.told.grain == "month" and self.text[self.told_at : self.told_at + 5].lower() == "last "

    def _aside(self) -> bool:
        """Whether the last date was told in passing: "talks, suspended in 1991, resumed in May"; "the pact of 1958 ran out in May"."""
        if self.told is None or self.told.grain not in ("year", "month", "day"):
            return False
        if self.published is not None and (self._names_deed() or _LATELY.search(self.text[max(0, self.start - 16) : self.start])):
            return True
        if self.told.grain != "year" or not _CLOSED.match(self.text, self.told_at, self.start):
            return False
        return _OPENED.search(self.text[self.sentence_start() : self.told_at]) is not None

    def _names_deed(self) -> bool:
        """Whether the last date only says which deed is meant, of which the sentence then tells something else."""
        before, between = self.text[self.sentence_start() : self.told_at], self.text[self.told_at : self.start].replace("\n", " ")
        if _OF_A_DEED.search(before) or (_BEFORE_DEED.search(before) and _DEED_BEHIND.match(between)):
            return _BEFELL.search(between) is not None
        return _FIRST_VERB.search(before) is not None and _THEN_VERB.match(between) is not None

    def tell(self, time: Time, at: int, basis: Basis = "explicit") -> None:
        """Remember a date as the last one told, and as the last day or part of a year; `told_sure` where its year stood in the text."""
        if isinstance(time, Point) and time.clock is not None:
            self.told_clock, self.told_clock_at = (time if time.year is not None else None), at
        if isinstance(time, Point) and time.clock is None:
            self.told_before = self.told
            self.told, self.told_at = (time if time.year is not None else None), at
            self.told_sure = basis == "explicit" or time.grain == "year"
            if time.grain in ("day", "part") and time.year is not None:
                self.told_day, self.told_day_at = time, at
            if time.grain in ("quarter", "half") and time.year is not None:
                self.told_period, self.told_period_at = time, at
            if self.narrative and time.year is not None:
                self.line, self.aside = story_line(self.line, self.aside, time, opens=self._opens())

    def tell_day_of(self, time: Time, at: int) -> None:
        """Remember the day of an hour that names it: "4:14 p.m. Sunday"."""
        if isinstance(time, Point) and time.clock is not None and time.day and time.year is not None:
            self.tell(Point("day", time.year, time.month, time.day), at, "relative")

    def take_stay(self, time: Time, at: int) -> None:
        """Remember the days from one to another as the last stay told, of which "on the second day" may be one; months as a run."""
        if isinstance(time, Range) and time.first and time.last and time.first.grain == time.last.grain == "day":
            self.stay, self.stay_at = time, at
        if isinstance(time, Range) and time.first and time.last and time.first.grain == time.last.grain == "month":
            self.run, self.run_at = time, at

    def measures(self) -> bool:
        """Whether news only measures against the date, or describes by it: "the lowest since May 2008", "the 1961-built bridge"."""
        if _SINCE_MADE.match(self.text, self.end) or (self.phrase.isdigit() and _RESULTS.match(self.text, self.end)):
            return True
        if self.narrative or self.published is None:
            return False
        if self._beside_another():
            return True
        lead = self.text[max(0, self.start - 24) : self.start]
        if _SINCE.search(lead):
            return True
        before = self.phrase.lower().startswith(("the previous", "the prior", "the preceding")) and lead.rstrip().endswith(" on")
        if not (before or _FROM.search(lead)) or _GOES_ON.match(self.text, self.end):
            return False
        near = self.told is not None and self.told_at >= self.sentence_start()
        return near or _AMOUNT.search(self.text[max(0, self.start - 40) : self.start]) is not None

    def _beside_another(self) -> bool:
        """Whether the date only measures the day of its sentence: "he said Thursday, weeks after it began on May 3"."""
        if self.told_day is None or self.told_day_at < self.sentence_start():
            return False
        return _AFTER.search(self.text[self.told_day_at : self.start]) is not None

    def lender(self) -> Point | None:
        """The date that lends its year: the last told; in a history the line of the story, where that was an aside.

        A year told in the same breath lends itself however far it lies from the line: "in 2018 during the visit of 14-17 March".
        """
        told, line = self.told, self.line
        if not self.narrative or told is None or line is None or told.year is None or line.year is None:
            return told
        joined = self.told_near() and "," not in self.text[self.told_at : self.start]
        far = told.grain == "year" and abs(told.year - line.year) >= AFAR and not joined
        return line if far or self.told_at < self.sentence_start() else told

    def _opens(self) -> bool:
        """Whether the expression stands at the head of its sentence: "In 1976, ..."."""
        return self.start - self.sentence_start() <= HEAD

    def anchor(self) -> Point | None:
        """The last date told in a narrative or without a day of publication, else the day of publication where it is one day."""
        if self.published and self.published[0] == self.published[1] and not self.narrative:
            day = self.published[0]
            return Point("day", day.year, day.month, day.day)
        return self.told
