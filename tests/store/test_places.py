from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from tna.store import StoreError, default_target
from tna.store.places import home, this_device


def test_the_home_is_that_of_the_platform_unless_tna_home_says_otherwise(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home() == own_home
    monkeypatch.delenv("TNA_HOME")
    assert home() == Path(platformdirs.user_data_dir("tna", appauthor=False))


def test_the_database_is_the_option_else_the_variable_else_in_the_home(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert default_target() == str(own_home / "tna.db")
    monkeypatch.setenv("TNA_DB", "postgresql+psycopg://host/tna")
    assert default_target(None) == "postgresql+psycopg://host/tna"
    assert default_target("here.db") == "here.db"


def test_the_device_id_is_made_once(own_home: Path) -> None:
    first = this_device()
    assert re.fullmatch("[0-9a-f]{32}", first)
    assert this_device() == first
    assert [file.name for file in own_home.iterdir()] == ["device"]


@pytest.mark.parametrize("spoilt", [b"", b"not an id", b"\xff\xfe"])
def test_a_spoilt_device_id_is_made_anew(own_home: Path, spoilt: bytes) -> None:
    (own_home / "device").write_bytes(spoilt)
    assert re.fullmatch("[0-9a-f]{32}", this_device())
    assert this_device() == this_device()


def test_a_home_that_is_no_folder_is_refused_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TNA_HOME", str(tmp_path / "file"))
    with pytest.raises(
        StoreError, match=r"cannot be used to keep the id of this device \(.*\); set TNA_HOME to a folder"
    ):
        this_device()


def test_the_names_of_the_store_cost_no_heavy_import() -> None:
    code = (
        "import sys; from tna.store import StoreError, default_target; default_target();"
        "print(sorted({'sqlmodel', 'sqlalchemy', 'alembic', 'platformdirs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
