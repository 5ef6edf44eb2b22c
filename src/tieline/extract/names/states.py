"""States that no table holds, found in one document by what the text does with them: "Orsendan" and "Orsenda", "President of X"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tieline.extract.names.compounds import compounded
from tieline.extract.names.deeds import SURE, deeds
from tieline.extract.names.gazetteer import Lexicon
from tieline.extract.names.marks import long_form
from tieline.extract.names.title_names import is_name
from tieline.model.token import Token

_NEEDED = 2


@dataclass(frozen=True)
class States:
    """Unknown states of a document: `names` themselves, and `adjectives` with the state each belongs to."""

    names: frozenset[str]
    adjectives: Mapping[str, str]

    @cached_property
    def words(self) -> frozenset[str]:
        """All names and adjectives in lower case."""
        return frozenset(word.lower() for word in (*self.names, *self.adjectives))

    def of(self, word: str) -> str | None:
        """The state a word names or is the adjective of."""
        return word if word in self.names else self.adjectives.get(word)


def adjective_of(name: str, word: str, lex: Lexicon) -> bool:
    """Whether a word can be the adjective or demonym of a name: Orsenda, Orsendan(s); Selvane, Selvanese; Tambaria, Tambari."""
    name = name[3:] if name.startswith(("Al-", "El-")) else name.removesuffix(" Islands")
    if word == name or word[:2] != name[:2]:
        return False
    for ending, options in lex.endings:
        if name.endswith(ending) and len(name) - len(ending) >= 3:
            stem = name[: len(name) - len(ending)]
            if word.startswith(stem) and any(word[len(stem) :] in (option, option + "s") for option in options):
                return True
    return False


def find_states(sentences: Iterable[Sequence[Token]], known: frozenset[str], taken: frozenset[str], lex: Lexicon) -> States:
    """The unknown states of a document. `taken` are words of tables and of persons, `known` other parts of names too."""
    sentences = [compounded(tokens, taken, lex) for tokens in sentences]
    votes, adjectives, words = _votes(sentences, known, lex)
    by_stem: dict[str, list[str]] = {}
    for word in sorted(words):
        by_stem.setdefault(word.removeprefix("Al-").removeprefix("El-")[:3], []).append(word)
    pairs = {
        word: name
        for stem in sorted(by_stem)
        for word in by_stem[stem]
        for name in by_stem[stem]
        if (votes[name] + adjectives[word] > 0 or (words[name] > 1 and len(name) > 4 and word.rstrip("s").endswith(("ese", "ian", "an"))))
        and adjective_of(name, word, lex)
        and not _is_plural(name, word)
    }
    names = {name for name, count in sorted(votes.items()) if count >= _NEEDED + (" " in name) and name not in pairs} | set(pairs.values())
    names -= set(pairs)
    names |= _neighbours(sentences, names, words, votes, lex)
    names |= _partners(sentences, names, words, lex) - set(pairs)
    alone = {word: word for word, count in sorted(adjectives.items()) if count and word not in pairs and _looks_adjective(word)}
    return States(frozenset(names), {**alone, **{word: name for word, name in pairs.items() if name in names}})


def _neighbours(sentences: Sequence[Sequence[Token]], names: set[str], words: Counter[str], votes: Counter[str], lex: Lexicon) -> set[str]:
    """Words that "and" or a hyphen joins to a state that has been found: "Tambaria and Selvane"."""
    found: Counter[str] = Counter()
    sure: set[str] = set()
    for tokens in sentences:
        mutual = any(lex.has("evidence.mutual", token.lower) for token in tokens)
        for one, sign, other in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if sign.lower in ("and", "-", "with") and one.text in words and other.text in words:
                for name, beside in ((one.text, other.text), (other.text, one.text)):
                    found[name] += beside in names and name not in names
                    sure.update([name] if mutual and sign.lower == "and" and one is tokens[0] else [])
    return {name for name, count in found.items() if count and (words[name] > 1 or votes[name] or name in sure)}


def _partners(sentences: Sequence[Sequence[Token]], names: set[str], words: Counter[str], lex: Lexicon) -> set[str]:
    """Words for those with whom a state of the same sentence has to do as states have: "Selvane exports rice to Orsenda"."""
    found: set[str] = set()
    for tokens in sentences:
        shown = any(token.text in names for token in tokens)
        if not (shown or any(_is_country(tokens, k, lex) for k in range(len(tokens)))):
            continue
        least = 1 if shown else SURE  # beside countries of the table a firm or person may be dealt with too: "sanctions on Tarvo"
        for i, token in enumerate(tokens):
            if token.text in words and token.text not in names and not _is_country(tokens, i, lex):
                headed = i > 1 and tokens[i - 1].lower == "of" and lex.has("evidence.of", tokens[i - 2].lower)
                apart = not token.text.isupper() and not (i + 1 < len(tokens) and tokens[i + 1].text in "-–")
                found.update([token.text] if apart and (headed or deeds(tokens, i, lex) >= least) else [])
    return found


def _is_country(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    hit = lex.countries.at(tokens, i)
    return hit is not None and hit[1].use != "capital"


def _is_plural(name: str, word: str) -> bool:
    return word == name + "s"


def _looks_adjective(word: str) -> bool:
    return word.endswith(("an", "ese", "ish", "ic", "i", "lander")) and len(word) > 4


def _votes(sentences: Sequence[Sequence[Token]], known: frozenset[str], lex: Lexicon) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each word stands where a state or its adjective stands, and all capitalised words.

    In a text that has no word of states, talks and deals are those of firms or clubs.
    """
    about = [_is_public(tokens, lex) for tokens in sentences]
    public = any(about)
    votes: Counter[str] = Counter()
    adjectives: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for tokens, here in zip(sentences, about, strict=True):
        for i, token in enumerate(tokens):
            if len(token.text) < 4 or token.lower in known or lex.known.at(tokens, i):
                continue
            if _is_head(token.lower, lex) or not (" " in token.text or "-" in token.text or is_name(token, lex)):
                continue
            words[token.text] += 1
            votes[token.text] += _as_state(tokens, i, lex, public=public, here=here)
            adjectives[token.text] += _as_adjective(tokens, i, lex)
    return votes, adjectives, words


