"""When files last changed, asked of a real git."""

import subprocess
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.site.build import build_site
from generator.site.history import last_changes

DATED = {
    "budget/spending-plan": "2025-01-10",
    "about/foreword": "2025-01-10",
    "budget/audit": "2025-03-30",
    "status": "2025-03-30",
}
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def git(root: Path, *arguments: str, day: str = "2025-01-01", moment: str = "") -> None:
    """Run git in a repository, on a day, or at a moment of it."""
    stamp = moment or f"{day}T12:00:00+07:00"
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments],
        cwd=root,
        env={
            "GIT_AUTHOR_DATE": stamp,
            "GIT_COMMITTER_DATE": stamp,
            "PATH": "/usr/bin:/bin",
            "HOME": str(root),
        },
        check=True,
        capture_output=True,
    )


def commit(root: Path, day: str, **files: str) -> None:
    """Write files of ``procedures/`` and commit them on a day."""
    (root / "procedures").mkdir(exist_ok=True)
    for name, text in files.items():
        (root / "procedures" / f"{name}.yml").write_text(text, encoding="utf-8")
    git(root, "add", "-A", day=day)
    git(root, "commit", "-m", day, day=day)


@pytest.fixture
def repository_with_history(tmp_path: Path) -> Path:
    """A repository whose project changed on three days."""
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--initial-branch=main")
    commit(root, "2025-01-10", one="1", two="1", งาน="1")
    commit(root, "2025-02-20", two="2")
    commit(root, "2025-03-30", three="1")
    return root


def test_the_newest_commit_of_each_file_counts(repository_with_history: Path) -> None:
    assert last_changes(repository_with_history) == {
        "procedures/one.yml": date(2025, 1, 10),
        "procedures/two.yml": date(2025, 2, 20),
        "procedures/three.yml": date(2025, 3, 30),
        "procedures/งาน.yml": date(2025, 1, 10),
    }


def test_a_project_below_the_repositorys_root_has_paths_of_its_own(repository_with_history: Path) -> None:
    below = repository_with_history / "manuals/one"
    below.mkdir(parents=True)
    commit(below, "2025-04-01", own="1")
    assert last_changes(below) == {"procedures/own.yml": date(2025, 4, 1)}


def test_the_edge_of_a_shallow_clone_counts_for_nothing(
    repository_with_history: Path, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--depth=1", repository_with_history.as_uri(), "shallow")
    assert last_changes(tmp_path / "shallow") == {}
    git(tmp_path, "clone", "--depth=2", repository_with_history.as_uri(), "deeper")
    assert last_changes(tmp_path / "deeper") == {"procedures/three.yml": date(2025, 3, 30)}


def test_without_a_repository_or_git_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert last_changes(tmp_path) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_changes(tmp_path) == {}


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2025-05-01T18:30:00+00:00", date(2025, 5, 2)),
        ("2025-05-01T16:59:59+00:00", date(2025, 5, 1)),
        ("2025-05-01T10:00:00-08:00", date(2025, 5, 2)),
        ("2025-05-02T00:30:00+14:00", date(2025, 5, 1)),
    ],
)
def test_the_day_is_that_of_the_offices_wherever_the_commit_was_made(
    tmp_path: Path, moment: str, day: date
) -> None:
    git(tmp_path, "init")
    (tmp_path / "procedures").mkdir()
    (tmp_path / "procedures" / "one.yml").write_text("1", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "one", moment=moment)
    assert last_changes(tmp_path) == {"procedures/one.yml": day}


def test_the_map_of_a_site_dates_every_page_as_git_does(tmp_path: Path, showcase: Path) -> None:
    git(showcase, "init", "--initial-branch=main")
    git(showcase, "add", "-A", day="2025-01-10")
    git(showcase, "commit", "-m", "first", day="2025-01-10")
    audit = showcase / "procedures/budget/audit.yml"
    audit.write_text(f"{audit.read_text(encoding='utf-8')}\n# again\n", encoding="utf-8")
    git(showcase, "commit", "-am", "second", day="2025-03-30")
    build_site(showcase, tmp_path / "site")
    root = ET.fromstring((tmp_path / "site/sitemap.xml").read_bytes())  # noqa: S314 - our own
    dates = {str(url.findtext(f"{MAP}loc")): url.findtext(f"{MAP}lastmod") for url in root}
    own = {page: next(date for url, date in dates.items() if url.endswith(f"/{page}/")) for page in DATED}
    assert set(dates.values()) == {"2025-01-10", "2025-03-30"}
    assert own == DATED
