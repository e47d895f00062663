"""Step 8, explain: the event with its evidence, and why the rest was not coded."""
