"""The function as a surface in space; loaded when it is first opened."""
