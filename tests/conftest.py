"""What every test shares: a home of its own, so that none touches the user's data or another test's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tna.content.load import cache_folder, load_catalogue
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
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the compiled copy of the content of this repository, made once for each test process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TNA_HOME", str(tmp_path_factory.mktemp("compiled")))
        load_catalogue(ROOT)
        return cache_folder()


@pytest.fixture(scope="session")
def real_catalogue(compiled: Path) -> Catalogue:
    """The content of this repository."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TNA_HOME", str(compiled.parent))
        return load_catalogue(ROOT)


@pytest.fixture
def real_folder(compiled: Path, own_home: Path) -> Path:
    """The folder of the real content, for what opens it by itself; it finds the compiled copy."""
    shutil.copytree(compiled, cache_folder())
    return ROOT
