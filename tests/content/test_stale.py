"""What has gone out of date is said, on the day it does and not before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.content.small import write_content
from tna.content.load import load_catalogue
from tna.content.models import Catalogue
from tna.content.stale import stale_edition, stale_mandate, stale_source, stale_sources


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return load_catalogue(write_content(tmp_path, medical=("[{source: COE}]", "[{source: OLD}]")))


def test_an_edition_over_twelve_months_old(catalogue: Catalogue) -> None:
    assert stale_edition(catalogue, date(2027, 11, 25)) is None
    assert "over twelve months" in (stale_edition(catalogue, date(2027, 11, 26)) or "")


def test_a_mandate_past_its_end(catalogue: Catalogue) -> None:
    mission = catalogue.missions["ALFA"]
    assert stale_mandate(mission, date(2026, 12, 31)) is None
    assert "ended on 2026-12-31" in (stale_mandate(mission, date(2027, 1, 1)) or "")
    assert stale_mandate(catalogue.missions["BRAVO"], date(2099, 1, 1)) is None
    closed = mission.model_copy(update={"status": "closed"})
    assert stale_mandate(closed, date(2026, 1, 1)) == "ALFA has closed."


def test_a_source_that_was_superseded_or_is_past_its_review(catalogue: Catalogue) -> None:
    old = catalogue.sources["OLD"]
    assert stale_source(old, date(2019, 1, 1)) == "OLD was superseded by COE."
    due = old.model_copy(update={"status": "unknown"})
    assert stale_source(due, date(2020, 1, 1)) is None
    assert "due for review on 2020-01-01" in (stale_source(due, date(2020, 1, 2)) or "")


def test_only_cited_sources_are_named_and_each_once(catalogue: Catalogue) -> None:
    cited = [*catalogue.criteria.values()] * 2
    assert [source.id for source, _ in stale_sources(catalogue, cited, date(2026, 1, 1))] == ["OLD"]
