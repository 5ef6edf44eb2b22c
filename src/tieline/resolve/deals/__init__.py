"""Which words mean which agreement."""
