"""Agreements, partnerships and plans in an article."""
