"""From mentions to facts: who is who, when it was, which reports tell one event."""
