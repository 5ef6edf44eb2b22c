"""From an article to its mentions: a visible list of steps."""

from tieline.model.mention import Article, Reading
from tieline.rules.load import Rulebook


def read_mentions(article: Article, rulebook: Rulebook) -> Reading:
    """Everything that one article says, without identity. Pure: depends on the article and the rules alone."""
    raise NotImplementedError
