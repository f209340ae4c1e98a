"""The main window: its panels, its menus, and what each group of its actions does."""
