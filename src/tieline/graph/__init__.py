"""Facts as a graph, and views of it."""
