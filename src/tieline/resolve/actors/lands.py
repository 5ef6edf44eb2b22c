"""Which country words without a name mean: "the country", "the island nation", "his country", "the bloc"."""

from collections.abc import Sequence

from tieline.model.mention import ActorMention
from tieline.resolve.actors.local import Local, first_span
from tieline.resolve.actors.story import REACH, Story


def land(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The country that a common noun means; () where the text leaves it open."""
    if mention.text.lower().split()[0] in ("his", "her"):
        gender = "female" if mention.text.lower().startswith("her") else "male"
        person = _owner(mention, gender, story) or story.recent(mention.sentence, gender)
        home = story.by_country.get(person.country or "") if person else None
        return (home,) if home else ()
    if mention.title == "government" and not mention.country and story.issuer is not None:
        return (story.issuer,)  # "the Government", in a text of its own ministry
    if mention.title == "bloc":
        return _bloc(mention, story)
    near = _elsewhere(mention, _of_sort(mention.title or "", story.lands(mention.sentence, REACH), story), story)
    region = mention.of or _region(mention, story)
    if region:
        near = _of_region(region, near, story)
    if not near and mention.title in ("government", "country", "nation", "authorities"):
        near = _of_one(mention, story)
    return (near[0],) if near else ()


def _of_one(mention: ActorMention, story: Story) -> list[Local]:
    """The country that a text is about, where it names it several times and any other once."""
    main = [one for one in story.main if first_span(one) < mention.span]
    alone = main and len(main[0].mentions) > 1 and all(len(one.mentions) < 2 for one in story.by_country.values() if one is not main[0])
    return main[:1] if alone else []


def _owner(mention: ActorMention, gender: str, story: Story) -> Local | None:
    """The person named last before "her country" in its clause, where a semicolon parts it from the one who opens the sentence."""
    here = story.by_sentence[mention.sentence]
    text = story.reading.article.text
    for other in reversed(here[: here.index(mention)]):
        local = story.locals.of_mention.get(other)
        if local and local.kind == "person" and local.gender in (None, gender):
            parted = ";" in text[story.reading.article.sentences[mention.sentence].start : other.span.start]
            return local if parted and ";" not in text[other.span.end : mention.span.start] else None
    return None


def _of_sort(noun: str, near: Sequence[Local], story: Story) -> list[Local]:
    """The countries that a noun can mean: a kingdom is one of those that the table calls so, or a state of no table."""
    kind = story.lex.sorts.get(noun)
    if kind is None:
        return list(near)
    fitting = [one for one in near if one.name in kind] or [one for one in story.main if one.name in kind]
    return fitting or [one for one in near if one.name not in story.lex.regions]


def _elsewhere(mention: ActorMention, near: list[Local], story: Story) -> list[Local]:
    """Without the home of the one who goes there: "the president of Kenya will travel to the kingdom"."""
    words = story.words_before(mention)
    traveller = story.subjects.get(mention.sentence)
    if not words or traveller is None or not (words[-1] == "to" or words[-1].startswith("visit")):
        return near
    return [one for one in near if one.name != traveller.country] or near


def _bloc(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The union of states named last."""
    for sentence in range(mention.sentence, mention.sentence - REACH - 1, -1):
        for other in reversed(story.by_sentence.get(sentence, ())):
            local = story.locals.of_mention.get(other)
            if local and other.span < mention.span and _is_bloc(local, story):
                return (local,)
    return ()


def _is_bloc(local: Local, story: Story) -> bool:
    if local.kind == "country":
        return local.name == "European Union"
    return local.kind == "organization" and (
        story.lex.known.value(local.name) is not None or story.lex.has("groups.blocs", _head_word(local.name))
    )


def _head_word(name: str) -> str:
    """The head word of an organization's name: the last before "of"."""
    return name.lower().split(" of ")[0].split()[-1]


def _of_region(region: str, near: Sequence[Local], story: Story) -> list[Local]:
    """The countries that a region describes: those that the table puts there, else one that no table holds."""
    for pool in (near, story.main):
        found = [one for one in pool if region in story.lex.regions.get(one.name, ())]
        if found:
            return found
    strange = list(dict.fromkeys(one for pool in (near, story.main) for one in pool if one.name not in story.lex.regions))
    return strange if len(strange) == 1 else []


def _region(mention: ActorMention, story: Story) -> str | None:
    """The region that describes a country: "the South American country"."""
    if not mention.text[4:5].isupper():
        return None
    return next((one for regions in story.lex.regions.values() for one in regions if one in mention.text), None)
