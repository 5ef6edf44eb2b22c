"""When and where an event is: the times and places of its clause, and what words about time stand beside it."""
