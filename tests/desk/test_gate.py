"""Who may ask the desk: its own page, and nobody else, whatever they try."""

import socket
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.desk.conftest import PROCEDURE, TEXT
from tests.support.desks import OWN, Desk

JSON = {"Content-Type": "application/json"}
BODY = b'{"path": "procedures/manual.yml", "text": "x", "version": null}'


def asked_of_all_sorts() -> list[tuple[str, str, bytes | None]]:
    """One request of every address."""
    names = ("check", "chart", "page", "changes", "new", "rename", "approve", "accept", "propose", "site")
    return [
        ("GET", "/api/project", None),
        ("GET", "/api/catalogues", None),
        ("GET", f"/api/file?path={PROCEDURE}", None),
        ("PUT", "/api/file", BODY),
        *(("POST", f"/api/{name}", b"{}") for name in names),
    ]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Cookie": "khumue-desk=x"},
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1.evil.example:{port}"},
        {"Host": "evil.example:{port}"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://localhost.evil.example:{port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"X-Khumue-Desk": "0"},
    ],
)
def test_strangers_are_told_nothing(desk: Desk, project: Path, headers: dict[str, str]) -> None:
    before = {each: each.read_bytes() for each in project.rglob("procedures/**/*.yml")}
    own = {"Cookie": desk.cookie, **OWN, **JSON} if headers else JSON
    said = {name: value.format(port=desk.port) for name, value in headers.items()}
    for method, path, content in asked_of_all_sorts():
        answer = desk.raw(method, path, content, {**own, **said})
        assert answer.status in {401, 403}, (method, path)
        assert list(answer.told) == ["error"]
    assert {each: each.read_bytes() for each in project.rglob("procedures/**/*.yml")} == before


def test_a_page_of_the_desk_may_ask_by_every_name_of_this_machine(desk: Desk) -> None:
    for host in ("127.0.0.1", "localhost", "LOCALHOST"):
        headers = {"Host": f"{host}:{desk.port}", "Origin": f"http://{host.lower()}:{desk.port}"}
        assert desk.ask("GET", "project", **headers).status == 200


def test_a_form_of_another_page_is_refused(desk: Desk) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = desk.ask("PUT", "file", {"path": PROCEDURE, "text": "x"}, **{"Content-Type": kind})
        assert answer.status == 415
        assert "error" in answer.told


def test_the_entrance_wants_the_token(desk: Desk) -> None:
    for given in ("", "x", desk.entrance.partition("=")[2][:-1], "%00", "ก"):
        answer = desk.raw("GET", f"/?token={quote(given, safe='%')}")
        assert answer.status == 401
        assert "set-cookie" not in answer.headers
    entered = desk.raw("GET", desk.entrance)
    assert (entered.status, entered.headers["location"]) == (303, "/desk/")
    parts = {each.strip().lower() for each in entered.headers["set-cookie"].split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/"} <= parts
    assert desk.raw("GET", desk.entrance, headers={"Sec-Fetch-Site": "cross-site"}).status == 403


def test_nobody_is_shown_the_page_who_was_not_let_in(desk: Desk) -> None:
    for path in ("/", "/desk/", "/desk/index.html", "/desk/charts.css", "/nothing"):
        answer = desk.raw("GET", path)
        assert answer.status == 401
        assert "khumue edit" in answer.content.decode()


def test_every_answer_forbids_what_the_page_does_not_need(desk: Desk) -> None:
    answers = [
        desk.raw("GET", "/"),
        desk.raw("GET", "/api/project"),
        desk.ask("GET", "project"),
        desk.ask("GET", "nothing"),
        desk.raw("GET", "/desk/charts.css", headers={"Cookie": desk.cookie}),
        desk.raw("GET", "/desk/nothing.js", headers={"Cookie": desk.cookie}),
    ]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "/",
        "procedures",
        "procedures/",
        "procedures/.yml",
        "mkdocs.yml",
        ".git/config",
        "../outside.yml",
        "procedures/../../outside.yml",
        "procedures/../procedures/manual.yml",
        "procedures//manual.yml",
        "procedures/./manual.yml",
        "/etc/passwd",
        "/procedures/manual.yml",
        "procedures\\manual.yml",
        "procedures/..\\..\\outside.yml",
        "C:/procedures/manual.yml",
        "procedures/a:b.yml",
        "procedures/manual.yml\x00",
        "procedures/manual\x00.yml",
        "procedures/manual.yml/",
        "procedures/con.yml",
        "procedures/NUL.yml",
        "procedures/aux/x.yml",
        "procedures/com1.a.yml",
        "procedures/a .yml/x.yml ",
        "procedures/.hidden/x.yml",
        "procedures/%2e%2e/x.yml",
        "procedures/%2E%2E%2foutside.yml",
        "docs/page.html",
        "docs/../mkdocs.md",
        "procedures/" + "a" * 300 + ".yml",
        "procedures/" + "a/" * 300 + "a.yml",
        "procedures/linked.yml",
        "procedures/linked/x.yml",
        "docs/linked.md",
        "procedures/budget.yml",
    ],
)
def test_no_file_of_others_is_read_or_written(desk: Desk, project: Path, path: str) -> None:
    outside = project.parent / "outside.yml"
    outside.write_text("secret", encoding="utf-8")
    (project.parent / "outside").mkdir()
    (project / "procedures/linked.yml").symlink_to(outside)
    (project / "procedures/linked").symlink_to(project.parent / "outside")
    (project / "docs").mkdir()
    (project / "docs/linked.md").symlink_to(project / PROCEDURE)
    (project / "procedures/budget.yml").mkdir()
    before = {each: each.read_bytes() for each in project.parent.rglob("*") if each.is_file()}
    answers = [
        desk.ask("GET", f"file?path={quote(path, safe='')}"),
        desk.ask("PUT", "file", {"path": path, "text": "x", "version": None}),
        desk.ask("POST", "check", {"files": {path: "x"}}),
        desk.ask("POST", "chart", {"files": {path: "x"}, "edition": "e", "procedure": "p"}),
        desk.ask("POST", "changes", {"files": {path: "x"}}),
        desk.ask("POST", "propose", {"why": "a", "name": "b", "paths": [path]}),
        desk.ask("POST", "accept", {"files": {path: "x"}}),
    ]
    for answer in answers:
        assert answer.status == 400
        assert "ไม่ใช่ไฟล์ของคู่มือ" in answer.told["error"]
        assert b"secret" not in answer.content
    after = {each: each.read_bytes() for each in project.parent.rglob("*") if each.is_file()}
    assert after == before


