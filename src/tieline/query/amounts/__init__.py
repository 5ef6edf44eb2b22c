"""Answers about numbers: how many, how much, what rank or share."""
