"""Answers that list: events, people, agreements, places, partners, what happened in a time."""
