"""Settings that only the engine can judge are tried out; what is known to work, or a rule judges, is not."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assembly import need_trial
from generator.cli import main
from generator.model import Language
from generator.scaffold import default_answers, init_project
from tests.lint.test_site_settings import FILE, NEEDED, PAGE, REPOSITORY, Project


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("theme:\n  name: material\n  language: xx\n", "5:13"),
        ("theme:\n  name: material\n  favicon: 3\n", "5:12"),
        ("theme:\n  name: material\n  icon:\n    logo: material/no-such\n", "6:11"),
        ("theme:\n  name: material\n  palette:\n    - toggle: {icon: material/no-such, name: ก}\n", "6:22"),
        ("theme:\n  name: readthedocs\n", "4:9"),
        ("theme:\n  name: material\nmarkdown_extensions:\n  - toc:\n      permalonk: true\n", "7:18"),
    ],
)
def test_settings_of_which_only_the_engine_knows_are_tried(project: Project, text: str, place: str) -> None:
    before = "site_name: ก\nplugins: [search, thai_search, procedures]\n"
    root = project({**PAGE, FILE: f"{before}{text}"})
    for command in ("check", "build"):
        result = CliRunner().invoke(main, [command, str(root)])
        assert result.exit_code == 1, result.output
        assert f"--> {FILE}:{place}" in result.output
        assert str(root) not in result.output


def test_plain_settings_are_not_tried(
    monkeypatch: pytest.MonkeyPatch, project: Project, tmp_path: Path
) -> None:
    monkeypatch.delenv("KHUMUE_SITE_URL", raising=False)
    for language in Language:
        init_project(tmp_path / language, default_answers({"language": language}))
    for settings in (REPOSITORY / FILE, *(tmp_path / language / FILE for language in Language)):
        assert not need_trial(project({**PAGE, FILE: settings.read_text(encoding="utf-8")})), settings
        monkeypatch.setenv("KHUMUE_SITE_URL", "https://manual.example.org/")
        assert not need_trial(project({**PAGE, FILE: settings.read_text(encoding="utf-8")})), (
            "a rule judges it"
        )
        monkeypatch.delenv("KHUMUE_SITE_URL")


def test_what_the_machine_says_of_other_settings_is_tried(
    monkeypatch: pytest.MonkeyPatch, project: Project
) -> None:
    root = project({**PAGE, FILE: f"{NEEDED}copyright: !ENV [OTHER, '']\n"})
    monkeypatch.delenv("OTHER", raising=False)
    assert not need_trial(root)
    monkeypatch.setenv("OTHER", "ก")
    assert need_trial(root)
