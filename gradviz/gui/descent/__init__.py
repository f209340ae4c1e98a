"""The controls of a descent and the arithmetic of its steps."""
