"""Two states of the content, compared item by item."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small import write_content
from tna.content.diff import Change, diff
from tna.content.load import load_catalogue


def changes(tmp_path: Path, **edits: tuple[str, str]) -> list[Change]:
    old = load_catalogue(write_content(tmp_path / "old"))
    return diff(old, load_catalogue(write_content(tmp_path / "new", **edits)))


def test_the_same_content_has_none(tmp_path: Path) -> None:
    assert changes(tmp_path) == []


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            {"medical": ("Everybody carries a kit.", "All carry a kit.")},
            Change(
                "reworded", "criterion", "MED-KIT-01", (("requires", "Everybody carries a kit.", "All carry a kit."),)
            ),
        ),
        (
            {"medical": ("force: recommended", "force: mandatory")},
            Change("re-weighted", "criterion", "MED-MIN-01", (("force", "recommended", "mandatory"),)),
        ),
        (
            {"medical": ("{at_least: 90}", "{at_least: 80}")},
            Change(
                "threshold changed",
                "criterion",
                "MED-KIT-01",
                (("partly", "medical.kit_share: at_least: 90", "medical.kit_share: at_least: 80"),),
            ),
        ),
        (
            {"medical": ("units: [contingent], when", "units: [infantry], when")},
            Change(
                "tailoring changed",
                "criterion",
                "MED-MIN-01",
                (
                    (
                        "applies",
                        "units: contingent, when: threat.mines: at_least: 2",
                        "units: infantry, when: threat.mines: at_least: 2",
                    ),
                ),
            ),
        ),
        (
            {"medical": ("grounds: recalled", "grounds: read")},
            Change("changed", "criterion", "MED-KIT-01", (("grounds", "recalled", "read"),)),
        ),
        (
            {"missions": ("mines: 3", "mines: 2")},
            Change("re-weighted", "mission", "ALFA", (("threats", "mines: 3, heat: 1", "mines: 2, heat: 1"),)),
        ),
        (
            {"remedies": ("lead_time_days: 30", "lead_time_days: 40")},
            Change("changed", "remedy", "course", (("lead_time_days", "30", "40"),)),
        ),
        (
            {"sources": ("title: COE Manual", "title: The COE Manual")},
            Change("reworded", "source", "COE", (("title", "COE Manual", "The COE Manual"),)),
        ),
        (
            {"units": ("groups: [individual]", "groups: [contingent]")},
            Change("tailoring changed", "unit type", "observers", (("groups", "individual", "contingent"),)),
        ),
        (
            {"q_medical": ("carries a kit?", "has a kit?")},
            Change(
                "reworded",
                "question",
                "medical.kit_share",
                (("ask", "What share of the contingent carries a kit?", "What share of the contingent has a kit?"),),
            ),
        ),
    ],
)
def test_a_change_is_named_for_what_it_does(tmp_path: Path, edit: dict[str, tuple[str, str]], expected: Change) -> None:
    assert changes(tmp_path, **edit) == [expected]


def test_a_new_id_is_new_and_the_old_one_withdrawn(tmp_path: Path) -> None:
    assert changes(tmp_path, medical=("id: MED-MIN-01", "id: MED-MIN-02")) == [
        Change("new", "criterion", "MED-MIN-02"),
        Change("withdrawn", "criterion", "MED-MIN-01"),
    ]


def test_one_item_may_change_in_two_ways(tmp_path: Path) -> None:
    found = changes(
        tmp_path, medical=("force: mandatory\n    kind: equipment", "force: recommended\n    kind: personnel")
    )
    assert [(change.kind, change.id) for change in found] == [("re-weighted", "MED-KIT-01"), ("changed", "MED-KIT-01")]
