"""What differs, as HTML: a fragment for a page that others make, or a whole document that needs nothing else."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

from generator.charts import chart_styles, dark_chart_styles, dark_mark_styles
from generator.data_files import data_bytes
from generator.diff.differences import Drift, EditionName, ManualComparison, ProcedureComparison
from generator.diff.marked_charts import ChartPair, step_id
from generator.diff.report_templates import ReportTemplates
from generator.diff.report_words import (
    drift_phrases,
    percent,
    regrouped_label,
    step_label,
    stretch_name,
    stretches,
    summary,
)
from generator.words import words_of

_FONTS = Path(__file__).parent.parent / "site" / "theme" / "assets" / "fonts"
"""Where the fonts of the sites stand (OFL 1.1); a document carries them along."""
_WEIGHTS = (400, 700)
_HEADING = 3


def procedure_html(
    comparison: ProcedureComparison,
    before: EditionName,
    after: EditionName,
    charts: tuple[ChartPair, ...] = (),
    level: int = _HEADING,
    say: Callable[[str], Markup] = escape,
) -> Markup:
    """What differs in a procedure, for a page that has its title and `comparison_styles`.

    Args:
        comparison: of the procedure.
        before: the one edition.
        after: the other.
        charts: the procedure's, from `generator.diff.marked_charts.mark_charts`.
        level: of its headings, from 1 to 6.
        say: writes plain text as HTML.

    Returns:
        HTML in which everything an editor wrote is escaped. Its ids start with ``before--<procedure>--`` and
        ``after--<procedure>--``.
    """
    return Markup(  # noqa: S704  # the template escapes what is authored
        _TEMPLATES.template("procedure.html.jinja").render(
            comparison=comparison,
            before=before,
            after=after,
            charts=charts,
            level=level,
            say=say,
            phrases=drift_phrases(comparison.drift),
            stretches=stretches(comparison.steps),
        )
    )


def render_html(comparison: ManualComparison, charts: Mapping[str, tuple[ChartPair, ...]]) -> str:
    """A comparison as a document of its own.

    Args:
        comparison: of two editions.
        charts: by procedure id, the charts of those that differ.

    Returns:
        A complete HTML document, light or dark as its reader prefers; it loads nothing and runs nothing.
    """
    before, after = comparison.before, comparison.after

    def fragment(procedure: ProcedureComparison) -> Markup:
        return procedure_html(procedure, before, after, charts.get(procedure.id, ()))

    return _TEMPLATES.template("document.html.jinja").render(
        comparison=comparison,
        before=before,
        after=after,
        summary=summary(comparison),
        styles=document_styles(),
        dark_styles=document_styles(is_dark=True),
        procedure_html=fragment,
        say=escape,
    )


def document_styles(is_dark: bool = False) -> str:
    """The style sheet of a document of its own, fonts and charts included; or what is added on a dark ground."""
    if is_dark:
        sheets = [
            dark_chart_styles(),
            dark_mark_styles(),
            *map(_TEMPLATES.sheet, ("dark.css", "document-dark.css")),
        ]
    else:
        sheets = [_font_faces(), chart_styles(), *map(_TEMPLATES.sheet, ("compare.css", "document.css"))]
    return "\n".join(sheets)


def comparison_styles() -> str:
    """The style sheet of the fragments, light and dark: what starts with ``cmp``, and the marks of charts."""
    return _TEMPLATES.sheet("compare.css") + _TEMPLATES.sheet("dark.css") + dark_mark_styles()


@cache
def _font_faces() -> str:
    """The style rules that bring the fonts, each whole in its address."""
    fonts = {
        weight: b64encode(data_bytes(_FONTS / f"sarabun-{weight}.woff2")).decode() for weight in _WEIGHTS
    }
    return _TEMPLATES.template("fonts.css.jinja").render(fonts=fonts)


def _known() -> dict[str, object]:
    """What the templates may name."""
    return {
        "words": words_of("diff"),
        "percent": percent,
        "phrases_of_steps": _phrases_of_steps,
        "procedure_number": _procedure_number,
        "regrouped_label": regrouped_label,
        "step_id": step_id,
        "step_name": step_label,
        "stretch_name": stretch_name,
    }


def _phrases_of_steps(drift: Drift) -> list[str]:
    """What there is to say of how far two procedures are apart, beside the share of the text."""
    return (
        drift_phrases(replace(drift, letters_changed=0))
        if drift.steps or drift.fields or drift.records
        else []
    )


def _procedure_number(procedure: ProcedureComparison) -> str:
    """The number of a procedure, or both numbers where they differ."""
    before, after = procedure.before.number, procedure.after.number
    return (
        after if before == after else str(words_of("diff")["number_pair"].format(before=before, after=after))
    )


_TEMPLATES = ReportTemplates(Path(__file__).parent, _known)
