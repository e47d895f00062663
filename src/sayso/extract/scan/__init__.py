"""Step 3, scan: names, triggers and what they need, in one pass over the words."""
