"""The sentences of the Summary: what is asked of the reader, what the result is, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tna.content.stale import stale_edition, stale_mandate, stale_sources
from tna.reports.rows.inputs import Inputs
from tna.reports.words import MEANING, counted, whole, whole_range
from tna.scoring.result import Forecast, Gap

DISCLAIMER = "Independent tool: not a UN product, not a UN certification. The unit's own side assessed itself."


@dataclass(frozen=True, slots=True)
class Headline:
    """Sentences, each whole; empty where there is nothing to say. ``notices`` are what may be out of date.

    Each notice goes with the name of the sheet that says more.
    """

    unit: str
    deployment: str
    decision: str
    band_code: str
    band: str
    meaning: str
    rule: str
    index: str
    why_range: str
    coverage: str
    stoppers_met: str
    stoppers_beside: str
    training: str
    training_sentence: str
    evidence: str
    closable: str
    forecast: str
    weighting: str
    scope: str
    notices: tuple[tuple[str, str], ...]


def headline(inputs: Inputs) -> Headline:
    """The sentences, from the result alone."""
    result = inputs.result
    band = result.band
    return Headline(
        unit=f"{inputs.assessment.unit_name}, {inputs.assessment.country}",
        deployment=_deployment(inputs),
        decision=_decision(inputs),
        band_code=band.code,
        band=f"{band.code}  {band.name}",
        meaning=MEANING[band.code],
        rule=f"Rule {band.rule} decided. {band.because}",
        index="none" if result.index is None else whole_range(result.index.low, result.index.high),
        why_range=_why_range(inputs),
        coverage=whole(result.coverage),
        stoppers_met=_stoppers(inputs),
        stoppers_beside=_stoppers_beside(inputs),
        training="none" if result.training_share is None else whole(result.training_share),
        training_sentence=_training(inputs),
        evidence=_evidence(inputs),
        closable=_closable(inputs),
        forecast=_forecast(result.planned),
        weighting=_weighting(inputs),
        scope=_scope(inputs),
        notices=tuple(_notices(inputs)),
    )


def _deployment(inputs: Inputs) -> str:
    result = inputs.result
    if result.deployment is None or result.days_to_deployment is None:
        return f"deployment date not known · as of {result.as_of}"
    days = result.days_to_deployment
    left = f"{counted(days, 'day')} left" if days >= 0 else f"{counted(-days, 'day')} ago"
    return f"deploys {result.deployment} · {left} · as of {result.as_of}"


def _critical(inputs: Inputs) -> list[Gap]:
    return [gap for gap in inputs.result.gaps if inputs.checklist.item[gap.id].criterion.critical]


def _decision(inputs: Inputs) -> str:
    code, stoppers = inputs.result.band.code, _critical(inputs)
    if code == "R4":
        return "Confirm the deployment date, and have this result verified on a visit."
    late = [gap.id for gap in stoppers if gap.impossible and inputs.criteria[gap.id].state != "unanswered"]
    if late:
        return (
            f"Delay, substitute or mitigate: {counted(len(late), 'show-stopper')} cannot be closed before deployment by "
            f"the normal route ({_few(late)})."
        )
    if code == "R0":
        return "Decide nothing on deployment yet: order that the open questions be answered, show-stoppers first."
    unmet = [gap for gap in stoppers if inputs.criteria[gap.id].state == "not_met"]
    if unmet:
        return f"Order that {counted(len(unmet), 'show-stopper')} be closed, each with an owner and a date; until then do not deploy."
    if stoppers:
        return f"Order that what is missing of {counted(len(stoppers), 'critical requirement')} be made good before deployment."
    if code == "R3":
        return "Agree to deployment on condition that what stands between the unit and R4 is dealt with, and name who confirms it."
    return "Release people, money and time to close the gaps listed below, and look again before the deployment date."


def _few(ids: list[str]) -> str:
    return ", ".join(ids[:3]) + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")


def _why_range(inputs: Inputs) -> str:
    result = inputs.result
    if result.index is None:
        return "No criterion is applicable, so that there is nothing to score."
    unanswered = sum(domain.unanswered for domain in result.domains)
    if not unanswered:
        return "One number, as every applicable criterion is answered."
    return f"Low: the {counted(unanswered, 'open criterion', 'open criteria')} not met. High: all met."


def _stoppers(inputs: Inputs) -> str:
    critical = [
        inputs.criteria[item.id].state
        for item in inputs.checklist.items
        if item.criterion.critical and inputs.criteria[item.id].state != "not_applicable"
    ]
    return f"{critical.count('not_met')} of {len(critical)}"


def _stoppers_beside(inputs: Inputs) -> str:
    """What the number of show-stoppers is of, and what else is not met of them."""
    states = [inputs.criteria[gap.id].state for gap in _critical(inputs)]
    beside = [(states.count("partly_met"), "partly met"), (states.count("unanswered"), "unanswered")]
    more = ", ".join(f"{number} {words}" for number, words in beside if number)
    return "show-stoppers not met, of those that apply" + (f"; beside them {more}" if more else "")


def _training(inputs: Inputs) -> str:
    share = inputs.result.training_share
    if share is None:
        return "There is no gap, so that there is nothing for training to close."
    if not any(gap.causes for gap in inputs.result.gaps):
        return "What training can close is not known: every gap is a question still open."
    if share < 50:
        return f"Most of the risk will not be closed by training: it closes {whole(share)} of it."
    return f"Training alone closes {whole(share)} of the risk."


def _evidence(inputs: Inputs) -> str:
    evidence = inputs.result.evidence
    return (
        f"Evidence, by weight: declared or better {whole(evidence.declared)}, documented {whole(evidence.documented)}, "
        f"demonstrated {whole(evidence.demonstrated)}, verified {whole(evidence.verified)}."
    )


def _closable(inputs: Inputs) -> str:
    gaps = inputs.result.gaps
    if not gaps:
        return "No gap is open."
    can = sum(gap.slack is not None and gap.slack >= 0 for gap in gaps)
    late = sum(gap.slack is not None and gap.slack < 0 for gap in gaps)
    unknown = f", {len(gaps) - can - late} of unknown lead time or date" if len(gaps) > can + late else ""
    return f"Of {counted(len(gaps), 'gap')}, {can} can still be closed before deployment by the normal route, {late} cannot{unknown}."


def _forecast(planned: Forecast) -> str:
    if not planned.closed:
        return "Forecast: none, as no gap has an accepted action that ends in time."
    index = f", index {whole_range(planned.index.low, planned.index.high)}" if planned.index else ""
    return (
        f"Forecast, not a result: with the accepted actions on {counted(len(planned.closed), 'gap')} done in time, "
        f"{planned.band.code} {planned.band.name}{index}."
    )


def _weighting(inputs: Inputs) -> str:
    found = inputs.result.sensitivity
    parts = ["The band depends on weighting: see Method."] if found.band_depends_on_weighting else []
    parts += [f"The band hangs on {found.decisive_criterion} alone."] if found.decisive_criterion else []
    return " ".join(parts)


def _scope(inputs: Inputs) -> str:
    result = inputs.result
    depth = "Full assessment" if result.depth == "full" else "Screen (critical and mandatory criteria only)"
    scored = ", ".join(domain.title for domain in result.domains) or "nothing"
    asked = {domain.id for domain in result.domains}
    idle = [inputs.title(domain) for domain in result.in_scope if domain not in asked]
    nothing = f" Nothing to ask of this unit at this depth: {', '.join(idle)}." if idle else ""
    left_out = (
        f" Left out, though applicable: {', '.join(map(inputs.title, result.left_out))}." if result.left_out else ""
    )
    mandatory = f" Mandatory criteria met: {result.mandatory.met} of {result.mandatory.of}."
    return f"{depth} of {scored}.{nothing}{left_out}{mandatory}"


def _notices(inputs: Inputs) -> Iterator[tuple[str, str]]:
    checklist, as_of = inputs.checklist, inputs.result.as_of
    made = inputs.assessment
    if made.digest != inputs.result.digest:
        yield f"Made under edition {made.edition}, scored under {inputs.result.edition}: the content differs.", "Method"
    for notice in (stale_edition(checklist.catalogue, as_of), stale_mandate(checklist.mission, as_of)):
        if notice:
            yield notice, "Method"
    criteria = (item.criterion for item in checklist.items)
    stale = [source.id for source, _ in stale_sources(checklist.catalogue, criteria, as_of)]
    if stale:
        count = counted(len(stale), "cited source")
        yield f"{count} superseded or past the review date: {_few(stale)}.", "Sources"
