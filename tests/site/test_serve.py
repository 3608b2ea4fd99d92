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
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from generator.cli import main
from tests.site.offices import OWN_TEXT, write_offices
from tests.support.auditing import IN_FULL
from tests.support.policies import POLICY, watched
from tests.support.showcase import copy_showcase
from tests.support.visible import visible_text

PATIENCE_SECONDS = 120
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
            with urlopen(f"http://{self.address}/{path}", timeout=PATIENCE_SECONDS) as answer:
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

    def reads(self) -> int:
        """How often it read files again so far."""
        return self.log.read_text(encoding="utf-8").count("Detected file changes")

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


KHUMUE = [sys.executable, "-X", "utf8", "-m", "generator", "serve", "--address"]
MKDOCS = [sys.executable, "-X", "utf8", "-m", "mkdocs", "serve", "--dev-addr"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Preview, Path]]:
    """The showcase served by our command, and its root, for tests that leave it as they found it."""
    root = copy_showcase(tmp_path_factory.mktemp("served") / "showcase")
    shared = Preview(KHUMUE, root)
    yield shared, root
    shared.stop()


COMMANDS = {"khumue": KHUMUE, "mkdocs": MKDOCS}
NAMES = tuple(COMMANDS)
"""Every day some is tried with our command and some with MkDocs', in audits all with both."""


@pytest.fixture
def preview(request: pytest.FixtureRequest, showcase: Path) -> Iterator[Preview]:
    """The showcase served by our command, or by MkDocs'."""
    started = Preview(COMMANDS[request.param], showcase)
    yield started
    started.stop()


@pytest.mark.parametrize("preview", NAMES if IN_FULL else NAMES[:1], indirect=True)
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


@pytest.mark.parametrize("preview", NAMES if IN_FULL else NAMES[1:], indirect=True)
def test_an_open_page_follows_by_itself_and_nothing_of_it_is_refused(
    preview: Preview, showcase: Path, browser: Browser
) -> None:
    """The script that reloads it is the server's own, and never the same twice: no policy could name it."""
    procedure = showcase / "procedures/budget/audit.yml"
    preview.wait_for("budget/audit/", lambda text: "ตรวจสอบเอกสาร" in text)
    with watched(browser) as (context, complaints):
        page = context.new_page()
        page.goto(f"http://{preview.address}/budget/audit/")
        expect(page.locator("article")).to_contain_text("ตรวจสอบเอกสาร")
        assert page.locator("meta[http-equiv]").count() == 1
        text = procedure.read_text(encoding="utf-8").replace("ตรวจสอบเอกสาร", "ตรวจนับเอกสาร")
        procedure.write_text(text, encoding="utf-8")
        expect(page.locator("article")).to_contain_text("ตรวจนับเอกสาร", timeout=PATIENCE_SECONDS * 1000)
    assert [each for each in complaints if "refused" in each or POLICY in each] == []


def test_unusable_settings_leave_the_preview_as_it_was(served: tuple[Preview, Path]) -> None:
    preview, showcase = served
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
    served = Preview([*KHUMUE[:-1], "--edition", "second", KHUMUE[-1]], offices)
    try:
        served.wait_for("about/foreword/", lambda text: OWN_TEXT in text)
        assert "เขต 2" in served.text("")
        foreword = offices / "docs/editions/second/about/foreword.md"
        foreword.write_text("# คำนำใหม่ของสำนักงานที่สอง\n", encoding="utf-8")
        served.wait_for("about/foreword/", lambda text: "คำนำใหม่" in text)
    finally:
        served.stop()


def answer(address: str, path: str) -> int:
    """The status of what is sent for a path that no browser would ask for like this."""
    host, port = address.split(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE_SECONDS) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        return int(connection.makefile("rb").readline().split()[1])


