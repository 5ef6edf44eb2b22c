"""Who and what an event is of: its doers, its theme, those who take part."""
