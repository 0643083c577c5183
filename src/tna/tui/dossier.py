"""An assessment that is open on the screen: what was asked and answered, and how to add to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tna.assessment.events import SCOPE_SUBJECT, Body, EventKind
from tna.assessment.record import Action, Answer, AnswerValue, Assessment, Cause, Record, Scope
from tna.assessment.situation import Situation
from tna.assessment.values import with_value
from tna.content.models import DEPLOYMENT_DATE, NO_MISSION, Catalogue, Depth
from tna.pinned import checklist_under, pin_of, pinned_catalogue
from tna.scoring import live
from tna.scoring.result import Live
from tna.tailoring import Placed

if TYPE_CHECKING:
    from tna.store import Store


class Dossier:
    """Every method that writes returns when the entry is on the disk, and raises StoreError when it could not be."""

    def __init__(self, store: Store, catalogue: Catalogue, assessment: Assessment) -> None:
        self.store = store
        self.present = catalogue
        self.catalogue = catalogue
        self.assessment = assessment
        self.scope: Scope | None = None
        self.reread()

    def reread(self) -> None:
        """Reads the record anew: another program may have written, or have adopted another edition."""
        record = self.store.record(self.assessment.id)
        kept = pinned_catalogue(self.store, pin_of(self.assessment, record), self.present)
        if kept is not None and kept.digest != self.catalogue.digest:
            self.catalogue, self.scope = kept, None
        self._hold(record)

    def _hold(self, record: Record) -> None:
        scope = record.scope or self.assessment.scope
        if scope != self.scope:
            self.checklist = checklist_under(self.catalogue, self.assessment, record)
            self.scope = scope
        self.record = record
        self.situation = Situation(self.checklist, record)
        self.__dict__.pop("live", None)

    @property
    def older(self) -> str:
        """A sentence when it is judged under another edition than the one in use, else nothing."""
        pin = pin_of(self.assessment, self.record)
        if pin.digest == self.present.digest:
            return ""
        if self.catalogue is self.present:
            return (
                f"It was made under edition {pin.edition}, which is not kept here: it is judged under the present one."
            )
        return f"It is judged under its own edition {pin.edition}. What the content in use changes: tna rescore."

    @property
    def alone(self) -> bool:
        """Whether it is assessed by itself, without a mission."""
        return self.assessment.mission == NO_MISSION

    @cached_property
    def live(self) -> Live:
        """States, domains and show-stoppers now."""
        return live(self.situation)

    @property
    def deployment(self) -> date | None:
        """The deployment date, when it is known."""
        day = self.situation.facts.get(DEPLOYMENT_DATE)
        return day if isinstance(day, date) else None

    @property
    def answered(self) -> int:
        """How many of the questions that are asked have an answer."""
        return len(self.situation.walk) - len(self.situation.open)

    def put(self, question: str, **changes: Any) -> Answer:
        """Writes the answer to a question with these fields changed, and gives it back as written."""
        body = Answer.model_validate(dict(self.situation.answer(question)) | changes)
        self._write("answer", question, body)
        self._hold(replace(self.record, answers={**self.record.answers, question: body}))
        return body

    def put_value(self, question: str, value: AnswerValue) -> Answer:
        """Writes a value; evidence that was given for another value is left behind."""
        return self.put(question, **dict(with_value(self.situation.answer(question), value)))

    def put_dont_know(self, question: str) -> Answer:
        """Writes *don't know*."""
        return self.put(question, status="dont_know", value=None, na_reason=None)

    def put_not_applicable(self, question: str, reason: str) -> Answer:
        """Writes *not applicable*, with its reason."""
        return self.put(question, status="not_applicable", value=None, na_reason=reason)

    def put_action(self, criterion: str, action: Action) -> None:
        """Writes what is to be done about a gap."""
        self._write("action", criterion, action)
        self._hold(replace(self.record, actions={**self.record.actions, criterion: action}))

    def put_cause(self, criterion: str, cause: Cause) -> None:
        """Writes why a gap exists."""
        self._write("cause", criterion, cause)
        self._hold(replace(self.record, causes={**self.record.causes, criterion: cause}))

    def put_depth(self, depth: Depth) -> None:
        """Changes how deep the assessment goes; every answer is kept."""
        scope = Scope(depth=depth, domains=self.checklist.domains)
        self._write("scope", SCOPE_SUBJECT, scope)
        self._hold(replace(self.record, scope=scope))

    def undo(self) -> str | None:
        """Takes back the last entry that this device made, and says what it was about; None when there is none."""
        event = self.store.undo(self.assessment.id)
        if event is None:
            return None
        self.reread()
        return event.subject

    def _write(self, kind: EventKind, subject: str, body: Body) -> None:
        self.store.append(self.assessment.id, kind, subject, body)

    def last_answered(self) -> str | None:
        """The question of the newest answer that has a value."""
        for event in reversed(self.store.events(self.assessment.id)):
            if event.kind == "answer":
                return event.subject
        return None

    def resume_at(self, left_at: str | None) -> str:
        """Where to go on: the question that was left, else the one after the newest answer, else the first open one."""
        walk = [placed.id for placed in self.situation.walk]
        if left_at in walk:
            return str(left_at)
        newest = self.last_answered()
        if newest in walk:
            closed = self.situation.answer(newest).status != "open"
            return walk[min(walk.index(newest) + closed, len(walk) - 1)]
        return next((placed.id for placed in self.situation.open), walk[0])

    def title(self, placed: Placed) -> str:
        """The title of the domain of a question."""
        return self.catalogue.domain_titles.get(placed.domain, placed.section)
