"""What people typed stays text, whole or visibly cut, and does nothing."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.build import ANSWERS, assessment, cells, report, rows
from tests.scoring.build import answer, record
from tna.assessment.record import Action
from tna.harmless import harmless
from tna.reports.text import LIMIT, cell_text, margin_text, short

HOSTILE = {
    "formula": '=HYPERLINK("http://example.org","click")',
    "plus": "+1+1",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "tab": "\t=1+1",
    "array": "{=1+1}",
    "other book": "[Book2.xlsx]Sheet1!A1",
    "error": "#REF!",
    "number": "1e5",
    "quote": "'=1+1",
    "markup": "<f>1+1</f>&amp;",
    "newline": "one\n=two",
}


def with_note(text: str):  # type: ignore[no-untyped-def]
    return record(
        {**ANSWERS, "medical.med_1": answer("no", "declared", note=text, ref=text)},
        actions={"MED-1": Action(what=text, owner=text, accepted_by=text)},
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_stays_text(text: str, tmp_path: Path) -> None:
    head = assessment(unit_name=text, country=text)
    book = report(tmp_path / "r.xlsx", given=with_note(text), head=head, broken=[text])
    assert {cell.parent.title for cell in cells(book) if cell.data_type == "f"} <= {"Method"}
    assert all(
        cell.value.startswith(("=100*", "=AVERAGE", "=IF(ABS(")) for cell in cells(book) if cell.data_type == "f"
    )
    row = next(row for row in rows(book["Answers"]) if row["Question id"] == "medical.med_1")
    assert (row["Note"], row["Reference"]) == (text, text)
    assert rows(book["Gaps"])[0]["Action recorded"] == text
    with ZipFile(tmp_path / "r.xlsx") as archive:
        assert not any(b'TargetMode="External"' in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "'=1"])
def test_editing_a_cell_does_not_make_it_a_formula(text: str, tmp_path: Path) -> None:
    book = report(tmp_path / "r.xlsx", given=with_note(text))
    noted = [cell for cell in cells(book) if cell.value == text]
    assert noted
    assert all(cell.quotePrefix for cell in noted)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1b[31m", "a\\x00b\\x1b[31m"),
        ("\u202eevil", "\\u202eevil"),
        ("half \ud83d", "half \\ud83d"),
        ("\ufffe\uffff\ufdd0", "\\ufffe\\uffff\\ufdd0"),
        ("a\rb", "a\\rb"),
        ("_x0041_", "_x005F_x0041_"),
        ("naïve 部队 🪖", "naïve 部队 🪖"),
    ],
)
def test_what_cannot_be_shown_is_shown_as_its_code(text: str, shown: str, tmp_path: Path) -> None:
    book = report(tmp_path / "r.xlsx", given=with_note(text), head=assessment(unit_name=text))
    row = next(row for row in rows(book["Answers"]) if row["Question id"] == "medical.med_1")
    assert row["Note"] == shown


def test_long_text_is_cut_with_a_word(tmp_path: Path) -> None:
    for sign in ("x", "🪖"):
        shown = cell_text(sign * 40_000)
        assert len(shown.encode("utf-16-le")) // 2 <= LIMIT
        assert shown.startswith(sign * 100)
        assert "40,000 characters are more than a cell holds" in shown
    book = report(tmp_path / "r.xlsx", given=with_note("y" * 40_000))
    row = next(row for row in rows(book["Answers"]) if row["Question id"] == "medical.med_1")
    assert row["Note"].endswith("the whole text is in the assessment)")
    assert max(height.height for height in book["Answers"].row_dimensions.values() if height.height) <= 409


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_text_fits_xml(text: str) -> None:
    shown = cell_text(text)
    shown.encode("utf-8")
    allowed = (0x9, 0xA), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF)
    assert all(any(low <= ord(sign) <= high for low, high in allowed) for sign in shown)
    assert harmless(shown) == shown


def test_a_unit_name_is_no_code_in_the_margin(tmp_path: Path) -> None:
    name = "A&D&P &[File] battalion"
    book = report(tmp_path / "r.xlsx", head=assessment(unit_name=name))
    assert book["Gaps"].oddHeader.left.text == "Gap report: A&&D&&P && [File] battalion, Sampleland"
    assert "&&" in margin_text("a&b")
    assert len(short("word " * 50, 40)) <= 40
    assert short("word " * 50, 40).endswith(" …")
