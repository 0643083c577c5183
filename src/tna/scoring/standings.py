"""How each criterion of a checklist stands: its state, and what the rules ask about it (SCORING 1)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tna.assessment.record import Action, Record
from tna.assessment.situation import Situation
from tna.content.conditions import evaluate
from tna.content.models import DEPLOYMENT_DATE
from tna.scoring.evidence import RANK, lowest
from tna.scoring.result import GapAction, NotApplicable, State
from tna.tailoring import Checklist, Item

SETTLED = frozenset({"met", "partly_met", "not_met"})
"""The states of a criterion that its answers have decided."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A criterion as it stands. ``evidence`` is its rank, 1 to 4; 0 while no answer has decided it."""

    item: Item
    state: State
    not_applicable: NotApplicable | None = None
    evidence: int = 0
    action: GapAction | None = None

    @property
    def critical(self) -> bool:
        """Whether it is a show-stopper."""
        return self.item.criterion.critical is not None

    @property
    def mandatory(self) -> bool:
        """Whether its source demands it."""
        return self.item.criterion.force == "mandatory"

    @property
    def is_gap(self) -> bool:
        """Whether it applies and is not fully met."""
        return self.state in ("partly_met", "not_met", "unanswered")

    @property
    def accepted(self) -> bool:
        """Whether somebody accepted an action on it."""
        return self.action is not None and self.action.accepted

    @property
    def accepted_in_time(self) -> bool:
        """The same, and the action is due before the deployment date."""
        return self.accepted and self.action is not None and self.action.in_time


Standings = Sequence[Standing]
"""One for each item of a checklist, in its order."""


@dataclass(frozen=True)
class Case:
    """A checklist, how each of its criteria stands, and the day it is looked at."""

    situation: Situation
    as_of: date
    deployment: date | None
    standings: Standings

    @property
    def checklist(self) -> Checklist:
        """What is assessed."""
        return self.situation.checklist

    def with_closed(self, gaps: Collection[str]) -> Standings:
        """How it would stand with these gaps met; ids that are no gap change nothing."""
        pairs = zip(self.standings, self._all_closed, strict=True)
        return [closed if closed.item.id in gaps else now for now, closed in pairs]

    @cached_property
    def _all_closed(self) -> Standings:
        """Every gap met, on declared evidence: nobody can have seen yet what is still to be done."""
        declared = RANK["declared"]
        return [replace(s, state="met", evidence=declared) if s.is_gap else s for s in self.standings]


def case(checklist: Checklist, record: Record, as_of: date) -> Case:
    """Every criterion of a checklist, as its answers make it stand on a day."""
    situation = Situation(checklist, record)
    deployment = situation.facts.get(DEPLOYMENT_DATE)
    deployment = deployment if isinstance(deployment, date) else None
    standings = [_stand(situation, item, as_of, deployment) for item in checklist.items]
    return Case(situation, as_of, deployment, standings)


def state_of(situation: Situation, item: Item) -> tuple[State, NotApplicable | None]:
    """The state of a criterion, by the table of SCORING 1, in its order.

    Only questions that are asked now can set a criterion not applicable, and only with a reason. A show-stopper cannot
    be set so: it is then unanswered, even where its other answers would meet it.
    """
    criterion = item.criterion
    applies = situation.applies(item)
    if applies is False:
        return "not_applicable", "automatic"
    if applies is None:
        return "unanswered", None
    if ruled_out(situation, item):
        return ("unanswered", None) if criterion.critical else ("not_applicable", "manual")
    met = evaluate(criterion.met_when, situation.facts)
    if met is not False:
        return ("met" if met else "unanswered"), None
    partly = evaluate(criterion.partly_when, situation.facts) if criterion.partly_when else False
    return ("unanswered" if partly is None else "partly_met" if partly else "not_met"), None


def ruled_out(situation: Situation, item: Item) -> list[str]:
    """The questions that it rests on which are asked and were set not applicable, with a reason."""
    found = []
    for question in item.criterion.rests_on:
        answer = situation.answer(question)
        reasoned = answer.status == "not_applicable" and (answer.na_reason or "").strip()
        if reasoned and situation.asked(question) is True:
            found.append(question)
    return found


def _stand(situation: Situation, item: Item, as_of: date, deployment: date | None) -> Standing:
    state, not_applicable = state_of(situation, item)
    answers = [situation.answer(question) for question in item.criterion.rests_on if question in situation.facts]
    action = situation.record.actions.get(item.id)
    return Standing(
        item,
        state,
        not_applicable,
        lowest(answers, as_of) if state in SETTLED else 0,
        _action(action, deployment) if action is not None and action.what.strip() else None,
    )


def _action(action: Action, deployment: date | None) -> GapAction:
    accepted = bool((action.accepted_by or "").strip())
    in_time = action.due is not None and deployment is not None and action.due < deployment
    return GapAction(action.what, action.owner, action.due, action.accepted_by, accepted, in_time)
