"""The day on which each text was published, and the times that hang on it."""
