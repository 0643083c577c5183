"""An assessment stays under its own edition until another is adopted; no answer is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import Cli
from tests.content.small import write_content

NEW = ["new", "--country", "T", "--unit-name", "T", "--unit-type", "infantry", "--mission", "ALFA", "--strength", "8"]


@pytest.fixture
def plain(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture
def made(plain: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An assessment whose content has become stricter since."""
    monkeypatch.setenv("TNA_CONTENT", str(write_content(tmp_path / "old")))
    made = plain(*NEW, "--deploys", "2027-03-01").out.split()[-1]
    assert plain("answer", made, "medical.kit_share=95", "medical.mine_course=yes").code == 0
    newer = write_content(
        tmp_path / "new", edition=('edition: "1"', 'edition: "2"'), medical=("{at_least: 90}", "{at_least: 96}")
    )
    monkeypatch.setenv("TNA_CONTENT", str(newer))
    return made


def states(plain: Cli, made: str) -> dict[str, str]:
    return {row["id"]: row["state"] for row in plain("score", made, "--json").json["criteria"]}


def test_it_is_judged_under_its_own_edition(plain: Cli, made: str) -> None:
    ran = plain("score", made, "--json")
    assert ran.json["edition"] == "1"
    assert "judged under its own edition 1" in ran.err
    assert states(plain, made)["MED-KIT-01"] == "partly_met"


def test_the_difference_is_shown_and_changes_nothing(plain: Cli, made: str) -> None:
    ran = plain("rescore", made)
    assert "edition 2: R1 Not ready" in ran.out
    assert "threshold changed: criterion MED-KIT-01" in ran.out
    assert "partly: medical.kit_share: at_least: 90 -> medical.kit_share: at_least: 96" in ran.out
    assert states(plain, made)["MED-KIT-01"] == "partly_met"


def test_it_is_adopted_on_demand_and_every_answer_stays(plain: Cli, made: str) -> None:
    before = plain("answers", made, "--json").json
    assert plain("rescore", made, "--adopt", "--json").json["adopted"] is True
    assert plain("score", made, "--json").json["edition"] == "2"
    assert states(plain, made)["MED-KIT-01"] == "not_met"
    assert plain("answers", made, "--json").json == before


def test_its_scope_changes_under_its_own_edition_even_when_its_unit_type_is_gone(
    plain: Cli, made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = write_content(tmp_path / "gone", units=("infantry", "riflemen"), edition=('edition: "1"', 'edition: "2"'))
    monkeypatch.setenv("TNA_CONTENT", str(gone))
    assert plain("scope", made, "--depth", "screen").code == 0
    ran = plain("rescore", made)
    assert (ran.code, "is of unit type infantry, which this content lacks" in ran.err) == (1, True)


def test_it_is_not_widened_when_its_domains_are_gone(
    plain: Cli, made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = write_content(tmp_path / "gone", medical=("domain: medical", "domain: health"))
    for folder in ("standards", "questionnaires"):
        path = gone / folder / "medical.yaml"
        text = path.read_text().replace("medical.", "health.").replace("domain: medical", "domain: health")
        path.with_name("health.yaml").write_text(text)
        path.unlink()
    edition = gone / "standards/edition.yaml"
    edition.write_text(edition.read_text().replace("medical", "health"))
    monkeypatch.setenv("TNA_CONTENT", str(gone))
    ran = plain("rescore", made)
    assert (ran.code, "is of medical, which this content lacks" in ran.err) == (1, True)


def test_an_edition_that_is_not_kept_is_named(plain: Cli, made: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tna.store.Store.content", lambda *_: None)
    ran = plain("rescore", made)
    assert (ran.code, "edition 1, which " in ran.err, "is not kept here" in ran.err) == (1, True, True)
    assert "judged under edition 2" in plain("score", made, "--json").err


def test_a_damaged_copy_of_an_edition_counts_as_not_kept(
    plain: Cli, made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tna.store.Store.content", lambda *_: b"damaged")
    assert "is not kept here" in plain("rescore", made).err


def test_what_is_adopted_is_kept_and_outlives_a_third_edition(
    plain: Cli, made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain("rescore", made, "--adopt")
    third = write_content(tmp_path / "third", edition=('edition: "1"', 'edition: "3"'))
    monkeypatch.setenv("TNA_CONTENT", str(third))
    ran = plain("score", made, "--json")
    assert (ran.json["edition"], "judged under its own edition 2" in ran.err) == ("2", True)


@pytest.mark.parametrize(
    ("edit", "shown"),
    [
        ({"missions": ("mines: 3, heat: 1", "mines: 2, heat: 1")}, ["ALFA"]),
        ({"missions": ("mines: 0, heat: 2", "mines: 1, heat: 2")}, []),
        ({"remedies": ("lead_time_days: 30", "lead_time_days: 40")}, ["course"]),
        ({"sources": ("title: COE Manual", "title: The COE Manual")}, ["COE"]),
        ({"sources": ("title: An older", "title: The older")}, []),
        ({"units": ("name: Infantry battalion", "name: Infantry")}, ["infantry"]),
        ({"units": ("name: Military observers", "name: Observers")}, []),
        ({"q_medical": ("carries a kit?", "has a kit?")}, ["medical.kit_share"]),
    ],
)
def test_only_what_concerns_the_assessment_is_shown(
    plain: Cli,
    made: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    edit: dict[str, tuple[str, str]],
    shown: list[str],
) -> None:
    monkeypatch.setenv("TNA_CONTENT", str(write_content(tmp_path / "other", **edit)))
    assert [change["id"] for change in plain("rescore", made, "--json").json["changes"]] == shown


def test_an_answer_whose_question_is_gone_is_kept_and_named(
    plain: Cli, made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = write_content(tmp_path / "gone", medical=("medical.mine_course", "medical.mine_test"))
    path = gone / "questionnaires/medical.yaml"
    path.write_text(path.read_text().replace("medical.mine_course", "medical.mine_test"))
    monkeypatch.setenv("TNA_CONTENT", str(gone))
    assert plain("rescore", made, "--json").json["idle_answers"] == ["medical.mine_course"]
    plain("rescore", made, "--adopt")
    assert "medical.mine_course" in {row["question"] for row in plain("answers", made, "--json").json}
