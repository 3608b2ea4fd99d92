"""What the desk tells of a project, and that drafts are told of without being written."""

import json
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from click.testing import CliRunner

from generator.cli import main
from tests.desk.conftest import EDITION, PROCEDURE, TEXT
from tests.support import write_project
from tests.support.desks import PATIENCE_SECONDS, Desk

ANSWERS = 25
WAIT_FOR_PACKETS_SECONDS = 0.03
"""Less than systems wait for more before they acknowledge what came."""


def test_the_project_is_told_with_all_of_its_files(desk: Desk, project: Path) -> None:
    told = desk.get("project")
    assert told["editions"] == [
        {
            "id": EDITION,
            "title": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 5",
            "short": "",
            "is_default": True,
            "values": {},
        }
    ]
    written = {each.relative_to(project).as_posix() for each in (project / "procedures").rglob("*.yml")}
    assert {each["path"] for each in told["files"]} == written
    assert told["git"] == {
        "is_there": True,
        "branch": "main",
        "has_remote": False,
        "changed": [],
        "marks": {},
    }


def test_what_differs_from_the_last_commit_is_told(desk: Desk, project: Path) -> None:
    (project / PROCEDURE).write_bytes(TEXT.replace("เสนอ", "ส่ง").encode())
    write_project(project, {"procedures/budget/new-work.yml": "title: ก\n"})
    (project / "procedures/budget/_area.yml").unlink()
    assert desk.get("project")["git"]["changed"] == [
        "procedures/budget/_area.yml",
        PROCEDURE,
        "procedures/budget/new-work.yml",
    ]


def test_a_file_is_told_byte_for_byte(desk: Desk, project: Path) -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    (project / PROCEDURE).write_bytes(text.encode())
    assert desk.get(f"file?path={PROCEDURE}")["text"] == text


def test_a_file_that_is_no_utf_8_is_told_and_stays(desk: Desk, project: Path) -> None:
    content = TEXT.encode("cp874", "replace")
    (project / PROCEDURE).write_bytes(content)
    told = desk.ask("GET", f"file?path={PROCEDURE}")
    assert (told.status, "UTF-8" in told.told["error"]) == (422, True)
    answer = desk.ask("PUT", "file", {"path": PROCEDURE, "text": TEXT, "version": "x"})
    assert answer.status == 422
    assert (project / PROCEDURE).read_bytes() == content
    assert desk.post("check", {"files": {PROCEDURE: TEXT}})["problems"] != desk.post("check", {})["problems"]


def test_what_is_edited_by_others_is_seen_at_once(desk: Desk, project: Path) -> None:
    before = desk.post("check", {"files": {}})["problems"]
    (project / PROCEDURE).write_text(TEXT.replace("owner: planning-group", "owner: x"), encoding="utf-8")
    after = desk.post("check", {"files": {}})["problems"]
    assert {each["rule"] for each in after} - {each["rule"] for each in before} == {"unknown-role"}
    (project / PROCEDURE).unlink()
    assert "unknown-procedure" in {each["rule"] for each in desk.post("check", {"files": {}})["problems"]}


def test_catalogues_are_told_by_their_titles(desk: Desk) -> None:
    told = desk.get("catalogues")
    assert told["role"] == [
        {
            "id": "planning-group",
            "title": "กลุ่มนโยบายและแผน",
            "path": "procedures/catalogue/roles.yml",
            "kind": "unit",
        }
    ]
    (procedure,) = told["procedure"]
    assert procedure["steps"] == [
        {"id": "receive", "text": "รับเรื่อง"},
        {"id": "check", "text": "ครบหรือไม่"},
    ]
    drafted = TEXT.replace("งานวิเคราะห์งบประมาณรายจ่าย", "งานใหม่")
    (procedure,) = desk.post("catalogues", {"files": {PROCEDURE: drafted}})["procedure"]
    assert procedure["title"] == "งานใหม่"


def test_drafts_are_checked_as_files_are(desk: Desk, project: Path) -> None:
    broken = TEXT.replace("go: receive", "go: recieve").replace(
        "owner: planning-group", "owner: planing-group"
    )
    found = desk.post("check", {"files": {PROCEDURE: broken}})["problems"]
    assert (project / PROCEDURE).read_text(encoding="utf-8") == TEXT
    (project / PROCEDURE).write_text(broken, encoding="utf-8", newline="\n")
    checked = json.loads(CliRunner().invoke(main, ["check", "--format", "json", str(project)]).output)
    keys = ("line", "column", "rule", "message", "hint", "severity")
    assert [(each["path"], *(each[key] for key in keys)) for each in found] == [
        (each["file"], *(each[key] for key in keys)) for each in checked["problems"]
    ]
    by_rule = {each["rule"]: each for each in found}
    assert by_rule["unknown-role"]["fix"] == {"text": "planning-group", "is_sure": False}
    assert by_rule["go-to-nowhere"]["fix"] == {"text": "receive", "is_sure": False}
    assert "ใช่หรือไม่" in by_rule["unknown-role"]["hint"]


