"""The commands that draw flowcharts and tell what differs between editions."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import click

from generator.cli.common import (
    EXIT_PROBLEMS,
    TEXTS,
    edition_procedure_root,
    find_project,
    require_folder,
    root_argument,
    some_of,
    sound,
    sound_editions,
)
from generator.diagnostics import render_text
from generator.site import is_source
from generator.storage import NotOursError, reason_of_failure, write_over_own


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
        BrokenEditionsError,
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
        refuse_source(root, output, "-o compare.html")
    colour = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    try:
        report = compare_editions(root, names[0], after, procedure, shape, colour)
    except UnknownNameError as error:
        raise click.UsageError(str(error)) from error
    except BrokenEditionsError as error:
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


def refuse_source(root: Path, output: Path, example: str) -> None:
    """Make sure that a report is not written over what people write.

    Args:
        root: the project's root.
        output: where the report goes.
        example: how to name another file.

    Raises:
        click.UsageError: when it would be.
    """
    if is_source(root, output) or output.resolve() == (root / "mkdocs.yml").resolve():
        raise click.UsageError(TEXTS["errors"]["source-file"].format(target=output, example=example))


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
