"""Which firm or organization words without a name mean: "the company", "the lender", "the union", "the ministry"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tieline.model.mention import ActorMention
from tieline.resolve.actors.local import Local
from tieline.resolve.actors.naming import fold
from tieline.resolve.actors.story import BODIES, Story

FAR = 12  # sentences back to a body whose own name or description holds the noun
NEAR = 4  # sentences back to one that it may be called by
ASIDE = 90  # characters of the words that describe a body behind its name
_ASIDE = re.compile(r"[ \w]{0,24}(?:\([A-Z]+\))?, (?:an?|the|one of) ")
OPENING = 30  # characters from the head of a sentence within which the body that it is about is named
HOUSE = 40  # characters of the words for a house behind its country
UNION = "European Union"


def body(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The one body that a noun can mean: one called so, or else the only one named of late; () where the text leaves it open."""
    noun = mention.title or ""
    near = [(at, one) for at, one in reversed(story.bodies[-40:]) if mention.sentence - at <= FAR and _of_land(one, mention)]
    called = [(at, one) for at, one in near if _is_called(one, noun, story)]
    if noun == "union" and not called and UNION in story.by_country:
        return (story.by_country[UNION],)
    named = [(at, one) for at, one in called if _is_named(one, noun, story)]
    if called:
        return _last(named or called, story) if named or not _between(near, called[0][1], noun, story) else ()
    if story.lex.has("houses.heads", noun) and (land := _house_of(mention, noun, story)):
        return (land,)
    kind = next((kind for kind in BODIES if story.lex.has(f"bodies.any_{kind}", noun)), None)
    late = [(at, one) for at, one in near if mention.sentence - at <= NEAR and kind and _can_be(one, noun, story)]
    return _last(late, story) if kind else ()


def _house_of(mention: ActorMention, noun: str, story: Story) -> Local | None:
    """The country for whose house the noun was used last: "Chile's foreign ministry protested. The ministry said"."""
    text = story.reading.article.text
    for k in range(mention.sentence, mention.sentence - NEAR, -1):
        for m in reversed(story.by_sentence.get(k, ())):
            words = text[m.span.end : m.span.end + HOUSE].replace("’", "'").removeprefix("'s").split()[:4]
            if m.span < mention.span and m.kind == "country" and noun in words and m in story.locals.of_mention:
                return story.locals.of_mention[m]
    return None


def _between(near: Sequence[tuple[int, Local]], one: Local, noun: str, story: Story) -> bool:
    """Whether another firm that a noun can mean has been named since the last mention of the one that the text describes by it."""
    later = near[: next(k for k, (_, other) in enumerate(near) if other is one)]
    return story.lex.has("bodies.any_company", noun) and any(_can_be(other, noun, story) for _, other in later)


def _last(found: Sequence[tuple[int, Local]], story: Story) -> tuple[Local, ...]:
    """The body named last; where its sentence names others as well, the one that opens it, and () where none does."""
    here = {id(one): one for at, one in found if at == found[0][0]} if found else {}
    if len(here) < 2:
        return tuple(here.values())
    start = story.reading.article.sentences[found[0][0]].start
    named = [m for m in story.by_sentence.get(found[0][0], ()) if id(story.locals.of_mention.get(m)) in here]
    named.sort(key=lambda m: m.span)
    if not named or named[0].span.start - start > OPENING:
        return ()
    between = story.reading.article.text[named[0].span.end : named[1].span.start] if len(named) > 1 else ""
    return () if between.strip() in ("and", ",", "&") else (story.locals.of_mention[named[0]],)


def _of_land(one: Local, mention: ActorMention) -> bool:
    """Whether a body can be of the country that the words name: "the Chilean company"."""
    return mention.country is None or one.country in (None, mention.country)


def _can_be(one: Local, noun: str, story: Story) -> bool:
    """Whether a word for any firm, or for any organization, can mean a body."""
    lettered = one.kind == "organization" and one.name.split()[0].isupper() and " " in one.name  # "STX Orsenda" may be a firm
    return story.lex.has(f"bodies.any_{one.kind}", noun) or (lettered and story.lex.has("bodies.any_company", noun))


def _is_called(one: Local, noun: str, story: Story) -> bool:
    """Whether a body has a noun in its name, or the text describes it so ("Tarvo, a mining company")."""
    if _is_named(one, noun, story):
        return True
    text = story.reading.article.text
    return any(_described(text, m, noun) for m in one.mentions[:3])


def _is_named(one: Local, noun: str, story: Story) -> bool:
    """Whether a body has a noun, or one that means the same, at the head of its name: "Nordic Bank" for "the bank"."""
    kin = story.lex.body_kin.get(noun, ())
    return any(noun == words[-1] or (noun, "of") in pairwise(words) or words[-1] in kin for words in _names(one))


def _names(one: Local) -> list[list[str]]:
    """The words of a body's names, "for" written as "of"."""
    return [words for name in one.names if (words := fold(name).replace(" for ", " of ").split())]


def _described(text: str, mention: ActorMention, noun: str) -> bool:
    """Whether a noun stands right before a name, or in the words that explain it right behind."""
    before = text[max(mention.span.start - 40, 0) : mention.span.start].lower().split()
    if before[-1:] == [noun]:
        return True
    behind = text[mention.span.end : mention.span.end + ASIDE]
    aside = _ASIDE.match(behind)
    return (
        aside is not None and noun in re.split(r"[,;.]| (?:that|which|who|in|of|for|from|with) ", behind[aside.end() :])[0].lower().split()
    )
