"""What every test shares: a home of its own, so that none touches the user's data or another test's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tna.content.load import load_catalogue
from tna.content.models import Catalogue

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TNA_HOME", str(home))
    for name in ("TNA_DB", "TNA_CONTENT", "TNA_ASCII", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def real_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The content of this repository, compiled once for each test process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TNA_HOME", str(tmp_path_factory.mktemp("compiled")))
        return load_catalogue(ROOT)
