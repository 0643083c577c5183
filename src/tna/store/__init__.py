"""Assessments kept in a database: ``Store`` (imports SQLModel), ``StoreError``, ``default_target`` (which do not)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tna.store.errors import StoreError
from tna.store.places import default_target

if TYPE_CHECKING:
    from tna.store.rows import Summary
    from tna.store.store import Store

__all__ = ["Store", "StoreError", "Summary", "default_target"]


def __getattr__(name: str) -> object:
    """``Store`` and ``Summary`` on first use: they cost the import of SQLModel."""
    if name in ("Store", "Summary"):
        from tna.store import store

        return getattr(store, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
