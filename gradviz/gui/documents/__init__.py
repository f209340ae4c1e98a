"""What is saved and undone: the document, its commands, its files and their recovery."""
