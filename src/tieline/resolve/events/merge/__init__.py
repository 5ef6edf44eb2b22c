"""Reports of one event brought together, each judgement recorded with its reasons."""
