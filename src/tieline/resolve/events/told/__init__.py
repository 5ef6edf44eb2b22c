"""From event mentions to reports: who, when and in which words, as their text tells it."""
