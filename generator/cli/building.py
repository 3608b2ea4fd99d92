"""The commands that make sites: built once, or shown while the manual is edited."""

import gc
import sys
import time
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

import click

from generator.assembly import edition_ids
from generator.cli.common import TEXTS, find_project, require_replaceable, root_argument, site_errors
from generator.collector import all_kept
from generator.processes import MOST_PROCESSES
from generator.site import Selection, Shard, default_place, everything, only_portal, share
from generator.storage import OutsideError


@click.command(help=TEXTS["build"]["help"], epilog=TEXTS["project"])
@click.option("--edition", metavar="EDITION", help=TEXTS["build"]["edition"])
@click.option("--shard", metavar="I/N", help=TEXTS["build"]["shard"])
@click.option("--portal", is_flag=True, help=TEXTS["build"]["portal"])
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help=TEXTS["build"]["site-dir"])
@click.option(
    "--jobs", type=click.IntRange(min=1, max=MOST_PROCESSES), metavar="N", help=TEXTS["build"]["jobs"]
)
@click.option("--force", is_flag=True, help=TEXTS["build"]["force"])
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@root_argument
def build(  # noqa: PLR0913 (one argument for each option)
    *,
    root: Path,
    edition: str | None,
    shard: str | None,
    portal: bool,
    site_dir: Path | None,
    jobs: int | None,
    force: bool,
    quiet: bool,
) -> None:
    """Build the site, or the sites."""
    with all_kept():  # importing makes very many small things too
        from generator.site.making import build_site, is_for_one_edition  # noqa: PLC0415  # brings MkDocs along

    root = find_project(root, edition)
    selection = _selection(root, edition, shard, portal)
    started, target, words = time.perf_counter(), site_dir or _default_place(root), TEXTS["build"]
    require_replaceable(root, target, force)
    with site_errors(root):
        if selection is None or (selection.is_whole and is_for_one_edition(root)):
            with all_kept():
                pages = build_site(
                    root, target, edition, progress=None if quiet else _progress("progress"), jobs=jobs
                )
            said = words["done"].format(pages=pages, target=target, seconds=time.perf_counter() - started)
        else:
            from generator.site.sites import build_sites  # noqa: PLC0415  # brings the portal along too

            built = build_sites(root, target, selection, jobs, None if quiet else _progress("progress-sites"))
            said = words["done-sites"].format(
                editions=built.editions,
                pages=built.pages,
                target=target,
                seconds=time.perf_counter() - started,
            )
    if not quiet:
        click.echo(said)
    gc.freeze()  # the command ends: looking through all that it made for garbage takes a second of large manuals


@click.command(help=TEXTS["serve"]["help"], epilog=TEXTS["project"])
@click.option("--edition", metavar="EDITION", help=TEXTS["serve"]["edition"])
@click.option("--address", default="127.0.0.1:8000", show_default=True, help=TEXTS["serve"]["address"])
@click.option("--open", "open_browser", is_flag=True, help=TEXTS["serve"]["open"])
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@root_argument
def serve(root: Path, edition: str | None, address: str, open_browser: bool, quiet: bool) -> None:
    """Show the site while it is being edited."""
    from generator.site import AddressError  # noqa: PLC0415  # as below
    from generator.site.serve import serve_site  # noqa: PLC0415  # brings MkDocs and its server along

    root = find_project(root, edition)
    host, _, port = address.rpartition(":")
    if not _is_of_a_machine(host) or not port.isdecimal() or not 0 < int(port) <= _LAST_PORT:
        raise click.UsageError(TEXTS["errors"]["address"].format(address=address))
    with site_errors():
        try:
            serve_site(root, edition, address, open_browser, quiet)
        except AddressError as error:
            said = TEXTS["errors"]["address-taken"].format(address=address, reason=error)
            raise click.ClickException(said) from error


_LAST_PORT = 65535


def _is_of_a_machine(host: str) -> bool:
    """Whether a host is what the engine listens at: this machine's name, or an address in digits."""
    try:
        return host == "localhost" or bool(ip_address(host))
    except ValueError:
        return False


def _default_place(root: Path) -> Path:
    """Where the site goes when nobody names a place.

    Raises:
        click.UsageError: when a link there leads out of the project.
    """
    try:
        return default_place(root)
    except OutsideError as error:
        raise click.UsageError(TEXTS["errors"]["site-elsewhere"].format(target=root / "site")) from error


def _progress(words: str) -> Callable[[int, int], None]:
    """What counts pages or sites on a terminal, and elsewhere says nothing."""

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            click.echo(TEXTS["build"][words].format(done=done, total=total), nl=done == total, err=True)

    return show


def _selection(root: Path, edition: str | None, shard: str | None, portal: bool) -> Selection | None:
    """Which sites ``khumue build`` is to build; None for an edition that was asked for alone.

    Raises:
        click.UsageError: when options contradict one another, or the share is none.
    """
    errors = TEXTS["errors"]
    if sum((edition is not None, shard is not None, portal)) > 1:
        raise click.UsageError(errors["one-selection"])
    if edition is not None:
        return None
    if portal:
        return only_portal()
    if shard is None:
        return everything(edition_ids(root))
    try:
        return share(edition_ids(root), Shard.parse(shard))
    except ValueError as error:
        raise click.UsageError(errors["shard"].format(shard=shard)) from error