def _is_head(word: str, lex: Lexicon) -> bool:
    """Whether a word is the head word of organizations, places or things, or a title, and so no state."""
    tables = ("forms.heads", "organizations.heads", "organizations.companies", "places.heads", "things.heads", "titles.inside")
    return any(lex.has(table, word) for table in tables) or lex.titles.value(word) is not None


def _as_state(tokens: Sequence[Token], i: int, lex: Lexicon, *, public: bool, here: bool) -> int:
    """How much speaks for a state at a token; `public`: the text has words of states, `here`: this sentence has."""
    lower = [token.lower for token in tokens[max(i - 4, 0) : i + 3]]
    at = min(i, 4)
    before, after = lower[:at], lower[at + 1 :]
    score = 0
    if len(before) > 1 and before[-1] == "of" and before[-2] in lex.words["evidence.of"]:
        score += 2 if _surely_of(before, lower[at], lex) else 1
    form = long_form(tokens, i, lex)
    if form < i and score < 2:
        score += 1 if any(lex.has("forms.shared", token.lower) for token in tokens[form:i]) else 2
    if (
        (after[:1] == ["'s"] or (after[:1] == ["'"] and lower[at].endswith("s")))
        and len(after) > 1
        and (after[1] in lex.words["evidence.owned"] or _owns_office(tokens, i + 2, lex))
    ):
        score += 2
    score += _listed(tokens, i, lex) + _travelled(before, after) + _owns_rank(after, lex)
    leads = {" ".join(before[-k:]) for k in (1, 2, 3) if len(before) >= k} if public else set()
    told = bool(leads & lex.words["evidence.with"]) + bool(leads & lex.words["evidence.surely"])
    dealt = here and _dealt_with(tokens, i, lex)
    score += 2 if dealt and _is_strong(tokens, i, lex) else max(told, int(dealt))
    score += _with_person(tokens, i, lex) + _recognises(tokens, i, lex) + _spoken_for(tokens, i, lex) if public else 0
    score += _deals(tokens, i, lex) if here else 0
    score = max(score, deeds(tokens, i, lex))
    return score + _beside(tokens, i, lex) + _in_pair(tokens, i, lex) + _heads_person(tokens, i, lex)


def _surely_of(before: Sequence[str], word: str, lex: Lexicon) -> bool:
    """Whether what stands before "of" is an office or a form of states alone: "ambassador of X", "Foreign Minister of X"."""
    if before[-2] in lex.words["evidence.surely_of"]:
        return True
    return before[-2] == "minister" and before[-3:-2] != [] and before[-3] in lex.words["titles.inside"] | {"prime"} and (
        word not in lex.words["titles.inside"]
    )  # fmt: skip


def _travelled(before: Sequence[str], after: Sequence[str]) -> int:
    """Two for where somebody goes on a visit of state: "left for X on an official visit"."""
    return 2 * (before[-1:] == ["for"] and after[:1] == ["on"] and after[1:2] in (["a"], ["an"]) and bool(before[:-1]))


