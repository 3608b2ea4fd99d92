"""The ``khumue`` command: each subcommand is a few lines over the rooms of the package.

What the commands say is the part ``commands`` of the words. Rooms that are slow to import are imported by the command
that needs them.
"""

import sys
from io import TextIOWrapper

import click

from generator import __version__
from generator.collector import all_kept

with all_kept():  # importing makes very many small things
    from generator.cli.approving import approve
    from generator.cli.building import build, serve
    from generator.cli.changing import diff
    from generator.cli.checking import check
    from generator.cli.common import TEXTS
    from generator.cli.desk import edit
    from generator.cli.editing import accept, init, new, reference
    from generator.cli.exporting import export
    from generator.cli.failing import Commands
    from generator.cli.output import compare, draw
    from generator.cli.printing import print_
    from generator.cli.reminding import reminders
    from generator.cli.renaming import rename, retire
    from generator.cli.sources import fmt, schemas
    from generator.cli.speaking import let_click_speak
    from generator.cli.upgrading import upgrade
    from generator.today import settle_day

let_click_speak()


@click.group(cls=Commands, help=TEXTS["main"], context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="khumue", help=TEXTS["version"])
def main() -> None:
    """Make the manual of an office from its procedures."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        settle_day()
    except ValueError as error:
        raise click.UsageError(TEXTS["errors"]["day"].format(given=error)) from error


for command in (
    *(check, edit, build, serve, draw, new, accept, approve, rename, retire, init, reference, compare),
    *(diff, export, print_, reminders, schemas, fmt, upgrade),
):
    main.add_command(command)
