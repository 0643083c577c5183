"""A small content folder on disk that has no fault, for tests that put one in."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "standards/edition.yaml": """\
edition: "1"
date: 2026-11-25
order: [medical]
""",
    "standards/sources.yaml": """\
sources:
- {id: COE, title: COE Manual, date: "2023"}
- {id: OLD, title: An older manual, status: superseded, superseded_by: COE, review_by: 2020-01-01}
""",
    "standards/missions.yaml": """\
missions:
- id: ALFA
  name: Mission Alfa
  area: Somewhere
  mandate: {resolution: 1 (2026), ends: 2026-12-31}
  threats: {mines: 3, heat: 1}
  threat_reasons: {mines: Roads are mined.}
  tasks: [protection]
- id: BRAVO
  name: Mission Bravo
  area: Elsewhere
  threats: {mines: 0, heat: 2}
""",
    "standards/units.yaml": """\
units:
- {id: infantry, name: Infantry battalion, groups: [contingent]}
- {id: observers, name: Military observers, groups: [individual]}
""",
    "standards/remedies.yaml": """\
remedies:
- {id: course, title: A first-aid course, lead_time_days: 30}
""",
    "standards/medical.yaml": """\
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
    remedies: [course]
  - id: MED-MIN-01
    requires: Everybody knows mines.
    force: recommended
    kind: training
    met: {medical.mine_course: yes}
    applies: {units: [contingent], when: {threat.mines: {at_least: 2}}}
    cites: [{source: COE}]
    grounds: read
    consequence: Somebody steps on one.
    remedies: [course]
""",
    "questionnaires/medical.yaml": """\
domain: medical
title: Medical
intro: About kits.
sections:
- title: Kits
  questions:
  - id: medical.kit_share
    ask: What share of the contingent carries a kit?
    type: percent
    evidence: [Inspection sheet]
  - id: medical.mine_course
    ask: Has everybody passed the mine course?
    type: yes_no
""",
    "questionnaires/profile.yaml": """\
questions:
- {id: unit.women, ask: How many are women?, type: count, min: 0}
""",
}


def write_content(folder: Path, **changes: tuple[str, str]) -> Path:
    """Writes the files; ``changes`` maps a file's stem (``q_`` before a questionnaire's) to (old, new) in its text."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        key = ("q_" if name.startswith("q") else "") + path.stem
        if key in changes:
            old, new = changes[key]
            assert text.count(old) >= 1, f"{old!r} is not in {name}"
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
    return folder
