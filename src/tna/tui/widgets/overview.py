"""The results in one text: the band and what holds it there, the domains, what would change it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from textual.content import Content

from tna.content.stale import stale_edition, stale_mandate, stale_sources
from tna.scoring.result import DomainResult, Forecast, Range, Result
from tna.tui.dossier import Dossier
from tna.tui.look import (
    BANDS,
    MUTED,
    STATES,
    STOPPER,
    Fluid,
    count,
    goal_words,
    lines,
    range_bar,
    span_words,
    text,
    whole,
)


def overview(dossier: Dossier, result: Result, next_band: Forecast | None) -> Fluid:
    """Everything but the gaps, one under another, laid out to any width."""
    return Fluid(lambda width: lines(*_rows(dossier, result, next_band, width)))


def _rows(dossier: Dossier, result: Result, next_band: Forecast | None, width: int) -> Iterator[Content]:
    band = result.band
    yield text((f"{band.code}  {band.name}", f"bold {BANDS[band.code]}"))
    yield text(band.because)
    yield text()
    yield from _figures(result, width)
    yield from _stoppers(dossier, result)
    yield text("\n", ("Domains", "bold"))
    name = max((len(domain.title) for domain in result.domains), default=0)
    for domain in result.domains:
        yield _domain(domain, name, width)
    if result.left_out:
        titles = [dossier.catalogue.domain_titles[each] for each in result.left_out]
        yield text((f"Not in scope, though they apply: {', '.join(titles)}.", MUTED))
    yield from _causes(result)
    yield from _forecasts(result, next_band, goal_words(dossier.alone))
    yield from _doubts(dossier, result)


def _figures(result: Result, width: int) -> Iterator[Content]:
    rows = []
    if result.index is not None:
        bar = range_bar(result.index.low, result.index.high, max(8, min(20, width - 26)))
        rows.append(("Readiness", text(bar, (f"  {_span(result.index)}", "bold"))))
    rows += [
        ("Answered", text(f"{whole(result.coverage)} % of the weight")),
        ("Mandatory", text(f"{result.mandatory.met} of {result.mandatory.of} met")),
        ("Evidence", text(f"{whole(result.evidence.documented)} % documented or better")),
        ("", text(f"{whole(result.evidence.demonstrated)} % demonstrated or better")),
    ]
    for label, words in rows:
        yield text((f"{label:<11}", MUTED), words)
    if result.depth == "screen":
        yield text(
            ("A screen: it asks what is critical or mandatory only, and says ready with conditions at best.", MUTED)
        )


def _stoppers(dossier: Dossier, result: Result) -> Iterator[Content]:
    states = {each.id: each.state for each in result.criteria}
    items = [item for item in dossier.checklist.items if item.criterion.critical]
    critical = [item for item in items if states[item.id] != "not_applicable"]
    unmet = [item for item in critical if states[item.id] == "not_met"]
    style = "bold $text-error" if unmet else "bold"
    yield text("\n", (f"{STOPPER} {count(len(unmet), 'show-stopper')}", style))
    for item in unmet:
        yield text(STATES["not_met"].shown(), (f"  {item.id}", MUTED))
        yield text(item.criterion.requires)
        yield text((str(item.criterion.critical), MUTED))
    for state, words in (("partly_met", "partly met"), ("unanswered", "unanswered")):
        some = [item.id for item in critical if states[item.id] == state]
        if some:
            yield text((f"{STATES[state].glyph} {len(some)} more {words}: {', '.join(some)}", STATES[state].style))
    if not unmet:
        yield text((f"None is known to be unmet, of the {len(critical)} that apply.", MUTED))


def _domain(domain: DomainResult, name: int, width: int) -> Content:
    if domain.low is None or domain.high is None:
        return text(f"{domain.title:<{name}}  ", (span_words(None, None), MUTED))
    bar = range_bar(domain.low, domain.high, max(6, min(16, width - name - 20)))
    reduced = ("\n  scope reduced: much was set not applicable", "$text-warning") if domain.scope_reduced else ""
    words = span_words(domain.low, domain.high)
    return text(f"{domain.title:<{name}}  ", bar, f"  {words:<9} ", (f"{domain.band}", "bold"), reduced)


def _causes(result: Result) -> Iterator[Content]:
    causes = Counter(cause for gap in result.gaps for cause in gap.causes)
    if not causes:
        return
    yield text("\n", ("Causes of the gaps", "bold"))
    yield text(", ".join(f"{cause} {number}" for cause, number in causes.most_common()))
    if result.training_share is not None:
        yield text((f"Training alone closes {whole(result.training_share)} % of the risk.", MUTED))
        if result.training_share < 50:
            yield text(("Most of it will not be closed by training.", "$text-warning"))


def _forecasts(result: Result, next_band: Forecast | None, goal: str) -> Iterator[Content]:
    if not result.gaps:
        return
    yield text("\n", ("What would change it", "bold"), ("  a forecast, not a result", MUTED))
    five = len(result.next_five.closed)
    yield _forecast(f"Closing the next {count(five, 'gap')}" if five > 1 else "Closing the next gap", result.next_five)
    yield text((", ".join(result.next_five.closed), MUTED))
    if result.planned.closed:
        yield _forecast(f"The {count(len(result.planned.closed), 'action')} accepted and in time", result.planned)
    else:
        yield text((f"No gap has an action yet that is accepted, due before {goal} and in time.", MUTED))
    if next_band is not None:
        gaps = count(len(next_band.closed), "gap")
        yield _forecast(f"The next band takes {gaps}, closed in order", next_band)


def _forecast(label: str, forecast: Forecast) -> Content:
    band = forecast.band
    index = f", {_span(forecast.index)}" if forecast.index else ""
    return text(f"{label}: ", (f"{band.code} {band.name}", f"bold {BANDS[band.code]}"), index)


def _doubts(dossier: Dossier, result: Result) -> Iterator[Content]:
    """What the result hangs on, and what has gone out of date."""
    sensitivity = result.sensitivity
    rows = []
    if sensitivity.band_depends_on_weighting:
        rows.append("The band depends on the weighting: other weights give another one.")
    if sensitivity.decisive_criterion:
        rows.append(f"The band hangs on one criterion: {sensitivity.decisive_criterion}.")
    catalogue = dossier.catalogue
    if dossier.older:
        rows.append(dossier.older)
    stale = (stale_edition(catalogue, result.as_of), stale_mandate(dossier.checklist.mission, result.as_of))
    rows += [sentence for sentence in stale if sentence]
    criteria = [item.criterion for item in dossier.checklist.items]
    rows += [sentence for _, sentence in stale_sources(catalogue, criteria, result.as_of)]
    if rows:
        yield text("\n", ("Keep in mind", "bold"))
        yield from (text(("· ", MUTED), row) for row in rows)


def _span(index: Range) -> str:
    return span_words(index.low, index.high)
