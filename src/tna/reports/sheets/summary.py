"""Summary: one A4 page that is read in a minute."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tna.reports.cells import Pen, Plain
from tna.reports.data import ReportData
from tna.reports.grid import place
from tna.reports.heights import tall
from tna.reports.look import LOOKS, TONES, Looks
from tna.reports.rows.gaps import GapRow
from tna.reports.rows.headline import DISCLAIMER
from tna.reports.rows.sums import DomainRow
from tna.reports.sheets import checklist
from tna.reports.sheets.chart import domain_chart
from tna.reports.text import short
from tna.reports.words import counted

NAME = "Summary"
BANDS_SAID = (
    "D4 from 85 %, D3 from 70 %, D2 from 50 %, D1 below, or with a show-stopper not met. "
    "Solid: low. Light: what open answers may add."
)
REDUCED_SAID = " * Scope reduced: over a tenth of its weight was set not applicable."
COLUMNS, WIDTH = 12, 9.2
LISTED = 5
"""How many show-stoppers and how many further gaps the page names."""

SEE = {"Not applicable and open": "Open points"}
"""What a link to a sheet says where the name of the sheet does not fit."""

Part = tuple[int, int, Plain, str, str | None]
"""A part of a line: first and last column, value, look, link."""


class Page:
    """The page, filled line by line from the top."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self.pen = Pen(sheet, looks)
        self.row = 1
        for number in range(1, COLUMNS + 1):
            sheet.column_dimensions[get_column_letter(number)].width = WIDTH

    def line(self, *parts: Part, least: float = 15) -> None:
        """A line of parts, as tall as the tallest of its texts."""
        texts = [
            (value, WIDTH * (last - first + 1), look) for first, last, value, look, _ in parts if isinstance(value, str)
        ]
        for first, last, value, look, link in parts:
            self.pen.span(self.row, (first, last), value, look, link)
        self.pen.height(self.row, tall([text for text in texts if LOOKS[text[2]].wrap], least))
        self.row += 1

    def text(self, value: str, look: str = "body", see: str = "", least: float = 14) -> None:
        """A line of one text, and the sheet to see for it at its end; nothing when there is no text."""
        if value:
            parts: list[Part] = [(1, COLUMNS - 2 if see else COLUMNS, value, look, None)]
            parts += [(COLUMNS - 1, COLUMNS, SEE.get(see, see), "go", f"'{see}'!A1")] if see else []
            self.line(*parts, least=least)

    def heading(self, value: str) -> None:
        """A heading, with room above it."""
        self.line((1, COLUMNS, value, "heading", None), least=20)

    def space(self, points: float = 6) -> None:
        """Room between two blocks."""
        self.pen.height(self.row, points)
        self.row += 1


def draw(sheet: Worksheet, looks: Looks, data: ReportData) -> None:
    """Fills the sheet."""
    page = Page(sheet, looks)
    _head(page, data)
    _tiles(page, data)
    _stoppers(page, data)
    _domains(page, data)
    _gaps(page, data)
    _standing(page, data)
    _sign_off(page)
    sheet.print_area = f"A1:{get_column_letter(COLUMNS)}{page.row - 1}"


def _head(page: Page, data: ReportData) -> None:
    head = data.headline
    page.text(f"Gap report: {short(head.unit, 60)}", "title", least=28)
    page.text(f"{data.unit} for {data.mission}", "subject", least=15)
    page.text(head.deployment, "subtitle", least=18)
    page.text("DECISION ASKED", "label", least=15)
    page.text(head.decision, "decision", least=24)
    page.space()
    page.line(
        (1, 4, head.band, f"big {TONES[head.band_code]}", None),
        (5, COLUMNS, head.meaning, "body strong", None),
        least=32,
    )
    page.text(head.rule, "body", "Method")
    page.text(head.weighting, "body", "Method")
    page.text(
        "; ".join(data.broken[:1]) and f"The log of answers is damaged: {short('; '.join(data.broken), 150)}", "warning"
    )
    page.space()


def _tiles(page: Page, data: ReportData) -> None:
    head = data.headline
    tiles = (
        (head.index, f"Index, mean of the domains. {head.why_range}", "'Method'!A1"),
        (head.stoppers_met, head.stoppers_beside, "'Show-stoppers'!A1"),
        (head.coverage, "coverage: the share of the weight that is answered", "'Not applicable and open'!A1"),
        (head.training, head.training_sentence, "'Gaps'!A1"),
    )
    page.line(*((3 * n + 1, 3 * n + 3, value, "tile", link) for n, (value, _, link) in enumerate(tiles)), least=28)
    page.line(*((3 * n + 1, 3 * n + 3, caption, "caption", None) for n, (_, caption, _) in enumerate(tiles)), least=26)


