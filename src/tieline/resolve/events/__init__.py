"""Which reports tell one event, and what they tell together."""
