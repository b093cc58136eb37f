"""Runs migrations on the connection that store/migrate.py hands over."""

from __future__ import annotations

from alembic import context

from store.tables import Conversation

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Conversation.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
