"""What helps with the text: colours, brackets, and declarations that are written by clicking."""
