"""Links of people to what a build makes hold on the site; those to what it does not make are told before."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.assembly import read_editions
from generator.cli import main
from generator.writers import dead_places

PAGE = "docs/about/foreword.md"
ITEM = "docs/knowledge/ask-first.md"
LINK = re.compile(r'<a href="(?P<way>[^"]+)">ดู</a>')


def khumue(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def test_every_made_file_may_be_linked_and_is_there(showcase: Path, showcase_site: Path) -> None:
    names = {
        each.relative_to(showcase_site).as_posix() for each in showcase_site.rglob("*") if each.is_file()
    }
    files = {each for each in names if re.search(r"(?<!/index)\.(?:json|csv|ics|txt|xml)$", each)}
    files -= {
        "sitemap.xml",
        "search/search_index.json",
        *(each for each in files if each.startswith("assets/")),
    }
    files -= {
        "changes.xml",
        "knowledge/feed.xml",
    }  # which there are where a site has an address: no check knows
    assert {"manual.json", "llms.txt", "status.csv", "calendar.ics", "budget/audit.json"} <= files
    links = "".join(f"[ดู](../{each})\n\n" for each in sorted(files))
    (showcase / PAGE).write_text(f"# คำนำ\n\n{links}", encoding="utf-8")
    assert khumue("check", showcase).exit_code == 0
    built = khumue("build", showcase, "--quiet")
    assert (built.exit_code, built.output) == (0, "")
    page = showcase / "site/about/foreword"
    ways = LINK.findall((page / "index.html").read_text(encoding="utf-8"))
    assert {(page / each).resolve().relative_to(showcase / "site").as_posix() for each in ways} == files
    for file in files:
        assert (showcase / "site" / file).read_bytes() != b"", file


@pytest.mark.parametrize("file", [PAGE, ITEM])
def test_what_an_edition_does_not_make_is_told(project_without_dates: Path, file: str) -> None:
    root = project_without_dates
    head = "---\ntitle: ก\nkind: lesson\nprocedures: []\ndate: 2568\n---\n" if file == ITEM else "# ก\n"
    unmade = ("calendar.md", "calendar.csv", "roles/clerk.ics")
    text = head + "".join(f"\n[ก](../{each})\n" for each in (*unmade, "manual.json"))
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")
    told = [
        (each.rule, each.location.line, each.location.column) for each in dead_places(read_editions(root))
    ]
    first = head.count("\n") + 2
    assert told == [("unknown-document", first + 2 * each, 5) for each in range(len(unmade))]


@pytest.fixture
def project_without_dates(tmp_path: Path) -> Path:
    """A project in which nothing is due."""
    root = tmp_path / "new"
    arguments = ("--office", "ก", "--group", "ข", "--title", "ค", "--edition", "test")
    program = ("--program", f"git+https://a.example/b@{'0' * 40}")
    assert khumue("init", root, *arguments, *program).exit_code == 0
    return root
