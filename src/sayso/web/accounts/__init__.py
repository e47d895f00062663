"""Several people at one desk: who they are, what they may do, and that it is they who ask."""
