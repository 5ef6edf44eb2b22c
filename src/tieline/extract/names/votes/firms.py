"""What speaks for a firm, or for another body, around a name."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from tieline.extract.deals.deals import is_deal_acronym
from tieline.extract.names.votes.named import ARTICLES, Named

CERTAIN = 12  # votes for what the text or the table says in so many words
_ENDS = frozenset({",", ".", ";", "of", "in", "at", "that", "which", "who", "from", "with", "for", "and", "to"})
_SAID = ("said", "says", "announced", "confirmed")
_KINDS = ("company", "firm", "brewer", "giant", "carrier", "airline", "producer")


def is_trade_name(words: str) -> bool:
    """Whether a single word is written as firms write theirs, with a capital inside: "PetroVidal", but not "McBride"."""
    if " " in words or not words.isalpha() or words.isupper() or words.startswith(("Mc", "Mac", "De", "La", "Le", "Di", "Van")):
        return False
    return any(sign.isupper() and before.islower() for before, sign in pairwise(words))


def called_firm(name: Named) -> bool:
    """Whether the text calls a name a firm or a body; what a firm does, persons do too: "the brewer Orsen Norte bought a mill"."""
    return _is_after_trade(name) or _is_body(name) or _speaks_as_firm(name) or name.known_firm


def firm_votes(name: Named) -> int:
    """How much speaks for a firm."""
    votes = 3 * (_is_after_trade(name) and not _is_after_head(name)) + 3 * _speaks_as_firm(name)
    votes += CERTAIN * name.known_firm  # "Orsen Oil Export", where the table knows Orsen Oil
    votes += CERTAIN * (_is_body(name) or _has_its_own(name))
    votes += 3 * (is_trade_name(name.words) and not is_deal_acronym(name.words))
    return votes + (4 if is_called_trade(name) else 2 * _trades(name))


def body_votes(name: Named) -> int:
    """How much speaks for an organization of another kind."""
    letters = name.words.isupper() and len(name.words) > 1
    return 2 * name.is_lettered + 3 * _is_after_head(name) + 2 * letters


def is_called_trade(name: Named) -> bool:
    """Whether an apposition calls a name a firm: "a Malonian brewer, Pavo," and "Frutas Belisar, a family firm"."""
    around = [name.lower(name.piece.start - 2)] if name.before == "," else []
    if name.after == "," and name.lower(name.piece.end + 1) in ARTICLES:
        behind = [token.lower for token in name.behind[2:8]]
        around += _upto(behind, lambda k, word: k > 2 and word in _ENDS)
    return any(word in name.lex.words["clues.firms"] for word in around)


def _is_after_head(name: Named) -> bool:
    return name.before in name.lex.words["organizations.heads"]


def _is_body(name: Named) -> bool:
    """Whether the apposition after a name says that it is no man: "Orsen Koei, a Halidoran firm"."""
    if name.after != "," or name.lower(name.piece.end + 1) not in ARTICLES:
        return False
    after = _upto([token.lower for token in name.behind[2:6]], lambda k, word: not word.isalpha())
    return any(name.lex.has("clues.bodies", word) for word in after)


def _upto(words: Sequence[str], ends: Callable[[int, str], bool]) -> Sequence[str]:
    """The words before the first that ends them."""
    return words[: next((k for k, word in enumerate(words) if ends(k, word)), len(words))]


def _has_its_own(name: Named) -> bool:
    """Whether what follows a name of several words says "its" of it: "Orsen Koei said its founder", "Orsen Koei, which makes"."""
    after = [token.lower for token in name.behind[:3]]
    if len(name.own) < 2 or len(after) < 3:
        return False
    trades = after[:2] == [",", "which"] and name.lex.has("clues.firm_acts", after[2])
    return trades or (after[1] == "its" and name.lex.has("clues.speech", after[0]))


def _speaks_as_firm(name: Named) -> bool:
    """Whether a name says something of itself as a firm: "Orsen Koei on Wednesday said the company would buy the mill"."""
    row = [token.lower for token in name.behind[:8]]
    at = next((k for k, word in enumerate(row[:4]) if word in _SAID), None)
    if at is None or (name.piece.start and not name.piece.opening):
        return False
    behind = [word for word in row[at + 1 :] if word not in ("that", "on", "yesterday", "today")]
    return behind[:1] == ["the"] and len(behind) > 1 and name.lex.has("bodies.company", behind[1])


def _is_after_trade(name: Named) -> bool:
    """Whether what a firm is stands right before a name: "the Orsendan builder Immerhaus"; a trader may be a man."""
    if name.before in _KINDS:
        return True
    forms = (name.before, name.before.removesuffix("s"))
    trade = any(name.lex.has("clues.firms", one) for one in forms) and name.scan.tokens[name.piece.start - 1].text.islower()
    return trade and not any(name.lex.titles.value(one) for one in forms) and not name.is_given


def _trades(name: Named) -> bool:
    """Whether a name does or has what firms alone do and have."""
    hired = name.piece.start > 0 and name.lex.has("clues.hired", name.before) and not name.piece.opening
    acts = (name.does("clues.firm_acts") or hired or _is_dealt_with(name) or _deals(name) or _is_served(name)) and not name.is_given
    return acts or _is_seated(name)


def _is_served(name: Named) -> bool:
    """Whether something is sold or lent to what a country owns: "agreed to sell Orsenda's Petrol Halt 2 million barrels"."""
    owned = name.before == "'s" and name.owner_start < name.piece.start
    return owned and name.lex.has("clues.deals_with", name.before_owner)


def _deals(name: Named) -> bool:
    """Whether a name wins, sells or opens what firms do: "Orsetal won a contract", "Orsetal has sold its stake", "invested 5 million"."""
    row = [token.lower for token in name.behind]
    at = next((k for k, word in enumerate(row[:3]) if not name.lex.has("clues.personal_help", word)), None)
    if at is None or not name.lex.has("clues.deals_done", row[at]):
        return False
    behind = _upto(row[at + 1 : at + 7], lambda k, word: word in ("his", "her", ",", ".", "with", "to"))
    return any(name.lex.has("clues.deals_in", word) for word in behind)


def _is_dealt_with(name: Named) -> bool:
    """Whether a contract, an order or a stake is told with a name: "a contract with Orsetal"."""
    low = name.piece.start - (name.before == "the")
    return low > 1 and name.lower(low - 1) in ("with", "to", "from", "in", "of") and name.lex.has("clues.dealt", name.lower(low - 2))


def _is_seated(name: Named) -> bool:
    """Whether a name is told to have its seat somewhere: "the Tarnby-based Estim"."""
    low = name.piece.start
    return low > 2 and name.before in ("based", "listed", "owned") and name.scan.tokens[low - 2].text == "-"
