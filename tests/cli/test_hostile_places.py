"""Whatever stands wherever people write: `check` answers in words, and never breaks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model import fields_of
from generator.model.edition import Edition, Settings
from generator.model.procedure import Procedure, Step
from tests.support import MINIMAL, write_project

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
EDITION = "procedures/editions/khonkaen5-2566.yml"
SETTINGS = "procedures/manual.yml"
ITEM = "---\ntitle: ก\nkind: lesson\nprocedures: []\ndate: 2568\n---\n"
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "javascript": "[ก](javascript:alert(1))",
    "event": "<img src=x onerror=alert(1)>",
    "template": "{{ config.__class__ }} {% raw %} ${x} ${",
    "direction": "\u202eก\u2066",
    "nul": "ก\0ข",
    "control": "ก\x01\x1b[31m",
    "brackets": "[" * 30_000,
    "tags": "<div>" * 5_000,
    "lists": "- " * 3_000,
    "long": "ก" * 200_000,
    "digits": "1." * 15_000,
    "path": "../../../etc/passwd",
    "address": "https://[::1",
    "surrogates": "\ufffd\uffff\U000e0001",
    "quotes": "\"'`\\",
}


def _places(text: str) -> Iterator[dict[str, str]]:
    """Projects in which a text stands in every place of one file each, and on pages as it is."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    fields = {SETTINGS: Settings, EDITION: Edition, PROCEDURE: Procedure}
    for file, model in fields.items():
        names = [
            each.key for each in fields_of(model).values() if f"\n{each.key}:" not in f"\n{MINIMAL[file]}"
        ]
        yield {file: MINIMAL[file] + "".join(f"{name}: {quoted}\n" for name in names)}
    steps = "".join(f"    {each.key}: {quoted}\n" for each in fields_of(Step).values())
    yield {PROCEDURE: f"title: {quoted}\nowner: {quoted}\nsteps:\n  - {steps.strip()}\n"}
    yield {"docs/about/foreword.md": f"# {text}\n\n{text}\n\n<div>\n{text}\n</div>\n\n[ก]({text})\n"}
    yield {"docs/about/foreword.md": f"---\ntitle: {quoted}\n{quoted}: ก\n---\n# ก\n"}
    yield {"docs/knowledge/late.md": f"{ITEM}\n{text}\n\n![{text}]({text})\n"}
    yield {"docs/knowledge/late.md": ITEM.replace("title: ก", f"title: {quoted}")}
    nav = f"nav:\n  - {quoted}: {quoted}\n"
    yield {"mkdocs.yml": f"site_name: {quoted}\nplugins: [procedures]\nextra:\n  a: {quoted}\n{nav}"}
    name = text.replace("/", "-").replace("\0", "")[:60]
    yield {f"docs/about/{name}.pdf": "x", f"docs/about/{name}.md": "# ก\n"}


@pytest.mark.parametrize("kind", HOSTILE)
def test_check_answers_whatever_stands_where(kind: str, tmp_path: Path) -> None:
    for number, changes in enumerate(_places(HOSTILE[kind])):
        settings = {"mkdocs.yml": "site_name: ก\nplugins: [procedures]\n", "docs/about/b.md": "# ข\n"}
        root = write_project(tmp_path / str(number), {**MINIMAL, **settings, **changes})
        result = CliRunner().invoke(main, ["check", str(root), "--format", "json"])
        assert result.exit_code in (0, 1), (list(changes), result.output[-500:])
        assert "Traceback" not in result.output
