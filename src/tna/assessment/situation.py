"""What the answers add up to: which facts are known, which questions are asked, which criteria apply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from tna.assessment.record import Answer, Record
from tna.assessment.values import BadValue, as_fact
from tna.content.conditions import Facts, Value, any_of, evaluate
from tna.content.models import Question
from tna.tailoring import Checklist, Item, Placed

OPEN = Answer()


class Situation:
    """A checklist seen with a record. Three-valued: None is *not known yet*.

    An answer counts as a fact only while its question is asked: what was answered before another answer made it
    irrelevant is kept in the record, but decides nothing.
    """

    def __init__(self, checklist: Checklist, record: Record) -> None:
        self.checklist = checklist
        self.record = record
        self._asked: dict[str, bool | None] = {}
        self._applies: dict[str, bool | None] = {}

    def answer(self, question_id: str) -> Answer:
        """The present answer; an open one when nothing was entered."""
        return self.record.answers.get(question_id, OPEN)

    @cached_property
    def facts(self) -> Facts:
        """Every known fact: of the mission and unit type, and of the answers to questions that are asked."""
        known: dict[str, Value] = dict(self.checklist.setup_facts)
        for placed in self.checklist.questions:
            value = self._fact(placed.question)
            if value is not None:
                known[placed.id] = value
        return known

    @cached_property
    def _settled(self) -> Mapping[str, Value]:
        return _Settled(self)

    def _fact(self, question: Question) -> Value | None:
        answer = self.answer(question.id)
        if answer.status != "value" or answer.value is None or self.asked(question.id) is not True:
            return None
        try:
            return as_fact(question, answer.value)
        except BadValue:  # what does not fit the question decides nothing
            return None

    def asked(self, question_id: str) -> bool | None:
        """Whether the question is put: its own condition holds and a criterion that it serves applies."""
        if question_id not in self._asked:
            placed = self.checklist.placed.get(question_id)
            self._asked[question_id] = False if placed is None else self._ask(placed)
        return self._asked[question_id]

    def _ask(self, placed: Placed) -> bool | None:
        """What decides others is put whenever its own condition holds."""
        own = evaluate(placed.question.relevance, self._settled)
        if own is False or placed.id in self.checklist.deciders or placed.question.is_profile:
            return own
        serves = any_of(self.applies(self.checklist.item[criterion]) for criterion in placed.criteria)
        return serves if own is True else (False if serves is False else None)

    def applies(self, item: Item) -> bool | None:
        """Whether a criterion of the checklist applies, given the answers (SCORING 1)."""
        if item.id not in self._applies:
            self._applies[item.id] = evaluate(item.criterion.applies.condition, self._settled)
        return self._applies[item.id]

    @cached_property
    def walk(self) -> tuple[Placed, ...]:
        """The questions that are put now, in order."""
        return tuple(placed for placed in self.checklist.questions if self.asked(placed.id) is True)

    @cached_property
    def open(self) -> tuple[Placed, ...]:
        """Those of the walk that have no answer yet (*don't know* and *not applicable* are answers)."""
        return tuple(placed for placed in self.walk if self.answer(placed.id).status == "open")


class _Settled(Mapping[str, Value]):
    """Facts looked up one by one, so that a condition may ask about a question whose own condition is not settled yet."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation

    def __getitem__(self, fact: str) -> Value:
        setup = self._situation.checklist.setup_facts
        if fact in setup:
            return setup[fact]
        placed = self._situation.checklist.placed.get(fact)
        value = self._situation._fact(placed.question) if placed else None
        if value is None:
            raise KeyError(fact)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._situation.facts)

    def __len__(self) -> int:
        return len(self._situation.facts)
