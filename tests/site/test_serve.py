"""The preview: a real server on this machine, files that change under it, pages that follow."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.site.offices import OWN_TEXT, write_offices
from tests.support.visible import visible_text

PATIENCE_SECONDS = 30
STEP_SECONDS = 0.1


class Preview:
    """A preview that runs as a process of its own."""

    def __init__(self, command: list[str], root: Path) -> None:
        """Start it.

        Args:
            command: the program and arguments, to which the address is added.
            root: the project's folder, where it runs.
        """
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.log = root / "preview.log"
        with self.log.open("w", encoding="utf-8") as output:
            self.process = subprocess.Popen(
                [*command, self.address], cwd=root, stdout=output, stderr=subprocess.STDOUT
            )

    def text(self, path: str) -> str:
        """What a reader sees of a page now; nothing while the server does not answer."""
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=5) as answer:
                return visible_text(answer.read().decode("utf-8"))
        except (URLError, ConnectionError, TimeoutError):
            return ""

    def wait_for(self, path: str, is_there: Callable[[str], bool]) -> str:
        """The page's text as soon as it is as expected."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            if is_there(text := self.text(path)):
                return text
            time.sleep(STEP_SECONDS)
        raise AssertionError(
            f"{path} did not become as expected:\n{self.text(path)}\n{self.log.read_text(encoding='utf-8')}"
        )

    def wait_for_log(self, message: str) -> None:
        """Wait until it tells something."""
        until = time.monotonic() + PATIENCE_SECONDS
        while message not in (told := self.log.read_text(encoding="utf-8")):
            assert time.monotonic() < until, told
            time.sleep(STEP_SECONDS)

    def stop(self) -> None:
        """End it as an editor does, with Ctrl+C, so that it clears up behind itself."""
        self.process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        self.process.wait(timeout=PATIENCE_SECONDS)


@pytest.fixture(params=["khumue", "mkdocs"])
def preview(request: pytest.FixtureRequest, showcase: Path) -> Iterator[Preview]:
    """The showcase served by our command, and by MkDocs'."""
    commands = {
        "khumue": [sys.executable, "-X", "utf8", "-m", "generator", "serve", "--address"],
        "mkdocs": [sys.executable, "-X", "utf8", "-m", "mkdocs", "serve", "--dev-addr"],
    }
    served = Preview(commands[request.param], showcase)
    yield served
    served.stop()


def test_pages_follow_the_files_and_nothing_ends_the_preview(preview: Preview, showcase: Path) -> None:
    procedure, manual = showcase / "procedures/budget/audit.yml", showcase / "procedures/manual.yml"
    whole, whole_manual = procedure.read_text(encoding="utf-8"), manual.read_text(encoding="utf-8")
    preview.wait_for("budget/audit/", lambda text: "ตรวจสอบเอกสาร" in text)
    for nothing_of_the_site in ("../preview.log", "%2e%2e/preview.log", "..%2f..%2fmkdocs.yml"):
        assert preview.text(nothing_of_the_site) == ""

    procedure.write_text(whole.replace("ตรวจสอบเอกสาร", "ตรวจนับเอกสาร"), encoding="utf-8")
    preview.wait_for("budget/audit/", lambda text: "ตรวจนับเอกสาร" in text)

    procedure.write_text("title: [งาน\nowner: ใคร", encoding="utf-8")
    shown = preview.wait_for("budget/audit/", lambda text: "procedures/budget/audit.yml:" in text)
    assert "owner: ใคร" in shown or "title: [งาน" in shown
    assert "ดูรายการ" in preview.text("budget/spending-plan/")

    item = showcase / "docs/knowledge/ask-first.md"
    item.write_text(item.read_text(encoding="utf-8").replace("ถามเจ้าของงาน", "ถามหัวหน้า"), encoding="utf-8")
    preview.wait_for("knowledge/ask-first/", lambda text: "ถามหัวหน้า" in text)

    item.write_text("---\ntitle: ก\nkind: leson\n---\n", encoding="utf-8")
    preview.wait_for("knowledge/ask-first/", lambda text: "docs/knowledge/ask-first.md:3:7" in text)

    item.unlink()
    manual.write_text("ไม่ใช่แผนผัง", encoding="utf-8")
    preview.wait_for("", lambda text: "อ่านคู่มือทั้งเล่มไม่ได้" in text)

    manual.write_text(whole_manual, encoding="utf-8")
    procedure.write_text(whole, encoding="utf-8")
    repaired = preview.wait_for("budget/audit/", lambda text: "ตรวจสอบเอกสาร" in text)
    assert "ดูรายการ" not in repaired
    assert not (showcase / "site").exists()
    assert (showcase / "mkdocs.yml").exists()


@pytest.mark.parametrize("preview", ["khumue"], indirect=True)
def test_unusable_settings_leave_the_preview_as_it_was(preview: Preview, showcase: Path) -> None:
    settings, page = showcase / "mkdocs.yml", showcase / "docs" / "later.md"
    whole = settings.read_text(encoding="utf-8")
    page.write_text("# มาทีหลัง\n", encoding="utf-8")
    preview.wait_for("later/", lambda text: "มาทีหลัง" in text)

    settings.write_text("site_name: [", encoding="utf-8")
    preview.wait_for_log("อ่านใหม่ไม่สำเร็จ")
    assert "มาทีหลัง" in preview.text("later/")

    settings.write_text(whole, encoding="utf-8")
    page.unlink()
    preview.wait_for("later/", lambda text: text == "")
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")


@pytest.mark.parametrize("preview", ["khumue"], indirect=True)
def test_pages_that_nobody_looked_at_yet_have_their_titles(preview: Preview, showcase: Path) -> None:
    settings = showcase / "mkdocs.yml"
    shown = preview.wait_for("about/foreword/", bool)
    assert "None" not in shown
    (showcase / "docs/about/later.md").write_text("# มาทีหลัง\n", encoding="utf-8")
    entry = "      - about/foreword.md\n"
    whole = settings.read_text(encoding="utf-8")
    settings.write_text(whole.replace(entry, f"{entry}      - about/later.md\n"), encoding="utf-8")
    preview.wait_for("about/foreword/", lambda text: "มาทีหลัง" in text)


def test_another_edition_can_be_served_and_its_own_documents_are_watched(tmp_path: Path) -> None:
    offices = write_offices(tmp_path / "offices")
    command = [sys.executable, "-X", "utf8", "-m", "generator", "serve", "--edition", "second", "--address"]
    served = Preview(command, offices)
    try:
        served.wait_for("about/foreword/", lambda text: OWN_TEXT in text)
        assert "เขต 2" in served.text("")
        foreword = offices / "docs/editions/second/about/foreword.md"
        foreword.write_text("# คำนำใหม่ของสำนักงานที่สอง\n", encoding="utf-8")
        served.wait_for("about/foreword/", lambda text: "คำนำใหม่" in text)
    finally:
        served.stop()
