"""Who stands on which side of a figure."""

from collections.abc import Sequence

from tieline.extract.amounts.figure_context import Context
from tieline.model.mention import ActorMention, QuantityMention
from tieline.model.span import Span

AUXILIARIES = frozenset({"has", "have", "had", "will", "would", "may", "could", "can", "now", "also", "already", "still", "currently"})
Sides = tuple[Span | None, Span | None]
# measures whose sides are told by rules alone: a name that just stands near is none
BY_RULE = frozenset(
    {
        "bilateral_trade",
        "exports",
        "imports",
        "trade_growth",
        "export_growth",
        "import_growth",
        "trade_balance",
        "project_cost",
        "length",
        "travel_time",
        "capacity",
    }
)
COPULAS = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "become",
        "becomes",
        "became",
        "remain",
        "remains",
        "remained",
        "ranks",
        "ranked",
        "as",
        "being",
    }
)


def sides(context: Context, measure: str, quantity: QuantityMention) -> Sides:
    """The spans of subject and object of a figure, each None where the sentence names none."""
    if quantity.kind == "ordinal":
        return _ordinal_sides(context, quantity)
    if quantity.kind == "rank":
        return _rank_sides(context, quantity)
    if quantity.kind == "age":
        return _aged(context, quantity), None
    found = _by_rule(context, measure, quantity)
    if found:
        return found
    if measure in BY_RULE:
        return None, None
    return _counted_sides(context, quantity) if quantity.noun_span else _near_sides(context, quantity)


def _aged(context: Context, quantity: QuantityMention) -> Span | None:
    """The person whose age is told."""
    place = context.token_span(quantity.span)
    people = [actor for actor in context.actors if actor.kind in ("person", "unknown")]
    best = min(people, key=lambda one: (context.distance(context.token_span(one.span), place), one.span), default=None)
    return best.span if best else None


def _ordinal_sides(context: Context, quantity: QuantityMention) -> Sides:
    """Whose second visit, and where; whose third meeting."""
    first, end = context.token_span(quantity.span)
    owner = _actor_ending(context.actors, context, first) or _holder(context, context.actors, first, None, strict=True)
    behind = _place_behind(context, end, owner)
    if owner is None and end < len(context.tokens) and context.tokens[end].lower == "between":
        owner, behind = _actor_from(context, end + 1, 3, context.actors), None
    return (owner.span if owner else None), (behind.span if behind else None)


def _by_rule(context: Context, measure: str, quantity: QuantityMention) -> Sides | None:
    place = context.token_span(quantity.number or quantity.span)
    best: tuple[int, int, Sides] | None = None
    for order, rule in enumerate(context.rules.roles):
        if measure not in rule.measures:
            continue
        for match in context.roles[rule.id]:
            subject, target = match.value("subject"), match.value("object")
            pair = (subject.span if isinstance(subject, ActorMention) else None, target.span if isinstance(target, ActorMention) else None)
            far = context.distance((match.start, match.end), place) - 4 * sum(side is not None for side in pair)
            if best is None or (far, order) < best[:2]:
                best = (far, order, pair)
    return best[2] if best else None


def _rank_sides(context: Context, quantity: QuantityMention) -> Sides:
    """Holder and owner of a rank: "China has become the second biggest trading partner of Peru", "China has been Peru's largest one"."""
    tokens = context.tokens
    first, end = context.token_span(quantity.span)
    owner = _actor_ending(context.parties, context, first)
    if owner is None and end < len(tokens) and tokens[end].lower in ("of", "for"):
        owner = _actor_from(context, end + 1, 4)
    owner = owner or next((a for a in context.parties if quantity.noun_span and quantity.noun_span.contains(a.span)), None)
    before = context.token_span(owner.span)[0] if owner and owner.span.start < quantity.span.start else first
    holder = _holder(context, context.parties, before, owner) or _appositive(context, end, owner)
    return (holder.span if holder else None), (owner.span if owner else None)


