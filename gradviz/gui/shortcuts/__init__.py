"""Shortcuts: the keys of every action, as the user sets them."""
