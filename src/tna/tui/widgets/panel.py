"""The question panel: one for every type of question, filled anew for each."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tna.assessment.record import Answer, AnswerValue
from tna.assessment.values import parse_value, what_fits
from tna.content.models import CHOICES, Question
from tna.content.words import UNITS
from tna.tailoring import Placed
from tna.tui.dossier import Dossier
from tna.tui.look import ANSWERS, MUTED, Fluid, hang, line, lines, text
from tna.tui.widgets.choices import Choices, Option, numbered
from tna.tui.widgets.entry import DATE, NUMBER, Entry

LABELS = {"yes": ("y", "Yes"), "partly": ("p", "Partly"), "no": ("n", "No")}
NONE = "none of these"
TYPED = frozenset({"count", "percent", "hours", "days", "date", "text"})
ABOUT_UNITS_ONLY = frozenset({"mental_health"})
HINTS = {"date": "year-month-day, such as 2027-03-01"}


class Panel(VerticalScroll):
    """Shows a question and its answer. Picks are told to ``then``; what is typed is asked for by ``typed``."""

    def __init__(self, then: Callable[[list[str], bool], None]) -> None:
        super().__init__(id="panel")
        self._then = then

    def compose(self) -> ComposeResult:
        """Every part that a question may need; those not needed are hidden."""
        yield Static(id="trail")
        yield Static(id="ask")
        yield Choices(then=self._then, widget_id="choices")
        with Horizontal(id="typing"):
            yield Entry(widget_id="entry")
            yield Static(id="unit")
        yield Static(id="problem")
        yield Static(id="guidance")
        yield Static(id="standing")

    def show(self, dossier: Dossier, placed: Placed) -> None:
        """Shows a question with its present answer."""
        self.placed, self.answer = placed, dossier.situation.answer(placed.id)
        question = placed.question
        typed = question.type in TYPED
        self.query_one("#choices").display = not typed
        self.query_one("#typing").display = typed
        self._part("trail", Fluid(lambda width: _trail(dossier, placed, width)))
        self._part("ask", text((question.ask, "bold")))
        self._part("guidance", _guidance(dossier, placed))
        if typed:
            self._offer_entry(question)
        else:
            self.query_one(Choices).offer(options_of(question), self.picked(), several=question.type == "multi_choice")
        self.complain("")
        self.focus_answer()
        self.scroll_home(animate=False)
        self.refresh_answer(dossier)

    def focus_answer(self) -> None:
        """Puts the keys where the answer is given."""
        self.screen.set_focus(self.query_one("#entry" if self.query_one("#typing").display else "#choices"))

    @property
    def writing(self) -> bool:
        """Whether letters are typed, and are no keys of the screen."""
        return self.placed.question.type == "text" and self.query_one(Entry).has_focus

    def refresh_answer(self, dossier: Dossier) -> None:
        """Shows the answer anew, the question staying where it is."""
        self.answer = dossier.situation.answer(self.placed.id)
        self._part("standing", standing(self.answer))

    def _part(self, name: str, shown: Content | Fluid) -> None:
        part = self.query_one(f"#{name}", Static)
        part.update(shown)
        part.display = bool(shown) if isinstance(shown, Content) else True

    def _offer_entry(self, question: Question) -> None:
        entry = self.query_one(Entry)
        entry.fitting = {"text": "", "date": DATE}.get(question.type, NUMBER)
        entry.value = self.stored
        entry.cursor_position = len(entry.value)
        entry.set_class(question.type == "text", "wide")
        unit = "" if question.type == "text" else (UNITS.get(question.type) or question.unit or "").strip()
        fits = HINTS.get(question.type) or what_fits(question)
        self.query_one("#unit", Static).update(text(f"{unit}   " if unit else "", (fits, MUTED)))

    def picked(self) -> list[str]:
        """The keys that are stored, as options."""
        value = self.answer.value if self.answer.status == "value" else None
        if value == []:
            return [NONE]
        return [str(key) for key in value] if isinstance(value, list) else [] if value is None else [str(value)]

    @property
    def stored(self) -> str:
        """What is stored, as one would type it."""
        return "" if self.answer.value is None or self.answer.status != "value" else str(self.answer.value)

    @property
    def changed(self) -> bool:
        """Whether something is typed that is not stored."""
        return bool(self.query_one("#typing").display) and self.query_one(Entry).value.strip() not in ("", self.stored)

    def typed(self) -> AnswerValue:
        """What is typed, as a value.

        Raises:
            BadValue: with what fits.
        """
        return parse_value(self.placed.question, self.query_one(Entry).value)

    def restore(self) -> None:
        """Puts back what is stored."""
        self.query_one(Entry).value = self.stored
        self.complain("")

    def complain(self, problem: str) -> None:
        """Says in the panel what does not fit; nothing when it is empty."""
        self._part("problem", text((problem, "$text-error")))


def options_of(question: Question) -> list[Option]:
    """The options of a question, each under the key that picks it."""
    if question.type in CHOICES:
        return [Option(key, LABELS[key][1], LABELS[key][0]) for key in CHOICES[question.type]]
    if question.type == "maturity":
        return numbered([(str(level), words) for level, words in enumerate(question.levels)], first=0)
    options = numbered(list(question.options.items()))
    return [*options, Option(NONE, "None of these", "0")] if question.type == "multi_choice" else options


def _trail(dossier: Dossier, placed: Placed, width: int) -> Content:
    ids = [each.id for each in dossier.situation.walk]
    place = f"{ids.index(placed.id) + 1} of {len(ids)}" if placed.id in ids else "not asked now"
    title = line(dossier.title(placed))
    where = title if title == placed.section else f"{title} › {line(placed.section)}"
    return hang(text(), text((where, MUTED)), text((place, MUTED)), width)


def _guidance(dossier: Dossier, placed: Placed) -> Content:
    question = placed.question
    rows = [text(question.hint)] if question.hint else []
    if question.evidence:
        rows.append(text(("Look for  ", MUTED), "; ".join(question.evidence)))
    intro = intro_of(dossier, placed)
    if intro:
        rows.append(text((intro, f"italic {MUTED}")))
    return Content("\n\n").join(rows)


def intro_of(dossier: Dossier, placed: Placed) -> str:
    """What a domain says before its questions: all of it at the first; where it guards people, a sentence at each."""
    domain = next((each for each in dossier.catalogue.domains if each.id == placed.domain), None)
    if domain is None or not domain.intro:
        return ""
    first = next(each.id for each in dossier.situation.checklist.questions if each.domain == domain.id)
    sentence, dot, _ = domain.intro.partition(". ")
    if placed.id == first:
        return domain.intro
    return sentence + (dot and ".") if domain.id in ABOUT_UNITS_ONLY else ""


def standing(answer: Answer) -> Content:
    """How a question stands: its answer's state, evidence, note and flag."""
    mark = ANSWERS[answer.status]
    flag = ("   ⚑ flagged", "bold $accent") if answer.flag else ""
    rows = [text(mark.shown(), flag)]
    if answer.na_reason:
        rows.append(text(("set aside: ", MUTED), answer.na_reason))
    if answer.evidence or answer.ref:
        dated = f"dated {answer.evidence_date}" if answer.evidence_date else ""
        until = f"valid until {answer.valid_until}" if answer.valid_until else ""
        parts = [part for part in (answer.evidence, answer.ref, dated, until) if part]
        rows.append(text(("Evidence  ", MUTED), " · ".join(parts)))
    if answer.note:
        rows.append(text(("Note      ", MUTED), answer.note))
    return lines(*rows)
