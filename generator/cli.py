"""The ``khumue`` command: each subcommand is a few lines over the rooms of the package.

What the commands say stands in ``data/command_texts.yml``. Rooms that are slow to import are imported by the command
that needs them.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click
import yaml

from generator import __version__
from generator.model.manual import Manual
from generator.problem_formats import render_github, render_github_summary, render_json, render_text
from generator.problems import Problem, has_errors
from generator.reading import edition_ids, load_manual, stale_chart_problems

TEXTS: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "data" / "command_texts.yml").read_text(encoding="utf-8"),
    Loader=yaml.CSafeLoader,
)
EXIT_PROBLEMS = 1
root_argument = click.argument(
    "root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)


@click.group(help=TEXTS["main"], context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="khumue", help=TEXTS["version"])
def main() -> None:
    """Make the manual of an office from its procedures."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@main.command(help=TEXTS["check"]["help"], epilog=TEXTS["root"])
@click.option("--edition", metavar="EDITION", help=TEXTS["check"]["edition"])
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help=TEXTS["check"]["format"],
)
@click.option("--strict", is_flag=True, help=TEXTS["check"]["strict"])
@root_argument
def check(root: Path, edition: str | None, shape: str, strict: bool) -> None:
    """Check a project and explain every problem."""
    require_project(root, edition)
    problems = _checked(root, edition)
    click.echo(_rendered(problems, shape), nl=False)
    if has_errors(problems) or (strict and problems):
        sys.exit(EXIT_PROBLEMS)


@main.command(help=TEXTS["new"]["help"], epilog=TEXTS["root"])
@click.argument("target", metavar=TEXTS["new"]["target"])
@root_argument
def new(root: Path, target: str) -> None:
    """Start a new procedure."""
    from generator.editing.new import NewProcedureError, new_procedure  # noqa: PLC0415  # brings Jinja along

    require_project(root, None)
    try:
        click.echo(new_procedure(root, target).report)
    except NewProcedureError as failure:
        raise click.UsageError(str(failure)) from failure


@main.command(help=TEXTS["build"]["help"], epilog=TEXTS["project"])
@click.option("--edition", metavar="EDITION", help=TEXTS["build"]["edition"])
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help=TEXTS["build"]["site-dir"])
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@root_argument
def build(root: Path, edition: str | None, site_dir: Path | None, quiet: bool) -> None:
    """Build the site."""
    from generator.site.build import build_site  # noqa: PLC0415  # brings MkDocs along

    root = find_project(root, edition)
    started, target = time.perf_counter(), site_dir or root / "site"
    with _site_errors():
        pages = build_site(root, target, edition, progress=None if quiet else _show_progress)
    if not quiet:
        seconds = time.perf_counter() - started
        click.echo(TEXTS["build"]["done"].format(pages=pages, target=target, seconds=seconds))


@main.command(help=TEXTS["serve"]["help"], epilog=TEXTS["project"])
@click.option("--address", default="127.0.0.1:8000", show_default=True, help=TEXTS["serve"]["address"])
@click.option("--open", "open_browser", is_flag=True, help=TEXTS["serve"]["open"])
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@root_argument
def serve(root: Path, address: str, open_browser: bool, quiet: bool) -> None:
    """Show the site while it is being edited."""
    from generator.site.serve import serve_site  # noqa: PLC0415  # brings MkDocs along

    root = find_project(root, None)
    with _site_errors():
        serve_site(root, address, open_browser, quiet)


@main.command(help=TEXTS["draw"]["help"], epilog=TEXTS["project"])
@click.option("--edition", metavar="EDITION", help=TEXTS["draw"]["edition"])
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@root_argument
def draw(root: Path, edition: str | None, quiet: bool) -> None:
    """Write the flowcharts as files."""
    from generator.charts.files import remove_other_editions, write_charts  # noqa: PLC0415  # brings Graphviz along
    from generator.charts.layout import LayoutError  # noqa: PLC0415  # likewise

    root = find_project(root, edition)
    written, removed = 0, 0 if edition else len(remove_other_editions(root, edition_ids(root)))
    for each in [edition] if edition else edition_ids(root):
        try:
            changes = write_charts(root, _sound_manual(root, each))
        except LayoutError as error:
            raise click.ClickException(str(error)) from error
        written, removed = written + len(changes.written), removed + len(changes.removed)
    if not quiet:
        click.echo(TEXTS["draw"]["done"].format(written=written, removed=removed))


