"""The commands about ids: they become others, in authors' files and in charts that are kept, or are given up."""

import sys
from collections.abc import Collection
from pathlib import Path

import click

from generator.assembly import read_editions
from generator.cli.common import EXIT_PROBLEMS, TEXTS, editing_errors, find_project, root_argument
from generator.diagnostics import render_text
from generator.model import RetiredKind, Retirement
from generator.storage import reason_of_failure
from generator.today import build_day


@click.command(help=TEXTS["rename"]["help"], epilog=TEXTS["accept"]["root"])
@click.argument("kind", metavar="KIND", type=click.Choice([each.value for each in RetiredKind]))
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--dry-run", is_flag=True, help=TEXTS["rename"]["dry-run"])
@click.option("--only-note", is_flag=True, help=TEXTS["rename"]["only-note"])
@root_argument
def rename(*, root: Path, kind: str, old: str, new: str, dry_run: bool, only_note: bool) -> None:
    """Give a thing another id in every file that names it, or only note the one that it had."""
    from generator.scaffold import BrokenProjectError, note_renamed, rename_id  # noqa: PLC0415  # this command's own

    root = find_project(root, None)
    if only_note:
        with editing_errors():
            click.echo(note_renamed(root, Retirement(kind, old, new), build_day(), dry_run).report)
        return
    with editing_errors():
        drawn = () if dry_run else _editions_drawn(root)
        try:
            renamed = rename_id(root, RetiredKind(kind), old, new, dry_run)
        except BrokenProjectError as broken:
            click.echo(render_text(broken.problems), nl=False, err=True)
            raise
    click.echo(renamed.report)
    if drawn:
        _draw_again(root, drawn)


@click.command(help=TEXTS["retire"]["help"], epilog=TEXTS["accept"]["root"])
@click.argument("kind", metavar="KIND", type=click.Choice([each.value for each in RetiredKind]))
@click.argument("old", metavar="ID")
@click.option("--for", "new", metavar="ID", default="", help=TEXTS["retire"]["for"])
@click.option("--date", "day", metavar="DATE", default="", help=TEXTS["retire"]["date"])
@click.option("--dry-run", is_flag=True, help=TEXTS["retire"]["dry-run"])
@root_argument
def retire(*, root: Path, kind: str, old: str, new: str, day: str, dry_run: bool) -> None:
    """Take a procedure out of use, or note the id of what is gone."""
    from generator.scaffold import retire_id  # noqa: PLC0415  # this command's own

    root = find_project(root, None)
    with editing_errors():
        told = retire_id(root, Retirement(kind, old, new), day, build_day(), dry_run)
    click.echo(told.report)


def _editions_drawn(root: Path) -> tuple[str, ...]:
    """The editions whose charts are kept as pictures and are as they should be."""
    if not (root / "flowcharts").is_dir() or Path(root / "flowcharts").is_symlink():
        return ()
    from generator.charts import stale_charts  # noqa: PLC0415  # most projects keep none

    editions = read_editions(root, check=False)
    manuals = (editions.manual(each) for each in editions.ids if (root / "flowcharts" / each).is_dir())
    return tuple(each.edition_id for each in manuals if each is not None and not stale_charts(root, each))


def _draw_again(root: Path, drawn: Collection[str]) -> None:
    """Draw the charts of editions anew; where they cannot be drawn, how to do it is told."""
    from generator.charts import LayoutError, write_charts  # noqa: PLC0415  # most projects keep none

    editions, count = read_editions(root, check=False), 0
    try:
        for each in drawn:
            if manual := editions.manual(each):
                count += len(write_charts(root, manual).written)
    except LayoutError as failure:
        click.echo(TEXTS["rename"]["not-drawn"].format(reason=failure), err=True)
        sys.exit(EXIT_PROBLEMS)
    except OSError as failure:
        click.echo(TEXTS["rename"]["not-drawn"].format(reason=reason_of_failure(failure)), err=True)
        sys.exit(EXIT_PROBLEMS)
    if count:
        click.echo(TEXTS["rename"]["drawn"].format(count=count))
