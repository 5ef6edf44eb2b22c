"""Meetings told by nouns, with those who take part: "talks between the premiers", "after talks with the premier"."""

from collections.abc import Sequence

from tieline.extract.events.frame.frames import Frame
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.nouns.leads import acting_clause, lead_of
from tieline.extract.events.who.agents import acting, noun_agents
from tieline.extract.syntax.clause import Clause

AT_TALKS = frozenset(("exchange", "discuss", "review", "hold"))  # verbs that tell of the meeting themselves


def meeting_noun(scene: Scene, k: int, end: int, frame: Frame, clause: Clause | None) -> Hit | None:
    """A meeting told by a noun: between those beside it, or of somebody beside it with the subject of its clause."""
    agents = noun_agents(scene, k, frame)
    people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    if len(people) == 1 and not _many(scene, people) and _with(scene, k, people[0]):
        agents += [(frame.agent_role, m) for m in _subject(scene, k, people[0])]
        people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    elif not people and ((not agents and _behind_talks(scene, k, end)) or _opens(scene, k)):
        agents += [(frame.agent_role, m) for m in _several(scene, k)]
        people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    elif not people and lead_of(scene, k) is not None:
        agents += [(frame.agent_role, m) for m in _addressed(scene, k)]
        people = [m for _, m in agents if scene.kinds[m] & {"person", "group"}]
    met = len(people) > 1 or _many(scene, people) or _of_both(scene, agents, k)
    return Hit(frame, (k, end), clause, None, None, tuple(agents), nominal=True) if met else None


def _of_both(scene: Scene, agents: Sequence[tuple[str, int]], k: int) -> bool:
    """Whether a meeting is named by two countries: "A Franco-German meeting failed to settle it"."""
    lands = {m for _, m in agents if m < k and "country" in scene.kinds[m]}
    return len(lands) > 1 and max(lands) - min(lands) == 2 and scene.units[max(lands) - 1].text in ("-", "–")


def _behind_talks(scene: Scene, k: int, end: int) -> bool:
    """Whether something is done at talks or behind them: "signed it after two days of talks", "In a call on Friday they agreed"."""
    lead = lead_of(scene, k)
    if lead is None:
        return False
    noun, word = scene.units[end - 1].lower, scene.units[lead].lower
    opens = lead <= 1 or scene.units[lead - 1].text == "," or scene.units[lead - 1].lower == "that"
    opening = word in ("in", "during", "at") and opens and noun in scene.words["exchanges"]
    met = word == "at" and scene.units[lead + 1].lower in ("a", "an") and noun == "meeting"  # "decided at a meeting in Lima to resume them"
    return opening or met or (word in ("after", "following") and noun in scene.words["occasions"])


def _opens(scene: Scene, k: int) -> bool:
    """Whether a sentence opens with a meeting and tells behind a comma who meets: "Meeting in Lima on Monday, the premiers agreed"."""
    units, home = scene.units, acting_clause(scene, k)
    if (
        home is None
        or home.verb.lemma in AT_TALKS
        or units[k].lower != "meeting"
        or any(u.tag not in ("sign", "adverb") for u in units[:k])
    ):
        return False
    first = min((m for m in home.subject if m > k), default=0)
    return units[k + 1].tag in ("preposition", "adverb") and any(u.text == "," for u in units[k:first])


def _several(scene: Scene, k: int) -> list[int]:
    """The persons, or the group of them, who are the subject of the clause of an event noun."""
    home = acting_clause(scene, k)
    named = [m for m in (acting(scene, home) if home is not None and not home.verb.passive else []) if scene.kinds[m] & {"person", "group"}]
    return named if len(named) > 1 or _many(scene, named) or any("delegates" in scene.kinds[m] for m in named) else []


def _addressed(scene: Scene, k: int) -> list[int]:
    """Who spoke to whom at a talk told by a noun: "in a telephone call the premier told the president that ..."."""
    home = acting_clause(scene, k)
    if home is None or home.verb.passive or home.verb.lemma not in scene.words["addressing"]:
        return []
    speaker = [m for m in home.subject if "person" in scene.kinds[m]][:1]
    hearer = [p.head for p in home.after if p.preposition is None and "person" in scene.kinds[p.head]][:1]
    return [*speaker, *hearer] if speaker and hearer else []


def _many(scene: Scene, people: Sequence[int]) -> bool:
    return any(getattr(scene.units[m].mention, "plural", False) for m in people)


def _with(scene: Scene, k: int, person: int) -> bool:
    """Whether a person is met at a talk told by a noun that a preposition leads: "after talks with the premier"."""
    return person > k and any(u.lower == "with" for u in scene.units[k + 1 : person]) and lead_of(scene, k) is not None


def _subject(scene: Scene, k: int, other: int) -> list[int]:
    """The one person who is the subject of the clause of an event noun, but not the other one."""
    home = acting_clause(scene, k)
    if home is None or home.verb.passive:
        return []
    named = [m for m in home.subject if scene.kinds[m] & {"person"} and m != other]
    parent = home.parent if home.kind == "subordinate" and home.link == "that" else None
    if not named and parent is not None and parent.verb.lemma in scene.words["spoken"]:
        named = [m for m in parent.subject if "person" in scene.kinds[m] and m != other]  # "X said they had agreed, after talks with Y"
    return named[:1]
