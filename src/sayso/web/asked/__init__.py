"""What comes in: a query string as a filter, who asks, and whether a request is meant."""
