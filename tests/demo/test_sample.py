"""The sample is the same every time, and holds what a real assessment holds."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tna.assessment.values import check_value
from tna.content.models import Catalogue
from tna.demo import make_sample
from tna.demo.sample import PROFILE
from tna.scoring import score
from tna.store import Store

TODAY = date(2026, 11, 25)


def test_the_sample_is_the_same_every_time_and_has_all_that_a_real_one_has(
    tmp_path: Path, real_catalogue: Catalogue
) -> None:
    made, checklist, record = make_sample(real_catalogue, tmp_path / "one.db", TODAY)
    assert make_sample(real_catalogue, tmp_path / "two.db", TODAY)[2].answers == record.answers
    values = {name: answer for name, answer in record.answers.items() if answer.status == "value"}
    for name, answer in values.items():
        assert check_value(checklist.placed[name].question, answer.value) == answer.value
    assert [name for name, value in PROFILE.items() if name in values and values[name].value != value] == []
    assert len(PROFILE.keys() & values.keys()) > 5
    assert {answer.status for answer in record.answers.values()} == {"value", "dont_know", "not_applicable"}
    assert {answer.evidence for answer in values.values()} >= {"declared", "documented", "demonstrated"}
    assert all(answer.evidence_date is None or answer.evidence_date <= TODAY for answer in values.values())
    result = score(checklist, record, TODAY)
    assert result.deployment == TODAY + timedelta(days=98)
    unmet = [c.id for c in result.criteria if c.state == "not_met" and checklist.item[c.id].criterion.critical]
    assert len(unmet) == 2
    planned = [name for name, action in record.actions.items() if action.what]
    assert set(planned) == {gap.id for gap in result.gaps[: len(planned)]}
    assert {bool(record.actions[name].accepted_by) for name in planned} == {True, False}
    with Store.open(tmp_path / "one.db") as store:
        assert store.content(made.digest) is not None
        assert store.broken(made.id) == []
