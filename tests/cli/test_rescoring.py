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
