"""Frozen values: what Tieline knows, without any of the ways in which it comes to know it."""
