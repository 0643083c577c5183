"""Runs the revisions on the connection that ``schema`` hands over, inside its transaction."""

from alembic import context

from tna.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
