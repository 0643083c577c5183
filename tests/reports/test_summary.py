"""The page that a minister reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.build import ANSWERS, AS_OF, SPECS, assessment, report, texts
from tests.scoring.build import Spec, accepted, answered, checklist, record
from tna.assessment.record import Record
from tna.content.models import Edition
from tna.content.reference import Mandate, Source


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Worksheet:
    return report(tmp_path_factory.mktemp("report") / "r.xlsx")["Summary"]


def said(sheet: Worksheet, part: str) -> str:
    """The one text that holds these words."""
    (found,) = [text for text in texts(sheet) if part in text]
    return found


def test_who_and_when(page: Worksheet) -> None:
    assert texts(page)[:3] == [
        "Gap report: BAT-4, Sampleland",
        "Infantry battalion for M, A mission",
        "deploys 2027-03-05 · 100 days left · as of 2026-11-25",
    ]


def test_the_decision_and_the_band_come_before_any_number(page: Worksheet) -> None:
    assert texts(page)[3:7] == [
        "DECISION ASKED",
        "Order that 1 show-stopper be closed, each with an owner and a date; until then do not deploy.",
        "R1  Not ready",
        "Do not deploy. The unit would put its people, or those it protects, at risk that can be avoided.",
    ]
    assert said(page, "Rule 1") == "Rule 1 decided. Not ready whatever the score: critical and not met: MED-1."


def test_the_four_numbers_of_the_worked_example(page: Worksheet) -> None:
    found = texts(page)
    for number in ("72 to 78 %", "1 of 3", "91 %", "54 %"):
        assert number in found
    assert said(page, "Index, mean").endswith("Low: the 1 open criterion not met. High: all met.")
    assert "Training alone closes 54 % of the risk." in found


def test_each_domain_leads_to_its_rows_of_the_checklist(page: Worksheet) -> None:
    lines = {row[0].value: row for row in page.iter_rows() if row[0].value in ("Medical", "Explosive", "Conduct *")}
    shown = {name: [cell.value for cell in row[3:7]] for name, row in lines.items()}
    assert shown["Medical"] == [64.0, 64.0, "D1", 100.0]
    assert shown["Explosive"] == [65.0, 85.0, "D2", 80.0]
    assert shown["Conduct *"][2] == "D4"
    assert lines["Explosive"][0].hyperlink.location.startswith("'Checklist'!A9:")
    assert lines["Explosive"][0].hyperlink.location.endswith("12")


def test_evidence_training_and_scope_are_said(page: Worksheet) -> None:
    found = texts(page)
    assert "Evidence, by weight: declared or better 91 %, documented 72 %, demonstrated 22 %, verified 0 %." in found
    assert "Full assessment of Medical, Explosive, Conduct. Mandatory criteria met: 4 of 6." in found
    closable = said(page, "Of 4 gaps")
    assert closable.startswith(
        "Of 4 gaps, 3 can still be closed before deployment by the normal route, 0 cannot, 1 of unknown"
    )
    assert (
        "Forecast, not a result: with the accepted actions on 1 gap done in time, R3 Ready with conditions, index 84 to 90 %."
        in closable
    )


def test_the_disclaimer_and_the_sign_off_block_are_there(page: Worksheet) -> None:
    assert "not a UN product, not a UN certification" in said(page, "Independent tool")
    assert [text.split(" (")[0] for text in texts(page)[-3:]] == ["Prepared by", "Checked by", "Approved by"]


def test_it_is_one_portrait_page_with_a_native_chart(page: Worksheet) -> None:
    assert page.page_setup.orientation == "portrait"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 1)
    (chart,) = page._charts
    assert [series.val.numRef.f for series in chart.series] == ["'Method'!$F$7:$F$9", "'Method'!$H$7:$H$9"]
    heights = [page.row_dimensions[row].height for row in range(1, page.max_row + 1)]
    assert sum(heights) < 1100, "printed at less than 70 % it could not be read"


def test_training_below_half_is_said_as_a_warning(tmp_path: Path) -> None:
    specs = (Spec("A-1", kind="equipment", lead=10), Spec("A-2", force="good_practice", lead=10))
    page = report(tmp_path / "r.xlsx", checklist(*specs), record(answered(specs, "no no")))["Summary"]
    assert "Most of the risk will not be closed by training: it closes 20 % of it." in texts(page)


def test_nothing_answered_is_no_result(tmp_path: Path) -> None:
    page = report(tmp_path / "r.xlsx", given=Record())["Summary"]
    found = texts(page)
    assert "R0  Not determined" in found
    assert "0 to 100 %" in found
    assert "deployment date not known · as of 2026-11-25" in found
    assert said(page, "Decide nothing")
    assert said(page, "every gap is a question still open")


def test_everything_met_has_no_gap_and_no_show_stopper(tmp_path: Path) -> None:
    given = record(answered(SPECS, "yes " * len(SPECS)))
    found = texts(report(tmp_path / "r.xlsx", given=given)["Summary"])
    for words in ("R4  Ready", "100 %", "None: all 3 are met.", "One number"):
        assert any(words in text for text in found), words
    assert "No gap is open. Forecast: none, as no gap has an accepted action that ends in time." in found


def test_a_late_show_stopper_asks_for_another_decision(tmp_path: Path) -> None:
    specs = (Spec("A-1", critical=True, lead=90),)
    late = report(tmp_path / "r.xlsx", checklist(*specs), record(answered(specs, "no")))["Summary"]
    assert said(late, "Delay, substitute").endswith("cannot be closed before deployment by the normal route (A-1).")
    open_still = report(tmp_path / "r.xlsx", checklist(*specs), record({}))["Summary"]
    assert not any("Delay, substitute" in text for text in texts(open_still)), "nobody knows yet that it is unmet"


def test_what_may_be_out_of_date_is_said(tmp_path: Path) -> None:
    found = checklist(*SPECS)
    catalogue = found.catalogue.model_copy(
        update={
            "edition": Edition(edition="2024.1", date=date(2024, 1, 1)),
            "sources": {"SRC": Source(id="SRC", title="A source", status="superseded")},
        }
    )
    mission = found.mission.model_copy(update={"mandate": Mandate(ends=date(2026, 11, 1))})
    page = report(
        tmp_path / "r.xlsx", replace(found, catalogue=catalogue, mission=mission), head=assessment(digest="1" * 64)
    )
    shown = " ".join(texts(page["Summary"]))
    assert "Edition 2024.1 of the content is of 2024-01-01, over twelve months ago" in shown
    assert "The mandate of M ended on 2026-11-01" in shown
    assert "1 cited source superseded or past the review date: SRC." in shown
    assert "the content differs" in shown


def test_a_broken_log_is_said(tmp_path: Path) -> None:
    broken = ["device a: entry 3 was changed", "device a: entry 9 is missing"]
    book = report(tmp_path / "r.xlsx", broken=broken)
    assert said(book["Summary"], "log of answers is damaged").endswith(
        "entry 3 was changed; device a: entry 9 is missing"
    )
    assert any("entry 9 is missing" in text for text in texts(book["Method"]))


def test_what_was_left_out_of_the_scope_is_said(tmp_path: Path) -> None:
    found = checklist(*SPECS, domains=("medical",), depth="screen")
    page = report(tmp_path / "r.xlsx", found)["Summary"]
    scope = said(page, "Screen (critical and mandatory criteria only)")
    assert "of Medical. Left out, though applicable: Explosive, Conduct." in scope


def test_long_lists_are_cut_with_a_word(tmp_path: Path) -> None:
    specs = tuple(Spec(f"A-{n}", critical=n < 7, lead=10) for n in range(14))
    page = report(tmp_path / "r.xlsx", checklist(*specs), record(answered(specs, "no " * 14)))["Summary"]
    assert texts(page).count("and 2 more") == 2


def test_a_band_that_hangs_on_one_criterion_says_so(tmp_path: Path) -> None:
    page = report(tmp_path / "r.xlsx", given=record(ANSWERS, actions={"MED-1": accepted()}))["Summary"]
    assert said(page, "hangs on MED-1 alone")
    assert AS_OF.isoformat() in said(page, "as of")
