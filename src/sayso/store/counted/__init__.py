"""Many events at once: columns of them, and what is counted over these."""
