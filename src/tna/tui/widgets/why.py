"""'Why we ask': every criterion that rests on the question, and how it stands now."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import Static

from tna.content.conditions import AllOf, AnyOf, Condition, Facts, evaluate
from tna.content.models import Catalogue, Criterion
from tna.content.reference import Citation
from tna.content.words import describe
from tna.scoring.result import DomainResult
from tna.tailoring import Item, Placed
from tna.tui.dossier import Dossier
from tna.tui.look import (
    FORCE,
    GROUNDS,
    MUTED,
    STATES,
    STOPPER,
    fitted,
    lines,
    range_bar,
    span_words,
    text,
    threat_words,
)

PROFILE_WORDS = "A fact about the unit. It is not judged itself: other questions, figures and lead times depend on it."
GUARD_WORDS = "No criterion is judged by this answer: it decides which other questions apply."


class Why(Static):
    """The reasons behind one question."""

    def show(self, dossier: Dossier, placed: Placed) -> None:
        """Shows the criteria of a question."""
        parts = [text(("Why we ask", "bold"))]
        items = [dossier.checklist.item[criterion] for criterion in placed.criteria]
        parts += [lines(*_criterion(dossier, placed, item)) for item in items]
        if not items:
            words = PROFILE_WORDS if placed.question.is_profile else GUARD_WORDS
            parts.append(text((words, MUTED)))
        self.update(Content("\n\n").join(parts))


def domain_of(dossier: Dossier, placed: Placed) -> DomainResult | None:
    """How the domain of a question stands; None for the facts of the unit."""
    return next((each for each in dossier.live.domains if each.id == placed.domain), None)


def domain_words(domain: DomainResult) -> Content:
    """A domain now: its name, its bar, its range in per cent."""
    name = text((domain.title, "bold"), (" now", MUTED))
    if domain.low is None or domain.high is None:
        return lines(name, text((span_words(None, None), MUTED)))
    return lines(name, text(range_bar(domain.low, domain.high), f"  {span_words(domain.low, domain.high)}"))


def now_words(dossier: Dossier, placed: Placed, width: int) -> Content:
    """The same in one line, with the states of the criteria, for screens without the pane beside."""
    states = [(each, STATES[dossier.live.states[each]]) for each in placed.criteria]
    parts = [text(mark.shown(), (f" {each}", MUTED)) for each, mark in states]
    domain = domain_of(dossier, placed)
    if domain is not None and domain.low is not None and domain.high is not None:
        head = text((f"{domain.title} ", MUTED), range_bar(domain.low, domain.high, 10))
        parts.insert(0, text(head, f" {span_words(domain.low, domain.high)}"))
    return fitted(parts, width)


def _criterion(dossier: Dossier, placed: Placed, item: Item) -> Iterator[Content]:
    criterion = item.criterion
    catalogue = dossier.catalogue
    yield text(STATES[dossier.live.states[item.id]].shown(loud=True))
    yield text(criterion.requires)
    yield text((f"{FORCE[criterion.force]} · {criterion.id}", MUTED))
    if criterion.critical:
        yield text((f"{STOPPER} Show-stopper: ", "bold $text-error"), criterion.critical)
    yield text()
    figure = f" ({threshold_words(criterion)})" if criterion.threshold == "inferred" else ""
    yield _labelled("Met when", _condition(criterion.met_when, placed, dossier) + figure)
    if criterion.partly_when is not None:
        yield _labelled("Partly met when", _condition(criterion.partly_when, placed, dossier))
    yield _labelled("If not", criterion.consequence)
    if item.why_weight:
        threat, space, rest = item.why_weight.partition(" ")
        yield _labelled("Weighs more", threat_words(threat) + space + rest)
    for citation in criterion.cites:
        yield _labelled("Source", f"{citation_words(citation, catalogue)} ({GROUNDS[criterion.grounds]})")
    if criterion.note:
        yield _labelled("Note", criterion.note)


def threshold_words(criterion: Criterion) -> str:
    """Where the figures of a criterion come from."""
    return "our figure, not the source's" if criterion.threshold == "inferred" else "figure of the source"


def citation_words(citation: Citation, catalogue: Catalogue) -> str:
    """A citation in words: the title of the source, and the place in it."""
    source = catalogue.sources[citation.source]
    return f"{source.title}, {citation.at}" if citation.at else source.title


def _condition(condition: Condition, placed: Placed, dossier: Dossier) -> str:
    words = describe(for_this_unit(condition, dossier.checklist.setup_facts), dossier.catalogue)
    return words.replace(f"“{placed.question.ask}”", "this answer")


def for_this_unit(condition: Condition, setup: Facts) -> Condition:
    """A condition without the branches that the unit type and the mission have settled."""
    match condition:
        case AnyOf(parts) | AllOf(parts):
            idle = isinstance(
                condition, AllOf
            )  # a part that is true adds nothing to *all*, a false one nothing to *any*
            kept = [for_this_unit(part, setup) for part in parts if evaluate(part, setup) is not idle]
            if kept:
                return kept[0] if len(kept) == 1 else type(condition)(tuple(kept))
    return condition


def _labelled(label: str, words: str) -> Content:
    return text((f"{label}  ", MUTED), words)