def test_a_sure_repair_is_told(desk: Desk) -> None:
    (problem,) = [
        each
        for each in desk.post("check", {"files": {PROCEDURE: TEXT.replace("รับเรื่อง", "ดําเนินการ")}})["problems"]
        if "fix" in each
    ]
    assert problem["fix"]["is_sure"]
    line = TEXT.replace("รับเรื่อง", "ดําเนินการ").splitlines()[problem["line"] - 1]
    start = problem["column"] - 1
    mended = line[:start] + problem["fix"]["text"] + line[start + problem["length"] :]
    assert mended == "  - text: ดำเนินการ"


def test_new_and_removed_files_are_drafts_too(desk: Desk, project: Path) -> None:
    new = "procedures/budget/new-work.yml"
    found = desk.post("check", {"files": {new: TEXT, PROCEDURE: None}})["problems"]
    assert {"procedure-in-no-edition", "unknown-procedure"} <= {each["rule"] for each in found}
    assert not (project / new).exists()
    assert (project / PROCEDURE).exists()


def test_the_chart_is_drawn_of_drafts(desk: Desk) -> None:
    body = {"edition": EDITION, "procedure": "expenditure-analysis"}
    told = desk.post("chart", {"files": {PROCEDURE: TEXT.replace("เสนอ", "ส่งคืน")}, **body})
    assert "ส่งคืน" in told["svg"]
    assert told["steps"] == {"receive": "step-receive", "check": "step-check"}
    assert {"path": ["steps", 2], "number": "3", "anchor": "step-3"} in told["places"]
    broken = desk.post("chart", {"files": {PROCEDURE: TEXT.replace("go: receive", "go: x")}, **body})
    assert broken["svg"] is None
    assert broken["reason"]


def test_the_page_is_made_of_drafts(desk: Desk) -> None:
    body = {"files": {}, "edition": EDITION, "procedure": "expenditure-analysis"}
    assert desk.post("page", body)["html"] == f"<p>{EDITION} budget/expenditure-analysis.md</p>"
    assert desk.post("page", {**body, "files": {PROCEDURE: "title: ก"}})["html"] is None


def test_changes_are_told_in_words(desk: Desk, project: Path) -> None:
    told = desk.post("changes", {"files": {PROCEDURE: TEXT.replace("รับเรื่อง", "รับหนังสือ")}})
    assert any("รับ" in line and "หนังสือ" in line for line in told["lines"])
    assert told["html"].startswith("<!doctype html>")
    assert desk.post("changes", {"files": {}})["lines"][-1] == "ไม่มีความเปลี่ยนแปลง"
    assert (project / PROCEDURE).read_text(encoding="utf-8") == TEXT


def test_a_save_names_the_version_that_it_was_made_of(desk: Desk, project: Path) -> None:
    known = desk.get(f"file?path={PROCEDURE}")["version"]
    text = TEXT.replace("เสนอ", "ส่ง").replace("\n", "\r\n")
    saved = desk.ask("PUT", "file", {"path": PROCEDURE, "text": text, "version": known})
    assert (saved.status, (project / PROCEDURE).read_bytes()) == (200, text.encode())
    again = desk.ask("PUT", "file", {"path": PROCEDURE, "text": TEXT, "version": known})
    assert (again.status, again.told) == (
        409,
        {"path": PROCEDURE, "text": text, "version": saved.told["version"]},
    )
    assert (project / PROCEDURE).read_bytes() == text.encode()


def test_a_new_file_is_saved_only_where_none_is(desk: Desk, project: Path) -> None:
    path, text = "docs/knowledge/item.md", "---\ntitle: ก\n---\n"
    new = {"path": path, "text": text, "version": None}
    assert desk.ask("PUT", "file", new).status == 200
    assert (project / path).read_text(encoding="utf-8") == text
    assert desk.ask("PUT", "file", {**new, "text": "x"}).status == 409
    assert (project / path).read_text(encoding="utf-8") == text


def test_what_cannot_be_written_is_told_and_nothing_is_lost(desk: Desk, project: Path) -> None:
    folder = project / "procedures/budget"
    answer = desk.ask(
        "PUT", "file", {"path": "procedures/budget/_area.yml/x.yml", "text": "a", "version": None}
    )
    assert answer.status in {400, 500}
    assert "error" in answer.told
    assert sorted(each.name for each in folder.iterdir()) == ["_area.yml", "expenditure-analysis.yml"]


def test_one_connection_is_answered_again_and_again_at_once(desk: Desk) -> None:
    """The page is made of a hundred files: a wait for each, as for small packets, is a second for all."""
    connection = HTTPConnection("127.0.0.1", desk.port, timeout=PATIENCE_SECONDS)
    took = list[float]()
    for _ in range(ANSWERS):
        begun = time.perf_counter()
        connection.request("GET", "/desk/icon.svg", headers={"Cookie": desk.cookie})
        assert connection.getresponse().read().startswith(b"<svg")
        took.append(time.perf_counter() - begun)
    connection.close()
    assert median(took) < WAIT_FOR_PACKETS_SECONDS
