"""The rows of the library workbook: the catalogue as it is, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tna.content.conditions import evaluate
from tna.content.coverage import setup_facts
from tna.content.models import Applies, Catalogue, Criterion
from tna.content.reference import Citation, Mission
from tna.content.words import describe
from tna.reports.words import FORCES, GROUNDS, SEEN, THRESHOLDS, TYPES
from tna.tailoring.checklist import weigh

WEIGHT = {"mandatory": 3, "recommended": 2, "good_practice": 1}


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion with everything that is said of it."""

    id: str
    domain: str
    topic: str
    requires: str
    force: str
    kind: str
    critical: str
    met: str
    partly: str
    threshold: str
    concerns: str
    raised_by: str
    cites: str
    grounds: str
    consequence: str
    action: str
    remedies: str
    lead: int | None
    questions: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as it is asked."""

    id: str
    domain: str
    section: str
    ask: str
    type: str
    options: str
    hint: str
    when: str
    evidence: str
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissionRow:
    """A mission: its mandate, and its threats with their reasons."""

    id: str
    name: str
    area: str
    status: str
    resolution: str
    ends: date | None
    threats: str
    reasons: str
    languages: str
    tasks: str
    medical: str
    note: str


@dataclass(frozen=True, slots=True)
class WeightRow:
    """What a domain weighs in a mission, over every criterion that can apply there to some unit type."""

    id: str
    mission: str
    domain: str
    criteria: int
    at_one_and_a_quarter: int
    at_one_and_a_half: int
    weight: float
    plain: float


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit type."""

    id: str
    name: str
    groups: str
    summary: str
    strength: str
    manual: str
    note: str


