"""By what an event is known over all texts: a thing built, a sum, a number, a side of a dispute."""
