"""What once ended in a traceback is told in words: days, addresses, names, letters that stand as escapes."""

import errno
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.lint.rules.names_elsewhere import LONGEST_PATH
from generator.model.base import LONGEST_FILE_NAME, LONGEST_IDENTIFIER
from tests.support import MINIMAL, SITE, write_project
from tests.support.auditing import examples

DAY = "SOURCE_DATE_EPOCH"
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
EDITION = "procedures/editions/khonkaen5-2566.yml"
SETTINGS = "procedures/manual.yml"
FORMS = "procedures/catalogue/forms.yml"
ITEM = "docs/knowledge/lesson.md"
WITHOUT_MEANING = [
    "https://[::1",
    "https://[",
    "https://]",
    "http://[foo]/",
    "https://a:b/",
    "https://a:99999/",
    "https://a\u2100b/",
    "https://",
    "https:///x",
]
"""Addresses at which urllib raises, or which name no host."""
SITE_SETTINGS = "site_name: คู่มือ\nplugins: [search, procedures, thai_search]\ntheme: material\n"


def khumue(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def told(root: Path) -> list[tuple[str, str, int, int]]:
    """What `khumue check` says: rule, file, line, column of each problem."""
    result = khumue("check", root, "--format", "json")
    assert result.exit_code in (0, 1), result.output
    problems = json.loads(result.stdout)["problems"]
    return [(each["rule"], each["file"], each["line"], each["column"]) for each in problems]


def laid_out(root: Path, changes: Mapping[str, str]) -> Path:
    return write_project(root, {**MINIMAL, **SITE, **changes})


@pytest.mark.parametrize(
    "command", [["check"], ["build", "-q"], ["export", "json", "out"], ["new", "procedure", "a/b"]]
)
@pytest.mark.parametrize("day", ["abc", "-1", "1.5", "1e9", "๑๒", "4294967296", "253402300800", "9" * 5000])
def test_a_day_that_is_none_is_told_by_every_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], day: str
) -> None:
    root = laid_out(tmp_path / "project", {"mkdocs.yml": SITE_SETTINGS})
    monkeypatch.chdir(root)
    monkeypatch.setenv(DAY, day)
    result = khumue(*command)
    assert result.exit_code == 2
    assert DAY in result.stderr
    assert not (root / "site").exists()


@pytest.mark.parametrize("day", ["", " ", "0", "1795000000", "4294967295"])
def test_a_day_that_is_one_or_empty_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    root = laid_out(tmp_path, {"mkdocs.yml": SITE_SETTINGS})
    monkeypatch.setenv(DAY, day)
    assert khumue("check", root).exit_code == 0
    assert khumue("build", root, "-q", "--jobs", "1").exit_code == 0


def test_a_commit_after_the_year_9999_counts_for_nothing(tmp_path: Path) -> None:
    root = laid_out(tmp_path, {"mkdocs.yml": SITE_SETTINGS})
    late = "@253402300800 +0000"
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "ก"]):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *command],
            cwd=root,
            env={**os.environ, "GIT_COMMITTER_DATE": late, "GIT_AUTHOR_DATE": "2025-01-01T00:00:00"},
            check=True,
        )
    result = khumue("build", root, "-q", "--jobs", "1")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("address", WITHOUT_MEANING)
def test_an_address_that_is_none_is_told_at_its_place(tmp_path: Path, address: str) -> None:
    root = laid_out(
        tmp_path,
        {
            SETTINGS: f"{MINIMAL[SETTINGS]}feedback: '{address}'\n",
            FORMS: f"f:\n  title: ก\n  url: '{address}'\n",
            ITEM: f"---\ntitle: ก\nkind: lesson\n---\n\n[ก]({address})\n",
        },
    )
    found = told(root)
    line = MINIMAL[SETTINGS].count("\n") + 1
    assert ("bad-url", SETTINGS, line, 11) in found
    assert ("bad-url", FORMS, 3, 8) in found
    assert ("bad-link", ITEM, 6, 5) in found


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="'"), max_size=30)


@settings(max_examples=examples(60), deadline=None)
@given(ANY_TEXT, st.sampled_from(["", "https://", "https://[", "//", "mailto:"]))
def test_no_address_ends_a_command(tmp_path_factory: pytest.TempPathFactory, text: str, start: str) -> None:
    address = start + text
    root = laid_out(
        tmp_path_factory.mktemp("project"),
        {
            SETTINGS: f"{MINIMAL[SETTINGS]}feedback: '{address}'\n",
            FORMS: f"f:\n  title: ก\n  url: '{address}'\n",
            ITEM: f"---\ntitle: ก\nkind: lesson\n---\n\n[ก]({address}) <{address}> ![ก]({address})\n",
        },
    )
    assert khumue("check", root).exit_code in (0, 1)


