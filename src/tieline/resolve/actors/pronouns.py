"""Whom a pronoun means: "he said", "his visit", "they signed"; () where the text leaves it open."""

from tieline.model.mention import ActorMention
from tieline.resolve.actors.local import Local, first_span
from tieline.resolve.actors.story import BODIES, REACH, Story

_FEMALE = ("she", "her", "hers")
RECENT_BODIES = 12
OPENING = 24  # characters from the head of a sentence within which its subject begins
_SEVERAL = ("they", "them", "their", "theirs")


def pronoun(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The persons or countries that a pronoun means."""
    word = mention.text.lower()
    if word in _SEVERAL:
        return _several(mention, story)
    if word == "it":
        return _state(mention, story)
    gender = "female" if word in _FEMALE else "male"
    if (word == "him" or (word == "her" and _stands_alone(mention, story))) and mention.sentence in story.subjects:
        return _known(_object(mention, gender, story), gender)
    office = _of_office(mention, story)
    if office is not None:
        return office
    person = _speaker(mention, gender, story) or _possessor(mention, gender, story)
    person = person or _received(mention, gender, story) or _embedded(mention, gender, story)
    person = person or story.recent(mention.sentence, gender, acting=not story.speaks(mention))
    person = person or _further_back(mention, gender, story) or _coming(mention, gender, story)
    return _known((person,) if person else (), gender)


def _of_office(mention: ActorMention, story: Story) -> tuple[Local, ...] | None:
    """The country of an office without a name that opens this sentence or the one before: "The Togolese premier came. He met ..."."""
    word = mention.text.lower()
    for k in (mention.sentence, mention.sentence - 1):
        if k in story.subjects:
            return None
        start = story.reading.article.sentences[k].start if k >= 0 else 0
        here = [m for m in story.by_sentence.get(k, ()) if m.span < mention.span and not m.inner]
        first = next((m for m in here if m.kind == "person" or m.form == "pronoun"), None)
        if first is None:
            continue
        told = story.to.get(first, ())
        if first.form == "pronoun" and len(told) == 1 and told[0].kind == "country":
            return () if word == "him" else told
        if k == mention.sentence and word == "him":
            return None  # "The premier received him": somebody of whom was told before
        opens = first.span.start - start <= OPENING and first.form == "title" and not told and not first.plural
        own = story.by_country.get(first.country or "") if opens else None
        return (own,) if own is not None else None
    return None


def _known(people: tuple[Local, ...], gender: str) -> tuple[Local, ...]:
    """The one for whom a pronoun stands, whose gender is now known."""
    for person in people:
        person.gender = person.gender or gender
    return people


def _stands_alone(mention: ActorMention, story: Story) -> bool:
    """Whether a "her" owns nothing: "received her at the palace", "met her."."""
    behind = story.reading.article.text[mention.span.end : mention.span.end + 24]
    word = behind.split(maxsplit=1)[0].lower().strip(".,;:") if behind.strip() else ""
    return not behind[:1].isspace() or story.lex.has("reference.behind_her", word)


def _state(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """For "it recalled its envoy" and "it will build a port": the country or body that opens this sentence or the one before."""
    if firm := _builder(mention, story):
        return (firm,)
    for k in (mention.sentence, mention.sentence - 1):
        start = story.reading.article.sentences[k].start if k >= 0 else 0
        opening = [m for m in story.by_sentence.get(k, ()) if m.span < mention.span and m.span.start - start <= OPENING and not m.inner]
        for other in (one for one in opening if one.form != "demonym"):  # "The Brazilian miner Orsen plans ...; it bought ..."
            local = story.locals.of_mention.get(other)
            found = (local,) if local else story.to.get(other, ())
            if len(found) == 1 and found[0].kind in ("country", *BODIES):
                return found
            if found:
                return ()
    return ()


def _builder(mention: ActorMention, story: Story) -> Local | None:
    """For "it will build a port": the one firm of this sentence or the one before, whoever opens it ("Orsenda said Tarvo would dig")."""
    words = story.reading.article.text[mention.span.end : mention.span.end + OPENING].lower().split()
    verb = next((word.strip(",.") for word in words if not story.lex.has("reference.helpers", word)), "")
    if not story.lex.has("clues.firm_acts", verb) or story.lex.has("reference.state_acts", verb):
        return None
    for k in (mention.sentence, mention.sentence - 1):
        named = [one for at, one in story.bodies[-RECENT_BODIES:] if at == k and one.kind == "company"]
        if named:
            return named[0] if len(set(named)) == 1 else None
    return None


def _several(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """For "they": the two named together last, the two persons of the sentence before, or the two main countries."""
    met = _objects(mention, story) if mention.text.lower() == "them" else ()
    if met:
        return met
    near = range(mention.sentence, mention.sentence - 2, -1)
    told = next((story.pairs[k] for k in near if k in story.pairs), ()) or _two_persons(mention, story)
    return told or _joined(mention, story) or _both(mention, story)


def _objects(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """For "the president met them": the two persons named before the subject, in the sentence or in the one before it."""
    here = story.by_sentence[mention.sentence]
    before = [one for one in here[: here.index(mention)] if one.kind == "person" and one.form in ("name", "title")]
    acting = before[-1] if before else None
    for k, mentions in ((mention.sentence, before[:-1]), (mention.sentence - 1, story.by_sentence.get(mention.sentence - 1, ()))):
        named = [story.locals.of_mention.get(one) for one in mentions if one.kind == "person" and one.form == "name"]
        two = list(dict.fromkeys(one for one in named if one is not None))
        crowd = k != mention.sentence and any(one.form == "group" or one.plural for one in mentions)
        if len(two) == 2 and not crowd and (acting is None or story.locals.of_mention.get(acting) not in two):
            return tuple(two)
    return ()


def _two_persons(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The two persons of the sentence before, where it speaks of no group that "they" may mean."""
    before = mention.sentence - 1
    two = list(dict.fromkeys(story.spoken.get(before, ())))
    here = story.by_sentence.get(before, ())
    spans = [one.span for one in here if one.kind == "person" and not one.inner and story.locals.of_mention.get(one) in two]
    joined = len(spans) > 1 and story.reading.article.text[spans[0].end : spans[1].start].strip(" ,") == "and"
    crowd = any((one.form == "group" or one.plural) and not (joined and one.span > spans[1]) for one in here)
    return tuple(two) if len(two) == 2 and not crowd and mention.sentence not in story.subjects else ()


def _joined(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The two countries that the sentence before joins, where it names no other: "Orsenda and Halidor signed. Their navies met"."""
    before = mention.sentence - 1
    two = story.joined.get(before, ())
    return tuple(two) if two and set(story.told_of.get(before, ())) == set(two) and not story.spoken.get(before) else ()


def _both(mention: ActorMention, story: Story) -> tuple[Local, ...]:
    """The two main countries, where both have just been named."""
    near = {id(one) for one in story.lands(mention.sentence, 1)}
    return tuple(sorted(story.main, key=first_span)) if len(story.main) == 2 and all(id(one) in near for one in story.main) else ()


def _object(mention: ActorMention, gender: str, story: Story) -> tuple[Local, ...]:
    """For "Xi held talks with him": somebody before the subject of the sentence."""
    subject = story.subjects[mention.sentence]
    here = story.by_sentence[mention.sentence]
    last = next((one for one in reversed(here[: here.index(mention)]) if one.kind == "person"), None)
    acting = story.locals.of_mention.get(last) if last is not None else None
    if (
        last is not None
        and acting is not None
        and acting is not subject
        and acting.gender in (None, gender)
        and _same_doer(last, mention, story)
    ):
        return (acting,)  # "X met Y and invited him"
    if acting is not None and acting is not subject and subject.gender in (None, gender):
        return (subject,)  # "X went on to Lima, where Y received him"
    for one in (story.subjects.get(k) for k in range(mention.sentence - 1, mention.sentence - REACH - 1, -1)):
        if one and one is not subject and one.gender in (None, gender):
            return (one,)
    return ()


def _same_doer(last: ActorMention, mention: ActorMention, story: Story) -> bool:
    """Whether "and" with a verb stands right before "him", so that whoever opens the sentence goes on: "X met Y and invited him"."""
    between = story.reading.article.text[last.span.end : mention.span.start].lower().replace(",", " ").split()
    return len(between) > 1 and between[-2] == "and"


def _speaker(mention: ActorMention, gender: str, story: Story) -> Local | None:
    """For "he said": the one who spoke last, if the words before are his."""
    if mention.text.lower() not in ("he", "she") or not story.speaks(mention) or mention.sentence in story.subjects:
        return None
    near = [one for at, one in reversed(story.speakers[-8:]) if mention.sentence - at <= REACH + 1 and one.gender in (None, gender)]
    return near[0] if near else None


def _possessor(mention: ActorMention, gender: str, story: Story) -> Local | None:
    """For "Xi's visit and his attendance": the possessor that stands closest before in the sentence."""
    if mention.text.lower() not in ("his", "her"):
        return None
    here = story.by_sentence[mention.sentence]
    for other in reversed(here[: here.index(mention)]):
        found = story.to.get(other) or ((story.locals.of_mention[other],) if other in story.locals.of_mention else ())
        if len(found) == 1 and found[0].kind == "person":
            text = story.reading.article.text[other.span.end : other.span.end + 2].replace("’", "'")
            return found[0] if text == "'s" and found[0].gender in (None, gender) else None
    return None


def _received(mention: ActorMention, gender: str, story: Story) -> Local | None:
    """For "X received Y as he began his visit": the guest, where words for a visit stand behind."""
    text = story.reading.article.text
    words = text[mention.span.end : mention.span.end + 60].lower().split()
    if mention.text.lower() not in ("his", "her", "he", "she") or not any(
        word.strip(".,;") in story.lex.words["reference.stays"] for word in words[:5]
    ):
        return None
    here = story.by_sentence[mention.sentence]
    for other in reversed(here[: here.index(mention)]):
        local = story.locals.of_mention.get(other)
        if (
            local
            and local.kind == "person"
            and story.words_before(other)[-1:]
            and story.words_before(other)[-1] in story.lex.words["reference.hosting"]
        ):
            return local if local.gender in (None, gender) else None
    return None


def _embedded(mention: ActorMention, gender: str, story: Story) -> Local | None:
    """For "X revealed that Y held talks there during his visit": the one of whom the words reported tell."""
    here, text = story.by_sentence[mention.sentence], story.reading.article.text
    for other in reversed(here[: here.index(mention)]):
        local = story.locals.of_mention.get(other)
        if local and local.kind == "person" and text[max(0, other.span.start - 6) : other.span.start].endswith(" that "):
            return local if local.gender in (None, gender) else None
    return None


FAR = 8  # sentences back in one paragraph


def _further_back(mention: ActorMention, gender: str, story: Story) -> Local | None:
    """For "he" as the subject of a sentence: of whom its paragraph last told something, though some sentences have passed since."""
    sentences, text = story.reading.article.sentences, story.reading.article.text
    if mention.text.lower() not in ("he", "she") or mention.span.start != sentences[mention.sentence].start:
        return None
    for k in range(mention.sentence - 1, max(mention.sentence - FAR, 0) - 1, -1):
        if "\n\n" in text[sentences[k].start : mention.span.start]:
            return None
        person = story.subjects.get(k)
        if person is not None:
            return person if person.gender in (None, gender) else None
    return None


def _coming(mention: ActorMention, gender: str, story: Story) -> Local | None:
    """The person named later in the same sentence: "In her speech, Hasina said"."""
    here = story.by_sentence[mention.sentence]
    later = (m for m in here if m.kind == "person" and m.span > mention.span and m in story.locals.of_mention)
    people = (story.locals.of_mention[m] for m in later)
    return next((one for one in people if one.gender in (None, gender)), None)
