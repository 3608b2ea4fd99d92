"""The command that prints the manual of an edition, or some of its procedures, as PDF."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.common import (
    TEXTS,
    find_project,
    is_in_project,
    require_folder,
    site_errors,
    some_of,
    sound_manual,
)
from generator.diagnostics import meant
from generator.model import Manual, plain_text
from generator.site import is_source
from generator.storage import (
    NotOursError,
    bytes_there,
    reason_of_failure,
    refuse_others,
    write_bytes_over_own,
)

if TYPE_CHECKING:
    from generator.document import Authored

SUFFIX = ".pdf"
_NUMERALS = ("arabic", "thai")


@click.command("print", help=TEXTS["print"]["help"], epilog=TEXTS["project"])
@click.option("--edition", metavar="EDITION", help=TEXTS["export"]["edition"])
@click.option(
    "--procedure", "procedures", metavar="PROCEDURE", multiple=True, help=TEXTS["print"]["procedure"]
)
@click.option("--form", type=click.Choice(TEXTS["print"]["forms"]), help=TEXTS["print"]["form"])
@click.option(
    "--numerals", type=click.Choice(_NUMERALS), default=_NUMERALS[0], help=TEXTS["print"]["numerals"]
)
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@click.argument("names", metavar="[OUT] [ROOT]", nargs=-1)
def print_(
    *,
    names: tuple[str, ...],
    edition: str | None,
    procedures: tuple[str, ...],
    form: str | None,
    numerals: str,
    quiet: bool,
) -> None:
    """Print the manual, or a form."""
    out, start = _out_and_root(names)
    root = find_project(start, edition)
    manual = sound_manual(root, edition)
    chosen = tuple(dict.fromkeys(chosen_procedure(manual, each) for each in procedures))
    path = out or Path("-".join((manual.edition_id, *filter(None, (form,)), *chosen)) + SUFFIX)
    pdf, is_new = _printed(root, manual, path, chosen, form, numerals == "thai", quiet)
    if not quiet:
        from generator.paper import page_count  # noqa: PLC0415  # brings Typst along

        said = TEXTS["print"]["done" if is_new else "kept"]
        click.echo(said.format(file=path, count=page_count(pdf)))


def _out_and_root(names: Sequence[str]) -> tuple[Path | None, Path]:
    """Where to print, and the project: a folder can only be that."""
    if len(names) > 2:
        raise click.UsageError(TEXTS["print"]["too-many"])
    *before, last = names or (".",)
    if not before and not (Path(last).is_dir() and is_in_project(Path(last))):
        return _file(last), Path()
    require_folder(last)
    if not Path(last).is_dir():
        raise click.UsageError(TEXTS["errors"]["no-folder"].format(folder=last))
    return (_file(before[0]) if before else None), Path(last)


def _file(name: str) -> Path:
    """The file to print into."""
    path = Path(name)
    if path.is_dir():
        raise click.UsageError(TEXTS["print"]["folder"].format(file=name, example=path / f"manual{SUFFIX}"))
    if path.suffix.lower() != SUFFIX:
        raise click.UsageError(TEXTS["print"]["suffix"].format(file=name, example=f"{name}{SUFFIX}"))
    return path


def chosen_procedure(manual: Manual, given: str) -> str:
    """The id of a procedure that is given by its id, or by its number in the edition."""
    titles = {placed.id: plain_text(placed.title) for placed in manual.procedures()}
    numbers = {placed.number: placed.id for placed in manual.procedures()}
    if given in titles:
        return given
    if given in numbers:
        return numbers[given]
    said, edition = TEXTS["print"], manual.edition_id
    if given in {each.id for each in manual.left_out}:
        raise click.UsageError(said["left-out"].format(id=given, edition=edition))
    if suggestion := meant(given, titles):
        raise click.UsageError(
            said["unknown-procedure-meant"].format(
                id=given, edition=edition, suggestion=suggestion, title=titles[suggestion]
            )
        )
    known = some_of([f"{number} ({identifier})" for number, identifier in numbers.items()])
    raise click.UsageError(said["unknown-procedure"].format(id=given, edition=edition, known=known))


def _printed(  # noqa: PLR0913, PLR0917 - all that was asked for
    root: Path,
    manual: Manual,
    path: Path,
    procedures: tuple[str, ...],
    form: str | None,
    is_thai: bool,
    quiet: bool,
) -> tuple[bytes, bool]:
    """Print into a file.

    Returns:
        What is printed, and whether it is another than stood there before.
    """
    from generator.charts import LayoutError  # noqa: PLC0415  # brings Graphviz along
    from generator.indexes import Indexes  # noqa: PLC0415  # likewise
    from generator.model import speaking_as  # noqa: PLC0415  # likewise
    from generator.paper import (  # noqa: PLC0415  # brings Typst along
        PrintError,
        is_print,
        print_edition,
        print_form,
    )
    from generator.today import build_day  # noqa: PLC0415  # likewise

    if is_source(root, path) or path.resolve() == (root / "mkdocs.yml").resolve():
        raise click.UsageError(TEXTS["errors"]["source-file"].format(target=path, example=f"manual{SUFFIX}"))
    try:
        refuse_others(path, is_print)
        earlier = bytes_there(path.parent, path.name)
        authored = _authored(root, manual.edition_id)
        with speaking_as(manual.settings):
            pdf = (partial(print_form, form) if form else print_edition)(
                Indexes(manual, build_day()),
                authored,
                procedures=procedures or None,
                is_thai_numbered=is_thai,
                earlier=earlier,
                progress=_progress(quiet),
            )
        if pdf != earlier:
            write_bytes_over_own(path, pdf, is_print)
    except NotOursError as error:
        raise click.UsageError(TEXTS["print"]["other-file"].format(file=path)) from error
    except OSError as error:
        reason = reason_of_failure(error)
        raise click.ClickException(TEXTS["errors"]["not-written"].format(path=path, reason=reason)) from error
    except (LayoutError, PrintError) as error:
        raise click.ClickException(str(error)) from error
    return pdf, pdf != earlier


def _progress(quiet: bool) -> Callable[[str], None]:
    """Tells on a terminal what comes next."""
    if quiet or not sys.stderr.isatty():
        return lambda _: None
    return lambda part: click.echo(TEXTS["print"]["progress"][part], err=True)


def _authored(root: Path, edition: str) -> "Authored":
    """The documents that are written by hand."""
    from generator.site.making import authored_pages  # noqa: PLC0415  # brings MkDocs along

    with site_errors():
        return authored_pages(root, edition)
