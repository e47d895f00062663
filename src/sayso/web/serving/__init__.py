"""The processes that serve: their socket, what they share, and what one of them does for all."""
