"""The server of ``khumue edit``: on this machine only, for the browser that it opens."""

import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Thread
from webbrowser import open_new_tab

import uvicorn

from generator.desk.checking import Trial
from generator.desk.drawing import PageMaker
from generator.desk.gate import Gate
from generator.desk.refusals import Refusal, refused
from generator.desk.server import SiteShower, desk_app
from generator.desk.session import Session
from generator.desk.shortcut import write_shortcut

__all__ = [
    "Joined",
    "Refusal",
    "desk_server",
    "listening_at",
    "refused",
    "serve_desk",
    "write_shortcut",
]

LOOPBACK = "127.0.0.1"
_WAITING = 64
_FIRST_PORT, _PORTS = 21_000, 9_000
"""Where the ports of projects lie: below those that systems give away by themselves."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What the command line joins with the desk.

    Attributes:
        told: takes the address to open, once it can be asked.
        make_page: makes the page of a procedure that readers will see.
        show_site: shows the whole site.
        trial: tries the settings of the site out.
        fonts: the folder of the letters of the house.
    """

    told: Callable[[str], None]
    make_page: PageMaker
    show_site: SiteShower
    trial: Trial
    fonts: Path | None = None


def serve_desk(root: Path, port: int, joined: Joined, *, open_browser: bool = True) -> None:
    """Serve the desk of a project until interrupted.

    Args:
        root: the project's root.
        port: at which it listens; 0 for that of the project, or any other where that is taken.
        joined: what is not the desk's own.
        open_browser: whether to open the address.

    Raises:
        OSError: when nothing can listen at the port.
    """
    with _listening_for(root, port) as listening:
        server, entrance = desk_server(root, listening, joined, is_warm=True)
        joined.told(entrance)
        if open_browser:
            open_new_tab(entrance)
        with suppress(KeyboardInterrupt):  # it ends as people end it
            server.run(sockets=[listening])


def port_of(root: Path) -> int:
    """The port of a project: browsers keep drafts by address, and so find them again when the desk is reopened."""
    named = int.from_bytes(sha256(str(root.resolve()).encode()).digest()[:4])
    return _FIRST_PORT + named % _PORTS


def _listening_for(root: Path, port: int) -> socket.socket:
    try:
        return listening_at(port or port_of(root))
    except OSError:
        if port:
            raise
        return listening_at(0)


def listening_at(port: int) -> socket.socket:
    """What listens on this machine, and nowhere else.

    Args:
        port: 0 for any that is free.

    Raises:
        OSError: when nothing can listen there.
    """
    # the protocol is named: asyncio sends small answers at once only where it knows that it is this one
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform == "win32":  # where else another program could listen at the same port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen(_WAITING)
    except OSError:
        listening.close()
        raise
    return listening


def desk_server(
    root: Path, listening: socket.socket, joined: Joined, *, is_warm: bool = False
) -> tuple[uvicorn.Server, str]:
    """The server of a project's desk, and the address that lets a browser in.

    Args:
        root: the project's root.
        listening: what it listens with.
        joined: what is not the desk's own.
        is_warm: whether the project is read at once, before anybody asks.
    """
    session = Session(root.resolve(), joined.trial)
    if is_warm:
        Thread(target=_warm_up, args=(session,), daemon=True).start()
    app = desk_app(session, joined.make_page, joined.show_site, joined.fonts)
    gate = Gate(app, listening.getsockname()[1])
    settings = uvicorn.Config(
        gate, log_level="error", access_log=False, lifespan="off", ws="none", server_header=False
    )
    return uvicorn.Server(settings), gate.entrance


def _warm_up(session: Session) -> None:
    with suppress(Exception):  # whoever asks first is told of it
        session.warm_up()