def test_the_page_is_served_from_its_own_folder_only(desk: Desk, project: Path) -> None:
    for path in (
        "/desk/../server.py",
        "/desk/%2e%2e/server.py",
        "/desk/..%2fserver.py",
        "/desk/..%5cserver.py",
        "/desk/%00",
        "/desk//etc/passwd",
        f"/desk/{quote(str(project / PROCEDURE))}",
    ):
        answer = desk.raw("GET", path, headers={"Cookie": desk.cookie})
        assert answer.status == 404, path
        assert b"import" not in answer.content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"[]",
        b"null",
        b'{"files": 1}',
        b'{"files": {"procedures/manual.yml": 1}}',
        b'{"files": {"procedures/manual.yml": "\\ud800"}}',
        b"\xff",
        b"[" * 100_000,
        b'{"files": {"a"',
    ],
)
def test_what_is_no_request_is_told_in_a_sentence(desk: Desk, content: bytes) -> None:
    headers = {"Cookie": desk.cookie, **OWN, **JSON}
    for name in ("check", "propose", "new", "rename", "approve", "chart"):
        answer = desk.raw("POST", f"/api/{name}", content, headers)
        assert answer.status in {400, 422}, name
        assert list(answer.told) == ["error"]
        assert "Traceback" not in answer.told["error"]


def test_a_request_may_not_be_endless(desk: Desk) -> None:
    headers = {"Cookie": desk.cookie, **OWN, **JSON}
    told = desk.raw("POST", "/api/check", b"{}", {**headers, "Content-Length": "99999999999"})
    assert told.status == 413
    named = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"POST /api/check HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n{named}Transfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection(("127.0.0.1", desk.port), timeout=30) as connection:
        connection.sendall(head.encode())
        chunk = b"%x\r\n" % 1_000_000 + b" " * 1_000_000 + b"\r\n"
        answer = b""
        try:
            for _ in range(40):
                connection.sendall(chunk)
        except OSError:
            pass
        else:
            answer = connection.recv(100)
        assert answer[:12] in {b"", b"HTTP/1.1 413"}
    assert desk.ask("GET", "project").status == 200


def test_unknown_addresses_and_methods_are_told(desk: Desk) -> None:
    assert desk.ask("GET", "nothing").status == 404
    assert desk.ask("POST", "project", {}).status == 405
    assert desk.ask("DELETE", "file").status == 405
    for answer in (desk.ask("GET", "nothing"), desk.ask("DELETE", "file")):
        assert list(answer.told) == ["error"]


def test_two_at_the_same_time_are_answered_apart(desk: Desk) -> None:
    other = Desk(f"http://127.0.0.1:{desk.port}{desk.entrance}")
    one = desk.post("check", {"files": {PROCEDURE: TEXT.replace("owner: planning-group", "owner: x")}})
    two = other.post("check", {"files": {}})
    assert {each["rule"] for each in one["problems"]} - {each["rule"] for each in two["problems"]} == {
        "unknown-role"
    }
