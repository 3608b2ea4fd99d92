"""How a command ends in which the program itself goes wrong: with one line, a report, and an exit code of its own."""

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator.diagnostics import tell_unexpected
from generator.storage import reason_of_failure
from generator.words import words_of

EXIT_UNEXPECTED = 3
"""The exit code of a command in which the program itself went wrong."""
EXIT_UNHEARD = 1
"""The exit code of a command whose output nobody could write."""
EXIT_UNUSABLE = 1
"""The exit code of a command that was given a place of which the system tells nothing."""


class Commands(click.Group):
    """Commands of which none ends in a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - as click declares it
        """Run a command."""
        if sys.stdout is None or sys.stderr is None:  # whoever started it closed them
            sys.exit(EXIT_UNHEARD)
        try:
            return super().main(*args, **extra)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, people are told in words
            if isinstance(error, OSError) and _is_unheard(error):
                _say(words_of("commands")["errors"]["output"].format(reason=error.strerror))
                sys.exit(EXIT_UNHEARD)
            arguments = (args[0] if args else extra.get("args")) or sys.argv[1:]
            if isinstance(error, OSError) and (path := _closed_place(error, arguments)):
                _told(path, error).show()
                sys.exit(EXIT_UNUSABLE)
            _say(tell_unexpected(error, self._command(arguments)))
            sys.exit(EXIT_UNEXPECTED)

    def _command(self, arguments: Sequence[str]) -> str:
        """The names of the command in what was typed: nothing else of that is told."""
        names: list[str] = []
        here: click.Command | None = self
        for each in arguments:
            if isinstance(here, click.Group) and (below := here.commands.get(each)) is not None:
                names.append(each)
                here = below
        return " ".join(names)


def _is_unheard(error: OSError) -> bool:
    """Whether an error is that what a command says cannot be written: the disk that it goes to is full."""
    places = traceback.walk_tb(error.__traceback__)
    return any(frame.f_code is click.echo.__code__ for frame, _ in places)


def _closed_place(error: OSError, arguments: Sequence[str]) -> str | None:
    """What was typed of which the system does not even tell what is there: a name too long, a folder that is closed."""
    if error.errno not in (errno.ENAMETOOLONG, errno.EACCES) or not isinstance(error.filename, str | Path):
        return None
    place = Path(error.filename).absolute()
    return next(
        (
            each
            for each in arguments
            if not each.startswith("-")
            and place.is_relative_to(Path(each).absolute())
            and not os.path.isdir(each)  # noqa: PTH112 - that of Path raises what was raised already
        ),
        None,
    )


def _told(path: str, error: OSError) -> click.ClickException:
    """That a place cannot be written, and why."""
    words = words_of("commands")["errors"]
    return click.ClickException(words["not-written"].format(path=path, reason=reason_of_failure(error)))


def _say(line: str) -> None:
    """Say something last; where not even that can be said, the exit code tells."""
    try:
        click.echo(line, err=True)
    except OSError:
        return
