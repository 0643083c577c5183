"""The first schema: assessments, their events, the last digest of each chain, and the content they pin."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "assessment",
        *(
            _text(name)
            for name in ("id", "country", "unit_name", "unit_type", "mission", "edition", "digest", "created_at")
        ),
        _text("deleted_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
    )
    op.create_table(
        "event",
        *(_text(name) for name in ("id", "assessment", "kind", "subject", "body")),
        *(_text(name, nullable=True) for name in ("undo_of", "author")),
        *(_text(name) for name in ("device", "at", "clock", "prev", "digest")),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sa.ForeignKeyConstraint(["assessment"], ["assessment.id"], name="fk_event_assessment_assessment"),
    )
    op.create_index("ix_event_assessment_clock", "event", ["assessment", "clock"])
    op.create_table(
        "head",
        *(_text(name) for name in ("assessment", "device", "digest")),
        sa.PrimaryKeyConstraint("assessment", "device", name="pk_head"),
        sa.ForeignKeyConstraint(["assessment"], ["assessment.id"], name="fk_head_assessment_assessment"),
    )
    op.create_table(
        "content",
        _text("digest"),
        sa.Column("compiled", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_content"),
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)
