"""Users, their keys, watchlists and where these are sent."""
