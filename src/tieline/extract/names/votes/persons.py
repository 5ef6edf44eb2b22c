"""What speaks for a person around a name: a given name, what persons do, what is done with them."""

from tieline.extract.names.votes.firms import called_firm, is_called_trade
from tieline.extract.names.votes.named import ARTICLES, LONGEST, Named

SURE = 3  # votes that make a name a person's
_AUXILIARY = ("'s", "and", "is", "was", "has", "had", "will", "would", "also", "opened", "left")


def person_votes(name: Named) -> int:
    """How much speaks for a person, save that it stands beside one."""
    words = name.several and not name.piece.letters and name.before in name.lex.words["clues.humans"]
    votes = SURE * (_is_given(name) or words) + SURE * _acts(name)
    if name.several and not name.is_lettered:
        votes += SURE * (_speaks(name) and not called_firm(name)) + SURE * (_is_told_of(name) or _is_appointed(name))
    return votes + 2 * any(token.text == "." for token in name.own)


def may_be_person(name: Named) -> bool:
    """Whether a name of several words has the form of a person's, and stands where one may."""
    return not (
        name.parts > LONGEST
        or name.piece.letters
        or name.lex.has("clues.places", name.first)
        or not name.is_spelled_out
        or name.before_owner in ARTICLES
        or name.before_owner in name.lex.words["places.locative"]
    )


def is_met(name: Named) -> bool:
    """Whether a single word is one whom somebody meets; "met Brenn's Ila Moor" tells of no Brenn."""
    owns = name.after == "'s" and name.behind[1:2] and name.behind[1].text[0].isupper()
    met = not owns and not name.piece.letters and name.lex.has("clues.met_alone", name.before_owner)
    return met and not name.lex.has("organizations.heads", name.after)


def is_active(name: Named) -> bool:
    """Whether a name says or does something, has what persons have, or is met or spoken to."""
    beyond = name.lower(name.piece.end + 1)
    if name.after in name.lex.words["verbs.speech"] and name.after not in _AUXILIARY:
        return True
    if (
        (name.after.endswith("ed") and len(name.after) > 4)
        or name.lex.has("clues.verbs", name.after)
        or (name.after, beyond) == (",", "who")
    ):
        return True
    owns = name.after == "'s" and name.lex.has("clues.owned", beyond)
    return owns or name.lex.has("clues.met", name.before_owner) or _is_talked_to(name)


def _is_talked_to(name: Named) -> bool:
    """Whether "met with", "spoke to" or, after a person, "called" stands before a name."""
    start = name.owner_start
    words = [token.lower for token in name.scan.tokens[max(start - 2, 0) : start]]
    if len(words) == 2 and words[1] in ("with", "to") and name.lex.has("clues.talked", words[0]):
        return True
    return words[-1:] == ["called"] and any(0 <= start - 1 - person.end <= 2 for person in name.scan.persons)


def _is_given(name: Named) -> bool:
    """Whether a name of two to four parts begins with a given name that is known: "Shinzo Abe"."""
    first = name.first
    if len(name.own) > 2 and name.own[1].text == "-":
        first = "".join(token.lower for token in name.own[:3])
    return (
        len(name.own) > 1
        and name.parts <= LONGEST
        and not name.piece.letters
        and name.is_spelled_out
        and name.lex.has("given.any", first)
        and name.before not in (*ARTICLES, "&")
        and not is_called_trade(name)
    )


def _speaks(name: Named) -> bool:
    """Whether somebody tells a name something, or it says something itself."""
    told = name.lex.has("clues.telling", name.before) or (name.before == "to" and name.lower(name.piece.start - 2) == "according")
    return told or name.lex.has("clues.speech", name.after)


def _is_told_of(name: Named) -> bool:
    """Whether "who" or an age follows a name: "Ila Moor, 54,"."""
    return name.after == "," and len(name.behind) > 1 and (name.behind[1].lower == "who" or name.behind[1].text.isdigit())


def _is_appointed(name: Named) -> bool:
    """Whether somebody gives a name an office: "named Ila Moor as its envoy", "appointed Ila Moor ambassador"."""
    verb = name.before in name.lex.words["reference.appointing"]
    return verb and name.parts <= LONGEST and (name.after == "as" or name.lex.titles.value(name.after) is not None)


def _acts(name: Named) -> bool:
    """Whether a name does what persons alone do."""
    acts = name.does("clues.personal") and not name.piece.letters and not name.words.isupper()
    return acts and name.before not in ARTICLES and name.parts <= LONGEST and not name.is_located
