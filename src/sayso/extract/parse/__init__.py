"""Step 4, parse: sentences to trees, and trees mended."""
