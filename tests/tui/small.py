"""A small content folder with a question of every type, for the screens."""

from __future__ import annotations

from pathlib import Path

from tests.content.small import FILES as SMALL

MEDICAL = """\
domain: medical
title: Medical
topics:
- title: Kits
  criteria:
  - id: MED-KIT-01
    requires: Everybody carries a kit.
    force: mandatory
    kind: equipment
    critical: Bleeding kills within minutes.
    met: {medical.kit_share: {at_least: 100}}
    partly: {medical.kit_share: {at_least: 90}}
    raised_by: [mines]
    cites: [{source: COE, at: "chapter 3, annex B"}]
    grounds: recalled
    threshold: inferred
    consequence: A casualty bleeds to death.
    action: Buy the missing kits.
    remedies: [course]
"""
CRITERION = """\
  - id: MED-X-{number:02}
    requires: Requirement {number} of type {kind}.
    force: recommended
    kind: training
    met: {{medical.{kind}: {test}}}
    cites: [{{source: OLD}}]
    grounds: read
    consequence: It fails.
    remedies: [course]
"""
TESTS = {
    "yes_no": "yes",
    "yes_partly_no": "yes",
    "count": "{at_least: 3}",
    "hours": "{at_most: 4}",
    "days": "{at_least: 5}",
    "date": "{before: deployment}",
    "choice": "red",
    "multi_choice": "{includes: [a, b]}",
    "maturity": "{at_least: 3}",
    "extra": "yes",
}
PROFILE = """\
questions:
- {id: unit.strength, ask: How many people deploy?, type: count, min: 1}
- {id: unit.deployment_date, ask: On what date does it deploy?, type: date}
- {id: unit.women, ask: How many are women?, type: count, min: 0}
"""
QUESTIONS = """\
domain: medical
title: Medical
intro: About the unit. Never about a person.
sections:
- title: Kits
  questions:
  - id: medical.kit_share
    ask: What share of the contingent carries a kit?
    type: percent
    hint: Count kits, not orders.
    evidence: [Kit inspection sheet]
- title: All types
  questions:
  - {id: medical.yes_no, ask: Yes or no?, type: yes_no}
  - {id: medical.yes_partly_no, ask: How far?, type: yes_partly_no}
  - {id: medical.count, ask: How many?, type: count, max: 50}
  - {id: medical.hours, ask: How many hours?, type: hours}
  - {id: medical.days, ask: How many days?, type: days}
  - {id: medical.date, ask: On what date?, type: date}
  - {id: medical.choice, ask: Which colour?, type: choice, options: {red: Red, blue: Blue}}
  - {id: medical.multi_choice, ask: Which parts?, type: multi_choice, options: {a: Part A, b: Part B, c: Part C}}
  - {id: medical.maturity, ask: How mature?, type: maturity, levels: [L0, L1, L2, L3, L4]}
  - {id: medical.extra, ask: And the extra?, type: yes_no, when: {medical.yes_no: yes}}
"""


def write(folder: Path) -> Path:
    """Writes the folder and gives it back."""
    files = dict(SMALL)
    more = [
        CRITERION.format(number=number, kind=kind, test=test) for number, (kind, test) in enumerate(TESTS.items(), 1)
    ]
    more[-1] = more[-1].replace("    cites", "    applies: {when: {medical.yes_no: yes}}\n    cites")
    files["standards/medical.yaml"] = MEDICAL + "".join(more)
    files["questionnaires/medical.yaml"] = QUESTIONS
    files["questionnaires/profile.yaml"] = PROFILE
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
