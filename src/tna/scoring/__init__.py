"""Readiness, gaps and forecasts: pure functions of checklist, record and day (SCORING)."""

from tna.scoring.export import one_decimal, to_json
from tna.scoring.result import BAND_NAMES, Result
from tna.scoring.scorer import live, reach_next_band, score, what_if

__all__ = ["BAND_NAMES", "Result", "live", "one_decimal", "reach_next_band", "score", "to_json", "what_if"]
