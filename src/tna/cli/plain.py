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


def walk_plainly(session: Session, assessment: Assessment) -> None:
    """Asks every open question in turn on stdin; the end of the input stops it, and nothing is lost."""
    show(f"{assessment.unit_name}, {assessment.mission}. {KEYS}")
    skipped: list[str] = []
    back: list[str] = []
    section = ""
    checklist = session.checklist(assessment, session.store.record(assessment.id))
    while True:
        situation = Situation(checklist, session.store.record(assessment.id))
        placed = _next(situation, skipped, back)
        if placed is None:
            show(f"Done: {len(situation.open)} questions left open. Next: tna score {assessment.id}")
            return
        if placed.section != section:
            section = placed.section
            show()
            show(f"{checklist.catalogue.domain_titles.get(placed.domain, 'The unit')}: {section}")
        _put(placed.question, situation.answer(placed.id), len(situation.open))
        try:
            if not _take(session, assessment, checklist, placed, skipped, back):
                show(f"Stopped; {len(situation.open)} open. Go on with: tna walk {assessment.id} --plain")
                return
        except (BadValue, Refusal) as error:
            say(f"{error}. Nothing was stored.")
            back.append(placed.id)


def _next(situation: Situation, skipped: list[str], back: list[str]) -> Placed | None:
    if back:
        return situation.checklist.placed[back.pop()]
    return next((placed for placed in situation.open if placed.id not in skipped), None)


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
    show(f"  Takes {what_fits(question)}.")


def _take(
    session: Session, assessment: Assessment, checklist: Checklist, placed: Placed, skipped: list[str], back: list[str]
) -> bool:
    """Deals with one line of input; False when the walk is to stop."""
    try:
        line = input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        return False
    word, _, rest = line.partition(" ")
    match word:
        case "q":
            return False
        case "s" | "":
            skipped.append(placed.id)
        case "w":
            _why(checklist, placed)
            back.append(placed.id)
        case "b":
            _go_back(checklist, placed, skipped, back)
        case "u":
            _undo(session, assessment, back)
        case _:
            body = _answer(placed.question, line, word, rest)
            session.store.append(assessment.id, "answer", placed.id, body)
    return True


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


def _go_back(checklist: Checklist, placed: Placed, skipped: list[str], back: list[str]) -> None:
    order = [other.id for other in checklist.questions]
    place = order.index(placed.id)
    back += [placed.id] + ([order[place - 1]] if place else [])
    if placed.id in skipped:
        skipped.remove(placed.id)


def _undo(session: Session, assessment: Assessment, back: list[str]) -> None:
    event = session.store.undo(assessment.id)
    if event is None:
        say("There is nothing to undo.")
    else:
        show(f"  Undone: {event.subject}")
        if event.kind == "answer":
            back.append(event.subject)
