"""What is asked for: a filter, each of its fields as SQL, and the quickest way to the events."""
