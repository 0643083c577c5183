"""Method: the numbers of the worked example, and formulas that another office agrees with."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.reports.build import SPECS, report, texts
from tests.scoring.build import Spec, answer, answered, checklist, record
from tna.assessment.record import Record

OFFICE = shutil.which("soffice")


def test_the_sums_step_by_step(tmp_path: Path) -> None:
    sheet = report(tmp_path / "r.xlsx")["Method"]
    found = {row[0].value: [cell.value for cell in row[1:10]] for row in sheet.iter_rows(min_row=7, max_row=10)}
    assert found["Medical"] == ["5 to 8", 12.5, 8, 0, 64, 64, 0, 100, "D1"]
    assert found["Explosive"] == ["9 to 12", 15, 9.75, 3, 65, 85, 20, 80, "D2"]
    conduct = found["Conduct"]
    assert (conduct[0], conduct[1], conduct[2], conduct[8]) == ("13 to 16", 7, 6, "D4")
    index = found["Index"]
    assert [round(number, 1) for number in (*index[1:6], index[7])] == [34.5, 23.8, 3.0, 71.6, 78.2, 91.3]


def test_how_firm_the_band_is_and_what_it_rests_on(tmp_path: Path) -> None:
    sheet = report(tmp_path / "r.xlsx")["Method"]
    found = {row[0].value: row[1].value for row in sheet.iter_rows() if row[1].value is not None}
    assert found["Index at 1/1/1"] == "66.9 to 75.2 %, band R1 Not ready"
    assert found["Index at 5/2/1"] == "72.7 to 77.5 %, band R1 Not ready"
    assert found["Training share of the risk"].startswith("30 / 56 = 53.6 %")
    assert found["Planned (a forecast)"].startswith("Not a result. With every accepted action")
    assert found["Content digest"].startswith("SHA-256 " + "0" * 64)
    assert found["Mandatory criteria met"] == "4 of 6"
    assert any("scope reduced" in text and "66.7 %" in text for text in texts(sheet))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed: the formulas were not recalculated")
def test_another_office_computes_the_same(tmp_path: Path) -> None:
    mixed = tuple(Spec(f"{d.upper()}-{n}", d, lead=n) for d in ("alpha", "beta*", "gamma")[::2] for n in range(5))
    report(tmp_path / "worked.xlsx")
    report(tmp_path / "empty.xlsx", given=Record())
    report(tmp_path / "met.xlsx", given=record(answered(SPECS, "yes " * len(SPECS))))
    aside = {**answered(mixed, "yes no partly - ? no yes partly - ?"), mixed[0].question: answer("na")}
    report(tmp_path / "mixed.xlsx", checklist(*mixed), record(aside))
    written = sorted(tmp_path.glob("*.xlsx"))
    command = [
        str(OFFICE),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    command += ["--outdir", str(tmp_path / "out"), *map(str, written)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for path in written:
        formulas = load_workbook(path)["Method"]
        values = load_workbook(tmp_path / "out" / path.name, data_only=True)["Method"]
        verdicts = [values[cell.coordinate].value for cell in formulas["M"][6:] if cell.data_type == "f"]
        assert verdicts == ["agrees"] * len(verdicts), path.name
        assert len(verdicts) >= 3
        for row in range(7, 7 + len(verdicts)):
            assert values.cell(row, 11).value == pytest.approx(formulas.cell(row, 6).value), path.name
            assert values.cell(row, 12).value == pytest.approx(formulas.cell(row, 7).value), path.name
