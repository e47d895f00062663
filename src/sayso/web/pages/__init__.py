"""The views that people look at: one module a view, each with a `router`."""
