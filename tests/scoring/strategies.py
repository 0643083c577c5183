"""Random small assessments for property tests. Choices are multiplied out beforehand: few draws, so that it is fast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import product

from hypothesis import strategies as st

from tests.scoring.build import AS_OF, DEPLOYS, Spec, answer, checklist, record
from tna.assessment.record import Action, Answer, Grade, Record
from tna.content.models import Depth, Force
from tna.content.reference import Kind
from tna.tailoring import Checklist

FORCES: list[Force] = ["mandatory", "recommended", "good_practice"]
KINDS: list[Kind] = ["training", "equipment"]
SPECS = [
    Spec("A-0", domain, force, critical, threat, kind, lead)
    for domain, force, critical, threat, kind, lead in product(
        ["alpha", "beta", "gamma"],
        FORCES,
        [False, False, False, True],
        ["", "low", "moderate", "high"],
        KINDS,
        [None, 0, 10, 40, 80],
    )
]
PROOFS: list[tuple[Grade | None, int | None]] = [
    ("verified", None),
    ("verified", 400),
    ("demonstrated", 10),
    ("demonstrated", None),
    ("demonstrated", 800),
    ("documented", 10),
    ("declared", None),
    (None, None),
]
"""Grades of evidence, and how many days old."""

CAUSES: list[tuple[Kind, ...] | None] = [None, ("training",), ("equipment",), ("leadership", "training")]
ACTIONS = [None] * 6 + [
    Action(what=what, due=due, accepted_by=by)
    for what, due, by in product(
        ["Train them.", ""],
        [DEPLOYS - timedelta(days=1), DEPLOYS, None],
        ["Col. A", None],
    )
]
DECISIONS = list(product(ACTIONS, CAUSES))

MOODS: list[tuple[str, ...]] = [
    ("yes",) * 9 + ("partly", "na", "no"),
    ("yes", "yes", "yes", "partly", "no"),
    ("yes", "partly", "no", "no"),
    ("yes", "yes", "partly", "no", "?", "na", "-"),
]
"""Words to draw answers from; without moods nearly every assessment would be R0 or R1."""


@dataclass(frozen=True)
class Drawn:
    """Criteria with an answer each (None for an open one), and what was decided about them."""

    specs: tuple[Spec, ...]
    answers: tuple[Answer | None, ...]
    actions: tuple[Action | None, ...]
    causes: tuple[tuple[Kind, ...] | None, ...]
    depth: Depth

    @property
    def checklist(self) -> Checklist:
        return checklist(*self.specs, depth=self.depth)

    def record(self, changed: dict[int, Answer | None] | None = None) -> Record:
        """Its record, with the answers at these places changed."""
        final = {**dict(enumerate(self.answers)), **(changed or {})}
        return record(
            {self.specs[place].question: given for place, given in final.items() if given is not None},
            {spec.id: given for spec, given in zip(self.specs, self.actions, strict=True) if given is not None},
            {spec.id: given for spec, given in zip(self.specs, self.causes, strict=True) if given is not None},
        )


def answers(words: Sequence[str]) -> st.SearchStrategy[Answer | None]:
    """One of these words on some evidence, mostly strong and fresh; ``-`` is no answer."""
    return st.sampled_from(list(product(words, PROOFS))).map(_answer)


def _answer(choice: tuple[str, tuple[Grade | None, int | None]]) -> Answer | None:
    word, (grade, days) = choice
    day = None if days is None else AS_OF - timedelta(days=days)
    return None if word == "-" else answer(word, grade, evidence_date=day)


@st.composite
def assessments(draw: st.DrawFn, moods: list[tuple[str, ...]] = MOODS) -> Drawn:
    """One to nine criteria; critical ones are mostly met, since otherwise few bands but R0 and R1 come up."""
    chosen = draw(st.lists(st.sampled_from(SPECS), min_size=1, max_size=9))
    specs = tuple(replace(spec, id=f"A-{place}") for place, spec in enumerate(chosen))
    mood = draw(st.sampled_from(moods))
    hard, gentle = answers(mood), answers(("yes",) * 6 + ("partly", *mood))
    given = tuple(draw(gentle if spec.critical else hard) for spec in specs)
    decided = draw(st.lists(st.sampled_from(DECISIONS), min_size=len(specs), max_size=len(specs)))
    return Drawn(
        specs=specs,
        answers=given,
        actions=tuple(action for action, _ in decided),
        causes=tuple(cause for _, cause in decided),
        depth=draw(st.sampled_from(["full", "full", "screen"])),
    )
