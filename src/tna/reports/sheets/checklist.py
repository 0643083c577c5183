"""Checklist: every criterion of the assessment, with what it weighs and what it rests on."""

from tna.reports.grid import Column, Grid

GRID = Grid(
    name="Checklist",
    title="Checklist",
    note="Every criterion of this assessment, also those not applicable. Weight is F x M; a domain's low is 100 x the sum of earned / the sum of weights of what is applicable.",
    rows="checklist",
    empty="None: no criterion of the domains in scope concerns this unit and mission.",
    fixed=1,
    columns=(
        Column("Criterion", "id", 15, to="Gaps"),
        Column("Domain", "domain", 16),
        Column("Topic", "topic", 18),
        Column("Requirement", "requirement", 40),
        Column("Force", "force", 13, "centre"),
        Column("Critical", "critical", 8, "centre"),
        Column("Answer", "answer", 30, to="Answers", by="question"),
        Column("State", "state", 12, "tone"),
        Column("Why open or not applicable", "why_state", 26),
        Column("Evidence", "evidence", 13, "centre"),
        Column("s", "credit", 6, "plain number"),
        Column("F", "force_weight", 6, "whole"),
        Column("M", "multiplier", 6, "two decimals"),
        Column("Weight", "weight", 9, "two decimals"),
        Column("Earned", "earned", 9, "two decimals"),
        Column("Why M is raised", "why_raised", 26),
        Column("Met when", "met_when", 42),
        Column("Partly met when", "partly_when", 36),
        Column("Citation", "citation", 28, to="Sources", by="source"),
        Column("Requirement established", "grounds", 14),
        Column("Figures in it", "threshold", 14),
        Column("Why it applies", "why_applies", 28),
    ),
    breaks=("State", "Met when"),
    scale=76,
)
