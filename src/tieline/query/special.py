"""What some questions ask whatever their form."""

import re
from collections.abc import Callable, Iterator

from tieline.late import regex
from tieline.light import dataclass
from tieline.query.reading.query import Query

_RANK = regex(
    r"^\W*(?:who|which|what|when|since|from|(?:in|by) (?:which|what) year)\b"
    r".*\b(?:\w+est|most|top|main|leading|principal|chief|number|no|rank\w*|\w+ place"
    r"|first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\b",
    re.I,
)
# nouns that name what somebody said, which tells of another time than its own
_UTTERS = regex(
    r"\b(?:forecast|prediction|prognosis|estimate|interview|proposal|suggestion|appeal|briefing|remark|speech"
    r"|(?:press|news) conference)s?\b"
    r"|\bdid\b[^?]*?\b(?:predict|forecast|foresee|expect)\b",
    re.I,
)
_CONDITION = regex(r"condition|depend|^\W*what (?:would|will|could|might|can|must|should|has to|needs to)\b", re.I)
_SPOKE_TO = regex(r"\bwhom?\b.*\b(?:did|does|has|had|was)\b.*\b(?:sp[eo]ak|spoke|talk|tell|told|sa[iy]|address|confid|comment)", re.I)
_LAST_TIME = regex(r"\b(?:last|previous(?:ly)?|most recent(?:ly)?|before (?:this|that|then|now)|prior to)\b", re.I)
_IS_FOR = regex(r"\b(?:for|to do|to achieve|about)\W*$|\b(?:purpose|aim|goal|object|objective|point|intention|idea)s? ", re.I)
_COURSE = regex(
    r"^\W*how (?:has|have|had|did|is|are)\b|\b(?:problem|difficult|challenge|obstacle|hurdle|setback|trouble|wrong|benefit|advantage|gain"
    r"|improvement)",
    re.I,
)
_WHO = ("who", "person")
_CALLED = regex(r"^\W*(?:what|which)\b.{1,30}?\b(?:is|was|are|were|became|become)\b", re.I | re.S)
_ONWARD = regex(r"\b(?:next|following|then|on|onwards?|after\w*|from)\b", re.I)
_COMPANY = regex(r"\bwith\b|accompan|alongside|delegation|entourage|retinue|party|suite|\bb(?:ring|rought)\b|\bt(?:ake|ook)\b", re.I)


@dataclass(frozen=True)
class Special:
    """A function that may answer, or give None: of which forms (empty: of all), of which words, and of what else it needs."""

    place: str
    forms: tuple[str, ...] = ()
    words: "re.Pattern[str] | None" = None
    needs: Callable[[Query], bool] | None = None

    def may_answer(self, query: Query) -> bool:
        """Whether the function is worth asking."""
        if self.forms and query.form not in self.forms:
            return False
        return (self.words is None or bool(self.words.search(query.text))) and (self.needs is None or self.needs(query))


def places_for(query: Query) -> Iterator[str]:
    """The functions that may answer a question, in the order in which they are asked."""
    return (one.place for one in _SPECIAL if one.may_answer(query))


def _does(query: Query) -> bool:
    return bool(query.types or query.stages)


def _lists_kinds(query: Query) -> bool:
    """Whether no event and no office is asked for, so that a kind of thing may be."""
    return query.form != "document" and not _does(query) and query.title in (None, "official", "politician", "diplomat")


