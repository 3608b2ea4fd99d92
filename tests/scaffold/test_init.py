"""A new manual: from an empty folder to a site, nothing overwritten, and in step with this repository's own."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner
from flit_core import buildapi  # type: ignore[import-untyped]  # it carries no types
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.assembly import load_manual
from generator.cli import main
from generator.scaffold.init import InitError, default_answers, init_project
from tests.scaffold.terminal import at_a_terminal
from tests.support.auditing import examples

TEMPLATES = Path("generator/scaffold/templates/init")
FILES = {
    ".gitattributes",
    ".github/CODEOWNERS",
    ".github/workflows/charts.yml",
    ".github/workflows/comment.yml",
    ".github/workflows/manual.yml",
    ".github/workflows/reminders.yml",
    ".gitignore",
    ".vscode/extensions.json",
    ".vscode/khumue.code-snippets",
    ".vscode/settings.json",
    ".vscode/tasks.json",
    "README.md",
    "docs/about/accessibility.md",
    "docs/about/editing.md",
    "docs/about/foreword.md",
    "mkdocs.yml",
    "procedures/administration/_area.yml",
    "procedures/administration/receive-letters.yml",
    "procedures/catalogue/references.yml",
    "procedures/catalogue/roles.yml",
    "procedures/editions/office.yml",
    "procedures/manual.yml",
    "program.txt",
    "requirements.txt",
}


def everything(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, list(arguments))
    return done.exit_code, done.output


def test_a_manual_is_laid_out_checked_and_built_at_once(tmp_path: Path) -> None:
    root = tmp_path / "new" / "manual"
    code, said = run("init", str(root))
    assert (code, "ชื่อสำนักงาน, กลุ่มงาน, ชื่อคู่มือ" in said) == (0, True)
    assert everything(root) == FILES
    assert run("check", "--strict", str(root))[0] == 0
    assert run("build", "-q", str(root))[0] == 0
    page = (root / "site/administration/receive-letters/index.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "ตรวจสอบความครบถ้วนของหนังสือ" in page
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "plain")]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "plain/index.html").is_file()


THAI = re.compile("[\u0e01-\u0e5b]")
FOR_PROGRAMS = (r'"thai":"[^"]*"', r'"letters":\{.*?\}\}', r"<script data-letters=.*?</script>")
"""What programs are told of Thai whatever the language."""


def test_an_english_manual_tells_its_readers_everything_in_english(tmp_path: Path) -> None:
    root = tmp_path / "manual"
    code, said = run("init", str(root), "--language", "en")
    assert (code, "ชื่อสำนักงาน, กลุ่มงาน, ชื่อคู่มือ" in said) == (0, True), "authors are told in Thai"
    assert everything(root) == FILES
    assert run("new", "path", "clerk", str(root))[0] == 0
    assert run("check", "--strict", str(root))[0] == 0
    assert run("build", "-q", str(root))[0] == 0
    pages = [
        path
        for path in (root / "site").rglob("*")
        if path.suffix in {".html", ".md", ".json", ".csv", ".ics"}
    ]
    assert {"index.html", "404.html"} <= {path.name for path in pages}
    for path in pages:
        told = path.read_text(encoding="utf-8")
        for pattern in FOR_PROGRAMS:
            told = re.sub(pattern, "", told)
        found = THAI.search(told)
        assert found is None, (path, told[max(0, found.start() - 80) : found.end() + 80])
    assert '<html lang="en"' in (root / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["th", "en"])
def test_nothing_that_is_said_to_authors_is_printed(language: str, tmp_path: Path) -> None:
    root = tmp_path / "manual"
    run("init", str(root), "--language", language)
    code, said = run("print", str(tmp_path / "manual.pdf"), str(root))
    assert code == 0, said
    printed = "".join(page.extract_text() for page in PdfReader(tmp_path / "manual.pdf").pages)
    assert ("คำนำ" if language == "th" else "Foreword") in printed
    assert not re.search(r"docs/|<!--|khumue", printed)


def test_a_language_that_there_is_not_is_told(tmp_path: Path) -> None:
    code, said = run("init", str(tmp_path / "manual"), "--language", "fr")
    assert (code, "ไม่มีภาษา “fr”" in said, "th, en" in said) == (2, True, True)


def test_the_next_steps_work_too(tmp_path: Path) -> None:
    root = tmp_path / "manual"
    assert run("init", str(root))[0] == 0
    assert run("new", "edition", "nan-1", "--office", "สพป.น่าน เขต 1", str(root))[0] == 0
    assert run("check", "--strict", str(root))[0] == 0
    assert run("new", "administration/send-letters", str(root))[0] == 0


def test_what_is_given_stands_in_the_files(tmp_path: Path) -> None:
    options = [
        "--office",
        "สพป.น่าน เขต 1",
        "--group",
        "กลุ่มคลัง",
        "--title",
        "คู่มือ: การเงิน",
        "--edition",
        "nan-1",
    ]
    code, said = run("init", str(tmp_path), *options)
    assert (code, "ค่าตัวอย่าง" in said) == (0, False)
    manual, problems = load_manual(tmp_path)
    assert problems == []
    assert manual is not None
    assert (manual.edition_id, manual.edition.office) == ("nan-1", "สพป.น่าน เขต 1")
    assert (manual.settings.title, manual.settings.group) == ("คู่มือ: การเงิน", "กลุ่มคลัง")
    assert manual.roles["group-director"].title == "ผู้อำนวยการกลุ่มคลัง"
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# คู่มือ&#58; การเงิน\n\nคู่มือของกลุ่มคลัง สพป.น่าน เขต 1\n")


def test_at_a_terminal_the_command_asks(tmp_path: Path) -> None:
    code, shown = at_a_terminal(
        ["init", "manual", "--edition", "nan-1"], ["", "สพป.น่าน", "", "คู่มือของเรา"], tmp_path
    )
    assert code == 0, shown
    assert "[th]" in shown
    assert "[กลุ่มอำนวยการ]" in shown
    manual, problems = load_manual(tmp_path / "manual")
    assert problems == []
    assert manual is not None
    assert (manual.edition.office, manual.settings.group, manual.settings.title) == (
        "สพป.น่าน",
        "กลุ่มอำนวยการ",
        "คู่มือของเรา",
    )


def test_a_repository_that_was_just_made_is_empty_enough(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert len(init_project(tmp_path, default_answers()).files) == len(FILES)


def a_file(root: Path) -> None:
    (root / "notes.txt").write_text("x", encoding="utf-8")


def an_empty_folder(root: Path) -> None:
    (root / "procedures").mkdir()


@pytest.mark.parametrize(("make", "named"), [(a_file, "notes.txt"), (an_empty_folder, "procedures")])
def test_a_folder_in_which_something_stands_is_left_alone(
    tmp_path: Path, make: Callable[[Path], None], named: str
) -> None:
    make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    code, said = run("init", str(tmp_path))
    assert (code, named in said) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before


def test_very_much_in_the_way_is_counted(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number:02}.txt").touch()
    with pytest.raises(InitError, match="และอีก 15 รายการ"):
        init_project(tmp_path, default_answers())


def test_a_file_or_a_dead_link_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("file", "link"):
        with pytest.raises(InitError) as refused:
            init_project(tmp_path / name, default_answers())
        assert refused.value.reason == "not-a-folder"
    with pytest.raises(InitError) as refused:
        init_project(tmp_path / "file" / "manual", default_answers())
    assert refused.value.reason == "not-written"


@pytest.mark.parametrize(
    ("answers", "reason", "said"),
    [
        ({"office": " "}, "unusable-text", "ชื่อสำนักงาน"),
        ({"group": "${x}"}, "unusable-text", "กลุ่มงาน"),
        ({"title": "[ดู](procedure:nothing)"}, "unusable-text", "ชื่อคู่มือ"),
        ({"edition": "Nan 1"}, "bad-id", "nan-1"),
        ({"edition": "base"}, "bad-id", "office"),
        ({"edition": "../x"}, "bad-id", "เช่น x"),
        ({"edition": ""}, "bad-id", "office"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_written(
    tmp_path: Path, answers: dict[str, str], reason: str, said: str
) -> None:
    with pytest.raises(InitError) as refused:
        init_project(tmp_path / "manual", {**default_answers(), **answers})
    assert refused.value.reason == reason
    assert said in str(refused.value)
    assert not (tmp_path / "manual").exists()


TYPED = st.text(st.sampled_from("\"'\\:#-?{}[]|>&*!%@`~,=$/. กขสำ่1x<>_"), min_size=1, max_size=20).filter(
    lambda text: bool(text.strip()) and "${" not in text and "](" not in text
)


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(office=TYPED, group=TYPED, title=TYPED)
def test_texts_are_read_exactly_as_they_were_given(
    tmp_path_factory: pytest.TempPathFactory, office: str, group: str, title: str
) -> None:
    root = tmp_path_factory.mktemp("manual")
    init_project(root, {**default_answers(), "office": office, "group": group, "title": title})
    manual, _ = load_manual(root)
    assert manual is not None
    assert (manual.edition.office, manual.settings.group, manual.settings.title) == (
        office.strip(),
        group.strip(),
        title.strip(),
    )


def test_the_site_has_the_features_of_our_own(repository: Path, tmp_path: Path) -> None:
    init_project(tmp_path, default_answers())
    ours, theirs = (
        yaml.load(
            re.sub(r"!ENV ", "", (folder / "mkdocs.yml").read_text(encoding="utf-8")), Loader=yaml.BaseLoader
        )
        for folder in (repository, tmp_path)
    )
    shared = ("site_url", "theme", "plugins", "markdown_extensions", "validation")
    assert {key: theirs[key] for key in shared} == {key: ours[key] for key in shared}


def test_a_manual_may_be_kept_on_gitlab(tmp_path: Path) -> None:
    assert run("init", str(tmp_path), "--host", "gitlab")[0] == 0
    theirs = {".gitlab-ci.yml", ".gitlab/CODEOWNERS"}
    assert everything(tmp_path) == {name for name in FILES if not name.startswith(".github/")} | theirs
    assert run("check", "--strict", str(tmp_path))[0] == 0
    assert ".github" not in (tmp_path / "README.md").read_text(encoding="utf-8")
    owned = re.findall(
        r"^# /(\S+?)/? +@", (tmp_path / ".gitlab/CODEOWNERS").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [name for name in owned if not list(tmp_path.glob(name))] == []


def test_the_workflows_pin_what_ours_pin(repository: Path) -> None:
    ours = (repository / ".github/workflows/manual.yml").read_text(encoding="utf-8")
    for file in (repository / TEMPLATES / "dot_github/workflows").iterdir():
        uses = re.findall(r"uses: .+", file.read_text(encoding="utf-8"))
        assert [line for line in uses if line not in ours] == []


def test_the_wheel_brings_every_template(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    with ZipFile(tmp_path / buildapi.build_wheel(str(tmp_path))) as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("generator/scaffold/")}
    room = repository / "generator" / "scaffold"
    needed = {path.relative_to(repository).as_posix() for path in room.rglob("*") if path.suffix != ".pyc"}
    assert {name for name in needed if (repository / name).is_file()} - packed == set()
