"""The command that opens the desk, and joins it with the site: all of it, and single pages as readers see them."""

import signal
import sys
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from socket import AF_INET, SOCK_STREAM, create_connection, socket

import click

from generator.cli.common import TEXTS, find_project, root_argument, site_errors
from generator.problems import Problem
from generator.processes import end_with_parent, let_interrupts_in, start_apart
from generator.storage import ending_in_order, reason_of_failure, temporary_folder

_SAID = TEXTS["edit"]
_LOOPBACK = "127.0.0.1"
_LAST_PORT = 65535
_PATIENCE_SECONDS, _LOOKED_EVERY_SECONDS = 60.0, 0.05


@click.command(help=_SAID["help"], epilog=TEXTS["project"])
@click.option("--port", type=click.IntRange(0, _LAST_PORT), default=0, metavar="PORT", help=_SAID["port"])
@click.option("--no-browser", is_flag=True, help=_SAID["no-browser"])
@click.option("--shortcut", is_flag=True, help=_SAID["shortcut"])
@root_argument
def edit(root: Path, port: int, no_browser: bool, shortcut: bool) -> None:
    """Open the editor's desk."""
    from generator.desk.serving import Joined, Refusal, serve_desk, write_shortcut  # noqa: PLC0415  # brings a server along
    from generator.site import FONTS_FOLDER  # noqa: PLC0415  # as above

    root = find_project(root, None).resolve()
    if shortcut:
        try:
            click.echo(_SAID["written"].format(file=write_shortcut(root)))
        except Refusal as refusal:
            raise click.ClickException(refusal.message) from refusal
        return
    with ending_in_order(), ExitStack() as stack:
        site = _Site(stack)
        joined = Joined(_opened, site.page, site.whole, _tried, FONTS_FOLDER)
        try:
            serve_desk(root, port, joined, open_browser=not no_browser)
        except OSError as failure:
            reason = reason_of_failure(failure)
            raise click.ClickException(_SAID["port-taken"].format(port=port, reason=reason)) from failure


def _opened(address: str) -> None:
    """Say where the desk is."""
    click.echo(_SAID["opened"].format(address=address))
    sys.stdout.flush()


def _tried(root: Path) -> list[Problem]:
    """What is wrong with settings of which only the engine knows."""
    from generator.site.making import tried_settings  # noqa: PLC0415  # most settings are known to work

    return tried_settings(root)


@dataclass
class _Site:
    """What the desk shows of the site.

    Attributes:
        stack: ends what was begun, when the desk is closed.
    """

    stack: ExitStack
    _shown: dict[str | None, tuple[BaseProcess, str]] = field(default_factory=dict)
    _pages: object = None

    def page(self, root: Path, edition: str, uri: str) -> str | None:
        """A page as readers will see it."""
        from generator.site.making import DraftedPages  # noqa: PLC0415  # brings MkDocs along

        if not isinstance(self._pages, DraftedPages):
            folder = self.stack.enter_context(temporary_folder("khumue-desk-"))
            self._pages = DraftedPages(folder)
        return self._pages.page(root, edition, uri)

    def whole(self, root: Path, edition: str | None) -> str:
        """The address of the whole site, which a process of its own shows from now on.

        Raises:
            generator.desk.serving.Refusal: when it is not shown in time.
        """
        from generator.desk.serving import refused  # noqa: PLC0415  # as above

        known = self._shown.get(edition)
        if known is not None and known[0].is_alive():
            return known[1]
        with socket(AF_INET, SOCK_STREAM) as free:
            free.bind((_LOOPBACK, 0))
            port = free.getsockname()[1]
        place = f"{_LOOPBACK}:{port}"
        process = get_context("spawn").Process(target=_show, args=(root, edition, place), daemon=True)
        start_apart(process)
        self.stack.callback(process.terminate)
        until = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < until and process.is_alive():
            with suppress(OSError), create_connection((_LOOPBACK, port), timeout=1):
                self._shown[edition] = process, f"http://{place}/"
                return f"http://{place}/"
            time.sleep(_LOOKED_EVERY_SECONDS)
        raise refused("site-not-started", 500, reason=_SAID["no-answer"])


def _show(root: Path, edition: str | None, place: str) -> None:
    """Show a site until the desk is closed, or Ctrl+C is pressed, which reaches all processes of a terminal."""
    with suppress(KeyboardInterrupt), site_errors():
        end_with_parent(lambda: signal.raise_signal(signal.SIGTERM))
        let_interrupts_in()
        from generator.site.serve import serve_site  # noqa: PLC0415  # brings MkDocs and its server along

        serve_site(root, edition, place, quiet=True)
