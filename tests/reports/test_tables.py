"""The table sheets, against values reckoned by hand from the worked example of SCORING 10."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.reports.build import ANSWERS, SPECS, report, rows
from tests.scoring.build import Spec, accepted, answer, answered, checklist, record
from tna.assessment.record import Record
from tna.content.models import Question
from tna.tailoring import tailor


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return report(tmp_path_factory.mktemp("report") / "r.xlsx")


def test_gaps_are_in_the_order_in_which_to_deal_with_them(book: Workbook) -> None:
    found = [
        (row["Class"], row["Priority"], row["How the priority comes"], row["Criterion"], row["Slack, days"])
        for row in rows(book["Gaps"])
    ]
    assert found == [
        ("P1", 30, "5 x 1 x 3 x 2", "MED-1", 25),
        ("P2", 12, "4 x 0.5 x 3 x 2", "IED-2", 10),
        ("P2", 12, "2 x 1 x 3 x 2", "IED-3", None),
        ("P4", 2, "1 x 1 x 1 x 2", "CND-4", 50),
    ]


def test_a_gap_says_all_that_closing_it_takes(book: Workbook) -> None:
    row = rows(book["Gaps"])[0]
    assert row["Requirement"] == "MED-1 holds."
    assert row["Force"] == "Mandatory, show-stopper"
    assert (row["State"], row["Answer as given"]) == ("Not met", "no")
    assert row["What is missing"] == "Met when “Does MED-1 hold?” is yes."
    assert row["Consequence"] == "It goes wrong."
    assert row["Causes"] == "training"
    assert row["What closes it"] == "A fix"
    assert (row["Lead time, days"], row["Lead time from"]) == (45, "planning value of the criterion")
    assert row["Latest start"].date() == date(2026, 12, 20)
    assert row["Can it be closed in time?"] == "Yes, if started by 2026-12-20."
    assert (row["Action recorded"], row["Owner"], row["Accepted by"]) == ("Train 40 medics.", "S3", "Col. A")
    assert row["Due"].date() == date(2027, 1, 20)
    assert row["Source and place"] == "SRC: A source"
    assert row["Requirement established"] == "read"


def test_an_unanswered_gap_says_what_is_open(book: Workbook) -> None:
    row = rows(book["Gaps"])[2]
    assert (row["State"], row["Causes"]) == ("Unanswered", "not known until it is answered")
    assert row["What is missing"].startswith("No answer to explosive.ied_3. Met when ")
    assert row["Can it be closed in time?"] == "Unknown: no lead time is known."
    assert row["Action recorded"] == "none recorded"


def test_a_gap_that_is_late_says_so(tmp_path: Path) -> None:
    specs = (Spec("A-1", critical=True, lead=90), Spec("A-2", force="good_practice", lead=72))
    gaps = rows(report(tmp_path / "r.xlsx", checklist(*specs), record(answered(specs, "no no")))["Gaps"])
    assert [row["Can it be closed in time?"] for row in gaps] == [
        "Cannot be closed in time by the normal route: mitigate, substitute or delay.",
        "2 days late for the normal route: start at once or substitute.",
    ]


def test_a_lead_time_of_a_remedy_says_whose_it_is(tmp_path: Path) -> None:
    specs = (Spec("A-1", remedy_lead=30),)
    (row,) = rows(report(tmp_path / "r.xlsx", checklist(*specs), record(answered(specs, "no")))["Gaps"])
    assert (row["Lead time, days"], row["Lead time from"]) == (30, "A fix (our planning value)")


def test_show_stoppers_stand_whole_the_worst_first(book: Workbook) -> None:
    found = rows(book["Show-stoppers"])
    assert [(row["Criterion"], row["State"], row["Evidence"]) for row in found] == [
        ("MED-1", "Not met", "declared"),
        ("IED-1", "Met", "demonstrated"),
        ("CND-1", "Met", "demonstrated"),
    ]
    assert found[0]["Why critical"] == "People die without it."
    assert (found[0]["Accepted by"], found[0]["Slack, days"]) == ("Col. A", 25)
    assert found[1]["Can it be closed in time?"] == "No gap."


def test_the_checklist_gives_the_domains_when_added_up(book: Workbook) -> None:
    found = rows(book["Checklist"])
    lows = {}
    for domain in ("Medical", "Explosive", "Conduct"):
        of = [row for row in found if row["Domain"] == domain and row["State"] != "Not applicable"]
        lows[domain] = round(100 * sum(row["Earned"] or 0 for row in of) / sum(row["Weight"] for row in of), 1)
    assert lows == {"Medical": 64.0, "Explosive": 65.0, "Conduct": 85.7}


def test_a_criterion_of_the_checklist(book: Workbook) -> None:
    found = {row["Criterion"]: row for row in rows(book["Checklist"])}
    row = found["IED-2"]
    assert [row[title] for title in ("F", "M", "Weight", "s", "Earned")] == [3, 1.5, 4.5, 0.5, 2.25]
    assert row["Why M is raised"] == "High is at level 3 in M."
    assert row["Evidence"] == "documented"
    assert (row["Met when"], row["Partly met when"]) == ("“Does IED-2 hold?” is yes.", "“Does IED-2 hold?” is partly.")
    assert row["Why it applies"] == "Every unit in every mission."
    assert (found["IED-1"]["Critical"], row["Critical"]) == ("yes", "no")
    aside = found["CND-3"]
    assert (aside["State"], aside["s"], aside["Earned"]) == ("Not applicable", None, None)
    assert aside["Why open or not applicable"] == "Set not applicable: The unit has none."


def test_every_question_as_asked(book: Workbook) -> None:
    found = {row["Question id"]: row for row in rows(book["Answers"])}
    assert list(found)[:2] == ["unit.strength", "unit.deployment_date"]
    assert len(found) == 2 + len(SPECS)
    row = found["medical.med_2"]
    assert (row["Question"], row["Type"]) == ("Does MED-2 hold?", "yes, partly or no")
    assert (row["Answer"], row["Raw value"], row["Evidence"], row["Reference"]) == (
        "yes",
        "yes",
        "documented",
        "Roll 7",
    )
    assert row["Evidence date"].date() == date(2026, 11, 1)
    assert (row["Criteria that rest on it"], row["Checklist, row"]) == ("MED-2", "6")
    assert found["medical.med_1"]["Note"] == "Inspected on 14 November."
    assert found["explosive.ied_3"]["Answer"] == "no answer"
    assert found["conduct.cnd_3"]["Answer"] == "not applicable: The unit has none."
    assert found["unit.strength"]["Criteria that rest on it"] == "a fact about the unit"


def test_old_evidence_counts_less_and_a_flag_is_shown(tmp_path: Path) -> None:
    given = {**ANSWERS, "medical.med_2": answer("yes", "verified", evidence_date=date(2025, 1, 1), flag=True)}
    found = {row["Question id"]: row for row in rows(report(tmp_path / "r.xlsx", given=record(given))["Answers"])}
    row = found["medical.med_2"]
    assert (row["Evidence"], row["Counts as"], row["Flag"]) == ("verified", "demonstrated", "flagged")


def test_an_answer_that_no_longer_counts_is_still_shown(tmp_path: Path) -> None:
    specs = (Spec("A-1"), Spec("A-2", when={"alpha.more": "yes"}))
    more = Question(id="alpha.more", ask="Is there more?", type="yes_no")
    given = record({"alpha.more": "no", specs[0].question: "yes", specs[1].question: "partly"})
    book = report(tmp_path / "r.xlsx", checklist(*specs, questions=(more,)), given)
    row = next(row for row in rows(book["Answers"]) if row["Question id"] == specs[1].question)
    assert (row["Asked"], row["Answer"], row["Raw value"]) == (
        "no longer: decides nothing",
        "see the raw value",
        "partly",
    )
    aside = rows(book["Not applicable and open"])[0]
    assert (aside["Kind"], aside["Criterion"]) == ("Not applicable, by the facts", "A-2")
    assert aside["Why"] == "Applies only when “Is there more?” is yes."


def test_what_is_set_aside_says_what_it_would_change(book: Workbook) -> None:
    found = rows(book["Not applicable and open"])
    assert [(row["Kind"], row["Criterion"], row["What it changes"]) for row in found] == [
        ("Not applicable, by the assessor", "CND-3", "As not met: Conduct low 66.7 %; now 85.7 %."),
        ("Unanswered", "IED-3", "Holds 20.0 points of Explosive between its low and its high."),
    ]


def test_a_domain_set_aside_whole_still_says_what_that_hides(tmp_path: Path) -> None:
    specs = (Spec("A-1"),)
    book = report(tmp_path / "r.xlsx", checklist(*specs), record({specs[0].question: answer("na")}))
    (row,) = rows(book["Not applicable and open"])
    assert row["What it changes"] == "As not met: Alpha low 0.0 %; now without a score."
    assert book["Gaps"]["A5"].value == "None: every applicable criterion is met."


def test_what_tailoring_left_out_stands_with_its_reason(tmp_path: Path) -> None:
    whole = checklist(*SPECS)
    screen = tailor(whole.catalogue, "infantry", "M", domains=("medical",), depth="screen")
    found = rows(report(tmp_path / "r.xlsx", screen, Record())["Not applicable and open"])
    kinds = {row["Criterion"]: row["Kind"] for row in found}
    assert kinds["MED-3"] == "Left out: depth"
    assert kinds["CND-1"] == "Left out: domain"
    assert len(found) == len(SPECS)


def test_sources_say_what_cites_them(book: Workbook) -> None:
    (row,) = rows(book["Sources"])
    assert (row["Source"], row["Title"], row["Status"], row["Seen"]) == ("SRC", "A source", "unknown", "not said")
    assert row["Criteria citing it"].startswith("MED-1, MED-2, ")
    assert row["Checklist, row"] == "5, 6, 7 …"


def test_sheets_without_rows_say_none(tmp_path: Path) -> None:
    specs = (Spec("A-1", lead=1),)
    book = report(tmp_path / "r.xlsx", checklist(*specs), record(answered(specs, "yes"), actions={"A-1": accepted()}))
    for name in ("Show-stoppers", "Gaps", "Not applicable and open"):
        assert book[name]["A5"].value.startswith("None: "), name
        assert not book[name].tables


def test_a_checklist_without_criteria_makes_a_report_all_the_same(tmp_path: Path) -> None:
    book = report(tmp_path / "r.xlsx", checklist(), Record())
    assert book["Checklist"]["A5"].value.startswith("None: ")
    assert any(cell.value == "R0  Not determined" for row in book["Summary"].iter_rows() for cell in row)


def test_the_worst_show_stopper_stands_first_wherever_the_content_has_it(tmp_path: Path) -> None:
    specs = tuple(Spec(f"A-{n}", critical=True) for n in range(5))
    found = rows(
        report(tmp_path / "r.xlsx", checklist(*specs), record(answered(specs, "yes partly ? no no")))["Show-stoppers"]
    )
    assert [row["Criterion"] for row in found] == ["A-3", "A-4", "A-2", "A-1", "A-0"]
