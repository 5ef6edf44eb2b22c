"""What must hold around the words of a rule: the difference between a time and its look-alikes. Importing it registers every guard."""

from tieline.extract.times.guards import chat, days, lengths, lookalikes, months, relations, reported, years

__all__ = ["chat", "days", "lengths", "lookalikes", "months", "relations", "reported", "years"]
