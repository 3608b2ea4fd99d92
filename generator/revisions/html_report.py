"""What changed, as a document of its own that loads nothing and runs nothing: to be read, printed and signed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from generator.charts import draw_charts
from generator.diff import (
    ChartPair,
    EditionName,
    ReportTemplates,
    document_styles,
    mark_charts,
    procedure_html,
)
from generator.model import CalendarDate, Manual, PlacedStep, plain_text
from generator.revisions.renaming import as_named_after, find_renamed
from generator.revisions.report import ChangeReport
from generator.revisions.report_head import report_head
from generator.revisions.report_words import (
    by_matter,
    entry_title,
    office_lines,
    pointer_line,
    role_lines,
    where,
)
from generator.revisions.sentences import one_line
from generator.revisions.vocabulary import ManualChanges, ProcedureChange, Statement
from generator.thai import thai_date
from generator.today import build_day
from generator.words import words_of

_HEADING = 4
"""The level of the headings within a procedure."""


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
        _Part(report.main, "", before, after, ""),
        *(
            _Part(changed, office.name, *manuals, f"{office.id}--")
            for office, changed, manuals in own
            if changed is not None and manuals is not None
        ),
    ]
    day = build_day()
    return _TEMPLATES.template("report.html.jinja").render(
        report=report,
        parts=parts,
        head=report_head(report),
        day=thai_date(CalendarDate(year=day.year, month=day.month, day=day.day)),
        offices=list(office_lines(report.offices)),
        pointers=[(each.is_left, pointer_line(each)) for each in report.pointers],
        styles=document_styles() + _TEMPLATES.sheet("report.css"),
        dark_styles=document_styles(is_dark=True) + _TEMPLATES.sheet("report-dark.css"),
    )


@dataclass(frozen=True)
class _Part:
    """What became of one manual, ready for the template.

    Attributes:
        changed: what changed.
        office: the name of the office whose own changes these are; empty for the manual that is told of first.
        before: the manual before.
        after: the manual after.
        prefix: what the ids of this part start with.
    """

    changed: ManualChanges
    office: str
    before: Manual
    after: Manual
    prefix: str

    @property
    def matters(self) -> list[tuple[str, list[tuple[str, str, Statement]]]]:
        """What matters: its heading, and of each statement the place to read more, what it is about, and itself."""
        headings = words_of("changes")["matter"]
        return [
            (headings[matter], [(self.anchor(each), where(each), statement) for each, statement in told])
            for matter, told in by_matter(self.changed, with_words=True)
        ]

    @property
    def roles(self) -> list[tuple[str, list[str]]]:
        """The roles that do other steps."""
        names = {each.id: each.name for each in self.changed.procedures}
        return list(role_lines(self.changed.roles, names))

    @property
    def procedures(self) -> list[tuple[ProcedureChange, str, Markup]]:
        """Each procedure with one line on what became of it, and all of it word by word with its charts."""
        charts = self._charts()
        return [
            (each, one_line(each), self._whole(each, charts.get(each.id, ())))
            for each in self.changed.procedures
        ]

    def anchor(self, changed: object) -> str:
        """The id of the place where all is told of something."""
        kind = "procedure" if isinstance(changed, ProcedureChange) else getattr(changed, "kind", "")
        return f"{self.prefix}{kind}--{getattr(changed, 'id', '')}"

    def _whole(self, change: ProcedureChange, charts: tuple[ChartPair, ...]) -> Markup:
        """A procedure word by word; one that is new or gone, step by step."""
        said = words_of("changes")["report"]
        if change.comparison is not None:
            if change.comparison.is_same:
                return Markup()
            comparison = replace(change.comparison, id=self.prefix + change.id)
            sides = (EditionName("before", said["before"], ""), EditionName("after", said["after"], ""))
            return procedure_html(comparison, *sides, charts, _HEADING)
        manual = self.after if change.before is None else self.before
        placed = manual.procedure(change.name.id)
        if placed is None or change.is_incomplete or (change.before is not None and change.after is not None):
            return Markup()
        steps = [(each, _who(manual, each)) for each in placed.walk_steps()]
        template = _TEMPLATES.template("steps.html.jinja")
        return Markup(template.render(steps=steps, sort=change.sort, text=plain_text))  # noqa: S704  # escapes

    def _charts(self) -> Mapping[str, tuple[ChartPair, ...]]:
        """The charts of the procedures whose steps differ, before and after, marked."""
        compared = {
            each.id: each.comparison for each in self.changed.procedures if each.comparison is not None
        }
        differing = {key for key, each in compared.items() if each.differing_steps}
        if not differing:
            return {}
        one = as_named_after(self.before, find_renamed(self.before, self.after))
        sides = [
            {(self.prefix + procedure, key): chart for (procedure, key), chart in drawn.items()}
            for drawn in (draw_charts(one, differing), draw_charts(self.after, differing))
        ]
        return {
            key: mark_charts(replace(compared[key], id=self.prefix + key), sides[0], sides[1])
            for key in differing
        }


def _who(manual: Manual, step: PlacedStep) -> str:
    return ", ".join(plain_text(manual.roles[role].title) for role in step.roles if role in manual.roles)


def _known() -> dict[str, object]:
    """What the templates may name."""
    return {
        "words": words_of("changes")["report"],
        "kinds": words_of("changes")["kind"],
        "signs": words_of("diff")["sign"],
        "entry_title": entry_title,
    }


_TEMPLATES = ReportTemplates(Path(__file__).parent, _known)
