"""Settings of the site by which something of a project would run, fetch, hide, or publish what the machine knows."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assembly import load_manual
from generator.cli import main

Project = Callable[[Mapping[str, str | None]], Path]
FILE = "mkdocs.yml"
PAGE = {"docs/about/foreword.md": "# คำนำ\n"}
NEEDED = "site_name: ก\nplugins:\n  - procedures\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"{NEEDED}hooks: [mkdocs.yml]\n", "4:9 site-setting"),
        (f"{NEEDED}hooks: mkdocs.yml\n", "4:8 site-setting"),
        (f"{NEEDED}hooks: !ENV [KHUMUE_HOOKS, [mkdocs.yml]]\n", "4:8 site-setting"),
        (f"{NEEDED}extra: &a {{hooks: [mkdocs.yml]}}\n<<: *a\n", "5:1 site-setting"),
        (f"{NEEDED}extra:\n  a: &a {{}}\n  b:\n    <<: *a\n", "7:5 site-setting"),
        (f"{NEEDED}docs_dir: !ENV [KHUMUE_DOCS, /etc]\n", "4:11 site-setting"),
        (f"{NEEDED}theme:\n  name: material\n  custom_dir: !ENV [KHUMUE_DIR, /etc]\n", "6:15 site-setting"),
        (f"{NEEDED}  - !ENV [KHUMUE_PLUGIN, search]\n", "4:5 site-setting"),
        (f"{NEEDED}copyright: !ENV HOME\n", "4:12 site-setting"),
        (f"{NEEDED}extra:\n  a: [!ENV [KHUMUE_A, SECRET, ก]]\n", "5:23 site-setting"),
        (f"{NEEDED}copyright: !ENV [KHUMUE_A, 5]\n", "4:28 site-setting"),
        (f"{NEEDED}markdown_extensions: [os]\n", "4:23 site-setting"),
        (f"{NEEDED}markdown_extensions: ['antigravity:x']\n", "4:23 site-setting"),
        (f"{NEEDED}extra_templates: [gone.xml]\n", "4:19 site-setting"),
        (f"{NEEDED}extra: {{analytics: {{provider: google, property: x}}}}\n", "4:20 site-setting"),
        (f"{NEEDED}extra:\n  polyfills: [https://a.example/x.js]\n", "5:14 site-setting"),
        (f"{NEEDED}theme:\n  name: material\n  font: {{text: Sarabun}}\n", "6:9 site-setting"),
        (f"{NEEDED}theme:\n  name: material\n  font: Sarabun\n", "6:9 site-setting"),
        (f"{NEEDED}site_url: 'https://a.example/\"><script>'\n", "4:11 site-setting"),
        (f"{NEEDED}  - material/meta\n", "4:5 site-setting"),
        (f"{NEEDED}  - material/info\n", "4:5 site-setting"),
        (f'{NEEDED}extra: {{homepage: "java\\tscript:alert(1)"}}\n', "4:24 tab"),
        (f"{NEEDED}theme:\n  name: material\n  logo: https://a.example/x.png\n", "6:9 active-content"),
        (f"{NEEDED}extra_javascript: ['https:a.example/x.js']\n", "4:20 active-content"),
    ],
)
def test_it_is_told_at_its_place(project: Project, text: str, problem: str) -> None:
    told = [f"{each.location} {each.rule}" for each in load_manual(project({FILE: text, **PAGE}))[1]]
    assert told[0] == f"{FILE}:{problem}"


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_what_is_not_published_is_told_wherever_something_leads_to_it(project: Project, setting: str) -> None:
    settings = f"{NEEDED}theme: material\n{setting}: |\n  b.md\n  pic.svg\nnav:\n  - b.md\n"
    files = {
        "docs/about/foreword.md": "# คำนำ\n\n[ก](../b.md) ![ข](../pic.svg)\n",
        "docs/b.md": "# ข\n",
        "docs/pic.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    output = CliRunner().invoke(main, ["check", str(project({FILE: settings, **files}))]).output
    assert [line.strip() for line in output.splitlines() if "-->" in line] == [
        "--> docs/about/foreword.md:3:5",
        "--> docs/about/foreword.md:3:19",
        f"--> {FILE}:9:5",
    ]
    assert output.count(f"{setting} ใน mkdocs.yml ไม่ให้เผยแพร่") == 3


def test_hooks_run_only_where_the_manual_allows_them(project: Project, tmp_path: Path) -> None:
    made = tmp_path / "made"
    settings = f"{NEEDED}hooks: [hook.py]\ntheme: material\n"
    manual = "procedures/manual.yml"
    root = project({**PAGE, FILE: settings, "hook.py": f"import os\nos.mkdir({str(made)!r})\n"})
    for command in ("check", "build", "serve"):
        result = CliRunner().invoke(main, [command, str(root)])
        assert result.exit_code == 1
        assert f"--> {FILE}:4:9" in result.output
        assert "  - programs" in result.output
        assert not made.exists()
    with (root / manual).open("a", encoding="utf-8") as text:
        text.write("allow:\n  - programs\n")
    assert CliRunner().invoke(main, ["check", str(root)]).exit_code == 0
    assert not made.exists()
    assert CliRunner().invoke(main, ["build", "-q", str(root)]).exit_code == 0
    assert made.exists()


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "list", "text", "dangling link"])
@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_settings_that_are_no_settings_are_told_alike(project: Project, kind: str, command: str) -> None:
    root = project(PAGE)
    place = root / FILE
    make: dict[str, Callable[[], object]] = {
        "missing": lambda: None,
        "folder": place.mkdir,
        "pipe": lambda: os.mkfifo(place),
        "list": lambda: place.write_text("- ก\n", encoding="utf-8"),
        "text": lambda: place.write_text("ก\n", encoding="utf-8"),
        "dangling link": lambda: place.symlink_to("gone.yml"),
    }
    make[kind]()
    result = CliRunner().invoke(main, [command, str(root)])
    assert result.exit_code == 1
    assert f"--> {FILE}:1:1" in result.output
    assert "ข้อผิดพลาด[site-setting]" in result.output