NO_SETTINGS = [
    *("site_url: 'https://[::1'", "nav: [ก: 'https://[::1']", "theme: 3", "plugins: 3", "nav: 3", "["),
    *("extra_css: {a: b}", "markdown_extensions: 3", "docs_dir: 3", "extra: 3"),
]


@pytest.mark.parametrize("settings_of_site", NO_SETTINGS)
def test_settings_that_no_site_can_have_are_told(tmp_path: Path, settings_of_site: str) -> None:
    root = laid_out(tmp_path, {"mkdocs.yml": f"{SITE_SETTINGS}{settings_of_site}\n"})
    result = khumue("build", root, "-q")
    assert result.exit_code in (1, 2), result.output
    assert "mkdocs.yml" in result.stderr


def test_a_link_in_a_page_that_is_no_address_is_told(tmp_path: Path) -> None:
    page = "# ก\n\n[ก](https://[::1) ![ข](https://[::1)\n\n<a href='https://[::1'>ค</a>\n"
    root = laid_out(tmp_path, {"mkdocs.yml": SITE_SETTINGS, "docs/page.md": page})
    result = khumue("build", root, "-q", "--jobs", "1")
    assert result.exit_code == 1
    assert "https://[::1" in result.stderr
    assert not (root / "site").exists()


@pytest.mark.parametrize("url", ["a" * 256, "ก" * 100, "a/" * 3000, "a" * 255 + ".docx"])
def test_a_file_whose_name_no_system_takes_is_not_there(tmp_path: Path, url: str) -> None:
    root = laid_out(tmp_path, {FORMS: f"f:\n  title: ก\n  url: {url}\n"})
    assert ("missing-form-file", FORMS, 3, 8) in told(root)


def long_names(length: int, of_area: int | None = None) -> dict[str, str]:
    """A project in which every id has one length, perhaps areas have another; a step's chart is named after two."""
    name, area = "a" * length, "a" * (of_area or length)
    placed = f"office: ก\nareas:\n  - id: {area}\n    procedures: [{name}]\n"
    inner = "    steps:\n      - text: ก\n      - text: ข\n"
    step = f"  - id: {name}\n    text: ก\n    role: {name}\n    forms: [{name}]\n{inner}"
    return {
        SETTINGS: f"title: ก\ngroup: ก\ndefault_edition: {name}\n",
        f"procedures/editions/{name}.yml": placed,
        f"procedures/{area}/_area.yml": "title: ก\n",
        f"procedures/{area}/{name}.yml": f"title: ก\nowner: {name}\nsteps:\n{step}references: [{name}]\n",
        "procedures/catalogue/roles.yml": f"{name}:\n  title: ก ข\n  kind: person\n",
        "procedures/catalogue/references.yml": f"{name}:\n  type: act\n  title: ก\n",
        FORMS: f"{name}:\n  title: ก\n",
        "procedures/catalogue/terms.yml": f"{name}:\n  term: คำ\n  meaning: ก\n",
        f"docs/knowledge/{name}.md": f"---\ntitle: ก\nkind: lesson\nprocedures: [{name}]\n---\n\nก\n",
        f"procedures/onboarding/{name}.yml": f"title: ก\nrole: {name}\nstops:\n  - procedure: {name}\n",
        "mkdocs.yml": SITE_SETTINGS,
    }


def test_the_longest_names_are_built_and_drawn(tmp_path: Path) -> None:
    root = write_project(
        tmp_path, long_names(LONGEST_IDENTIFIER, LONGEST_PATH - len("procedures//.yml") - LONGEST_IDENTIFIER)
    )
    assert khumue("check", root).exit_code == 0, khumue("check", root).output
    assert khumue("draw", root).exit_code == 0
    assert max(len(os.fsencode(each.name)) for each in root.rglob("*")) == LONGEST_FILE_NAME
    for settings_of_site in (SITE_SETTINGS, f"{SITE_SETTINGS}use_directory_urls: false\n"):
        (root / "mkdocs.yml").write_text(settings_of_site, encoding="utf-8")
        result = khumue("build", root, "-q", "--jobs", "1")
        assert result.exit_code == 0, result.output
    assert khumue("export", "markdown", tmp_path / "out", root).exit_code == 0


