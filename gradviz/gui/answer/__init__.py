"""Checking an answer that the user types."""
