"""One test for each scenario: answers in; band, rule, domains and gaps out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenarios.runner import FOLDER, BadScenario, differences
from tna.content.load import load_catalogue
from tna.content.models import Catalogue

SCENARIOS = sorted(FOLDER.glob("*.yaml"))


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TNA_HOME", str(tmp_path_factory.mktemp("home")))
        return load_catalogue(FOLDER / "catalogue")


@pytest.mark.parametrize("path", SCENARIOS, ids=[path.stem for path in SCENARIOS])
def test_scenario(path: Path, catalogue: Catalogue) -> None:
    try:
        found = differences(path, catalogue)
    except BadScenario as error:
        pytest.fail(f"{path.name} cannot be run: {error}", pytrace=False)
    if found:
        pytest.fail("\n  ".join([f"{path.name} and the tool differ:", *found]), pytrace=False)


def run(folder: Path, text: str, catalogue: Catalogue) -> list[str]:
    path = folder / "made.yaml"
    path.write_text("about: A test.\nmission: CALM\nas_of: 2026-11-25\n" + text)
    return differences(path, catalogue)


def test_what_differs_is_said(tmp_path: Path, catalogue: Catalogue) -> None:
    text = """
answers: {conduct.vetted: no}
expect:
  band: R2
  behind: []
  says: all is well
  index: [0, 100]
  domains: {medical: {low: 12.5}, aviation: {low: 0}}
  states: {CND-VET-01: not_met}
"""
    because = "Not ready whatever the score: critical and not met: CND-VET-01."
    assert run(tmp_path, text, catalogue) == [
        f"band: the scenario expects R2, the tool says R1 ({because})",
        "behind: the scenario expects nothing, the tool says CND-VET-01",
        f"says: the scenario expects the words “all is well” in: {because}",
        "index: the scenario expects 0.0, 100.0, the tool says 0.0, 95.5",
        "domains.medical.low: the scenario expects 12.5, the tool says 0.0",
        "domains.aviation: the scenario expects {'low': 0}, but the result has no such thing",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("answers: {medical.kit_shar: 5}\nexpect: {band: R0}", "`answers` names medical.kit_shar; did you mean"),
        ("answers: {medical.kit_share: 500}\nexpect: {band: R0}", "`answers.medical.kit_share`: '500' is out of range"),
        (
            "answers: {medical.kit_share: {value: 5, grade: x}}\nexpect: {band: R0}",
            "`answers.medical.kit_share`: Extra",
        ),
        ("actions: {MED-KIT-1: {what: x}}\nexpect: {band: R0}", "`actions` names MED-KIT-1; did you mean MED-KIT-01?"),
        ("depth: shallow\nexpect: {band: R0}", "`depth`: "),
        ("expect: {bands: R0}", "`expect.bands`: "),
        ("expect: {}", "names nothing"),
        ("like: nowhere\nexpect: {band: R0}", "there is no scenario nowhere"),
        ("like: made\nexpect: {band: R0}", "leads from made back to made"),
        ("domains: [navy]\nexpect: {band: R0}", "`domains` names navy, which is unknown"),
        ("answers: {a: 1, a: 2}\nexpect: {band: R0}", "stands twice"),
    ],
)
def test_what_cannot_be_run_says_why(tmp_path: Path, catalogue: Catalogue, text: str, message: str) -> None:
    with pytest.raises(BadScenario) as caught:
        run(tmp_path, text, catalogue)
    assert message in str(caught.value)
