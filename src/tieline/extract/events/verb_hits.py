"""Events told by verbs: the frames that fit a clause."""

from dataclasses import replace

from tieline.extract.events.adjuncts import match_around
from tieline.extract.events.agents import agent_fits
from tieline.extract.events.clause_times import changes_by_paper, clause_time, of_clause
from tieline.extract.events.dates import dated
from tieline.extract.events.frames import Frames, VerbPhrase
from tieline.extract.events.infinitives import is_aim, out_of_question, plans, struck
from tieline.extract.events.scene import Hit, Scene
from tieline.extract.events.themes import slot
from tieline.extract.events.verb_uses import USES
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.governing import is_ahead
from tieline.extract.syntax.nouns import is_actor, modifiers
from tieline.model.mention import ActorMention
from tieline.rules.pattern import Match

OF_FIRMS = frozenset(("investment.bought", "investment.taken_over"))
PLANNED = frozenset(
    ("dispute", "aid", "investment", "trade_deal", "visit", "meeting", "summit", "negotiation", "diplomatic_ties")
)  # of which plans dropped or announced are told


def verb_hits(scene: Scene, clause: Clause, frames: Frames) -> list[Hit]:
    """The frames that fit a clause: the closest one, and others for further objects ("established ties and a partnership")."""
    found: list[Hit] = []
    if _held_to_be(scene, clause):
        return found
    lemmas = (*clause.verb.lemmas, "be") if clause.verb.passive else clause.verb.lemmas
    for lemma in lemmas:
        for phrase in frames.verbs.get(lemma, ()):
            hit = _fit(scene, clause, phrase, frames)
            if hit is not None and found and _pronoun(scene, found[0]) and (not _pronoun(scene, hit) or _later(hit, found[0])):
                found[0] = hit
            elif hit is not None and (not found or _joined(scene, found[0], hit)):
                found.append(hit)
    return _with_own_times(scene, found)


def _held_to_be(scene: Scene, clause: Clause) -> bool:
    """Whether a passive says what something is held to be, and not that it is weighed: "is considered one of the largest ports"."""
    if not clause.verb.passive or clause.verb.lemma not in scene.words["regarded"] or clause.verb.end >= len(scene.units):
        return False
    return scene.units[clause.verb.end].tag in ("determiner", "pronoun", "noun", "number", "agreement")


