"""How far an event has come: done, planned, expected, denied, called off, imagined."""
