"""What a build puts on the site, as plain data: everything that the plugin hands to MkDocs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path

from generator.charts import draw_charts
from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.pages import Page, build_pages, unreadable_manual_page, with_problem_pages
from generator.pages.addresses import Addresses
from generator.pages.feedback import general_feedback
from generator.pages.labels import labels
from generator.pages.navigation import Navigation, navigation
from generator.pages.problem_pages import PROBLEMS
from generator.printing.export_json import manual_files
from generator.problems import Problem, has_errors
from generator.reading import load_manual
from generator.reading.today import build_day
from generator.site.history import last_changes

CHART_STYLES = "assets/khumue/charts.css"


@dataclass(frozen=True)
class SiteContent:
    """One edition's site.

    Attributes:
        manual: the manual; None when it cannot be read at all.
        problems: everything that is wrong with its files, in order.
        pages: its pages, in the order of the navigation.
        files: its data files by uri: ``manual.json`` and its schema.
        problems_url: where the problems are shown, if there are any, relative to the site's root.
    """

    manual: Manual | None
    problems: Sequence[Problem]
    pages: Sequence[Page]
    files: dict[str, str] = field(default_factory=dict)
    problems_url: str = ""

    @property
    def title(self) -> str | None:
        """The manual's name, as plain text."""
        return plain_text(self.manual.settings.title) if self.manual else None

    @property
    def imprint(self) -> str | None:
        """Whose manual this is, as plain text, for the foot of every page."""
        if self.manual is None:
            return None
        settings, edition = self.manual.settings, self.manual.edition
        parts = (settings.group, edition.office, settings.publisher)
        return " · ".join(dict.fromkeys(plain_text(part) for part in parts if part))

    @property
    def notice(self) -> str | None:
        """What a preview says at its top while something has to be mended."""
        count = sum(1 for problem in self.problems if has_errors([problem]))
        wording: str = labels()["problem"]["notice"]
        return wording.format(count=count) if count else None

    @cached_property
    def _pages_by_uri(self) -> dict[str, Page]:
        return {page.uri: page for page in self.pages}

    def page(self, uri: str) -> Page | None:
        """The generated page with a uri; None for authored ones."""
        return self._pages_by_uri.get(uri)

    def navigation(self, authored: Navigation | None) -> Navigation:
        """The navigation around the authored entries; only the home page while there is no manual."""
        if self.manual is None:
            return [{page.title: page.uri} for page in self.pages]
        return navigation(self.manual, self.pages, authored)

    def feedback(self, title: str) -> str | None:
        """The address for remarks on an authored page."""
        return general_feedback(self.manual, title) if self.manual else None


def site_content(root: Path, edition: str | None = None, directory_urls: bool = True) -> SiteContent:
    """Read a project and make the content of its site.

    Args:
        root: the project's root, which holds ``procedures/``.
        edition: the edition's id; by default the one that ``manual.yml`` names.
        directory_urls: whether ``a/b.md`` will be found at ``a/b/`` rather than at ``a/b.html``.

    Returns:
        The content; where something is broken, with pages that show the problems in its place.
    """
    manual, problems = load_manual(root, edition)
    if manual is None:
        return SiteContent(None, problems, [unreadable_manual_page(problems)])
    charts = draw_charts(manual)
    drawings = {key: _with_links_for_the_theme(chart.svg) + chart.paper_svg for key, chart in charts.items()}
    pages = build_pages(manual, drawings, build_day(), last_changes(root), directory_urls)
    return SiteContent(
        manual=manual,
        problems=problems,
        pages=with_problem_pages(pages, manual, problems),
        files={**manual_files(manual, charts, directory_urls), CHART_STYLES: _chart_styles()},
        problems_url=Addresses(manual, directory_urls).url(PROBLEMS),
    )


def _chart_styles() -> str:
    """The styles of charts inside pages, which belong to the charts' own room."""
    return (resources.files("generator.charts") / "data" / "chart.css").read_text(encoding="utf-8")


def _with_links_for_the_theme(svg: str) -> str:
    """A chart whose links the theme leaves alone.

    Its instant navigation assigns the ``href`` of every element that has one, which links inside SVG refuse with an
    error that ends it. The older name of the attribute means the same to every browser. In a drawing ``<a href=`` can
    only be a link: all texts are escaped.
    """
    return svg.replace("<a href=", "<a xlink:href=")
