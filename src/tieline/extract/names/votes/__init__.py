"""What speaks for a person, a place, an organization or a firm, counted over one document."""
