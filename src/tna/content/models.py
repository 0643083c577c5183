"""The catalogue as frozen models: the content format (DESIGN 3), after validation.

Texts are plain, one paragraph each. Conditions are kept as the mappings that were written (``met`` and so on) and
parsed once, on first use, by the properties beside them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from tna.content.conditions import ALWAYS, Condition, facts_of, parse

Force = Literal["mandatory", "recommended", "good_practice"]
Kind = Literal["training", "personnel", "equipment", "facility", "procedure", "leadership"]
Grounds = Literal["read", "recalled", "inferred"]
QuestionType = Literal[
    "yes_no",
    "yes_partly_no",
    "count",
    "percent",
    "hours",
    "days",
    "date",
    "choice",
    "multi_choice",
    "maturity",
    "text",
]
Depth = Literal["screen", "full"]

Text = Annotated[str, Field(min_length=1)]
Raw = dict[str, Any]

CRITERION_ID = r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$"
FACT_ID = r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$"

NUMERIC: frozenset[QuestionType] = frozenset({"count", "percent", "hours", "days", "maturity"})

PROFILE = "unit"
"""The domain of the profile: the facts about the unit, which are asked but not scored."""

STRENGTH = "unit.strength"
DEPLOYMENT_DATE = "unit.deployment_date"
NO_MISSION = "none"
"""The mission of an assessment that is of the national centre itself."""


class Model(BaseModel):
    """Frozen, and refuses keys that the format does not have."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Edition(Model):
    """`standards/edition.yaml`: which state of the content this is, and the order of its domains."""

    edition: Text
    date: dt.date
    note: str = ""
    order: tuple[str, ...] = ()


class Source(Model):
    """A document that criteria cite, and how much of it was seen when the content was written."""

    id: Text
    title: Text
    issuer: str | None = None
    reference: str | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}$")] | None = None
    status: Literal["in force", "superseded", "historic", "unknown"] = "unknown"
    superseded_by: str | None = None
    review_by: dt.date | None = None
    seen: Literal["whole", "beginning", "excerpts", "none"] | None = None
    url: str | None = None
    note: str | None = None


class Citation(Model):
    """A source, and where in it."""

    source: Text
    at: str | None = None


class Mandate(Model):
    """The decision that a mission stands on; ``ends`` is left out when it is open-ended."""

    resolution: str | None = None
    adopted: dt.date | None = None
    ends: dt.date | None = None
    grounds: Grounds = "recalled"
    note: str | None = None


class Environment(Model):
    """Where the mission works, as far as it changes what a unit needs."""

    terrain: str | None = None
    climate: str | None = None
    malaria: str | None = None
    altitude: str | None = None


class Languages(Model):
    """The working languages of the mission and those of its population."""

    working: tuple[str, ...] = ()
    local: tuple[str, ...] = ()


class Authorised(Model):
    """The strength that was authorised, as last seen."""

    military: int | None = None
    police: int | None = None
    as_of: str | None = None
    note: str | None = None


ThreatLevel = Annotated[int, Field(ge=0, le=3)]


class Mission(Model):
    """A mission: mandate, threats (0 to 3, the project's own judgement), environment and tasks."""

    id: Text
    name: Text
    area: Text
    status: Literal["active", "closing", "closed", "not_un_peacekeeping"] = "active"
    note: str | None = None
    headquarters: str | None = None
    mandate: Mandate = Mandate()
    threats: dict[str, ThreatLevel] = {}
    threat_reasons: dict[str, str] = {}
    environment: Environment = Environment()
    languages: Languages = Languages()
    medical: str | None = None
    mobility: str | None = None
    tasks: tuple[str, ...] = ()
    authorised: Authorised | None = None
    cites: tuple[Citation, ...] = ()
    grounds: dict[str, Grounds] = {}


class Manual(Model):
    """The manual that governs a type of unit."""

    source: str | None = None
    note: str | None = None


class Strength(Model):
    """The usual strength of a type of unit, from and to."""

    typical: tuple[int, int] | None = None
    note: str | None = None
    grounds: Grounds = "recalled"


class UnitType(Model):
    """A type of unit, and the groups that criteria may name instead of listing types."""

    id: Text
    name: Text
    groups: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    """When named: it is assessed by itself, in these domains alone, without a mission."""
    manual: Manual | None = None
    strength: Strength | None = None
    summary: str | None = None
    note: str | None = None
    cites: tuple[Citation, ...] = ()


class Remedy(Model):
    """What closes a gap: a course, an order, a purchase; days from asking for it to having it."""

    id: Text
    title: Text
    kind: (
        Literal[
            "course",
            "material",
            "procurement",
            "loan",
            "posting",
            "order",
            "exercise",
            "request",
            "service",
            "advice",
        ]
        | None
    ) = None
    owner: str | None = None
    audience: str | None = None
    duration: str | None = None
    lead_time_days: Annotated[int, Field(ge=0)] | None = None
    lead_time: Literal["stated", "inferred"] | None = None
    languages: str | None = None
    prerequisites: str | None = None
    delivery: str | None = None
    closes: tuple[Kind, ...] = ()
    how_to_request: str | None = None
    url: str | None = None
    cites: tuple[Citation, ...] = ()
    grounds: Grounds = "inferred"
    note: str | None = None


