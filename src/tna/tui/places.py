"""Where each walk was left, and the theme: a small file for this user, beside the database of the home folder.

Losing it costs nothing but comfort: the walk then goes on after the newest answer.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Places:
    """What this user's screens remember. Reading and writing never fail: they do without."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str | None:
        """What was kept under a name."""
        value = self._read().get(name)
        return value if isinstance(value, str) else None

    def keep(self, name: str, value: str) -> None:
        """Keeps a word under a name. Cut short, the file is as good as none, so nothing is done to keep it whole."""
        kept = self._read()
        if kept.get(name) == value:
            return
        kept[name] = value
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(kept), encoding="utf-8")
        except OSError:
            pass

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}
