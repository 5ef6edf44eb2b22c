"""The closed word lists of events, in the order in which people expect them."""

from typing import Literal, get_args

EventType = Literal[
    "visit", "meeting", "summit", "negotiation", "agreement", "partnership", "diplomatic_ties",
    "project", "trade_deal", "investment", "aid", "statement", "dispute", "other",
]  # fmt: skip
Stage = Literal[
    "proposed", "launched", "round", "stalled", "resumed", "concluded", "initialled", "signed", "approved", "rejected", "ratified",
    "provisionally_applied", "in_force", "amended", "upgraded", "suspended", "terminated", "lapsed",
    "established", "severed", "switched", "restored", "downgraded",
    "announced", "started", "completed", "inaugurated", "cancelled", "delivered", "filed", "settled",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "planned", "expected", "hypothetical", "cancelled", "denied"]
Qualifier = Literal["over", "nearly", "about", "at_least", "up_to", "under", "target"]

EVENT_TYPES: tuple[str, ...] = get_args(EventType)
STAGES: tuple[str, ...] = get_args(Stage)
STATUSES: tuple[str, ...] = get_args(Status)
