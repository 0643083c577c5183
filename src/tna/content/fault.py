"""A fault in the content, as it is told to whoever keeps it."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 1000
"""Where a fault is cut that would fill the screen, since it quotes what was written."""


@dataclass(frozen=True)
class Fault:
    """Something wrong in the content: file (from the content folder), line from 1, the item's id, and what to do."""

    file: str
    line: int
    item: str
    message: str

    def __str__(self) -> str:
        told = f"{self.item}: {self.message}" if self.item else self.message
        return f"{self.file}:{self.line}: " + (told if len(told) <= LONGEST else told[: LONGEST - 1] + "…")
