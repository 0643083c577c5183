"""The worked example of docs/content-guide.md is followed to the letter, and what it makes is sound."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.conftest import ROOT
from tna.content.diff import Change, diff
from tna.content.load import check_content, load_catalogue
from tna.content.models import Catalogue
from tna.tailoring import tailor

GUIDE = (ROOT / "docs/content-guide.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```yaml\n# example: (\S+)\n(.*?)```", re.DOTALL)
SECTION = "Kits and casualty equipment"


def test_the_example_of_the_guide_works(tmp_path: Path, real_catalogue: Catalogue) -> None:
    for folder in ("standards", "questionnaires"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    examples = EXAMPLE.findall(GUIDE)
    assert [name for name, _ in examples] == [
        "questionnaires/medical.yaml",
        "standards/medical.yaml",
        "standards/sources.yaml",
    ]
    for name, text in examples:
        _insert(tmp_path / name, text)
    assert [str(fault) for fault in check_content(tmp_path)] == []
    mine = load_catalogue(tmp_path)
    assert diff(real_catalogue, mine) == [
        Change("new", "criterion", "MED-KIT-90"),
        Change("new", "question", "medical.section_stretchers"),
        Change("new", "source", "NATIONAL-ORDER-7"),
    ]
    assert "MED-KIT-90" in tailor(mine, "infantry", "MINUSCA").item
    assert "MED-KIT-90" not in tailor(mine, "signals", "MINUSCA").item


def _insert(path: Path, text: str) -> None:
    """Puts an item where the guide says: at the end of its section, or of the list."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.name == "sources.yaml":
        path.write_text("\n".join(lines) + "\n" + text, encoding="utf-8")
        return
    start = next(number for number, line in enumerate(lines) if line.strip() == f"- title: {SECTION}")
    after = [number for number, line in enumerate(lines) if number > start and line.startswith("- title:")]
    end = after[0] if after else len(lines)
    path.write_text("\n".join(lines[:end] + text.splitlines() + lines[end:]) + "\n", encoding="utf-8")


def test_every_field_and_test_of_the_format_is_in_the_guide() -> None:
    from tna.content.grammar import KEYWORDS
    from tna.content.models import Criterion, Question

    named = set(re.findall(r"`([a-z_]+)`", GUIDE)) | set(re.findall(r"([a-z_]+):", GUIDE))
    assert {*Criterion.model_fields, *Question.model_fields, *KEYWORDS} <= named
