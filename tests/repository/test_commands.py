"""Nobody has to guess: every command, option and make target explains itself and stands in the documents."""

import re
from collections.abc import Iterator

import click
import pytest

from generator.cli import main
from tests.repository.repository import ROOT, text_files

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = dict(re.findall(r"^([a-z-]+):[^\n]*?## (.+)$", MAKEFILE, re.MULTILINE))


def documents() -> str:
    """README and all pages that are written by hand, one after the other."""
    return "\n".join(
        text for name, text in text_files().items() if name == "README.md" or re.match(r"docs/.*\.md", name)
    )


def walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command below a command, with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from walk(child, f"{path} {name}")


COMMANDS = dict(walk(main, "khumue"))


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_has_help_and_is_documented(path: str) -> None:
    command = COMMANDS[path]
    assert command.help
    assert command.get_short_help_str()
    assert path in documents()


@pytest.mark.parametrize("path", COMMANDS)
def test_an_option_has_help_and_is_documented(path: str) -> None:
    for parameter in COMMANDS[path].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert max(parameter.opts, key=len) in documents()


def test_the_readme_names_only_commands_that_exist() -> None:
    known = set(COMMANDS)
    named = {f"khumue {name}" for name in re.findall(r"\bkhumue ([a-z]+)\b", README)}
    assert named
    assert named - known == set()


def test_the_readme_and_the_makefile_agree_on_the_targets() -> None:
    named = set(re.findall(r"`make ([a-z-]+)", README))
    assert named
    assert named == set(TARGETS)
