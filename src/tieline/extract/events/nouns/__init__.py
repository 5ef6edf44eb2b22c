"""Events told by nouns: signings, meetings, visits."""
