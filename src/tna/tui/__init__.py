"""The terminal UI: shows and asks, decides nothing (DESIGN 6)."""

from __future__ import annotations

import sys
from pathlib import Path

from tna.errors import Refusal


def run(
    content: Path | str | None = None, db: str | None = None, assessment: str | None = None, walk: bool = False
) -> int:
    """Opens the terminal UI and returns the exit code when it is left.

    Args:
        content: the folder of the content; TNA_CONTENT or the tool's own when left out.
        db: the database, a path or a URL; TNA_DB or the user's own when left out.
        assessment: the start of the id of an assessment to open at once.
        walk: whether to open its walk and not its results.

    Raises:
        Refusal: there is no terminal to draw on or to read keys from.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stdout__)):
        raise Refusal("the screens need a terminal; without one: tna walk ID --plain, or the commands of tna --help")
    from tna.tui.app import TnaApp

    app = TnaApp(content, db, assessment, walk=walk)
    app.run()
    return app.return_code or 0
