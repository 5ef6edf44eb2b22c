"""What is said in a sentence, apart from who says it to whom and where."""

import re

from tieline.late import regex
from tieline.query.reading.query import Name, Term
from tieline.query.reading.words import stems
from tieline.query.sentences.cover import covers_text
from tieline.query.view import Passage, View

_VERBS = (
    r"sa(?:id|ys|ying)|t(?:old|ells)|add(?:ed|s|ing)|not(?:ed|es|ing)|wr(?:ote|ites)|urg(?:ed|es|ing)|hail(?:ed|s|ing)|prais(?:ed|es|ing)"
    r"|pledg(?:ed|es|ing)|stress(?:ed|es|ing)|believ(?:ed|es)|expect(?:ed|s)|voic(?:ed|ing)|announc(?:ed|es|ing)|promis(?:ed|es|ing)"
    r"|hop(?:ed|es|ing)|warn(?:ed|s|ing)|call(?:ed|s|ing)|describ(?:ed|es|ing)|welcom(?:ed|es|ing)|thank(?:ed|s|ing)|propos(?:ed|es|ing)"
    r"|declar(?:ed|es|ing)|stat(?:ed|es|ing)|explain(?:ed|s|ing)|argu(?:ed|es|ing)|claim(?:ed|s|ing)|insist(?:ed|s|ing)|reiterat(?:ed|es|ing)"
    r"|emphasi[sz](?:ed|es|ing)|underlin(?:ed|es|ing)|suggest(?:ed|s|ing)|accus(?:ed|es|ing)|criticis?z?(?:ed|es|ing)|express(?:ed|es|ing)"
    r"|according to|quoted|condemn(?:ed|s|ing)|den(?:ied|ies|ying)|reject(?:ed|s|ing)|point(?:ed|s|ing) out|call(?:ed|s|ing) for"
)
_SAYS = regex(rf"\b(?:{_VERBS})\b", re.I)
# ", Vael said on Monday." behind what is said
_BEHIND = regex(rf",[\"”']? (?:(?!\b(?:that|and|but|which|who)\b)[^,;])*?\b(?:{_VERBS})\b(?P<rest>[^,;]*)", re.I)
_QUOTE = regex(r"[\"“]([^\"”]+)[\"”]")
_REMARKS = regex(
    r"\b(?:made|making|delivered) (?:the|these|his|her|their|this) (?:remarks?|comments?|statements?|pledge|speech|announcement)\b", re.I
)
SENTENCE = 4  # words before a comma that can be what is said: not "During their talks, Vael called the pact ..."
_STILL = regex(r"\b(?:that|how|whether|why)\b", re.I)


def tells_of(view: View, passage: Passage, names: tuple[Name, ...], terms: tuple[Term, ...], before: str = "") -> bool:
    """Whether what is said in a sentence, and not only who says it beside whom, holds a person asked about and some of the words.

    `before`: what the sentence before says, where this one points back to it.
    """
    text = content(passage.text)
    if not text:
        return False
    text = f"{before} {text}"
    words = f" {' '.join(stems(text))} "
    people = [n for n in names if view.any_is(n.ids, "person")]
    if not all(any(f" {word} " in words for word in _words(view, name)) for name in people):
        return False
    return not terms or any(covers_text(view, term.stem, words) for term in terms)


def _words(view: View, name: Name) -> set[str]:
    return {
        word
        for label in (name.text, *(view.actors[i].name for i in name.ids if i in view.actors))
        for word in stems(label)
        if len(word) > 1
    }


def content(text: str) -> str:
    """The words of a sentence that are what somebody says: behind the verb of speech, before it, or in quotation marks."""
    if _REMARKS.search(text) and not _QUOTE.search(text):
        return ""
    quotes = " ".join(match[1] for match in _QUOTE.finditer(text))
    behind = _BEHIND.search(text)
    if behind and len(text[: behind.start()].split()) >= SENTENCE and not _STILL.match(behind["rest"].strip()):
        return f"{text[: behind.start()]} {quotes} {text[behind.end() :]}"
    first = _SAYS.search(text)
    return f"{text[first.end() :]} {quotes}" if first else text
