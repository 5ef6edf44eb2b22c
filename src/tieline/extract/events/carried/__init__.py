"""Events that lean on another telling: lists, second halves without a verb, echoes, stories told on, what is put off."""
