"""Section 9 of SCORING: the keys, the types, the rounding."""

from __future__ import annotations

import json

import pytest

from tests.scoring.build import Spec, accepted, result
from tna.scoring import one_decimal, to_json

SPECS = (Spec("A-1", critical=True, threat="moderate", lead=10), Spec("A-2"), Spec("B-1", "beta", "recommended"))
KEYS = {
    "": "assessment as_of edition band index coverage domains evidence mandatory criteria gaps training_share "
    "sensitivity planned",
    "band": "code name rule criteria",
    "index": "low high",
    "domains": "domain low high coverage band scope_reduced met partly_met not_met unanswered not_applicable",
    "evidence": "declared documented demonstrated verified",
    "mandatory": "met of",
    "criteria": "id domain state weight evidence",
    "gaps": "id class priority slack urgency causes",
    "sensitivity": "1/1/1 5/2/1 band_depends_on_weighting decisive_criterion",
    "planned": "band index",
}


@pytest.mark.parametrize("words", ["no yes -", "yes yes yes", "na na na", "partly - na", "- - -"])
def test_the_keys_are_those_of_the_contract_in_its_order(words: str) -> None:
    shown = to_json(result(SPECS, words, actions={"A-1": accepted()}), "a")
    assert " ".join(shown) == KEYS[""]
    for name, keys in KEYS.items():
        value = shown[name] if name else shown
        for part in value if isinstance(value, list) else [value]:
            assert " ".join(part) == keys


@pytest.mark.parametrize("words", ["no yes -", "na na na"])
def test_the_types_are_plain(words: str) -> None:
    shown = to_json(result(SPECS, words), "a")
    assert json.loads(json.dumps(shown, allow_nan=False)) == shown


def test_gaps_and_criteria() -> None:
    shown = to_json(result(SPECS, "no yes -", evidence="verified", deploys=None), "a")
    assert shown["gaps"][0] == {
        "id": "A-1",
        "class": "P1",
        "priority": 20.0,
        "slack": None,
        "urgency": 2,
        "causes": ["training"],
    }
    states = [(c["id"], c["state"], c["weight"], c["evidence"]) for c in shown["criteria"]]
    assert states == [
        ("A-1", "not_met", 3.75, "verified"),
        ("A-2", "met", 3.0, "verified"),
        ("B-1", "unanswered", 2.0, None),
    ]


def test_planned_has_a_band_and_an_index() -> None:
    shown = to_json(result(SPECS, "no yes yes", actions={"A-1": accepted()}), "a")
    assert shown["planned"] == {"band": "R3", "index": {"low": 100.0, "high": 100.0}}


def test_what_is_not_defined_is_null() -> None:
    shown = to_json(result((Spec("A-1"),), "na"), "a")
    assert shown["index"] == {"low": None, "high": None}
    assert shown["coverage"] == 0.0
    assert shown["training_share"] is None
    assert shown["sensitivity"]["1/1/1"] == [None, None]
    (domain,) = shown["domains"]
    assert (domain["low"], domain["band"], domain["not_applicable"]) == (None, None, 1)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (66.65, 66.7),
        (0.15, 0.2),
        (66.64999, 66.6),
        (0.05, 0.1),
        (0.25, 0.3),
        (100.0, 100.0),
        (1333 / 20, 66.7),
        (2 / 3, 0.7),
    ],
)
def test_numbers_are_rounded_half_up(number: float, shown: float) -> None:
    assert one_decimal(number) == shown
