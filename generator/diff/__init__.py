"""What differs between two editions of a procedure, word by word; as text, as data and as an HTML document.

`compare_editions` answers for a project's files, `Comparer` for two manuals; `mark_charts` shows it in their charts.
"""

from generator.diff.comparing import (
    RECORDS,
    Comparer,
    changes_of_work,
    compare_areas,
    compare_values,
    compare_with_base,
    edition_label,
    procedure_name,
    segmenter_of,
)
from generator.diff.declared import FieldComparer, name_of
from generator.diff.differences import (
    Difference,
    Drift,
    EditionName,
    FieldDifference,
    ItemDifference,
    ListDifference,
    ProcedureComparison,
    ProcedureName,
    StepDifference,
    StepPlace,
    ValueDifference,
)
from generator.diff.fields import TextMeasure
from generator.diff.html_report import comparison_styles, document_styles, procedure_html
from generator.diff.json_report import difference_data, procedure_comparison_data, words_data
from generator.diff.marked_charts import ChartPair, MarkedChart, charts_to_mark, mark_charts
from generator.diff.matching import pair_by_likeness, reordered
from generator.diff.names import Names
from generator.diff.regrouping import StepRegrouping
from generator.diff.report_templates import ReportTemplates
from generator.diff.report_words import drift_phrases, percent
from generator.diff.request import BrokenEditionsError, UnknownNameError, compare_editions
from generator.diff.runs import RunKind, Sort, TextDifference, WordRun
from generator.diff.text_report import painted, runs_text
from generator.diff.texts import TextComparer, letter_count, whole_difference

__all__ = [
    "RECORDS",
    "BrokenEditionsError",
    "ChartPair",
    "Comparer",
    "Difference",
    "Drift",
    "EditionName",
    "FieldComparer",
    "FieldDifference",
    "ItemDifference",
    "ListDifference",
    "MarkedChart",
    "Names",
    "ProcedureComparison",
    "ProcedureName",
    "ReportTemplates",
    "RunKind",
    "Sort",
    "StepDifference",
    "StepPlace",
    "StepRegrouping",
    "TextComparer",
    "TextDifference",
    "TextMeasure",
    "UnknownNameError",
    "ValueDifference",
    "WordRun",
    "changes_of_work",
    "charts_to_mark",
    "compare_areas",
    "compare_editions",
    "compare_values",
    "compare_with_base",
    "comparison_styles",
    "difference_data",
    "document_styles",
    "drift_phrases",
    "edition_label",
    "letter_count",
    "mark_charts",
    "name_of",
    "painted",
    "pair_by_likeness",
    "percent",
    "procedure_comparison_data",
    "procedure_html",
    "procedure_name",
    "reordered",
    "runs_text",
    "segmenter_of",
    "whole_difference",
    "words_data",
]
