"""Whom words for several mean: "the two countries", "both leaders", "the three ministers", "the Malian and Chadian envoys"."""

from collections import Counter
from collections.abc import Sequence

from tieline.model.mention import ActorMention
from tieline.resolve.actors.local import Local, first_span, is_state_title
from tieline.resolve.actors.story import REACH, RECENT, Story

_ENVOYS = ("ambassador", "high commissioner", "consul", "consul general", "chargé d'affaires", "charge d'affaires")
OFTEN = 3  # mentions by which a country is one of "the three countries"
_HEADS = ("head of state", "heads of state", "leader", "heads of government")


def owned(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The holders from the countries that the words name, or else those countries; () where they name fewer than two."""
    owners = story.inner_countries(mention)
    if len(owners) < 2:
        return ()
    people = _holders(mention, story)
    held = [[one for one in people if one.country == owner] for owner in owners]
    return tuple(one[0] for one in held) if all(held) else tuple(story.by_country[o] for o in owners if o in story.by_country)


def lands(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The countries of "the two countries" and "the three states"."""
    if not story.lex.has("groups.pair", mention.title or "") and mention.title != "two":
        return ()
    count = mention.count or 2
    if count != 2:
        return _counted(mention, story, count)
    posted = _of_envoy(mention, story) or _of_entry(mention, story)
    if posted:
        return posted
    here = [one for at, one in story.countries[-40:] if mention.sentence - 1 <= at <= mention.sentence]
    here = list(dict.fromkeys(here))
    if len(here) == 2 and not set(here) & set(story.main):
        return tuple(here)
    with_home = _with_home(mention, story)
    if with_home:
        return with_home
    joined = next((story.joined[k] for k in range(mention.sentence, mention.sentence - REACH - 1, -1) if k in story.joined), None)
    since = range(mention.sentence - REACH, mention.sentence + 1)
    if joined and any(at in since and one not in joined for at, one in story.countries[-40:]):
        joined = story.joined.get(mention.sentence) or story.joined.get(mention.sentence - 1)
    if joined is not None and not set(joined) <= set(story.main):
        return joined
    main = story.main if all(first_span(one) < mention.span for one in story.main) else _named_so_far(story)
    return tuple(sorted(main, key=first_span)) if len(main) == 2 else ()


def _with_home(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The one country that the sentence names before, and that of its speaker: "On Togo, the Ghanaian minister said the neighbours ..."."""
    here = [m for m in story.by_sentence.get(mention.sentence, ()) if m.span < mention.span and not m.inner]
    named = [story.locals.of_mention[m] for m in here if m.kind == "country" and m.form == "name" and m in story.locals.of_mention]
    speaker = story.subjects.get(mention.sentence)
    home = speaker.country if speaker is not None else next((m.country for m in here if m.form == "title" and m.country), None)
    own = story.by_country.get(home or "")
    if own is None or len(set(named)) != 1 or named[0] in story.main or own not in story.main or own is named[0]:
        return ()
    return tuple(sorted((own, named[0]), key=first_span))


def _of_envoy(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The country of the envoy who speaks in the sentence, and that of the dateline, where he is posted."""
    one = story.subjects.get(mention.sentence)
    if one is None or story.home is None or one.country in (None, story.home.name) or not any(one.holds(title) for title in _ENVOYS):
        return ()
    own = story.by_country.get(one.country or "")
    others = [at for at, other in story.countries[-RECENT:] if at == mention.sentence and other not in (own, story.home)]
    return tuple(sorted((own, story.home), key=first_span)) if own and not others else ()


def _of_entry(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The country that a bulletin is about and the one that the entry deals with: "- Tuesday: ... the treaty of the two countries"."""
    entry = story.entries.get(mention.sentence)
    if entry is None or not story.main:
        return ()
    own, named = story.main[0], {one for at in entry for one in story.named_in.get(at, ()) if one is not story.main[0]}
    return tuple(sorted((own, *named), key=first_span)) if len(named) == 1 else ()


def _named_so_far(story: Story) -> list[Local]:
    """The two countries named most so far, where one of the main two is named only further down."""
    counts = Counter(one for _, one in story.countries)
    return sorted(counts, key=lambda one: (-counts[one], first_span(one)))[:2]


def leaders(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The persons of "the two leaders" and "the three ministers"; the countries they stand for where no one is named."""
    count = mention.count or 2
    people = _holders(mention, story)
    if mention.title == "ministers":
        below = [one for one in people if not one.leads_state]
        people = below if len(below) > 1 else people  # a premier is seldom meant by "the two ministers"
    if count != 2:
        near = [one for one in people if story.last.get(id(one), 0)]
        return tuple(sorted(near, key=first_span)) if len(near) == count else _counted(mention, story, count)
    chosen = _of_two_countries(people, story)
    if len(chosen) == 2 and _told_together(chosen, mention, story):
        return tuple(sorted(chosen, key=first_span))
    if len(chosen) == 1 and chosen[0].country in [one.name for one in story.main] and len(story.main) == 2:
        return (chosen[0], next(one for one in story.main if one.name != chosen[0].country))
    return _named_last(mention, story) if not people else ()


def _named_last(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The two persons of the sentence before who hold no office in the text: "The two diplomats agreed"."""
    persons = (mention.title or "") in ("men", "women")
    last = next(
        (
            k
            for k in range(mention.sentence - 1, mention.sentence - 1 - (REACH if persons else 1), -1)
            if len(set(story.spoken.get(k, ()))) > 1
        ),
        -1,
    )
    two = list(dict.fromkeys(story.spoken.get(last, ())))
    return tuple(two) if len(two) == 2 and (persons or not any(one.roles for one in two)) else ()


def either(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The two of whom a text has just told, for "the two" alone: two persons, or else two countries where no person is named."""
    near: list[Local] = []
    for k in (mention.sentence, mention.sentence - 1, mention.sentence - 2):
        people = list(dict.fromkeys((*near, *story.spoken.get(k, ()))))
        if len(people) > 1:
            return tuple(people) if len(people) == 2 else ()
        near = people
        if near:
            continue  # "He invited Halt. Halt accepted. The two met": who is named alone is one of them
        states = list(dict.fromkeys(one for at, one in story.countries[-RECENT:] if at == k))
        if states:
            return tuple(states) if len(states) == 2 else ()
    return ()


def _told_together(two: Sequence[Local], mention: ActorMention, story: Story) -> bool:
    """Whether two holders of an office are of two countries, or have both just been named."""
    if all(one.country for one in two):
        return True
    near = [one for k in range(mention.sentence - REACH, mention.sentence + 1) for one in story.spoken.get(k, ())]
    return all(one in near for one in two)


def _counted(mention: ActorMention, story: Story, count: int) -> tuple[Local, ...]:
    """As many countries as the words count, where one of the last sentences names just so many."""
    for k in range(mention.sentence, mention.sentence - 3, -1):
        here = list(dict.fromkeys(story.told_of.get(k, ())))
        if len(here) == count > 2:
            return tuple(here)
    return _most_named(story, count)


def _most_named(story: Story, count: int) -> tuple[Local, ...]:
    """As many countries as the words count, of a text that names these far more than any other."""
    counts = {one: len(one.mentions) for one in story.by_country.values()}
    ranked = sorted(counts, key=lambda one: (-counts[one], first_span(one)))
    if count < 3 or len(ranked) < count or counts[ranked[count - 1]] < OFTEN:
        return ()
    clear = len(ranked) == count or 2 * counts[ranked[count]] <= counts[ranked[count - 1]]
    return tuple(sorted(ranked[:count], key=first_span)) if clear else ()


def _holders(mention: ActorMention, story: Story) -> list[Local]:
    """The persons who can be meant, those spoken of last first."""
    title = (mention.title or "").removesuffix("s")
    wanted = "head of state" if title.startswith("heads") or title in ("leader", "statesmen") else title
    seen = list(dict.fromkeys(one for _, one in reversed(story.seen[-RECENT:])))
    known = set(seen)
    later = [one for one in story.people(mention) if one not in known]
    people = [one for one in (*seen, *later) if not one.is_out]
    if wanted in _HEADS:
        return [one for one in people if any(is_state_title(role) for role in one.titles)]
    return story.holders(people, wanted)


def _of_two_countries(people: Sequence[Local], story: Story) -> list[Local]:
    """The two persons of two different countries, those of the main countries first."""
    names = [one.name for one in story.main]
    ranked = sorted(people, key=lambda one: one.country not in names if one.country else False)
    chosen: list[Local] = []
    for one in ranked:
        if len(chosen) < 2 and not any(other.country == one.country and one.country for other in chosen):
            chosen.append(one)
    return chosen
