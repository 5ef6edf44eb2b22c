"""Facts and answers in words, tables, records, pages and exports."""
