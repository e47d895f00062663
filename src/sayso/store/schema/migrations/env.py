"""What Alembic runs: our revisions, on the connection that it is handed, in one transaction."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=None, transactional_ddl=True, render_as_batch=True)
context.run_migrations()
