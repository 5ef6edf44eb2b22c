"""Who is meant by each name, title and pronoun."""
