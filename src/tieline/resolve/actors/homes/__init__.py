"""The countries of office holders whom a text gives none."""
