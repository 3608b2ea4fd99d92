"""In VS Code every file of a manual is explained, checked and completed by the schema of its kind."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.project import read_project
from generator.project.documents import FileKind
from generator.scaffold.schema import json_schema
from generator.yamltext import quick_data
from scripts.yaml_server import server_command
from tests.scaffold.editor_program import Editor

TEMPLATES = Path("generator/scaffold/templates/init/dot_vscode")
SNIPPETS = {
    "งาน": (FileKind.PROCEDURE, "{}"),
    "ขั้นตอน": (FileKind.PROCEDURE, "title: ก\nowner: a\nsteps:\n{}"),
    "ตัดสินใจ": (FileKind.PROCEDURE, "title: ก\nowner: a\nsteps:\n{}"),
    "พร้อมกัน": (FileKind.PROCEDURE, "title: ก\nowner: a\nsteps:\n{}"),
    "คำจำกัดความ": (FileKind.PROCEDURE, "title: ก\nstatus: planned\ndefinitions:\n{}"),
    "อ้างอิง": (FileKind.PROCEDURE, "title: ก\nstatus: planned\nreferences:\n{}"),
    "ความเสี่ยง": (FileKind.PROCEDURE, "title: ก\nstatus: planned\nrisks:\n{}"),
    "บทบาท": (FileKind.ROLES, "{}"),
    "เอกสาร": (FileKind.REFERENCES, "{}"),
    "แบบฟอร์ม": (FileKind.FORMS, "{}"),
    "คำศัพท์": (FileKind.TERMS, "{}"),
    "ปรับ": (FileKind.EDITION, "office: ก\nareas: [{{id: a, procedures: [b]}}]\nchanges:\n  b:\n{}"),
    "จุดแวะ": (FileKind.PATH, "title: ก\nrole: a\nstops:\n{}"),
    "ความรู้": (FileKind.KNOWLEDGE, "{}"),
}
"""By its prefix, the kind of file that a snippet belongs into, and what may stand around it there."""


def snippets() -> dict[str, Any]:
    text = (TEMPLATES / "khumue.code-snippets").read_text(encoding="utf-8")
    return {each["prefix"]: each for each in json.loads(text).values()}


@pytest.fixture(scope="module")
def new_manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new manual in a folder that is named as people name folders, opened for the first time."""
    root = tmp_path_factory.mktemp("งาน ของฉัน") / "คู่มือ"
    assert CliRunner().invoke(main, ["init", str(root)]).exit_code == 0
    done = CliRunner().invoke(main, ["schemas", str(root)])
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture(scope="module")
def editor(new_manual: Path) -> Iterator[Editor]:
    """The new manual in an editor."""
    with Editor(server_command(), new_manual) as opened:
        opened.hover("procedures/manual.yml", "title: ก\n", "title")
        yield opened


def test_our_own_settings_are_those_of_a_new_manual(repository: Path) -> None:
    templates = sorted((repository / TEMPLATES).iterdir())
    assert len(templates) == 4
    for template in templates:
        assert (repository / ".vscode" / template.name).read_bytes() == template.read_bytes()


def test_every_file_has_the_schema_of_its_kind_and_no_other(repository: Path, new_manual: Path) -> None:
    patterns = json.loads((repository / TEMPLATES / "settings.json").read_text(encoding="utf-8"))[
        "yaml.schemas"
    ]
    for root in (repository, new_manual):
        for document in read_project(root).documents:
            if document.kind is not FileKind.KNOWLEDGE:  # Markdown is not for the program that reads YAML
                wanted = [f".vscode/schemas/{document.kind.value}.schema.json"]
                assert [
                    name for name, globs in patterns.items() if matches(document.source.file, globs)
                ] == wanted


def matches(file: str, globs: list[str]) -> bool:
    """Whether a file is one of those that patterns name; ``!`` leaves out."""
    takes = [each for each in globs if not each.startswith("!")]
    leaves = [each[1:] for each in globs if each.startswith("!")]
    fits = {
        each: bool(re.fullmatch(re.escape(each).replace(r"\*", "[^/]*"), file)) for each in takes + leaves
    }
    return any(fits[each] for each in takes) and not any(fits[each] for each in leaves)


def test_every_snippet_is_tried() -> None:
    assert set(snippets()) == set(SNIPPETS)


@pytest.mark.parametrize("prefix", SNIPPETS)
def test_a_snippet_is_right_where_it_belongs(prefix: str) -> None:
    kind, around = SNIPPETS[prefix]
    body = "\n".join(snippets()[prefix]["body"])
    filled = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body)).replace(
        "$0", ""
    )
    margin = "    " if kind is FileKind.EDITION else "  "
    inner = filled if around == "{}" else margin + filled.replace("\n", f"\n{margin}")
    text = around.format(inner)
    data = quick_data(text.split("---\n")[1] if kind is FileKind.KNOWLEDGE else text)
    assert data is not None
    assert [each.message for each in Draft202012Validator(json_schema(kind)).iter_errors(data)] == []


def test_ids_are_offered_with_what_they_name(editor: Editor, new_manual: Path) -> None:
    roles = next(each for each in read_project(new_manual).of_kind(FileKind.ROLES))
    assert isinstance(roles.data, dict)
    for number, text in enumerate(("owner: ¦\n", "owner: x\nsteps:\n  - text: ก\n    role: ¦\n")):
        offered = editor.completions(f"procedures/administration/new-{number}.yml", f"title: งาน\n{text}")
        for identifier, entry in roles.data.items():
            assert isinstance(entry, dict)
            assert str(entry["title"]) in offered[identifier]


def test_fields_and_choices_are_explained_in_thai(editor: Editor) -> None:
    shown = editor.hover("procedures/administration/one.yml", "title: งาน\nstatus: draft\n", "status")
    assert "สถานะ" in shown
    offered = editor.completions("procedures/administration/two.yml", "title: งาน\nstatus: ¦\n")
    assert {"published", "draft", "planned", "retired"} <= set(offered)
    assert "ร่าง" in offered["draft"]


def test_mistakes_are_underlined_and_nothing_else(editor: Editor, new_manual: Path) -> None:
    told = editor.problems("procedures/administration/three.yml", "titel: งาน\nstatus: planned\n")
    assert len(told) == 2
    for number, document in enumerate(read_project(new_manual).of_kind(FileKind.PROCEDURE)):
        assert editor.problems(f"procedures/administration/whole-{number}.yml", document.source.text) == []


def test_schemas_are_written_where_somebody_says(new_manual: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["schemas", "--output", str(tmp_path / "out"), str(new_manual)])
    assert done.exit_code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        f"{kind}.schema.json" for kind in FileKind
    }
    for path in (tmp_path / "out").iterdir():
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
    assert CliRunner().invoke(main, ["schemas", str(tmp_path)]).exit_code == 2
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert (
        CliRunner().invoke(main, ["schemas", "--output", str(tmp_path / "file/x"), str(new_manual)]).exit_code
        == 1
    )