@main.command(help=TEXTS["export"]["help"], epilog=TEXTS["project"])
@click.argument("shape", metavar="json|markdown", type=click.Choice(["json", "markdown"]))
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--edition", metavar="EDITION", help=TEXTS["build"]["edition"])
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@root_argument
def export(root: Path, shape: str, directory: Path, edition: str | None, quiet: bool) -> None:
    """Write the manual as data or as plain Markdown."""
    from generator.printing.export import export_files  # noqa: PLC0415  # brings Graphviz and Jinja along

    root = find_project(root, edition)
    count = export_files(_sound_manual(root, edition), shape, directory)
    if not quiet:
        click.echo(TEXTS["export"]["done"].format(count=count, directory=directory))


def _sound_manual(root: Path, edition: str | None) -> Manual:
    """An edition without errors; where there are some they are told, and the command ends."""
    manual, problems = load_manual(root, edition)
    if manual is None or has_errors(problems):
        click.echo(render_text(problems), nl=False, err=True)
        sys.exit(EXIT_PROBLEMS)
    return manual


@contextmanager
def _site_errors() -> Iterator[None]:
    """Tell why a site could not be made, and end with the exit code for it."""
    from generator.site.build import ContentError, SettingsError, SiteError  # noqa: PLC0415  # brings MkDocs along

    try:
        yield
    except ContentError as error:
        click.echo(render_text(error.problems, colour=sys.stderr.isatty()), nl=False, err=True)
        sys.exit(EXIT_PROBLEMS)
    except SettingsError as error:
        raise click.UsageError(TEXTS["errors"]["settings"].format(reason=error)) from error
    except SiteError as error:
        click.echo(TEXTS["errors"]["site"].format(reason=error), err=True)
        sys.exit(EXIT_PROBLEMS)


def _show_progress(done: int, total: int) -> None:
    """Count the pages on a terminal; elsewhere say nothing."""
    if sys.stderr.isatty():
        click.echo(TEXTS["build"]["progress"].format(done=done, total=total), nl=done == total, err=True)


def find_project(start: Path, edition: str | None) -> Path:
    """The project that a folder belongs to: the folder itself, or the nearest one above that holds ``procedures/``.

    Raises:
        click.UsageError: when there is none, or it has no edition of that name.
    """
    folders = (start.resolve(), *start.resolve().parents)
    root = next((each for each in folders if (each / "procedures" / "manual.yml").is_file()), start)
    require_project(root, edition)
    return root


def _checked(root: Path, edition: str | None) -> list[Problem]:
    """The problems of a project's files, and of its drawn flowcharts when it keeps any."""
    manual, problems = load_manual(root, edition)
    if manual is not None and (root / "flowcharts").is_dir():
        from generator.charts.files import stale_charts  # noqa: PLC0415  # most projects checked have none

        problems += stale_chart_problems(stale_charts(root, manual))
    return problems


def require_project(root: Path, edition: str | None) -> None:
    """Make sure that there is something to read.

    Raises:
        click.UsageError: when the folder holds no project, or no edition of that name.
    """
    if not (root / "procedures").is_dir():
        raise click.UsageError(TEXTS["errors"]["no-procedures"].format(root=root))
    known = edition_ids(root)
    if edition is not None and edition not in known:
        raise click.UsageError(
            TEXTS["errors"]["unknown-edition"].format(edition=edition, known=", ".join(known))
        )


def _rendered(problems: list[Problem], shape: str) -> str:
    """Problems in the format that was asked for; on GitHub also written to the job's summary."""
    if shape == "json":
        return render_json(problems)
    if shape == "github":
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(render_github_summary(problems))
        return render_github(problems)
    return render_text(problems, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ)
