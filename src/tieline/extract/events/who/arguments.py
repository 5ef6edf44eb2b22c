"""Who takes part in an event, by role."""

from collections.abc import Iterator, Mapping

from tieline.extract.events.frame.frames import DEEDS
from tieline.extract.events.frame.scene import Hit, Scene
from tieline.extract.events.nouns.borne import bearer
from tieline.extract.events.who.agents import takes_no_part
from tieline.extract.syntax.clause import Clause
from tieline.extract.syntax.nouns import attached, is_actor, modifiers
from tieline.model.mention import ActorMention, Argument
from tieline.model.span import Span

OWNED = frozenset(
    ("investment", "trade_deal", "aid", "project")
)  # whose partners are told by what they own: "a stake in Orsenda's airline"
FAR_BEHIND = 14  # units behind a thing among which it is told what it links
CLOSE = 3  # units between a verb and the -ing form that it governs
PERSONAL = frozenset(("visit", "meeting", "summit", "statement"))


def arguments_of(scene: Scene, hit: Hit) -> tuple[Argument, ...]:
    """Everybody who takes part in an event, each with one role."""
    found: dict[Span, str] = {}
    for role, k in hit.agents:
        found.setdefault(scene.units[k].span, role)
    for role, span in hit.extra:
        found.setdefault(span, role)
    if hit.frame.theme_role and hit.theme is not None:
        meant = hit.theme_span if scene.units[hit.theme].lower == "there" else None  # the place told before
        sites = list(_sites(scene, hit.theme))
        if not (sites or _on_shore(scene, hit.theme)) or "country" in scene.kinds[hit.theme]:
            found.setdefault(meant or scene.units[hit.theme].span, hit.frame.theme_role)
        for k in (*sites, *_whose_people(scene, hit.theme), *_firm_named(scene, hit)):
            found.setdefault(scene.units[k].span, hit.frame.theme_role)
    if hit.frame.type == "investment" and hit.theme is not None:
        for k in _firms_bought(scene, hit.theme):
            found.setdefault(scene.units[k].span, "party")
    if hit.frame.type == "visit" and hit.frame.theme_role and hit.theme is not None:
        for k in _also_visited(scene, hit.theme):
            found.setdefault(scene.units[k].span, hit.frame.theme_role)
    if hit.clause is not None and not hit.nominal:
        for role, k in _others(scene, hit, hit.clause):
            found.setdefault(scene.units[k].span, role)
    for k in (*_declarers(scene, hit), *_askers(scene, hit), *_bearers(scene, hit)):
        found.setdefault(scene.units[k].span, hit.frame.agent_role)
    for k in (*_ruled_on(scene, hit), *_tried(scene, hit), *_owners_of_bodies(scene, hit)):
        found.setdefault(scene.units[k].span, "party")
    if hit.frame.type not in PERSONAL:
        for span in _states_inside(scene, hit, set(found)):
            found.setdefault(span, "party")
    return tuple(Argument(role, span) for span, role in found.items() if role != "party" or not _mere_place(scene, hit, span))


def _sites(scene: Scene, theme: int) -> Iterator[int]:
    """The place by name that is only described before it: "the Black Sea resort of Sarva", "the Orsendan port of Kell"."""
    if theme + 1 < len(scene.units) and is_actor(scene.units[theme]) and scene.units[theme + 1].lower in scene.words["sites"]:
        yield from (k for preposition, k in attached(scene.units, theme + 1, theme + 4) if preposition == "of")


def _on_shore(scene: Scene, theme: int) -> bool:
    """Whether a sea or a lake only says where a place lies that is not named: "the Black Sea resort"."""
    water = is_actor(scene.units[theme]) and scene.units[theme].lower.split()[-1] in scene.words["waters"]
    return water and theme + 1 < len(scene.units) and scene.units[theme + 1].lower in scene.words["sites"]


