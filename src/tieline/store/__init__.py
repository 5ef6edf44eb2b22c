"""Keep a knowledge base: one SQLite file with full text search."""
