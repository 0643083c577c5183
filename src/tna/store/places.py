"""Where the tool keeps its data on this machine: the default database, and the id of this device."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def home() -> Path:
    """``TNA_HOME`` when set (a USB stick), else the user's data folder of the platform. Not created here."""
    return Path(os.environ.get("TNA_HOME") or platformdirs.user_data_dir("tna", appauthor=False))


def default_target(db: str | None = None) -> str:
    """The database to open: ``db`` (the --db option), else ``TNA_DB``, else ``tna.db`` in the home folder."""
    return db or os.environ.get("TNA_DB") or str(home() / "tna.db")


def this_device() -> str:
    """The random id of this device, 32 hex digits, made on first use and kept in the home folder.

    Raises:
        StoreError: the folder cannot be written.
    """
    raise NotImplementedError
