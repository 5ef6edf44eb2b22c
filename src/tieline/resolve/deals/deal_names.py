"""The plain name of an agreement: as the texts write it, else its parties and the words for it."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

_WORD = re.compile(r"[^\W\d_]+")
_PARTIES = re.compile(r"\s(?:between|with)\s.*$", re.IGNORECASE | re.DOTALL)
_OWNER = re.compile(r"^.{1,40}['’]s? ")
_HANGING = frozenset({"the", "a", "an", "of", "on", "for", "and", "in", "to", "-", "–"})  # words that end no name
_SHORT = re.compile(r" \([A-Z]{2,8}\)")
_MARKUP = str.maketrans("", "", "*_`")


def deal_name(
    kind: str,
    parties: Sequence[str],
    names: Iterable[str],
    proper: Iterable[str],
    words: Mapping[str, Set[str]],
    *,
    upgrade: bool = False,
    aliases: Iterable[str] = (),
) -> str:
    """The name: the longest that is written as one, else "China-Peru free trade agreement" from the parties and the plain words."""
    written = sorted({bare for name in proper if " " in (bare := _bare(name, (), words))})
    if written and not upgrade:
        return max(written, key=lambda one: (len(one), one))
    own = [part.lower() for party in (*parties, *aliases) for part in _WORD.findall(party) if part[0].isupper()]
    own += sorted(words.get("combining", ())) if own else []
    plain = sorted({found for name in names if (found := _bare(name, own, words))})
    best = max(plain, key=lambda one: (_is_kind(one, kind), not one.endswith("s"), len(one), one), default="") or _of_kind(kind, words)
    if upgrade and best == kind:
        return f"{'-'.join(sorted(parties))} upgrade {best}".strip()
    more = " upgrade" if upgrade and "upgrade" not in best.lower() else ""
    return f"{'-'.join(sorted(parties))} {best}{more}".strip()


def partnership_name(parties: Sequence[str], level: str) -> str:
    """The name of a partnership of some level."""
    words = level if "partner" in level else f"{level} partnership".strip()
    return f"{'-'.join(sorted(parties))} {words}".strip()


def article(name: str, *, indefinite: bool = False) -> str:
    """A name with its article: "the China-Peru free trade agreement"; several things ("procurement agreements") take none."""
    last = name.rsplit(" ", 1)[-1].lower()
    if not name or name.split(maxsplit=1)[0].lower() in ("the", "a", "an") or (last.endswith("s") and not last.endswith("ss")):
        return name
    if indefinite:
        return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"
    return f"the {name}"


def topic(name: str, words: Mapping[str, Set[str]]) -> str | None:
    """The noun right before the head of a name in small letters: "customs" in "a customs agreement"."""
    parts = name.split()
    if len(parts) < 2 or parts[-1] not in words["heads"] or not parts[-2].islower() or not parts[-2].isalpha():
        return None
    return None if parts[-2] in words["generic"] | words["before"] | words["vague"] else parts[-2]


def _bare(name: str, own: Sequence[str], words: Mapping[str, Set[str]]) -> str:
    """A name without its parties, and without articles and the like before it; in small letters where it was shouted."""
    plain = " ".join(name.translate(_MARKUP).split())
    shouted = plain.isupper() and (" " in plain or plain.lower() in words["heads"])
    if own:
        plain = _SHORT.sub("", _OWNER.sub("", _PARTIES.sub("", plain))) or plain
    found = (plain.lower() if shouted else plain).split()
    while found and (found[0].lower() in words["before"] or _is_own(found[0], own)):
        found.pop(0)
    kept = [word for word in found if not _is_own(word, own)]
    while kept and kept[-1].lower() in _HANGING:
        kept.pop()
    return " ".join(kept)


def _is_own(word: str, own: Sequence[str]) -> bool:
    """Whether a word names parties alone: "Tarvosa", "Belmira-Tarvosa"."""
    return all(part in own for part in word.lower().split("-"))


def _is_kind(name: str, kind: str) -> bool:
    return kind.replace("_", " ") in name.lower()


def _of_kind(kind: str, words: Mapping[str, Set[str]]) -> str:
    """The words for a kind of which the texts give no plain name."""
    noun = kind.replace("_", " ")
    if noun in ("other", "documents"):
        return "agreement"
    return noun if noun.rsplit(" ", 1)[-1] in words["heads"] else f"{noun} agreement"
