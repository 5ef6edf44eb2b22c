"""Whether words of a text stand for a word of a question: the same stem, a synonym, or a near form of it."""

from tieline.query.view import View


def ways(view: View, word: str) -> tuple[str, ...]:
    """The other ways of saying a stem, each as stems with blanks between."""
    cache: dict[str, tuple[str, ...]] = view.__dict__.setdefault("_ways", {})
    if word not in cache:
        cache[word] = tuple(" ".join(run) for run in view.lexicon.synonyms.get(word, ()))
    return cache[word]


def covers_text(view: View, word: str, text: str) -> float:
    """1 where the text (stems with blanks around each) holds the word, a little less for a synonym or near form, else 0."""
    if f" {word} " in text:
        return 1.0
    if any(f" {way} " in text for way in ways(view, word)):
        return 0.95
    if " " in word:
        return 0.8 if all(covers_text(view, part, text) for part in word.split()) else 0.0
    if len(word) >= 6 and word.isalpha():
        head = word[: max(6, len(word) - 3)]
        at = text.find(f" {head}")
        if at >= 0 and text.find(" ", at + 1) - at - 1 <= len(word) + 3:
            return 0.85
    return 0.0