def test_odd_requests_are_answered_in_a_line(served: tuple[Preview, Path]) -> None:
    preview, _ = served
    preview.wait_for("", bool)
    odd = [
        "/%00",
        "/a%00b.html",
        f"/{'a' * 300}.html",
        f"/{'a/' * 3000}",
        "/../../etc/passwd",
        "//[::1",
        "/%ff",
        "/%ff%fe",
        "/budget/audit/%80",
    ]
    assert {path[:20]: answer(preview.address, path) for path in odd} == {path[:20]: 404 for path in odd}
    assert answer(preview.address, f"/{'a' * 70_000}") == 414
    assert preview.text("budget/audit/")
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["procedures", "docs"])
def test_a_folder_that_is_moved_away_and_back_is_seen_again(
    served: tuple[Preview, Path], folder: str
) -> None:
    preview, showcase = served
    preview.wait_for("budget/audit/", lambda text: "ตรวจสอบเอกสาร" in text)
    read_before = preview.reads()
    away = showcase / "away"
    (showcase / folder).rename(away)
    preview.wait_for("", lambda text: "จุดที่ต้องแก้ไข" in text or "อ่านใหม่ไม่สำเร็จ" in text)
    away.rename(showcase / folder)
    preview.wait_for("budget/audit/", lambda text: "ตรวจสอบเอกสาร" in text and "อ่านใหม่ไม่สำเร็จ" not in text)
    assert preview.reads() - read_before <= 4
    page, procedure = showcase / "docs/about/foreword.md", showcase / "procedures/budget/audit.yml"
    whole_page, whole = page.read_text(encoding="utf-8"), procedure.read_text(encoding="utf-8")
    page.write_text("# คำนำที่แก้หลังย้าย\n", encoding="utf-8")
    preview.wait_for("about/foreword/", lambda text: "แก้หลังย้าย" in text)
    procedure.write_text(whole.replace("ตรวจสอบเอกสาร", "ตรวจนับเอกสาร"), encoding="utf-8")
    preview.wait_for("budget/audit/", lambda text: "ตรวจนับเอกสาร" in text)
    page.write_text(whole_page, encoding="utf-8")
    preview.wait_for("about/foreword/", lambda text: text != "" and "แก้หลังย้าย" not in text)
    procedure.write_text(whole, encoding="utf-8")
    preview.wait_for("budget/audit/", lambda text: "ตรวจสอบเอกสาร" in text)


FAILING = """
import generator.site.live_site as site

made = site.site_content

def fail(root, *arguments):
    if (root / "fails").is_file():
        raise ZeroDivisionError("ความลับ")
    return made(root, *arguments)

site.site_content = fail
"""


@pytest.mark.parametrize("is_from_the_start", [True, False])
def test_what_nobody_expected_is_told_on_the_page_and_the_preview_goes_on(
    showcase: Path, tmp_path: Path, is_from_the_start: bool
) -> None:
    (tmp_path / "run.py").write_text(f"{FAILING}\nfrom generator.cli import main\nmain()\n", encoding="utf-8")
    (showcase / "docs/knowledge/x.txt").write_text("", encoding="utf-8")
    if is_from_the_start:
        (showcase / "fails").touch()
    served = Preview([sys.executable, "-X", "utf8", str(tmp_path / "run.py"), "serve", "--address"], showcase)
    try:
        if not is_from_the_start:
            served.wait_for("budget/audit/", lambda text: "ตรวจสอบเอกสาร" in text)
            (showcase / "fails").touch()
            (showcase / "docs/knowledge/x.txt").write_text("x", encoding="utf-8")
        shown = served.wait_for("budget/audit/", lambda text: "ZeroDivisionError" in text)
        assert is_from_the_start or "ตรวจสอบเอกสาร" in shown
        report = (showcase / "khumue-error.txt").read_text(encoding="utf-8")
        assert "ความลับ" not in report + shown
        assert "command: khumue serve\n" in report
        (showcase / "fails").unlink()
        (showcase / "docs/knowledge/x.txt").write_text("xx", encoding="utf-8")
        served.wait_for(
            "budget/audit/", lambda text: "ตรวจสอบเอกสาร" in text and "ZeroDivisionError" not in text
        )
        assert "Traceback" not in served.log.read_text(encoding="utf-8")
    finally:
        served.stop()


@pytest.mark.parametrize("address", ["{taken}", "192.0.2.1:8001"])
def test_an_address_at_which_nobody_can_listen_is_told(showcase: Path, address: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        given = address.format(taken=f"127.0.0.1:{taken.getsockname()[1]}")
        result = CliRunner().invoke(main, ["serve", str(showcase), "--quiet", "--address", given])
    assert result.exit_code == 1, result.output
    assert f"เปิดให้ดูที่ {given} ไม่ได้" in result.stderr
    assert "--address 127.0.0.1:" in result.stderr
