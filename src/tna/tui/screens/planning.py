"""The forms about a gap, its action and its cause; and the way to the report."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

from tna.assessment.record import Action, Cause
from tna.content.reference import Kind
from tna.scoring.result import Result
from tna.tui.dossier import Dossier
from tna.tui.screens.asking import optional, optional_day
from tna.tui.screens.form import FormScreen
from tna.tui.widgets.choices import numbered
from tna.tui.widgets.fields import ChoiceField, TypedField

ENDING = ".xlsx"
ACTION_GUIDE = (
    "What is to be done about the gap, which post does it, by when, and who agreed. It counts in the forecast when it "
    "is accepted, due in time, and can be done by then. Empty the first line to take the action back."
)
CAUSE_GUIDE = (
    "Why the gap exists, where it is not the usual cause. Digits pick causes, one or several. Training closes a gap alone only "
    "where training is its only cause."
)
EXPORT_GUIDE = (
    "Where the report goes: a folder that is there, and a new name that ends in .xlsx. A file that is there already is "
    "never written over."
)
KINDS: tuple[Kind, ...] = get_args(Kind)


def action(dossier: Dossier, criterion: str) -> FormScreen:
    """Asks what is to be done about a gap; empty words take an action back."""
    now = dossier.record.actions.get(criterion, Action())
    content = dossier.checklist.item[criterion].criterion
    suggestion = content.action or ""
    remedies = "; ".join(dossier.catalogue.remedies[remedy].title for remedy in content.remedies)
    due = dossier.deployment
    before = f"before {due}" if due else "year-month-day"
    return FormScreen(
        f"Action on {criterion}",
        guide=ACTION_GUIDE,
        fields=[
            TypedField("what", "What", str, value=now.what or suggestion, placeholder="what is to be done"),
            TypedField("owner", "Owner", optional, value=now.owner or "", placeholder="the post that does it"),
            TypedField("due", "Due", optional_day, value=str(now.due or ""), placeholder=before),
            TypedField(
                "accepted_by", "Accepted by", optional, value=now.accepted_by or "", placeholder="who agreed to it"
            ),
        ],
        about=f"{content.requires} What closes it: {remedies}",
    )


def cause(dossier: Dossier, criterion: str) -> FormScreen:
    """Asks why a gap exists, and why the assessor says so."""
    now = dossier.record.causes.get(criterion, Cause())
    usual = dossier.checklist.item[criterion].criterion.kind
    options = numbered([(kind, kind) for kind in KINDS])
    return FormScreen(
        f"Cause of {criterion}",
        guide=CAUSE_GUIDE,
        fields=[
            ChoiceField("causes", "Causes", options, now.causes or (usual,), several=True),
            TypedField("reason", "Reason", str, value=now.reason, placeholder="what shows it"),
        ],
        about=f"The usual cause is {usual}. Training closes a gap alone only where training is its only cause.",
    )


def as_cause(filled: dict[str, Any]) -> Cause:
    """What was filled in, as a cause, in the order of the kinds."""
    return Cause(causes=tuple(kind for kind in KINDS if kind in filled["causes"]), reason=filled["reason"])


def export(dossier: Dossier, today: date) -> FormScreen:
    """Asks for the file of the report; a file that is there already is never written over."""
    mission = "" if dossier.alone else f"{dossier.assessment.mission}-"
    words = f"{dossier.assessment.unit_name}-{mission}{today}"
    proposed = _free(Path.cwd() / f"gap-report-{re.sub(r'[^A-Za-z0-9-]+', '-', words).strip('-')[-80:]}.xlsx")
    field = TypedField("file", "File", new_file, value=str(proposed))
    return FormScreen(
        "Gap report",
        [field],
        guide=EXPORT_GUIDE,
        about="An Excel workbook, drawn from the answers as they stand.",
        verb="writes",
    )


def _free(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free


def new_file(typed: str) -> Path:
    """A workbook that is not there yet, in a folder that is.

    Raises:
        ValueError: with what is wrong.
    """
    if not typed:
        raise ValueError("write where the report goes")
    path = Path(typed).expanduser()
    if ENDING in path.name.lower().removesuffix(ENDING):
        raise ValueError(f"{ENDING} stands inside the name {path.name}: it belongs at its end, once")
    path = path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)
    if path.exists():
        raise ValueError(f"{path.name} is there already; choose another name")
    if not path.parent.is_dir():
        raise ValueError(f"there is no folder {path.parent}")
    return path


def write_report(dossier: Dossier, result: Result, file: Path) -> None:
    """Writes the gap report of a result.

    Raises:
        Refusal: the file cannot be written.
    """
    from tna.reports import write_report as write

    broken = dossier.store.broken(dossier.assessment.id)
    write(file, dossier.assessment, dossier.checklist, dossier.record, result, broken)
