"""``khumue export``: the shapes that it offers."""

import subprocess
import sys

from click.testing import CliRunner

from generator.cli import main
from generator.words import words_of
from generator.writers.export import EXPORTS
from generator.writers.office_export import FILE_EXPORTS, WORD_FORMS


def test_export_offers_every_shape_and_says_what_it_is() -> None:
    said = words_of("commands")["export"]
    shapes = said["shapes"] | said["files"]
    assert list(shapes) == [*EXPORTS, *FILE_EXPORTS]
    assert list(said["done_files"]) == [*FILE_EXPORTS, *(f"docx-{form}" for form in WORD_FORMS)]
    told = " ".join(CliRunner().invoke(main, ["export", "--help"]).output.split())
    assert "|".join(shapes) in told
    for shape, about in shapes.items():
        assert f"{shape}: {about}" in told
    assert all(each in CliRunner().invoke(main, ["export", "poem", "out"]).output for each in shapes)


def test_the_command_line_starts_without_what_writes() -> None:
    slow = "import sys, generator.cli; sys.exit(bool({'generator.writers', 'mkdocs', 'jinja2'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", slow], check=False).returncode == 0
