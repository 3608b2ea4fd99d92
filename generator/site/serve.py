"""The preview: the site on this machine, built again and reloaded whenever a file is saved."""

import logging
from pathlib import Path

from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException

from generator.site.build import SiteError, require_settings, shown_log
from generator.site.plugin import chosen_edition


def serve_site(
    root: Path,
    edition: str | None = None,
    address: str = "127.0.0.1:8000",
    open_browser: bool = False,
    quiet: bool = False,
) -> None:
    """Serve an edition until interrupted.

    Args:
        root: the project's root, which holds ``mkdocs.yml`` and ``procedures/``.
        edition: the edition's id; by default the one that ``mkdocs.yml`` or else ``manual.yml`` names.
        address: host and port to listen at.
        open_browser: whether to open the preview in a browser.
        quiet: whether to tell only of mistakes, not of every build.

    Raises:
        SettingsError: when mkdocs.yml is missing.
        SiteError: when it is unusable or the server cannot start.
    """
    settings = require_settings(root)
    chosen = chosen_edition.set(edition)
    try:
        with shown_log(logging.WARNING if quiet else logging.INFO):
            serve(str(settings), dev_addr=address, open_in_browser=open_browser)
    except (MkDocsException, OSError) as error:
        raise SiteError(str(error)) from error
    finally:
        chosen_edition.reset(chosen)
