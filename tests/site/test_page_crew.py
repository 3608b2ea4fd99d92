"""Pages made side by side: the same as by one process, and all of them or none."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.offices import add_hook, start_build
from tests.site.stopping import LONG_SECONDS, PATIENCE_SECONDS, old_site, stop, wait_for
from tests.site.test_build import digests
from tests.support import write_project
from tests.support.auditing import IN_FULL

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are not split")

IN_A_COPY = """
import multiprocessing, os, pathlib, signal, time
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Halting(Preprocessor):
    def run(self, lines):
        if multiprocessing.parent_process():
            {act}
        return lines

class Halt(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Halting(md), "halt", 100)

def on_config(config):
    config.markdown_extensions.append(Halt())
"""
"""A hook that does something in each copy of the process that reads a page."""

ITEM = "---\ntitle: ก\nkind: question\n---\n\n"
"""The head of an item of knowledge."""

MINDED = {
    "about/foreword.md": (
        "# คำนำ\n\n[หาย](../budget/gone.md) [หาย](../budget/spending-plan.md#step-gone)\n",
        ["budget/gone.md", "#step-gone"],
    ),
    "knowledge/broken.md": (f"{ITEM}![หาย](gone.png)\n", ["gone.png"]),
    "knowledge/lost.md": (f"{ITEM}[หาย](../about/foreword.md#gone)\n", ["knowledge/lost.md", "#gone"]),
}
"""Documents with links that lead nowhere, and what is said of each."""

MINDING = """
import logging
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Minding(Preprocessor):
    def run(self, lines):
        if any("ตรวจสอบเอกสาร" in line for line in lines):
            logging.getLogger("mkdocs.hook").warning("minded %s", len(lines))
        return lines

class Mind(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Minding(md), "mind", 100)

def on_config(config):
    config.markdown_extensions.append(Mind())
"""
"""A hook that minds pages while their Markdown is read, whichever process reads it."""


def built(project: Path, *arguments: str) -> tuple[int, str]:
    """Build a project in a process of its own: how that ended, and what it said."""
    build = start_build(project, *arguments)
    output, errors = build.communicate(timeout=PATIENCE_SECONDS)
    return build.returncode, output + errors


def test_many_processes_make_the_same_bytes_as_one(
    showcase: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for jobs, seed in (("1", "1"), ("3", "2")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        site = tmp_path / f"site-{jobs}"
        assert built(showcase, "--jobs", jobs, "--quiet", "--site-dir", str(site)) == (0, "")
        made.append(digests(site))
    assert made[0] == made[1]


def test_what_the_engine_minds_is_told_by_many_as_by_one(showcase: Path, tmp_path: Path) -> None:
    """Of authored pages, of items, and of pages made of items."""
    write_project(showcase / "docs", {file: text for file, (text, _) in MINDED.items()})
    told = [built(showcase, "--jobs", jobs, "--site-dir", str(tmp_path / "site")) for jobs in ("1", "2")]
    assert told[0] == told[1]
    assert told[0][0] == 1
    expected = [each for _, said in MINDED.values() for each in said]
    assert [each for each in expected if each not in told[0][1]] == []


def test_what_is_minded_in_a_copy_is_told_and_fails_the_build(showcase: Path, tmp_path: Path) -> None:
    add_hook(showcase, MINDING)
    told = [built(showcase, "--jobs", jobs, "--site-dir", str(tmp_path / "site")) for jobs in ("1", "2")]
    assert told[0] == told[1]
    assert told[0][0] == 1
    assert "minded " in told[0][1]


def test_a_killed_process_is_told_and_leaves_nothing(showcase: Path, tmp_path: Path) -> None:
    before = old_site(tmp_path / "site")
    add_hook(showcase, IN_A_COPY.format(act="os.kill(os.getpid(), signal.SIGKILL)"))
    code, said = built(showcase, "--jobs", "2", "--site-dir", str(tmp_path / "site"))
    assert code == 1
    assert "หยุดกลางคัน" in said
    assert "Traceback" not in said
    assert digests(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["showcase", "site"]


# Every day whole sites are interrupted.
@pytest.mark.parametrize("is_asked", [False, True] if IN_FULL else [False])
def test_a_build_that_is_stopped_ends_at_once_and_leaves_nothing(
    showcase: Path, tmp_path: Path, is_asked: bool
) -> None:
    before = old_site(tmp_path / "site")
    note = tmp_path / "begun"
    act = f"pathlib.Path({str(note)!r}).write_text(str(os.getpid())); time.sleep({LONG_SECONDS})"
    add_hook(showcase, IN_A_COPY.format(act=act))
    build = start_build(showcase, "--jobs", "2", "--site-dir", str(tmp_path / "site"))
    wait_for(note, build)
    stop(build, is_asked)
    assert digests(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["begun", "showcase", "site"]
    assert subprocess.run(["pgrep", "--pgroup", str(build.pid)], check=False).returncode == 1
