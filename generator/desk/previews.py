"""Pages as readers will see them, kept for the frame in which the desk shows them: each has an address and a policy.

A document that is handed to a frame as text has the policy of the desk, which allows no styles that stand in a page;
one with an address has its own: it runs nothing, loads nothing, and is of no origin.
"""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from generator.desk.telling import Json

POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
_LATE, _AT_ONCE = "font-display:optional", "font-display:block"
"""Letters that stand in the page itself are never late; browsers would take others at first, and keep them."""
MOST_KEPT = 4
"""How many of the last pages are kept: a frame may still ask for the one before."""


@dataclass
class Previews:
    """The last pages that were made."""

    _pages: OrderedDict[str, str] = field(default_factory=OrderedDict)

    def kept(self, told: Json) -> Json:
        """What is told of a page, with the ``address`` at which it is shown; as it is where there is none."""
        html = told.get("html")
        if not isinstance(html, str):
            return told
        name = secrets.token_urlsafe(16)
        self._pages[name] = html.replace(_LATE, _AT_ONCE)
        while len(self._pages) > MOST_KEPT:
            self._pages.popitem(last=False)
        return {**told, "address": f"/preview/{name}"}

    def shown(self, request: Request) -> Response:
        """A page that is kept."""
        html = self._pages.get(request.path_params["name"])
        if html is None:
            return PlainTextResponse("", status_code=404)
        headers = {"Content-Security-Policy": POLICY, "X-Frame-Options": "SAMEORIGIN"}
        return Response(html, media_type="text/html", headers=headers)
