"""The preview: the site on this machine, read again and reloaded whenever a file is saved."""

import logging
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from generator.charts import LayoutError
from generator.site.build import load_settings, shown_log
from generator.site.errors import SiteError
from generator.site.live_site import LiveSite
from generator.site.plugin import ProceduresPlugin, logger
from generator.storage import temporary_folder
from generator.urls import split_url
from generator.words import words_of

LOOKED_EVERY = 0.2
"""How many seconds lie between two looks at the files."""


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
        quiet: whether to tell only of mistakes, not of every edit.

    Raises:
        SettingsError: when mkdocs.yml is missing.
        SiteError: when it is unusable or the server cannot start.
    """
    with (
        temporary_folder("khumue-preview-") as folder,
        shown_log(logging.WARNING if quiet else logging.INFO),
    ):
        try:
            _serve(root, edition, address, folder, open_browser)
        except (MkDocsException, LayoutError, OSError) as error:
            raise SiteError(str(error)) from error


def _serve(root: Path, edition: str | None, address: str, folder: Path, open_browser: bool) -> None:
    site = LiveSite(edition)
    config, plugin = _settings(root, address, folder)
    config.plugins.on_startup(command="serve", dirty=False)
    server = _Server(site, root, address, folder, config)
    try:
        site.read(config, plugin)
        server.watch(config.docs_dir)
        server.watch(config.config_file_path)
        config.plugins.on_serve(server, config=config, builder=server.builder)
        for place in config.watch:
            server.watch(place)
        try:
            server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]  # MkDocs leaves it unannotated
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
    finally:
        config.plugins.on_shutdown()


def _settings(root: Path, address: str, folder: Path) -> tuple[MkDocsConfig, ProceduresPlugin]:
    """The configuration of a preview, fresh."""
    config, plugin = load_settings(root, address=address)
    config.site_dir = str(folder)
    config.site_url = f"http://{address}{split_url(config.site_url or '/').path}"
    return config, plugin


class _Server(LiveReloadServer):
    """The engine's server, which writes a page before it sends it."""

    def __init__(self, site: LiveSite, root: Path, address: str, folder: Path, config: MkDocsConfig) -> None:
        host, port = config.dev_addr
        path = split_url(config.site_url or "/").path

        def read_again() -> None:
            try:
                site.read(*_settings(root, address, folder))
            except (SiteError, MkDocsException, LayoutError, OSError) as error:
                logger.error(words_of("site")["preview_kept"].format(reason=error))

        super().__init__(read_again, host, port, str(folder), path, polling_interval=LOOKED_EVERY)
        self._site = site
        self.error_handler = lambda code: site.not_found() if code == 404 else None

    def serve_request(self, environ: dict[str, str], start_response: object) -> Iterable[bytes]:
        """Answer a request."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(self.mount_path) and not path.startswith("/livereload/"):
            self._site.prepare(path.removeprefix(self.mount_path))
        return super().serve_request(environ, start_response)
