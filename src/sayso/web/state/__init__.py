"""What every route is handed: the database's view, templates, coder, clock; pasted texts, checks, secrets."""
