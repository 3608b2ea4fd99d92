"""Who may ask the desk: the page that `khumue edit` opened in a browser of this machine, and nobody else.

Every request passes here first. A page of another origin cannot read what is answered, cannot post a form here, and, as
the name of the host is looked at, gains nothing by giving its own name this machine's address.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.desk.refusals import refused
from generator.words import words_of

COOKIE = "khumue-desk"
HEADER, HEADER_SAYS = "x-khumue-desk", "1"
API = "/api/"
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_SAME = ("same-origin", "none")
"""What browsers say of a request that no other site caused."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page may load: nothing of others, and no script but those of the desk."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
PREVIEWS = "/preview/"
_OF_PREVIEWS = frozenset({b"content-security-policy", b"x-frame-options"})
"""What previews say themselves: the desk shows them in a frame, and their styles stand in them."""
MOST_BYTES = 16_000_000
"""How large a request may be."""


@dataclass
class Gate:
    """Lets requests pass that come from the desk's own page.

    Attributes:
        app: what answers them.
        port: at which it listens.
        token: what the browser that was opened knows, and no other.
    """

    app: ASGIApp
    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def entrance(self) -> str:
        """The address that lets a browser in."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})  # the desk speaks HTTP only
            return
        request = Request(scope)
        refusal = self._refusal(request)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {key.lower() for key, _ in message["headers"]}
                own = _OF_PREVIEWS if scope["path"].startswith(PREVIEWS) else frozenset()
                named = [(key.lower().encode(), value.encode()) for key, value in HEADERS.items()]
                named = [(key, value) for key, value in named if key not in own & said]
                taken = {key for key, _ in named}
                kept = [(key, value) for key, value in message["headers"] if key.lower() not in taken]
                message = {**message, "headers": [*kept, *named]}
            await send(message)

        if refusal is not None:
            await refusal(scope, receive, answer)
            return
        await self.app(scope, _bounded(receive), answer)

    def _refusal(self, request: Request) -> Response | None:
        """The answer to a request that does not come from the desk's page, or that lets a browser in."""
        headers = request.headers
        if not self._is_own_host(headers.get("host", "")) or not self._is_own_origin(headers):
            return _no("stranger", HTTPStatus.FORBIDDEN)
        if request.url.path == "/" and request.method == "GET" and "token" in request.query_params:
            return self._let_in(request)
        is_known = secrets.compare_digest(request.cookies.get(self.cookie, "").encode(), self.token.encode())
        if not is_known:
            return _no("token", HTTPStatus.UNAUTHORIZED) if _is_api(request) else _closed()
        if _is_api(request) and headers.get(HEADER) != HEADER_SAYS:
            return _no("stranger", HTTPStatus.FORBIDDEN)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return _no("too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, most=MOST_BYTES // 1_000_000)
        return None

    @property
    def cookie(self) -> str:
        """What holds the token: browsers keep cookies of all ports of a host together."""
        return f"{COOKIE}-{self.port}"

    def _is_own_host(self, host: str) -> bool:
        name, _, port = host.lower().rpartition(":")
        return name in _LOOPBACK and port == str(self.port)

    def _is_own_origin(self, headers: Headers) -> bool:
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin != f"http://{headers.get('host', '').lower()}":
            return False
        return site is None or site in _SAME

    def _let_in(self, request: Request) -> Response:
        """Give the browser that was opened the token as a cookie, and lead it on to an address without it."""
        given = request.query_params["token"]
        if not secrets.compare_digest(given.encode(), self.token.encode()):
            return _closed()
        answer = RedirectResponse("/desk/", status_code=HTTPStatus.SEE_OTHER)
        answer.set_cookie(self.cookie, self.token, path="/", httponly=True, samesite="strict")
        return answer


def _is_api(request: Request) -> bool:
    return request.url.path.startswith(API)


def _no(reason: str, status: HTTPStatus, **details: object) -> Response:
    return JSONResponse({"error": refused(reason, status, **details).message}, status_code=status)


def _closed() -> Response:
    """What a browser is shown that nobody let in."""
    said = words_of("desk")["closed"]
    return PlainTextResponse(f"{said['title']}\n\n{said['text']}\n", status_code=HTTPStatus.UNAUTHORIZED)


def _bounded(receive: Receive) -> Receive:
    """What is sent, up to a bound: who does not say beforehand how much it is, is cut off."""
    read = 0

    async def bounded() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > MOST_BYTES:
            return {"type": "http.disconnect"}
        return message

    return bounded