def _whose_people(scene: Scene, theme: int) -> Iterator[int]:
    """Whose the people are that somebody meets: "met Halidor's civilian and military leaders", "met senior officials from Halidor"."""
    if is_actor(scene.units[theme]) or "delegates" not in scene.kinds[theme]:
        return
    yield from (k for k in modifiers(scene.units, theme) if is_actor(scene.units[k]))
    yield from (k for preposition, k in attached(scene.units, theme, len(scene.units)) if preposition in ("from", "of"))


def _firm_named(scene: Scene, hit: Hit) -> Iterator[int]:
    """The name of the firm of which a theme tells the home: "Orsendan builder Halt", "Orsenda's Halt", "an Orsendan builder, Halt,"."""
    units, theme = scene.units, hit.theme
    if theme is None or hit.frame.type in PERSONAL or "country" not in scene.kinds[theme]:
        return
    k = theme + 1
    while k < len(units) and (units[k].tag == "noun" or (k == theme + 1 and units[k].tag == "'s")):
        k += 1
    aside = theme + 1 < k < len(units) - 2 and units[k].text == "," and units[k + 2].text in (",", ".")
    k += aside
    if k > theme + 1 and k < len(units) and is_actor(units[k]) and scene.kinds[k] & {"company", "organization", "unknown"}:
        yield k


def _gets_it(scene: Scene, hit: Hit, clause: Clause, k: int) -> bool:
    """Whether an actor stands between a verb of giving and the thing given: "lent Orsenda 5 million"."""
    led = clause.kind == "relative" and hit.theme is not None and hit.theme < clause.verb.start  # "the sum that Tavonia lent Orsenda"
    told = hit.theme if hit.theme is not None and not led else len(scene.units)
    giving = clause.verb.lemma in scene.words["giving"] and not clause.verb.passive
    return giving and clause.verb.end <= k < told and (scene.gap < 0 or k < scene.gap) and is_actor(scene.units[k])


def _declarers(scene: Scene, hit: Hit) -> Iterator[int]:
    """Those by whose word something is done: "the two ministers announced that the talks were concluded"."""
    clause = hit.clause
    parent = clause.parent if clause is not None and clause.kind == "subordinate" and clause.link == "that" and not hit.nominal else None
    if parent is not None and clause is not None and hit.frame.type in OWNED and _of_offshoot(scene, clause):
        yield from (k for k in parent.subject if is_actor(scene.units[k]) and scene.kinds[k] & {"company", "organization", "unknown"})
    if parent is not None and parent.verb.lemma in scene.words["declaring"] and hit.frame.type not in PERSONAL:
        yield from (k for k in parent.subject if is_actor(scene.units[k]) and "person" in scene.kinds[k])


def _bearers(scene: Scene, hit: Hit) -> Iterator[int]:
    """Who announces, plans or rules out what a noun names: "Orsenda announced the closure of the border"."""
    if hit.nominal and hit.frame.type in DEEDS | {"other"} and not any(role == hit.frame.agent_role != "party" for role, _ in hit.agents):
        yield from (k for k in bearer(scene, hit.trigger[0]) or () if is_actor(scene.units[k]))


def _firms_bought(scene: Scene, theme: int) -> Iterator[int]:
    """The firm that changes hands, or of which a part does: "took over Orsen Power", "a stake in Halidor's Orsen Power"."""
    if is_actor(scene.units[theme]):
        yield theme
        return
    if scene.kinds[theme] & {"shares", "stake"} or scene.units[theme].tag == "quantity":
        for preposition, k in attached(scene.units, theme, len(scene.units)):
            if preposition not in ("in", "of"):
                return
            yield k


def _of_offshoot(scene: Scene, clause: Clause) -> bool:
    """Whether what does it belongs to whoever says so: "Orsenda Works said that a subsidiary had won the contract"."""
    return any(scene.units[k].lower.split()[-1] in scene.words["offshoots"] for k in clause.subject)


def _where_for(scene: Scene, hit: Hit, clause: Clause) -> Iterator[int]:
    """The countries told with what a contract or a loan is for: "won the contract to build a dam in Orsenda"."""
    theme = hit.theme
    if theme is None or not (hit.frame.type in OWNED or scene.kinds[theme] & {"contract", "loan", "credit"}):
        return
    for purpose in scene.clauses:
        if purpose.kind == "infinitive" and theme < purpose.verb.start <= theme + 3 and clause.left <= theme < purpose.right:
            yield from (p.head for p in purpose.after if p.preposition in ("in", "to", "for", "from") and "country" in scene.kinds[p.head])
            yield from _between(scene, purpose.verb.end)


