"""The chart of the domains on the Summary: a native bar each, solid to the low and light up to the high."""

from __future__ import annotations

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.utils import quote_sheetname

from tna.reports.look import INK, LINE, NAVY, TYPEFACE
from tna.reports.sheets import method

LIGHT = "B9CBE0"


def domain_chart(domains: int) -> BarChart:
    """A bar for each of so many domains, drawn from the numbers in the sheet Method."""
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 45
    chart.legend = None
    for field, colour in (("low", NAVY), ("spread", LIGHT)):
        series = Series(_cells(field, domains), title="Low" if field == "low" else "Open")
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
        series.graphicalProperties.line = LineProperties(solidFill=NAVY, w=6350)
        chart.series.append(series)
    chart.set_categories(_cells("title", domains))
    _axes(chart)
    chart.graphical_properties = GraphicalProperties(noFill=True)
    chart.graphical_properties.line = LineProperties(noFill=True)
    chart.layout = Layout(manualLayout=ManualLayout(x=0.36, y=0.03, w=0.58, h=0.80, layoutTarget="inner"))
    return chart


def _axes(chart: BarChart) -> None:
    chart.x_axis.scaling.orientation = "maxMin"  # the first domain on top, as in the table beside it
    chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = 0, 100, 25
    chart.y_axis.number_format = '0"%"'
    chart.y_axis.crosses = "max"
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=LINE, w=6350)))
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False
        axis.title = None
        axis.txPr = _type()
        axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=LINE, w=6350))


def _type() -> RichText:
    font = CharacterProperties(sz=800, solidFill=INK, latin=Font(typeface=TYPEFACE))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=font), endParaRPr=font)])


def _cells(field: str, domains: int) -> Reference:
    column, first = method.letter(field), method.FIRST_DOMAIN
    return Reference(range_string=f"{quote_sheetname(method.NAME)}!${column}${first}:${column}${first + domains - 1}")
