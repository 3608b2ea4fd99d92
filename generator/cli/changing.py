"""The command that tells what changed over time."""

import os
import sys
from pathlib import Path
from typing import Literal

import click

from generator.cli.common import EXIT_PROBLEMS, TEXTS, find_project
from generator.cli.output import output_errors, refuse_source
from generator.diagnostics import render_text
from generator.storage import write_over_own

_BEHIND_HEADS = {"text": "\n", "markdown": "\n", "json": '"before"', "html": "</title>"}
"""What stands in each shape of a report behind what names it."""


@click.command(help=TEXTS["diff"]["help"])
@click.argument("states", metavar="[BEFORE[..AFTER]] [AFTER]", nargs=-1)
@click.option("--edition", metavar="EDITION", help=TEXTS["diff"]["edition"])
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    help=TEXTS["diff"]["format"],
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help=TEXTS["diff"]["output"])
@click.option("--strict-duties", is_flag=True, help=TEXTS["diff"]["strict"])
@click.option(
    "--root",
    "start",
    metavar="ROOT",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=TEXTS["diff"]["root"],
)
def diff(
    *,
    states: tuple[str, ...],
    edition: str | None,
    shape: Literal["text", "markdown", "html", "json"],
    output: Path | None,
    strict_duties: bool,
    start: Path,
) -> None:
    """Say what changed between two states."""
    from generator.charts import LayoutError  # noqa: PLC0415  # brings Graphviz along
    from generator.revisions import (  # noqa: PLC0415  # likewise
        BrokenStateError,
        UnknownStateError,
        tell_changes,
    )

    root = _project_of(start, states)
    if output is not None and root is not None:
        refuse_source(root, output, "-o changes.html")
    colour = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    try:
        told = tell_changes(root, states, edition, shape, colour)
    except UnknownStateError as error:
        raise click.UsageError(str(error)) from error
    except BrokenStateError as error:
        click.echo(TEXTS["diff"]["broken"].format(state=error.label), err=True)
        click.echo(render_text(error.problems), nl=False, err=True)
        sys.exit(EXIT_PROBLEMS)
    except LayoutError as error:
        raise click.ClickException(str(error)) from error
    if output is None:
        click.echo(told.report, nl=False, color=True if colour else None)
    else:
        with output_errors(output):
            write_over_own(output, told.report, head=told.report[: told.report.index(_BEHIND_HEADS[shape])])
    if strict_duties and (told.is_duty_changed or told.has_errors):
        click.echo(TEXTS["diff"]["duties" if told.is_duty_changed else "unsure"], err=True)
        sys.exit(EXIT_PROBLEMS)


def _project_of(start: Path, states: tuple[str, ...]) -> Path | None:
    """The project that the command was given in; None where it was not given in one and two states are named.

    Raises:
        click.UsageError: when there is none, and it is needed.
    """
    try:
        return find_project(start, None)
    except click.UsageError:
        if len(states) == 2:
            return None
        raise
