"""Answers: every question as asked, with what shows its answer."""

from tna.reports.grid import Column, Grid

GRID = Grid(
    name="Answers",
    title="Answers",
    note="Every question as asked, and its answer. Evidence counts one grade less after 12 months and two less after 24, unless it is still valid.",
    rows="answers",
    empty="None: no question is asked.",
    fixed=1,
    columns=(
        Column("Question id", "id", 30),
        Column("Domain", "domain", 16),
        Column("Section", "section", 18),
        Column("Question", "question", 40),
        Column("Answer", "answer", 30, "strong"),
        Column("Evidence", "evidence", 13, "centre"),
        Column("Counts as", "counts_as", 13, "centre"),
        Column("Flag", "flag", 9, "centre"),
        Column("Reference", "reference", 24),
        Column("Evidence date", "evidence_date", 11, "date"),
        Column("Valid until", "valid_until", 11, "date"),
        Column("Note", "note", 30),
        Column("Criteria that rest on it", "serves", 18),
        Column("Checklist, row", "criteria", 11, to="Checklist"),
        Column("Type", "type", 12),
        Column("Raw value", "raw", 14),
        Column("Asked", "asked", 12),
    ),
    breaks=("Flag",),
    scale=78,
)
