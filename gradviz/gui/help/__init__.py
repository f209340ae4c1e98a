"""The pages of the help: the language, the rules, how the engine works."""
