"""A plain line for an event from the words of its own clause: who acts, named by name where the text only refers, and what is done."""

from tieline.model.mention import Article, EventMention, Reading, Wording
from tieline.model.span import Span
from tieline.resolve.actors.who import Who

REFERRING = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "these", "those", "both", "one", "some", "all", "others")
)
OPENING = ("The ", "A ", "An ", "This ", "These ", "Its ", "Their ")  # at the head of a sentence; small inside it
BY_STATUS = {
    "planned": "{who} {be} to {done}",
    "expected": "{who} {be} expected to {done}",
    "hypothetical": "{who} may {done}",
    "cancelled": "{who} will not {done}",
    "denied": "{who} did not {done}",
}


def worded(mention: EventMention, reading: Reading, who: Who) -> str:
    """The line; empty where the clause names nobody who acts, or needs the words around it to be understood."""
    told, article = mention.wording, reading.article
    if told is None:
        return ""
    done = _plain(article, told.done)
    if told.subject is None:
        return done[:1].upper() + done[1:] if len(done.split()) > 1 else ""
    subject = _subject(told.subject, article, who)
    line = _sentence(subject, done, told, mention.status) if subject else ""
    return line[:1].upper() + line[1:]


def _sentence(subject: str, done: str, told: Wording, status: str) -> str:
    """Subject and predicate; what is only wanted or agreed ("to lift the ban") in the form that its status has."""
    if told.form in ("past", "present", "part"):
        return f"{subject} {done}"
    if told.form != "infinitive" or status not in BY_STATUS or not done.startswith("to "):
        return ""
    many = " and " in subject or (subject.rsplit(maxsplit=1)[-1].islower() and subject.endswith("s"))
    return BY_STATUS[status].format(who=subject, be="are" if many else "is", done=done.removeprefix("to "))


def _subject(span: Span, article: Article, who: Who) -> str:
    """Who acts: the words of the text, or the names of those whom a pronoun stands for; empty where it is open."""
    words = " ".join(article.words(span).split())
    if words.lower() in REFERRING:
        return " and ".join(who.name(actor) for actor in who.at(article.document.id, span))
    return words.lstrip("'\u2019s ") if words.startswith(("'s ", "\u2019s ")) else words


def _plain(article: Article, spans: tuple[Span, ...]) -> str:
    """The words of several spans in one line, without the marks at its end."""
    parts = [" ".join(article.words(span).split()).strip(" ,;") for span in spans]
    later = [f"{one[0].lower()}{one[1:]}" if one.startswith(OPENING) else one for one in parts[1:]]
    return " ".join([*parts[:1], *later]).strip(" ,.;:")
