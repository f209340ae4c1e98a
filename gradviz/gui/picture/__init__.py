"""The area of the pictures: which picture a function gets, its tabs and frames."""
