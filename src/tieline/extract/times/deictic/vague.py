"""Times that no calendar holds."""

from tieline.extract.times.captures import Captures
from tieline.extract.times.context import Context, Found
from tieline.extract.times.registry import value
from tieline.extract.times.values import Vague


@value
def vague(caps: Captures, ctx: Context) -> Found | None:
    """A time that no calendar holds: now, recently, in the future."""
    return Found(Vague(caps.params["ref"], caps.params.get("type", "DATE")))


@value
def vague_news(caps: Captures, ctx: Context) -> Found | None:
    """The same, where it is news: a history says "later" of everything."""
    return None if ctx.narrative else vague(caps, ctx)
