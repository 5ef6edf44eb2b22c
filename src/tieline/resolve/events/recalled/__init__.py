"""What a text recalls in passing of an event that other texts tell: words that no rule reads, known by their day, people or money."""
