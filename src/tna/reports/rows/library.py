"""The rows of the library workbook: criteria, questions, unit types and remedies as they are, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tna.content.models import Applies, Catalogue
from tna.content.reference import Citation
from tna.content.words import describe
from tna.reports.words import FORCES, GROUNDS, THRESHOLDS, TYPES


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


def _concerns(applies: Applies, catalogue: Catalogue) -> str:
    parts = [", ".join(applies.units) or "every unit type", ", ".join(applies.missions)]
    parts.append(f"when {describe(applies.condition, catalogue)}" if applies.when else "")
    return "; ".join(part for part in parts if part)


def _place(cite: Citation, catalogue: Catalogue) -> str:
    return f"{cite.source}: {catalogue.sources[cite.source].title}" + (f", {cite.at}" if cite.at else "")
