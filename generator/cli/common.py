"""What the commands share: their words, how a project is found, and what is done about one that has errors."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from generator.assembly import Editions, concerning, edition_ids, load_manual, need_trial, read_editions
from generator.diagnostics import render_text
from generator.model import IDENTIFIER_PATTERN, Manual
from generator.problems import Problem, has_errors
from generator.site import REPOSITORY, ContentError, SiteError, is_source, strangers
from generator.storage import reason_of_failure
from generator.words import words_of

TEXTS = words_of("commands")
"""What the commands say, in the language in which the command began: their help is worded when they are defined."""
EXIT_PROBLEMS = 1
_MOST_NAMES = 8
"""How many names of files a message lists."""
root_argument = click.argument(
    "root", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)


def find_project(start: Path, edition: str | None) -> Path:
    """The project that a folder belongs to: the folder itself, or the nearest one above that holds ``procedures/``.

    Raises:
        click.UsageError: when there is none, or it has no edition of that name.
    """
    root = next(_projects(start), start)
    require_project(root, edition)
    return root


def is_in_project(folder: Path) -> bool:
    """Whether a folder is a project, or stands in one."""
    return next(_projects(folder), None) is not None


def _projects(start: Path) -> Iterator[Path]:
    """The projects that a folder belongs to, the nearest first."""
    for each in (start.resolve(), *start.resolve().parents):
        if (each / "procedures" / "manual.yml").is_file():
            yield each


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


def require_replaceable(root: Path, folder: Path, is_forced: bool) -> None:
    """Make sure that a site may take the place of a folder.

    Args:
        root: the project's root.
        folder: where the site goes.
        is_forced: whether somebody said that what is there may go; what people write and what git keeps never may.

    Raises:
        click.UsageError: with what is in the way.
    """
    if is_source(root, folder):
        raise click.UsageError(TEXTS["errors"]["source-folder"].format(target=folder))
    names = strangers(folder)
    if repositories := [each for each in names if each.rpartition("/")[2] == REPOSITORY]:
        target = (folder / repositories[0]).parent
        raise click.UsageError(TEXTS["errors"]["repository"].format(target=target))
    if names and not is_forced:
        listed = some_of(names)
        raise click.UsageError(TEXTS["errors"]["not-a-site"].format(target=folder, names=listed))


def some_of(names: Sequence[str]) -> str:
    """Names for a message: the first of them, and how many more there are."""
    listed, more = ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
    return TEXTS["errors"]["more-names"].format(names=listed, count=more) if more > 0 else listed


def edition_procedure_root(
    names: tuple[str, ...], too_many: str = TEXTS["accept"]["too-many"]
) -> tuple[str | None, str | None, Path]:
    """What ``[EDITION [PROCEDURE]] [ROOT]`` names."""
    chosen, root = names_and_root(names)
    if len(chosen) > 2:
        raise click.UsageError(too_many)
    edition, procedure = [*chosen, None, None][:2]
    return edition, procedure, root


def names_and_root(names: tuple[str, ...]) -> tuple[tuple[str, ...], Path]:
    """What ``[ID...] [ROOT]`` names: the last is ROOT when it is a folder and cannot be an id."""
    for each in names:
        require_folder(each)
    *before, last = names or (".",)
    is_id = IDENTIFIER_PATTERN.fullmatch(last) is not None and not (Path(last) / "procedures").is_dir()
    is_root = Path(last).is_dir() and not is_id
    return (tuple(before), Path(last)) if is_root else (names, Path())


def require_folder(name: str) -> None:
    """Make sure that a name which can only be meant as a path leads somewhere.

    Raises:
        click.UsageError: when nothing is there.
    """
    if (name.startswith((".", "~")) or "/" in name or os.sep in name) and not Path(name).exists():
        raise click.UsageError(TEXTS["errors"]["no-folder"].format(folder=name))


def sound_manual(root: Path, edition: str | None) -> Manual:
    """An edition without errors of its own or of the shared text; where there are some they are told, and it ends."""
    manual, problems = load_manual(root, edition)
    return sound(manual, problems if manual is None else concerning(problems, (manual.edition_id,)))


def sound_editions(root: Path, edition: str | None = None) -> Editions:
    """The editions of a project, of which one or else all have no errors; if not, they are told, and it ends."""
    editions = read_editions(root)
    problems = editions.problems if edition is None else concerning(editions.problems, (edition,))
    if has_errors(problems):
        click.echo(render_text(problems), nl=False, err=True)
        sys.exit(EXIT_PROBLEMS)
    return editions


def sound(manual: Manual | None, problems: list[Problem]) -> Manual:
    """A manual that is there and has no errors; else they are told, and the command ends."""
    if manual is None or has_errors(problems):
        click.echo(render_text(problems), nl=False, err=True)
        sys.exit(EXIT_PROBLEMS)
    return manual


@contextmanager
def site_errors(root: Path | None = None) -> Iterator[None]:
    """Tell why a site could not be made, and end with the exit code for it.

    Args:
        root: of the project whose site it is: when its settings are the reason, they are told.
    """
    try:
        with _settings_tried(root) if root is not None else nullcontext():
            yield
    except ContentError as error:
        click.echo(render_text(error.problems, colour=sys.stderr.isatty()), nl=False, err=True)
        sys.exit(EXIT_PROBLEMS)
    except SiteError as error:
        click.echo(TEXTS["errors"]["site"].format(reason=error), err=True)
        sys.exit(EXIT_PROBLEMS)
    except OSError as error:  # a full disk, a folder that may not be written
        key, reason = "site-not-written" if error.filename else "site", reason_of_failure(error)
        place = Path(error.filename or "")
        place = place.parent if place.name.startswith(".khumue") else place  # nobody knows what is unfinished
        click.echo(TEXTS["errors"][key].format(place=place, reason=reason), err=True)
        sys.exit(EXIT_PROBLEMS)


@contextmanager
def _settings_tried(root: Path) -> Iterator[None]:
    """Where a site could not be made for no reason of its content, look whether one of its settings is the reason.

    Raises:
        ContentError: when one is.
    """
    try:
        yield
    except ContentError:
        raise
    except Exception as error:
        is_of_system = isinstance(error, OSError) and error.errno is not None
        if not is_of_system and need_trial(root):
            from generator.site.making import tried_settings  # noqa: PLC0415  # brings MkDocs along

            if problems := tried_settings(root):
                raise ContentError(problems) from error
        raise


@contextmanager
def editing_errors() -> Iterator[None]:
    """Tell why something could not be made, and end with the exit code for it."""
    from generator.scaffold import EditingError  # noqa: PLC0415  # only some commands make things

    try:
        yield
    except EditingError as failure:
        how = click.UsageError if failure.is_wrong_usage else click.ClickException
        raise how(str(failure)) from failure
