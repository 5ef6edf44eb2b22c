"""Which of the events a question can mean, and what of the question each leaves uncovered."""
