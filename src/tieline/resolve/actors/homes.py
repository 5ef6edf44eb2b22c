"""The country of an office holder whom a text calls "President X" and no more: read from what the text does with the name."""

import re
from collections.abc import Mapping, Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.model.mention import ActorMention, Reading
from tieline.resolve.actors.kinship import by_relations, receives_ours
from tieline.resolve.actors.local import Local, Locals, first_span, is_ministerial, is_state_title

_GOVERNING = ("vice president", "vice-president", "chief justice", "attorney general", "deputy president", "crown prince", "first lady")
UNION = "European Union"  # no president of a state sits in its capital
TWO = 2
LEAD = 3  # sentences of prose in which who is of the house needs no country beside his office
NEAR = 24  # characters between a speaker and the capital where he speaks
_SAID_IN = re.compile(r" (?:said|says|announced|told \w+)(?: here| today)? in ")
_FROM_AFAR = ("for", "from", "of", "to", "by")
_VISIT = re.compile(
    r"\b(?:would|will|to|is|was|had|has|may|might|could|later|then|also)(?: be)? (?:visit(?:ed|ing)?|tour(?:ed|ing)?)\s(?:the )?$"
    r"|\b(?:(?:visit|trip|tour|arriv|travel|journey)\w*|flew|fly|flies|go|goes|went|come|comes|came|lands|landed|returns|returned)\b[^.;]{0,24}\b(?:to|in|of|at)\b"
)


_PAID_BY = re.compile(r"\b(?:visit|trip|tour|journey)\b[^.;,]{0,40}\bby (?:the )?$")


def settle_homes(
    reading: Reading, locals_: Locals, main: Sequence[Local], home: Local | None, opposites: Sequence[tuple[Local, Local]], lex: Lexicon
) -> None:
    """Fill in the country of office holders, the surest sign first.

    `main` are the two countries a text is about, `home` that of its dateline, `opposites` the pairs of a person and his counterpart.
    """
    names = [one.name for one in main]
    sides = names if _about_two(main, locals_) else []
    _stated(reading, locals_, names)
    if home is None or home.name not in names:
        _at_home(reading, locals_, lex)
    # The country of the dateline, where the text speaks of it almost as often as of its main two.
    third = home if home and home not in main and len(main) == 2 and 2 * len(home.mentions) >= len(main[1].mentions) else None
    for one, other in opposites:
        if len(names) > 1 and (len(main[1].mentions) < 2 or _elsewhere((one, other), reading, names)):
            continue
        seat = third or (home if other.country not in names and one.country not in names else None)
        _opposite(one, other, names, seat)
        _opposite(other, one, names, seat)
    _posted(locals_, sides)
    _companions(reading, locals_)
    by_relations(reading, locals_)
    open_ = [one for one in locals_.persons() if one.country is None and _holds_office(one, lex)]
    by_sentence = _countries(reading)
    _visiting(reading, open_, sides, home)
    heads = [one for one in open_ if one.leads_state and one.country is None]
    open_ = [one for one in open_ if one.country is None and not (one in heads and len(heads) > 1 and home)]
    for one in open_:
        seat_of = [home.name] if home and home.name in names and home.name != UNION and one.leads_state else []
        signs = [
            _said_in(one, by_sentence, reading),
            _says_of(one, by_sentence, names, reading),
            _visited(reading, one, by_sentence, sides),
            _guest_of(reading, one, sides),
            *seat_of,
            _beside(one, by_sentence, names, reading, lex),
        ]
        found = next((sign for sign in signs if sign and not _taken(sign, one, locals_) and _can_hold(one, sign, lex)), None)
        if found and found not in _abroad(reading, one) | _opposite_side(reading, one, locals_):
            one.countries[found] += 1
    _last_of_two(reading, locals_, sides)
    _met(reading, locals_, sides, lex)
    _at_home(reading, locals_, lex)
    _companions(reading, locals_)
    by_relations(reading, locals_)


