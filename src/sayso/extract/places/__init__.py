"""Places: words that name one, and which one is meant."""
