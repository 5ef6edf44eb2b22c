"""One plain line for an event."""
