"""``khumue approve``: record that an office approved procedures as they read now."""

import sys
from pathlib import Path

import click

from generator.assembly import edition_ids
from generator.cli.common import (
    EXIT_PROBLEMS,
    TEXTS,
    editing_errors,
    find_project,
    names_and_root,
    sound_manual,
)
from generator.today import build_day

_SAID = TEXTS["approve"]


@click.command(help=_SAID["help"], epilog=TEXTS["accept"]["root"])
@click.argument("names", metavar="PROCEDURE... [ROOT]", nargs=-1)
@click.option("--by", "roles", metavar="ROLE", multiple=True, required=True, help=_SAID["by"])
@click.option("--date", metavar="DATE", required=True, help=_SAID["date"])
@click.option("--order", metavar="TEXT", default="", help=_SAID["order"])
@click.option("--edition", metavar="EDITION", help=_SAID["edition"])
@click.option("--dry-run", is_flag=True, help=_SAID["dry-run"])
def approve(
    *,
    names: tuple[str, ...],
    roles: tuple[str, ...],
    date: str,
    order: str,
    edition: str | None,
    dry_run: bool,
) -> None:
    """Record an approval."""
    from generator.scaffold import GivenApproval, approve_procedures  # noqa: PLC0415  # this command's own

    procedures, start = names_and_root(names)
    if not procedures:
        raise click.UsageError(_SAID["no-procedure"])
    root = find_project(start, edition)
    manual = sound_manual(root, edition or _only_edition(root))
    with editing_errors():
        given = GivenApproval(roles, date, order)
        approved = approve_procedures(root, manual, procedures, given, build_day(), dry_run)
    click.echo(approved.report)
    if approved.refused:
        sys.exit(EXIT_PROBLEMS)


def _only_edition(root: Path) -> str:
    """The edition of a manual that has no other."""
    known = edition_ids(root)
    if len(known) != 1:
        raise click.UsageError(_SAID["which-edition"].format(known=", ".join(known)))
    return known[0]
