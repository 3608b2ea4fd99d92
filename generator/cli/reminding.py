"""``khumue reminders``: what the owners of procedures should look after, for a job that tells them."""

import json
from pathlib import Path
from typing import Literal

import click

from generator.cli.common import TEXTS, find_project, root_argument, sound_manual
from generator.today import build_day

_SAID = TEXTS["reminders"]


@click.command(help=_SAID["help"], epilog=TEXTS["project"])
@click.option("--edition", metavar="EDITION", help=_SAID["edition"])
@click.option(
    "--format", "shape", type=click.Choice(["markdown", "json"]), default="markdown", help=_SAID["format"]
)
@root_argument
def reminders(root: Path, edition: str | None, shape: Literal["markdown", "json"]) -> None:
    """Tell what owners should be reminded of."""
    from generator.indexes import Indexes  # noqa: PLC0415  # brings the charts along
    from generator.writers import reminders_data, reminders_markdown  # noqa: PLC0415  # likewise

    manual = sound_manual(find_project(root, edition), edition)
    indexes = Indexes(manual, build_day())
    if shape == "json":
        told = json.dumps(reminders_data(indexes), ensure_ascii=False, indent=2)
    else:
        told = reminders_markdown(indexes).rstrip() or _SAID["nothing"]
    click.echo(told)
