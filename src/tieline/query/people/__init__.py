"""Answers about people: who, in which office, and what somebody said."""
