"""The workflows: valid, pinned, with the least permissions, and harmless for pull requests from forks."""

import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from tests.repository.repository import ROOT

OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
THEIRS = sorted((ROOT / "generator/scaffold/templates/init/dot_github/workflows").glob("*.yml"))
WORKFLOWS = [*OURS, *THEIRS]
"""Ours, and those of every new manual."""
PUBLISHING = [path for path in OURS if "deploy-pages@" in path.read_text(encoding="utf-8")]
PINNED_ACTION = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
READ_ONLY = {"contents": "read"}
GITLAB = [ROOT / "generator/scaffold/templates/init-gitlab/dot_gitlab-ci.yml"]
MAY_WRITE = {
    ("manual", "publish"): {"pages": "write", "id-token": "write"},
    ("national", "publish"): {"pages": "write", "id-token": "write"},
    ("charts", "charts"): {"contents": "write", "pull-requests": "write"},
    ("comment", "comment"): {"actions": "read", "pull-requests": "write"},
    ("reminders", "reminders"): {"contents": "read", "issues": "write"},
}
"""Every job that may more than read the repository, and what."""
TRUSTED = "comment"
"""The workflow that what a pull request brings starts, with a right to write."""


def named(path: Path) -> str:
    """Which workflow of which folder is tested."""
    return f"{path.parent.parent.name}/{path.stem}"


def load(path: Path) -> dict[str, Any]:
    """A workflow as data, all scalars as text: the key ``on`` stays ``on``."""
    text = path.read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return loaded


def test_there_are_workflows() -> None:
    assert WORKFLOWS


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.gitlab-ci", GITLAB),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
    ],
)
def test_files_follow_their_schema(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_pre_commit_configuration_is_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(ROOT / ".pre-commit-config.yaml")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    uses = [
        line.strip().removeprefix("- ")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert bool(uses) is (path.stem != TRUSTED)
    assert [line for line in uses if not PINNED_ACTION.fullmatch(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_only_jobs_that_have_to_may_write_and_none_in_the_run_of_a_pull_request(path: Path) -> None:
    workflow = load(path)
    events = set(workflow["on"])
    assert events.isdisjoint({"pull_request_target", "issue_comment"})
    assert ("workflow_run" in events) is (path.stem == TRUSTED)
    assert workflow["permissions"] == ({} if path.stem == TRUSTED else READ_ONLY)
    for name, job in workflow["jobs"].items():
        if "permissions" in job:
            assert job["permissions"] == MAY_WRITE[path.stem, name]
            if name == "publish":
                assert "github.event_name != 'pull_request'" in job["if"]
                assert set(job["needs"]) == set(workflow["jobs"]) - {name}


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_no_text_of_a_pull_request_reaches_a_shell(path: Path) -> None:
    steps = [step for job in load(path)["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert bool(checkouts) is (path.stem != TRUSTED)
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_the_token_is_given_to_the_steps_that_write_and_no_other(path: Path) -> None:
    for job in load(path)["jobs"].values():
        for step in job["steps"]:
            has_token = "github.token" in str(step) or "secrets." in str(step)
            assert has_token is bool(re.search(r"^ *gh api|\bgh auth", step.get("run", ""), re.MULTILINE))
            assert not has_token or "khumue check" not in step["run"]


def test_the_workflow_that_is_trusted_runs_nothing_of_others() -> None:
    for folder in (OURS, THEIRS):
        workflows = {path.stem: load(path) for path in folder}
        (step,) = workflows[TRUSTED]["jobs"]["comment"]["steps"]
        assert "uses" not in step
        assert set(step["env"]) == {"GH_TOKEN", "RUN", "HEAD"}
        assert workflows[TRUSTED]["on"]["workflow_run"]["workflows"] == [workflows["manual"]["name"]]


def test_continuous_integration_runs_the_documented_commands() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
    assert "make lint test" in script
    workflow = (ROOT / ".github" / "workflows" / "manual.yml").read_text(encoding="utf-8")
    for command in (".ci/run", "khumue check --format github", "make site"):
        assert command in workflow


def test_what_takes_long_is_run_once_a_week() -> None:
    audit = load(ROOT / ".github" / "workflows" / "audit.yml")
    assert audit["on"]["schedule"]
    assert [step.get("run") for step in audit["jobs"]["audit"]["steps"]][-1] == "make audit"


def test_shares_of_the_national_portal_are_complete_and_come_together() -> None:
    jobs = load(ROOT / ".github" / "workflows" / "national.yml")["jobs"]
    sites, portal = (jobs[name]["steps"] for name in ("sites", "portal"))
    shards = jobs["sites"]["strategy"]["matrix"]["shard"]
    assert shards == [str(number) for number in range(1, len(shards) + 1)]
    assert f"${{{{ matrix.shard }}}}/{len(shards)}" in [step.get("env", {}).get("SHARD") for step in sites]
    handed_on = next(step["with"] for step in sites if "upload-artifact@" in step.get("uses", ""))
    taken = next(step["with"] for step in portal if "download-artifact@" in step.get("uses", ""))
    assert fnmatch(handed_on["name"], taken["pattern"])
    assert (taken["merge-multiple"], taken["path"], handed_on["path"]) == ("true", "site", "site")
    assert jobs["portal"]["needs"] == "sites"


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_workflows_call_commands_that_exist(path: Path) -> None:
    calls = re.findall(r"khumue ([a-z]+)((?: --[a-z]+(?: [a-z\"$A-Z]+)?)*)", path.read_text(encoding="utf-8"))
    assert calls or path not in PUBLISHING
    for name, options in calls:
        known = {option for parameter in main.commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--[a-z]+", options)) <= known


@pytest.mark.parametrize("path", PUBLISHING, ids=named)
def test_nothing_is_published_before_the_tests_passed(path: Path) -> None:
    jobs = load(path)["jobs"]
    testing = [name for name, job in jobs.items() if ".ci/run" in [step.get("run") for step in job["steps"]]]
    assert testing
    assert set(testing) <= set(jobs["publish"]["needs"])


def test_somebody_is_asked_about_what_runs_and_what_is_shown() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert {"/mkdocs.yml", "/docs/", "/.github/", "/procedures/manual.yml", "/generator/"} <= set(owned)
    assert [path for path in owned if not (ROOT / path.strip("/")).exists()] == []
    assert all(re.search(r" @[\w-]+/[\w-]+$", line) for line in lines if line.startswith("/"))


def test_only_one_workflow_publishes() -> None:
    conditions = [load(path)["jobs"]["publish"]["if"] for path in PUBLISHING]
    assert sorted(re.findall(r"vars.KHUMUE_PORTAL (..) 'shards'", " ".join(conditions))) == ["!=", "=="]
