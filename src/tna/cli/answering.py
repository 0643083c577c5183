"""`tna questions | answer | answers | walk`: the questionnaire without a screen."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tna.assessment.events import Entry, Event
from tna.assessment.record import GRADES, Answer
from tna.assessment.situation import Situation
from tna.assessment.values import BadValue, not_applicable, parse_value, what_fits, with_value
from tna.cli.session import AsJson, AssessmentId, optional_day, pick, say, session_of, show, show_json, show_table
from tna.content.models import Question
from tna.content.words import answer_words
from tna.errors import Refusal
from tna.tailoring import Checklist

DONT_KNOW = "?"


def register(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    for command in (questions, answer, answers, walk):
        app.command()(command)


def questions(
    context: typer.Context,
    assessment: AssessmentId,
    open_only: Annotated[bool, typer.Option("--open", help="Only those without an answer.")] = False,
    json: AsJson = False,
) -> None:
    """Lists the questions that apply to the unit, in the order of the walk."""
    _, checklist, record = session_of(context).load(assessment)
    situation = Situation(checklist, record)
    waiting = {placed.id for placed in situation.open}
    rows = [
        {
            "id": placed.id,
            "domain": placed.domain,
            "section": placed.section,
            "ask": placed.question.ask,
            "type": placed.question.type,
            "open": placed.id in waiting,
        }
        for placed in situation.walk
        if placed.id in waiting or not open_only
    ]
    if json:
        show_json(rows)
    else:
        takes = {placed.id: what_fits(placed.question) for placed in situation.walk}
        table = [(row["id"], "open" if row["open"] else "", row["ask"], takes[str(row["id"])]) for row in rows]
        show_table(("question", "", "asks", "takes"), table)
        say(f"{len(rows)} questions, {len(waiting)} open")


def answer(
    context: typer.Context,
    assessment: AssessmentId,
    pairs: Annotated[list[str], typer.Argument(metavar="QUESTION=VALUE ...", help="'?' is don't know.")],
    na: Annotated[str | None, typer.Option("--na", metavar="REASON", help="Not applicable, and why.")] = None,
    evidence: Annotated[str | None, typer.Option(metavar="GRADE", help=", ".join(GRADES) + ".")] = None,
    ref: Annotated[str | None, typer.Option(help="Where the evidence is kept.")] = None,
    evidence_date: Annotated[str | None, typer.Option(metavar="DATE", help="The day of the evidence.")] = None,
    valid_until: Annotated[str | None, typer.Option(metavar="DATE", help="The day it lapses, if it names one.")] = None,
    note: Annotated[str | None, typer.Option(help="A remark.")] = None,
    author: Annotated[str | None, typer.Option(help="Who answers.")] = None,
) -> None:
    """Answers questions: all of them, or, when one does not fit, none.

    A value is a word, a number, a date, or keys with commas between, as `tna questions` lists them; '?' is don't know.
    With --na only the names of the questions are given. Evidence belongs to a value: when the value changes, give it
    again. For example:

    tna answer 3f2 medical.kit_share=92 --evidence documented --ref "inspection sheet 4" --evidence-date 2026-11-14
    """
    session = session_of(context)
    found, checklist, record = session.load(assessment)
    given: dict[str, Any] = {
        "evidence": None if evidence is None else pick("grade of evidence", evidence, GRADES),
        "ref": ref,
        "evidence_date": optional_day(evidence_date, "--evidence-date"),
        "valid_until": optional_day(valid_until, "--valid-until"),
        "note": note,
    }
    given = {name: value for name, value in given.items() if value is not None}
    entries = []
    for pair in pairs:
        name, equals, text = pair.partition("=")
        question = _question(checklist, name)
        before = record.answers.get(question.id, Answer())
        body = _answer(question, text if equals else None, na, before).model_copy(update=given)
        entries.append(Entry("answer", question.id, body))
        if (before.ref and not body.ref) or _grade(before) > _grade(body):
            say(f"note: {question.id}: the evidence was for the earlier answer; give it again if it still holds")
    session.store.append_many(found.id, entries, author=author)
    _confirm(Situation(checklist, session.store.record(found.id)), [entry.subject for entry in entries])


def answers(
    context: typer.Context,
    assessment: AssessmentId,
    history: Annotated[bool, typer.Option("--history", help="Every entry, the oldest first.")] = False,
    json: AsJson = False,
) -> None:
    """Lists the answers as they are stored."""
    session = session_of(context)
    found = session.store.find(assessment)
    entries = [event for event in session.store.events(found.id) if event.kind == "answer"]
    latest = {event.subject: event for event in entries}
    rows = [_row(event) for event in entries if history or latest[event.subject] is event]
    if not history:
        rows = [row for row in rows if row["status"] != "open" or row["note"] or row["flag"]]
    if json:
        show_json(rows)
        return
    for row in rows:
        value = {"dont_know": "don't know", "not_applicable": f"not applicable: {row['na_reason']}", "open": "open"}
        show(f"{row['question']}: {value.get(row['status'], row['value'])}  [{row['evidence'] or '-'}] {row['at']}")


def walk(
    context: typer.Context,
    assessment: AssessmentId,
    plain: Annotated[bool, typer.Option("--plain", help="Plain prompts: for screen readers and slow links.")] = False,
) -> None:
    """Walks through the questions, from where it was left."""
    session = session_of(context)
    found = session.store.find(assessment)
    if plain:
        from tna.cli.plain import PlainWalk

        PlainWalk(session, found).run()
        return
    from tna.tui import run

    session.close()
    run(content=session.content, db=session.db, assessment=found.id, walk=True)


def _question(checklist: Checklist, name: str) -> Question:
    if name in checklist.placed:
        return checklist.placed[name].question
    if name in checklist.catalogue.questions:
        raise Refusal(f"{name} is not asked of {checklist.unit.name} in {checklist.mission.id} at this depth and scope")
    return checklist.placed[pick("question", name, checklist.placed)].question


def _answer(question: Question, text: str | None, na: str | None, before: Answer) -> Answer:
    """The answer that a pair gives, with the note and the flag of the one before."""
    if na is not None and text is not None:
        raise Refusal(f"{question.id}: give a value or --na, not both")
    kept = {"note": before.note, "flag": before.flag}
    if text == DONT_KNOW:
        return Answer(status="dont_know", **kept)
    try:
        if na is not None:
            return not_applicable(question, na).model_copy(update=kept)
        if text is None:
            raise BadValue(f"write {question.id}=VALUE, {what_fits(question)}")
        return with_value(before, parse_value(question, text))
    except BadValue as error:
        raise Refusal(f"{question.id}: {error}; nothing was stored") from None


def _grade(answer: Answer) -> int:
    return GRADES.index(answer.evidence or "declared")


def _confirm(situation: Situation, names: list[str]) -> None:
    """Says what is kept, and what of it decides nothing for now."""
    for name in names:
        show(f"{name}: {_in_words(situation.checklist.placed[name].question, situation.answer(name))}")
    for name in names:
        if situation.asked(name) is not True:
            say(f"note: {name} is not asked of this unit as things stand; the answer is kept and decides nothing")


def _in_words(question: Question, entry: Answer) -> str:
    if entry.status == "value":
        return answer_words(question, entry.value)
    return "don't know" if entry.status == "dont_know" else f"not applicable: {entry.na_reason}"


def _row(event: Event) -> dict[str, Any]:
    body = event.body.model_dump(mode="json")
    return {
        "question": event.subject,
        "status": body["status"],
        "value": body["value"],
        "na_reason": body["na_reason"],
        "evidence": body["evidence"],
        "ref": body["ref"],
        "evidence_date": body["evidence_date"],
        "valid_until": body["valid_until"],
        "note": body["note"],
        "flag": body["flag"],
        "author": event.author,
        "at": event.at.isoformat(),
    }
