"""A fault of our own: kept in a file for whoever mends it, told to the user in plain words."""

from __future__ import annotations

import traceback

from tna.store.places import home


def keep_fault() -> str:
    """Writes down the error that is being handled, and gives the sentences for the user."""
    kept = home() / "fault.txt"
    stopped = "tna had to stop, by a fault of its own. Every answer that was shown as kept is kept."
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(traceback.format_exc(), encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        return f"{stopped} What happened could not be written down ({error})."
    return f"{stopped} What happened is in {kept}: please send that file to whoever gave you tna."
