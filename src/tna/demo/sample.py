"""The sample of `tna demo`: an infantry battalion for MINUSCA, with strengths, gaps and unknowns as real ones have."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tna.assessment.events import Entry
from tna.assessment.record import Action, Answer, AnswerValue, Assessment, Grade, Record, Scope
from tna.content.models import Catalogue
from tna.demo.fill import Goal, fill
from tna.pinned import keep_pinned
from tna.scoring import score
from tna.store import Store
from tna.tailoring import Checklist, Placed, tailor

UNIT_TYPE, MISSION, STRENGTH, DAYS = "infantry", "MINUSCA", 850, 98
AUTHOR = "Sample assessor"
PROFILE: dict[str, AnswerValue] = {
    "unit.women": 68,
    "unit.rotation": "yes",
    "unit.tour_months": 12,
    "unit.sites": 5,
    "unit.armed": "yes",
    "unit.drivers": 140,
    "unit.own_medical": "level1",
    "unit.uas": "yes",
    "unit.languages": ["english", "french"],
    "unit.services_of_others": [],
}
SHOW_STOPPERS = 2
"""How many critical criteria the sample leaves unmet."""


def make_sample(catalogue: Catalogue, database: Path, today: date) -> tuple[Assessment, Checklist, Record]:
    """Makes and fills the sample in a database, deploying 98 days from today.

    Raises:
        StoreError: the database cannot be made or written.
    """
    checklist = tailor(catalogue, UNIT_TYPE, MISSION)
    with Store.open(database) as store:
        keep_pinned(store, catalogue)
        assessment = store.create(
            country="Sampleland",
            unit_name="SAMPBAT-1",
            unit_type=UNIT_TYPE,
            mission=MISSION,
            scope=Scope(depth="full", domains=checklist.domains),
            edition=catalogue.edition.edition,
            digest=catalogue.digest,
            strength=STRENGTH,
            deployment_date=today + timedelta(days=DAYS),
            author=AUTHOR,
        )
        sampler = Sampler.of(checklist, today)
        answers = fill(checklist, store.record(assessment.id), sampler.goal, sampler.answer)
        entries = [Entry("answer", name, answer) for name, answer in answers.items() if answer != Answer()]
        store.append_many(assessment.id, entries, author=AUTHOR)
        record = store.record(assessment.id)
        store.append_many(assessment.id, _actions(checklist, record, today), author=AUTHOR)
        return assessment, checklist, store.record(assessment.id)


@dataclass(frozen=True)
class Sampler:
    """Decides by a number drawn from each question's id, so that the sample is the same every time."""

    today: date
    critical: frozenset[str]
    stopped: frozenset[str]

    @classmethod
    def of(cls, checklist: Checklist, today: date) -> Sampler:
        """Picks which critical criteria stay unmet: those that rest on questions of their own, spread over domains."""
        critical = [item for item in checklist.items if item.criterion.critical]
        questions = {name for item in critical for name in item.criterion.rests_on}
        shared = Counter(name for item in critical for name in item.criterion.rests_on)
        alone = [item for item in critical if all(shared[name] == 1 for name in item.criterion.rests_on)]
        by_domain = {item.domain: item for item in sorted(alone, key=lambda item: _draw(item.id))}
        stopped = {name for item in list(by_domain.values())[:SHOW_STOPPERS] for name in item.criterion.rests_on}
        return cls(today, frozenset(questions), frozenset(stopped))

    def goal(self, placed: Placed) -> Goal:
        """What the answer to a question is to show."""
        if placed.id in self.critical:
            return "not_met" if placed.id in self.stopped else "met"
        draw = _draw(placed.id)
        return "met" if draw < 74 else "partly" if draw < 87 else "not_met"

    def answer(self, placed: Placed, value: AnswerValue | None) -> Answer:
        """The answer, with evidence; some are not known, a few do not apply."""
        draw = _draw("answer " + placed.id)
        if placed.question.is_profile:
            value = PROFILE.get(placed.id, value)
        elif placed.id not in self.critical and draw >= 96:
            if draw >= 98:
                return Answer(status="not_applicable", na_reason="Sample: provided by the unit it relieves.")
            return Answer(status="dont_know", note="Sample: asked of the service, no reply yet.", flag=True)
        if value is None:
            return Answer(status="dont_know")
        return Answer(status="value", value=value, **self._evidence(placed, draw))

    def _evidence(self, placed: Placed, draw: int) -> dict[str, object]:
        grade: Grade = "declared" if draw < 30 else "documented" if draw < 70 else "demonstrated"
        if placed.id in self.critical:
            grade = "demonstrated" if draw < 90 else "verified"
        if grade == "declared" or not placed.question.evidence:
            return {"evidence": grade}
        dated = self.today - timedelta(days=_draw("dated " + placed.id) * 4)
        return {"evidence": grade, "ref": f"Sample: {placed.question.evidence[0]}", "evidence_date": dated}


def _actions(checklist: Checklist, record: Record, today: date) -> list[Entry]:
    """Actions on the first gaps, some of them accepted by a commander."""
    entries = []
    for index, gap in enumerate(score(checklist, record, today).gaps[:8]):
        criterion = checklist.item[gap.id].criterion
        title = checklist.catalogue.remedies[criterion.remedies[0]].title
        action = Action(
            what=criterion.action or title,
            owner="S3" if criterion.kind == "training" else "S4",
            due=today + timedelta(days=DAYS - 40),
            accepted_by="Commander" if index % 2 == 0 else None,
        )
        entries.append(Entry("action", gap.id, action))
    return entries


def _draw(text: str) -> int:
    """A number from 0 to 99 that depends on the text alone."""
    return hashlib.sha256(text.encode()).digest()[0] * 100 // 256
