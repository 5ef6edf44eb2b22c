"""The time expressions of a text: where they stand and what they mean."""

from tieline.extract.times.find import Published, find_article_times, find_times, read_times

__all__ = ["Published", "find_article_times", "find_times", "read_times"]
