"""``khumue export``: the manual in shapes for others, a folder of files or one file for Word or Excel."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.common import (
    TEXTS,
    find_project,
    root_argument,
    site_errors,
    some_of,
    sound_manual,
)
from generator.cli.output import output_errors
from generator.cli.printing import chosen_procedure
from generator.site import is_source
from generator.storage import NotOursError

if TYPE_CHECKING:
    from generator.document import Authored

_SAID = TEXTS["export"]
_OF_PROCEDURES = ("docx",)
"""The shapes that can hold some procedures only, or a form of them."""


@click.command(
    help="\n\n".join(
        (_SAID["help"], *(f"{shape}: {about}" for shape, about in (_SAID["shapes"] | _SAID["files"]).items()))
    ),
    epilog=TEXTS["project"],
)
@click.argument(
    "shape",
    metavar="|".join([*_SAID["shapes"], *_SAID["files"]]),
    type=click.Choice([*_SAID["shapes"], *_SAID["files"]]),
)
@click.argument("output", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--edition", metavar="EDITION", help=_SAID["edition"])
@click.option("--procedure", "procedures", metavar="ID", multiple=True, help=_SAID["procedure"])
@click.option("--form", type=click.Choice(_SAID["forms"]), help=_SAID["form"])
@click.option("--force", is_flag=True, help=_SAID["force"])
@click.option("-q", "--quiet", is_flag=True, help=TEXTS["quiet"])
@root_argument
def export(  # noqa: PLR0913 (one argument for each option)
    *,
    root: Path,
    shape: str,
    output: Path,
    edition: str | None,
    procedures: tuple[str, ...],
    form: str | None,
    force: bool,
    quiet: bool,
) -> None:
    """Write the manual in a shape for others."""
    if procedures and shape not in _OF_PROCEDURES:
        raise click.UsageError(TEXTS["errors"]["whole-manual"].format(shape=shape))
    if form and shape not in _OF_PROCEDURES:
        raise click.UsageError(TEXTS["errors"]["no-form"].format(shape=shape, form=form))
    root = find_project(root, edition)
    if shape in _SAID["files"]:
        _require_name(output, shape, edition)
        done = _export_file(
            root, edition, shape, output, procedures=procedures, form=form or "", is_forced=force
        )
    else:
        done = _export_folder(root, edition, shape, output, is_forced=force)
    if not quiet:
        click.echo(done)


def _export_folder(root: Path, edition: str | None, shape: str, directory: Path, *, is_forced: bool) -> str:
    """Write files into a folder; what to say then."""
    from generator.writers import export_files, not_exported  # noqa: PLC0415  # brings Graphviz and Jinja along

    if directory.is_file():
        raise click.UsageError(TEXTS["errors"]["no-folder-there"].format(target=directory))
    if is_source(root, directory):
        raise click.UsageError(TEXTS["errors"]["source-folder"].format(target=directory))
    if not is_forced and (names := not_exported(directory)):
        raise click.UsageError(
            TEXTS["errors"]["not-an-export"].format(target=directory, names=some_of(names))
        )
    manual = sound_manual(root, edition)
    with output_errors(directory):
        try:
            count = export_files(
                manual, shape, directory, lambda: _authored(root, manual.edition_id), is_forced=is_forced
            )
        except NotOursError as error:
            raise click.UsageError(
                TEXTS["errors"]["not-an-export"].format(target=directory, names=some_of(error.names))
            ) from error
    return str(_SAID["done"].format(count=count, directory=directory))


def _export_file(  # noqa: PLR0913 - what is asked for
    root: Path,
    edition: str | None,
    shape: str,
    file: Path,
    *,
    procedures: Sequence[str],
    form: str,
    is_forced: bool,
) -> str:
    """Write one file; what to say then."""
    from generator.writers import EmptyFormError, export_file  # noqa: PLC0415  # brings Graphviz and Jinja along

    if is_source(root, file) or file.resolve() == (root / "mkdocs.yml").resolve():
        raise click.UsageError(TEXTS["errors"]["source-file"].format(target=file, example=file.name))
    manual = sound_manual(root, edition)
    chosen = [chosen_procedure(manual, each) for each in procedures]
    with output_errors(file):
        try:
            export_file(
                manual,
                shape,
                file,
                lambda: _authored(root, manual.edition_id),
                procedures=chosen,
                form=form,
                is_forced=is_forced,
            )
        except NotOursError as error:
            raise click.UsageError(TEXTS["errors"]["worked-in"].format(file=file)) from error
        except EmptyFormError as error:
            raise click.ClickException(
                TEXTS["errors"]["empty-form"].format(form=form, field=error.field)
            ) from error
    return str(_SAID["done_files"][f"{shape}-{form}" if form else shape].format(file=file))


def _require_name(file: Path, shape: str, edition: str | None) -> None:
    """Make sure that a file of a shape has a name by which programs know it."""
    name = edition or "manual"
    if file.is_dir():
        example = file / f"{name}.{shape}"
        raise click.UsageError(TEXTS["errors"]["no-file-there"].format(target=file, example=example))
    if file.suffix.lower() != f".{shape}":
        raise click.UsageError(
            TEXTS["errors"]["other-suffix"].format(
                target=file,
                shape=shape,
                example=file.with_suffix(f".{shape}") if file.name else f"{name}.{shape}",
            )
        )


def _authored(root: Path, edition: str) -> "Authored":
    """The documents that are written by hand."""
    from generator.site.making import authored_pages  # noqa: PLC0415  # brings MkDocs along

    with site_errors():
        return authored_pages(root, edition)