def _at_home(reading: Reading, locals_: Locals, lex: Lexicon) -> None:
    """The one office holder of the lead whose country the text leaves out is of the country of its dateline, unless he travels."""
    seat = _seat(reading, lex)
    body = [one.index for one in reading.article.sentences if one.zone == "prose"][:LEAD]
    if seat is None or not body:
        return
    lead = [one for one in locals_.persons() if min(one.mentions, key=lambda m: m.span).sentence in body]
    open_ = [one for one in lead if one.country is None and _holds_office(one, lex) and _governs(one)]
    if len(open_) > 1 and not _side_by_side(open_, reading, locals_):
        return
    for one in open_:
        if not (_taken(seat, one, locals_) or _rivals(one, seat, locals_)) and _can_hold(one, seat, lex):
            _settle_at(seat, one, lead, reading, locals_)


def _side_by_side(people: Sequence[Local], reading: Reading, locals_: Locals) -> bool:
    """Whether office holders can all be of one government: no two with one office, no two heads, no two told to meet."""
    titles = [title for one in people for title in dict.fromkeys(one.titles)]
    if len(set(titles)) < len(titles) or sum(one.leads_state for one in people) > 1:
        return False
    spans = {mention.span: k for k, one in enumerate(people) for mention in one.mentions}
    met = [event for event in reading.events if event.type in ("meeting", "visit", "negotiation")]
    return all(len({spans[arg.span] for arg in event.arguments if arg.span in spans}) < 2 for event in met)


def _settle_at(seat: str, one: Local, lead: Sequence[Local], reading: Reading, locals_: Locals) -> None:
    """Give a person the country of the dateline, unless he travels or is sent for."""
    text = reading.article.text
    at = first_span(one).start
    before = text[max(at - 12, 0) : at].split()[-1:]
    far = _FROM_AFAR if one.leads_state else ("from",)
    if before and before[0] in far and one is not min(lead, key=first_span):
        return  # "a message for King X"
    if (
        _CALLED_ON.search(text[max(at - 24, 0) : at])
        and _journey_from(seat, reading)
        and not _guest_from_abroad(one, seat, reading, locals_)
    ):
        return  # "left for Dhaka ... will call on Foreign Minister X"
    if receives_ours(one, seat, reading, locals_):
        return
    around = (text[max(m.span.start - 40, 0) : m.span.end] + text[m.span.end : m.span.end + 60].split(". ")[0] for m in one.mentions)
    abroad = _abroad(reading, one)
    travels = not abroad and any(_VISIT.search(words) for words in around)
    travels = travels or any("visiting" in text[max(m.span.start - 12, 0) : m.span.end].lower() for m in one.mentions)
    if not travels and seat not in abroad | _opposite_side(reading, one, locals_):
        one.countries[seat] += 1


_CALLED_ON = re.compile(r"(?:call(?:ed|s)? on|meet(?:s|ing)?(?: with)?|met(?: with)?|talks with|received by|hosted by|welcomed by)\s$")


def _guest_from_abroad(one: Local, seat: str, reading: Reading, locals_: Locals) -> bool:
    """Whether somebody of another country than that of the dateline stands before a person in the sentence that names him first."""
    first = min(one.mentions, key=lambda m: m.span)
    before = (m for m in reading.actors if m.sentence == first.sentence and m.span < first.span and m.kind == "person")
    return any((local := locals_.of_mention.get(m)) is not None and local.country not in (None, seat) for m in before)


def _journey_from(seat: str, reading: Reading) -> bool:
    """Whether the text tells a journey to another country than that of its dateline."""
    lands = {mention.span: mention.country for mention in reading.actors if mention.country and mention.kind in ("country", "place")}
    hosts = (lands.get(arg.span) for event in reading.events if event.type == "visit" for arg in event.arguments if arg.role == "host")
    if any(land and land != seat for land in hosts):
        return True
    text, abroad = reading.article.text, [m for m in reading.actors if m.kind == "place" and m.country and m.country != seat]
    return any(text[max(m.span.start - 4, 0) : m.span.start] == " in " for m in abroad)


