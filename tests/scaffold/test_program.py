"""What a new manual installs: packages by their hashes, the program from a repository at a commit, nothing by name."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.scaffold import program
from tests.repository.repository import ROOT
from tests.support.auditing import IN_FULL

COMMIT = "0123456789abcdef0123456789abcdef01234567"
ADDRESS = f"git+https://example.go.th/office/khumue@{COMMIT}"
LOCK = ROOT / "generator/scaffold/templates/init/requirements.txt"
VERSIONS = re.compile(r"^([\w.-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)


def versions(file: Path) -> dict[str, str]:
    return {name: version for name, version, _ in VERSIONS.findall(file.read_text(encoding="utf-8"))}


def laid_out(folder: Path, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["init", str(folder), *options])
    return done.exit_code, done.output


def test_a_new_manual_installs_the_versions_of_this_repository(tmp_path: Path) -> None:
    ours, theirs = versions(ROOT / "requirements.txt"), versions(LOCK)
    assert theirs
    assert {name: ours.get(name) for name in theirs} == theirs
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = re.findall(r'^    "([\w-]+) ', project.split("[project.optional-dependencies]")[0], re.MULTILINE)
    assert len(needed) > 10
    assert {*needed, "flit-core"} <= set(theirs)
    assert laid_out(tmp_path)[0] == 0
    assert (tmp_path / "requirements.txt").read_bytes() == LOCK.read_bytes()


def test_every_package_has_its_hashes() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert text.count("--hash=sha256:") > len(versions(LOCK))
    requirements = [part for part in text.split("\n") if part and not part.startswith((" ", "#"))]
    assert all(part.endswith("\\") and "==" in part for part in requirements)
    assert "://" not in text


def test_the_program_comes_from_a_repository_at_a_commit(tmp_path: Path) -> None:
    code, said = laid_out(tmp_path, "--program", ADDRESS)
    assert (code, "program.txt" in said) == (0, False)
    assert f"khumue @ {ADDRESS}\n" in (tmp_path / "program.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "khumue",
        "khumue==1.0",
        "git+https://example.go.th/office/khumue",
        "git+https://example.go.th/office/khumue@main",
        f"git+http://example.go.th/office/khumue@{COMMIT}",
        f"git+https://user:secret@example.go.th/office/khumue@{COMMIT}",
        f"https://example.go.th/khumue.zip#{COMMIT}",
        f"git+https://example.go.th/a b@{COMMIT}",
        f"git+https://example.go.th/a@{COMMIT}\n--index-url https://example.go.th",
    ],
)
def test_an_address_that_moves_or_hides_something_is_refused(tmp_path: Path, address: str) -> None:
    code, said = laid_out(tmp_path / "manual", "--program", address)
    assert (code, "git+https://" in said) == (2, True)
    assert not (tmp_path / "manual").exists()


def test_without_an_address_the_editor_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.scaffold.init.installed_from", lambda: "")
    code, said = laid_out(tmp_path)
    assert (code, "program.txt" in said) == (0, True)
    lines = (tmp_path / "program.txt").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") for line in lines)


@pytest.mark.parametrize(
    ("noted", "expected"),
    [
        (
            {"url": "https://example.go.th/office/khumue", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            ADDRESS,
        ),
        ({"url": "https://me:x@example.go.th/office/khumue", "vcs_info": {"commit_id": COMMIT}}, ADDRESS),
        ({"url": "file:///home/somebody/khumue", "dir_info": {"editable": True}}, ""),
        ({"url": "file:///home/somebody/khumue", "vcs_info": {"commit_id": COMMIT}}, ""),
        ({"url": "https://example.go.th/khumue.whl", "archive_info": {}}, ""),
        (None, ""),
        ("no json", ""),
    ],
)
def test_what_pip_noted_down_is_the_address(
    noted: object, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = noted if noted is None or isinstance(noted, str) else json.dumps(noted)
    monkeypatch.setattr(program, "installation_note", lambda _package, _name: text)
    assert program.installed_from() == expected


def steps_of(root: Path) -> list[str]:
    """The commands of the workflow of a new manual."""
    workflow = yaml.safe_load((root / ".github/workflows/manual.yml").read_text(encoding="utf-8"))
    return [step["run"] for step in workflow["jobs"]["manual"]["steps"] if "run" in step]


def test_the_workflow_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.scaffold.init.installed_from", lambda: "")
    assert laid_out(tmp_path)[0] == 0
    install = steps_of(tmp_path)[0]
    done = subprocess.run(
        ["sh", "-ec", install], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=program.txt::")


@pytest.mark.skipif(not IN_FULL, reason="it installs everything anew: part of the audit")
def test_the_workflow_of_a_new_manual_runs_in_a_bare_environment(tmp_path: Path) -> None:
    root, bare = tmp_path / "manual", tmp_path / "bare"
    git = ["git", "-C", str(ROOT), "rev-parse", "HEAD"]
    head = subprocess.run(git, capture_output=True, encoding="utf-8", check=True).stdout.strip()
    assert laid_out(root, "--program", ADDRESS.replace(COMMIT, head))[0] == 0
    subprocess.run([sys.executable, "-m", "venv", str(bare)], check=True)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        "PATH": f"{bare / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "KHUMUE_SITE_URL": "https://example.go.th/manual/",
        "GIT_CONFIG_COUNT": "1",  # this repository stands for the one at the address
        "GIT_CONFIG_KEY_0": f"url.{ROOT.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://example.go.th/office/khumue",
    }
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", "-C", str(root), *command], check=True)
    for step in steps_of(root):
        done = subprocess.run(
            ["sh", "-ec", step], cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "site/index.html").is_file()
