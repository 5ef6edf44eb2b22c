"""The rule language: read rule files, compile patterns, match, check the examples."""
