"""Steps 1 and 2, clean and split: the text as given, repaired, and its sentences."""
