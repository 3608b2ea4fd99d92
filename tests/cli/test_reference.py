"""``khumue reference`` writes the author's reference, over an earlier one and over nothing else."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main


def test_the_reference_is_written_and_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        result = CliRunner().invoke(main, ["reference"])
        assert result.exit_code == 0
    text = (tmp_path / "khumue-reference.md").read_text(encoding="utf-8")
    assert "คู่มือผู้เขียนฉบับเต็ม" in text
    assert "document_control" in text


def test_nothing_else_is_overwritten(tmp_path: Path) -> None:
    other = tmp_path / "manual.yml"
    other.write_text("---\ntitle: งาน\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["reference", "-o", str(other)])
    assert result.exit_code == 2
    assert str(other) in result.output
    assert other.read_text(encoding="utf-8") == "---\ntitle: งาน\n"
