"""The comment on a pull request: what is handed over is data, and only what khumue writes is shown."""

from pathlib import Path

import pytest

from generator.diff import EditionName, Sort
from generator.revisions.markdown_report import markdown_report
from generator.revisions.report import ChangeReport, FileChange
from generator.revisions.states import State
from generator.revisions.vocabulary import ManualChanges
from tests.repository.reviewing import (
    HEAD,
    MARK,
    REPORT,
    commented,
    sound,
)
from tests.support.hostile import HOSTILE as WRITTEN
from tests.support.hosting import Host

HOSTILE = {
    "somebody called": "ดู @org",
    "somebody called behind an entity": "ดู &#64;org",
    "a link": "[ดู](x)",
    "an address": "https://evil.example",
    "an address without a scheme": "www.evil.example",
    "an address behind an entity": "https&#58;//evil.example",
    "a tag": "<img src=x>",
    "a tag put together": "<in<ins>s onclick=x>",
    "a comment that never ends": "<!-- x",
    "an issue": "แก้ #12",
    "another entity": "&commat;org",
    "an entity in other digits": "&#x40;org",
    "a named entity that hides": "&lt;img&gt;",
    "code": "`x`",
    "something behind a character that ends texts": "x\0 @org",
    "too long": "ก" * 61_001,
}


def test_whatever_a_report_says_is_shown(host: Host, tmp_path: Path) -> None:
    paths = (text.replace("\0", "")[:200] for text in (*WRITTEN, *HOSTILE.values(), "WWW.x.example"))
    files = tuple(FileChange(path, Sort.ADDED) for path in paths)
    edition = EditionName("a", "[b]", "`c`")
    states = (State("folder", "@a"), State("folder", "b"))
    written = markdown_report(ChangeReport(*states, "<b>", ManualChanges(edition, edition), files=files))
    host.hand_over({"number": b"7\n", "report.md": written.encode()})
    sound(commented(host, tmp_path))
    assert written in host.data()["comments"]["7"][0]["body"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_khumue_does_not_write_is_not_shown(host: Host, tmp_path: Path, text: str) -> None:
    host.hand_over({"number": b"7\n", "report.md": f"{REPORT}{text}\n".encode()})
    assert commented(host, tmp_path).returncode == 1
    assert host.data()["comments"] == {}


@pytest.mark.parametrize(
    "number", ["", "7; touch x", "$(touch x)", "7/../8", "-7", "07", "8\n7", "7" * 30, "7\x00"]
)
def test_a_number_is_a_number(host: Host, tmp_path: Path, number: str) -> None:
    host.hand_over({"number": number.encode(), "report.md": REPORT.encode()})
    assert commented(host, tmp_path).returncode == 1
    assert host.data()["comments"] == {}
    assert not list(tmp_path.rglob("x"))


def test_the_report_of_another_pull_request_or_of_an_older_state_is_not_shown(
    host: Host, tmp_path: Path
) -> None:
    host.keep(pulls={"pulls/7": {"head": {"sha": HEAD[::-1]}}})
    host.hand_over({"number": b"7\n", "report.md": REPORT.encode()})
    sound(commented(host, tmp_path))
    assert host.data()["comments"] == {}


def test_an_artefact_is_bounded_and_nothing_of_it_unpacked(host: Host, tmp_path: Path) -> None:
    host.hand_over({"number": b"7\n", "report.md": REPORT.encode()}, size=300_001)
    assert commented(host, tmp_path).returncode == 1
    host.hand_over({"number": b"7\n", "report.md": b"a" * 50_000_000, "../out": b"x", "out": b"x"})
    assert commented(host, tmp_path).returncode == 1
    assert host.data()["comments"] == {}
    assert not list(tmp_path.rglob("out"))
    assert max(path.stat().st_size for path in tmp_path.rglob("report.md")) == 300_000


def test_a_run_without_a_report_is_no_mistake(host: Host, tmp_path: Path) -> None:
    sound(commented(host, tmp_path))
    assert host.data()["comments"] == {}


def test_a_comment_that_somebody_else_wrote_stays(host: Host, tmp_path: Path) -> None:
    theirs = {"id": 9, "user": {"login": "somebody"}, "body": f"{MARK}\nx"}
    host.keep(comments={"7": [theirs]})
    host.hand_over({"number": b"7\n", "report.md": REPORT.encode()})
    sound(commented(host, tmp_path))
    sound(commented(host, tmp_path))
    first, ours = host.data()["comments"]["7"]
    assert first == theirs
    assert ours["body"].startswith(f"{MARK}\n{REPORT}")


def test_of_a_run_that_was_repeated_the_newest_report_is_shown(host: Host, tmp_path: Path) -> None:
    host.hand_over({"number": b"7\n", "report.md": REPORT.encode()})
    (newest,) = host.data()["artifacts"]
    gone = {**newest, "id": 6, "expired": True}
    host.keep(artifacts=[gone, newest, {**newest, "id": 4}, {**newest, "id": 9, "name": "site"}])
    sound(commented(host, tmp_path))
    assert len(host.data()["comments"]["7"]) == 1
