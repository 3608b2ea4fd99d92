"""The templates of reports of changes, with what all of them may name."""

from pathlib import Path

from generator.diff import ReportTemplates
from generator.revisions.report_words import entry_title
from generator.words import words_of


def _known() -> dict[str, object]:
    """What the templates may name."""
    return {
        "words": words_of("revisions")["report"],
        "kinds": words_of("revisions")["kind"],
        "signs": words_of("diff")["sign"],
        "entry_title": entry_title,
    }


TEMPLATES = ReportTemplates(Path(__file__).parent, _known)
