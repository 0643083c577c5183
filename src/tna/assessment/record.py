"""What an assessment holds at one moment: answers, actions on gaps, causes of gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tna.content.models import Depth
from tna.content.reference import Kind

Grade = Literal["declared", "documented", "demonstrated", "verified"]
GRADES: tuple[Grade, ...] = ("declared", "documented", "demonstrated", "verified")
"""Evidence grades, weakest first (SCORING 5)."""

Status = Literal["open", "value", "dont_know", "not_applicable"]
AnswerValue = str | int | Annotated[float, Field(allow_inf_nan=False)] | list[str]
"""As stored: a word, a number, an ISO date, or the picked keys."""


class Model(BaseModel):
    """Frozen, and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Answer(Model):
    """The state of one question: *open* (perhaps with a note or a flag), a value, don't know, or not applicable."""

    status: Status = "open"
    value: AnswerValue | None = None
    na_reason: str | None = None
    evidence: Grade | None = None
    ref: str | None = None
    evidence_date: date | None = None
    valid_until: date | None = None
    note: str | None = None
    flag: bool = False


class Action(Model):
    """What is to be done about a gap; empty when it was taken back."""

    what: str = ""
    owner: str | None = None
    due: date | None = None
    accepted_by: str | None = None


class Cause(Model):
    """Why a gap exists, when the assessor says otherwise than the kind of its criterion; empty when taken back."""

    causes: tuple[Kind, ...] = ()
    reason: str = ""


class Scope(Model):
    """How deep the assessment goes, and in which domains."""

    depth: Depth
    domains: tuple[str, ...]


class Pin(Model):
    """The edition of the content that an assessment is judged under, and the digest of its files."""

    edition: str
    digest: str


class Assessment(Model):
    """The head of an assessment: for whom and for what. ``scope`` is that of its last change."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{12,32}$")]
    country: str
    unit_name: str
    unit_type: str
    mission: str
    scope: Scope
    edition: str
    digest: str
    created_at: datetime


@dataclass(frozen=True)
class Record:
    """Everything that was answered and decided: the fold of the events (see ``assessment.events``)."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    causes: Mapping[str, Cause] = field(default_factory=dict)
    scope: Scope | None = None
    pin: Pin | None = None