def _stoppers(page: Page, data: ReportData) -> None:
    found = data.open_stoppers
    page.heading("Show-stoppers: critical requirements that are not met, partly met or unanswered")
    if not found:
        none = f"None: all {len(data.stoppers)} are met." if data.stoppers else "None apply to this unit and mission."
        page.text(none)
    order = data.orders["Show-stoppers"]
    for row in found[:LISTED]:
        page.line(
            (1, 2, row.id, "row link", place("Show-stoppers", order[row.id])),
            (3, 4, row.state, f"row {TONES[row.state]}", None),
            (5, 10, short(row.requirement, 170), "row", None),
            (11, COLUMNS, _in_time(row.in_time), "row", None),
        )
    _more(page, len(found), "Show-stoppers")


def _domains(page: Page, data: ReportData) -> None:
    page.heading("Domains: low to high, with the band that the low gives")
    if not data.domains:
        page.text("None: no criterion of the domains in scope concerns this unit and mission.")
        return
    top, height = page.row, max(17.0, min(32.0, 104 / (len(data.domains) + 1)))
    heads = ((1, 3, "Domain"), (4, 4, "Low"), (5, 5, "High"), (6, 6, "Band"), (7, 7, "Cover"))
    page.line(
        *((first, last, title, "head" if first == 1 else "head centre", None) for first, last, title in heads),
        least=height,
    )
    for domain in data.domains:
        page.line(*_domain(domain, data), least=height)
    reduced = any(domain.scope_reduced for domain in data.domains)
    page.text(BANDS_SAID + (REDUCED_SAID if reduced else ""), "small")
    chart: Any = domain_chart(len(data.domains))  # whose measures may be fractions of a centimetre
    heights = (page.pen.sheet.row_dimensions[row].height or 15 for row in range(top, page.row - 1))
    chart.height = sum(heights) / 72 * 2.54
    chart.width = (WIDTH * 7 * 5 - 6) / 96 * 2.54
    page.pen.sheet.add_chart(chart, f"H{top}")


def _domain(domain: DomainRow, data: ReportData) -> tuple[Part, ...]:
    order = data.orders["Checklist"]
    rows = place("Checklist", order[domain.first], order[domain.last], len(checklist.GRID.columns))
    title = domain.title + (" *" if domain.scope_reduced else "")
    return (
        (1, 3, title, "row link", rows),
        (4, 4, domain.low if domain.low is not None else "none", "whole per cent", None),
        (5, 5, domain.high if domain.high is not None else "none", "whole per cent", None),
        (6, 6, domain.band, f"row {TONES[domain.band]}", None),
        (7, 7, domain.coverage if domain.coverage is not None else "none", "whole per cent", None),
    )


def _gaps(page: Page, data: ReportData) -> None:
    stoppers = {row.id for row in data.stoppers}
    found = [gap for gap in data.gaps if gap.id not in stoppers]
    page.heading("First five gaps beside the show-stoppers")
    if not found:
        page.text("None.")
    for gap in found[:LISTED]:
        page.line(*_gap(gap, data))
    _more(page, len(found), "Gaps")
    page.text(f"{data.headline.closable} {data.headline.forecast}")


def _gap(gap: GapRow, data: ReportData) -> tuple[Part, ...]:
    owner = short(gap.owner, 30) or "no owner yet"
    return (
        (1, 1, gap.gap_class, f"row {TONES[gap.gap_class]}", None),
        (2, 3, gap.id, "row link", place("Gaps", data.orders["Gaps"][gap.id])),
        (4, 8, short(gap.requirement, 140), "row", None),
        (9, 10, _in_time(gap.in_time), "row", None),
        (11, COLUMNS, f"{owner}\ndue {gap.due}" if gap.due else owner, "row", None),
    )


def _in_time(words: str) -> str:
    """Whether it can be closed in time, in the few words that a cell of the page holds."""
    return words.split(":")[0].replace("Yes, if started by", "In time if begun by").rstrip(".")


def _more(page: Page, count: int, sheet: str) -> None:
    if count > LISTED:
        page.text(f"and {count - LISTED} more", "body", sheet)


def _standing(page: Page, data: ReportData) -> None:
    page.heading("What it rests on")
    page.text(data.headline.evidence, see="Answers")
    page.text(data.headline.scope, see="Not applicable and open")
    for notice, sheet in data.headline.notices:
        page.text(notice, see=sheet)
    page.text(
        f"Content edition {data.edition.edition} of {data.edition.date}; {counted(len(data.sources), 'source')} cited. {DISCLAIMER}",
        "small",
    )


def _sign_off(page: Page) -> None:
    page.space()
    titles = ("Prepared by", "Checked by", "Approved by")
    page.line(
        *((4 * n + 1, 4 * n + 4, f"{title} (name, signature, date)", "sign", None) for n, title in enumerate(titles)),
        least=46,
    )