def _between(scene: Scene, start: int) -> list[int]:
    """The two that a thing lies between: "to help finance a cable between Orsenda and Halidor"."""
    row = scene.units[start : start + FAR_BEHIND]
    at = next((k for k, unit in enumerate(row, start) if unit.lower == "between" or unit.tag in ("relative", "subordinator")), None)
    if at is None or scene.units[at].lower != "between":
        return []
    return [k for k in range(at + 1, min(at + 6, len(scene.units))) if "country" in scene.kinds[k]]


def _askers(scene: Scene, hit: Hit) -> Iterator[int]:
    """Who asks another to do it, or rules out to do it: "Orsenda asked Halidor to lift its ban", "ruled out lifting it"."""
    clause = hit.clause
    parent = clause.parent if clause is not None and not hit.nominal else None
    while parent is not None and parent.kind == "infinitive":
        parent = parent.parent  # "asked it to lift the ban and to ease duties"
    if clause is None or parent is None or hit.frame.type in PERSONAL or parent.verb.passive:
        return
    asked = clause.kind == "infinitive" and parent.verb.lemma in scene.words["asking"]
    alone = clause.kind == "participle" and clause.verb.form == "ing" and clause.verb.start - parent.verb.end < CLOSE
    if asked or alone:
        yield from (k for k in parent.subject if is_actor(scene.units[k]))


def _tried(scene: Scene, hit: Hit) -> Iterator[int]:
    """Whom a court clears, fines or sentences: "the tribunal cleared Orsen Ports of all charges"."""
    clause = hit.clause
    done_to = hit.theme is not None and clause is not None and hit.theme > clause.verb.start
    if clause is None or hit.nominal or hit.frame.type != "dispute" or done_to or clause.verb.passive:
        return
    near = clause.after[0] if clause.after else None
    if near is not None and near.preposition is None and is_actor(scene.units[near.head]) and near.head - clause.verb.end < CLOSE:
        yield near.head


def _owners_of_bodies(scene: Scene, hit: Hit) -> Iterator[int]:
    """The organization whose body acts: "the Orsen Union's appeals panel ruled"."""
    for _, k in hit.agents:
        owned = k > 1 and scene.units[k - 1].tag == "'s" and is_actor(scene.units[k - 2])
        if owned and "organization" in scene.kinds[k - 2] and "person" not in scene.kinds[k]:
            yield k - 2


def _ruled_on(scene: Scene, hit: Hit) -> Iterator[int]:
    """The states of whom a court speaks in its ruling: "found that Orsenda's limits on Halidoran steel broke the rules"."""
    clause = hit.clause
    if clause is None or hit.nominal or hit.frame.type != "dispute" or clause.verb.lemma not in scene.words["ruling_on"]:
        return
    said = next((c for c in scene.clauses if c.parent is clause and c.kind == "subordinate" and c.link == "that"), None)
    if said is not None:
        yield from (k for k in range(said.left, said.right) if is_actor(scene.units[k]) and "country" in scene.kinds[k])


def _mere_place(scene: Scene, hit: Hit, span: Span) -> bool:
    """Whether a party would be a town or a river, which is none; but "Lima" that acts stands for its country."""
    for k, unit in enumerate(scene.units):
        if unit.span == span and isinstance(unit.mention, ActorMention) and (unit.mention.form, unit.mention.kind) == ("name", "place"):
            return not (unit.mention.country and _acts(scene, hit, k))
    return False


def _acts(scene: Scene, hit: Hit, k: int) -> bool:
    """Whether a town is who does it: by the subject of an active verb, or by a noun for a deed that it owns."""
    if hit.nominal:
        return k + 1 < hit.trigger[0] and scene.units[k + 1].tag == "'s"
    clause = hit.clause
    return clause is not None and hit.frame.type in DEEDS and not clause.verb.passive and clause.kind != "relative" and k in clause.subject


