"""Not applicable and open: what counts for nothing, why, and what it would change."""

from tna.reports.grid import Column, Grid

GRID = Grid(
    name="Not applicable and open",
    title="Not applicable and open",
    note="Set aside by the assessor, unanswered, ruled out by the facts, and left out by tailoring: with the reason, and what each would change.",
    rows="asides",
    empty="None: every criterion of the catalogue is applicable and answered.",
    fixed=2,
    columns=(
        Column("Kind", "kind", 18, "strong"),
        Column("Criterion", "id", 15, to="Checklist"),
        Column("Domain", "domain", 16),
        Column("Requirement", "requirement", 40),
        Column("Critical", "critical", 8, "centre"),
        Column("Why", "why", 44),
        Column("What it changes", "effect", 28),
        Column("Answers, row", "questions", 12, to="Answers"),
    ),
    scale=74,
)
