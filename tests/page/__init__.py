"""The page in a real browser. A package, so that one browser of a process serves all its modules and is closed behind the last."""
