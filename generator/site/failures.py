"""What a preview shows where the project cannot be read again, or a page cannot be made: it goes on all the same."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mkdocs.exceptions import MkDocsException

from generator.charts import LayoutError
from generator.diagnostics import tell_unexpected
from generator.site.adapting import one_line
from generator.site.errors import ContentError, SiteError
from generator.storage import reason_of_failure
from generator.words import DEFAULT, words_of

EXPECTED = (SiteError, MkDocsException, LayoutError, OSError)
"""What may keep a site from being made, and says itself why."""


def reason_of(error: Exception) -> str:
    """Why something could not be shown; of what nobody expected a report is written."""
    if isinstance(error, ContentError):
        reason = one_line(error.problems[0])
    else:
        reason = _expected(error) if isinstance(error, EXPECTED) else tell_unexpected(error, "serve")
    told: str = words_of("site")["preview_kept"].format(reason=reason)
    return told


def _expected(error: Exception) -> str:
    return reason_of_failure(error, is_named=True) if isinstance(error, OSError) else str(error)


def failed_page(reason: str) -> str:
    """A page that says nothing else."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    template = environment.get_template("failed_page.html.jinja")
    words = words_of("site")
    return template.render(title=words["preview_failed"], reason=reason, language=DEFAULT)
