"""The catalogue as a workbook, read back."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.content.small import write_content
from tna.content.load import load_catalogue
from tna.content.models import Catalogue
from tna.reports.grid import HEADER
from tna.reports.library import write_library

SHEETS = ["About", "Criteria", "Questions", "Missions", "Mission weights", "Unit types", "Remedies", "Sources"]


def rows(path: Path, sheet: str) -> list[dict[str, object]]:
    table = load_workbook(path)[sheet].iter_rows(min_row=HEADER, values_only=True)
    heads = [str(head) for head in next(table)]
    return [dict(zip(heads, row, strict=True)) for row in table]


def test_every_item_is_in_it_with_its_words(tmp_path: Path) -> None:
    catalogue = load_catalogue(write_content(tmp_path / "content"))
    path = tmp_path / "library.xlsx"
    write_library(path, catalogue)
    assert load_workbook(path).sheetnames == SHEETS
    kit, mines = rows(path, "Criteria")
    assert kit["Criterion"] == "MED-KIT-01"
    assert kit["Met when"] == "“What share of the contingent carries a kit?” is at least 100 %"
    assert kit["Figures in it"] == "our figure"
    assert kit["Requirement established"] == "recalled, not read"
    assert kit["Source and place"] == "COE: COE Manual, chapter 3, annex B"
    assert mines["Whom it concerns"] == "contingent; when the threat level of mines is at least 2"
    assert [row["Question"] for row in rows(path, "Questions")] == [
        "unit.strength",
        "unit.deployment_date",
        "unit.women",
        "medical.kit_share",
        "medical.mine_course",
    ]


def test_a_mission_shows_what_its_threats_add(tmp_path: Path) -> None:
    path = tmp_path / "library.xlsx"
    write_library(path, load_catalogue(write_content(tmp_path / "content")))
    alfa, bravo = rows(path, "Mission weights")
    assert (alfa["Criteria"], alfa["Raised to 1.5"], alfa["Weight"]) == (2, 1, 6.5)
    assert (bravo["Criteria"], bravo["Raised to 1.5"], bravo["Weight"]) == (1, 0, 3)


def test_what_concerns_only_those_who_go_to_no_mission_weighs_nothing_there(tmp_path: Path) -> None:
    centre = ("groups: [individual]", "groups: [individual], domains: [medical]")
    only = ("units: [contingent], when: {threat.mines: {at_least: 2}}", "units: [individual]")
    path = tmp_path / "library.xlsx"
    write_library(path, load_catalogue(write_content(tmp_path / "content", units=centre, medical=only)))
    assert [row["Criteria"] for row in rows(path, "Mission weights")] == [1, 1]


def test_the_real_catalogue_fits_and_its_links_lead_to_the_right_rows(
    tmp_path: Path, real_catalogue: Catalogue
) -> None:
    path = tmp_path / "library.xlsx"
    write_library(path, real_catalogue)
    book = load_workbook(path)
    assert book["Criteria"].max_row == HEADER + len(real_catalogue.criteria)
    assert book["Sources"].max_row == HEADER + len(real_catalogue.sources)
    heads = [cell.value for cell in book["Criteria"][HEADER]]
    for row in (HEADER + 1, HEADER + 50):
        cell = book["Criteria"].cell(row, heads.index("Questions, row") + 1)
        criterion = real_catalogue.criteria[str(book["Criteria"].cell(row, 1).value)]
        target = str(cell.hyperlink.location).partition("!A")[2]
        assert book["Questions"].cell(int(target), 1).value == criterion.rests_on[0]
