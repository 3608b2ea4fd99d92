"""What differs between two editions of a procedure, word by word; as text, as data and as an HTML document.

`compare_editions` answers for a project's files, `Comparer` for two manuals; `mark_charts` shows it in their charts.
"""

from generator.diff.comparing import RECORDS, Comparer, compare_with_base
from generator.diff.differences import Drift, EditionName, ProcedureComparison, StepDifference
from generator.diff.html_report import comparison_styles, procedure_html
from generator.diff.marked_charts import ChartPair, MarkedChart, mark_charts
from generator.diff.report_words import drift_phrases, percent
from generator.diff.request import BrokenProjectError, UnknownNameError, compare_editions

__all__ = [
    "RECORDS",
    "BrokenProjectError",
    "ChartPair",
    "Comparer",
    "Drift",
    "EditionName",
    "MarkedChart",
    "ProcedureComparison",
    "StepDifference",
    "UnknownNameError",
    "compare_editions",
    "compare_with_base",
    "comparison_styles",
    "drift_phrases",
    "mark_charts",
    "percent",
    "procedure_html",
]
