"""Show-stoppers: every critical criterion that applies, for the decision-maker and the UN assessor."""

from tna.reports.grid import Column, Grid

GRID = Grid(
    name="Show-stoppers",
    title="Show-stoppers",
    note="Every critical requirement that applies, met or not, the worst first. One that is not met makes the unit not ready, whatever the score.",
    rows="stoppers",
    empty="None: no critical requirement applies to this unit and mission.",
    fixed=1,
    columns=(
        Column("Criterion", "id", 15, to="Checklist"),
        Column("State", "state", 12, "tone"),
        Column("Requirement", "requirement", 34),
        Column("Why critical", "why_critical", 28),
        Column("Answer", "answer", 26),
        Column("Answers, row", "questions", 10, to="Answers"),
        Column("Evidence", "evidence", 13, "centre"),
        Column("Can it be closed in time?", "in_time", 24),
        Column("Slack, days", "slack", 8, "whole"),
        Column("What closes it", "closing", 28),
        Column("Action recorded", "action", 26),
        Column("Owner", "owner", 12),
        Column("Due", "due", 11, "date"),
        Column("Accepted by", "accepted_by", 13),
        Column("Domain", "domain", 16),
        Column("Source and place", "citation", 36),
        Column("Sources, row", "sources", 10, to="Sources"),
    ),
    breaks=("Slack, days",),
    scale=78,
)
