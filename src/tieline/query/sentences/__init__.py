"""What single sentences say: search, clauses, denials, reasons."""
