"""One SQLite file for a knowledge base."""
