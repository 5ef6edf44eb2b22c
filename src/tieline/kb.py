"""The knowledge base: wiring only."""
