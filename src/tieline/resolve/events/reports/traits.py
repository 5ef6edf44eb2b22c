"""What reports are compared by: their steps, their times, the two that they are between, their words."""

import datetime as dt

from tieline.model.edtf import may_overlap
from tieline.model.time import TimeValue
from tieline.resolve.events.reports.report import Told

# What happens once in the life of its subject: there a differing date is a disagreement, not another event.
ONCE = {
    "agreement": {"initialled", "signed", "approved", "ratified", "provisionally_applied", "in_force", "terminated", "lapsed"},
    "negotiation": {"launched", "concluded"},
    "diplomatic_ties": {"established", "severed", "switched", "restored"},
    "partnership": {"established", "upgraded"},
    "project": {"started", "completed", "inaugurated"},
    "other": {"started"},  # an embassy opened
}
FAMILIES = {"switched": "established", "lapsed": "terminated"}
# Deals whose reports name now one step, now another, now none.
STAGELESS = frozenset({"investment", "aid", "trade_deal"})
DEALS = STAGELESS | {"agreement"}  # one text's contract is another text's agreement
LOOSE = frozenset({None, "announced", "concluded", "signed"})
CHANGES = frozenset({"cancelled", "terminated", "suspended", "lapsed", "amended", "in_force", "ratified"})  # of contracts and loans
MADE = {"established", "upgraded"}  # two words for one step: ties are upgraded to a partnership, which is thereby established
NEAR = dt.timedelta(days=15)
WEEK = dt.timedelta(days=7)
MONTH = dt.timedelta(days=31)
YEAR = dt.timedelta(days=200)  # a count of years is rounded by half a year
VAGUE = dt.timedelta(days=3 * 366)  # "more than half a century ago"


def family(stage: str | None) -> str | None:
    """The stage under which reports of one change are compared."""
    return FAMILIES.get(stage, stage) if stage else None


def step(told: Told) -> str | None:
    """The stage under which a report is compared; for a contract that is ended or changed, which has no stage of its own, that change."""
    change = told.mention.rule.rsplit(".", 1)[-1] if told.type in STAGELESS and told.mention.rule.startswith("agreement.") else ""
    return family(told.stage or (change if change in CHANGES else None))


def once(told: Told) -> bool:
    """Whether such an event happens once in the life of its subject."""
    return told.stage in ONCE.get(told.type, ())


def two(told: Told) -> tuple[str, ...]:
    """The two between whom something is: those it names, else those of its text where it names nobody else."""
    return told.countries if len(told.countries) == 2 or not set(told.countries) <= set(told.pair) else told.pair


def is_short(time: TimeValue | None) -> bool:
    """Whether a time is known to a month or so."""
    return bool(time and time.earliest and time.latest and (time.latest - time.earliest).days <= 31)


def agree(mine: TimeValue | None, yours: TimeValue | None) -> bool:
    """Whether two known times can be one."""
    return mine is not None and yours is not None and may_overlap(mine, yours)


def is_rounded(mine: TimeValue, yours: TimeValue) -> bool:
    """Whether two times differ by no more than a count is rounded: "18 months after it", "nearly eight years after"."""
    most = max(_slack(mine), _slack(yours))
    sooner, later = sorted((mine, yours), key=lambda one: str(one.latest))
    return bool(most and sooner.latest and later.earliest and later.earliest - sooner.latest <= most)


def is_vague_count(time: TimeValue) -> bool:
    """Whether a year is counted back by a round number: "more than half a century ago", "nearly forty years ago"."""
    return time.basis == "relative" and time.grain == "year" and time.edtf.endswith("~")


def _slack(time: TimeValue) -> dt.timedelta:
    """By how much a count is rounded that a time rests on: of years, months or weeks, of "more than half a century ago"."""
    if is_vague_count(time):
        return VAGUE
    if time.basis != "derived":
        return dt.timedelta()
    weeks = time.grain == "day" and any(one.startswith("so long") and one.endswith("W") for one in time.derivation[-1:])
    return YEAR if time.grain == "year" else MONTH if time.grain == "month" else WEEK if weeks else dt.timedelta()


def actors_of(told: Told) -> set[str]:
    """The ids of those who take part."""
    return {actor for actor, _ in told.people}


def words_of(content: str | None) -> set[str]:
    """The words of a text in small letters, without the marks at their edges."""
    return {word.strip(".,;:\"'“”’").lower() for word in (content or "").split()}


def said(told: Told) -> tuple[str, str]:
    """The words of a report, without regard to how its lines are broken."""
    return " ".join(told.sentence.split()), " ".join(told.citation.quote.split())


def names_of(sentence: str) -> set[str]:
    """The words with a capital in a sentence, but for the first, in small letters."""
    words = (word.strip(".,;:\"'“”’()").removesuffix("'s").removesuffix("’s") for word in sentence.split()[1:] if word[:1].isupper())
    return {word.lower() for word in words if len(word) > 2 and not word.isupper()}
