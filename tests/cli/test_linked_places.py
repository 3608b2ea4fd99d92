"""Where a command writes when nobody names a place: a link that leads out of the project is told and left alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support import MINIMAL, SITE, write_project

DEFAULT_PLACES = {
    "build": "site",
    "draw": "flowcharts",
    "schemas": ".vscode/schemas",
}
"""By command, the folder in the project that it fills unasked."""


@pytest.mark.parametrize("depth", ["itself", "above"])
@pytest.mark.parametrize("command", DEFAULT_PLACES)
def test_a_linked_place_is_told_and_nothing_is_written_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, depth: str
) -> None:
    root = write_project(
        tmp_path / "project",
        {
            **MINIMAL,
            **SITE,
            "mkdocs.yml": "site_name: ก\nplugins: [search, procedures, thai_search]\ntheme: material\n",
        },
    )
    place = root / DEFAULT_PLACES[command]
    place = place if depth == "itself" or place.parent == root else place.parent
    outside = tmp_path / "outside"
    (outside / "schemas").mkdir(parents=True)
    (outside / "mine.txt").write_text("ก", encoding="utf-8")
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(outside)
    before = sorted(outside.rglob("*"))
    monkeypatch.chdir(root)
    result = CliRunner().invoke(main, [command])
    assert result.exit_code in (1, 2), result.output
    assert "symbolic link" in result.stderr
    assert sorted(outside.rglob("*")) == before
    assert place.is_symlink()
