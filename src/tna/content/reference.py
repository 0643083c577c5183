"""What the criteria refer to: sources, missions, unit types and remedies, as frozen models of the content format."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Kind = Literal["training", "personnel", "equipment", "facility", "procedure", "leadership"]
Grounds = Literal["read", "recalled", "inferred"]
Text = Annotated[str, Field(min_length=1)]


class Model(BaseModel):
    """Frozen, and refuses keys that the format does not have."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _as_written(value: object) -> object:
    """A year or a day that was written without quotes, as text."""
    return str(value) if isinstance(value, int | dt.date) else value


class Source(Model):
    """A document that criteria cite, and how much of it was seen when the content was written."""

    id: Text
    title: Text
    issuer: str | None = None
    reference: str | None = None
    date: Annotated[str, BeforeValidator(_as_written), Field(pattern=r"^\d{4}(-\d\d){0,2}$")] | None = None
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


class ThreatNotes(Model):
    """What the file of the missions says of all threats: how they were judged, and what each level means."""

    threat_note: str = ""
    threat_scale: dict[int, str] = {}


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
    lead_time_days: Annotated[int, Field(ge=0, le=3653)] | None = None
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
