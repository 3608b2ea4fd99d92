"""Serves a built site to a browser: instant navigation and search need http, not files."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from threading import Thread
from typing import Any

Headers = Callable[[str], Mapping[str, str]]
"""What a server sends besides with a path."""
KEPT = "max-age=3600"
"""What lets browsers keep a file for as long as tests run."""
_PARTS = (".js", ".css", ".woff2")


def kept_by_browsers(headers_of: Headers) -> Headers:
    """What a server sends of a site whose scripts, styles and fonts stay: each browser asks for them once.

    An editor's page is made of a hundred modules, and asking for them all takes most of what a test of it does.

    Args:
        headers_of: what is sent besides.
    """

    def headers(path: str) -> Mapping[str, str]:
        is_kept = path.partition("?")[0].endswith(_PARTS)
        return {**headers_of(path), **({"Cache-Control": KEPT} if is_kept else {})}

    return headers


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line on standard error for each."""

    def __init__(self, *arguments: Any, headers_of: Headers, **named: Any) -> None:  # noqa: ANN401 - as its base
        self._headers_of = headers_of
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        """Add what is sent besides."""
        for name, value in self._headers_of(self.path).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


class _QuietServer(ThreadingHTTPServer):
    """Lets browsers leave before a file is sent whole."""

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Tell of all else that goes wrong."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(directory: Path, headers_of: Headers = lambda _: {}) -> Iterator[str]:
    """Serve a directory on a free port of this machine.

    Args:
        directory: the root of the site.
        headers_of: what is sent besides with a path.

    Yields:
        The root's address, with a slash at its end.
    """
    handler = partial(_QuietHandler, directory=str(directory), headers_of=headers_of)
    server = _QuietServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