class Question(Model):
    """A question of the walk. Its id is the name of the fact that its answer gives."""

    id: Annotated[str, Field(pattern=FACT_ID)]
    ask: Text
    type: QuestionType
    options: dict[str, str] = {}
    levels: tuple[str, ...] = ()
    min: int | float | None = None
    max: int | float | None = None
    unit: str | None = None
    evidence: tuple[str, ...] = ()
    hint: str | None = None
    when: Raw | None = None

    @model_validator(mode="after")
    def _has_what_its_type_needs(self) -> Question:
        if (self.type in ("choice", "multi_choice")) != bool(self.options):
            raise ValueError("options go with choice and multi_choice, which need them")
        if self.type == "maturity" and len(self.levels) != 5:
            raise ValueError("maturity needs five levels, for 0 to 4")
        if self.levels and self.type != "maturity":
            raise ValueError("levels go with maturity only")
        if (self.min is not None or self.max is not None) and self.type not in NUMERIC:
            raise ValueError("min and max go with numbers only")
        return self

    @cached_property
    def relevance(self) -> Condition:
        """When it is asked; always, when the content does not say."""
        return ALWAYS if self.when is None else parse(self.when)

    @property
    def is_profile(self) -> bool:
        """Whether it belongs to the facts about the unit."""
        return self.id.startswith(PROFILE + ".")


class Applies(Model):
    """Whom a criterion concerns: unit types or groups, missions, and a condition. Left out means all."""

    units: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    when: Raw | None = None

    @cached_property
    def condition(self) -> Condition:
        """The condition; always, when the content does not say."""
        return ALWAYS if self.when is None else parse(self.when)


class Criterion(Model):
    """A requirement of a standard, the answers that meet it, and what closes the gap."""

    id: Annotated[str, Field(pattern=CRITERION_ID)]
    requires: Text
    force: Force
    kind: Kind
    critical: Text | None = None
    met: Raw
    partly: Raw | None = None
    applies: Applies = Applies()
    raised_by: tuple[str, ...] = ()
    cites: Annotated[tuple[Citation, ...], Field(min_length=1)]
    grounds: Grounds
    threshold: Literal["stated", "inferred"] | None = None
    consequence: Text
    lead_time_days: Annotated[int, Field(ge=0)] | None = None
    action: str | None = None
    remedies: Annotated[tuple[str, ...], Field(min_length=1)]
    note: str | None = None

    @cached_property
    def met_when(self) -> Condition:
        """The answers that meet it."""
        return parse(self.met)

    @cached_property
    def partly_when(self) -> Condition | None:
        """The answers that meet it partly; None when partial readiness means nothing."""
        return None if self.partly is None else parse(self.partly)

    @cached_property
    def rests_on(self) -> tuple[str, ...]:
        """The domain questions that decide its state, in reading order; facts of the profile are left aside."""
        conditions = [self.met_when] + ([self.partly_when] if self.partly_when else [])
        found = dict.fromkeys(fact for condition in conditions for fact in facts_of(condition))
        return tuple(fact for fact in found if is_domain_fact(fact))


class Topic(Model):
    """A group of criteria in a standard."""

    title: Text
    criteria: tuple[Criterion, ...]


class Section(Model):
    """A group of questions in a questionnaire."""

    title: Text
    questions: tuple[Question, ...]


class Domain(Model):
    """A domain: its standard (topics of criteria) and its questionnaire (sections of questions)."""

    id: Text
    title: Text
    summary: str = ""
    intro: str = ""
    topics: tuple[Topic, ...]
    sections: tuple[Section, ...]


class Catalogue(Model):
    """The whole content. ``digest`` is the SHA-256 of the files it was read from, 64 hex digits."""

    edition: Edition
    digest: str
    sources: dict[str, Source]
    missions: dict[str, Mission]
    units: dict[str, UnitType]
    remedies: dict[str, Remedy]
    domains: tuple[Domain, ...]
    profile: tuple[Question, ...]
    threat_note: str = ""
    threat_scale: dict[int, str] = {}

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """Every criterion by id, in the order of the content."""
        return {c.id: c for domain in self.domains for topic in domain.topics for c in topic.criteria}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question by id: the profile first, then the domains in order."""
        asked = {q.id: q for q in self.profile}
        asked.update({q.id: q for domain in self.domains for section in domain.sections for q in section.questions})
        return asked

    def mission(self, mission_id: str) -> Mission:
        """A mission by its id, or *no mission*, in which no threat is a planning factor.

        Raises:
            KeyError: there is no such mission.
        """
        if mission_id != NO_MISSION:
            return self.missions[mission_id]
        threats = {name: 0 for mission in self.missions.values() for name in mission.threats}
        return Mission(id=NO_MISSION, name="No mission", area="none", threats=threats)

    @cached_property
    def domain_titles(self) -> Mapping[str, str]:
        """The title of each domain by its id."""
        return {domain.id: domain.title for domain in self.domains}


def is_domain_fact(fact: str) -> bool:
    """Whether a question of a domain gives this fact, and not the profile or the mission."""
    return fact.partition(".")[0] not in (PROFILE, "mission", "threat")