_SPECIAL = (
    Special("people.briefings.faced_press", (*_WHO, "what"), regex(r"brief|confer|question|quer|press|media|reporter|journalist", re.I)),
    Special(
        "people.told_paper.told_paper",
        (*_WHO, "what", "list"),
        regex(r"told|tell|spoke|talk|interview|quoted|cited|statement|confid|comment", re.I),
    ),
    Special("people.which_speaker.which_speaker", words=regex(r"^\W*(?:which|what) \w", re.I)),
    Special("times.still_on.still_on", ("yesno",), words=regex(r"still|yet|currently|\bnow\b", re.I)),
    Special("times.called_off.called_off", words=regex(r"off|cancel|postpon|put|delay|fell|fall|schedul|go ahead", re.I)),
    Special("sentences.effects.effect", ("what", "list"), regex("impact|effect|consequence|influence|repercussion", re.I)),
    Special("sentences.doings.doings", ("what", "person"), regex(r"^.{6,}\bdo(?:ing|ne)?\b(?!\W+with\b)", re.I)),
    Special("sentences.goods.goods", ("what", "list"), regex(r"sell|export|suppl|ship|send|buy|import|purchas|get", re.I)),
    Special("people.first_to.first_to", needs=lambda query: query.ordinal in ("first", "last") and _does(query)),
    Special("times.onward.onward", ("where", "what", "list", "about", "fragment"), _ONWARD),
    Special("sentences.there.done_there", ("what", "said"), regex(r"\b(?:do|doing|plan\w*|go\w*|travel\w*|head\w*|visit\w*)\b", re.I)),
    Special("people.present.present", _WHO, regex(r"attend|witness|watch|look|present|there|came to| at | for |part in", re.I)),
    Special("people.company.company", (*_WHO, "what", "fragment"), _COMPANY),
    Special("evidence.situated.situated", ("where",)),
    Special("sentences.located.located", ("where", "what", "list", "agreement"), regex(r"where|country|state|nation", re.I)),
    Special("events.lists.attended.attended", ("what", "timeline", "list", "agreement"), regex(r"attend|part in|join|participat", re.I)),
    Special("events.lists.partners.partners", words=regex(r"\bwith\b", re.I)),
    Special("events.lists.counted_lists.counted", ("how_many", "count"), needs=lambda query: not query.windows),
    Special("times.hosted.hosted_when", ("when", "years"), needs=lambda query: any(act.rule == "act.host" for act in query.acts)),
    Special("times.spoken_when.told_when", ("when",), _UTTERS),
    Special("times.last_time.last_time", ("when",), _LAST_TIME),
    Special("people.addressees.addressee", _WHO, _SPOKE_TO),
    Special("sentences.capitals.capital", words=regex("capital", re.I)),
    Special("sentences.defined.called_so", ("what", "agreement", "list", "where", "about", "level", "fragment"), _CALLED),
    Special(
        "times.mentioned.first_mention", ("when", "document", "years"), regex(r"\b(?:first|last|earliest|latest|most recently)\b", re.I)
    ),
    Special("people.times_over.times_over", (*_WHO, "what", "list"), regex(r"\b(?:twice|times|repeatedly|more than once)\b", re.I)),
    Special("amounts.figure_lists.figures_on", words=regex(r"\b(?:figures?|numbers|statistics|stats)\b", re.I)),
    Special("sentences.kinds.listing", needs=_lists_kinds),
    Special("amounts.ranked.ranked", words=_RANK),
    Special("amounts.changes.rank_changes", ("what", "rank", "status", "about", "fragment", "list", "level")),
    Special("events.open_matters.open_matters", ("what", "agreement", "list", "status")),
    Special("amounts.changes.up_or_down", ("yesno",), regex(" or ")),
    Special("times.states.state", ("yesno", "fragment"), needs=lambda query: bool(query.windows)),
    Special("sentences.corrections.told", words=regex("correct|wrong", re.I)),
    Special("people.kinship.related", words=regex("relat| kin", re.I)),
    Special("sentences.reasons.why", words=regex("why|reason|led to|cause", re.I)),
    Special("people.representing.representing", _WHO, regex(r"\brepresent", re.I)),
    Special("people.hosts.leader", (*_WHO, "fragment")),
    Special("people.hosts.received", _WHO, needs=lambda query: bool(query.names)),
    Special("events.singled.singled", words=regex("particular|especial|single|notably|above", re.I)),
    Special("people.headlines.headline", words=regex("title|headline|heading", re.I)),
    Special("people.origins.origin", words=regex("national| from|citizen", re.I)),
    Special("sentences.routes.both_ends", words=regex("connect|link|join| run", re.I)),
    Special("sentences.routes.one_end", words=regex("connect|link|join", re.I)),
    Special("people.workplace.workplace", words=regex(" work| teach| represent| employed| chair| head| lead| run| presid", re.I)),
    Special("events.singled.trip_length", ("how_long",), needs=lambda query: "visit" in query.types),
    Special("events.singled.levels", words=regex("evolve|develop|change|over time|years", re.I)),
    Special("sentences.courses.course", ("what", "list", "how_many"), _COURSE),
    Special("sentences.reasons.condition", words=_CONDITION),
    Special("times.several.ordered", ("order", "agreement", "list")),
    Special("times.several.came_between", words=regex(r"^what.* between ", re.I | re.S)),
    Special("times.several.first_of", ("order", "agreement", "list")),
)