def _with_own_times(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """Each of two things done by one verb with the time right behind it: "established ties in May 1973, and a partnership in 2009"."""
    own = [next((u.span for u in scene.units[hit.theme + 1 : hit.theme + 4] if dated(u)), None) if hit.theme else None for hit in hits]
    return [replace(hit, time=time) for hit, time in zip(hits, own, strict=True)] if len(hits) > 1 and all(own) else hits


def _pronoun(scene: Scene, hit: Hit) -> bool:
    return hit.theme is not None and scene.units[hit.theme].span != hit.theme_span


def _later(one: Hit, other: Hit) -> bool:
    """Whether a pronoun's thing was spoken of more lately in the one reading than in the other."""
    return one.theme_span is not None and other.theme_span is not None and one.theme_span > other.theme_span


def _joined(scene: Scene, one: Hit, other: Hit) -> bool:
    """Whether the themes of two hits of one verb are joined by "and"."""
    if one.theme is None or other.theme is None or one.theme == other.theme or one.frame.type == other.frame.type:
        return False
    low, high = sorted((one.theme, other.theme))
    between = [u for k, u in enumerate(scene.units[low + 1 : high], low + 1) if not (u.tag == "preposition" and dated(scene.units[k + 1]))]
    return any(u.tag == "coordinator" for u in between) and not any(u.tag in ("preposition", "verb") for u in between)


def _fit(scene: Scene, clause: Clause, phrase: VerbPhrase, frames: Frames) -> Hit | None:
    planned = plans(scene, clause) if clause.kind == "infinitive" and phrase.frame.type in PLANNED else None
    aim = clause.kind == "infinitive" and planned is None and is_aim(scene, clause)
    if aim and not (phrase.frame.type == "diplomatic_ties" and struck(scene, clause)):
        return None
    if phrase.lemma == "implement" and clause.kind == "infinitive" and not clause.verb.passive:
        return None  # "will meet to implement the accord"
    if phrase.frame.type == "aid" and phrase.frame.status and clause.kind == "infinitive" and _came_to(scene, clause):
        return None  # "flew to Lima to seek aid"
    gerund = clause.kind == "participle" and clause.verb.form == "ing" and clause.verb.start > 0
    told_of = gerund and scene.units[clause.verb.start - 1].lower in scene.words["about_doing"] and clause.verb.start > 1
    told_of = told_of and not (is_ahead(scene.units, clause.verb.start) or _step_taken(scene, clause))
    if told_of and not out_of_question(scene, clause):
        return None  # "talks on reopening the border", "difficulties in obtaining a loan"
    if _only_describes(scene, clause) or (gerund and _to_be_ended(scene, clause)):
        return None
    if clause.parent is not None and changes_by_paper(scene, clause.parent, clause, ing=clause.verb.form == "ing"):
        return None  # "signed a protocol amending the treaty"
    rest = rest_of(scene, clause, phrase)
    if rest is not None and phrase.use == "does" and _opens_infinitive(scene, phrase, rest[0]):
        return None
    if phrase.frame.type == "meeting" and phrase.lemma in scene.words["clause_takers"] and _to_do(scene, clause):
        return None  # "called on both sides to sign"
    found = USES[phrase.use](scene, clause, phrase, rest[0]) if rest is not None else None
    if rest is None or found is None or (phrase.frame.agent and not agent_fits(scene, clause, phrase.frame)):
        return None
    at = clause_time(scene, clause) if phrase.frame.dated else None
    timeless = at is None and not _dated_above(scene, clause)
    if phrase.frame.dated and (timeless or (at is not None and phrase.frame.type == "meeting" and _of_occasion(scene, at[0]))):
        return None
    if phrase.frame.toward and not _toward(scene, clause):
        return None
    if phrase.frame.abroad and not _abroad(scene, clause):
        return None
    (head, span), agents = found
    frame = phrase.frame
    if _moved_by(scene, clause) or (frame.id in OF_FIRMS and _sold_to(scene, clause, head)):
        return None
    things = clause.subject if clause.verb.passive else [p.head for p in clause.after if p.preposition is None]
    if frame.unless and any(scene.kinds[k] & frame.unless for k in things):
        return None
    if (
        frame.type == "aid"
        and "money" in frame.theme
        and any(scene.kinds[k] & {"lender", "company", "stake"} for k in clause.subject)
        and not clause.verb.passive
    ):
        return None  # what a bank provides it lends
    if frame.type == "visit" and clause.subject and all(scene.units[k].lower.split()[-1] in scene.words["private"] for k in clause.subject):
        return None  # "citizens who want to visit Togo"
    if (
        frame.type == "dispute"
        and clause.verb.passive
        and [u.lower for u in scene.units[clause.verb.end : clause.verb.end + 1]] == ["with"]
    ):
        return None  # "is occupied with elections"
    if frame.type == "dispute" and _of_paper(scene, clause):
        return None  # "an accord that will relax limits on travel"
    if phrase.lemma in ("recognise", "recognize") and (_as_seat(scene, clause) or _of_a_people(scene, found[0][0])):
        return None  # "recognised Accra as the capital", "recognised Serbian-issued plates"
    if frame.type == "meeting" and any("round" in scene.kinds[k] for k in range(clause.verb.end, rest[0])):
        return None  # "held a fourth round of talks"
    if phrase.lemma == "apply" and frame.stage == "in_force" and _applied_for(scene, clause):
        return None  # "the pact, for which it applied in 1986"
    if phrase.lemma == "meet" and _thing_met(scene, clause, rest[0]):
        return None  # "meets three of the tests"
    begun = clause.parent is not None and clause.parent.verb.lemma in ("begin", "start", "commence")
    if frame.id == "project.built" and (begun or (clause.verb.progressive and not clause.verb.modal)):
        frame = frames.by_id.get("project.started", frame)  # "started to build the dam"
    if frame.again and _again(scene, clause):
        frame = frames.by_id.get(frame.again, frame)
    words = (phrase.lemma, *(u.lower for u in scene.units[clause.verb.end : rest[0]]))
    return Hit(frame, (clause.verb.start, rest[0]), clause, head, span, tuple(agents), rest[1], words=words, status=planned)


def _to_be_ended(scene: Scene, clause: Clause) -> bool:
    """Whether an -ing form tells what is to end: "agreed to stop exchanging fire"."""
    at = scene.clauses.index(clause)
    before = scene.clauses[at - 1] if at else None
    if before is None or before.verb.end != clause.verb.start or before.verb.lemma not in scene.words["ceasing"]:
        return False
    return before.kind == "infinitive" or bool(before.verb.modal)


def _step_taken(scene: Scene, clause: Clause) -> bool:
    """Whether an -ing form is the step that somebody took: "took the rare step of recalling its envoy"."""
    parent, before = clause.parent, [u.lower for u in scene.units[max(0, clause.verb.start - 2) : clause.verb.start]]
    taken = parent is not None and parent.verb.lemma in ("take", "make") and before[-1:] == ["of"]
    return taken and before[0] in scene.words["steps_taken"]


def _of_paper(scene: Scene, clause: Clause) -> bool:
    """Whether it is only told what an agreement will do: "under an accord that will relax limits on travel"."""
    doers = [k for k in clause.subject if "agreement" in scene.kinds[k]]
    ahead = clause.verb.modal in ("will", "would", "shall", "may", "could", "should") or clause.verb.form == "present"
    return bool(doers) and ahead and not clause.verb.passive and not clause.verb.perfect


def _moved_by(scene: Scene, clause: Clause) -> bool:
    """Whether a verb only tells by how much a figure moved: "it dropped by 4 percent"."""
    units, by = scene.units[clause.verb.end : clause.verb.end + 3], scene.units[clause.verb.end : clause.verb.end + 1]
    row = units[1:] if by and by[0].lower == "by" else units[:2]
    share = bool(row) and row[0].tag == "quantity" and row[0].lower.replace("per cent", "percent").endswith(("percent", "%", "pct", "pc"))
    return share and not clause.verb.passive and (len(row) < 2 or row[1].tag == "sign" or row[1].lower in ("in", "from", "to", "last"))


def _sold_to(scene: Scene, clause: Clause, head: int | None) -> bool:
    """Whether what stands behind "sold" is who got the goods told right behind: "sold an Orsendan maker 30,000 tonnes of copper"."""
    behind = [p.head for p in clause.after if p.preposition is None and scene.units[p.head].tag != "time"]
    at = behind.index(head) if head in behind else len(behind)
    goods = behind[at + 1 : at + 2] if at < len(behind) else []
    return clause.verb.lemma == "sell" and bool(goods) and not any(u.tag == "sign" for u in scene.units[behind[at] : goods[0]])


def _came_to(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive only tells what somebody travelled for."""
    return clause.parent is not None and clause.parent.verb.lemma in scene.words["motion"]


def _again(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells that something is done once more: "opened talks again"."""
    behind = scene.units[clause.verb.start : clause.right]
    return any(u.tag == "adverb" and u.lower in scene.words["once_more"] for u in behind)


def _only_describes(scene: Scene, clause: Clause) -> bool:
    """Whether a participle only describes the noun behind it: "how to finance increased assistance", "the threatened tariffs"."""
    verb, units = clause.verb, scene.units
    alone = verb.form == "ing" and verb.end - verb.start == 1 and verb.start > 0 and verb.end < len(units)
    if alone and units[verb.end].tag in ("noun", "agreement"):
        counted = units[verb.start - 1].tag == "number" or units[verb.start - 1].lower in scene.words["counting"]
        if counted:
            return True  # "two floating power stations"
    if verb.form != "past" or verb.passive or verb.modal or verb.end - verb.start > 1 or verb.start == 0 or verb.end >= len(units):
        return False
    before, after = units[verb.start - 1], units[verb.end]
    if after.tag not in ("noun", "agreement", "actor") or units[verb.start].form("part") is None:
        return False
    joined = before.tag == "coordinator" and units[verb.start].form("past") is None  # "sugar and frozen chicken"
    return (
        joined
        or before.tag in ("determiner", "preposition")
        or (before.tag == "noun" and before.form("base") is not None and units[verb.start - 2].lower == "to")
    )


def _opens_infinitive(scene: Scene, phrase: VerbPhrase, end: int) -> bool:
    """Whether the "to" that ends a verb phrase opens an infinitive: "they agreed to let it go" is no agreement to talks."""
    ends = phrase.rest is not None and phrase.rest.source.split()[-1:] == ["to"]
    return ends and end < len(scene.units) and scene.units[end].tag == "verb" and scene.units[end].form("base") is not None


def _of_occasion(scene: Scene, k: int) -> bool:
    """Whether a time is that of an occasion spoken of: "discussed preparations for the summit in December"."""
    return any(scene.kinds[m] & {"summit", "visit", "round", "session"} for m in range(max(0, k - 3), k))


def _dated_above(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive has the time of its verb: "started in May to require licences"; a promise has a time of its own."""
    parent = clause.parent
    promised = parent is not None and parent.verb.lemma in scene.words["agreed_that"]
    return clause.kind == "infinitive" and not promised and of_clause(scene, clause) is not None


def _toward(scene: Scene, clause: Clause) -> bool:
    """Whether a country stands behind a verb as the one who gets something: "gave Orsenda 5 million", "handed it over to Orsenda"."""
    if clause.verb.passive and any("country" in scene.kinds[k] for k in clause.subject):
        return True  # "Orsenda was given 5 million"
    return any(
        "country" in scene.kinds[p.head] and p.preposition in (None, "to", "for") and p.head not in clause.subject
        and getattr(scene.units[p.head].mention, "form", "") != "demonym"
        for p in clause.after
    )  # fmt: skip


def _abroad(scene: Scene, clause: Clause) -> bool:
    """Whether another country than the doer's is told with a verb: "sent troops to the Orsendan border", "curbed Orsendan imports"."""
    doers = {name for k in clause.subject for name in _countries(scene, k)}
    told = [k for k in range(clause.verb.end, _with_relatives(scene, clause)) if is_actor(scene.units[k])]
    told += [k for k in clause.subject if is_actor(scene.units[k])] if clause.verb.passive else []
    told += [p.head for p in clause.before if is_actor(scene.units[p.head])] if clause.verb.passive else []
    doers = set() if clause.verb.passive else doers
    return any(_countries(scene, k) - doers for k in told)


def _with_relatives(scene: Scene, clause: Clause) -> int:
    """Where a clause ends together with those that hang on its nouns: "took delivery of the boats that it had ordered from Orsenda"."""
    right = clause.right
    for other in scene.clauses[scene.clauses.index(clause) + 1 :]:
        if other.kind not in ("relative", "participle") or other.left > right + 1:
            break
        right = other.right
    return right


def _countries(scene: Scene, k: int) -> set[str]:
    """The countries told by a unit, or before it in its noun phrase."""
    mentions = [scene.units[m].mention for m in (k, *modifiers(scene.units, k))]
    return {mention.country for mention in mentions if isinstance(mention, ActorMention) and mention.country}


def _of_a_people(scene: Scene, theme: int | None) -> bool:
    """Whether a word for a people only describes what is recognised: "recognised Serbian-issued plates"."""
    if theme is None or getattr(scene.units[theme].mention, "form", "") != "demonym":
        return False
    behind = scene.units[theme + 1 : theme + 3]
    return not any(u.lower in scene.words["statehood"] for u in behind)


def _applied_for(scene: Scene, clause: Clause) -> bool:
    """Whether something is asked for: "applied for membership", "the pact, for which it applied"."""
    behind = scene.units[clause.verb.end].lower if clause.verb.end < len(scene.units) else ""
    led = scene.units[clause.left - 2].lower if clause.kind == "relative" and clause.left > 1 else ""
    return "for" in (behind, led)


def _as_seat(scene: Scene, clause: Clause) -> bool:
    """Whether what is recognised is what something is, and no state: "as the capital", "as the winner"."""
    behind = [u.lower for u in scene.units[clause.verb.end : clause.verb.end + 9]]
    at = behind.index("as") if "as" in behind else None
    return at is not None and not any(word.split()[-1] in scene.words["statehood"] for word in behind[at + 1 : at + 6])


def _thing_met(scene: Scene, clause: Clause, end: int) -> bool:
    """Whether what is met is a thing: "meets three of the tests"."""
    behind = next((p for p in clause.after if p.head >= end and scene.units[p.head].tag != "time"), None)
    if clause.verb.passive or behind is None or behind.preposition is not None:
        return False
    unit, kinds = scene.units[behind.head], scene.kinds[behind.head]
    return unit.tag in ("noun", "number", "quantity") and not kinds & {"person", "group", "delegates", "unknown", "body", "actor"}


def _to_do(scene: Scene, clause: Clause) -> bool:
    """Whether an infinitive tells what the object of a clause is to do: "called on the ministers to sign"."""
    return any(c.kind == "infinitive" and c.parent is clause for c in scene.clauses)


def rest_of(scene: Scene, clause: Clause, phrase: VerbPhrase) -> tuple[int, str | None] | None:
    """Where the words of a verb phrase end in this clause; None where they are not there."""
    start = clause.verb.head if phrase.lemma == "be" and clause.verb.lemma != "be" else clause.verb.end
    inside = scene.units[clause.verb.start : clause.verb.head]
    if phrase.rest is not None and any(u.tag == "adverb" and u.lower == phrase.rest.source for u in inside):
        return start, None
    if phrase.rest is None:
        behind = scene.units[start].lower if start < len(scene.units) else ""
        return None if phrase.lemma in scene.words["turned"] and behind in scene.words["particles"] else (start, None)
    units = scene.units
    last = clause.right if phrase.split and not clause.verb.passive else min(start + 3, clause.right)
    for k in range(start, max(last, start) + 1):
        if k > start and not phrase.split and units[k - 1].tag not in ("adverb", "time"):
            break
        if k < len(units):
            match = phrase.rest.match(units, k, lambda kind, tokens, i: slot(scene, kind, i))  # type: ignore[arg-type]
            if match:
                return _matched(scene, match)
    apart = match_around(scene, phrase.rest, start, end=len(units)) if not phrase.split else None
    return _matched(scene, apart) if apart is not None else None


def _matched(scene: Scene, match: Match) -> tuple[int, str | None]:
    at = match.tokens("level")
    return match.end, scene.units[at[1] - 1].lower if at else None
