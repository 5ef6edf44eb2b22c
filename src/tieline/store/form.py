"""The form of a knowledge base file: what marks it as ours, and which tables it has."""

SCHEMA = "1"  # goes up when the tables or the shapes of facts and readings change
APPLICATION = 0x7469656C  # "tiel"
