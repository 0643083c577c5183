"""What a report is made from, with the look-ups that its rows share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tna.assessment.record import Assessment, Record
from tna.assessment.situation import Situation
from tna.content.models import Criterion
from tna.content.words import answer_words
from tna.reports.words import sentence
from tna.scoring.result import CriterionResult, Gap, Result
from tna.tailoring import Checklist


@dataclass(frozen=True)
class Inputs:
    """An assessment, its checklist, its record and its result."""

    assessment: Assessment
    checklist: Checklist
    record: Record
    result: Result

    @cached_property
    def situation(self) -> Situation:
        """The checklist seen with the answers."""
        return Situation(self.checklist, self.record)

    @cached_property
    def criteria(self) -> Mapping[str, CriterionResult]:
        """Each result of a criterion by its id."""
        return {criterion.id: criterion for criterion in self.result.criteria}

    @cached_property
    def gaps(self) -> Mapping[str, Gap]:
        """Each gap by the id of its criterion."""
        return {gap.id: gap for gap in self.result.gaps}

    def title(self, domain: str) -> str:
        """The title of a domain."""
        return self.checklist.catalogue.domain_titles.get(domain, domain)

    def answer(self, question_id: str) -> str:
        """The answer to a question in words."""
        answer = self.situation.answer(question_id)
        if self.situation.asked(question_id) is not True:
            return "not asked: other answers rule it out or leave it open"
        if answer.status == "value":
            return answer_words(self.checklist.catalogue.questions[question_id], answer.value)
        if answer.status == "dont_know":
            return "don't know"
        return f"not applicable: {answer.na_reason}" if answer.status == "not_applicable" else "no answer"

    def answers(self, criterion: Criterion) -> str:
        """The answers that a criterion rests on: alone, or each on a line behind its question."""
        found = criterion.rests_on
        if not found:
            return "follows from the facts about the unit"
        if len(found) == 1:
            return self.answer(found[0])
        asks = self.checklist.catalogue.questions
        return "\n".join(f"{asks[name].ask} {self.answer(name)}" for name in found)

    def citation(self, criterion: Criterion) -> str:
        """Where the requirement is from: each source by title and reference, and the place in it."""
        lines = []
        for citation in criterion.cites:
            source = self.checklist.catalogue.sources[citation.source]
            reference = f" ({source.reference})" if source.reference else ""
            lines.append(f"{source.id}: {source.title}{reference}" + (f", {citation.at}" if citation.at else ""))
        return "\n".join(lines)

    def places(self, criterion: Criterion) -> str:
        """The same, short: ids of sources and places."""
        return "\n".join(cite.source + (f", {cite.at}" if cite.at else "") for cite in criterion.cites)

    def sources(self, criterion: Criterion) -> tuple[str, ...]:
        """The ids of the sources that it cites, each once."""
        return tuple(dict.fromkeys(cite.source for cite in criterion.cites))

    def why_unsettled(self, criterion_id: str) -> str:
        """Why a criterion is unanswered or not applicable, as a sentence; empty otherwise."""
        return sentence(self.criteria[criterion_id].why)
