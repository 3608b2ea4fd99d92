"""Pages as readers will see them, of a project with drafts over it: for the desk, one at a time."""

import logging
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from generator.charts import LayoutError
from generator.site.engine_log import handled_log
from generator.site.errors import SiteError
from generator.site.known_pages import KnownPages
from generator.site.live_site import LiveSite
from generator.site.page_alone import page_alone
from generator.site.settings import load_settings
from generator.words import speaking_as_before

_ADDRESS = "127.0.0.1:8000"
"""What stands in addresses of the site, which nobody follows."""


class DraftedPages:
    """Makes pages of one project; what did not change since the last one is kept."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing.

        Args:
            folder: an empty one, for what pages load.
        """
        self._folder = folder
        self._sites: dict[str, LiveSite] = {}

    def page(self, root: Path, edition: str, uri: str) -> str | None:
        """A page as one document that loads nothing and runs nothing; None where there is none.

        Args:
            root: the project's root; drafts that lie over it are read.
            edition: the id of the edition.
            uri: of the page's document: ``budget/expenditure-analysis.md``.

        Raises:
            SiteError: when no site can be made.
        """
        folder = self._folder / edition
        site = self._sites.setdefault(edition, LiveSite(edition, folder, KnownPages()))
        with speaking_as_before(), handled_log(logging.NullHandler(), logging.CRITICAL):
            try:
                config, plugin = load_settings(root, address=_ADDRESS)
                config.site_dir, config.site_url = str(folder), f"http://{_ADDRESS}/"
                config.plugins.on_startup(command="serve", dirty=False)
                site.read(config, plugin)
                html = site.page_of(uri)
            except (MkDocsException, LayoutError, OSError) as error:
                raise SiteError(str(error)) from error
        return page_alone(html, folder, uri.removesuffix(".md") + "/") if html is not None else None
