"""Numbers: quantities, and what they measure."""
