"""``khumue edit``: it says where the desk is, shows pages and the whole site, and ends when it is told to."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support import SITE, minimal_with, write_project
from tests.support.auditing import IN_FULL
from tests.support.desks import Desk

PATIENCE_SECONDS = 120.0
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
EDITION = "khonkaen5-2566"


@contextmanager
def edited(root: Path, *options: str) -> Iterator[tuple[Desk, "subprocess.Popen[str]"]]:
    """The desk as a command opens it."""
    process = _started(root, *options)
    assert process.stdout is not None
    try:
        yield _entered(_address_in(process.stdout.readline())), process
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE_SECONDS)
        assert "Traceback" not in errors
        assert process.returncode == 0


def _started(root: Path, *options: str) -> "subprocess.Popen[str]":
    """The command that opens the desk, the first of a group of processes."""
    command = [sys.executable, "-m", "generator", "edit", "--no-browser", *options, str(root)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def _address_in(said: str) -> str:
    """The address of the desk in what the command says first."""
    address = re.search(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{40,}", said)
    assert address is not None, said
    return address[0]


def _entered(address: str) -> Desk:
    """Come in as soon as somebody answers."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return Desk(address)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("edit") / "คู่มือ หนึ่ง", {**minimal_with({}), **SITE})


def test_the_desk_is_joined_with_the_site(project: Path) -> None:
    text = (project / PROCEDURE).read_text(encoding="utf-8")
    draft = text.replace("title: ", "title: ร่าง", 1)
    with edited(project) as (desk, _):
        body = {"files": {PROCEDURE: draft}, "edition": EDITION, "procedure": "expenditure-analysis"}
        page = desk.post("page", body)
        assert "ร่าง" in page["html"]
        assert "<script" not in page["html"]
        assert 'rel="stylesheet"' not in page["html"]
        assert "khumue-chart" in page["html"]
        shown = desk.raw("GET", page["address"], headers={"Cookie": desk.cookie})
        assert shown.content.decode() == page["html"].replace("font-display:optional", "font-display:block")
        assert "sandbox" in shown.headers["content-security-policy"]
        address = desk.post("site", {})["address"]
        assert desk.post("site", {})["address"] == address
        with urlopen(f"{address}budget/expenditure-analysis/", timeout=PATIENCE_SECONDS) as site:  # noqa: S310 - as above
            assert "ร่าง" not in site.read().decode("utf-8")
    assert (project / PROCEDURE).read_text(encoding="utf-8") == text
    with pytest.raises(URLError):
        urlopen(address, timeout=1)  # noqa: S310 - the address that the desk gave


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL", *(["SIGHUP"] if IN_FULL else [])])
def test_the_site_ends_with_the_desk_however_that_ends(
    name: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    process = _started(project)
    assert process.stdout is not None
    address = _entered(_address_in(process.stdout.readline())).post("site", {})["address"]
    process.send_signal(signal.Signals[name])
    _, errors = process.communicate(timeout=PATIENCE_SECONDS)  # both have closed what they tell in
    assert "Traceback" not in errors
    with pytest.raises(URLError):
        urlopen(address, timeout=1)  # noqa: S310 - as above
    assert list(tmp_path.glob("khumue-preview-*")) == []


@pytest.mark.skipif(os.name == "nt", reason="groups of processes of POSIX")
@pytest.mark.parametrize("seconds", [0.3, 0.9] if IN_FULL else [0.3])
def test_an_interrupt_while_the_site_begins_ends_both_without_a_word(seconds: float, project: Path) -> None:
    process = _started(project)
    assert process.stdout is not None
    desk = _entered(_address_in(process.stdout.readline()))
    asking = Thread(target=lambda: desk.ask("POST", "site", {}), daemon=True)
    asking.start()
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, "Traceback" in errors) == (0, False), errors


def test_a_port_that_is_taken_is_told(project: Path) -> None:
    with edited(project) as (desk, _):
        told = CliRunner().invoke(main, ["edit", "--no-browser", "--port", str(desk.port), str(project)])
        assert told.exit_code == 1
        assert str(desk.port) in told.output
        with edited(project) as (other, _):
            assert other.port != desk.port


def test_only_this_machine_is_listened_to(project: Path) -> None:
    with edited(project) as (desk, process):
        tables = [Path(f"/proc/{process.pid}/net/{name}") for name in ("tcp", "tcp6")]
        if not tables[0].exists():
            pytest.skip("needs Linux")
        lines = [line.split() for table in tables for line in table.read_text("ascii").splitlines()[1:]]
        places = {line[1].rpartition(":")[0] for line in lines if line[1].endswith(f":{desk.port:04X}")}
        assert places == {"0100007F"}


def test_where_there_is_no_project_it_is_told(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["edit", "--no-browser", str(tmp_path)])
    assert told.exit_code == 2
    assert "procedures" in told.output


def test_a_shortcut_goes_to_the_desktop(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USERPROFILE" if os.name == "nt" else "HOME", str(tmp_path))
    (tmp_path / "Desktop").mkdir()
    told = CliRunner().invoke(main, ["edit", "--shortcut", str(project)])
    assert told.exit_code == 0, told.output
    (file,) = (tmp_path / "Desktop").iterdir()
    assert str(file) in told.output
    assert str(project) in file.read_text(encoding="utf-8")
