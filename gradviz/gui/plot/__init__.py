"""The picture of a function over the plane of two of its coordinates, and the values behind it."""
