"""Events told by verbs: which frame a clause fills, and which senses and forms of its verb tell of none."""
