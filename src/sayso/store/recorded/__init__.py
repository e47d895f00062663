"""Reports in, whole, with all rows of their events and the corrections on them."""
