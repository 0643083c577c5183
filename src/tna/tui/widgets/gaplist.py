"""The gaps in order of priority, each with its action."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tna.scoring.result import CriterionResult, Gap, Result
from tna.tui.dossier import Dossier
from tna.tui.look import MUTED, STATES, STOPPER, Fluid, goal_words, lines, spread, text


class GapList(OptionList):
    """One option a gap; its id is that of the criterion. The marked one has a mark that is no colour."""

    _drawn: dict[str, dict[bool, Fluid]] = {}

    def show(self, dossier: Dossier, result: Result) -> None:
        """Shows the gaps of a result; the marked one stays marked."""
        marked = self.gap
        states = {each.id: each for each in result.criteria}
        self.clear_options()
        ids = [gap.id for gap in result.gaps]
        self._drawn = {
            gap.id: {here: _drawn(dossier, gap, states[gap.id], here) for here in (True, False)} for gap in result.gaps
        }
        self.add_options([Option(self._drawn[gap][False], id=gap) for gap in ids])
        self.highlighted = ids.index(marked) if marked in ids else (0 if ids else None)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Moves the mark."""
        super().watch_highlighted(highlighted)
        for index, option in enumerate(self.options):
            drawn = self._drawn[str(option.id)][index == highlighted]
            if option.prompt is not drawn:
                self.replace_option_prompt_at_index(index, drawn)

    @property
    def gap(self) -> str | None:
        """The criterion of the gap that is marked."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id


def _drawn(dossier: Dossier, gap: Gap, criterion: CriterionResult, here: bool) -> Fluid:
    return Fluid(lambda width: lines(*_rows(dossier, gap, criterion, here, width), text()))


def _rows(dossier: Dossier, gap: Gap, result: CriterionResult, here: bool, width: int) -> Iterator[Content]:
    criterion = dossier.checklist.item[gap.id].criterion
    stopper = (f"  {STOPPER} show-stopper", "$text-error") if criterion.critical else ""
    head = text((f"{'▸ ' if here else ''}{gap.gap_class}  ", "bold $primary"), STATES[result.state].shown(), stopper)
    yield spread(head, text((gap.id, MUTED)), width)
    yield text(criterion.requires)
    yield text((" · ".join(_facts(gap)), MUTED))
    if gap.impossible:
        yield text(("Cannot be closed in time by the normal route: mitigate, substitute or delay.", "$text-error"))
    yield _action(gap, criterion.action, goal_words(dossier.alone))


def _facts(gap: Gap) -> Iterator[str]:
    if gap.causes:
        yield " and ".join(gap.causes)
    if gap.latest_start is not None:
        yield f"{'start was due' if gap.impossible else 'start by'} {gap.latest_start}"
    if gap.lead_time is None:
        yield "lead time unknown"
    else:
        yield f"takes {gap.lead_time} days"


def _action(gap: Gap, suggestion: str | None, goal: str) -> Content:
    if gap.action is None or not gap.action.what:
        return text(("No action yet. ", "$text-warning"), (f"Suggested: {suggestion}" if suggestion else "", MUTED))
    action = gap.action
    late = "" if action.in_time or action.due is None else f" (not before {goal})"
    parts = [
        action.what,
        action.owner or "no owner",
        f"due {action.due}{late}" if action.due else "no due date",
        f"accepted by {action.accepted_by}" if action.accepted_by else "not accepted yet",
    ]
    return text(("Action  ", "$primary"), " · ".join(parts))