def _holder(
    context: Context, actors: Sequence[ActorMention], before: int, owner: ActorMention | None, *, strict: bool = False
) -> ActorMention | None:
    """Who holds a rank: the nearest actor before it that a form of "be" follows, else the nearest with one, or a comma, between."""
    near: ActorMention | None = None
    for actor in reversed(actors):
        end = context.token_span(actor.span)[1]
        if end > before or actor is owner:
            continue
        between = [token.lower for token in context.tokens[end:before]]
        if ";" in between or ":" in between:
            break
        if set(between[:3]) & COPULAS and not {"'s", ",", "and"} & set(between[:1]) and (between[0] in COPULAS | AUXILIARIES):
            return actor
        loose = (
            not strict
            and between[:1] not in (["'s"], ["'"])
            and not (actor.form == "demonym" and between and between[0].isalpha() and between[0] not in COPULAS)
        )
        if near is None and loose and (COPULAS & set(between) or between in ([","], [",", "the"])):
            near = actor
    return near


def _appositive(context: Context, end: int, owner: ActorMention | None) -> ActorMention | None:
    """The holder behind its rank: "Peru's largest trading partner is China", "Peru's largest partner, China,"."""
    if end >= len(context.tokens) or context.tokens[end].lower not in ({","} | COPULAS):
        return None
    found = _actor_from(context, end + 1, 2)
    return found if found is not owner else None


def _actor_ending(actors: Sequence[ActorMention], context: Context, first: int) -> ActorMention | None:
    """The actor whose possessive stands before a rank: "Peru's largest"."""
    for actor in reversed(actors):
        end = context.token_span(actor.span)[1]
        between = [token.lower for token in context.tokens[end:first]]
        owns = end == first and actor.text.lower().endswith(("'s", "’s", "its", "their", "his", "her", "our", "my"))
        if end <= first and (owns or between in (["'s"], ["'"])):
            return actor
        if end < first - 3:
            break
    return None


def _actor_from(context: Context, i: int, reach: int, actors: Sequence[ActorMention] | None = None) -> ActorMention | None:
    if i >= len(context.tokens):
        return None
    last = context.tokens[min(i + reach, len(context.tokens)) - 1].end
    among = context.parties if actors is None else actors
    return next((actor for actor in among if context.tokens[i].start <= actor.span.start < last), None)


def _counted_sides(context: Context, quantity: QuantityMention) -> Sides:
    """Whose people or things are counted ("Chinese tourists"), and where: behind the noun, or else who stands before the number."""
    noun = quantity.noun_span or quantity.span
    inside = next((actor for actor in context.parties if noun.contains(actor.span)), None)
    end = context.token_span(noun if noun.start >= quantity.span.start else quantity.span)[1]
    behind = _place_behind(context, end, inside)
    before = [one for one in context.parties if one.span.end <= min(quantity.span.start, noun.start)]
    if inside is None:
        subject = before[0] if before else None
        other = behind or next((one for one in reversed(before) if one is not subject), None)
        return (subject.span if subject else None), (other.span if other else None)
    other = behind or (before[-1] if before else None)
    return inside.span, (other.span if other else None)


def _place_behind(context: Context, end: int, inside: ActorMention | None) -> ActorMention | None:
    """The actor behind a preposition that follows in the same clause: "in Peru", "to China"."""
    for k in range(end, min(end + 9, len(context.tokens) - 1)):
        if context.tokens[k].text in ",;:":
            return None
        if context.tokens[k].lower in ("in", "to", "from", "for", "with", "into", "visit", "visited", "of"):
            found = _actor_from(context, k + 1, 2)
            if found and found is not inside:
                return found
    return None


def _near_sides(context: Context, quantity: QuantityMention) -> Sides:
    """The actor before the number, and the one behind it."""
    end = context.token_span(quantity.span)[1]
    before = next((a for a in reversed(context.parties) if a.span.end <= quantity.span.start), None)
    behind = _place_behind(context, end, before)
    return (before.span if before else None), (behind.span if behind else None)
