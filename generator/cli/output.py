"""The commands that write or show the manual in other forms: flowcharts, exports, what differs between editions."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from generator.cli.common import (
    EXIT_PROBLEMS,
    TEXTS,
    edition_procedure_root,
    find_project,
    require_folder,
    root_argument,
    site_errors,
    some_of,
    sound,
    sound_editions,
    sound_manual,
)
from generator.diagnostics import render_text
from generator.site import is_source
from generator.storage import NotOursError, reason_of_failure, write_over_own

if TYPE_CHECKING:
    from generator.document import Authored


@click.command(help=TEXTS["draw"]["help"], epilog=TEXTS["project"])
@click.option("--edition", metavar="EDITION", help=TEXTS["draw"]["edition"])
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@root_argument
def draw(root: Path, edition: str | None, quiet: bool) -> None:
    """Write the flowcharts as files."""
    from generator.charts import (  # noqa: PLC0415  # brings Graphviz along
        links_among_charts,
        remove_other_editions,
        write_charts,
    )

    root = find_project(root, edition)
    editions = sound_editions(root, edition)
    if links := links_among_charts(root):
        raise click.ClickException(TEXTS["errors"]["charts-elsewhere"].format(names=some_of(links)))
    with output_errors(root / "flowcharts"):
        written, removed = 0, 0 if edition else len(remove_other_editions(root, editions.ids))
        for each in [edition] if edition else editions.ids:
            changes = write_charts(root, sound(editions.manual(each), []))
            written, removed = written + len(changes.written), removed + len(changes.removed)
    if not quiet:
        click.echo(TEXTS["draw"]["done"].format(written=written, removed=removed))


@click.command(
    help="\n\n".join(
        (
            TEXTS["export"]["help"],
            *(f"{shape}: {about}" for shape, about in TEXTS["export"]["shapes"].items()),
        )
    ),
    epilog=TEXTS["project"],
)
@click.argument(
    "shape", metavar="|".join(TEXTS["export"]["shapes"]), type=click.Choice(list(TEXTS["export"]["shapes"]))
)
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--edition", metavar="EDITION", help=TEXTS["export"]["edition"])
@click.option("--force", is_flag=True, help=TEXTS["export"]["force"])
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@root_argument
def export(*, root: Path, shape: str, directory: Path, edition: str | None, force: bool, quiet: bool) -> None:
    """Write the manual in a shape for others."""
    from generator.writers import export_files, not_exported  # noqa: PLC0415  # brings Graphviz and Jinja along

    root = find_project(root, edition)
    if is_source(root, directory):
        raise click.UsageError(TEXTS["errors"]["source-folder"].format(target=directory))
    if not force and (names := not_exported(directory)):
        raise click.UsageError(
            TEXTS["errors"]["not-an-export"].format(target=directory, names=some_of(names))
        )
    manual = sound_manual(root, edition)
    with output_errors(directory):
        try:
            count = export_files(
                manual, shape, directory, lambda: _authored(root, manual.edition_id), is_forced=force
            )
        except NotOursError as error:
            raise click.UsageError(
                TEXTS["errors"]["not-an-export"].format(target=directory, names=some_of(error.names))
            ) from error
    if not quiet:
        click.echo(TEXTS["export"]["done"].format(count=count, directory=directory))


@click.command(help=TEXTS["compare"]["help"], epilog=TEXTS["accept"]["root"])
@click.argument("names", metavar="EDITION EDITION [PROCEDURE] [ROOT]", nargs=-1)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    help=TEXTS["compare"]["format"],
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help=TEXTS["compare"]["output"]
)
def compare(names: tuple[str, ...], shape: Literal["text", "json", "html"], output: Path | None) -> None:
    """Say what differs between two editions."""
    from generator.charts import LayoutError  # noqa: PLC0415  # brings Graphviz along
    from generator.diff import (  # noqa: PLC0415  # likewise
        BrokenProjectError,
        UnknownNameError,
        compare_editions,
    )

    usage = TEXTS["compare"]["usage"]
    require_folder(names[0] if names else ".")
    after, procedure, start = edition_procedure_root(names[1:], usage)
    if after is None:
        raise click.UsageError(usage)
    root = find_project(start, None)
    if output is not None:
        refuse_source(root, output)
    colour = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    try:
        report = compare_editions(root, names[0], after, procedure, shape, colour)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error
    except BrokenProjectError as error:
        click.echo(render_text(error.problems), nl=False, err=True)
        sys.exit(EXIT_PROBLEMS)
    except LayoutError as error:
        raise click.ClickException(str(error)) from error
    if output is None:
        click.echo(report, nl=False, color=True if colour else None)
    else:
        with output_errors(output):
            write_over_own(output, report, head=report[: report.index(_BEHIND_HEADS[shape])])


_BEHIND_HEADS = {"text": "\n", "json": '"after"', "html": "</title>"}
"""What stands in each shape of a comparison behind what names it."""


def refuse_source(root: Path, output: Path) -> None:
    """Make sure that a report is not written over what people write.

    Raises:
        click.UsageError: when it would be.
    """
    if is_source(root, output) or output.resolve() == (root / "mkdocs.yml").resolve():
        raise click.UsageError(TEXTS["errors"]["source-file"].format(target=output))


def _authored(root: Path, edition: str) -> "Authored":
    """The documents that are written by hand."""
    from generator.site.making import authored_pages  # noqa: PLC0415  # brings MkDocs along

    with site_errors():
        return authored_pages(root, edition)


@contextmanager
def output_errors(path: Path) -> Iterator[None]:
    """Tell why something could not be drawn or written, and end with the exit code for it."""
    from generator.charts import LayoutError  # noqa: PLC0415  # brings Graphviz along

    try:
        yield
    except LayoutError as error:
        raise click.ClickException(str(error)) from error
    except NotOursError as error:
        raise click.UsageError(TEXTS["errors"]["other-file"].format(file=path)) from error
    except OSError as error:
        reason = reason_of_failure(error)
        raise click.ClickException(TEXTS["errors"]["not-written"].format(path=path, reason=reason)) from error
