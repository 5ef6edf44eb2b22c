"""Answers about time: when, how long, in what order, as planned or not, as of a day."""
