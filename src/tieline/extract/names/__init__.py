"""Names: who and what the capitalised words of an article are."""
