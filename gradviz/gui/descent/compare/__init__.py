"""Several descents side by side."""