def test_longer_names_are_told_wherever_they_stand(tmp_path: Path) -> None:
    name = "a" * (LONGEST_IDENTIFIER + 1)
    found = set(told(write_project(tmp_path, long_names(len(name)))))
    assert {(rule, file) for rule, file, line, _ in found if rule == "bad-file-name" and line == 1} == {
        ("bad-file-name", f"procedures/editions/{name}.yml"),
        ("bad-file-name", f"procedures/{name}/_area.yml"),
        ("bad-file-name", f"procedures/{name}/{name}.yml"),
        ("bad-file-name", f"docs/knowledge/{name}.md"),
        ("bad-file-name", f"procedures/onboarding/{name}.yml"),
    }
    for file in ("roles", "references", "forms", "terms"):
        assert ("bad-id", f"procedures/catalogue/{file}.yml", 1, 1) in found
    assert ("bad-id", f"procedures/{name}/{name}.yml", 4, 9) in found


MISLEADING = {
    "\u202e": ("U+202E", "direction-character"),
    "\x00": ("U+0000", "control-character"),
    "\x01": ("U+0001", "control-character"),
    "\x7f": ("U+007F", "control-character"),
    "\ufeff": ("U+FEFF", "invisible-character"),
    "\u200b": ("U+200B", "invisible-character"),
    "\u2028": ("U+2028", "control-character"),
    "\u2066": ("U+2066", "direction-character"),
}
PLACES = {
    PROCEDURE: ("title: {}\nowner: planning-group\nsteps:\n  - text: ก\n", 1, 8),
    SETTINGS: ("title: ก\ndefault_edition: khonkaen5-2566\nvalues:\n  name: {}\n", 4, 9),
    EDITION: (MINIMAL[EDITION] + "values:\n  name: {}\n", MINIMAL[EDITION].count("\n") + 2, 9),
    ITEM: ("---\nkind: lesson\ntitle: {}\n---\n\nก\n", 3, 8),
}
"""Texts in files of every sort, and the line and column at which they begin."""


def escapes_of(letter: str) -> list[str]:
    """Every way to write a letter as an escape."""
    code = ord(letter)
    ways = [f"\\u{code:04X}", f"\\U{code:08x}", *([f"\\x{code:02x}"] if code < 256 else [])]
    return [*ways, *({"\x00": ["\\0"], "\u2028": ["\\L"]}.get(letter, []))]


@pytest.mark.parametrize("file", PLACES)
@pytest.mark.parametrize("letter", MISLEADING, ids=lambda letter: f"U+{ord(letter):04X}")
def test_a_letter_that_stands_as_an_escape_is_judged_like_a_typed_one(
    tmp_path: Path, letter: str, file: str
) -> None:
    text, line, column = PLACES[file]
    code, rule = MISLEADING[letter]
    for number, escape in enumerate(escapes_of(letter)):
        root = laid_out(tmp_path / str(number), {file: text.format(f'"งาน{escape}รับ"')})
        result = khumue("check", root, "--format", "json")
        problems = json.loads(result.stdout)["problems"]
        here = [each for each in problems if each["rule"] == rule]
        assert [(each["file"], each["line"], each["column"]) for each in here] == [(file, line, column + 4)]
        assert code in here[0]["message"]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ('"น\\u0e4d\\u0e32"', "sara-am"),
        ('"น\\u0e4dา"', "sara-am"),
        ('"นํ\\u0e32"', "sara-am"),
        ('"\\u0e40\\u0e40ผน"', "doubled-sara-e"),
        ('"ก\\tข"', "tab"),
    ],
)
def test_misspellings_that_stand_as_escapes_are_told_once(tmp_path: Path, written: str, rule: str) -> None:
    root = laid_out(tmp_path, {PROCEDURE: PLACES[PROCEDURE][0].format(written)})
    assert [each[:3] for each in told(root)] == [(rule, PROCEDURE, 1)]


@pytest.mark.parametrize(
    "written", ['"ก\\u0E02\\x41 \\\\u202E"', '"ก\\\n  ข"', "'\\u202E'", '\\u202E "', '"\\_\\""']
)
def test_harmless_escapes_and_what_only_looks_like_one_are_left_alone(tmp_path: Path, written: str) -> None:
    root = laid_out(tmp_path, {PROCEDURE: PLACES[PROCEDURE][0].format(written)})
    assert told(root) == []


@pytest.mark.parametrize("command", [["draw"], ["compare", "base", "khonkaen5-2566", "-o", "report.txt"]])
def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    root = laid_out(tmp_path, {})
    monkeypatch.chdir(root)
    assert khumue(*command).exit_code == 0
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    procedure = root / PROCEDURE
    changed = procedure.read_text(encoding="utf-8").replace("พิจารณา", "ตรวจ")
    procedure.write_text(changed, encoding="utf-8")

    def full(_: Path, __: str) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("generator.storage.writing.locked", full)
    result = khumue(*command)
    assert result.exit_code == 1
    assert os.strerror(errno.ENOSPC) in result.stderr
    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert after == {**before, procedure: changed.encode()}
