"""Where the tool keeps its data on this machine: the default database, and the id of this device."""

from __future__ import annotations

import os
import re
from pathlib import Path
from uuid import uuid4

from tna.store.errors import StoreError

DEVICE_ID = re.compile(r"[0-9a-f]{32}")


def home() -> Path:
    """``TNA_HOME`` when set (a USB stick), else the user's data folder on this platform. It is not made here."""
    if chosen := os.environ.get("TNA_HOME"):
        return Path(chosen)
    import platformdirs  # its import costs 20 ms, which TNA_HOME saves

    return Path(platformdirs.user_data_dir("tna", appauthor=False))


def default_target(db: str | None = None) -> str:
    """The database to open: ``db`` (the --db option), else ``TNA_DB``, else ``tna.db`` in the home folder."""
    return db or os.environ.get("TNA_DB") or str(home() / "tna.db")


def this_device() -> str:
    """The random id of this device, 32 hex digits, made on first use and kept in the home folder.

    Two programs that make it at the same moment may each go on with its own: harmless, since chains are per device.

    Raises:
        StoreError: the folder cannot be written.
    """
    path = home() / "device"
    try:
        kept = path.read_text(encoding="ascii", errors="replace").strip() if path.exists() else ""
        return kept if DEVICE_ID.fullmatch(kept) else _new_device(path)
    except OSError as error:
        raise StoreError(
            f"{path.parent} cannot be used to keep the id of this device ({error.strerror}); "
            "set TNA_HOME to a folder where you may write"
        ) from error


def _new_device(path: Path) -> str:
    device = uuid4().hex
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"device.{device}")
    part.write_text(device, encoding="ascii")
    part.replace(path)
    return device