@dataclass(frozen=True, slots=True)
class RemedyRow:
    """A remedy and the criteria that name it."""

    id: str
    title: str
    kind: str
    owner: str
    audience: str
    duration: str
    lead: int | None
    closes: str
    how: str
    grounds: str
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source and the criteria that cite it."""

    id: str
    title: str
    issuer: str
    reference: str
    dated: str
    status: str
    superseded_by: str
    seen: str
    review_by: date | None
    url: str
    criteria: tuple[str, ...]
    note: str


def criterion_rows(catalogue: Catalogue) -> Iterator[CriterionRow]:
    """The criteria in the order of the content."""
    for domain in catalogue.domains:
        for topic in domain.topics:
            for c in topic.criteria:
                yield CriterionRow(
                    id=c.id,
                    domain=domain.title,
                    topic=topic.title,
                    requires=c.requires,
                    force=FORCES[c.force],
                    kind=c.kind,
                    critical=c.critical or "",
                    met=describe(c.met_when, catalogue),
                    partly=describe(c.partly_when, catalogue) if c.partly_when else "",
                    threshold=THRESHOLDS[c.threshold],
                    concerns=_concerns(c.applies, catalogue),
                    raised_by=", ".join(c.raised_by),
                    cites="\n".join(_place(cite, catalogue) for cite in c.cites),
                    grounds=GROUNDS[c.grounds],
                    consequence=c.consequence,
                    action=c.action or "",
                    remedies="; ".join(catalogue.remedies[name].title for name in c.remedies),
                    lead=c.lead_time_days,
                    questions=c.rests_on,
                    note=c.note or "",
                )


def question_rows(catalogue: Catalogue) -> Iterator[QuestionRow]:
    """The questions, the profile first."""
    resting: dict[str, list[str]] = {}
    for criterion in catalogue.criteria.values():
        for name in criterion.rests_on:
            resting.setdefault(name, []).append(criterion.id)
    places = {q.id: (d.title, s.title) for d in catalogue.domains for s in d.sections for q in s.questions}
    for q in catalogue.questions.values():
        domain, section = places.get(q.id, ("The unit", "Profile"))
        choices = [f"{key}: {label}" for key, label in q.options.items()]
        yield QuestionRow(
            id=q.id,
            domain=domain,
            section=section,
            ask=q.ask,
            type=TYPES[q.type],
            options="\n".join(choices or [f"{level}: {label}" for level, label in enumerate(q.levels)]),
            hint=q.hint or "",
            when=describe(q.relevance, catalogue) if q.when else "",
            evidence="; ".join(q.evidence),
            criteria=tuple(resting.get(q.id, ())),
        )


def mission_rows(catalogue: Catalogue) -> Iterator[MissionRow]:
    """The missions."""
    for m in catalogue.missions.values():
        yield MissionRow(
            id=m.id,
            name=m.name,
            area=m.area,
            status=m.status.replace("_", " "),
            resolution=m.mandate.resolution or "",
            ends=m.mandate.ends,
            threats="\n".join(f"{name.replace('_', ' ')}: {level}" for name, level in m.threats.items()),
            reasons="\n".join(f"{name.replace('_', ' ')}: {why}" for name, why in m.threat_reasons.items()),
            languages=", ".join(m.languages.working),
            tasks=", ".join(task.replace("_", " ") for task in m.tasks),
            medical=m.medical or "",
            note=m.note or "",
        )


def weight_rows(catalogue: Catalogue) -> Iterator[WeightRow]:
    """What the threats of each mission make each domain weigh."""
    for mission in catalogue.missions.values():
        for domain in catalogue.domains:
            own = [c for topic in domain.topics for c in topic.criteria if _can_apply(c, mission, catalogue)]
            factors = [weigh(criterion, mission)[0] for criterion in own]
            yield WeightRow(
                id=f"{mission.id} {domain.id}",
                mission=mission.id,
                domain=domain.title,
                criteria=len(own),
                at_one_and_a_quarter=factors.count(1.25),
                at_one_and_a_half=factors.count(1.5),
                weight=sum(WEIGHT[c.force] * factor for c, factor in zip(own, factors, strict=True)),
                plain=sum(WEIGHT[c.force] for c in own),
            )


def unit_rows(catalogue: Catalogue) -> Iterator[UnitRow]:
    """The unit types."""
    for u in catalogue.units.values():
        typical = u.strength.typical if u.strength else None
        yield UnitRow(
            id=u.id,
            name=u.name,
            groups=", ".join(u.groups),
            summary=u.summary or "",
            strength=f"{typical[0]} to {typical[1]}" if typical else "",
            manual=(u.manual.source or u.manual.note or "") if u.manual else "",
            note=u.note or "",
        )


def remedy_rows(catalogue: Catalogue) -> Iterator[RemedyRow]:
    """The remedies."""
    for r in catalogue.remedies.values():
        yield RemedyRow(
            id=r.id,
            title=r.title,
            kind=r.kind or "",
            owner=r.owner or "",
            audience=r.audience or "",
            duration=r.duration or "",
            lead=r.lead_time_days,
            closes=", ".join(r.closes),
            how=r.how_to_request or "",
            grounds=GROUNDS[r.grounds],
            criteria=tuple(c.id for c in catalogue.criteria.values() if r.id in c.remedies),
        )


def source_rows(catalogue: Catalogue) -> Iterator[SourceRow]:
    """The sources."""
    citing: dict[str, list[str]] = {}
    for criterion in catalogue.criteria.values():
        for name in dict.fromkeys(cite.source for cite in criterion.cites):
            citing.setdefault(name, []).append(criterion.id)
    for s in catalogue.sources.values():
        yield SourceRow(
            id=s.id,
            title=s.title,
            issuer=s.issuer or "",
            reference=s.reference or "",
            dated=s.date or "",
            status=s.status,
            superseded_by=s.superseded_by or "",
            seen=SEEN[s.seen],
            review_by=s.review_by,
            url=s.url or "",
            criteria=tuple(citing.get(s.id, ())),
            note=s.note or "",
        )


def _concerns(applies: Applies, catalogue: Catalogue) -> str:
    parts = [", ".join(applies.units) or "every unit type", ", ".join(applies.missions)]
    parts.append(f"when {describe(applies.condition, catalogue)}" if applies.when else "")
    return "; ".join(part for part in parts if part)


def _place(cite: Citation, catalogue: Catalogue) -> str:
    return f"{cite.source}: {catalogue.sources[cite.source].title}" + (f", {cite.at}" if cite.at else "")


def _can_apply(criterion: Criterion, mission: Mission, catalogue: Catalogue) -> bool:
    """Whether it can apply to some unit type in a mission."""
    applies = criterion.applies
    if applies.missions and mission.id not in applies.missions:
        return False
    return any(
        evaluate(applies.condition, setup_facts(unit, mission)) is not False for unit in catalogue.units.values()
    )
