"""Whom a title without a name means: "the Peruvian president", "the visiting premier", "his counterpart", "the guest"."""

from collections.abc import Sequence

from tieline.model.mention import ActorMention
from tieline.resolve.actors.lent import may_be_from
from tieline.resolve.actors.local import Local, first_span, is_ministerial, is_state_title, same_title
from tieline.resolve.actors.naming import fold, parts
from tieline.resolve.actors.story import LATELY, REACH, Story

OPPOSITE = ("counterpart", "colleague", "interlocutor", "opposite number", "homologue", "successor", "predecessor")
_HEADS = ("premier", "prime minister", "chancellor", "president")
_OWNERS = {"his": "male", "her": "female"}
_NEW = frozenset(("new", "incoming", "newly"))
_HOST = "host"
INVITED = 50  # characters before a name in which it is told that an invitation came from there
GOING = 90  # characters behind a title among which it is told that somebody goes
_GUEST = ("guest", "visitor", "dignitary")


def titled(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The person whom a title alone means; () where the text leaves it open."""
    title = mention.title or ""
    _learn_gender(mention, story)
    if mention.text.lower().startswith(("my ", "our ", "your ")):
        return ()
    if title.endswith((*OPPOSITE, *_GUEST, _HOST)) and (named := explained(mention, story)):
        return (named,)
    if mention.text.lower().startswith("its "):
        return _of_its_own(mention, title, story)
    if title in ("former", "latter"):
        return _one_of_two(mention, story)
    if title.endswith(OPPOSITE):
        return _counterpart(mention, story)
    if title in story.lex.words["titles.ranks"]:
        return _of_rank(mention, story)
    if title.endswith((*_GUEST, _HOST)):
        return _received(mention, story)
    holders = [one for one in story.holders(story.people(mention), title) if not _beside(mention, one, story)]
    if title in _HEADS:
        holders = [one for one in holders if title in one.titles] or holders  # the premier is no prime minister where both are told of
    if mention.text.lower().startswith(("a ", "an ")):
        return _announced(mention, [one for one in holders if one.country in (None, mention.country)])
    visiting = "visiting" in mention.text.lower().split()
    if mention.country:
        return _of_country(mention, holders, story, visiting=visiting)
    if visiting:
        return _visiting(mention, holders, story)
    if _NEW & set(mention.text.lower().split()):
        holders = [one for one in holders if any(_NEW & set(m.text.lower().split()) for m in one.mentions)]
    before = [one for one in holders if first_span(one) < mention.span]
    before = [one for one in before if not one.is_out] or before
    before = [one for one in before if not _only_invited(one, mention, story)] or before
    before = _who_goes(mention, before, story) or list(_one_of_the_last(mention, before, story))
    return (story.nearest(before),) if before else ()


def _of_its_own(mention: ActorMention, title: str, story: Story) -> tuple[Local, ...]:
    """Whoever holds the office in the one country named before in the sentence; else that country: "Togo denied that its premier ..."."""
    here = [m for m in story.by_sentence[mention.sentence] if m.span < mention.span and m.country in story.by_country]
    lands = {story.by_country[m.country or ""] for m in here}
    if len(lands) != 1 or not (is_state_title(title) or is_ministerial(title)):
        return ()
    own = next(iter(lands))
    holders = [one for one in story.holders(story.people(mention), title) if one.country == own.name]
    return (story.nearest(holders),) if holders else (own,)


def explained(mention: ActorMention, story: Story) -> Local | None:
    """The person whose name explains the words right behind them: "his host, Chancellor Ila Moor"."""
    here = story.by_sentence[mention.sentence]
    after = next((m for m in here[here.index(mention) + 1 :] if m.span.start >= mention.span.end and not m.inner), None)
    pointed = mention.country is not None or mention.text.lower().split()[0] in ("his", "her", "their")
    if not pointed or after is None or story.reading.article.text[mention.span.end : after.span.start] != ", " or after.kind != "person":
        return None
    return story.locals.of_mention.get(after)


def _one_of_the_last(mention: ActorMention, holders: Sequence[Local], story: Story) -> Sequence[Local]:
    """The holders; none where the last words on them name two of two countries side by side, neither of the dateline's."""
    last = max((at for at, one in story.seen[-LATELY:] if one in holders), default=-1)
    beside = [one for one in dict.fromkeys(story.spoken.get(last, ())) if one in holders and one.country]
    if len({one.country for one in beside}) < 2 or last < mention.sentence - 1:
        return holders
    return [one for one in beside if story.home and one.country == story.home.name]


def _who_goes(mention: ActorMention, holders: Sequence[Local], story: Story) -> list[Local]:
    """The one holder who has come on a visit, where the words behind the title tell of going: "The minister leaves for Lima tomorrow"."""
    came = [one for one in holders if one in story.visitors]
    if len(holders) < 2 or len(came) != 1:
        return []
    behind = story.reading.article.text[mention.span.end : mention.span.end + GOING].split(".")[0].lower().split()
    return came if story.lex.words["reference.going"] & set(behind) else []


def _only_invited(one: Local, mention: ActorMention, story: Story) -> bool:
    """Whether somebody is named so far only as who sent an invitation: "came at the invitation of her counterpart, Premier Ila Moor"."""
    text = story.reading.article.text
    so_far = [m for m in one.mentions if m.span < mention.span]
    return all("invitation" in text[max(m.span.start - INVITED, 0) : m.span.start].lower() for m in so_far)


def _of_rank(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The one person before whose name a rank stands: "The admiral smiled"."""
    rank = mention.title or ""
    found = [one for one in story.people(mention) if first_span(one) < mention.span and any(_ranked(m.text, rank) for m in one.mentions)]
    return (found[0],) if len(found) == 1 else ()


def _ranked(words: str, rank: str) -> bool:
    """Whether a rank, or the short form of it, stands in some words: "general" in "Lt. Gen. Orsen"."""
    said = [one.strip(".,").lower() for one in words.split()[:-1]]
    if "general" in said and {"secretary", "attorney", "director", "consul", "governor", "inspector"} & set(said):
        return False  # "Secretary General Orsen"
    return any(rank == word or (len(word) > 2 and rank.startswith(word)) for word in said)


def _learn_gender(mention: ActorMention, story: Story) -> None:
    """From "Orsen told his guest": the person named last before it is a man, whoever the guest is."""
    gender = _OWNERS.get(mention.text.split(maxsplit=1)[0].lower())
    here = story.by_sentence.get(mention.sentence, ()) if gender else ()
    named = [story.locals.of_mention[m] for m in here if m in story.locals.of_mention and m.span < mention.span and m.kind == "person"]
    if named:
        named[-1].gender = named[-1].gender or gender


def _beside(mention: ActorMention, one: Local, story: Story) -> bool:
    """Whether "and" joins a title to a person, who is another one then: "Premier Vasil and the Selvanese premier"."""
    text = story.reading.article.text
    return any(
        m.span.end <= mention.span.start and text[m.span.end : mention.span.start].strip(" ,") == "and"
        for m in one.mentions
        if m.sentence == mention.sentence
    )


def _of_country(mention: ActorMention, holders: Sequence[Local], story: Story, *, visiting: bool) -> tuple[Local, ...]:
    """The holder from the country that the words name; one whose country is open is from there, if the text is about that country."""
    main = [country.name for country in story.main]
    unsure = [one for one in holders if one.country is None and may_be_from(one, mention.country) and one.holds(mention.title or "")]
    unsure = [one for one in unsure if one.elsewhere] or unsure
    unsure = [one for one in unsure if not _led_by_another(mention, one, story)] if len(main) < 2 or mention.country in main else []
    own = [one for one in holders if one.country == mention.country] or (unsure if len(unsure) == 1 else [])
    if len(own) == 1 and own[0].country is None:
        own[0].countries[mention.country or ""] += 1
        own[0].roles.append((mention.title or "", mention.country, mention))
    if not own and visiting:
        own = [one for one in _strangers(mention, story) if one.country == mention.country]
    if not own and (one := _nameless(mention, story)):
        one.countries[mention.country or ""] += one.country is None
        one.roles.append((mention.title or "", mention.country, mention))
        own = [one]
    return (story.nearest(own),) if own else ()


def _nameless(mention: ActorMention, story: Story) -> Local | None:
    """The one person named without an office right before: "He is to meet Ila Moor. The Selvanian minister ..."."""
    if not mention.text.lower().startswith("the "):
        return None
    near = dict.fromkeys(one for k in (mention.sentence - 1, mention.sentence) for one in story.spoken.get(k, ()))
    free = [one for one in near if not one.roles and one.country in (None, mention.country) and may_be_from(one, mention.country)]
    sure = [one for one in free if one.country] or free
    fits = len(sure) == 1 and len(parts(sure[0].name)) > 1 and not _led_by_another(mention, sure[0], story)
    return sure[0] if fits else None


def _led_by_another(mention: ActorMention, one: Local, story: Story) -> bool:
    """Whether words for the head of a state cannot mean a person, as the texts know by name who leads it."""
    heads = story.locals.heads.get(mention.country or "", frozenset())
    title = mention.title or ""
    return bool(heads) and (is_state_title(title) or title == "leader") and fold(parts(one.name)[-1]) not in heads


def _visiting(mention: ActorMention, holders: Sequence[Local], story: Story) -> tuple[Local, ...]:
    """The holder who has come from elsewhere: never one of the country where the article is written."""
    home = story.home.name if story.home else None
    abroad = [one for one in holders if home is None or one.country != home]
    found = [one for one in abroad if one in story.visitors] or [one for one in abroad if home and one.country]
    found = found or (abroad if len(abroad) == 1 else [])
    if not holders or not abroad:
        strangers = _strangers(mention, story)
        found = strangers if len(strangers) == 1 else []
    before = [one for one in found if first_span(one) < mention.span]
    return (story.nearest(before),) if before else ()


def _strangers(mention: ActorMention, story: Story) -> list[Local]:
    """The persons from abroad named without an office in the two sentences before: "Spain's Josep Borrell"."""
    near = (one for k in range(mention.sentence - 2, mention.sentence) for one in story.spoken.get(k, ()))
    home = story.home.name if story.home else None
    return [one for one in dict.fromkeys(near) if not one.roles and one.country and one.country != home]


def _received(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The host or the guest: of two persons just named, the one from the country of the dateline, or the one from abroad."""
    if mention.country and "counterpart" not in (mention.title or ""):
        from_there = [
            one for at, one in reversed(story.seen[-LATELY:]) if one.country == mention.country and mention.sentence - at <= 2 * REACH
        ]
        return (next((one for one in from_there if one.leads_state), from_there[0]),) if from_there else ()
    if mention.text.lower() == "his guest" or mention.text.lower() == "her guest":
        return _other_of_two(mention, story)
    near = [one for k in (mention.sentence - 1, mention.sentence) for one in story.spoken.get(k, ())]
    two = list(dict.fromkeys(near))
    wants_host = (mention.title or "").endswith(_HOST)
    if len(two) == 2:
        here = [one for one in two if story.home and one.country == story.home.name] or _hosts(mention, two, story)
        if len(here) == 1:
            return (here[0] if wants_host else next(one for one in two if one is not here[0]),)
    if not mention.text.lower().startswith(("his", "her")):
        came = [one for one in story.visitors if one.country and story.home and one.country != story.home.name]
        came = came or _from_abroad(mention, story) or list(story.visitors)
        return (came[0],) if len(came) == 1 and not wants_host else ()
    owner = story.recent(mention.sentence)
    other = [one for _, one in reversed(story.seen[-LATELY:]) if one is not owner and one.leads_state]
    return (other[0],) if other else ()


def _from_abroad(mention: ActorMention, story: Story) -> list[Local]:
    """The office holders of another country than that of the dateline whom the text has named so far."""
    seen = dict.fromkeys(one for at, one in story.seen[-LATELY:] if mention.sentence - at <= 2 * REACH)
    return [one for one in seen if story.home and one.roles and one.country not in (None, story.home.name)]


def _other_of_two(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """For "received his guest": whoever of the two heads of state or government in the text is not the one who acts."""
    owner = story.subjects.get(mention.sentence)
    others = [one for one in dict.fromkeys(one for _, one in reversed(story.seen[-LATELY:])) if one is not owner and one.leads_state]
    abroad = [one for one in others if owner is None or one.country is None or one.country != owner.country]
    return (abroad[0],) if owner is not None and len(abroad) == 1 else ()


def _hosts(mention: ActorMention, two: Sequence[Local], story: Story) -> list[Local]:
    """Of two persons, those before whose name or after it a word of receiving stands: "President Kuchma hosted"."""
    text, words = story.reading.article.text, story.lex.words["reference.receiving"]
    return [
        one
        for one in two
        if any(
            words & set(text[m.span.end : m.span.end + 24].lower().split()[:2])
            for m in one.mentions
            if mention.sentence - 2 <= m.sentence < mention.sentence
        )
    ]


def _one_of_two(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """For "the former" and "the latter": the two persons, or else the two countries, that stand nearest before."""
    known = story.locals.of_mention
    for sentence in (mention.sentence, mention.sentence - 1):
        named = [m for m in story.by_sentence.get(sentence, ()) if m in known and m.span < mention.span and not m.inner]
        here = list(dict.fromkeys(known[m] for m in named))
        here = here or list(dict.fromkeys(one for m in story.by_sentence.get(sentence, ()) for one in story.to.get(m, ())))
        for kind in ("person", "country"):
            two = [one for one in here if one.kind == kind]
            if len(two) == 2:
                return (two[mention.title == "latter"],)
    return ()


def _announced(mention: ActorMention, holders: Sequence[Local]) -> tuple[Local, ...]:
    """The one named right after: "A foreign ministry spokesperson said. Spokesperson Lin Jian made the remarks"."""
    soon = [
        one
        for one in holders
        for m in one.mentions
        if mention.sentence < m.sentence <= mention.sentence + 2 and m.title and same_title(m.title, mention.title or "")
    ]
    if soon and first_span(soon[0]) > mention.span:
        if mention.country:
            soon[0].countries[mention.country] += 1
            soon[0].roles.append((mention.title or "", mention.country, mention))
        return (soon[0],)
    return ()


def _counterpart(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The one with the same office in another country."""
    owner = story.recent(mention.sentence)
    if owner is None or (mention.sentence not in story.subjects and mention.sentence in story.told_of):
        return _other_land(mention, story)
    title = owner.roles[0][0] if owner.roles else ""
    others = [one for one in story.people(mention) if one is not owner and one.country != owner.country]
    if mention.country:
        others = [one for one in others if one.country == mention.country]
    if "interlocutor" in (mention.title or "") and not mention.country:
        near = [one for at, one in reversed(story.seen[-LATELY:]) if one is not owner and mention.sentence - at <= 2]
        return (near[0],) if near else ()
    fitting = story.holders(others, title)
    return (fitting[0],) if len(fitting) == 1 else () if fitting else _other_land(mention, story)


def _other_land(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """For a counterpart whom nobody names, in a text of two countries alone: the one that is not that of whose counterpart it is."""
    if mention.country:
        return ()
    own = story.subjects.get(mention.sentence)
    here = [
        one for m in story.by_sentence[mention.sentence] if m.span < mention.span for one in story.to.get(m, ()) if one.kind == "country"
    ]
    country = own.country if own is not None else here[0].name if here else None
    named = {one.name for _, one in story.countries}
    if country is None or len(story.main) != 2 or len(named | {country}) != 2:
        return ()
    return tuple(one for one in story.main if one.name != country)[:1]
