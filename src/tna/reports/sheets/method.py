"""Method: how the result comes about, with this assessment's numbers and formulas that compute them again."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tna import __version__
from tna.reports.cells import Pen, Plain
from tna.reports.data import ReportData
from tna.reports.grid import HEADER, place
from tna.reports.heights import tall
from tna.reports.look import TONES, Looks
from tna.reports.rows.headline import DISCLAIMER
from tna.reports.rows.sums import NOT_APPLICABLE, DomainRow
from tna.reports.sheets import checklist
from tna.reports.sheets.method_words import LIMITS, RULES
from tna.reports.words import counted, sentence
from tna.scoring.result import Forecast, Range, Weighting

NAME = "Method"
FIRST_DOMAIN = 7
"""The row of the first domain in the table of sums; the chart of the Summary draws on it."""

COLUMNS = (
    ("title", "Domain", 30, "text"),
    ("rows", "Rows of Checklist", 13, "link"),
    ("weight", "W, applicable weight", 11, "two decimals"),
    ("earned", "Earned, sum of w x s", 11, "two decimals"),
    ("open_weight", "Unanswered weight", 11, "two decimals"),
    ("low", "Low, %", 9, "one decimal"),
    ("high", "High, %", 9, "one decimal"),
    ("spread", "High less low", 9, "one decimal"),
    ("coverage", "Coverage, %", 10, "one decimal"),
    ("band", "Band", 8, "tone"),
    ("live_low", "Low, computed here", 11, "one decimal"),
    ("live_high", "High, computed here", 11, "one decimal"),
    ("agrees", "Do they agree?", 12, "centre"),
)
SAME = 0.000001


def letter(field: str) -> str:
    """The column of a field in the table of sums."""
    return get_column_letter([name for name, *_ in COLUMNS].index(field) + 1)


class Sheet:
    """The sheet, filled line by line."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self.pen = Pen(sheet, looks)
        self.row = 1
        for number, (_, _, width, _) in enumerate(COLUMNS, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width

    def text(self, value: str, look: str = "body", least: float = 15, link: str | None = None) -> None:
        """A text over the whole width."""
        width = sum(width for _, _, width, _ in COLUMNS)
        self.pen.span(self.row, (1, len(COLUMNS)), value, look, link)
        self.pen.height(self.row, tall([(value, width, look)], least))
        self.row += 1

    def heading(self, value: str) -> None:
        """A heading."""
        self.text(value, "heading", least=24)

    def pairs(self, rows: Sequence[tuple[str, Plain]]) -> None:
        """A name and a text a line."""
        rest = sum(width for _, _, width, _ in COLUMNS[1:])
        for name, value in rows:
            self.pen.put(self.row, 1, name, "strong")
            self.pen.span(self.row, (2, len(COLUMNS)), value, "text")
            self.pen.height(self.row, tall([(name, 30, "strong"), (str(value), rest, "text")], 16))
            self.row += 1


def draw(sheet: Worksheet, looks: Looks, data: ReportData) -> None:
    """Fills the sheet."""
    page = Sheet(sheet, looks)
    page.text("Method", "title", least=26)
    page.text("How the result comes about. A method of this project, not of the UN.", "subtitle")
    page.text("Back to Summary", "back", link="'Summary'!A1")
    _domains(page, data)
    _band(page, data)
    _shares(page, data)
    page.heading("How it is scored")
    page.pairs(RULES)
    page.heading("What this report was made from")
    page.pairs(_origin(data))
    page.heading("Limits")
    for limit in LIMITS:
        page.text(limit)
    sheet.freeze_panes = "A4"


def _domains(page: Sheet, data: ReportData) -> None:
    page.heading("From the Checklist to the index, step by step")
    page.text(
        "low = 100 x earned / W;  high = 100 x (earned + unanswered weight) / W;  index = the plain mean over the domains. "
        "The last columns compute low and high again from the sheet Checklist, whenever the workbook is opened.",
    )
    assert page.row == FIRST_DOMAIN - 1, "the chart draws on these rows"
    for number, (_, title, _, _) in enumerate(COLUMNS, start=1):
        page.pen.put(page.row, number, title, "head")
    page.pen.height(page.row, 42)
    page.row += 1
    for domain in data.domains:
        _domain(page, data, domain)
    _index(page, data)
    for domain in data.domains:
        if domain.scope_reduced and domain.low_reduced is not None:
            page.text(
                f"{domain.title}: scope reduced, as over 10 % of its weight was set not applicable by the assessor. With "
                f"that counted as not met, its low is {domain.low_reduced:.1f} %."
            )


def _domain(page: Sheet, data: ReportData, domain: DomainRow) -> None:
    order = data.orders["Checklist"]
    first, last = order[domain.first], order[domain.last]
    scored = domain.low is not None and domain.high is not None
    shown: dict[str, Plain] = {
        "title": domain.title,
        "rows": f"{HEADER + 1 + first} to {HEADER + 1 + last}",
        "weight": domain.weight,
        "earned": domain.earned,
        "open_weight": domain.open_weight,
        "low": domain.low,
        "high": domain.high,
        "spread": domain.high - domain.low if domain.low is not None and domain.high is not None else None,
        "coverage": domain.coverage,
        "band": domain.band,
        "agrees": None if scored else "no score",
    }
    link = place(checklist.GRID.name, first, last, len(checklist.GRID.columns))
    _line(page, shown, link)
    if scored:
        _live(page, len(data.checklist))
    page.row += 1


def _line(page: Sheet, shown: dict[str, Plain], link: str | None = None) -> None:
    for number, (field, _, _, look) in enumerate(COLUMNS, start=1):
        value = shown.get(field)
        worn = TONES.get(str(value), "centre") if look == "tone" else look
        page.pen.put(page.row, number, value, worn, link if field == "rows" else None)
    page.pen.height(page.row, tall([(str(shown["title"]), 30, "text")], 16))


def _live(page: Sheet, count: int) -> None:
    row = page.row
    last = HEADER + count
    cells = {field: _range(field, last) for field in ("domain", "state", "weight", "earned", "credit")}
    mine = f"({cells['domain']}=$A{row})"
    applicable = f'SUMPRODUCT({mine}*({cells["state"]}<>"{NOT_APPLICABLE}")*{cells["weight"]})'
    unanswered = f'SUMPRODUCT({mine}*({cells["state"]}="Unanswered")*{cells["weight"]})'
    earned = f"SUMPRODUCT({mine}*{cells['weight']}*{cells['credit']})"
    _formula(page, "live_low", f"=100*{earned}/{applicable}")
    _formula(page, "live_high", f"=100*({earned}+{unanswered})/{applicable}")
    _agreement(page)


def _index(page: Sheet, data: ReportData) -> None:
    index = data.result.index
    shown: dict[str, Plain] = {"title": "Index", "coverage": data.result.coverage, "band": data.headline.band_code}
    if index is None:
        _line(page, {**shown, "agrees": "no score"})
        page.row += 1
        return
    totals = {name: sum(getattr(row, name) for row in data.domains) for name in ("weight", "earned", "open_weight")}
    _line(page, {**shown, **totals, "low": index.low, "high": index.high, "spread": index.high - index.low})
    for field in ("live_low", "live_high"):
        column = letter(field)
        _formula(page, field, f"=AVERAGE({column}{FIRST_DOMAIN}:{column}{page.row - 1})")
    _agreement(page)
    page.row += 1


def _agreement(page: Sheet) -> None:
    row = page.row
    pairs = ((letter(field), letter(f"live_{field}")) for field in ("low", "high"))
    off = "+".join(f"ABS({told}{row}-{live}{row})" for told, live in pairs)
    _formula(page, "agrees", f'=IF({off}<{SAME},"agrees","differs")')


def _formula(page: Sheet, field: str, formula: str) -> None:
    number = [name for name, *_ in COLUMNS].index(field) + 1
    page.pen.formula(page.row, number, formula, COLUMNS[number - 1][3])


def _range(field: str, last: int) -> str:
    fields = [column.field for column in checklist.GRID.columns]
    column = get_column_letter(fields.index(field) + 1)
    return f"{checklist.GRID.name}!${column}${HEADER + 1}:${column}${last}"


def _band(page: Sheet, data: ReportData) -> None:
    result = data.result
    page.heading("The band, and how firm it is")
    page.pairs(
        (
            (
                "Band",
                f"{result.band.code} {result.band.name}. Rule {result.band.rule} of 4 decided. {result.band.because}",
            ),
            ("Criteria behind it", ", ".join(result.band.criteria) or "none in particular"),
            ("Index at 3/2/1", _weighted(Weighting(result.index, result.band))),
            ("Index at 1/1/1", _weighted(result.sensitivity.flat)),
            ("Index at 5/2/1", _weighted(result.sensitivity.steep)),
            ("Does it hang on weights?", _firm(data)),
            ("Planned (a forecast)", _forecast(result.planned, "every accepted action that ends in time done")),
            ("Next five (a forecast)", _forecast(result.next_five, "the first five gaps closed")),
        )
    )


def _shares(page: Sheet, data: ReportData) -> None:
    evidence, gaps = data.result.evidence, data.result.gaps
    training = sum(gap.priority for gap in gaps if gap.training_only)
    whole = sum(gap.priority for gap in gaps)
    share = data.result.training_share
    page.heading("Shares")
    page.pairs(
        (
            (
                "Evidence, share of weight",
                (
                    f"declared or better {evidence.declared:.1f} %, documented or better {evidence.documented:.1f} %, "
                    f"demonstrated or better {evidence.demonstrated:.1f} %, verified {evidence.verified:.1f} %. See Evidence and Weight in Checklist."
                ),
            ),
            (
                "Training share of the risk",
                "no gap"
                if share is None
                else f"{training:g} / {whole:g} = {share:.1f} %: the priority of the gaps whose only cause is training, by the priority of all {counted(len(gaps), 'gap')} (Priority and Causes in Gaps).",
            ),
            ("Mandatory criteria met", f"{data.result.mandatory.met} of {data.result.mandatory.of}"),
        )
    )


def _weighted(weighting: Weighting) -> str:
    return f"{_range_words(weighting.index)}, band {weighting.band.code} {weighting.band.name}"


def _range_words(index: Range | None) -> str:
    return "none" if index is None else f"{index.low:.1f} to {index.high:.1f} %"


def _firm(data: ReportData) -> str:
    found = data.result.sensitivity
    weights = "Yes: the band depends on weighting." if found.band_depends_on_weighting else "No: the band is the same."
    one = found.decisive_criterion
    return f"{weights} " + (
        f"Without {one} it would be another." if one else "No single heaviest criterion decides it."
    )


def _forecast(forecast: Forecast, what: str) -> str:
    if not forecast.closed:
        return "None: there is no such gap."
    band = forecast.band
    ids = ", ".join(forecast.closed)
    return f"Not a result. With {what}: {band.code} {band.name}, index {_range_words(forecast.index)}. Closed: {ids}."


def _origin(data: ReportData) -> tuple[tuple[str, Plain], ...]:
    assessment, result = data.assessment, data.result
    made = (
        ""
        if assessment.digest == result.digest
        else f" The assessment was made under {assessment.edition}, {assessment.digest}."
    )
    return (
        (
            "Assessment",
            f"{assessment.id}, made {assessment.created_at:%Y-%m-%d}: {data.headline.unit}, {data.unit}, {data.mission}",
        ),
        ("As of", result.as_of.isoformat()),
        ("Scope", data.headline.scope),
        ("Content edition", f"{data.edition.edition} of {data.edition.date}. {data.edition.note}"),
        ("Content digest", f"SHA-256 {result.digest}.{made}"),
        ("Tool", f"tna {__version__}. {DISCLAIMER}"),
        ("Log of answers", sentence("; ".join(data.broken)) or "No break was found in it."),
    )
