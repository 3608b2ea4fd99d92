"""What changed, as a document of its own that loads nothing and runs nothing: to be read, printed and signed."""

from generator.diff import document_styles
from generator.model import CalendarDate, Manual
from generator.revisions.html_parts import Part
from generator.revisions.report import ChangeReport
from generator.revisions.report_head import report_head
from generator.revisions.report_templates import TEMPLATES
from generator.revisions.report_words import office_lines, pointer_line
from generator.thai import thai_date
from generator.today import build_day


def html_report(report: ChangeReport, before: Manual, after: Manual) -> str:
    """A report as a document.

    Args:
        report: what to tell.
        before: the manual that `report.main` tells of, in the older state.
        after: the same in the newer state.

    Returns:
        A complete HTML document, light or dark as its reader prefers.

    Raises:
        generator.charts.LayoutError: when there is no Graphviz, and a chart changed.
    """
    own = ((each, each.own, each.manuals) for each in report.offices)
    parts = [
        Part(report.main, "", before, after, ""),
        *(
            Part(changed, office.name, *manuals, f"{office.id}--")
            for office, changed, manuals in own
            if changed is not None and manuals is not None
        ),
    ]
    day = build_day()
    return TEMPLATES.template("report.html.jinja").render(
        report=report,
        parts=parts,
        head=report_head(report),
        day=thai_date(CalendarDate(year=day.year, month=day.month, day=day.day)),
        offices=list(office_lines(report.offices)),
        pointers=[(each.is_left, pointer_line(each)) for each in report.pointers],
        styles=document_styles() + TEMPLATES.sheet("report.css"),
        dark_styles=document_styles(is_dark=True) + TEMPLATES.sheet("report-dark.css"),
    )
