"""The walk as plain lines, for screen readers, slow links and dumb terminals."""

from __future__ import annotations

import shutil
import sys
import textwrap

from tna.assessment.record import GRADES, Answer, Assessment
from tna.assessment.situation import Situation
from tna.assessment.values import BadValue, not_applicable, parse_value, what_fits, with_value
from tna.cli.session import Session, pick, say, show
from tna.content.models import Question
from tna.content.words import answer_words, describe
from tna.errors import Refusal
from tna.tailoring import Checklist, Placed

KEYS = (
    "Type the answer: its word, its number in the list, or its key; several with commas between. "
    "Or: k don't know; x REASON not applicable; e GRADE REFERENCE evidence for the last answer, such as: e documented "
    "sheet 4; w why it is asked; s skip; b back; u undo; q stop; ? these words. Every answer is kept at once."
)


class PlainWalk:
    """One walk through an assessment, on stdin and stdout."""

    def __init__(self, session: Session, assessment: Assessment) -> None:
        self.session = session
        self.assessment = assessment
        self.checklist = self._tailor()
        self.skipped: set[str] = set()
        self.again: list[str] = []
        """Questions to put before the next open one, the last of them first."""
        self.section = ""
        self.last = ""
        """The question that was answered last, which evidence is for."""

    def run(self) -> None:
        """Asks every open question in turn; the end of the input stops it, and nothing is lost."""
        _tell(f"{self.assessment.unit_name}, {self.assessment.mission}. {KEYS}", "")
        while True:
            situation = Situation(self.checklist, self.session.store.record(self.assessment.id))
            placed = self._next(situation)
            if placed is None:
                show(f"Done: {len(situation.open)} questions left open. Next: tna score {self.assessment.id}")
                return
            self._head(placed)
            _put(placed.question, situation.answer(placed.id), len(situation.open))
            line = _read()
            if line in (None, "q"):
                show(f"Stopped; {len(situation.open)} open. Go on with: tna walk {self.assessment.id} --plain")
                return
            try:
                self._take(placed, line or "", situation)
            except (BadValue, Refusal) as error:
                say(f"{error}. Nothing was stored.")
                self.again.append(placed.id)

    def _tailor(self) -> Checklist:
        return self.session.checklist(self.assessment, self.session.store.record(self.assessment.id))

    def _next(self, situation: Situation) -> Placed | None:
        while self.again:
            name = self.again.pop()
            if situation.asked(name):
                return self.checklist.placed[name]
        return next((placed for placed in situation.open if placed.id not in self.skipped), None)

    def _head(self, placed: Placed) -> None:
        if placed.section != self.section:
            self.section = placed.section
            show()
            show(f"{self.checklist.catalogue.domain_titles.get(placed.domain, 'The unit')}: {self.section}")

    def _take(self, placed: Placed, line: str, situation: Situation) -> None:
        """Does what one line of input says; a Refusal or BadValue says why not."""
        word, _, rest = line.partition(" ")
        match word:
            case "s" | "":
                self.skipped.add(placed.id)
            case "w":
                _why(self.checklist, placed)
                self.again.append(placed.id)
            case "?":
                _tell(KEYS)
                self.again.append(placed.id)
            case "e":
                self._give_evidence(rest)
                self.again.append(placed.id)
            case "b":
                self._go_back(placed, situation)
            case "u":
                self._undo(placed)
            case _:
                body = _answer(placed.question, line, word, rest, situation.answer(placed.id))
                self.session.store.append(self.assessment.id, "answer", placed.id, body)
                self.last = placed.id
                _tell(f"Kept: {_in_words(placed.question, body)}")

    def _give_evidence(self, rest: str) -> None:
        grade, _, ref = rest.partition(" ")
        record = self.session.store.record(self.assessment.id)
        before = record.answers.get(self.last)
        if before is None or before.status != "value":
            raise Refusal("evidence is for the last answer, and there is none yet")
        changes = {"evidence": pick("grade of evidence", grade, GRADES), "ref": ref.strip() or None}
        self.session.store.append(self.assessment.id, "answer", self.last, before.model_copy(update=changes))
        _tell(f"Kept: {self.last} is {changes['evidence']}")

    def _go_back(self, placed: Placed, situation: Situation) -> None:
        place = situation.walk.index(placed)
        self.again.append(placed.id)
        if place:
            self.again.append(situation.walk[place - 1].id)
        else:
            say("This is the first question.")

    def _undo(self, placed: Placed) -> None:
        event = self.session.store.undo(self.assessment.id)
        self.again.append(placed.id)
        if event is None:
            say("There is nothing to undo.")
            return
        show(f"  Undone: {event.subject}")
        if event.kind in ("scope", "pin"):
            self.checklist = self._tailor()
        elif event.kind == "answer" and event.subject != placed.id:
            self.again.append(event.subject)


def _read() -> str | None:
    """A line of input; None at its end, or where there is none to be had."""
    if sys.stdin is None:  # closed by whoever started us
        return None
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        return None


def _put(question: Question, answer: Answer, left: int) -> None:
    show()
    _tell(f"[{left} open] {question.ask}", "")
    for number, (key, label) in enumerate(question.options.items(), start=1):
        _tell(f"{number}  {label} ({key})")
    for level, label in enumerate(question.levels):
        _tell(f"{level}  {label}")
    if question.hint:
        _tell(question.hint)
    if answer.status == "value":
        _tell(f"Now: {answer_words(question, answer.value)}")
    none = " A comma alone is none of them." if question.type == "multi_choice" else ""
    takes = "one of the list, or several with commas between" if question.options else what_fits(question)
    _tell(f"Takes {takes}.{none}")


def _tell(text: str, indent: str = "  ") -> None:
    """A text, broken at the width of the terminal and never inside a word."""
    width = max(30, shutil.get_terminal_size().columns - 1)
    for line in textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent):
        show(line)


def _answer(question: Question, line: str, word: str, rest: str, before: Answer) -> Answer:
    if line == "k":
        return Answer(status="dont_know")
    if word == "x":
        return not_applicable(question, rest)
    return with_value(before, parse_value(question, line))


def _in_words(question: Question, answer: Answer) -> str:
    if answer.status == "value":
        return answer_words(question, answer.value)
    return "don't know" if answer.status == "dont_know" else f"not applicable: {answer.na_reason}"


def _why(checklist: Checklist, placed: Placed) -> None:
    if not placed.criteria:
        _tell("A fact about the unit: it is not judged itself; other questions, figures and lead times depend on it.")
    for name in placed.criteria:
        criterion = checklist.item[name].criterion
        stop = "; show-stopper" if criterion.critical else ""
        _tell(f"{criterion.id}: {criterion.requires} ({criterion.force.replace('_', ' ')}{stop})")
        _tell(f"Met when {describe(criterion.met_when, checklist.catalogue)}.")
        for cite in criterion.cites:
            source = checklist.catalogue.sources[cite.source]
            _tell(f"{source.title}{f', {cite.at}' if cite.at else ''} ({criterion.grounds})")
        _tell(f"If not: {criterion.consequence}")
