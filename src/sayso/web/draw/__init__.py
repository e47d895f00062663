"""How a view's model becomes a page: templates, rows, parts of them, faults."""
