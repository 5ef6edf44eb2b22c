"""Who says what to whom, and which events stand inside somebody's words."""
