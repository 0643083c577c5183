"""The files of a content folder, and the digest that names exactly them."""

from __future__ import annotations

import hashlib
from pathlib import Path


def content_files(folder: Path) -> list[Path]:
    """The YAML files of a content folder, in a fixed order."""
    return sorted(path for part in ("standards", "questionnaires") for path in (folder / part).glob("*.yaml"))


def digest_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of the content files, 64 hex digits."""
    total = hashlib.sha256()
    for path in content_files(folder):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{path.parent.name}/{path.name}:{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()
