"""The grammar of a sentence: words and mentions in a row, verb groups, clauses, noun phrases."""
