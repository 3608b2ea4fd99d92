"""The preview: the site on this machine, read again and reloaded whenever a file is saved."""

import logging
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS
from watchdog.utils.dirsnapshot import DirectorySnapshot

from generator.charts import LayoutError
from generator.site.adapting import log_problems
from generator.site.engine_log import shown_log
from generator.site.errors import AddressError, ContentError, SiteError
from generator.site.failures import EXPECTED, reason_of
from generator.site.live_site import LiveSite
from generator.site.plugin import ProceduresPlugin, logger
from generator.site.settings import load_settings
from generator.storage import ending_in_order, reason_of_failure, temporary_folder
from generator.urls import split_url
from generator.words import speaking_as_before

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
        AddressError: when nobody can listen at the address, as another program does.
        ContentError: when mkdocs.yml is missing.
        SiteError: when it is unusable or the server cannot start.
    """
    with (
        ending_in_order(),
        speaking_as_before(),
        temporary_folder("khumue-preview-") as folder,
        shown_log(logging.WARNING if quiet else logging.INFO),
    ):
        try:
            _serve(root, edition, address, folder, open_browser)
        except (MkDocsException, LayoutError, OSError) as error:
            raise SiteError(str(error)) from error


def _serve(root: Path, edition: str | None, address: str, folder: Path, open_browser: bool) -> None:
    site = LiveSite(edition, folder)
    config, plugin = _settings(root, address, folder)
    config.plugins.on_startup(command="serve", dirty=False)
    server = _Server(site, root, address, folder, config)
    try:
        try:
            site.read(config, plugin)
        except ContentError as error:  # a template's: whoever mends it sees that here as well
            server.tell(error)
        except EXPECTED:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, it is told where people look
            server.tell(error)
        server.watch(config.docs_dir)
        server.watch(config.config_file_path)
        server.watch_templates(config)
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
            before = self._watched_now()
            try:
                config, plugin = _settings(root, address, folder)
                self.watch_templates(config)
                site.read(config, plugin)
            except Exception as error:  # noqa: BLE001 - as above
                self.tell(error)
            if self._watched_now() != before:
                self._read_soon()

        super().__init__(read_again, host, port, str(folder), path, polling_interval=LOOKED_EVERY)
        observer = PollingObserverVFS(os.lstat, os.scandir, polling_interval=LOOKED_EVERY)
        self.observer = observer  # type: ignore[assignment]  # of the same kind; it follows no link
        self._site = site
        self._missed: set[str] = set()
        self.error_handler = lambda code: site.not_found() if code == 404 else None

    def watch_templates(self, config: MkDocsConfig) -> None:
        """Watch the folder of templates of the project's own as well, once there is one."""
        folder = config.theme.custom_dir
        if folder and folder not in self._watch_refs:
            self.watch(folder)

    def server_bind(self) -> None:
        """Take the address.

        Raises:
            AddressError: when that cannot be; a host may be no name at all.
        """
        try:
            super().server_bind()
        except (OSError, UnicodeError) as error:
            reason = reason_of_failure(error) if isinstance(error, OSError) else str(error)
            raise AddressError(reason) from error

    def tell(self, error: Exception) -> None:
        """Tell why the project could not be read: here, and on every page."""
        reason = reason_of(error)
        if isinstance(error, ContentError):  # of the settings: those of the manual are shown on pages
            log_problems(error.problems)
        logger.error(reason)
        self._site.keep(reason)

    def service_actions(self) -> None:
        """Watch anew what was not there for a while, as a folder that was moved away and back."""
        super().service_actions()
        watches = [emitter.watch for emitter in self.observer.emitters if emitter.is_alive()]
        lost = [path for path, watch in self._watch_refs.items() if watch not in watches]
        for path in () if self._shutdown else lost:
            if Path(path).exists():
                self._missed.discard(path)
                with suppress(KeyError):  # whoever ends the site has let go of all watches meanwhile
                    self.unwatch(path)
                    self.watch(path)
                self._read_soon()
            elif path not in self._missed:
                self._missed.add(path)
                self._read_soon()

    def _watched_now(self) -> set[tuple[str | bytes, float]]:
        """What is watched, as it is now.

        What changes while it is read, and is as before at the next look of the observer, would be noticed by nobody: a
        folder that was moved away and back stayed missing.
        """
        now = set[tuple[str | bytes, float]]()
        for emitter in self.observer.emitters:
            with suppress(OSError):
                seen = DirectorySnapshot(emitter.watch.path, stat=os.lstat, listdir=os.scandir)
                now |= {(path, seen.mtime(path)) for path in seen.paths}
        return now

    def _read_soon(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say in a line that a request broke off: browsers and others do as they please."""
        logger.debug("%s: %s: %s", request, client_address, sys.exc_info()[1])

    def serve_request(
        self, environ: dict[str, str], start_response: Callable[..., object]
    ) -> Iterable[bytes]:
        """Answer a request."""
        path = _decoded(environ["PATH_INFO"])
        if path is None:
            start_response("404 Not Found", [("Content-Type", "text/html")])
            return [self.error_handler(404) or b""]
        if path.startswith(self.mount_path) and not path.startswith("/livereload/"):
            self._prepare(path.removeprefix(self.mount_path))
        return super().serve_request(environ, start_response)

    def _prepare(self, address: str) -> None:
        """Write what an address leads to; where even its place cannot be written, what is there is sent."""
        try:
            self._site.prepare(address)
        except OSError as error:
            logger.error(reason_of(error))


def _decoded(path: str) -> str | None:
    """The path of a request, as the bytes that the server hands on say it; None where no file can be called so."""
    try:
        decoded = path.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in decoded else decoded
