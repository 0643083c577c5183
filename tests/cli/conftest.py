"""The command line as a fixture, with the compiled catalogue shared within a test process."""

from __future__ import annotations

import pytest

from tests.cli.run import Cli
from tna.content.models import Catalogue


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, real_catalogue: Catalogue) -> Cli:
    monkeypatch.setattr("tna.cli.session.load_catalogue", lambda folder: real_catalogue)
    return Cli(capsys)
