"""The commands for people who write YAML: what their editor's program needs to know, and one way to lay files out."""

import sys
from pathlib import Path

import click

from generator.cli.common import EXIT_PROBLEMS, TEXTS, find_project, root_argument
from generator.diagnostics import render_text

_SCHEMAS = Path(".vscode") / "schemas"


@click.command(help=TEXTS["schemas"]["help"], epilog=TEXTS["root"])
@click.option(
    "-o",
    "--output",
    metavar="DIRECTORY",
    type=click.Path(file_okay=False, path_type=Path),
    help=TEXTS["schemas"]["output"],
)
@root_argument
def schemas(root: Path, output: Path | None) -> None:
    """Write JSON Schemas with the ids of a project."""
    from generator.project import read_project  # noqa: PLC0415  # this command's own
    from generator.scaffold import known_ids, write_schemas  # noqa: PLC0415  # likewise
    from generator.storage import leads_outside, reason_of_failure  # noqa: PLC0415  # likewise

    root = find_project(root, None)
    folder = output or root / _SCHEMAS
    if output is None and leads_outside(root, _SCHEMAS.as_posix()):
        raise click.UsageError(TEXTS["errors"]["schemas-elsewhere"].format(target=folder))
    try:
        files = write_schemas(folder, known_ids(read_project(root)))
    except OSError as error:
        reason = reason_of_failure(error)
        raise click.ClickException(
            TEXTS["errors"]["not-written"].format(path=folder, reason=reason)
        ) from error
    click.echo(TEXTS["schemas"]["done"].format(count=len(files), folder=folder))


@click.command(help=TEXTS["fmt"]["help"], epilog=TEXTS["fmt"]["files"])
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help=TEXTS["fmt"]["check"])
def fmt(files: tuple[Path, ...], check: bool) -> None:
    """Lay files out in one way."""
    from generator.project import discover  # noqa: PLC0415  # this command's own
    from generator.scaffold import Formatting, format_files  # noqa: PLC0415  # likewise
    from generator.storage import NotWrittenError  # noqa: PLC0415  # likewise

    said = TEXTS["fmt"]
    start = files[0].resolve() if files else Path()
    root = find_project(start if start.is_dir() else start.parent, None).resolve()
    known = {root / each.file: each for each in discover(root)[0]}
    named = [path.resolve() for path in files]
    strange = [given for given, path in zip(files, named, strict=True) if path not in known]
    if strange:
        raise click.UsageError(said["unknown"].format(file=strange[0]))
    chosen = [known[path] for path in dict.fromkeys(named)] if files else list(known.values())
    try:
        formatted = format_files(root, chosen, is_check=check)
    except NotWrittenError as failure:
        text = TEXTS["errors"]["not-written"].format(path=failure.file, reason=failure.reason)
        raise click.ClickException(text) from failure
    problems = [problem for each in formatted for problem in each.problems]
    words = {Formatting.CHANGED: said["would" if check else "done"], Formatting.LEFT: said["left"]}
    for each in formatted:
        if each.came_to in words:
            click.echo(words[each.came_to].format(file=each.file))
    if problems:
        click.echo(render_text(problems), nl=False, err=True)
    changed = sum(each.came_to is Formatting.CHANGED for each in formatted)
    summary = said["summary-check" if check else "summary"]
    click.echo(summary.format(changed=changed, count=len(formatted)))
    if problems or (check and changed):
        sys.exit(EXIT_PROBLEMS)