def _can_hold(one: Local, country: str, lex: Lexicon) -> bool:
    """Whether a country has the offices that a person holds: a kingdom has no president."""
    return not any(country in lex.headless.get(title, ()) for title in one.titles)


def _governs(one: Local) -> bool:
    """Whether all that a text calls somebody is an office of government without an owner: president, minister."""
    return all(of is None and (is_state_title(title) or is_ministerial(title) or title in _GOVERNING) for title, of, _ in one.roles)


def _seat(reading: Reading, lex: Lexicon) -> str | None:
    """The country in whose capital the text is dated; None where that is a seat of many bodies."""
    for mention in reading.actors:
        if reading.article.sentences[mention.sentence].zone == "dateline" and mention.country:
            return None if mention.text.lower() in lex.words["places.seats"] else mention.country
    return None


def _rivals(one: Local, seat: str, locals_: Locals) -> bool:
    """Whether somebody else of the country holds the same office in the text."""
    mine = set(one.titles)
    return any(other is not one and other.country == seat and mine & set(other.titles) for other in locals_.persons())


def _opposite_side(reading: Reading, one: Local, locals_: Locals) -> set[str]:
    """The countries of those whom a person is told to meet: "talks between President A and Tavonia's premier, B"."""
    own = {mention.span for mention in one.mentions}
    named = {mention.span: local for mention, local in locals_.of_mention.items() if local.kind == "person" and local is not one}
    met = [event for event in reading.events if event.type == "meeting" and any(arg.span in own for arg in event.arguments)]
    return {land for event in met for arg in event.arguments if arg.span in named and (land := named[arg.span].country)}


def _abroad(reading: Reading, one: Local) -> set[str]:
    """The countries that a text tells a person to visit: of these he is not."""
    own = {mention.span for mention in one.mentions}
    lands = {mention.span: mention.country for mention in reading.actors if mention.country and mention.kind in ("country", "place")}
    visits = [event for event in reading.events if event.type == "visit"]
    trips = [event for event in visits if any(arg.role == "guest" and arg.span in own for arg in event.arguments)]
    return {land for event in trips for arg in event.arguments if arg.role == "host" and (land := lands.get(arg.span))}


def _about_two(main: Sequence[Local], locals_: Locals) -> bool:
    """Whether a text is about two countries, so that who is not of the one is of the other: any third is named seldom."""
    others = [len(one.mentions) for one in locals_.all if one.kind == "country" and one not in main]
    return len(main) == 2 and 2 * max(others, default=0) < len(main[1].mentions)


def _stated(reading: Reading, locals_: Locals, names: Sequence[str]) -> None:
    """The country that a title alone gives to the one person who holds it: "Selvane's prime minister ... Prime Minister X".

    In a text about two countries, the title of a third is somebody else's: "The Corvian president came too".
    """
    told: dict[str, set[str]] = {}
    for mention in reading.actors:
        if mention.form == "title" and mention.title and mention.country and (len(names) < 2 or mention.country in names):
            told.setdefault(mention.title, set()).add(mention.country)
    for title, countries in told.items():
        holders = [one for one in locals_.persons() if title in one.titles]
        open_ = [one for one in holders if one.country is None and all(of is None for _, of, _ in one.roles)]
        left = countries - {one.country for one in holders if one.country}
        if len(open_) == 1 and len(left) == 1:
            open_[0].countries[next(iter(left))] += 1


def _taken(country: str, one: Local, locals_: Locals) -> bool:
    """Whether the text gives the office at the head of a country to somebody else."""
    mine = {title for title in one.titles if is_state_title(title)}
    return any(
        other is not one and any(title in mine and (of or other.country) == country for title, of, _ in other.roles)
        for other in locals_.persons()
    )


def _opposite(one: Local, other: Local, names: Sequence[str], home: Local | None = None) -> None:
    """A person whose counterpart is of one main country is of the other; `home`: or else of that country."""
    if one.country is not None or other.country is None or len(names) < 2:
        return
    if home:
        one.countries.update([home.name] if other.country != home.name else [])
        return
    if other.country in names:
        one.countries[names[1 - names.index(other.country)]] += 1


