"""The desk of a project for tests: the real server on this machine, asked as a browser asks it."""

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.desk.serving import Joined, desk_server, listening_at

PATIENCE_SECONDS = 60.0
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
    with listening_at(0) as listening:
        server, entrance = desk_server(root, listening, joined)
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