def _states_inside(scene: Scene, hit: Hit, spans: set[Span]) -> Iterator[Span]:
    """The states named inside an agreement's name or an actor's words: "the Ghana-Togo accord", "a Togolese brewer"."""
    for unit in scene.units:
        if unit.span in spans or (hit.theme_span is not None and unit.span == hit.theme_span):
            for mention in unit.inner:
                if isinstance(mention, ActorMention) and mention.kind == "country":
                    yield mention.span


def _owners(scene: Scene, theme: int) -> Iterator[int]:
    """Whose a thing is by a participle behind it: "a depot belonging to Orsenda Oil", "a mill owned by Halidor"."""
    for clause in scene.clauses:
        if clause.kind == "participle" and theme in clause.subject and clause.verb.lemma in scene.words["owning"]:
            yield from (p.head for p in clause.after if p.preposition in ("to", "by") and is_actor(scene.units[p.head]))


def _linked(scene: Scene, theme: int) -> Iterator[int]:
    """Whom something links, told by a participle right behind it or behind what it is for: "grants for a bridge connecting A and B"."""
    for clause in scene.clauses:
        if clause.kind == "participle" and clause.verb.lemma in scene.words["linking"] and 0 < clause.verb.start - theme < FAR_BEHIND:
            between = scene.units[theme + 1 : clause.verb.start]
            if not any(u.tag in ("verb", "be", "have", "modal", "sign", "relative") and u.text != "," for u in between):
                yield from (p.head for p in clause.after if is_actor(scene.units[p.head]) and "country" in scene.kinds[p.head])


def _joined_to(scene: Scene, theme: int, end: int) -> Iterator[int]:
    """The further persons of an object: "met President A, Prime Minister B and C"."""
    k = theme
    while k + 2 < end and (scene.units[k + 1].text == "," or scene.units[k + 1].tag == "coordinator"):
        step = 3 if scene.units[k + 2].tag == "coordinator" else 2
        if k + step >= end or not is_actor(scene.units[k + step]) or not scene.kinds[k + step] & {"person", "full name"}:
            return
        k += step
        yield k


def _also_visited(scene: Scene, theme: int) -> list[int]:
    """The further places of a journey: "will travel to Togo, Benin and the Ivory Coast"."""
    units, found, k = scene.units, list[int](), theme
    while True:
        at = k + 1
        while at < len(units) and (units[at].text == "," or units[at].tag in ("coordinator", "determiner")):
            at += 1
        if at == k + 1 or at >= len(units) or not is_actor(units[at]) or "country" not in scene.kinds[at]:
            break
        k = at
        found.append(k)
    acts = k + 1 < len(units) and units[k + 1].tag in ("verb", "be", "have", "modal", "'s")
    if acts:
        found = found[:-1]  # "visited Togo, and Benin signed a treaty"
    return found if not found or any(u.tag == "coordinator" for u in units[theme : found[-1]]) else []


def _list_end(scene: Scene, k: int) -> int:
    """Where a list of actors ends that opens at a place: "with the Orsenda Bank (OB), the Halidor Fund, and Togo"."""
    units, end = scene.units, k + 1
    while end < len(units):
        at = end
        while at < len(units) and (units[at].tag in ("coordinator", "determiner", "aside") or units[at].text in (",", "(", ")")):
            at += 1
        acronym = units[at - 1].text == "(" if at < len(units) else False
        if at == end or at >= len(units) or not (is_actor(units[at]) or (acronym and units[at].text.isupper())):
            return end
        end = at + 1
    return end


def _named_behind(scene: Scene, k: int) -> int | None:
    """The name of a firm set off by commas behind what it is: "against the British maker, Orsen Systems, in June"."""
    units = scene.units
    if k + 3 >= len(units) or units[k].tag != "noun" or units[k + 1].text != "," or units[k + 3].text not in (",", "."):
        return None
    return k + 2 if is_actor(units[k + 2]) and scene.kinds[k + 2] & {"company", "organization", "unknown"} else None