def _elsewhere(pair: tuple[Local, Local], reading: Reading, names: Sequence[str]) -> bool:
    """Whether the text has an office of one of two counterparts in a third country, so that he may be of that: "the British premier"."""
    titles = {title for one in pair if one.country is None for title in one.titles}
    return any(m.form == "title" and m.title in titles and m.country and m.country not in names for m in reading.actors)


def _visiting(reading: Reading, people: Sequence[Local], names: Sequence[str], home: Local | None) -> None:
    """Those whom a text calls visiting ("the visiting premier") are not of the country of the dateline."""
    if home is None or home.name not in names or len(names) < 2:
        return
    for mention in reading.actors:
        if mention.title and mention.text.lower().startswith(("the visiting ", "visiting ")):
            holders = [one for one in people if one.holds(mention.title)]
            if len(holders) == 1 and holders[0].country is None:
                holders[0].countries[names[1 - names.index(home.name)]] += 1


def _holds_office(one: Local, lex: Lexicon) -> bool:
    for title, of, mention in one.roles:
        if mention.text[:1].islower():
            continue  # "Nordbank president X": whose president, stands before it
        kinds = set((lex.titles.value(title) or "").split())
        if of is None and ({"state", "office"} & kinds or is_state_title(title) or is_ministerial(title)):
            return True
    return False


def _countries(reading: Reading) -> Mapping[int, Sequence[ActorMention]]:
    found: dict[int, list[ActorMention]] = {}
    for mention in reading.actors:
        if mention.kind in ("country", "place") and mention.country and not mention.inner:
            found.setdefault(mention.sentence, []).append(mention)
    return found


def _said_in(one: Local, by_sentence: Mapping[int, Sequence[ActorMention]], reading: Reading) -> str | None:
    """The country in whose capital a minister speaks who visits nobody: "Industry Minister X said in Canberra"."""
    text = reading.article.text
    for mention in one.mentions[:3]:
        for place in by_sentence.get(mention.sentence, ()):
            between = text[mention.span.end : place.span.start] if place.kind == "place" else ""
            if 0 < len(between) <= NEAR and _SAID_IN.fullmatch(between):
                return place.country
    return None


_SAYS_THAT = re.compile(
    r" (?:said|says|told [\w ]{1,24}?|announced|confirmed|added|stressed|pledged|declared|vowed|explained)"
    r"(?: (?:on )?(?:\w{3,6}day|today|yesterday|here))?(?: that)? "
)
_OWN_DEEDS = re.compile(
    r" (?:would|will|wants|wanted|hopes|hoped|plans|planned|has agreed|had agreed|has decided|had decided|was ready|is ready) (?!be )"
)


def _says_of(one: Local, by_sentence: Mapping[int, Sequence[ActorMention]], names: Sequence[str], reading: Reading) -> str | None:
    """The main country of whose next deeds a minister speaks: "Foreign Minister X told reporters that Orsenda would buy lorries"."""
    text = reading.article.text
    for mention in one.mentions[:3]:
        for land in by_sentence.get(mention.sentence, ()):
            between = text[mention.span.end : land.span.start] if land.kind == "country" and land.form == "name" else ""
            if land.country in names and _SAYS_THAT.fullmatch(between) and _OWN_DEEDS.match(text, land.span.end):
                return land.country
    return None


def _visited(reading: Reading, one: Local, by_sentence: Mapping[int, Sequence[ActorMention]], names: Sequence[str]) -> str | None:
    """A visitor to one main country is of the other: "President X is paying a state visit to China"."""
    text = reading.article.text
    for mention in one.mentions[:6]:
        for country in by_sentence.get(mention.sentence, ()):
            between = text[mention.span.end : country.span.start] if country.span.start > mention.span.end else ""
            paid = between.strip() in ("to", "to the") and _PAID_BY.search(text[max(mention.span.start - 60, 0) : mention.span.start])
            if 0 < len(between) < 60 and country.country in names and len(names) == 2 and (paid or _VISIT.search(between)):
                return names[1 - names.index(country.country)]
    return None


