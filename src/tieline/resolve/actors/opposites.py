"""Offices that a text gives by another person's: "his Chilean counterpart, Ila Moor", "Rosk's predecessor"."""

import re
from itertools import pairwise

from tieline.model.mention import ActorMention
from tieline.resolve.actors.local import Local, is_ministerial, is_state_title
from tieline.resolve.actors.story import Story
from tieline.resolve.actors.titled import OPPOSITE

_EQUALS = OPPOSITE[:5]
_ASIDE = re.compile(r"^, [^,;.]{1,80},(?= )")


def told_offices(story: Story) -> None:
    """Give persons who have one title the office told after it: "Mrs Ama Lawson, the Togolese foreign minister,"."""
    text = story.reading.article.document.text
    for before, mention in pairwise(one for one in story.mentions if not one.inner):
        local = story.locals.of_mention.get(before)
        if local is None or local.kind != "person" or not mention.title or mention.form != "title" or mention.kind != "person":
            continue
        closed = text[mention.span.end : mention.span.end + 1] in (",", ".", ";")
        between = text[before.span.end : mention.span.start]
        apart = before.title and closed and between == ", "
        if apart or (
            _ASIDE.sub("", between).strip() in story.lex.words["reference.copulas"] and mention.of and not mention.title.endswith(OPPOSITE)
        ):
            local.roles.append((mention.title, mention.of, mention))
            local.countries.update([mention.country] if mention.country else [])


def given_offices(story: Story) -> None:
    """Give persons the office to which a country names them: "Orsenda appointed Ama Lawson ambassador to Togo", "... as its envoy"."""
    for before, mention in pairwise(one for one in story.mentions if not one.inner):
        if mention.form != "title" or mention.kind != "person" or not mention.title:
            continue
        named = _named_to(story, before, mention)
        local = story.locals.of_mention.get(named) if named is not None else None
        giver = next((one for one in reversed(_before(story, named)) if one.kind == "country"), None) if named is not None else None
        if local is None or local.kind != "person":
            continue
        of = (giver.country if giver is not None else None) or (mention.of if named is before else None)
        local.roles.append((mention.title, of, mention))
        local.countries.update([of] if of else [])


def _named_to(story: Story, before: ActorMention, mention: ActorMention) -> ActorMention | None:
    """The person who is named to an office: before it with "as" between, or between the verb and the office."""
    text, words = story.reading.article.document.text, story.lex.words
    inner = [one for one in story.by_sentence[mention.sentence] if one.inner and one.kind == "person" and mention.span.contains(one.span)]
    if inner and text[mention.span.start : inner[0].span.start].strip().lower() in words["reference.appointing"]:
        return inner[0]
    verb = text[: before.span.start].split()[-1:] if before.sentence == mention.sentence else []
    between = text[before.span.end : mention.span.start].strip().lower()
    fits = between in words["reference.appointed_as"] and any(one.lower() in words["reference.appointing"] for one in verb)
    return before if fits else None


def _before(story: Story, mention: ActorMention) -> list[ActorMention]:
    """The mentions of the sentence of a person that stand before it."""
    return [one for one in story.by_sentence[mention.sentence] if one.span.end <= mention.span.start]


def find_opposites(story: Story) -> list[tuple[Local, Local]]:
    """The pairs of a person and the counterpart, who is given the office of the other in the country of his own."""
    pairs: list[tuple[Local, Local]] = []
    last: Local | None = None
    office: str | None = None
    for mention in story.mentions:
        local = story.locals.of_mention.get(mention)
        if local is None and mention.form == "title" and mention.kind == "person" and not (mention.title or "").endswith(OPPOSITE):
            same = last is not None and any(m.sentence == mention.sentence for m in last.mentions)  # "X called in the ambassador"
            last, office = (last, office) if same else (None, mention.title)
        if local is None or local.kind != "person":
            continue
        if mention.title and mention.title.endswith(OPPOSITE):
            owner = _owner_of(mention, story)
            last = owner or last
            title = None if owner is None and _unclear(mention, story) else _own_office(last) or office
            _give(mention, local, owner, title, last)
            if last is not None and last is not local and mention.title.endswith(_EQUALS):
                pairs.append((last, local))
        else:
            last = local
            styled = story.lex.titles.value(mention.title or "") == "style"
            office = mention.title if mention.title and not styled else office
    return pairs


def _unclear(mention: ActorMention, story: Story) -> bool:
    """Whether a pronoun owns the counterpart and the sentence before names several persons: "She met her counterparts"."""
    here = [one for one in story.by_sentence[mention.sentence] if one.span.end <= mention.span.start and one.kind == "person"]
    if any(one.form == "name" and not (one.title or "").endswith(OPPOSITE) for one in here):
        return False
    before = story.by_sentence.get(mention.sentence - 1, ())
    return len({story.locals.of_mention[one].name for one in before if one.kind == "person" and one in story.locals.of_mention}) > 1


def _own_office(one: Local | None) -> str | None:
    own = next((title for title, _, _ in one.roles if not title.endswith(OPPOSITE)), None) if one else None
    last = own.rsplit(" and ", 1)[-1] if own else None
    return last if last and (is_ministerial(last) or is_state_title(last)) and "minister of" not in (own or "") else own


def _give(mention: ActorMention, local: Local, owner: Local | None, title: str | None, last: Local | None) -> None:
    follows = (mention.title or "").endswith(("predecessor", "successor"))
    of = mention.country or (owner.country if owner else last.country if follows and last else mention.of)
    if title and last is not local:
        local.roles.append((title, of, mention))
    if follows and of and of in (owner.country if owner else None, last.country if last else None):
        local.countries[of] += 1


def _owner_of(mention: ActorMention, story: Story) -> Local | None:
    """The person whose counterpart or predecessor somebody is called: "Rosk's predecessor, Ila Moor"."""
    known = story.locals.of_mention
    inner = [one for one in story.by_sentence[mention.sentence] if one.inner and mention.span.contains(one.span)]
    people = [known[one] for one in inner if one.kind == "person" and one in known]
    return people[0] if people and people[0] is not known.get(mention) else None
