"""One plain line for an event: "China and Peru concluded negotiations on the free trade agreement"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tieline.model.markup import unmarked
from tieline.resolve.deals.deal_names import article
from tieline.rules.load import Rulebook

FOLDER = "en/titles"
LONGEST = 160
FORMS = {
    "occurred": "{who} {past}",
    "ongoing": "{who} {be} {ing}",
    "planned": "{who} {be} to {base}",
    "expected": "{who} {be} expected to {base}",
    "hypothetical": "{who} may {base}",
    "cancelled": "{who} will not {base}",
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
    rule: str = ""
    acting: str = ""  # the line that its own clause makes, where somebody acts in it


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
    template = stages.get(plot.rule) or stages.get("shunned" if _is_shunned(plot) else plot.stage or "-") or stages.get("-")
    if not template or (template.get("in_words") and (plot.acting or "verb" not in template)):
        return _short(plot.acting or plot.quote)
    subjects, others = _cast(plot, template.get("who"), _templates(rulebook).get("names", {}))
    slots = {**plot.slots, "other": _listed(others)}
    if not slots.get("object"):
        slots["object"] = template.get("default", stages.get("-", {}).get("default", ""))
    rest = _filled(template["rest"], slots)
    verb = template["verb"]
    if template.get("alone") and (not subjects or not template.get("who_first", True)):
        thing = _filled(template.get("thing", "{object}"), slots)
        subjects, rest, verb = ([thing], "", template["alone"]) if thing else ([], None, verb)
    if not subjects or rest is None:
        return _short(plot.quote)
    return _short(_sentence(subjects, verb, rest, plot, template.get("state")))


def _is_shunned(plot: Plot) -> bool:
    """Whether one of those invited is told not to come to a summit, which may well be held."""
    return plot.type == "summit" and plot.status == "denied" and sum(role == "participant" for _, role in plot.people) == 1


def _sentence(subjects: Sequence[str], verb: Sequence[str], rest: str, plot: Plot, state: str | None) -> str:
    """The line for a subject, a verb in its three forms and what follows; `state` says how it is while it lasts ("in force")."""
    base, past, ing = verb
    many = len(subjects) > 1 or _is_plural(subjects[0])
    be, was = ("are", "were") if many else ("is", "was")
    past = past.replace("were ", f"{was} ", 1).replace("was ", f"{was} ", 1) if past.startswith(("were ", "was ")) else past
    status = "occurred" if plot.status == "ongoing" and plot.type in STAYS else plot.status
    if base.startswith("be ") and status in ("ongoing", "denied"):
        line = f"{{who}} {be if status == 'ongoing' else was + ' not'} {base[3:]}"
    elif status == "ongoing" and state:
        line = f"{{who}} {be} {state}"
    else:
        line = FORMS[status]
    line = (
        line.format(who=_listed(subjects), past=past, base=base, ing=ing, be=be) + rest + (" as planned" if status == "cancelled" else "")
    )
    return line[:1].upper() + line[1:]


def summit_name(thing: str, rulebook: Rulebook) -> str:
    """The name of a summit: "the Asia-Pacific Economic Cooperation summit", or "a summit" where nothing names it."""
    nouns = _templates(rulebook).get("names", {}).get("summits", ())
    if not thing:
        return "a summit"
    return article(thing if thing.rsplit(" ", 1)[-1].lower() in nouns else f"{thing} summit")


def _is_plural(subject: str) -> bool:
    """Whether one subject is several things: "China-Peru procurement agreements"."""
    last = subject.rsplit(" ", 1)[-1]
    return last.islower() and last.endswith("s") and not last.endswith("ss")


def statement_title(plot: Plot, verb: str, rulebook: Rulebook) -> str:
    """Who said what, in the words of the text: "Hu Jintao and Alan Garcia pledged to promote bilateral trade ties"."""
    words = _templates(rulebook).get("names", {})
    speakers = list(dict.fromkeys(_with_article(name, words) for name, role in plot.people if role == "speaker"))
    content = plot.slots.get("content", "").strip().rstrip(",.")
    if not speakers or not content:
        return _short(plot.quote)
    plain = verb.isalpha() and verb.islower() and not verb.endswith("ing")
    said = verb if plain and plot.status == "occurred" and verb not in words.get("only_said", ()) else "said"
    direct = said in words.get("taking_things", ()) and content.split(" ", 1)[0] in words.get("openings", ())
    link = " " if direct or (content.split(" ", 1)[0] in words.get("joined", ()) and said != "said") else ": "
    line = _short(f"{_listed(speakers)} {said}{link}{content}")
    return line[:1].upper() + line[1:]


def _with_article(name: str, words: Mapping[str, Any]) -> str:
    """A name as it stands in a sentence: "the United States"."""
    return f"the {name}" if name in words.get("article", ()) else name


def _cast(plot: Plot, roles: Sequence[str] | None, words: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Subjects and others. Without a rule: agents first, then parties; a witness is neither."""
    people = [(_with_article(name, words), role) for name, role in plot.people if role != "state"]
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
    words = unmarked(" ".join(text.split()))
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
