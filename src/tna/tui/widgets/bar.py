"""The first line of the walk and the results: for whom, how long, how far, and what stops the unit."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets import Static

from tna.tui.dossier import Dossier
from tna.tui.look import MUTED, STATES, STOPPER, Fluid, count, countdown, fitted, line, progress, spread, text


class Bar(Static):
    """Shows a dossier in one line, with less of it where there is less room."""

    def show(self, dossier: Dossier, today: date) -> None:
        """Shows its present state."""
        self.update(Fluid(lambda width: _draw(dossier, today, width)))


def _draw(dossier: Dossier, today: date, width: int) -> Content:
    head, day = dossier.assessment, dossier.deployment
    stoppers, undecided = len(dossier.live.show_stoppers), len(dossier.live.undecided)
    style = "bold $text-error" if stoppers else MUTED
    words = count(stoppers, "show-stopper") if width >= 90 else str(stoppers)
    unanswered = STATES["unanswered"]
    more = f" + {unanswered.glyph} {undecided}" + (" unanswered" if width >= 110 else "")
    right = Content.assemble(
        progress(dossier.answered, len(dossier.situation.walk), 10 if width >= 90 else 5),
        text("   ", (f"{STOPPER} {words}", style), (more if undecided else "", unanswered.style)),
    )
    name = text((line(head.unit_name), "bold")).truncate(max(width // 3, 12), ellipsis=True)
    when = countdown(day, today, alone=dossier.alone)
    comes = "ready by" if dossier.alone else "deploys"
    long = f"{comes} {day}, in {count((day - today).days, 'day')}" if day and day > today else when
    mission = [] if dossier.alone else [text((head.mission, MUTED))]
    left = fitted([name, *mission, text((long if width >= 110 else when, MUTED))], width - right.cell_length - 2, " · ")
    return spread(left, right, width)
