"""The nearest known name to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def suggest(word: str, known: Iterable[object]) -> str:
    """``"; did you mean X?"`` when something near is known, else nothing."""
    near = difflib.get_close_matches(word, [str(name) for name in known], n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near and near[0] != word else ""
