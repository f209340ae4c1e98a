"""Matrix calculus on the desktop: derivations, pictures and descent."""
