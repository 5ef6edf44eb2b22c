"""One plain line for an event: "China and Peru concluded negotiations on the free trade agreement"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tieline.rules.load import Rulebook

FOLDER = "en/titles"
LONGEST = 160
FORMS = {
    "occurred": "{who} {past}",
    "ongoing": "{who} {be} {ing}",
    "planned": "{who} {be} to {base}",
    "expected": "{who} {be} expected to {base}",
    "hypothetical": "{who} may {base}",
    "cancelled": "{who} will not {base} as planned",
    "denied": "{who} did not {base}",
}
STAYS = frozenset({"visit", "meeting", "summit"})  # under way when reported, over when read: told as past
_PART = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Plot:
    """What a title is made from; names, not ids."""

    type: str
    stage: str | None
    status: str
    people: tuple[tuple[str, str], ...]  # (name, role)
    slots: Mapping[str, str]
    quote: str


@lru_cache(maxsize=4)
def _templates(rulebook: Rulebook) -> Mapping[str, Mapping[str, Any]]:
    merged: dict[str, dict[str, Any]] = {}
    for _, table in rulebook.tables(FOLDER):
        for kind, stages in table.items():
            merged.setdefault(kind, {}).update(stages)
    return merged


def title(plot: Plot, rulebook: Rulebook) -> str:
    """The line; the words of the text where no template or no subject fits."""
    stages = _templates(rulebook).get(plot.type, {})
    template = stages.get(plot.stage or "-") or stages.get("-")
    if not template:
        return _short(plot.quote)
    subjects, others = _cast(plot, template.get("who"))
    slots = {**plot.slots, "other": _listed(others)}
    rest = _filled(template["rest"], slots)
    verb = template["verb"]
    if template.get("alone") and (not subjects or not template.get("who_first", True)):
        thing = _filled(template.get("thing", "{object}"), slots)
        subjects, rest, verb = ([thing], "", template["alone"]) if thing else ([], None, verb)
    if not subjects or rest is None:
        return _short(plot.quote)
    base, past, ing = verb
    be = "are" if len(subjects) > 1 else "is"
    past = past.replace("were ", "was ", 1) if be == "is" else past
    form = FORMS["occurred" if plot.status == "ongoing" and plot.type in STAYS else plot.status]
    line = form.format(who=_listed(subjects), past=past, base=base, ing=ing, be=be)
    return _short(line + rest)


def statement_title(plot: Plot, verb: str) -> str:
    """Who said what, in the words of the text: "Hu Jintao and Alan Garcia pledged to promote bilateral trade ties"."""
    speakers = list(dict.fromkeys(name for name, role in plot.people if role == "speaker"))
    content = plot.slots.get("content", "").strip().rstrip(",.")
    if not speakers or not content:
        return _short(plot.quote)
    plain = verb.isalpha() and verb.islower() and not verb.endswith("ing")
    said = verb if plain and (plot.status == "occurred") else "said"
    link = " " if content.startswith(("to ", "that ")) and said != "said" else ": "
    return _short(f"{_listed(speakers)} {said}{link}{content}")


def _cast(plot: Plot, roles: Sequence[str] | None) -> tuple[list[str], list[str]]:
    """Subjects and others. Without a rule: agents first, then parties; a witness is neither."""
    people = [(name, role) for name, role in plot.people if role != "state"]
    wanted = roles or ("agent", "party", "participant", "speaker", "donor", "guest")
    names = [name for name, role in people if role in wanted]
    if not roles and plot.type in ("agreement", "negotiation", "diplomatic_ties", "partnership", "trade_deal", "meeting"):
        names += [name for name, role in people if role in ("patient", "partner", "host") and name not in names]
        return list(dict.fromkeys(names)), []
    others = [name for name, role in people if role not in wanted and role != "witness" and name not in names]
    return list(dict.fromkeys(names)), list(dict.fromkeys(others))[: 1 if plot.type == "visit" else None]


def _filled(template: str, slots: Mapping[str, str]) -> str | None:
    """The template with its slots filled; parts in brackets fall away when empty; None where a needed slot is empty."""

    def part(match: re.Match[str]) -> str:
        names = _SLOT.findall(match[1])
        return match[1] if all(slots.get(name) for name in names) else ""

    text = _PART.sub(part, template)
    if not all(slots.get(name) for name in _SLOT.findall(text)):
        return None
    return _SLOT.sub(lambda match: slots[match[1]], text)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1] if names else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
