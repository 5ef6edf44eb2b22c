"""Facts and answers in words, tables, records and exports."""
