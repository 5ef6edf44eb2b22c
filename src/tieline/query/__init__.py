"""From a question to an answer with its derivation: `ask.ask`, `explain.explain`, `find.find`, each on a `view.View`."""
