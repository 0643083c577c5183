"""What has gone out of date, so that screens and reports can say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tna.content.models import Catalogue, Criterion
from tna.content.reference import Mission, Source

EDITION_AGE = timedelta(days=365)


def stale_edition(catalogue: Catalogue, on: date) -> str | None:
    """A sentence when the edition is over twelve months old."""
    edition = catalogue.edition
    if on - edition.date <= EDITION_AGE:
        return None
    return (
        f"Edition {edition.edition} of the content is of {edition.date}, over twelve months ago: look for a newer one."
    )


def stale_mandate(mission: Mission, on: date) -> str | None:
    """A sentence when the mandate has ended, or the mission has closed."""
    if mission.status == "closed":
        return f"{mission.id} has closed."
    ends = mission.mandate.ends
    if ends is None or ends >= on:
        return None
    resolution = f" (resolution {mission.mandate.resolution})" if mission.mandate.resolution else ""
    return f"The mandate of {mission.id}{resolution} ended on {ends}: check whether and how it was renewed."


def stale_source(source: Source, on: date) -> str | None:
    """A sentence when a source was superseded, or its review date has passed."""
    if source.status == "superseded":
        by = f" by {source.superseded_by}" if source.superseded_by else ""
        return f"{source.id} was superseded{by}."
    if source.review_by is not None and source.review_by < on:
        return f"{source.id} was due for review on {source.review_by}: check whether a newer text is in force."
    return None


def stale_sources(catalogue: Catalogue, criteria: Iterable[Criterion], on: date) -> Iterator[tuple[Source, str]]:
    """The stale sources that these criteria cite, each once, with its sentence."""
    for name in dict.fromkeys(citation.source for criterion in criteria for citation in criterion.cites):
        source = catalogue.sources[name]
        sentence = stale_source(source, on)
        if sentence:
            yield source, sentence
