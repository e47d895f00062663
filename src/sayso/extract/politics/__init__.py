"""Whether a match is politics: the field of life that it belongs to, and whose act it is."""
