"""Values that count from the day of publication or from the last date told. Importing it registers every one of them."""

from tieline.extract.times.deictic import away, clock, counted, edges, hours, months, twice, vague, weekdays

__all__ = ["away", "clock", "counted", "edges", "hours", "months", "twice", "vague", "weekdays"]
