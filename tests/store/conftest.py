from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tna.assessment.record import Answer, Assessment, Scope
from tna.store import Store

DEVICE = "0123456789abcdef" * 2
Start = Callable[..., Assessment]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tna.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, device=DEVICE) as opened:
        yield opened


def start(store: Store, **changed: object) -> Assessment:
    given: dict[str, object] = {
        "country": "Bangladesh",
        "unit_name": "BANBAT-4",
        "unit_type": "infantry",
        "mission": "MINUSCA",
        "scope": Scope(depth="full", domains=("medical",)),
        "edition": "2026.1",
        "digest": "d" * 64,
        "strength": 850,
        "deployment_date": date(2027, 3, 1),
    }
    return store.create(**(given | changed))  # type: ignore[arg-type]


def value(number: int) -> Answer:
    return Answer(status="value", value=number)
