"""Ids that were published and are gone: told with the command that notes them."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model import RetiredKind
from generator.overlay import all_edits
from generator.project import read_project
from generator.scaffold.rename import rename_id
from generator.scaffold.rename_names import ids_of
from tests.support.auditing import largest_of_each
from tests.support.named_everywhere import RETIRED
from tests.support.repositories import begin, commit, git

NEW = "zz-renamed-zz"
COMMAND = re.compile(r"สั่ง (khumue [a-z0-9 #-]+?) เพื่อ")


def run(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code in (0, 1), done.output
    return done.output


def lost(root: Path, *more: str | Path) -> list[str]:
    """What is told of ids that are gone, with what to do."""
    blocks = run("check", *more, root).split("\n\n")
    return [each for each in blocks if "lost-id" in each]


def follow(root: Path, told: str) -> str:
    """Do what is told, to the letter."""
    found = COMMAND.search(told)
    assert found, told
    return run(*shlex.split(found[1])[1:], root)


def every_id(root: Path) -> Iterator[tuple[RetiredKind, str]]:
    """What git can know to be gone: the ids of the files, not those that editions put in."""
    project = read_project(root)
    edits = all_edits(project)
    for kind in RetiredKind:
        if kind is not RetiredKind.STEP:
            yield from ((kind, each) for each in ids_of(project, edits, kind, ""))
    for procedure in ids_of(project, edits, RetiredKind.PROCEDURE, ""):
        yield from (
            (RetiredKind.STEP, f"{procedure}#{each}")
            for each in ids_of(project, {}, RetiredKind.STEP, procedure)
        )


@pytest.fixture
def repository(root: Path) -> Path:
    (root / RETIRED).unlink(missing_ok=True)
    begin(root)
    return root


def test_every_id_that_is_changed_by_hand_is_told_and_noted_by_the_command(
    repository: Path, tmp_path: Path
) -> None:
    assert lost(repository) == []
    for kind, address in largest_of_each(
        list(every_id(repository)), lambda each: each[0], lambda each: len(each[1])
    ):
        root = Path(shutil.copytree(repository, tmp_path / "copy"))
        rename_id(root, kind, address, NEW)
        (root / RETIRED).unlink()
        told = lost(root)
        new = f"{address.partition('#')[0]}#{NEW}" if "#" in address else NEW
        assert [f"khumue rename {kind} {address} {new} --only-note" in each for each in told] == [True], (
            address,
            told,
        )
        follow(root, told[0])
        assert f"old: {address}\n  " in (root / RETIRED).read_text(encoding="utf-8")
        assert lost(root) == []
        shutil.rmtree(root)


def test_what_is_deleted_is_told_until_it_is_noted(repository: Path) -> None:
    roles = repository / "procedures/catalogue/roles.yml"
    text = roles.read_text(encoding="utf-8")
    roles.write_text(f"{text}zz-nobody:\n  title: ผู้ไม่มีงาน\n", encoding="utf-8")
    commit(repository, "nobody")
    roles.write_text(text, encoding="utf-8")
    (told,) = lost(repository)
    assert "ผู้ไม่มีงาน" in told
    assert roles.name in told
    follow(repository, told)
    assert lost(repository) == []


def test_on_a_branch_it_is_told_after_the_commit_too_and_not_once_it_is_published(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "edit")
    kind, address = next(each for each in every_id(repository) if each[0] is RetiredKind.STEP)
    rename_id(repository, kind, address, NEW)
    (repository / RETIRED).unlink()
    commit(repository, "by hand")
    assert len(lost(repository)) == 1
    git(repository, "branch", "--force", "main", "edit")
    assert lost(repository) == []
    assert len(lost(repository, "--published", "HEAD~1")) == 1


def test_published_data_tell_it_where_git_does_not(root: Path, tmp_path: Path) -> None:
    (root / RETIRED).unlink(missing_ok=True)
    run("export", "json", tmp_path / "data", root)
    published = tmp_path / "data/manual.json"
    assert lost(root, "--published", published) == []
    kind, address = next(each for each in every_id(root) if each[0] is RetiredKind.ROLE)
    rename_id(root, kind, address, NEW)
    (root / RETIRED).unlink()
    assert lost(root) == []
    (told,) = lost(root, "--published", published)
    follow(root, told)
    assert lost(root, "--published", published) == []


def test_a_state_that_nobody_knows_is_no_sound_one(repository: Path, tmp_path: Path) -> None:
    for state in ("no-such-branch", "-x", str(tmp_path / "none.json")):
        done = CliRunner().invoke(main, ["check", f"--published={state}", str(repository)])
        assert done.exit_code == 2, done.output
        assert "Traceback" not in done.output


def test_a_clone_without_its_history_says_nothing(repository: Path, tmp_path: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "edit")
    rename_id(repository, *next(each for each in every_id(repository) if each[0] is RetiredKind.STEP), NEW)
    (repository / RETIRED).unlink()
    commit(repository, "by hand")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "edit", f"file://{repository}", str(clone))
    assert lost(clone) == []


def test_nothing_is_noted_that_is_still_there_or_leads_nowhere(repository: Path) -> None:
    before = {path: path.read_bytes() for path in (repository / "procedures").rglob("*.yml")}
    for kind, address in dict(every_id(repository)).items():
        for command in (
            ("rename", kind, address, address, "--only-note"),
            ("rename", kind, "gone#gone" if "#" in address else "gone", "nowhere", "--only-note"),
            ("retire", kind, "gone#gone" if "#" in address else "gone", "--for", "nowhere"),
            *([] if kind is RetiredKind.PROCEDURE else [("retire", kind, address)]),
        ):
            done = CliRunner().invoke(main, [*command, str(repository)])
            assert done.exit_code == 2, (command, done.output)
    for bad in ("Gone", "go ne", "gone#", "ก"):
        assert CliRunner().invoke(main, ["retire", "procedure", bad, str(repository)]).exit_code == 2
    assert {path: path.read_bytes() for path in (repository / "procedures").rglob("*.yml")} == before


def test_who_slips_is_told_that_nothing_else_was_changed_and_what_was_meant(repository: Path) -> None:
    longest = max((each for kind, each in every_id(repository) if kind is RetiredKind.PROCEDURE), key=len)
    slip = f"{longest[:-2]}{longest[-1]}{longest[-2]}"
    told = run("retire", "procedure", slip, "--dry-run", repository)
    assert "ไม่ได้เปลี่ยนไฟล์อื่น" in told
    assert f"ถ้าหมายถึง {longest} " in told
    other = run("retire", "procedure", "never-was-there", "--dry-run", repository)
    assert "ไม่ได้เปลี่ยนไฟล์อื่น" in other
    assert "ถ้าหมายถึง" not in other
    assert "ไม่ได้เปลี่ยนไฟล์อื่น" not in run("retire", "procedure", longest, "--dry-run", repository)
