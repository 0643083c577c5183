"""The walk as plain lines, for screen readers, slow links and dumb terminals."""

from __future__ import annotations

from tna.assessment.record import Answer, Assessment
from tna.assessment.situation import Situation
from tna.assessment.values import BadValue, not_applicable, parse_value, what_fits
from tna.cli.session import Session, say, show
from tna.content.models import Question
from tna.content.words import answer_words, describe
from tna.errors import Refusal
from tna.tailoring import Checklist, Placed

KEYS = (
    "Type the answer. Or: ? don't know; x REASON not applicable; w why it is asked; s skip; b back; u undo; q stop. "
    "Every answer is kept at once."
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

    def run(self) -> None:
        """Asks every open question in turn; the end of the input stops it, and nothing is lost."""
        show(f"{self.assessment.unit_name}, {self.assessment.mission}. {KEYS}")
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
            case "b":
                self._go_back(placed, situation)
            case "u":
                self._undo(placed)
            case _:
                body = _answer(placed.question, line, word, rest)
                self.session.store.append(self.assessment.id, "answer", placed.id, body)

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
    """A line of input; None at its end."""
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        return None


def _put(question: Question, answer: Answer, left: int) -> None:
    show()
    show(f"[{left} open] {question.ask}")
    for key, label in question.options.items():
        show(f"  {key}: {label}")
    for level, label in enumerate(question.levels):
        show(f"  {level}: {label}")
    if question.hint:
        show(f"  {question.hint}")
    if answer.status == "value":
        show(f"  Now: {answer_words(question, answer.value)}")
    none = "; a comma alone is none of them" if question.type == "multi_choice" else ""
    show(f"  Takes {what_fits(question)}{none}.")


def _answer(question: Question, line: str, word: str, rest: str) -> Answer:
    if line == "?":
        return Answer(status="dont_know")
    if word == "x":
        return not_applicable(question, rest)
    return Answer(status="value", value=parse_value(question, line), evidence="declared")


def _why(checklist: Checklist, placed: Placed) -> None:
    for name in placed.criteria:
        criterion = checklist.item[name].criterion
        stop = "; show-stopper" if criterion.critical else ""
        show(f"  {criterion.id}: {criterion.requires} ({criterion.force.replace('_', ' ')}{stop})")
        show(f"    Met when {describe(criterion.met_when, checklist.catalogue)}.")
        for cite in criterion.cites:
            source = checklist.catalogue.sources[cite.source]
            show(f"    {source.title}{f', {cite.at}' if cite.at else ''} ({criterion.grounds})")
        show(f"    If not: {criterion.consequence}")
