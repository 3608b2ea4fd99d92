"""The desk of a project for tests: the real server on this machine, asked as a browser asks it.

Its page is made of a hundred modules. So the desks of a process listen at one port, one after the other, and browsers
keep what the page is made of: to ask for it again for each test took more than all that tests do with it.
"""

import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.desk.serving import Joined, desk_server, listening_at
from tests.support.serving import KEPT

PATIENCE_SECONDS = 60.0
_PARTS_OF_PAGES = (b"script", b"style", b"font")
OWN = {"X-Khumue-Desk": "1"}


class Answer:
    """What the desk answered: a status, headers in small letters, and the content."""

    def __init__(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
        """Take what was answered."""
        self.status, self.content = status, content
        self.headers = {name.lower(): value for name, value in headers.items()}

    @property
    def told(self) -> Any:  # noqa: ANN401 - whatever the desk tells
        """What it tells, as JSON."""
        return json.loads(self.content)


class Desk:
    """A browser at the desk of a project."""

    def __init__(self, entrance: str) -> None:
        """Come in by the entrance."""
        address = urlsplit(entrance)
        self.entrance, self.port = f"{address.path}?{address.query}", address.port or 0
        entered = self.raw("GET", self.entrance)
        self.cookie = entered.headers.get("set-cookie", "").partition(";")[0]

    def raw(
        self,
        method: str,
        path: str,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask as anybody could."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        try:
            connection.request(method, path, content, dict(headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def ask(self, method: str, name: str, body: object = None, **headers: str) -> Answer:
        """Ask as the page of the desk does."""
        said = {"Cookie": self.cookie, **OWN, **headers}
        if body is None:
            return self.raw(method, f"/api/{name}", None, said)
        said = {"Content-Type": "application/json", **said}
        return self.raw(method, f"/api/{name}", json.dumps(body).encode(), said)

    def get(self, name: str) -> Any:  # noqa: ANN401 - whatever the desk tells
        """What the desk tells."""
        answer = self.ask("GET", name)
        assert answer.status == 200, answer.content.decode()
        return answer.told

    def post(self, name: str, body: object) -> Any:  # noqa: ANN401 - as above
        """What the desk tells of something that is sent along."""
        answer = self.ask("POST", name, body)
        assert answer.status == 200, answer.content.decode()
        return answer.told


def _page(_: Path, edition: str, uri: str) -> str:
    return f"<p>{edition} {uri}</p>"


def _site(_: Path, edition: str | None) -> str:
    return f"http://127.0.0.1:1/{edition or ''}"


JOINED = Joined(lambda _: None, _page, _site, lambda _: [])
"""What stands for the site where a test is not about it."""


@contextmanager
def desk_of(root: Path, joined: Joined = JOINED) -> Iterator[Desk]:
    """The desk of a project, open meanwhile."""
    with _listening_again() as listening:
        server, entrance = desk_server(root, listening, joined)
        server.config.app = _kept_by_browsers(server)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        until = time.monotonic() + PATIENCE_SECONDS
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        try:
            yield Desk(entrance)
        finally:
            server.should_exit = True
            thread.join(PATIENCE_SECONDS)


_LAST_PORT = [0]
"""Where the desk before was."""


def _listening_again() -> socket.socket:
    """What listens where the desk before did, or anywhere while that is open."""
    try:
        listening = listening_at(_LAST_PORT[0])
    except OSError:
        return listening_at(0)
    _LAST_PORT[0] = listening.getsockname()[1]
    return listening


def _kept_by_browsers(server: uvicorn.Server) -> ASGIApp:
    """What answers for a desk; what pages are made of may be kept by whoever makes a page of it."""
    app: Any = server.config.app

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        wanted = dict(scope.get("headers", ())).get(b"sec-fetch-dest")

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == HTTPStatus.OK:
                others = [(key, value) for key, value in message["headers"] if key != b"cache-control"]
                message = {**message, "headers": [*others, (b"cache-control", KEPT.encode())]}
            await send(message)

        await app(scope, receive, keep if wanted in _PARTS_OF_PAGES else send)

    return answer
