"""Reads a scenario, scores it, and says in words where the result differs. README.md beside it is for its writers."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from tna.assessment.record import Action, Answer, Cause, Grade, Record
from tna.assessment.values import BadValue, check_value
from tna.content.models import Catalogue, Depth
from tna.content.reference import Kind
from tna.content.yamlfile import read_yaml
from tna.scoring import one_decimal, reach_next_band, score, to_json
from tna.tailoring import Checklist, tailor

FOLDER = Path(__file__).parent
MERGED = ("answers", "actions", "causes")


class BadScenario(Exception):
    """A scenario that cannot be run; the message says why and where."""


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Given(Model):
    """An answer written out; a bare value is the short form."""

    value: Any = None
    not_applicable: str | None = None
    evidence: Grade | None = None
    dated: date | None = None
    valid_until: date | None = None


class Scenario(Model):
    about: str
    unit: str = "infantry"
    mission: str
    depth: Depth = "full"
    domains: tuple[str, ...] = ()
    as_of: date
    evidence: Grade | None = None
    answers: dict[str, Any] = {}
    actions: dict[str, Action] = {}
    causes: dict[str, tuple[Kind, ...]] = {}
    expect: Expect


class Expect(Model):
    """What the result must be; only what is written is compared."""

    band: str | None = None
    rule: int | None = None
    behind: list[str] | None = None
    says: str | None = None
    index: list[float] | None = None
    coverage: float | None = None
    domains: dict[str, dict[str, Any]] | None = None
    left_out: list[str] | None = None
    states: dict[str, str] | None = None
    weights: dict[str, float] | None = None
    evidence: dict[str, Grade | Literal["none"]] | None = None
    evidence_shares: dict[Grade, float] | None = None
    mandatory: list[int] | None = None
    gaps: list[str] | None = None
    gap: dict[str, dict[str, Any]] | None = None
    training_share: float | Literal["none"] | None = None
    depends_on_weighting: Literal["yes", "no"] | None = None
    decisive: str | None = None
    planned: str | None = None
    next_band: list[str] | None = None


Scenario.model_rebuild()


def differences(path: Path, catalogue: Catalogue) -> list[str]:
    """One line for each thing that a scenario expects and the result has otherwise; empty when they agree.

    Raises:
        BadScenario: when the file cannot be run.
    """
    scenario = read(path)
    checklist = _tailored(scenario, catalogue)
    record = _record(scenario, catalogue)
    actual = _actual(checklist, record, scenario.as_of)
    expected = scenario.expect.model_dump(exclude_none=True)
    if not expected:
        raise BadScenario("`expect` names nothing to compare")
    return list(_compare(expected, actual, ()))


def read(path: Path) -> Scenario:
    """The scenario of a file, with what it takes over from the one that it is `like`."""
    try:
        return Scenario.model_validate(_merged(path))
    except ValidationError as error:
        faults = (f"`{'.'.join(map(str, e['loc']))}`: {e['msg']}" for e in error.errors())
        raise BadScenario("; ".join(faults)) from None


def _merged(path: Path, seen: tuple[str, ...] = ()) -> dict[str, Any]:
    if not path.is_file():
        raise BadScenario(f"there is no scenario {path.stem} to be like")
    document = read_yaml(path, path.name)
    if document.faults or not isinstance(document.data, dict):
        raise BadScenario("; ".join(map(str, document.faults)) or "the file holds no keys")
    data: dict[str, Any] = document.data
    model = data.pop("like", None)
    if model is None:
        return data
    if model in (*seen, path.stem):
        raise BadScenario(f"`like` leads from {path.stem} back to {model}")
    base = _merged(path.with_name(f"{model}.yaml"), (*seen, path.stem))
    base.pop("expect", None)
    together = {key: {**base.get(key, {}), **data.get(key, {})} for key in MERGED}
    return {**base, **data, **together}


def _tailored(scenario: Scenario, catalogue: Catalogue) -> Checklist:
    _known("unit", [scenario.unit], catalogue.units)
    _known("mission", [scenario.mission], catalogue.missions)
    _known("domains", scenario.domains, catalogue.domain_titles)
    return tailor(catalogue, scenario.unit, scenario.mission, scenario.domains, scenario.depth)


def _record(scenario: Scenario, catalogue: Catalogue) -> Record:
    _known("answers", scenario.answers, catalogue.questions)
    _known("actions", scenario.actions, catalogue.criteria)
    _known("causes", scenario.causes, catalogue.criteria)
    answers = {name: _answer(name, given, scenario, catalogue) for name, given in scenario.answers.items()}
    causes = {name: Cause(causes=kinds, reason="As the scenario says.") for name, kinds in scenario.causes.items()}
    return Record(answers=answers, actions=scenario.actions, causes=causes)


def _answer(name: str, written: Any, scenario: Scenario, catalogue: Catalogue) -> Answer:
    try:
        given = Given.model_validate(written if isinstance(written, dict) else {"value": written})
    except ValidationError as error:
        raise BadScenario(f"`answers.{name}`: {error.errors()[0]['msg']}: {error.errors()[0]['loc']}") from None
    if given.not_applicable is not None:
        return Answer(status="not_applicable", na_reason=given.not_applicable)
    if given.value in ("open", "dont_know"):
        return Answer(status=given.value)
    value = given.value.isoformat() if isinstance(given.value, date) else given.value
    try:
        checked = check_value(catalogue.questions[name], value)
    except BadValue as error:
        raise BadScenario(f"`answers.{name}`: {error}") from None
    return Answer(
        status="value",
        value=checked,
        evidence=given.evidence or scenario.evidence,
        evidence_date=given.dated,
        valid_until=given.valid_until,
    )


def _known(key: str, names: Collection[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise BadScenario(
                f"`{key}` names {name}" + (f"; did you mean {near[0]}?" if near else ", which is unknown")
            )


def _actual(checklist: Checklist, record: Record, as_of: date) -> dict[str, Any]:
    """The result under the keys of `expect`; numbers as they are shown in tables, with one decimal."""
    result = score(checklist, record, as_of)
    shown = to_json(result, "scenario")
    way = reach_next_band(checklist, record, as_of)
    sensitivity = shown["sensitivity"]
    return {
        "band": shown["band"]["code"],
        "rule": shown["band"]["rule"],
        "behind": shown["band"]["criteria"],
        "says": result.band.because,
        "index": list(shown["index"].values()),
        "coverage": shown["coverage"],
        "domains": {
            found.id: _words({**domain, "low_na_not_met": one_decimal(found.low_na_not_met)})
            for domain, found in zip(shown["domains"], result.domains, strict=True)
        },
        "left_out": list(result.left_out),
        "states": {criterion["id"]: criterion["state"] for criterion in shown["criteria"]},
        "weights": {criterion["id"]: criterion["weight"] for criterion in shown["criteria"]},
        "evidence": {criterion["id"]: criterion["evidence"] or "none" for criterion in shown["criteria"]},
        "evidence_shares": shown["evidence"],
        "mandatory": list(shown["mandatory"].values()),
        "gaps": [f"{gap['id']} {gap['class']}" for gap in shown["gaps"]],
        "gap": {
            gap["id"]: _words(
                {**gap, "slack": "unknown" if gap["slack"] is None else gap["slack"], "impossible": found.impossible}
            )
            for gap, found in zip(shown["gaps"], result.gaps, strict=True)
        },
        "training_share": "none" if shown["training_share"] is None else shown["training_share"],
        "depends_on_weighting": "yes" if sensitivity["band_depends_on_weighting"] else "no",
        "decisive": sensitivity["decisive_criterion"] or "none",
        "planned": shown["planned"]["band"],
        "next_band": list(way.closed) if way else [],
    }


def _words(values: Mapping[str, Any]) -> dict[str, Any]:
    """With yes and no, as a scenario writes them."""
    return {key: ("yes" if value else "no") if isinstance(value, bool) else value for key, value in values.items()}


def _compare(expected: Mapping[str, Any], actual: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    for key, value in expected.items():
        here = (*path, key)
        name = ".".join(here)
        if key not in actual:
            yield f"{name}: the scenario expects {_said(value)}, but the result has no such thing"
        elif isinstance(value, dict):
            yield from _compare(value, actual[key], here)
        elif key == "says":
            if value not in actual[key]:
                yield f"{name}: the scenario expects the words “{value}” in: {actual[key]}"
        elif value != actual[key]:
            reason = f" ({actual['says']})" if here == ("band",) else ""
            yield f"{name}: the scenario expects {_said(value)}, the tool says {_said(actual[key])}{reason}"


def _said(value: Any) -> str:
    return ", ".join(map(str, value)) or "nothing" if isinstance(value, list) else str(value)
