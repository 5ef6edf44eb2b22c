"""A verb phrase of a frame, tried on one clause."""

from dataclasses import dataclass

from tieline.extract.events.frame.frames import Frame, VerbPhrase
from tieline.extract.events.frame.scene import Scene
from tieline.extract.syntax.clause import Clause


@dataclass(frozen=True)
class Try:
    """A verb phrase on a clause, where its words end there, and the head of its theme; both as far as they are found."""

    scene: Scene
    clause: Clause
    phrase: VerbPhrase
    end: int = -1
    head: int | None = None

    @property
    def frame(self) -> Frame:
        """The frame whose phrase is tried."""
        return self.phrase.frame
