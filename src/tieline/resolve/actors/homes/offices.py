"""Who holds an office, and which offices a country has."""

from collections.abc import Sequence

from tieline.extract.names.gazetteer import Lexicon
from tieline.resolve.actors.local import Local, Locals, is_ministerial, is_state_title

_GOVERNING = (
    "vice president",
    "vice-president",
    "chief justice",
    "attorney general",
    "deputy president",
    "crown prince",
    "first lady",
    "opposition leader",
    "leader of the opposition",
)


def can_hold(one: Local, country: str, lex: Lexicon) -> bool:
    """Whether a country has the offices that a person holds: a kingdom has no president."""
    return not any(country in lex.headless.get(title, ()) for title in one.titles)


def only_side(one: Local, sides: Sequence[str], locals_: Locals, lex: Lexicon) -> str | None:
    """The one of two countries that has the office of somebody who heads a state: a throne, or a president where the other has none."""
    if len(sides) != 2 or not one.leads_state:
        return None
    crowned = [side for side in sides if any(side in lex.thrones.get(title, ()) for title in one.titles)]
    found = crowned if len(crowned) == 1 else [side for side in sides if can_hold(one, side, lex)]
    return found[0] if len(found) == 1 and not is_taken(found[0], one, locals_) else None


def governs(one: Local) -> bool:
    """Whether all that a text calls somebody is an office of government without an owner: president, minister."""
    return all(of is None and (is_state_title(title) or is_ministerial(title) or title in _GOVERNING) for title, of, _ in one.roles)


def rivals(one: Local, seat: str, locals_: Locals) -> bool:
    """Whether somebody else of the country holds the same office in the text."""
    mine = set(one.titles)
    return any(other is not one and other.country == seat and mine & set(other.titles) for other in locals_.persons())


def is_taken(country: str, one: Local, locals_: Locals) -> bool:
    """Whether the text gives the office at the head of a country to somebody else, and not only to a former holder."""
    mine = {title for title in one.titles if is_state_title(title)}
    return any(
        other is not one and not other.is_out and any(title in mine and (of or other.country) == country for title, of, _ in other.roles)
        for other in locals_.persons()
    )


def holds_office(one: Local, lex: Lexicon) -> bool:
    """Whether a text gives somebody an office of a state."""
    for title, of, mention in one.roles:
        if mention.text[:1].islower():
            continue  # "Nordbank president X": whose president, stands before it
        kinds = set((lex.titles.value(title) or "").split())
        if of is None and ({"state", "office"} & kinds or is_state_title(title) or is_ministerial(title)):
            return True
    return False
