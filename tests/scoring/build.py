"""Small catalogues and records for tests: a criterion rests on one yes_partly_no question of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tna.assessment.record import Action, Answer, Cause, Grade, Record
from tna.content.models import Applies, Catalogue, Criterion, Depth, Domain, Edition, Force, Question, Section, Topic
from tna.content.reference import Citation, Kind, Mission, Remedy, Source, UnitType
from tna.scoring import Result, score
from tna.tailoring import Checklist, tailor

AS_OF = date(2026, 11, 25)
DEPLOYS = AS_OF + timedelta(days=100)
THREATS = {"low": 1, "moderate": 2, "high": 3}


@dataclass(frozen=True)
class Spec:
    """A criterion to build; ``threat`` is the level (a key of THREATS) that raises its weight."""

    id: str
    domain: str = "alpha"
    force: Force = "mandatory"
    critical: bool = False
    threat: str = ""
    kind: Kind = "training"
    lead: int | None = None
    remedy_lead: int | None = None
    when: Mapping[str, Any] | None = None
    met: Mapping[str, Any] | None = None
    partly: Mapping[str, Any] | None = None

    @property
    def question(self) -> str:
        return question_id(self.id, self.domain)


def question_id(criterion: str, domain: str = "alpha") -> str:
    return f"{domain}.{criterion.lower().replace('-', '_')}"


def criterion(spec: Spec) -> Criterion:
    return Criterion(
        id=spec.id,
        requires=f"{spec.id} holds.",
        force=spec.force,
        kind=spec.kind,
        critical="People die without it." if spec.critical else None,
        met=dict(spec.met or {spec.question: "yes"}),
        partly=dict(spec.partly or {spec.question: "partly"}),
        applies=Applies(when=dict(spec.when) if spec.when else None),
        raised_by=(spec.threat,) if spec.threat else (),
        cites=(Citation(source="SRC"),),
        grounds="read",
        consequence="It goes wrong.",
        lead_time_days=spec.lead,
        remedies=(f"fix-{spec.id.lower()}",),
    )


def catalogue(*specs: Spec, questions: tuple[Question, ...] = (), domains: tuple[str, ...] = ()) -> Catalogue:
    """``questions`` are further ones, of the domains that their ids name."""
    order = domains or tuple(dict.fromkeys(spec.domain for spec in specs)) or ("alpha",)
    return Catalogue(
        edition=Edition(edition="2026.1", date=date(2026, 1, 1)),
        digest="0" * 64,
        sources={"SRC": Source(id="SRC", title="A source")},
        missions={"M": Mission(id="M", name="A mission", area="Somewhere", threats=THREATS)},
        units={"infantry": UnitType(id="infantry", name="Infantry battalion")},
        remedies={
            f"fix-{s.id.lower()}": Remedy(id=f"fix-{s.id.lower()}", title="A fix", lead_time_days=s.remedy_lead)
            for s in specs
        },
        domains=tuple(_domain(name, [s for s in specs if s.domain == name], questions) for name in order),
        profile=(
            Question(id="unit.strength", ask="How many?", type="count"),
            Question(id="unit.deployment_date", ask="When?", type="date"),
        ),
    )


def _domain(name: str, specs: list[Spec], questions: tuple[Question, ...]) -> Domain:
    asked = [Question(id=s.question, ask=f"Does {s.id} hold?", type="yes_partly_no") for s in specs if s.met is None]
    asked += [question for question in questions if question.id.startswith(name + ".")]
    return Domain(
        id=name,
        title=name.title(),
        topics=(Topic(title="Topic", criteria=tuple(criterion(s) for s in specs)),),
        sections=(Section(title="Section", questions=tuple(asked)),),
    )


def checklist(*specs: Spec, depth: Depth = "full", domains: tuple[str, ...] = (), **more: Any) -> Checklist:
    return tailor(catalogue(*specs, **more), "infantry", "M", domains=domains, depth=depth)


def answer(value: str | int | list[str], evidence: Grade | None = None, **more: Any) -> Answer:
    """A value; ``?`` is don't know, and ``na`` not applicable with a reason."""
    if value == "?":
        return Answer(status="dont_know", **more)
    if value == "na":
        return Answer(status="not_applicable", na_reason="The unit has none.", **more)
    return Answer(status="value", value=value, evidence=evidence, **more)


def record(
    answers: Mapping[str, Answer | str | int | list[str]],
    actions: Mapping[str, Action] | None = None,
    causes: Mapping[str, tuple[Kind, ...]] | None = None,
    deploys: date | None = DEPLOYS,
) -> Record:
    """Answers by question id; a plain value stands for an answer without evidence."""
    given = {name: value if isinstance(value, Answer) else answer(value) for name, value in answers.items()}
    if deploys is not None:
        given["unit.deployment_date"] = answer(deploys.isoformat())
    found = {name: Cause(causes=kinds, reason="Seen.") for name, kinds in (causes or {}).items()}
    return Record(answers=given, actions=actions or {}, causes=found)


def answered(specs: tuple[Spec, ...], values: str, evidence: Grade = "demonstrated") -> dict[str, Answer]:
    """One word for each spec, in order; ``-`` leaves it open. Each on the same evidence."""
    pairs = zip(specs, values.split(), strict=True)
    return {spec.question: answer(value, evidence) for spec, value in pairs if value != "-"}


def result(specs: tuple[Spec, ...], values: str, evidence: Grade = "demonstrated", **more: Any) -> Result:
    """The result of specs and the words that answer them; ``more`` goes to the record, ``depth`` to the checklist."""
    depth = more.pop("depth", "full")
    return score(checklist(*specs, depth=depth), record(answered(specs, values, evidence), **more), AS_OF)


def accepted(due: date | None = DEPLOYS - timedelta(days=1), by: str | None = "Col. A") -> Action:
    return Action(what="Train them.", owner="S3", due=due, accepted_by=by)
