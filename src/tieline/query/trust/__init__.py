"""Whether an answer accounts for its question, and how a refusal is put."""
