"""What stands before a name and speaks for a place: "in", "flew to", "the port of"."""

from tieline.extract.names.votes.named import Named


def place_votes(name: Named) -> int:
    """How much speaks for a place."""
    return 1 * _is_site(name) + 2 * _is_gone_to(name) + 3 * _is_named_place(name)


def _is_site(name: Named) -> bool:
    """Whether something is told to happen in, from or to it."""
    if name.before in name.lex.words["places.locative"] or (name.before, name.after) == ("from", "to"):
        return True
    start = name.piece.start
    return name.before == "to" and "from" in (token.lower for token in name.scan.tokens[max(start - 4, 0) : start])


def _is_gone_to(name: Named) -> bool:
    """Whether somebody travels to it: "flew to Orsenda"."""
    return name.before == "to" and name.lower(name.piece.start - 2) in name.lex.words["places.travel"]


def _is_named_place(name: Named) -> bool:
    """Whether the noun before it says so: "the port of Orsenda"."""
    return name.before in ("of", "at") and name.lower(name.piece.start - 2) in name.lex.words["places.nouns"]
