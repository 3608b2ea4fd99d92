"""The command that explains what has to be mended."""

import os
import sys
from pathlib import Path

import click

from generator import __version__
from generator.assembly import Editions, read_editions
from generator.cli.common import (
    EXIT_PROBLEMS,
    TEXTS,
    require_project,
    root_argument,
)
from generator.collector import all_kept
from generator.desk import chart_problems, problems_of
from generator.diagnostics import (
    render_github,
    render_github_mends,
    render_github_summary,
    render_gitlab,
    render_json,
    render_mends,
    render_sarif,
    render_text,
)
from generator.problems import Mend, Problem, has_errors
from generator.project import PROCEDURES_FOLDER
from generator.storage import append_named, files_as_published

_DATA_SUFFIX = ".json"


@click.command(help=TEXTS["check"]["help"], epilog=TEXTS["root"])
@click.option("--edition", metavar="EDITION", help=TEXTS["check"]["edition"])
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "github", "gitlab", "sarif"]),
    default="text",
    help=TEXTS["check"]["format"],
)
@click.option("--strict", is_flag=True, help=TEXTS["check"]["strict"])
@click.option("--published", metavar="STATE", default="", help=TEXTS["check"]["published"])
@click.option("--fix", is_flag=True, help=TEXTS["check"]["fix"])
@root_argument
def check(*, root: Path, edition: str | None, shape: str, strict: bool, published: str, fix: bool) -> None:
    """Check a project and explain every problem."""
    require_project(root, edition)
    mends: list[Mend] | None = None
    with all_kept():
        problems = _checked(root, edition, published)
        if fix:
            mends = _mended(root, problems)
            problems = _checked(root, edition, published) if mends else problems
    click.echo(_rendered(problems, shape, mends), nl=False)
    if has_errors(problems) or (strict and problems):
        sys.exit(EXIT_PROBLEMS)


def _checked(root: Path, edition: str | None, published: str) -> list[Problem]:
    """The problems of a project's files and settings, of places on made pages, of drawn flowcharts that are kept."""
    editions = read_editions(root)
    return [
        *problems_of(root, editions, _tried),
        *_lost_ids(root, editions, published),
        *chart_problems(root, editions, edition),
        *editions.unprintable_emblems(_reason_not_printed),
    ]


def _tried(root: Path) -> list[Problem]:
    """What is wrong with settings of which only the engine knows."""
    from generator.site.making import tried_settings  # noqa: PLC0415  # most settings are known to work

    return tried_settings(root)


def _reason_not_printed(picture: bytes) -> str:
    """Why a picture cannot be printed; empty where it can."""
    from generator.paper import reason_not_shown  # noqa: PLC0415  # brings Typst along, for manuals with an emblem

    return reason_not_shown(picture)


def _lost_ids(root: Path, editions: Editions, published: str) -> list[Problem]:
    """Of the ids that were published, those that are gone; what was published, git tells where nobody says it.

    Raises:
        click.UsageError: when nothing of the name that was given can be read.
    """
    if published.endswith(_DATA_SUFFIX):
        from generator.revisions import UnreadableExportError, read_export  # noqa: PLC0415  # few give one

        try:
            return editions.lost_ids(read_export(Path(published)), published)
        except UnreadableExportError as error:
            raise click.UsageError(
                TEXTS["check"]["unreadable"].format(file=published, reason=error)
            ) from error
    files = files_as_published(root, PROCEDURES_FOLDER, published)
    if files is None and published:
        raise click.UsageError(TEXTS["check"]["unknown"].format(state=published))
    return editions.lost_ids(files) if files is not None and files.changed else []


def _mended(root: Path, problems: list[Problem]) -> list[Mend]:
    """Mend the files in which something is wrong; one that cannot be written is told, and is as it was."""
    from generator.scaffold import mend_files  # noqa: PLC0415  # most checks only read

    mends, failures = mend_files(root, (problem.location.file for problem in problems))
    for failure in failures:
        message = TEXTS["errors"]["not-written"].format(path=failure.file, reason=failure.reason)
        click.echo(message, err=True)
    return mends


def _rendered(problems: list[Problem], shape: str, mends: list[Mend] | None) -> str:
    """Problems in the format that was asked for, after what was mended; on GitHub also in the job's summary.

    What a format has no place for, what was mended, goes to the standard error.
    """
    if shape == "json":
        return render_json(problems, mends)
    if shape == "github":
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            append_named(Path(summary), render_github_summary(problems))
        return render_github_mends(mends or ()) + render_github(problems)
    if shape in ("gitlab", "sarif"):
        click.echo(render_mends(mends) if mends else "", nl=False, err=True)
        return render_gitlab(problems) if shape == "gitlab" else render_sarif(problems, __version__)
    told = render_mends(mends) + "\n" if mends else ""
    return told + render_text(problems, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ)
