"""Yes, no, or not said."""
