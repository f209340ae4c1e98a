"""The gallery: problems to open, by topic."""
