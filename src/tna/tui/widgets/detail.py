"""A criterion and a source in full, for the library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from tna.content.models import Catalogue
from tna.content.stale import stale_source
from tna.content.words import describe
from tna.tui.look import FORCE, GROUNDS, MUTED, STOPPER, count, lines, text, threat_words
from tna.tui.widgets.why import citation_words, threshold_words

SEEN = {
    "whole": "read whole when the content was written",
    "beginning": "only its beginning was read",
    "excerpts": "only excerpts were read",
    "none": "not read: cited from memory or from others",
}


def criterion_words(catalogue: Catalogue, name: str, today: date) -> Content:
    """Everything the content says about a criterion."""
    return lines(*_criterion(catalogue, name, today))


def _criterion(catalogue: Catalogue, name: str, today: date) -> Iterator[Content]:
    criterion = catalogue.criteria[name]
    yield text((criterion.id, MUTED))
    yield text((criterion.requires, "bold"))
    yield text((f"{FORCE[criterion.force]} · {criterion.kind}", MUTED))
    if criterion.critical:
        yield text((f"{STOPPER} Show-stopper: ", "bold $text-error"), criterion.critical)
    yield text()
    yield _row("Met when", describe(criterion.met_when, catalogue))
    if criterion.partly_when is not None:
        yield _row("Partly met when", describe(criterion.partly_when, catalogue))
    if criterion.threshold:
        yield _row("Figures", threshold_words(criterion))
    yield _row("Grounds", GROUNDS[criterion.grounds])
    yield _row("If not", criterion.consequence)
    if criterion.action:
        yield _row("To close it", criterion.action)
    if criterion.raised_by:
        yield _row("Weighs more with", ", ".join(map(threat_words, criterion.raised_by)))
    yield from _headed(
        "Sources", [_cited(catalogue, cite.source, citation_words(cite, catalogue), today) for cite in criterion.cites]
    )
    yield from _headed("Questions that test it", [catalogue.questions[fact].ask for fact in criterion.rests_on])
    yield from _headed("Remedies", [catalogue.remedies[remedy].title for remedy in criterion.remedies])


def source_words(catalogue: Catalogue, name: str, today: date) -> Content:
    """Everything the content says about a source, and what rests on it."""
    return lines(*_source(catalogue, name, today))


def _source(catalogue: Catalogue, name: str, today: date) -> Iterator[Content]:
    source = catalogue.sources[name]
    yield text((source.id, MUTED))
    yield text((source.title, "bold"))
    yield text((" · ".join(part for part in (source.issuer, source.reference, source.date) if part), MUTED))
    stale = stale_source(source, today)
    if stale:
        yield text((stale, "$text-warning"))
    yield text()
    yield _row("Status", source.status)
    if source.seen:
        yield _row("Seen", SEEN[source.seen])
    if source.review_by:
        yield _row("Review due", source.review_by.isoformat())
    for label, words in (("Address", source.url), ("Note", source.note)):
        if words:
            yield _row(label, words)
    citing = [each for each in catalogue.criteria.values() if any(cite.source == name for cite in each.cites)]
    title = f"{count(len(citing), 'criterion rests', 'criteria rest')} on it"
    yield from _headed(title, [f"{each.id}  {each.requires}" for each in citing])
    asked = dict.fromkeys(fact for each in citing for fact in each.rests_on)
    yield from _headed("Questions that test them", [catalogue.questions[fact].ask for fact in asked])


def _cited(catalogue: Catalogue, source: str, words: str, today: date) -> str:
    stale = stale_source(catalogue.sources[source], today)
    return f"{words}. {stale}" if stale else words


def _row(label: str, words: str) -> Content:
    return text((f"{label}  ", MUTED), words)


def _headed(title: str, entries: list[str]) -> Iterator[Content]:
    if entries:
        yield text()
        yield text((title, "bold"))
        yield from (text(("· ", MUTED), entry) for entry in entries)
