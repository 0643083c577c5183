"""The files of a content folder, and the digest that names exactly them."""

from __future__ import annotations

import hashlib
from pathlib import Path

LARGEST = 5_000_000
"""No content file comes near this many bytes; a larger one is refused unread."""


def content_files(folder: Path) -> list[Path]:
    """The YAML files of a content folder, in a fixed order."""
    return sorted(path for part in ("standards", "questionnaires") for path in (folder / part).glob("*.yaml"))


def read_file(path: Path) -> bytes:
    """The bytes of a content file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no ordinary file (a folder, a device, a link to nothing), or larger than any content.
    """
    if not path.is_file():
        raise ValueError("it is no ordinary file; take it out of the folder")
    if path.stat().st_size > LARGEST:
        raise ValueError(f"the file is over {LARGEST // 1_000_000} MB, which no content file is")
    return path.read_bytes()


def digest_of(folder: Path) -> str:
    """SHA-256 over the names and bytes of the content files, 64 hex digits; one that cannot be read counts as empty."""
    total = hashlib.sha256()
    for path in content_files(folder):
        try:
            content = read_file(path).replace(b"\r\n", b"\n")
        except (OSError, ValueError):  # a fault, which the reading tells: an empty file is one too
            content = b""
        total.update(f"{path.parent.name}/{path.name}:{len(content)}\n".encode(errors="surrogateescape"))
        total.update(content)
    return total.hexdigest()