def _owns_rank(after: Sequence[str], lex: Lexicon) -> int:
    """One for who has generals and admirals: "X's Admiral Ila Moor"."""
    return int(after[:1] == ["'s"] and any(word in lex.words["evidence.ranks"] for word in after[1:2]))


def _owns_office(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether an office that only states have begins at a token: "defence minister", "deputy prime minister"."""
    k = i
    skipped = lex.words["titles.inside"] | lex.words["titles.before"] | {"prime"}
    while k < len(tokens) and k - i < 4 and tokens[k].lower in skipped:
        k += 1
    return k < len(tokens) and tokens[k].lower in lex.words["evidence.offices"]


def _listed(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two for each of several owners of an office of state: "the prime ministers of Selvane, Elberia and X"."""
    k = i
    while k > 1 and i - k < 8 and tokens[k - 1].lower in (",", "and"):
        k -= 1 + (tokens[k - 1].lower == "and" and tokens[k - 2].text == ",")
        if not is_name(tokens[k - 1], lex):
            return 0
        k -= 1
    several = i + 2 < len(tokens) and tokens[i + 1].lower in (",", "and") and tokens[i + 2].text[0].isupper()
    if k < 2 or tokens[k - 1].lower != "of" or not (k < i or several):
        return 0
    k -= 2 * (k > 3 and tokens[k - 3].lower == "of" and lex.has("titles.inside", tokens[k - 2].lower))  # "ministers of trade of"
    return 2 if tokens[k - 2].lower in lex.words["evidence.several"] else 0


def _is_public(tokens: Sequence[Token], lex: Lexicon) -> bool:
    """Whether a sentence is about states: it has a word of theirs, or free trade."""
    return any(
        token.lower in lex.words["evidence.public"] or (token.lower == "free" and after.lower == "trade")
        for token, after in zip(tokens, [*tokens[1:], tokens[-1]], strict=True)
    )


def _deals(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two for what only states have or do: "X's upgraded free trade agreement", "X has switched diplomatic recognition"."""
    after = [token.lower for token in tokens[i + 1 : i + 12]]
    if after[:1] == ["'s"]:
        upto = next((k for k, word in enumerate(after[1:5], 1) if word in lex.words["evidence.deals"]), 0)
        return 2 if upto > 1 and all(word.isalpha() and tokens[i + 1 + k].text.islower() for k, word in enumerate(after[:upto]) if k) else 0
    paired = after[:1] == ["and"] and len(after) > 1 and tokens[i + 2].text[0].isupper()
    beside = i > 1 and tokens[i - 1].lower == "and" and tokens[i - 2].text[0].isupper()
    k = 2 if paired else 0
    told = after[k] in lex.words["verbs.speech"] and "it" in after[k + 1 : k + 5] if k < len(after) else False
    k = after.index("it") + 1 if told else k  # "X said that it had recalled its ambassador"
    while k < len(after) and after[k] in lex.words["evidence.between"]:
        k += 1
    acts = k < len(after) and after[k] in lex.words["evidence.ties_verbs"]
    if acts and any(word in lex.words["evidence.ties_nouns"] for word in after[k + 1 : k + 4]):
        return 2
    if acts and any(word in lex.words["evidence.talks_nouns"] for word in after[k + 1 : k + 4]):
        return 1
    if not ((paired or beside) and k < len(after) and after[k] in lex.words["evidence.together"]):
        return 0
    return 1 + any(word in lex.words["evidence.truce"] for word in after[k + 1 :])


def _recognises(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two where one state recognises another: "X may recognise Y", for either."""
    k = i + 1
    while k < len(tokens) and k - i < 4 and tokens[k].lower in lex.words["evidence.between"]:
        k += 1
    whom = k + 1 < len(tokens) and tokens[k].lower in lex.words["evidence.recognises"] and is_name(tokens[k + 1], lex)
    by = (
        i > 1
        and tokens[i - 1].lower in lex.words["evidence.recognises"]
        and any(is_name(one, lex) for one in tokens[max(i - 4, 0) : i - 1])
    )
    return 2 * (whom or by)


def _spoken_for(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two for the state of whose deeds a ministry in a capital speaks: "the foreign ministry in Tarnby said X would"."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    k = i - 1 - (i > 0 and tokens[i - 1].lower == "that")
    if after not in lex.words["evidence.between"] or k < 3 or tokens[k].lower not in lex.words["verbs.speech"]:
        return 0
    return 2 * (tokens[k - 2].lower == "in" and lex.has("groups.seated", tokens[k - 3].lower) and is_name(tokens[k - 1], lex))


def _dealt_with(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether a deal or ties stand some words before "with X", or "between A and X": "agreement (FTA) with X", "trade in wood with X"."""
    k = i - 1 if i and tokens[i - 1].lower == "the" else i
    words = [token.lower for token in tokens[max(k - 9, 0) : k]]
    if words[-1:] == ["with"]:
        deals = next((n for n, word in enumerate(reversed(words[:-1])) if word in lex.words["evidence.deals"]), None)
        return deals is not None and not any(word in (",", ".", ";", ":") for word in words[len(words) - 1 - deals : -1])
    return words[-1:] == ["between"] or (
        words[-1:] == ["and"] and "between" in words[-5:] and any(w in lex.words["evidence.deals"] for w in words)
    )


def _is_strong(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether the deal told before a token is one that states alone make: a treaty, free trade, diplomatic ties."""
    return any(lex.has("evidence.strong", token.lower) for token in tokens[max(i - 10, 0) : i])


def _with_person(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two for each of two names that own a person side by side: "X's Ana Ruiz and Y's Leo Brandt"."""
    if not _owns_person(tokens, i, lex):
        return 0
    for k in range(max(i - 6, 0), min(i + 7, len(tokens))):
        joined = 0 < k < len(tokens) and tokens[k - 1].lower in ("and", "with", "met", ",")
        beside = joined if k > i else tokens[i - 1].lower in ("and", "with", "met", ",")
        if abs(k - i) > 2 and beside and _owns_person(tokens, k, lex):
            return 2
    return 0


def _owns_person(tokens: Sequence[Token], i: int, lex: Lexicon) -> bool:
    """Whether "'s" and a name of two words follow a name: "Selvane's Ila Moor"."""
    if i + 3 >= len(tokens) or tokens[i + 1].lower != "'s" or not is_name(tokens[i], lex):
        return False
    return all(is_name(tokens[k], lex) and not _is_head(tokens[k].lower, lex) for k in (i + 2, i + 3))


def _heads_person(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """Two where an office of state with a name stands before, "Prime Minister Tomas Ridel of X"; a president may be a firm's."""
    if i < 3 or tokens[i - 1].lower != "of" or (i + 1 < len(tokens) and tokens[i + 1].text[0].isupper()):
        return 0
    k = i - 1
    while k and i - k < 8 and _in_name(tokens[k - 1], lex):
        k -= 1
    if k in (0, i - 1):
        return 0
    office = tokens[k - 1].lower
    if office in lex.words["evidence.ranks"]:
        return 1
    if office in lex.words["evidence.royal"] or (office == "prince" and k > 1 and tokens[k - 2].lower == "crown"):
        return 2
    if office == "president":
        return 1 + any(lex.has("evidence.diplomatic", token.lower) for token in tokens)
    return 2 if office in ("minister", "ambassador") or "state" in (lex.titles.value(office) or "").split() else 0


def _in_name(token: Token, lex: Lexicon) -> bool:
    """Whether a word can be part of a person's name: no title, and small only as a particle ("bin")."""
    return (is_name(token, lex) and lex.titles.value(token.lower) is None) or lex.has("particles.words", token.text)


def _in_pair(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """One where a hyphen joins the word to another before "ties", "trade agreement" and the like: "the X-Y border"."""
    for first in (i, i - 2):
        pair = tokens[first : first + 4] if first >= 0 else ()
        if len(pair) == 4 and pair[1].text in "-–" and pair[2].text[0].isupper() and pair[3].lower in lex.words["evidence.after_pair"]:
            return 1
    return 0


def _beside(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    """One where a country stands beside the word: "Chile and X signed"."""
    for k, sign in ((i + 1, i + 2), (i - 1, i - 2)):
        if 0 <= sign < len(tokens) and 0 <= k < len(tokens) and tokens[k].lower in ("and", "-") and tokens[sign].text[0].isupper():
            hit = lex.countries.at(tokens, sign)
            if hit and hit[1].use == "name":
                return 1
    return 0


def _as_adjective(tokens: Sequence[Token], i: int, lex: Lexicon) -> int:
    if i + 1 >= len(tokens):
        return 0
    after = tokens[i + 1].lower
    if tokens[i].lower in lex.words["evidence.partisan"]:
        return 0  # "a Democratic senator"
    title = lex.titles.at(tokens, i + 1)
    office = title is not None and title[1] != "style"  # "Hassan Sheikh ..." is a name
    near = after in lex.words["evidence.after_adjective"] or office or after in lex.words["titles.inside"]
    return int(near and _looks_adjective(tokens[i].text.rstrip("s") if tokens[i].text.endswith("ans") else tokens[i].text))
