"""The compiled knowledge that reading events needs."""

from dataclasses import dataclass

from tieline.extract.events.frame.classes import Classes, classes_of
from tieline.extract.events.frame.frames import Frames, frames_of
from tieline.extract.events.frame.words import Words, words_of
from tieline.extract.events.speech.statements import Speech, speech_of
from tieline.extract.events.status.qualifier_rules import Qualifiers, qualifiers_of
from tieline.extract.syntax.grammar import Grammar, grammar_of
from tieline.rules.load import Rulebook


@dataclass(frozen=True, eq=False)
class Tools:
    """The compiled knowledge that reading events needs."""

    grammar: Grammar
    classes: Classes
    frames: Frames
    qualifiers: Qualifiers
    speech: Speech
    words: Words


def tools_of(rulebook: Rulebook) -> Tools:
    """The compiled knowledge of a rulebook."""
    return Tools(
        grammar_of(rulebook), classes_of(rulebook), frames_of(rulebook), qualifiers_of(rulebook), speech_of(rulebook), words_of(rulebook)
    )
