"""Practice: graded problems, hints, and the progress that is remembered."""
