"""Who speaks, from sentence to sentence."""

from dataclasses import dataclass, field

from tieline.extract.events.frame.scene import Scene
from tieline.extract.events.speech.statements import Said, Speech, continued, in_quotes, statements, tells_of_past, widen
from tieline.model.mention import EventMention
from tieline.model.span import Span


@dataclass
class Talk:
    """Who speaks, from sentence to sentence: what a paragraph has said before its speaker is named, and a quotation that goes on."""

    last: Said | None = None
    open: list[tuple[Span, bool]] = field(default_factory=list)
    paragraph: int = -1
    at: Span | None = None

    def take(self, scene: Scene, speech: Speech) -> list[EventMention]:
        """The statements of the next sentence."""
        if scene.sentence.paragraph != self.paragraph:
            self.open, self.paragraph = [], scene.sentence.paragraph
        said = list(statements(scene, speech))
        if said:
            self.at = next((one.mention.time for one in reversed(said) if one.mention.time), self.at)
            found = [widen(one, self.open) for one in said]
            self.last, self.open = said[-1], []
            return found
        if self.last is not None and scene.units and in_quotes(scene.units):
            return [continued(scene, self.last)]
        self.open.append((Span(scene.sentence.start, scene.sentence.end), tells_of_past(scene.clauses)))
        return []
