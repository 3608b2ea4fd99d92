"""``mkdocs.yml``: what the engine would refuse is told at its place, and in build, preview and check alike."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config.defaults import MkDocsConfig

from generator.assembly import load_manual
from generator.cli import main
from generator.lint.rules.site_settings import _DATA

Project = Callable[[Mapping[str, str | None]], Path]
FILE = "mkdocs.yml"
REPOSITORY = Path(__file__).parents[2]
PAGE = {"docs/about/foreword.md": "# คำนำ\n"}
EMOJI = "material.extensions.emoji.twemoji"
NEEDED = "site_name: ก\nplugins:\n  - procedures\n"
NOT_FOR_AUTHORS = {"config_file_path", "mdx_configs", "pages"}


def told(root: Path) -> list[str]:
    return [f"{each.location} {each.rule}" for each in load_manual(root)[1]]


def test_every_setting_of_the_engine_is_known() -> None:
    known = json.loads(_DATA.read_text(encoding="utf-8"))["kinds"]
    assert set(known) - {"INHERIT"} == {name for name, _ in MkDocsConfig._schema} - NOT_FOR_AUTHORS  # noqa: SLF001 - MkDocs shows it no other way


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1 site-setting"),
        ("- ก\n", "1:1 site-setting"),
        ("plugins: [procedures]\n", "1:1 site-setting"),
        ("site_name:\nplugins: [procedures]\n", "1:1 site-setting"),
        ("site_name: 2566\nplugins: [procedures]\n", "1:12 site-setting"),
        ("site_name: ก\n", "1:1 site-setting"),
        ("site_name: ก\nplugins: [search]\n", "2:1 site-setting"),
        ("site_name: ก\nplugins: procedures\n", "2:10 site-setting"),
        (f"{NEEDED}  - nothing_such\n", "4:5 site-setting"),
        (f"{NEEDED}  - thai_search\n", "4:5 site-setting"),
        (f"{NEEDED}  - search: ก\n", "4:13 site-setting"),
        (f"{NEEDED}  - 5\n", "4:5 site-setting"),
        ("site_name: ก\nplugins:\n  - procedures:\n      edition: khonkaen6\n", "4:16 unknown-edition"),
        (
            "site_name: ก\nplugins:\n  - procedures:\n      editon: khonkaen5-2566\n",
            "4:7 unknown-site-setting",
        ),
        (f"{NEEDED}use_directory_urls: ใช่\n", "4:21 site-setting"),
        (f"{NEEDED}site_url: www.example.go.th\n", "4:11 site-setting"),
        (f"{NEEDED}edit_uri: edit/main/docs/\n", "4:11 site-setting"),
        (f"{NEEDED}repo_url:\nedit_uri_template: '{{path}}'\n", "5:20 site-setting"),
        (f"{NEEDED}nav: about/a.md\n", "4:6 site-setting"),
        (f"{NEEDED}nav:\n  - 5\n", "5:5 navigation-entry"),
        (f"{NEEDED}nav:\n  - ก: ข.md\n    ค: ง.md\n", "5:5 navigation-entry"),
        (f"{NEEDED}nav:\n  - ก:\n", "5:5 navigation-entry"),
        (f"{NEEDED}nav:\n  - /etc/passwd\n", "5:5 navigation-entry"),
        (f"{NEEDED}nav:\n  - ก: file:///etc/passwd\n", "5:8 navigation-entry"),
        (f"{NEEDED}nav:\n  - ก: //a.example/b\n", "5:8 navigation-entry"),
        (f"{NEEDED}nav:\n  - ../procedures/manual.yml\n", "5:5 navigation-entry"),
        (f"{NEEDED}nav:\n  - about/../about/foreword.md\n", "5:5 navigation-entry"),
        (f"{NEEDED}nav:\n  - ก:\n      - gone.md\n", "6:9 navigation-entry"),
        (f"{NEEDED}markdown_extensions:\n  - pymdownx.snippets\n", "5:5 site-setting"),
        (f"{NEEDED}markdown_extensions:\n  - pymdownx.b64: {{base_path: /etc}}\n", "5:5 site-setting"),
        (f"{NEEDED}theme: nothing_such\n", "4:8 site-setting"),
        (f"{NEEDED}theme:\n  name: material\n  custom_dir: gone\n", "6:15 site-setting"),
        (f"{NEEDED}theme:\n  name: material\n  custom_dir: ..\n", "6:15 site-setting"),
        (f"{NEEDED}markdown_extensions:\n  - nothing_such\n", "5:5 site-setting"),
        (f"{NEEDED}hooks:\n  - gone.py\n", "5:5 site-setting"),
        (f"{NEEDED}exclude_docs: '!'\n", "4:1 site-setting"),
        (f"{NEEDED}docs_dir: documents\n", "4:11 site-setting"),
        (f"{NEEDED}INHERIT: other.yml\n", "4:1 site-setting"),
        (f"{NEEDED}copyright: !!python/object/apply:os.system [id]\n", "4:12 site-setting"),
        (f"{NEEDED}extra: !!python/name:os.system\n", "4:8 site-setting"),
        (f"{NEEDED}extra: !!python/name:pymdownx.slugs.uslugifi\n", "4:8 site-setting"),
        (f"{NEEDED}exclude_doc: drafts/\n", "4:1 unknown-site-setting"),
        (f"{NEEDED}extra: &a\n  b: *a\n", "4:8 syntax"),
        (f"{NEEDED}extra: {{a: &a [0], b: [{'*a, ' * 99}0]}}\n", "4:256 alias-or-tag"),
        (f"{NEEDED}copyright: 2566-13-45\n", "4:12 syntax"),
        (f"{NEEDED}site_name: ข\n", "4:1 duplicate-key"),
        ("site_name: ก: ข\nplugins: [procedures]\n", "1:13 colon-in-text"),
        ("site_name: ก\n<<<<<<< ก\n=======\n>>>>>>> ข\n", "2:1 merge-conflict"),
        ("site_name: ก\nplugins:\n\t- procedures\n", "3:1 tab"),
        ("site_name: งาน\u202eรับ\nplugins: [procedures]\n", "1:15 direction-character"),
    ],
)
def test_what_the_engine_would_refuse_is_told_at_its_place(project: Project, text: str, problem: str) -> None:
    assert told(project({FILE: text, **PAGE}))[0] == f"{FILE}:{problem}"


@pytest.mark.parametrize(
    "text",
    [
        NEEDED,
        "site_name: !ENV [KHUMUE_NAME, ก]\nplugins:\n  procedures:\n",
        f"{NEEDED}site_url: !ENV [KHUMUE_SITE_URL, 'http://127.0.0.1:8000/']\n",
        f"{NEEDED}extra:\n  a: &a {{b: 1}}\n  c: *a\n",
        f"{NEEDED}markdown_extensions:\n  - toc:\n      permalink: true\n  - pymdownx.tabbed\n  - attr_list:\n",
        f"{NEEDED}markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:{EMOJI}\n",
        f"{NEEDED}nav:\n  - index.md\n  - ก: roles/index.md\n  - ข: https://a.example/\n  - ค: []\n",
        f"{NEEDED}  - material/tags\ntheme: material\n",
    ],
)
def test_what_the_engine_takes_is_left_alone(project: Project, text: str) -> None:
    assert told(project({FILE: text, **PAGE})) == []


@pytest.mark.parametrize("command", ["check", "build", "serve"])
@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("site_name: คู่มือ\n".encode("cp874"), "1:12"),
        ("site_name: คู่มือ\n".encode("utf-16"), "1:1"),
        (b"site_name: [\n", "1:12"),
        ("site_name: ก\nplugins: [search]\n".encode(), "2:1"),
    ],
    ids=["windows-874", "utf-16", "syntax", "no plugin"],
)
def test_all_commands_tell_it_alike(project: Project, command: str, content: bytes, place: str) -> None:
    root = project(PAGE)
    (root / FILE).write_bytes(content)
    result = CliRunner().invoke(main, [command, str(root)])
    assert result.exit_code == 1
    assert f"--> {FILE}:{place}" in result.output
    assert "Traceback" not in result.output


def test_a_site_needs_a_folder_of_documents(project: Project) -> None:
    assert told(project({FILE: NEEDED})) == [f"{FILE}:1:1 site-setting"]


def test_what_only_the_engine_knows_is_told_at_its_place_too(project: Project) -> None:
    root = project({**PAGE, FILE: f"{NEEDED}dev_addr: ที่นี่\n"})
    result = CliRunner().invoke(main, ["build", str(root)])
    assert result.exit_code == 1
    assert f"--> {FILE}:4:1" in result.output


def test_no_tag_is_ever_followed(project: Project, tmp_path: Path) -> None:
    made = tmp_path / "made"
    root = project({**PAGE, FILE: f"{NEEDED}copyright: !!python/object/apply:os.mkdir ['{made}']\n"})
    for command in ("check", "build", "serve"):
        CliRunner().invoke(main, [command, str(root)])
    assert not made.exists()


@pytest.mark.parametrize(
    "address", ["http://[::1", "not an address", "ftp://a.example/", "https://a b.example/", "javascript:1"]
)
def test_an_address_of_the_machine_that_is_none_is_told_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, project: Project, address: str
) -> None:
    monkeypatch.setenv("KHUMUE_SITE_URL", address)
    root = project({**PAGE, FILE: f"{NEEDED}site_url: !ENV [OTHER, KHUMUE_SITE_URL, '']\n"})
    monkeypatch.delenv("OTHER", raising=False)
    for command in ("check", "build"):
        result = CliRunner().invoke(main, [command, str(root)])
        assert result.exit_code == 1, result.output
        line = NEEDED.count("\n") + 1
        assert f"--> {FILE}:{line}:24" in result.output
        assert f"ตัวแปร KHUMUE_SITE_URL ของเครื่องที่สร้างเว็บไซต์มีค่า “{address}”" in result.output


def test_what_the_site_has_of_its_own_is_read(project: Project) -> None:
    settings = f"{NEEDED}extra_css: [css/a.css]\ntheme:\n  name: material\n  custom_dir: own\n"
    root = project(
        {
            **PAGE,
            FILE: settings,
            "docs/css/a.css": "/* url(//a.example/) */\n@import '//a.example/b.css';\n<<<<<<< ก\n=======\n>>>>>>> ข\n",
            "own/main.html": "<a onclick='x()' href=\"{{ 'a'|url }}\">ก</a>\n<img src='//a.example/c.png'>\u202e\n",
        }
    )
    (root / "own/other.html").write_bytes("งาน\n".encode("cp874"))
    assert told(root) == [
        "docs/css/a.css:2:10 active-content",
        "docs/css/a.css:3:1 merge-conflict",
        "docs/css/a.css:4:1 merge-conflict",
        "docs/css/a.css:5:1 merge-conflict",
        "own/main.html:1:4 active-content",
        "own/main.html:2:6 active-content",
        "own/main.html:2:30 direction-character",
        "own/other.html:1:1 encoding",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nav:\n  - index.md\n  - ก: javascript:alert(1)\n", "5:8 site-setting"),
        ("extra:\n  homepage: ' JavaScript:alert(1)'\n", "4:13 site-setting"),
        ("extra:\n  social:\n    - link: data:text/html,x\n", "5:13 site-setting"),
        ("edit_uri_template: vbscript:{path}\n", "3:20 site-setting"),
        ("site_dir: docs/out\n", "3:11 site-setting"),
        ("extra_css: [css/gone.css]\n", "3:13 site-setting"),
        ("extra_css: [https://a.example/b.css]\n", "3:13 active-content"),
        ("extra_javascript:\n  - path: //a.example/b.js\n", "4:11 active-content"),
        ("theme:\n  name: material\n  favicon: pictures/gone.png\n", "5:12 site-setting"),
        ("theme:\n  name: material\n  logo: pictures/gone.png\n", "5:9 site-setting"),
    ],
)
def test_what_settings_lead_to_is_judged(project: Project, text: str, problem: str) -> None:
    before = "site_name: ก\nplugins: [procedures]\n"
    assert f"{FILE}:{problem}" in told(project({**PAGE, FILE: f"{before}{text}"}))


@pytest.mark.parametrize("plugin", ["offline", "material/blog", "privacy"])
def test_plugins_that_break_a_manuals_site_are_refused(project: Project, plugin: str) -> None:
    settings = f"site_name: ก\ntheme: material\nplugins:\n  - procedures\n  - {plugin}\n"
    assert f"{FILE}:5:5 site-setting" in told(project({**PAGE, FILE: settings}))


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ('{% extends "khumue.html" %}\n', []),
        ('{% extends "khumue.html" %}{% block footer %}ก{{ super() }}{% endblock %}\n', []),
        ('{% extends "base.html" %}\n', ["own/main.html:1:1 site-setting"]),
        (
            '{% extends "khumue.html" %}{% block content %}{% endblock %}\n',
            ["own/main.html:1:1 site-setting"],
        ),
        (
            '{% extends "khumue.html" %}{% block site_meta %}{% endblock %}\n',
            ["own/main.html:1:1 site-setting"],
        ),
        ("<p>ก</p>\n", ["own/main.html:1:1 site-setting"] * 2),
        ("{{ config.__class__.__init__.__globals__ }}\n", ["own/main.html:1:11 own-template"]),
        (
            "{{ cycler['__in' ~ 'it__'] }}{{ cycler.__init__.__globals__.os }}\n",
            ["own/main.html:1:40 own-template"],
        ),
    ],
)
def test_a_template_loses_neither_words_nor_policy_and_reaches_nothing(
    project: Project, template: str, told: list[str]
) -> None:
    settings = f"{NEEDED}theme:\n  name: material\n  custom_dir: own\n"
    root = project({**PAGE, FILE: settings, "own/main.html": template})
    output = json.loads(CliRunner().invoke(main, ["check", "--format", "json", str(root)]).output)
    problems = [each for each in output["problems"] if each["severity"] == "error"]
    assert [f"{each['file']}:{each['line']}:{each['column']} {each['rule']}" for each in problems] == told


def test_no_code_runs_by_the_name_of_a_tag(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made"
    (tmp_path / "brought_along.py").write_text(f"open({str(made)!r}, 'w')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for tag in ("name:brought_along.x", "module:brought_along", "object/apply:brought_along.x []"):
        root = project({**PAGE, FILE: f"{NEEDED}extra: !!python/{tag}\n"})
        for command in ("check", "build"):
            assert CliRunner().invoke(main, [command, str(root)]).exit_code == 1
        assert not made.exists()


def test_nothing_that_a_project_brings_along_runs_while_it_is_checked(
    project: Project, tmp_path: Path
) -> None:
    made = tmp_path / "made"
    settings = f"{NEEDED}hooks: [hook.py]\ntheme:\n  name: material\n  language: xx\n"
    root = project({**PAGE, FILE: settings, "hook.py": f"open({str(made)!r}, 'w')\n"})
    CliRunner().invoke(main, ["check", str(root)])
    assert not made.exists()


def test_pictures_of_a_themes_own_run_nothing(project: Project) -> None:
    picture = "<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>\n"
    settings = f"{NEEDED}theme:\n  name: material\n  custom_dir: own\n"
    root = project({**PAGE, FILE: settings, "own/icons/logo.svg": picture})
    assert "own/icons/logo.svg:1:41 active-content" in told(root)
