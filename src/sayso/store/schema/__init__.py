"""The tables, their history and versions, and the connections to a database."""
