"""Step 5, identify: who is meant by a name, a description or a reference, on that day."""
