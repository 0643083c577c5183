"""docs/content.md says of every researched requirement what became of it, and of every walk how long it is."""

from __future__ import annotations

import re

from tests.conftest import ROOT
from tests.content.sizes import sizes
from tna.content.models import Catalogue

PAGE = (ROOT / "docs/content.md").read_text(encoding="utf-8")
RESEARCHED = (ROOT / "tests/content/researched.txt").read_text(encoding="utf-8").split()
ID = re.compile(r"[A-Z]+(?:-[A-Z0-9]+)+")


def rows_of(head: str) -> set[str]:
    """The ids in the first column of every table with this head."""
    found: set[str] = set()
    inside = False
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            inside = False
        elif cells[0] == head:
            inside = True
        elif inside:
            found.update(ID.findall(cells[0]))
    return found


def test_every_researched_requirement_is_accounted_for(real_catalogue: Catalogue) -> None:
    gone = rows_of("merged") | rows_of("left out")
    assert [name for name in RESEARCHED if name not in real_catalogue.criteria and name not in gone] == []


def test_what_is_merged_or_left_out_is_no_criterion(real_catalogue: Catalogue) -> None:
    assert [name for name in rows_of("left out") if name in real_catalogue.criteria] == []


def test_every_criterion_of_our_own_is_named(real_catalogue: Catalogue) -> None:
    added = {name for line in PAGE.splitlines() if line.startswith("New: ") for name in ID.findall(line)}
    assert set(real_catalogue.criteria) - set(RESEARCHED) == added


def test_the_lengths_of_the_walks_are_those_of_the_content(real_catalogue: Catalogue) -> None:
    assert sizes(real_catalogue) in PAGE, (
        "run python -m tests.content.sizes and put what it prints into docs/content.md"
    )
