"""What the stubs of all hosts share: a server on this machine that answers pages of other origins as hosts do."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from tests.support.git_hosts.kept import Kept

CLIENT = "a-page-without-a-secret"
TOKEN = "a-token-of-somebody"  # noqa: S105 - of nobody


@dataclass
class Fault:
    """What a host answers instead, to requests of some method and path."""

    method: str
    path: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: object = None
    times: int = 1_000
    before: Callable[[], None] = lambda: None


class RefusedError(Exception):
    """A request is answered with an error."""

    def __init__(self, status: int, message: str) -> None:
        """Carry what is answered."""
        super().__init__(message)
        self.status, self.message = status, message


@dataclass
class Asked:
    """One request."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any

    def match(self, method: str, pattern: str) -> re.Match[str] | None:
        """Whether it is of some method and path; the parts of the path."""
        return re.fullmatch(pattern, self.path) if method == self.method else None


class HostStub:
    """A host with one repository, ``office/manual``."""

    api: ClassVar[str]
    authorize: ClassVar[str] = ""
    token_path: ClassVar[str] = ""
    exposed: ClassVar[str]
    allowed_headers: ClassVar[str]

    def __init__(self, kept: Kept) -> None:
        """Answer over what is kept."""
        self.kept, self.faults, self.asked, self.unknown = kept, list[Fault](), list[Asked](), list[str]()
        self.may_write, self.address = True, ""
        self.challenge, self.state_told = "", ""

    def is_known(self, headers: Mapping[str, str]) -> bool:
        """Whether who asks is known, by what is sent as this host wants it."""
        raise NotImplementedError

    def answer(self, asked: Asked) -> tuple[int, object]:
        """What the host answers."""
        raise NotImplementedError

    def respond(self, asked: Asked) -> tuple[int, Mapping[str, str], object]:
        """What is answered, or told of what is refused."""
        self.asked.append(asked)
        for fault in self.faults:
            if fault.times and asked.method == fault.method and re.search(fault.path, asked.path):
                fault.times -= 1
                fault.before()
                if fault.status:
                    return fault.status, fault.headers, fault.body or {"message": f"refused {fault.status}"}
        if not self.is_known(asked.headers):
            return 401, {}, {"message": "Bad credentials"}
        try:
            status, told = self.answer(asked)
        except RefusedError as error:
            return error.status, {}, {"message": error.message}
        return status, {}, told

    def no_such(self, asked: Asked) -> tuple[int, object]:
        """A request that the host's documentation does not have: a mistake of the page."""
        self.unknown.append(f"{asked.method} {asked.path}")
        return 404, {"message": "Not Found"}

    @contextmanager
    def serving(self) -> Iterator["HostStub"]:  # noqa: C901 - the methods of one server
        """Answer on a free port meanwhile; `address` is that of the host."""
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_OPTIONS(self) -> None:
                self.send_response(204)
                self._allow()
                self.send_header("Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE")
                self.send_header("Access-Control-Allow-Headers", stub.allowed_headers)
                self.end_headers()

            def _respond(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                content = self.rfile.read(length)
                parts = urlsplit(self.path)
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                if not parts.path.startswith(stub.api):
                    self._sign_in(parts.path, query, content.decode())
                    return
                body = json.loads(content) if length else None
                path = parts.path.removeprefix(stub.api).strip("/")
                headers = {key.lower(): value for key, value in self.headers.items()}
                self._tell(*stub.respond(Asked(self.command, path, query, headers, body)))

            def _sign_in(self, path: str, query: Mapping[str, str], form: str) -> None:
                """Let a person in, who is there and agrees; then turn the code into a token for who asked for it."""
                if self.command == "GET" and path == stub.authorize and query.get("client_id") == CLIENT:
                    stub.challenge = query["code_challenge"]
                    assert query["code_challenge_method"] == "S256"
                    assert query["response_type"] == "code"
                    back = urlencode({"code": "a-code", "state": stub.state_told or query["state"]})
                    self.send_response(302)
                    self.send_header("Location", f"{query['redirect_uri']}?{back}")
                    self.end_headers()
                elif self.command == "POST" and path == stub.token_path:
                    said = {key: values[0] for key, values in parse_qs(form).items()}
                    hashed = hashlib.sha256(said["code_verifier"].encode()).digest()
                    is_right = base64.urlsafe_b64encode(hashed).decode().rstrip("=") == stub.challenge
                    is_right &= (said["client_id"], said["code"]) == (CLIENT, "a-code")
                    told = (
                        {"access_token": TOKEN, "token_type": "Bearer"}
                        if is_right
                        else {"error": "invalid_grant"}
                    )
                    self._tell(200 if is_right else 400, {}, told)
                else:
                    self.send_error(404)

            def _tell(self, status: int, more: Mapping[str, str], told: object) -> None:
                content = json.dumps(told, ensure_ascii=False).encode()
                self.send_response(status)
                self._allow()
                self.send_header("Access-Control-Expose-Headers", stub.exposed)
                self.send_header("Content-Type", "application/json; charset=utf-8")
                self.send_header("Content-Length", str(len(content)))
                for name, value in more.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _respond  # noqa: N815 - as its base names them

            def _allow(self) -> None:
                self.send_header("Access-Control-Allow-Origin", "*")

            def log_message(self, *_arguments: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        self.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield self
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def text_of(part: str) -> str:
    """A part of a path as it is meant."""
    return unquote(part)
