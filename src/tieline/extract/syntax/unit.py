"""One word or mention of a sentence."""

from dataclasses import field

from tieline.light import dataclass
from tieline.model.mention import ActorMention, AgreementMention, QuantityMention
from tieline.model.span import Span
from tieline.model.time import TimeMention

Mention = ActorMention | AgreementMention | QuantityMention | TimeMention
NOMINAL = frozenset(("noun", "actor", "agreement", "quantity", "number", "time"))
QUOTES = frozenset('"“”')


@dataclass(frozen=True)
class Unit:
    """A word or a mention. `tag`: actor, agreement, time, quantity, or the part of speech of a word; `verbs` its verb readings."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    mention: Mention | None = None
    verbs: tuple[tuple[str, str], ...] = ()
    quoted: bool = False
    inner: tuple[Mention, ...] = field(default=(), repr=False)

    @property
    def span(self) -> Span:
        """The place of the unit."""
        return Span(self.start, self.end)

    def form(self, *names: str) -> str | None:
        """The lemma of the first verb reading with one of these forms."""
        return next((lemma for lemma, form in self.verbs if form in names), None)
