"""Text to expression: grammar, inference of kinds and shapes, diagnostics."""
