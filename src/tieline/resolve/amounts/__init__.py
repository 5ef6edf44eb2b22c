"""Which numbers tell one figure, and which contradict each other."""