def _beside(
    one: Local, by_sentence: Mapping[int, Sequence[ActorMention]], names: Sequence[str], reading: Reading, lex: Lexicon
) -> str | None:
    """The one main country that acts in the sentence in which its officer speaks: "Panama has switched, President X said"."""
    mention = min((mention for mention in one.mentions if mention.title), key=lambda one: one.span, default=None)
    if mention is None or not _speaks(mention, reading, lex):
        return None
    acting = [m for m in by_sentence.get(mention.sentence, ()) if m.form in ("name", "metonym") and m.kind == "country"]
    first = [m for m in acting if m.span < mention.span][:1]
    return first[0].country if first and first[0].country in names and first[0].span.start - mention.span.start < 400 else None


def _speaks(mention: ActorMention, reading: Reading, lex: Lexicon) -> bool:
    """Whether a verb of speech stands right beside a mention."""
    text, words = reading.article.text, lex.words["reference.speech"]
    before = text[max(mention.span.start - 16, 0) : mention.span.start].lower().split()
    after = text[mention.span.end : mention.span.end + 24].lower().replace(",", " ").split()
    return bool(words & {*before[-1:], *after[:2]})


def _met(reading: Reading, locals_: Locals, sides: Sequence[str], lex: Lexicon) -> None:
    """In a text about two countries, the office holder who receives or meets one of the one country is of the other."""
    named = {mention.span: local for mention, local in locals_.of_mention.items() if local.kind == "person"}
    for event in reading.events if len(sides) == TWO else ():
        met = [named[arg.span] for arg in event.arguments if arg.span in named] if event.type == "meeting" else []
        for one, other in zip(met, reversed(met), strict=True) if len(met) == TWO else ():
            if one.country is None and other.country in sides and _holds_office(one, lex):
                land = sides[1 - sides.index(other.country)]
                if not _taken(land, one, locals_) and _can_hold(one, land, lex) and land not in _abroad(reading, one):
                    one.countries[land] += 1


def _last_of_two(reading: Reading, locals_: Locals, names: Sequence[str]) -> None:
    """Of two heads of state or government, one of a main country, the second is of the other."""
    heads = [one for one in locals_.persons() if one.leads_state and not one.is_out]
    if len(heads) == 2 and len(names) == 2 and not _elsewhere((heads[0], heads[1]), reading, names):
        _opposite(heads[0], heads[1], names)
        _opposite(heads[1], heads[0], names)


def _posted(locals_: Locals, names: Sequence[str]) -> None:
    """An envoy to one of two countries is of the other: "the High Commissioner to Orsenda, X"."""
    for one in locals_.persons() if len(names) == 2 else ():
        posts = {mention.post for mention in one.mentions if mention.post in names}
        if one.country is None and len(posts) == 1:
            one.countries[names[1 - names.index(posts.pop() or "")]] += 1


_WITH = re.compile(r"[^.;]{0,80}\b(?:accompanied|flanked|escorted) by\b[^.;]{0,200}")


def _companions(reading: Reading, locals_: Locals) -> None:
    """Who accompanies somebody is of his country: "Mr X, who is accompanied by Minister Y and the envoy Z"."""
    text = reading.article.text
    led: tuple[ActorMention, Local] | None = None
    for mention in reading.actors:
        one = locals_.of_mention.get(mention)
        if one is None or one.kind != "person" or mention.inner:
            continue
        between = text[led[0].span.end : mention.span.start] if led and led[0].sentence == mention.sentence else ""
        if led and between and _WITH.fullmatch(between):
            open_ = one.country is None and all(of is None for _, of, _ in one.roles)
            if open_ and led[1].country:
                one.countries[led[1].country] += 1
            continue
        led = (mention, one)


def _guest_of(reading: Reading, one: Local, names: Sequence[str]) -> str | None:
    """A head of one of two countries who is told to visit the other."""
    abroad = [land for land in _abroad(reading, one) if land in names]
    return names[1 - names.index(abroad[0])] if len(names) == 2 and len(abroad) == 1 and one.leads_state else None
