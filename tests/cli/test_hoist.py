"""The two options that may stand anywhere on the line."""

from __future__ import annotations

import pytest

from tna.cli import hoist


@pytest.mark.parametrize(
    ("line", "options", "rest"),
    [
        ("list", {}, ["list"]),
        ("--db a.db list", {"--db": "a.db"}, ["list"]),
        ("list --db a.db --json", {"--db": "a.db"}, ["list", "--json"]),
        ("list --content=c --db=a.db", {"--content": "c", "--db": "a.db"}, ["list"]),
        ("--db a=b.db", {"--db": "a=b.db"}, []),
        ("answer 3f -- --db=x", {}, ["answer", "3f", "--", "--db=x"]),
        ("answer 3f q=--db", {}, ["answer", "3f", "q=--db"]),
    ],
)
def test_they_are_found_wherever_they_stand(line: str, options: dict[str, str], rest: list[str]) -> None:
    assert hoist(line.split()) == (options, rest)


@pytest.mark.parametrize("line", ["list --db", "--db= list", "--content="])
def test_one_without_a_value_is_wrong_usage(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        hoist(line.split())
    assert stop.value.code == 2
    assert "needs a value" in capsys.readouterr().err
