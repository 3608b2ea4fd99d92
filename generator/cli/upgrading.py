"""``khumue upgrade``: a manual follows a new release of the program."""

from pathlib import Path

import click

from generator.cli.common import TEXTS, editing_errors, find_project, root_argument

_SAID = TEXTS["upgrade"]


@click.command(help=_SAID["help"], epilog=TEXTS["project"])
@click.option("--write", is_flag=True, help=_SAID["write"])
@click.option("--program", metavar="ADDRESS", default="", help=_SAID["program"])
@root_argument
def upgrade(root: Path, write: bool, program: str) -> None:
    """Show what the files of a manual need, or make it."""
    from generator.scaffold import upgrade_project  # noqa: PLC0415  # this command's own

    root = find_project(root, None)
    with editing_errors():
        click.echo(upgrade_project(root, program, is_trial=not write).report)
