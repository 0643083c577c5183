"""Sources: what the requirements are drawn from, how much of it was seen, and what may be out of date."""

from tna.reports.grid import Column, Grid

GRID = Grid(
    name="Sources",
    title="Sources",
    note="What the requirements are drawn from, and how much of each text was seen when they were written. Addresses are plain text: nothing here opens a connection.",
    rows="sources",
    empty="None: nothing is cited.",
    fixed=1,
    columns=(
        Column("Source", "id", 20),
        Column("Title", "title", 44),
        Column("Issuer", "issuer", 20),
        Column("Reference", "reference", 16),
        Column("Date", "dated", 11, "centre"),
        Column("Status", "status", 12, "centre"),
        Column("Seen", "seen", 14),
        Column("Review by", "review_by", 11, "date"),
        Column("May be out of date", "stale", 28),
        Column("Criteria citing it", "cited_by", 40),
        Column("Checklist, row", "criteria", 11, to="Checklist"),
        Column("Note", "note", 34),
        Column("Address", "url", 44),
    ),
    breaks=("May be out of date",),
    scale=78,
)