def _of_reason(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether an actor stands in what ties were cut for: "cut ties over Orsenda's dealings with Halidor"."""
    row = scene.units[clause.verb.end : k - 1]
    over = next((m for m, unit in enumerate(row) if unit.lower == "over"), None)
    return over is not None and any(unit.tag == "noun" for unit in row[over + 1 :])


def _others(scene: Scene, hit: Hit, clause: Clause) -> Iterator[tuple[str, int]]:
    """Further actors of the clause: with whom, between whom, against whom; and those inside the theme's noun phrase."""
    roles = {**scene.words.tables["roles"], **scene.words.tables["roles_of"].get(hit.frame.type, {})}
    if hit.frame.agent_role == "recipient":
        roles["from"] = "donor" if hit.frame.type == "aid" else "lender"  # "secured a loan from Orsenda"
    if hit.theme is not None and hit.frame.type != "visit":
        yield from _in_theme(scene, hit, hit.theme, clause, roles)
    if hit.theme is not None and hit.frame.type not in PERSONAL:
        yield from (("party", k) for k in _owners(scene, hit.theme))
    if hit.theme is not None and hit.frame.type in OWNED:
        yield from (("party", k) for k in _linked(scene, hit.theme))
    yield from (("party", k) for k in _where_for(scene, hit, clause))
    if hit.frame.type == "meeting" and hit.theme is not None and hit.frame.theme_role:
        yield from ((hit.frame.theme_role, k) for k in _joined_to(scene, hit.theme, clause.right))
    yield from _behind_verb(scene, hit, clause, roles)


def _in_theme(scene: Scene, hit: Hit, theme: int, clause: Clause, roles: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Those inside the noun phrase of the theme, and behind a theme that stands outside the clause or before its passive verb."""
    told = ("with", "between", "of", "and", *scene.words.tables["roles_of"].get(hit.frame.type, {}))
    yield from (("party", k) for k in modifiers(scene.units, theme) if is_actor(scene.units[k]))
    before = theme < clause.verb.start and (clause.verb.passive or theme in clause.subject)
    if before:  # "tariffs on steel from Orsenda were imposed", "two days of talks between them ended"
        near = attached(scene.units, theme, clause.verb.start)
        yield from ((roles.get(preposition, "party"), k) for preposition, k in near if preposition in (*told, "against", "from", "to"))
    if not clause.left <= theme < clause.right:
        yield from (("party", k) for preposition, k in attached(scene.units, theme, len(scene.units)) if preposition in told)


def _behind_verb(scene: Scene, hit: Hit, clause: Clause, roles: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Those in the phrases behind the verb, by their prepositions, and those who are listed after them."""
    listed: set[int] = set()
    for p in clause.after:
        if takes_no_part(scene, p.head) or (hit.frame.type == "diplomatic_ties" and _of_reason(scene, clause, p.head)):
            continue
        role = roles.get(p.preposition or "")
        named = _named_behind(scene, p.head)
        if named is not None and role and hit.frame.type not in PERSONAL:
            yield role, named
        actor = is_actor(scene.units[p.head])
        if clause.verb.passive and p.preposition == "by" and not actor and hit.frame.type not in PERSONAL:
            yield from ((hit.frame.agent_role, k) for k in modifiers(scene.units, p.head) if is_actor(scene.units[k]))
        if _gets_it(scene, hit, clause, p.head) and p.preposition is None:
            yield "recipient" if hit.frame.agent_role in ("donor", "lender") else "party", p.head
        elif actor and role and p.head != hit.theme and not clause.verb.end <= scene.gap <= p.head:
            if hit.frame.type == "visit" and p.preposition != "with":
                continue
            yield role, p.head
            listed |= set(range(p.head + 1, _list_end(scene, p.head)))
        elif hit.frame.type in OWNED and role and not actor:
            yield from ((role, k) for k in modifiers(scene.units, p.head) if is_actor(scene.units[k]))
        elif actor and p.head in listed and p.preposition is None and p.head != hit.theme:
            first = next(q for q in reversed(clause.after) if q.head < p.head and q.preposition in roles)
            yield roles[first.preposition or ""], p.head
