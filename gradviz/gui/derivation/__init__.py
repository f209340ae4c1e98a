"""The derivation as the window shows it: its lines, the parts that can be picked, copies and checks."""
