"""The catalogue as frozen models: criteria, questions and what holds them, after validation.

Texts are plain, one paragraph each. Conditions are kept as the mappings that were written (``met`` and so on) and
parsed once, on first use, by the properties beside them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from tna.content.conditions import ALWAYS, Condition, facts_of
from tna.content.grammar import parse
from tna.content.reference import Citation, Grounds, Kind, Mission, Model, Remedy, Source, Text, UnitType

Force = Literal["mandatory", "recommended", "good_practice"]
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

Raw = dict[str, Any]

CRITERION_ID = r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$"
FACT_ID = r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$"

CHOICES: Mapping[QuestionType, tuple[str, ...]] = {"yes_no": ("yes", "no"), "yes_partly_no": ("yes", "partly", "no")}
"""The words that answer a question whose options its type fixes."""

LIMITS: Mapping[QuestionType, tuple[float, float | None]] = {
    "count": (0, None),
    "percent": (0, 100),
    "hours": (0, None),
    "days": (0, None),
    "maturity": (0, 4),
}
"""The least and the largest number of each type that takes numbers; None: no largest."""

NUMERIC: frozenset[QuestionType] = frozenset(LIMITS)

PROFILE = "unit"
"""The domain of the profile: the facts about the unit, which are asked but not scored."""

STRENGTH = "unit.strength"
DEPLOYMENT_DATE = "unit.deployment_date"
NO_MISSION = "none"
"""The mission of an assessment that is of the national centre itself."""


class Edition(Model):
    """`standards/edition.yaml`: which state of the content this is, and the order of its domains."""

    edition: Text
    date: dt.date
    note: str = ""
    order: tuple[str, ...] = ()


class Question(Model):
    """A question of the walk. Its id is the name of the fact that its answer gives."""

    id: Annotated[str, Field(pattern=FACT_ID)]
    ask: Text
    type: QuestionType
    options: dict[str, str] = Field(default_factory=dict)
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
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is above max, so that no number fits")
        return self

    @cached_property
    def relevance(self) -> Condition:
        """When it is asked; always, when the content does not say."""
        return ALWAYS if self.when is None else parse(self.when)

    @property
    def words(self) -> tuple[str, ...]:
        """The words or keys that can answer it; empty for numbers, dates and free text."""
        return tuple(self.options) or CHOICES.get(self.type, ())

    @property
    def limits(self) -> tuple[float, float | None]:
        """The least and the largest number that fits, of a question that takes numbers; None: no largest."""
        low, high = LIMITS[self.type]
        return (low if self.min is None else self.min), (high if self.max is None else self.max)

    @property
    def is_profile(self) -> bool:
        """Whether it belongs to the facts about the unit."""
        return self.id.startswith(PROFILE + ".")


SETUP_QUESTIONS = (
    Question(id=STRENGTH, ask="How many people will deploy with this unit?", type="count", min=1),
    Question(id=DEPLOYMENT_DATE, ask="On what date does the unit deploy?", type="date"),
)
"""Asked when an assessment is made; used where a profile does not word them itself."""


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
    lead_time_days: Annotated[int, Field(ge=0, le=3653)] | None = None
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
    threat_scale: dict[int, str] = Field(default_factory=dict)

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
