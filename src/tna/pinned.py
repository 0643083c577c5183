"""The content that an assessment is judged under: the edition that it pins, kept in its own database."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from pydantic import ValidationError

from tna.assessment.record import Assessment, Pin, Record
from tna.content.models import NO_MISSION, Catalogue
from tna.errors import Refusal
from tna.tailoring import Checklist, tailor

if TYPE_CHECKING:
    from tna.store import Store


def pin_of(assessment: Assessment, record: Record) -> Pin:
    """The edition that it is judged under: the one it was made under, until a later one is adopted."""
    return record.pin or Pin(edition=assessment.edition, digest=assessment.digest)


def keep_pinned(store: Store, catalogue: Catalogue) -> None:
    """Keeps the content in the database, so that what pins it can always be judged by it.

    Raises:
        StoreError: it cannot be written.
    """
    if store.content(catalogue.digest) is None:
        store.keep_content(catalogue.digest, zlib.compress(catalogue.model_dump_json(exclude_defaults=True).encode()))


def pinned_catalogue(store: Store, pin: Pin, current: Catalogue) -> Catalogue | None:
    """The catalogue of a pin: the one in use when it is that, else the one kept; None when neither is to be had."""
    if pin.digest == current.digest:
        return current
    kept = store.content(pin.digest)
    if kept is None:
        return None
    try:
        return Catalogue.model_validate_json(zlib.decompress(kept))
    except (zlib.error, TypeError, ValidationError):
        return None


def checklist_under(catalogue: Catalogue, assessment: Assessment, record: Record) -> Checklist:
    """The checklist of an assessment under a catalogue, at its present depth and in its present domains.

    Raises:
        Refusal: its unit type, its mission, or every domain of its scope is not in this catalogue.
    """
    for what, name, known in (
        ("unit type", assessment.unit_type, [*catalogue.units]),
        ("mission", assessment.mission, [*catalogue.missions, NO_MISSION]),
    ):
        if name not in known:
            raise Refusal(f"assessment {assessment.id} is of {what} {name}, which this content lacks: use its own")
    scope = record.scope or assessment.scope
    domains = tuple(domain for domain in scope.domains if domain in catalogue.domain_titles)
    if scope.domains and not domains:
        raise Refusal(
            f"assessment {assessment.id} is of {', '.join(scope.domains)}, which this content lacks: use its own"
        )
    return tailor(catalogue, assessment.unit_type, assessment.mission, domains, scope.depth)
