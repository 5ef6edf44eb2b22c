"""From an article to mentions: what the words name, without identity."""
