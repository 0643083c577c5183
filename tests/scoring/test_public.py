"""What the package offers, and that it stays pure."""

from __future__ import annotations

import subprocess
import sys

import tna.scoring


def test_the_public_names() -> None:
    assert sorted(tna.scoring.__all__) == [
        "BAND_NAMES",
        "Result",
        "live",
        "one_decimal",
        "reach_next_band",
        "score",
        "to_json",
        "what_if",
    ]


def test_it_brings_in_no_store_no_screen_no_workbook() -> None:
    heavy = ["sqlmodel", "sqlalchemy", "alembic", "textual", "rich", "openpyxl", "typer", "yaml", "sqlite3"]
    code = f"import sys, tna.scoring; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
