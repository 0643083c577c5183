"""New: a few facts, checked as they are typed, with what the choice of unit and mission means beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from tna.assessment.record import Record, Scope
from tna.assessment.situation import Situation
from tna.assessment.values import parse_value
from tna.content.models import DEPLOYMENT_DATE, NO_MISSION, STRENGTH, Catalogue
from tna.content.reference import UnitType
from tna.errors import Refusal
from tna.pinned import keep_pinned
from tna.tailoring import Checklist, tailor
from tna.tui.look import count, text
from tna.tui.screens.asking import needed
from tna.tui.screens.page import Page
from tna.tui.widgets.choices import Choices, Option
from tna.tui.widgets.fields import ChoiceField, Field, TypedField
from tna.tui.widgets.pickfield import PickField
from tna.tui.widgets.threats import mission_words

SECONDS = 20
"""What a question takes, by experience with such lists."""

OFFERED = ("active", "closing")
HINT = "arrows move, space picks"
DEPTHS = {
    "full": "Full: everything that applies",
    "screen": "Screen: only what is critical or mandatory",
}


class NewScreen(Page):
    """The form of a new assessment."""

    GUIDE = (
        "A few facts make an assessment; from them tna works out what applies. Search unit types and missions by typing "
        "any part of their name, choose with the arrows. Among domains and depths the arrows move and space picks: it "
        "takes a domain out, and in again. Enter goes to the next field and, at the last, makes it. A national training "
        "centre is assessed by itself, without a mission."
    )
    BINDINGS = [
        Binding("enter", "forward", "next field", tooltip="next field; after the last one, make the assessment"),
        Binding("tab", "skip", "next", show=False),
        Binding("f3", "all_missions", "other missions", tooltip="offer closed and other missions too, or no longer"),
        Binding("escape", "leave", "leave", tooltip="leave without making it"),
        Binding("f1", "help", "help", tooltip="this help"),
    ]

    _every = False
    """Whether closed and other missions are offered too."""

    def compose(self) -> ComposeResult:
        """The fields, and what they mean."""
        catalogue = self._catalogue
        units = catalogue.units.values()
        yield Static(text(("New assessment", "bold")), id="page-title")
        with Container(id="new"):
            with VerticalScroll(id="new-form", can_focus=False):
                yield TypedField("country", "Country", needed, placeholder="the country that contributes the unit")
                yield TypedField("unit_name", "Unit name", needed, placeholder="such as BANBAT-4")
                yield PickField(
                    "unit_type",
                    "Unit type",
                    {unit.id: unit.name for unit in units},
                    missing="choose a unit type of the list",
                    groups={unit.id: unit.groups for unit in units},
                )
                yield PickField("mission", "Mission", self._missions(), missing="choose a mission of the list")
                yield TypedField("strength", "Strength", self._fits(STRENGTH), placeholder="people")
                day = self._fits(DEPLOYMENT_DATE)
                yield TypedField("deploys", "Deploys on", day, placeholder="year-month-day")
                domains, every = _domains(catalogue, None), list(catalogue.domain_titles)
                missing = "choose at least one domain"
                yield ChoiceField("domains", "Domains", domains, every, several=True, missing=missing, hint=HINT)
                yield ChoiceField("depth", "Depth", _depths(None), ["full"], hint=HINT)
            with VerticalScroll(id="new-about", can_focus=False):
                yield Static(id="about")
        yield from self.foot()

    @property
    def _catalogue(self) -> Catalogue:
        assert self.tna.catalogue is not None
        return self.tna.catalogue

    def _fits(self, question: str) -> Callable[[str], Any]:
        return lambda typed: parse_value(self._catalogue.questions[question], typed)

    def _missions(self, every: bool = False) -> dict[str, str]:
        missions = self._catalogue.missions.values()
        return {m.id: f"{m.id} · {m.area}" for m in missions if every or m.status in OFFERED}

    def on_mount(self) -> None:
        """Starts at the first field."""
        self.query("Entry").first().focus()
        self._show_about()

    def field(self, key: str) -> Field:
        """A field by its key."""
        return next(field for field in self.query(Field) if field.key == key)

    def _chosen(self, key: str) -> str | None:
        field = self.field(key)
        return field.chosen if isinstance(field, PickField) else None

    @property
    def _unit(self) -> UnitType | None:
        chosen = self._chosen("unit_type")
        return self._catalogue.units[chosen] if chosen else None

    @property
    def _mission(self) -> str | None:
        """The mission that was chosen; none, for what is assessed by itself."""
        return NO_MISSION if self._unit and self._unit.domains else self._chosen("mission")

    def _choices(self, key: str) -> Choices:
        field = self.field(key)
        assert isinstance(field, ChoiceField)
        return field.choices

    @on(Field.Changed)
    def _changed(self, event: Field.Changed) -> None:
        if event.field.key == "unit_type":
            self._follow_unit()
        if event.field.key in ("unit_type", "mission", "domains"):
            self._show_about()

    def _follow_unit(self) -> None:
        """What is assessed by itself has no mission, and its own domains alone."""
        alone = bool(self._unit and self._unit.domains)
        if self.field("mission").display == alone:
            self.field("mission").display = not alone
            self.field("deploys").rename("Ready by" if alone else "Deploys on")
            options = _domains(self._catalogue, self._unit)
            self._choices("domains").offer(options, [option.key for option in options], several=True)

    def _show_about(self) -> None:
        unit, mission = self._unit, self._mission
        domains = self._choices("domains").picked
        checklist = tailor(self._catalogue, unit.id, mission, domains) if unit and mission and domains else None
        depth = self._choices("depth")
        depth.offer(_depths(checklist), depth.picked)
        shown = mission_words(self._catalogue, mission, checklist, self.tna.today)
        self.query_one("#about", Static).update(shown)

    def action_all_missions(self) -> None:
        """Offers missions that are closed, or of others than the UN, as well."""
        field = self.field("mission")
        assert isinstance(field, PickField)
        self._every = not self._every
        chosen = {field.chosen: field.names[field.chosen]} if field.chosen else {}
        field.offer(self._missions(self._every) | chosen)
        self.tell("All missions are offered now." if self._every else "Active missions are offered now.")

    @property
    def _fields(self) -> list[Field]:
        return [field for field in self.query(Field) if field.display]

    def _fits_here(self) -> bool:
        """Whether the field in hand fits; says so in it, and below, when it does not."""
        inside = next((field for field in self._fields if field.here), None)
        fits = inside is None or inside.note(leaving=True)
        self.tell("" if fits or inside is None else f"{inside.label} does not fit yet: correct it.", bad=True)
        return fits

    def action_skip(self) -> None:
        """Goes to the next field, and says what does not fit in this one."""
        self._fits_here()
        self.focus_next()

    def action_leave(self) -> None:
        """Leaves; asks first where something is filled in."""
        fields = [field for field in self._fields if isinstance(field, TypedField | PickField)]
        if not any(field.entry.value for field in fields):
            self.app.pop_screen()
            return
        from tna.tui.screens.confirm import ConfirmScreen

        def leave(sure: bool | None) -> None:
            if sure:
                self.app.pop_screen()

        words = "What you filled in is not kept."
        self.app.push_screen(ConfirmScreen("Leave without making an assessment?", words, "leave", "stay here"), leave)

    def action_forward(self) -> None:
        """Goes to the next field, when this one fits; from the last one, makes the assessment."""
        fields = self._fields
        if not fields[-1].here:
            if self._fits_here():
                self.focus_next()
            return
        wrong = [field for field in fields if not field.note(leaving=True)]
        if wrong:
            wrong[0].query("Entry, Choices").first().focus()
            self.tell("Fill in what is marked; nothing was made yet.", bad=True)
            return
        self._make({field.key: field.value for field in fields})

    def _make(self, filled: dict[str, Any]) -> None:
        from datetime import date

        assert self.tna.store is not None
        try:
            keep_pinned(self.tna.store, self._catalogue)
            made = self.tna.store.create(
                country=filled["country"],
                unit_name=filled["unit_name"],
                unit_type=filled["unit_type"],
                mission=filled.get("mission", NO_MISSION),
                scope=Scope(
                    depth=filled["depth"][0],
                    domains=tuple(d for d in self._catalogue.domain_titles if d in filled["domains"]),
                ),
                edition=self._catalogue.edition.edition,
                digest=self._catalogue.digest,
                strength=filled["strength"],
                deployment_date=date.fromisoformat(filled["deploys"]),
            )
        except Refusal as error:
            self.tell(f"Not made: {error}", bad=True)
            return
        self.app.pop_screen()
        self.tna.open_assessment(made.id)


def _domains(catalogue: Catalogue, unit: UnitType | None) -> list[Option]:
    """The domains that a unit type can be assessed in."""
    own = [d for d in catalogue.domain_titles if unit is None or not unit.domains or d in unit.domains]
    return [Option(domain, catalogue.domain_titles[domain], "") for domain in own]


def _depths(checklist: Checklist | None) -> list[Option]:
    """The two depths, with their size once unit and mission are known."""
    options = []
    for depth, words in DEPTHS.items():
        size = f" · {_size(checklist, depth)}" if checklist else ""
        options.append(Option(depth, words + size, ""))
    return options


def _size(checklist: Checklist, depth: str) -> str:
    if depth == "screen":
        checklist = tailor(
            checklist.catalogue, checklist.unit.id, checklist.mission.id, checklist.domains, depth="screen"
        )
    situation = Situation(checklist, Record())
    now = len(situation.walk)
    most = sum(situation.asked(placed.id) is not False for placed in checklist.questions)
    first, last = (-(-number * SECONDS // 60) for number in (now, most))
    if most == now:
        return f"{count(now, 'question')}, about {count(first, 'minute')}"
    minutes = f"{first} to {last} minutes" if first != last else count(first, "minute")
    return f"{now} to about {most} questions, about {minutes}"
