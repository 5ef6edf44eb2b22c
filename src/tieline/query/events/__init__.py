"""Which events a question means, and answers made of them: lists, places, yes and no."""
