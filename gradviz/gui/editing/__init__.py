"""The text: its editor and what helps with it: colours, completion, the symbols, and declarations by clicking."""
