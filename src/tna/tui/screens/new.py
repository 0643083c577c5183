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
from tna.tui.widgets.choices import Choices, Option, numbered
from tna.tui.widgets.entry import DATE, NUMBER
from tna.tui.widgets.fields import ChoiceField, Field, PickField, TypedField
from tna.tui.widgets.threats import mission_words

SECONDS = 20
"""What a question takes, by experience with such lists."""

OFFERED = ("active", "closing")
DEPTHS = {
    "full": "Full: everything that applies",
    "screen": "Screen: only what is critical or mandatory",
}


class NewScreen(Page):
    """The form of a new assessment."""

    GUIDE = (
        "A few facts make an assessment; from them tna works out what applies. Search unit types and missions by typing "
        "any part of their name, choose with the arrows. Digits and space take a domain out, and in again. Enter goes to "
        "the next field and, at the last, makes it. A national training centre is assessed by itself, without a mission."
    )
    BINDINGS = [  # noqa: RUF012
        Binding("enter", "forward", "next field", tooltip="next field; after the last one, make the assessment"),
        Binding("tab", "app.focus_next", "next", show=False),
        Binding("f3", "all_missions", "other missions", tooltip="offer closed and other missions too, or no longer"),
        Binding("escape", "app.pop_screen", "leave", tooltip="leave without making it"),
        Binding("f1", "help", "help", tooltip="this help"),
    ]

    def compose(self) -> ComposeResult:
        """The fields, and what they mean."""
        catalogue = self._catalogue
        yield Static(text(("New assessment", "bold")), id="page-title")
        with Container(id="new"):
            with VerticalScroll(id="new-form", can_focus=False):
                yield TypedField("country", "Country", needed, placeholder="the country that contributes the unit")
                yield TypedField("unit_name", "Unit name", needed, placeholder="such as BANBAT-4")
                yield PickField("unit_type", "Unit type", _units(catalogue), missing="choose a unit type of the list")
                yield PickField("mission", "Mission", self._missions(), missing="choose a mission of the list")
                yield TypedField("strength", "Strength", self._fits(STRENGTH), placeholder="people", allowed=NUMBER)
                day = self._fits(DEPLOYMENT_DATE)
                yield TypedField("deploys", "Deploys on", day, placeholder="year-month-day", allowed=DATE)
                domains, every = _domains(catalogue, None), list(catalogue.domain_titles)
                missing = "choose at least one domain"
                yield ChoiceField("domains", "Domains", domains, every, several=True, missing=missing)
                yield ChoiceField("depth", "Depth", _depths(None), ["full"])
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
        if isinstance(field, PickField):
            every = len(field.names) == len(self._missions())
            field.offer(self._missions(every))
            self.tell("All missions are offered now." if every else "Active missions are offered now.")

    def action_forward(self) -> None:
        """Goes to the next field; from the last one, makes the assessment."""
        fields = [field for field in self.query(Field) if field.display]
        inside = next((field for field in fields if self.focused in field.walk_children()), None)
        if inside is not None and inside is not fields[-1]:
            inside.note(leaving=True)
            self.focus_next()
            return
        wrong = [field for field in fields if not field.note(leaving=True)]
        if wrong:
            wrong[0].query("Entry").first().focus()
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


def _units(catalogue: Catalogue) -> dict[str, str]:
    return {unit.id: unit.name for unit in catalogue.units.values()}


def _domains(catalogue: Catalogue, unit: UnitType | None) -> list[Option]:
    """The domains that a unit type can be assessed in."""
    own = [d for d in catalogue.domain_titles if unit is None or not unit.domains or d in unit.domains]
    return numbered((domain, catalogue.domain_titles[domain]) for domain in own)


def _depths(checklist: Checklist | None) -> list[Option]:
    """The two depths, with their size once unit and mission are known."""
    options = []
    for number, (depth, words) in enumerate(DEPTHS.items(), 1):
        size = f" · {_size(checklist, depth)}" if checklist else ""
        options.append(Option(depth, words + size, str(number)))
    return options


def _size(checklist: Checklist, depth: str) -> str:
    if depth == "screen":
        checklist = tailor(
            checklist.catalogue, checklist.unit.id, checklist.mission.id, checklist.domains, depth="screen"
        )
    questions = len(Situation(checklist, Record()).walk)
    minutes = -(-questions * SECONDS // 60)
    return f"{count(questions, 'question')}, about {count(minutes, 'minute')}"
