"""The shell steps of workflows, run as the host runs them, beside a host of which only a file is there."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import yaml

from tests.repository.repository import ROOT

FAKE = Path(__file__).parent / "fake_gh.py"


@dataclass
class Host:
    """A host of repositories.

    Attributes:
        folder: where it keeps what it has, and its programs ``gh`` and ``khumue``.
        workflows: the folder of the workflows that it runs.
    """

    folder: Path
    workflows: Path

    def __post_init__(self) -> None:
        """Begin with nothing but programs."""
        programs = self.folder / "bin"
        programs.mkdir(parents=True)
        (self.folder / "temp").mkdir()
        for name, command in (("gh", f"-S {FAKE}"), ("khumue", "-m generator")):
            program = programs / name
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {command} "$@"\n', encoding="utf-8")
            program.chmod(0o755)
        self.keep(artifacts=[], zip="", pulls={}, comments={}, issues=[], proposed=[], may_propose=True)

    @property
    def temp(self) -> Path:
        """The folder that all steps of a job share."""
        return self.folder / "temp"

    def keep(self, **data: object) -> None:
        """Have something."""
        known = self.data() if self._file.is_file() else {}
        self._file.write_text(json.dumps({**known, **data}), encoding="utf-8")

    def data(self) -> dict[str, Any]:
        """What there is."""
        data: dict[str, Any] = json.loads(self._file.read_text(encoding="utf-8"))
        return data

    def hand_over(self, files: dict[str, bytes], size: int | None = None) -> None:
        """Have the artefact of a run."""
        archive = self.folder / "artifact.zip"
        with ZipFile(archive, "w", ZIP_DEFLATED) as packed:
            for name, content in files.items():
                packed.writestr(name, content)
        told = archive.stat().st_size if size is None else size
        artifact = {"id": 5, "name": "report", "size_in_bytes": told, "expired": False}
        self.keep(artifacts=[artifact], zip=str(archive))

    def run(
        self, workflow: str, step: str, working: Path, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a step that is a command, by its name in a workflow."""
        text = (self.workflows / f"{workflow}.yml").read_text(encoding="utf-8")
        loaded = yaml.load(text, Loader=yaml.BaseLoader)
        (command,) = (
            each["run"]
            for job in loaded["jobs"].values()
            for each in job.get("steps", ())
            if each.get("name") == step
        )
        shell = ["bash", "-e", "-c"]
        if "defaults" in loaded:
            shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
        return self._run([*shell, command], working, variables)

    def run_job(
        self, file: Path, job: str, working: Path, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run what a job of GitLab's does behind what is installed before."""
        loaded = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        return self._run(
            ["bash", "-eo", "pipefail", "-c", "\n".join(loaded[job]["script"])], working, variables
        )

    def _run(
        self, command: list[str], working: Path, variables: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.folder),
            "PYTHONPATH": str(ROOT),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8",
            "GITHUB_REPOSITORY": "office/manual",
            "GITHUB_SERVER_URL": "https://github.example",
            "RUNNER_TEMP": str(self.temp),
            "FAKE_GH": str(self._file),
            **variables,
        }
        return subprocess.run(
            command,
            cwd=working,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    @property
    def _file(self) -> Path:
        return self.folder / "host.json"
