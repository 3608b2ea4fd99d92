"""The commands for people who write YAML: what their editor's program needs to know, and one way to lay files out."""

from pathlib import Path

import click

from generator.cli.common import TEXTS, find_project, root_argument

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
    from generator.storage import reason_of_failure  # noqa: PLC0415  # likewise

    root = find_project(root, None)
    folder = output or root / _SCHEMAS
    try:
        files = write_schemas(folder, known_ids(read_project(root)))
    except OSError as error:
        reason = reason_of_failure(error)
        raise click.ClickException(
            TEXTS["errors"]["not-written"].format(path=folder, reason=reason)
        ) from error
    click.echo(TEXTS["schemas"]["done"].format(count=len(files), folder=folder))
