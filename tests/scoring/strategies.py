"""Random small assessments for property tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.scoring.build import AS_OF, DEPLOYS, Spec, answer, checklist, record
from tna.assessment.record import GRADES, Action, Answer, Record
from tna.content.models import Depth, Force, Kind
from tna.tailoring import Checklist

FORCES: list[Force] = ["mandatory", "recommended", "good_practice"]
CAUSES: list[tuple[Kind, ...]] = [("training",), ("equipment",), ("leadership", "training")]


@dataclass(frozen=True)
class Drawn:
    """Criteria with an answer each (``-`` for none), and what was decided about them."""

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


def some(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


def answers(words: list[str]) -> st.SearchStrategy[Answer]:
    dates: st.SearchStrategy[date | None] = st.none() | st.dates(AS_OF - timedelta(days=900), AS_OF)
    return st.builds(answer, st.sampled_from(words), evidence=st.none() | st.sampled_from(GRADES), evidence_date=dates)


actions = st.builds(
    Action,
    what=st.sampled_from(["", "Train them."]),
    due=st.sampled_from([None, DEPLOYS - timedelta(days=1), DEPLOYS]),
    accepted_by=st.sampled_from([None, "Col. A", "Col. A"]),
)


def specs(place: int) -> st.SearchStrategy[Spec]:
    return st.builds(
        Spec,
        st.just(f"A-{place}"),
        domain=st.sampled_from(["alpha", "beta", "gamma"]),
        force=st.sampled_from(FORCES),
        critical=st.sampled_from([False, False, False, True]),
        threat=st.sampled_from(["", "low", "moderate", "high"]),
        kind=st.sampled_from(["training", "equipment"]),
        lead=st.sampled_from([None, 0, 10, 40, 80]),
    )


@st.composite
def assessments(
    draw: st.DrawFn, words: tuple[str, ...] = ("yes", "yes", "yes", "partly", "no", "?", "na"), gaps: bool = True
) -> Drawn:
    """One to twelve criteria; ``gaps`` allows open ones. Good answers are the more frequent, so that every band comes up."""
    size = draw(st.integers(1, 12))
    given = answers(list(words))
    mostly = given if not gaps else st.one_of(given, given, given, given, st.none())
    return Drawn(
        specs=tuple(draw(specs(place)) for place in range(size)),
        answers=tuple(draw(mostly) for _ in range(size)),
        actions=tuple(draw(st.none() | actions) for _ in range(size)),
        causes=tuple(draw(st.none() | st.sampled_from(CAUSES)) for _ in range(size)),
        depth=draw(st.sampled_from(["full", "full", "screen"])),
    )
